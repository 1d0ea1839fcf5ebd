"""Break files until the time is over. Exit status 1 where one of them killed, hung or surprised the parser.

A child does the work and notes each file before it is opened, so that a crash of a library leaves it behind.
"""

import argparse
import hashlib
import multiprocessing
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.breaking import BATCH, break_files

FOUND = Path(__file__).parent / "found"
HANGS = 60.0
"""Seconds without a new file after which the parser hangs."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    end, number, bad = time.monotonic() + args.seconds, args.seed, 0
    with tempfile.TemporaryDirectory() as folder:
        at_work = Path(folder) / "at-work.bin"
        while time.monotonic() < end:
            bad += _batch(number, at_work)
            number += 1
            sys.stdout.write(f"\r{(number - args.seed) * BATCH} files, {bad} found ")
            sys.stdout.flush()
    sys.stdout.write("\n")
    return 1 if bad else 0


def _batch(number: int, at_work: Path) -> bool:
    """Whether a batch of files found something; what it found is kept."""
    child = multiprocessing.get_context("spawn").Process(target=break_files, args=(number, at_work))
    child.start()
    seen, since = 0.0, time.monotonic()
    while child.is_alive() and time.monotonic() - since < HANGS:
        child.join(1.0)
        changed = at_work.stat().st_mtime if at_work.exists() else 0.0
        if changed != seen:
            seen, since = changed, time.monotonic()
    if child.exitcode == 0:
        return False
    child.kill()
    child.join()
    name = hashlib.sha256(at_work.read_bytes()).hexdigest()[:16]
    FOUND.mkdir(exist_ok=True)
    shutil.copyfile(at_work, FOUND / f"{name}.bin")
    sys.stdout.write(f"\n{FOUND / name}.bin (run {number}, exit {child.exitcode})\n")
    return True


if __name__ == "__main__":
    sys.exit(main())
