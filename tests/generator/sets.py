"""Samples with their truth: papers drawn, captured, turned. Everything follows from one seed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from kiosk.pages.model import Image
from tests.generator import captures
from tests.generator.families import FAMILIES
from tests.generator.fonts import TUNED, Face
from tests.generator.papers import Spec, Style, centred, draw_paper, letter
from tests.generator.parts import Drawn
from tests.generator.wordings import PAPERS

Capture = Callable[[Image, Random], Image]
DPI = (200, 300)


@dataclass(frozen=True, slots=True)
class Sample:
    """A capture; `problem` is why it is to be refused, None for readable ones, whose `truth` is what the page says.

    `rotation`: degrees clockwise that make it upright. `family` and `capture` name what it was made of.
    """

    image: Image
    dpi: int
    kind: str
    family: str
    capture: str
    way: str
    rotation: int = 0
    problem: str | None = None
    truth: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What samples are made of: layouts, wordings, typefaces, captures to accept ("scan", "photo") and to refuse."""

    families: Mapping[str, Callable[[Random, Face], Drawn]]
    papers: Sequence[Spec]
    styles: tuple[Style, Style]
    faces: Sequence[Face]
    scans: Sequence[Capture]
    photos: Sequence[Capture]
    spoilt: Mapping[str, Sequence[Capture]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paper drawn for a sample: `page` of it is captured."""

    drawn: Drawn
    family: str
    page: int

    @property
    def truth(self) -> Mapping[str, str]:
        return self.drawn.truth[self.page]


def chosen(recipe: Recipe, number: int, random: Random, kinds: str = "both") -> Chosen:
    """The paper of sample `number`: two payslips for each other paper, family by family."""
    families = list(recipe.families.items())
    if kinds == "papers" or (kinds == "both" and number % 3 == 2):
        spec = recipe.papers[(number // 3 if kinds == "both" else number) % len(recipe.papers)]
        drawn = draw_paper(spec, random, random.choice(recipe.faces), recipe.styles)
        family = f"paper {spec.title[:24]}"
    else:
        family, draw = families[(number - number // 3 if kinds == "both" else number) % len(families)]
        drawn = draw(random, random.choice(recipe.faces))
    return Chosen(drawn, family, random.randrange(len(drawn.truth)))


def readable(recipe: Recipe, count: int, seed: int, kinds: str = "both") -> Iterator[Sample]:
    """`count` readable captures: two scans for each photograph, nearly half of them turned."""
    for number in range(count):
        random = Random(f"{seed} {number}")
        paper = chosen(recipe, number, random, kinds)
        photographed = random.random() < 1 / 3
        dpi = 300 if photographed else random.choice(DPI)
        capture = random.choice(recipe.photos if photographed else recipe.scans)
        image = capture(paper.drawn.sheet.pages(dpi)[paper.page], random)
        degrees = random.choice((0, 0, 0, 0, 90, 180, 180, 270))
        yield Sample(
            captures.turned(image, degrees),
            dpi,
            paper.drawn.kind,
            paper.family,
            "photo" if photographed else "scan",
            capture.__name__,
            (360 - degrees) % 360,
            truth=paper.truth,
            also=paper.drawn.also,
        )


def refused(recipe: Recipe, count: int, seed: int) -> Iterator[Sample]:
    """`count` captures that no one could use, each code as often."""
    families = list(recipe.families.items())
    codes = list(recipe.spoilt)
    for number in range(count):
        random = Random(f"{seed} refused {number}")
        code = codes[number % len(codes)]
        # drawn by lot: in step with the codes each of them could meet one layout only
        family, draw = random.choice(families)
        ways = recipe.spoilt[code]
        spoil = ways[number // len(codes) % len(ways)]
        drawn = draw(random, random.choice(recipe.faces))
        image = spoil(drawn.sheet.pages(200)[0], random)
        yield Sample(image, 200, drawn.kind, family, "refused", spoil.__name__, problem=code)


def _landscape(_page: Image, random: Random) -> Image:
    return captures.not_a_document(random)


TUNING = Recipe(
    FAMILIES,
    PAPERS,
    (letter, centred),
    TUNED,
    (captures.flatbed, captures.flatbed, captures.grey, captures.pale, captures.creased, captures.stained),
    (captures.photo, captures.soft_photo, captures.heavy_shadow, captures.bright_table),
    {
        "blurred": (captures.blurred, captures.moved, captures.smudged, captures.blurred_photo),
        "dark": (captures.dark,),
        "glare": (captures.glare, captures.glare_bar),
        "cut_off": (captures.cut_off, captures.cut_scan, captures.cut_side),
        "folded": (captures.folded, captures.folded_elsewhere),
        "blank": (captures.blank, captures.empty_photo),
        "low_resolution": (captures.low_resolution, captures.message),
        "not_a_document": (_landscape, captures.surface),
    },
)
