"""Measure the reader on the samples it may be tuned on: `python -m tests.generator.tune [--seed N] [--pages N]`."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random

import cv2
import numpy as np

from kiosk.pages.inspection import inspect
from kiosk.pages.kinds import find_kind
from kiosk.pages.layout import build
from kiosk.pages.model import Kind
from kiosk.pages.paper.fields import read_paper
from kiosk.pages.payslip.fields import read_fields
from kiosk.pages.reading import read
from tests.generator.printed import printed_words
from tests.generator.scoring import Result, Score, lines
from tests.generator.sets import TUNING, Recipe, Sample, chosen, readable, refused

_NO_PICTURE = np.zeros((1, 1, 3), np.uint8)


def judged(sample: Sample, unread: bool = False) -> Result:
    """What the kiosk says of `sample`; `unread` gives the verdict only."""
    inspection = inspect(sample.image, float(sample.dpi) if sample.capture == "scan" else None)
    if not inspection.accepted:
        return Result(False, tuple(map(str, inspection.problems)))
    if sample.problem is not None:
        return Result(True)
    if unread:
        return Result(True, (), sample.kind, sample.rotation, sample.truth)
    reading = read(inspection)
    fields = {name: found.value for name, found in reading.fields.items()}
    return Result(not reading.problems, tuple(map(str, reading.problems)), str(reading.kind), reading.rotation, fields)


def measure(samples: Iterable[Sample], keep: Path | None = None, unread: bool = False) -> Score:
    """The score of `samples`; those that were missed are kept as pictures in `keep`."""
    score = Score()
    for number, sample in enumerate(samples):
        before = len(score.misses)
        score.add(sample, judged(sample, unread))
        if keep is not None and len(score.misses) > before:
            keep.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(keep / f"{number:03d}.png"), sample.image)
            score.misses[before:] = [f"{number:03d} {miss}" for miss in score.misses[before:]]
    return score


def measure_printed(recipe: Recipe, count: int, seed: int, kinds: str) -> Score:
    """The score of extraction alone: words as they were set, no picture, no engine. Fast: many can be tried."""
    score = Score()
    for number in range(count):
        paper = chosen(recipe, number, Random(f"{seed} {number}"), kinds)
        words, width, height = printed_words(paper.drawn.sheet, paper.page)
        layout = build(words, width, height)
        kind, _ = find_kind(layout)
        found = read_fields(layout) if kind is Kind.PAYSLIP else read_paper(layout, kind)
        sample = Sample(
            _NO_PICTURE,
            200,
            paper.drawn.kind,
            paper.family,
            "scan",
            f"{number}",
            truth=paper.truth,
            also=paper.drawn.also,
        )
        score.add(sample, Result(True, (), str(kind), 0, {name: field.value for name, field in found.items()}))
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=36)
    parser.add_argument("--refused", type=int, default=24)
    parser.add_argument("--kinds", choices=("both", "papers", "payslips"), default="both")
    parser.add_argument("--keep", type=Path, default=None, help="folder for the pictures that were missed")
    parser.add_argument("--verdict", action="store_true", help="the verdict alone, nothing is read")
    parser.add_argument("--printed", action="store_true", help="extraction alone, on the words as they were set")
    args = parser.parse_args()
    if args.printed:
        score = measure_printed(TUNING, args.pages, args.seed, args.kinds)
        sys.stdout.write("\n".join([*lines(score), *(f"- {miss}" for miss in score.misses)]) + "\n")
        return
    for what, samples in (
        ("readable", readable(TUNING, args.pages, args.seed, args.kinds)),
        ("refused", refused(TUNING, args.refused, args.seed)),
    ):
        score = measure(samples, args.keep / what if args.keep else None, args.verdict)
        sys.stdout.write("\n".join([f"== {what}", *lines(score), *(f"- {miss}" for miss in score.misses)]) + "\n")


if __name__ == "__main__":
    main()
