"""A few hundred broken files at every run, the same each time; and every file that once did harm."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.mutations import mutant
from tests.fuzz.targets import code_seeds, seeds, try_code, try_file

FOUND = sorted((Path(__file__).parent / "found").glob("*.bin"))
FILES, CODES = 120, 3000


def test_broken_files() -> None:
    whole, chance = seeds(), Random(2026)
    for _ in range(FILES):
        try_file(mutant(whole, chance))


def test_broken_codes() -> None:
    whole, chance = code_seeds(), Random(2026)
    for _ in range(CODES):
        try_code(mutant(whole, chance))


def test_whole_seeds_are_pages() -> None:
    for seed in seeds():
        try_file(seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_once_did_harm(path: Path) -> None:
    try_file(path.read_bytes())
    try_code(path.read_bytes())
