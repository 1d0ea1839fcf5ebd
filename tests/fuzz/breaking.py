"""One batch of broken files, in a process that they may kill."""

import sys
import traceback
from pathlib import Path
from random import Random

from kiosk.service.reader import bounded
from tests.fuzz.mutations import mutant
from tests.fuzz.targets import code_seeds, seeds, try_code, try_file

BATCH = 200


def break_files(number: int, at_work: Path) -> None:
    """Try the files of run `number`, each written to `at_work` before; exit status 1 at the first surprise."""
    bounded(None)
    chance = Random(number)
    files, codes = seeds(), code_seeds()
    for turn in range(BATCH):
        kind, target = (codes, try_code) if turn % 4 == 0 else (files, try_file)
        data = mutant(kind, chance)
        at_work.write_bytes(data)
        try:
            target(data)
        except Exception:
            traceback.print_exc()
            sys.exit(1)
