"""From an accepted page to what it says: upright, words, kind, fields."""

import time
from collections.abc import Callable, Sequence

from kiosk.pages import secondlook
from kiosk.pages.codes import find_codes
from kiosk.pages.kinds import find_kind
from kiosk.pages.layout import Layout, build, numbered_words
from kiosk.pages.model import Field, Inspection, Kind, Problem, Reading
from kiosk.pages.paper.fields import read_paper
from kiosk.pages.payslip.fields import read_fields
from kiosk.pages.sealed import compared, is_doubtful, known_kind, printed_codes
from kiosk.pages.text import OutOfTime, require
from kiosk.pages.twoddoc.trust import NOBODY, Trust
from kiosk.pages.upright import DOUBTFUL, Upright, read_upright

EXPECTED = (
    "period", "pay_date", "employer_name", "employer_siret", "employee_name",
    "gross", "net_paid", "net_social", "net_taxable", "hours",
)  # fmt: skip
"""What nearly every payslip says."""
SURE = 0.98
"""A field that is less probably right is looked at again."""


def read(
    inspection: Inspection,
    languages: Sequence[str] = ("fra",),
    seconds: float = 60.0,
    now: Callable[[], float] = time.monotonic,
    trust: Trust = NOBODY,
) -> Reading:
    """Read a page within `seconds`. `trust` tells whose 2D-Doc seals can be verified.

    Raises `ReaderUnavailable` where the engine or a language is missing. When the time is over the page is handed back
    `out_of_time`: no words, and kind `OTHER` unless a seal tells it.
    """
    require(languages)
    end = now() + seconds
    codes = printed_codes(find_codes(inspection.page), trust)
    try:
        upright = read_upright(inspection.page, languages, inspection.dpi, seconds, now)
    except OutOfTime:
        kind, confidence = known_kind(codes, Kind.OTHER, 0.0)
        return Reading(inspection.page, 0, kind, confidence, codes=codes, out_of_time=True)
    height, width = upright.page.shape[:2]
    layout = build(upright.words, width, height)
    kind, confidence = known_kind(codes, *find_kind(layout))
    fields: dict[str, Field] = {}
    if kind is Kind.PAYSLIP:
        layout, fields = _payslip(layout, upright, languages, inspection.dpi, end - now())
    else:
        layout = _completed(layout, upright, languages, inspection.dpi, end - now())
        fields = read_paper(layout, kind)
    codes, fields = compared(codes, kind, fields)
    problems = (Problem.UPSIDE_DOWN,) if upright.score < DOUBTFUL and len(layout.cells) > 20 else ()
    return Reading(
        page=upright.page,
        rotation=upright.rotation,
        kind=kind,
        confidence=confidence,
        fields=fields,
        words=numbered_words(layout),
        problems=problems,
        codes=codes,
        doubts=(Problem.SEAL_DIFFERS,) if is_doubtful(codes) else (),
    )


def _payslip(
    layout: Layout, upright: Upright, languages: Sequence[str], dpi: float, seconds: float
) -> tuple[Layout, dict[str, Field]]:
    """The fields, with a second look at what was passed over where one is missing or unsure."""
    fields = read_fields(layout)
    pieces = secondlook.cut_short(upright.page, layout)
    if not all(name in fields and fields[name].confidence >= SURE for name in EXPECTED):
        pieces += secondlook.pieces_of(upright.page, layout)
    better = _looked_again(layout, pieces, upright, languages, dpi, seconds)
    return better, fields if better is layout else read_fields(better)


def _completed(layout: Layout, upright: Upright, languages: Sequence[str], dpi: float, seconds: float) -> Layout:
    """The words, with those that the first reading passed over amid others."""
    pieces = secondlook.passed_over(upright.page, layout)
    return _looked_again(layout, pieces, upright, languages, dpi, seconds)


def _looked_again(
    layout: Layout,
    pieces: Sequence[secondlook.Piece],
    upright: Upright,
    languages: Sequence[str],
    dpi: float,
    seconds: float,
) -> Layout:
    """`layout` with what the pieces say; the same where there are none or the time is over."""
    if not pieces:
        return layout
    try:
        again = secondlook.look_again(upright.page, layout, pieces[: secondlook.MOST], languages, dpi, seconds)
    except OutOfTime:
        return layout
    return build(secondlook.merged(upright.words, again), layout.width, layout.height)
