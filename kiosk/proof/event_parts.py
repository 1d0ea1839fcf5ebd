"""What the papers of an event have in common: a sheet and a ticket around its code, and how the sheet is signed."""

import datetime as dt
from collections.abc import Callable, Sequence

from kiosk.proof import wording
from kiosk.proof.event_code import EventClaims, event_text
from kiosk.proof.event_words import EventWords
from kiosk.proof.keys import KioskKey, grouped
from kiosk.proof.receipt_names import EVENT_NAME
from kiosk.proof.sheet import INK, MARGIN, QUIET, WIDTH, Ink, Sheet
from kiosk.proof.strip import MARGIN as DOTS_MARGIN
from kiosk.proof.strip import Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

CODE_SIDE = 40.0
BESIDE_CODE = WIDTH - 2 * MARGIN - CODE_SIDE - 8
"""Millimetres for the words at the left of the code."""
_DOTS = 5


def when(at: dt.datetime) -> str:
    """Day and hour in French."""
    return f"{wording.long_date(at, SOURCE_LANGUAGE)}, {wording.hour(at, SOURCE_LANGUAGE)}"


def where(claims: EventClaims, site: str, phone: str) -> str:
    """The place, the kiosk, and whose clock it was."""
    place = " · ".join(filter(None, (site, phone, f"borne {claims.kiosk}")))
    return f"{place} · {wording.offset(claims.at)}, horloge de la borne"


def in_each(
    sheet: Sheet,
    spoken: Sequence[str],
    text: Callable[[str], str],
    sizes: tuple[float, float],
    *,
    bold: bool = False,
    colours: tuple[Ink, Ink] = (INK, QUIET),
    width: float = WIDTH - 2 * MARGIN,
    after: float = 0.8,
) -> None:
    """A sentence in the first language, and smaller in the others; `bold` is for the first alone."""
    for rank, language in enumerate(spoken):
        other = min(rank, 1)
        sheet.paragraph(
            text(language), sizes[other], bold=bold and not other, colour=colours[other], width=width, after=after
        )


def code_at_right(sheet: Sheet, code: bytes) -> None:
    """The mark at the left, the code at the right of the head of the sheet."""
    sheet.mark(MARGIN + 5, 20.6, 5)
    sheet.code(event_text(code), WIDTH - MARGIN - CODE_SIDE, 15, CODE_SIDE)


def what_it_proves(sheet: Sheet, spoken: Sequence[str], words: EventWords, body: str) -> None:
    """What the event proves, and what it does not."""
    for heading, message in ((mark("Ce qu’il prouve"), words.proves), (mark("Ce qu’il ne prouve pas"), words.does_not)):
        sheet.heading([say(language, heading) for language in spoken])
        in_each(sheet, spoken, lambda language, told=message: say(language, told, body=body), (11, 9))  # type: ignore[misc]


def signed(sheet: Sheet, claims: EventClaims, code: bytes, key: KioskKey) -> bytes:
    """The sheet as a PDF/A-3U that carries the event's code, signed by the kiosk."""
    sheet.embed_file(
        bytes=code,
        basename=EVENT_NAME,
        mime_type="application/cose",
        associated_file_relationship="Data",
        modification_date=claims.at,
        compress=True,
    )
    from kiosk.proof.pades import sign_pdf  # pyHanko is heavy: the first frame does not wait for it

    return sign_pdf(bytes(sheet.output()), key, claims.at)


def ticket_head(strip: Strip, title: str, dots: int) -> None:
    """The mark, and the title beside it."""
    strip.eye(DOTS_MARGIN + 24, strip.y + 30, 24)
    strip.text(title, dots, bold=True, x=DOTS_MARGIN + 62)


def ticket_code(strip: Strip, code: bytes) -> None:
    strip.code(event_text(code), _DOTS)


def ticket_proves(strip: Strip, language: str, words: EventWords, body: str) -> None:
    """What the event proves, and what it does not: larger in French."""
    french = language == SOURCE_LANGUAGE
    strip.text(say(language, words.proves, body=body), 25 if french else 21)
    strip.text(say(language, words.does_not, body=body), 25 if french else 21, bold=french)


def ticket_row(strip: Strip, claims: EventClaims) -> None:
    """The row of the ledger."""
    strip.text(f"Registre, ligne {claims.sequence} : {grouped(claims.head, 16)}", 19)
