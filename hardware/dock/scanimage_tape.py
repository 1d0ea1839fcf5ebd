"""`scanimage` on tape: a program that stands in its place, either recording the real one or playing the tape.

The driver starts it as it starts `scanimage`, and kills it alike. A pile's folder has another name each time: on the
tape it is called FOLDER.
"""

import base64
import contextlib
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

BATCH = "--batch="
FOLDER = "FOLDER"
PLACE = ".place"
"""Beside a tape that is played: how many of its calls were."""

OFF_THE_TAPE = 90
"""Exit status: scanimage was not asked this when the tape was made."""


def stand_in(folder: Path, mode: str, tape: Path, program: str = "scanimage") -> str:
    """A program for `SaneScanner(program=...)`; `mode` is "record" (the real `program`) or "replay"."""
    launcher = folder / f"scanimage-{mode}"
    command = [sys.executable, "-S", str(Path(__file__).resolve()), mode, str(tape), program]
    launcher.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', encoding="utf-8")
    launcher.chmod(0o700)
    return str(launcher)


def main(mode: str, tape: Path, program: str, arguments: Sequence[str]) -> int:
    """One run; the exit status."""
    return _record(tape, [program, *arguments]) if mode == "record" else _replay(tape, arguments)


def _record(tape: Path, command: Sequence[str]) -> int:
    before = json.loads(tape.read_text(encoding="utf-8")) if tape.exists() else []
    folder = _folder(command)
    output = b""
    files: dict[str, str] = {}

    def keep(status: int | None, complaint: bytes) -> None:
        spoken = output.replace(os.fsencode(folder), FOLDER.encode()) if folder else output
        call = {"arguments": _named(command[1:]), "output": _text(spoken), "complaint": _text(complaint)}
        calls = [*before, {**call, "files": files, "status": status}]
        tape.write_text(json.dumps(calls, indent=1) + "\n", encoding="utf-8")

    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        for line in process.stdout or ():
            output += line
            if folder and (page := Path(os.fsdecode(line.rstrip(b"\n")))).parent == Path(folder):
                files[page.name] = _text(page.read_bytes())  # before the driver takes it away
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
        complaint = process.stderr.read() if process.stderr else b""
        status = process.wait()
    except KeyboardInterrupt:  # it hung; whoever says so may kill us all at once
        keep(None, b"")
        process.send_signal(signal.SIGINT)
        return process.wait()
    sys.stderr.buffer.write(complaint)
    keep(status, complaint)
    return status


def _replay(tape: Path, arguments: Sequence[str]) -> int:
    place = tape.with_suffix(PLACE)
    number = int(place.read_text(encoding="ascii")) if place.exists() else 0
    calls = json.loads(tape.read_text(encoding="utf-8"))
    if number >= len(calls) or calls[number]["arguments"] != _named(arguments):
        sys.stderr.write("off the tape\n")
        return OFF_THE_TAPE
    place.write_text(str(number + 1), encoding="ascii")
    call, folder = calls[number], _folder(arguments)
    for name, content in call["files"].items():
        (Path(folder) / name).write_bytes(base64.b64decode(content))
    output = base64.b64decode(call["output"])
    sys.stdout.buffer.write(output.replace(FOLDER.encode(), os.fsencode(folder)) if folder else output)
    sys.stdout.buffer.flush()
    sys.stderr.buffer.write(base64.b64decode(call["complaint"]))
    sys.stderr.buffer.flush()
    if call["status"] is None:  # it hung until it was killed
        with contextlib.suppress(KeyboardInterrupt):
            time.sleep(3600)
        return 1
    if call["status"] < 0:
        os.kill(os.getpid(), -call["status"])
    return int(call["status"])


def _folder(arguments: Sequence[str]) -> str:
    batch = next((one for one in arguments if one.startswith(BATCH)), "")
    return str(Path(batch.removeprefix(BATCH)).parent) if batch else ""


def _named(arguments: Sequence[str]) -> list[str]:
    folder = _folder(arguments)
    return [one.replace(folder, FOLDER) if folder else one for one in arguments]


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4:]))
