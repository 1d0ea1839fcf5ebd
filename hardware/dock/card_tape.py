"""A card on tape: the commands and answers of the real one in a small JSON file, and the same again without it.

The scanner's tapes are in scanimage_tape.py.
"""

import json
from pathlib import Path

from hardware.card.pcsc import PcscError
from hardware.card.piv_applet import Transmit

_VERIFY = 0x20
_HEADER = 5
_NO_PIN = b"\xff"


class OffTheTapeError(Exception):
    """The driver did not do what it did when the tape was made."""


def recorded_card(transmit: Transmit, tape: Path) -> Transmit:
    """As `transmit`; each command and its answer go to the new file `tape`. A PIN is never written."""
    calls: list[dict[str, str | int]] = []

    def passed_on(command: bytes) -> bytes:
        call: dict[str, str | int] = {"command": without_pin(command).hex()}
        calls.append(call)
        try:
            answer = transmit(command)
            call["answer"] = answer.hex()
            return answer
        except PcscError as error:
            call["error"] = error.code
            raise
        finally:
            tape.write_text(json.dumps(calls, indent=1) + "\n", encoding="ascii")

    return passed_on


def replayed_card(tape: Path) -> Transmit:
    """The card of the tape. Raises OffTheTapeError for a command that is not the next one."""
    calls = iter(json.loads(tape.read_text(encoding="ascii")))

    def answered(command: bytes) -> bytes:
        call = next(calls, {"command": ""})
        if call["command"] != without_pin(command).hex():
            raise OffTheTapeError(without_pin(command).hex())
        if "error" in call:
            raise PcscError(int(call["error"]))
        return bytes.fromhex(call["answer"])

    return answered


def without_pin(command: bytes) -> bytes:
    """The command with its PIN, if it holds one, made of 0xFF."""
    if len(command) > _HEADER and command[1] == _VERIFY:
        return command[:_HEADER] + _NO_PIN * (len(command) - _HEADER)
    return command
