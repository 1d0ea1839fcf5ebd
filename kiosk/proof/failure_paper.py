"""The failure record on paper: an A4 sheet to be signed by two hands, and an 80 mm ticket."""

from dataclasses import dataclass
from functools import partial

from kiosk.proof import wording
from kiosk.proof.event_code import EventClaims
from kiosk.proof.event_parts import (
    BESIDE_CODE,
    code_at_right,
    in_each,
    signed,
    ticket_code,
    ticket_head,
    ticket_proves,
    ticket_row,
    what_it_proves,
    when,
    where,
)
from kiosk.proof.event_words import WORDS
from kiosk.proof.failure import KIND_WORDS, Failure
from kiosk.proof.keys import KioskKey, grouped
from kiosk.proof.manifest import receipt_number
from kiosk.proof.sheet import GREEN, HAIRLINE, INK, MARGIN, QUIET, Sheet
from kiosk.proof.strip import Strip
from kiosk.words import SOURCE_LANGUAGE, in_french, mark, say, say_many

_TRIED = mark("Tenté le {date}, {hour}")
_TRIED_THAT_DAY = mark("Tenté le {date}")
_OWN_WORDS = mark("Ce que la personne a constaté")
_KEEP = mark("Gardez ce papier avec vos preuves. Joignez-le à votre réclamation.")


@dataclass(frozen=True, slots=True)
class FailurePaper:
    """What is printed. `claims` are those of the code; their `receipt` is the record’s own number."""

    claims: EventClaims
    code: bytes
    failure: Failure
    site: str
    phone: str
    language: str


def render_failure_sheet(paper: FailurePaper, key: KioskKey) -> bytes:
    """One A4 sheet (PDF/A-3U), signed by the kiosk, with room for two signatures."""
    claims, failure, words = paper.claims, paper.failure, WORDS[paper.claims.event]
    number = receipt_number(claims.kiosk, claims.receipt)
    title = f"{words.title} n° {number}"
    sheet = Sheet(title=title, when=claims.at, running_head=title, foot=f"{title} · {when(claims.at)}")
    spoken = wording.spoken(paper.language)
    code_at_right(sheet, paper.code)
    sheet.line_of("Témoin", MARGIN + 13, 18, 13, bold=True, colour=GREEN)
    sheet.set_y(32)
    in_each(sheet, spoken, partial(say, message=words.title), (21, 11), bold=True, width=BESIDE_CODE)
    sheet.paragraph(f"n° {number} · noté le {when(claims.at)}", 10.5, width=BESIDE_CODE)
    sheet.set_y(max(sheet.get_y(), 60) + 3)
    for rank, language in enumerate(spoken):
        first = rank == 0
        for text in _facts(paper, language):
            sheet.paragraph(text, 13 if first else 9.5, bold=first, colour=INK if first else QUIET)
    if failure.words:
        sheet.heading([say(language, _OWN_WORDS) for language in spoken])
        sheet.paragraph(f"«\u00a0{failure.words}\u00a0»", 11.5)
    what_it_proves(sheet, spoken, words, failure.body)
    in_each(sheet, spoken, partial(say, message=_KEEP), (11, 9), bold=True)
    _signatures(sheet)
    _small_print(sheet, paper, key)
    return signed(sheet, claims, paper.code, key)


def render_failure_ticket(paper: FailurePaper) -> bytes:
    """The same, short, as a 1-bit PNG."""
    claims, words = paper.claims, WORDS[paper.claims.event]
    strip = Strip()
    ticket_head(strip, words.title, 34)
    strip.skip(18)
    for language in wording.spoken(paper.language):
        french = language == SOURCE_LANGUAGE
        if not french:
            strip.text(say(language, words.title), 26)
        for rank, text in enumerate(_facts(paper, language)):
            strip.text(text, (30 if rank == 0 else 26) if french else 21, bold=french and rank == 0)
        strip.skip(6)
    ticket_code(strip, paper.code)
    for language in wording.spoken(paper.language):
        ticket_proves(strip, language, words, paper.failure.body)
    strip.rule()
    strip.text(f"n° {receipt_number(claims.kiosk, claims.receipt)} · {when(claims.at)}", 19)
    strip.text(where(claims, paper.site, paper.phone), 19)
    ticket_row(strip, claims)
    return strip.png()


def _facts(paper: FailurePaper, language: str) -> list[str]:
    failure = paper.failure
    date = wording.long_date(failure.tried_at, language)
    if failure.hour_said:
        tried = say(language, _TRIED, date=date, hour=wording.hour(failure.tried_at, language))
    else:
        tried = say(language, _TRIED_THAT_DAY, date=date)
    about = " · ".join(filter(None, (failure.body, failure.guide_title)))
    found = [say(language, KIND_WORDS[failure.kind]), about, tried]
    if failure.attempts > 1:
        found.append(say_many(language, "{count} tentative", "{count} tentatives", failure.attempts))
    return found


def _signatures(sheet: Sheet) -> None:
    sheet.room(34)
    top = sheet.get_y() + 6
    sheet.set_draw_color(*HAIRLINE)
    for x, who in ((MARGIN, in_french("La personne")), (MARGIN + 96, in_french("Le conseiller, qui confirme"))):
        sheet.line_of(who, x, top, 9, colour=QUIET)
        sheet.line(x, top + 22, x + 82, top + 22)
    sheet.set_y(top + 26)


def _small_print(sheet: Sheet, paper: FailurePaper, key: KioskKey) -> None:
    sheet.paragraph(in_french("Avec le programme de la borne : « kiosk verify constat.pdf »."), 8, colour=QUIET)
    sheet.paragraph(f"Certificat de la borne : {key.certificate.fingerprint}", 7, colour=QUIET)
    claims = paper.claims
    sheet.paragraph(f"Registre : ligne {claims.sequence}, tête {grouped(claims.head)}", 6.5, colour=QUIET)
    sheet.paragraph(f"Empreinte de ce qui est écrit : {grouped(claims.artefact)}", 6.5, colour=QUIET)
    sheet.paragraph(where(claims, paper.site, paper.phone), 6.5, colour=QUIET)
