"""How well pages are judged and read, on papers and captures that nothing was tuned on, beside other programs.

`python -m tests.benchmarks.quality --help`; also the end of `make bench`.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import cv2
import pypdfium2

from kiosk.pages.inspection import inspect
from kiosk.pages.numbers import find_amounts
from kiosk.pages.reading import read
from tests.generator.eighth.recipe import EIGHTH
from tests.generator.eleventh.recipe import ELEVENTH
from tests.generator.fifteenth.recipe import FIFTEENTH
from tests.generator.fourteenth.recipe import FOURTEENTH
from tests.generator.holdout.recipe import HOLDOUT, SEED
from tests.generator.ninth.recipe import NINTH
from tests.generator.scoring import Goal, Score, goals, lines, refusal_goals
from tests.generator.sets import Sample, readable, refused
from tests.generator.seventh.recipe import SEVENTH
from tests.generator.sixth.recipe import SIXTH
from tests.generator.tenth.recipe import TENTH
from tests.generator.thirteenth.recipe import THIRTEENTH
from tests.generator.tune import measure, measure_printed
from tests.generator.twelfth.recipe import TWELFTH
from tests.generator.unseen.recipes import FIFTH, FOURTH, SECOND, THIRD

PAGES, REFUSED, BESIDE = 63, 24, 4
SETS = {
    "first": (HOLDOUT, "both", 105),
    "second": (SECOND, "both", 150),
    "third": (THIRD, "payslips", 48),
    "fourth": (FOURTH, "payslips", 108),
    "fifth": (FIFTH, "payslips", 108),
    "sixth": (SIXTH, "both", 150),
    "seventh": (SEVENTH, "both", 150),
    "eighth": (EIGHTH, "both", 141),
    "ninth": (NINTH, "both", 150),
    "tenth": (TENTH, "both", 120),
    "eleventh": (ELEVENTH, "both", 120),
    "twelfth": (TWELFTH, "both", 120),
    "thirteenth": (THIRTEENTH, "both", 120),
    "fourteenth": (FOURTEENTH, "both", 120),
    "fifteenth": (FIFTEENTH, "both", 120),
}
"""Each with the kinds of papers and how many of them are measured as they were set."""

Report = tuple[list[str], bool]
"""Lines, and whether every target is kept."""


def amounts_of(sample: Sample) -> set[str]:
    """The amounts among the true fields."""
    return {value for value in sample.truth.values() if find_amounts(value.replace(".", ",")) == [value]}


def beside(samples: Iterable[Sample]) -> list[str]:
    """Seconds and amounts found, ours beside bare tesseract and OCRmyPDF (where it is installed), page by page."""
    said = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, sample in enumerate(samples):
            picture = folder / f"{number}.png"
            cv2.imwrite(str(picture), sample.image)
            wanted = amounts_of(sample)
            start = time.perf_counter()
            inspection = inspect(sample.image, float(sample.dpi))
            judged = time.perf_counter() - start
            reading = read(inspection)
            ours = time.perf_counter() - start
            found = {amount for word in reading.words for amount in find_amounts(word.text)}
            start = time.perf_counter()
            plain = _tesseract(picture)
            bare = time.perf_counter() - start
            line = (
                f"{sample.family} / {sample.way}: verdict {judged:.2f} s, page {ours:.2f} s, "
                f"{len(wanted & found)}/{len(wanted)} amounts; tesseract {bare:.2f} s, "
                f"{len(wanted & set(find_amounts(plain)))}/{len(wanted)} ({ours / bare:.2f} ×)"
            )
            said.append(line + _ocrmypdf(picture, folder / f"{number}.pdf", wanted))
    return said


def _tesseract(picture: Path) -> str:
    done = subprocess.run(
        ["tesseract", str(picture), "-", "-l", "fra"],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout


def _ocrmypdf(picture: Path, paper: Path, wanted: set[str]) -> str:
    command = [
        "ocrmypdf",
        "-q",
        "-l",
        "fra",
        "--image-dpi",
        "200",
        "--rotate-pages",
        "--jobs",
        "1",
        str(picture),
        str(paper),
    ]
    start = time.perf_counter()
    try:
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    except (FileNotFoundError, subprocess.CalledProcessError) as missing:
        return f"; OCRmyPDF: {type(missing).__name__}"
    taken = time.perf_counter() - start
    text = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_bounded()
    found = len(wanted & set(find_amounts(text)))
    return f"; OCRmyPDF {taken:.2f} s, {found}/{len(wanted)}, {paper.stat().st_size // 1000} kB"


def held_out(pages: int, spoilt: int, keep: Path | None = None, name: str = "first", seed: int = SEED) -> Score:
    """The score on a held-out set, which follows from its seed."""
    recipe, kinds, _ = SETS[name]
    return measure(itertools.chain(readable(recipe, pages, seed, kinds), refused(recipe, spoilt, seed)), keep)


def verdicts(pages: int, spoilt: int, keep: Path | None, name: str, seed: int) -> Report:
    """The figures of the verdict alone on a held-out set: nothing is read."""
    recipe, kinds, _ = SETS[name]
    samples = itertools.chain(readable(recipe, pages, seed, kinds), refused(recipe, spoilt, seed))
    score = measure(samples, keep, unread=True)
    told = itertools.takewhile(lambda line: not line.startswith(("kind", "turned")), lines(score))
    return [
        f"verdict alone, {name} set: {pages} readable pages, {spoilt} to refuse",
        *told,
        *(f"  miss: {miss}" for miss in score.misses),
    ], _kept(refusal_goals(score))


def _kept(wanted: Iterable[Goal]) -> bool:
    return all(goal.kept for goal in wanted)


def report(
    pages: int = PAGES,
    spoilt: int = REFUSED,
    compared: int = BESIDE,
    keep: Path | None = None,
    name: str = "first",
    seed: int = SEED,
) -> Report:
    """The held-out figures, every miss, and the comparison."""
    score = held_out(pages, spoilt, keep, name, seed)
    upright = (one for one in readable(HOLDOUT, 60, SEED + 1, "payslips") if one.capture == "scan" and not one.rotation)
    return [
        f"held out, {name} set: {pages} readable pages, {spoilt} to refuse",
        *lines(score),
        *(f"  miss: {miss}" for miss in score.misses),
        *beside(itertools.islice(upright, compared)),
    ], _kept(goals(score))


def printed(name: str) -> list[str]:
    """The figures of extraction alone on one set: words as they were set, no picture and no engine."""
    recipe, kinds, pages = SETS[name]
    score = measure_printed(recipe, pages, SEED + list(SETS).index(name), kinds)
    return [f"{name} set, as printed: {pages} pages", *lines(score), *(f"  miss: {miss}" for miss in score.misses)]


def main() -> int:
    """Exit status 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--refused", type=int, default=REFUSED)
    parser.add_argument("--beside", type=int, default=BESIDE)
    parser.add_argument("--keep", type=Path, default=None, help="folder for the pictures that were missed")
    parser.add_argument("--printed", choices=tuple(SETS), default=None, help="extraction alone, on that set")
    parser.add_argument("--set", choices=tuple(SETS), default="first", help="the set whose pictures are read")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--unread", action="store_true", help="the verdict alone, on the set of --set")
    args = parser.parse_args()
    if args.printed:
        sys.stdout.write("\n".join(printed(args.printed)) + "\n")
        return 0
    if args.unread:
        said, kept = verdicts(args.pages, args.refused, args.keep, args.set, args.seed)
    else:
        said, kept = report(args.pages, args.refused, args.beside, args.keep, args.set, args.seed)
    sys.stdout.write("\n".join(said) + "\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
