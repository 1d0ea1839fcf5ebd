"""The worst pages of each class of held-out sets: one contact sheet a class, and a table of what was missed.

`python -m tests.benchmarks.worst --set fourth fifth --out FOLDER`: every refusal, readable pages (those nearest to be
refused), scans and photographs of payslips, each other kind of paper.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image
from kiosk.pages.reading import read
from tests.benchmarks.contact import contact_sheet, thumbnail
from tests.benchmarks.margins import margins
from tests.benchmarks.quality import SETS
from tests.generator.scoring import Result, Score
from tests.generator.sets import Recipe, Sample, readable, refused

MOST_BYTES = 110_000
CAPTION = 24
"""Letters of small print a line."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as the sheet shows it. `badness` sorts: the larger the worse."""

    name: str
    picture: Image
    badness: tuple[float, ...]
    short: str
    missed: tuple[str, ...]


Draw = Callable[[Recipe, int, int], Iterator[tuple[str, Seen]]]
Classes = dict[str, list[Seen]]


def judged(sample: Sample, name: str) -> Seen:
    """A capture to refuse: worst where it was let through, then under another name, then nearest to its threshold."""
    found = inspect(sample.image, None).problems
    code = str(sample.problem)
    margin = {str(problem): value for problem, value in margins(sample.image).items()}.get(code, 0.0)
    missed = () if code in found else (f"{code} → {', '.join(found) or 'accepted'}",)
    short = f"{sample.way}\n{code[:14]} × {min(margin, 99):.2f}"
    if missed:
        short = f"{sample.way}\nMISSED: {', '.join(found) or 'accepted'}"
    return Seen(name, thumbnail(sample.image), (not found, code not in found, -margin), short, missed)


def nearest(sample: Sample, name: str) -> Seen:
    """A readable page: worst where it was refused, then the nearest to be."""
    found = inspect(sample.image, float(sample.dpi) if sample.capture == "scan" else None).problems
    problem, margin = max(margins(sample.image).items(), key=lambda one: one[1])
    missed = (f"readable → {', '.join(found)}",) if found else ()
    short = f"{sample.family}, {sample.way}\n{'REFUSED: ' if found else ''}{problem} × {margin:.2f}"
    return Seen(name, thumbnail(sample.image), (bool(found), margin), short, missed)


def page_read(sample: Sample, name: str) -> Seen:
    """A page to read: worst with wrong fields, then missed ones, then the least confidence."""
    score = Score()
    inspection = inspect(sample.image, float(sample.dpi) if sample.capture == "scan" else None)
    least, result = 0.0, Result(False, tuple(map(str, inspection.problems)))
    if inspection.accepted:
        reading = read(inspection)
        fields = {field: found.value for field, found in reading.fields.items()}
        least = min((found.confidence for found in reading.fields.values()), default=0.0)
        result = Result(not reading.problems, reading.problems, str(reading.kind), reading.rotation, fields)
    score.add(sample, result)
    group = "payslip" if sample.kind == "payslip" else "other"
    count = score.fields.get(f"{group} all", {})
    wrong = count.get("wrong", 0) + sum(one.startswith(("kind", "turned", "readable")) for one in score.misses)
    said = "; ".join(one.split(":")[0] for one in score.misses) or f"least sure {least:.2f}"
    short = f"{sample.family.removeprefix('paper ')}, {sample.way}\n{said}"
    return Seen(name, thumbnail(sample.image), (wrong, count.get("missed", 0), -least), short, tuple(score.misses))


def to_refuse(recipe: Recipe, count: int, seed: int) -> Iterator[tuple[str, Seen]]:
    """Of every refusal `count` captures."""
    for number, sample in enumerate(refused(recipe, count * len(recipe.spoilt), seed)):
        yield str(sample.problem), judged(sample, f"r{number:03d}")


def payslips(recipe: Recipe, count: int, seed: int) -> Iterator[tuple[str, Seen]]:
    """About `count` photographs and twice as many scans, and both again as what is nearest to be refused."""
    for number, sample in enumerate(readable(recipe, 3 * count, seed, "payslips")):
        yield "readable", nearest(sample, f"s{number:03d}")
        yield f"payslip_{sample.capture}", page_read(sample, f"s{number:03d}")


def papers(recipe: Recipe, count: int, seed: int) -> Iterator[tuple[str, Seen]]:
    """Of every other kind of paper `count` captures."""
    for number, sample in enumerate(readable(recipe, count * len(recipe.papers), seed, "papers")):
        yield sample.kind, page_read(sample, f"p{number:03d}")


WHAT: dict[str, Draw] = {
    "refused": to_refuse,
    "payslips": payslips,
    "papers": papers,
}


def drawn(draw: Draw, sets: Sequence[str], count: int, seed: int) -> Iterator[tuple[str, Seen]]:
    """`count` pages of each class from each set; the set's number stands before a page's."""
    for name in sets:
        number = list(SETS).index(name) + 1
        for group, page in draw(SETS[name][0], count, seed):
            yield group, replace(page, name=f"{number}-{page.name}")


def worst(pages: Iterable[tuple[str, Seen]], most: int) -> tuple[Classes, dict[str, int]]:
    """The `most` worst pages of each class, worst first, and how many were drawn. Ctrl-C ends it with those so far."""
    kept: Classes = {}
    count: dict[str, int] = {}
    try:
        for group, page in pages:
            count[group] = count.get(group, 0) + 1
            kept[group] = sorted([*kept.get(group, []), page], key=lambda one: one.badness, reverse=True)[:most]
    except KeyboardInterrupt:
        sys.stderr.write("stopped: what was drawn so far is written\n")
    return kept, count


def written(out: Path, kept: Classes, count: dict[str, int]) -> list[str]:
    """The sheets as files; the lines of a table of what was missed."""
    out.mkdir(parents=True, exist_ok=True)
    lines = []
    for group, pages in kept.items():
        captions = ["\n".join(line[:CAPTION] for line in f"{page.name} {page.short}".split("\n")) for page in pages]
        data = contact_sheet([page.picture for page in pages], captions, MOST_BYTES)
        (out / f"worst-{group}.jpg").write_bytes(data)
        failed = sum(bool(page.missed) for page in pages)
        lines += ["", f"## {group}: {len(pages)} of {count[group]} shown, {failed} with a miss", ""]
        lines += ["| page | margin or least confidence | missed |", "|---|---|---|"]
        lines += [f"| {one.name} | {one.short.replace(chr(10), ': ')} | {'; '.join(one.missed)} |" for one in pages]
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=tuple(SETS), nargs="+", default=("fourth", "fifth"))
    parser.add_argument("--seed", type=int, default=5201)
    parser.add_argument("--out", type=Path, required=True, help="folder for the sheets and the table")
    parser.add_argument("--per-class", type=int, default=10, help="pages shown of each class")
    parser.add_argument("--drawn", type=int, default=12, help="pages drawn of each class and set")
    parser.add_argument("--what", choices=tuple(WHAT), nargs="*", default=tuple(WHAT))
    args = parser.parse_args()
    for what in args.what:
        lines = written(args.out, *worst(drawn(WHAT[what], args.set, args.drawn, args.seed), args.per_class))
        (args.out / f"worst-{what}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
