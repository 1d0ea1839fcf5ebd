"""How often a field of a payslip is right at each score the reader gives it: the table of `payslip/certainty.py`.

`python -m tests.generator.calibrate --captured FILE`: FILE keeps the words of captured pages between two runs, since
the engine takes seconds for a page; it is made where it is not there. The sets are those that the reader was mended
by; the first, the fifth and the eighth are left for measuring.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from random import Random

from kiosk.pages.inspection import inspect
from kiosk.pages.layout import build
from kiosk.pages.payslip.certainty import LEAST_RIGHT, STEPS, WRONG_AT_MOST, step_of
from kiosk.pages.payslip.fields import score_fields
from kiosk.pages.reading import read
from kiosk.pages.text import Seen
from tests.generator.misread import misread
from tests.generator.printed import printed_words
from tests.generator.scoring import IMPLIED, PAYSLIP, normal
from tests.generator.sets import TUNING, chosen, readable
from tests.generator.seventh.recipe import SEVENTH
from tests.generator.sixth.recipe import SIXTH
from tests.generator.unseen.recipes import FOURTH, SECOND, THIRD

RECIPES = (TUNING, SECOND, THIRD, FOURTH)
PRINTED = (*RECIPES, SIXTH, SEVENTH)
SEED = 57


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a payslip's page, in pixels, and what it truly says."""

    words: list[Seen]
    width: int
    height: int
    truth: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    field: str
    score: float
    right: bool


def printed(count: int) -> list[Page]:
    """`count` payslips of each recipe, words as they were set."""
    pages = []
    for recipe in PRINTED:
        for number in range(count):
            paper = chosen(recipe, number, Random(f"{SEED + 1} {number}"), "payslips")
            pages.append(Page(*printed_words(paper.drawn.sheet, paper.page), paper.truth, paper.drawn.also))
    return pages


def captured(count: int) -> Iterator[Page]:
    """`count` captures of each recipe as the engine reads them, both looks; those that are refused are left out."""
    for recipe in RECIPES:
        for sample in readable(recipe, count, SEED, "payslips"):
            inspection = inspect(sample.image, float(sample.dpi) if sample.capture == "scan" else None)
            if not inspection.accepted:
                continue
            reading = read(inspection)
            words = [
                Seen(word.text, word.x, word.y, word.width, word.height, word.confidence) for word in reading.words
            ]
            height, width = reading.page.shape[:2]
            yield Page(words, width, height, sample.truth, sample.also)


def kept(file: Path, count: int) -> list[Page]:
    """The captured pages of `file`, which is made where it is not there."""
    if not file.exists():
        pages = [
            {
                "words": [[w.text, w.x, w.y, w.width, w.height, w.confidence] for w in page.words],
                "width": page.width,
                "height": page.height,
                "truth": dict(page.truth),
                "also": {name: list(values) for name, values in page.also.items()},
            }
            for page in captured(count)
        ]
        file.write_text(json.dumps(pages, ensure_ascii=False))
    return [
        Page([Seen(*word) for word in page["words"]], page["width"], page["height"], page["truth"], page["also"])
        for page in json.loads(file.read_text())
    ]


def degraded(pages: Iterable[Page], times: int) -> Iterator[Page]:
    """Each page `times` over, each time with other errors of the engine."""
    for number, page in enumerate(pages):
        for turn in range(times):
            words = misread(page.words, Random(f"{SEED} {number} {turn}"))
            yield Page(words, page.width, page.height, page.truth, page.also)


def outcomes(pages: Iterable[Page]) -> Iterator[Outcome]:
    """Every value read, with its score and whether it is right."""
    for page in pages:
        scored = score_fields(build(page.words, page.width, page.height))
        for name in PAYSLIP:
            true, read_value = page.truth.get(name), scored.get(name)
            if read_value is None or (true is None and name in IMPLIED):
                continue
            values = (*([true] if true is not None else []), *page.also.get(name, ()))
            right = any(normal(name, read_value.value) == normal(name, value) for value in values)
            yield Outcome(name, read_value.confidence, right)


def counts(found: Iterable[Outcome]) -> list[tuple[int, int]]:
    """(right, all) on each step."""
    steps = [(0, 0)] * len(STEPS)
    for one in found:
        right, every = steps[step_of(one.score)]
        steps[step_of(one.score)] = (right + one.right, every + 1)
    return steps


def curve(steps: list[tuple[int, int]]) -> list[float]:
    """The share right on each step, made to rise: neighbours that fall are pooled. Few data pull it towards a half."""
    pools: list[tuple[int, int, int]] = []
    for right, every in steps:
        pools.append((right, every, 1))
        while len(pools) > 1 and (pools[-1][1] == 0 or _share(*pools[-2][:2]) > _share(*pools[-1][:2])):
            last, before = pools.pop(), pools.pop()
            pools.append((last[0] + before[0], last[1] + before[1], last[2] + before[2]))
    return [_share(right, every) for right, every, width in pools for _ in range(width)]


def _share(right: int, every: int) -> float:
    return (right + 1) / (every + 2)


def given_from(steps: list[tuple[int, int]]) -> int:
    """The lowest step from which on values are not shown to be wrong more than one time in fifty.

    Each step must be mostly right by itself.
    """
    risen = curve(steps)
    for least in range(len(STEPS)):
        right, every = (sum(one[place] for one in steps[least:]) for place in (0, 1))
        if risen[least] >= LEAST_RIGHT and every and interval(every - right, every)[0] <= WRONG_AT_MOST:
            return least
    return len(STEPS)


def interval(wrong: int, every: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % Wilson interval of the share of `wrong` in `every`."""
    if not every:
        return 0.0, 1.0
    share = wrong / every
    middle = share + z * z / (2 * every)
    half = z * sqrt(share * (1 - share) / every + z * z / (4 * every * every))
    return (middle - half) / (1 + z * z / every), (middle + half) / (1 + z * z / every)


def lines(found: list[Outcome]) -> list[str]:
    """Per field: the share right on each step with how many there were, and how many of those given are wrong."""
    said = ["| field | " + " | ".join(f"from {step}" for step in STEPS) + " | given from | wrong of those |"]
    said.append("|---" * (len(STEPS) + 3) + "|")
    rows, least_rows = [], []
    for name in PAYSLIP:
        steps = counts(one for one in found if one.field == name)
        risen = curve(steps)
        least = given_from(steps)
        every = sum(count for _, count in steps[least:])
        wrong = every - sum(right for right, _ in steps[least:])
        shares = [f"{right / count:.3f} ({count})" if count else "" for right, count in steps]
        given = f"{STEPS[least]}" if least < len(STEPS) else "never"
        ending = f"{wrong} of {every}, at most {100 * interval(wrong, every)[1]:.1f} %"
        said.append(f"| {name} | " + " | ".join(shares) + f" | {given} | {ending} |")
        least_rows.append(f'    "{name}": {given},')
        rows.append(f'    "{name}": ({", ".join(f"{min(one, 0.999):.3f}" for one in risen)}),')
    return [*said, "", *rows, *least_rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--captured", type=Path, required=True, help="file that keeps the words of captured pages")
    parser.add_argument("--captures", type=int, default=26, help="pages of each recipe where it is to be made")
    parser.add_argument("--printed", type=int, default=60, help="pages of each recipe")
    parser.add_argument("--times", type=int, default=8, help="how often each printed page is misread")
    args = parser.parse_args()
    of_engine = list(outcomes(kept(args.captured, args.captures)))
    set_pages = printed(args.printed)
    of_errors = list(outcomes(degraded(set_pages, args.times)))
    for title, found in (
        ("captured", of_engine),
        ("printed", list(outcomes(set_pages))),
        ("misread", of_errors),
        ("captured and misread", of_engine + of_errors),
    ):
        sys.stdout.write("\n".join([f"== {title}", *lines(found)]) + "\n\n")


if __name__ == "__main__":
    main()
