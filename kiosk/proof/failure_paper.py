"""The failure record on paper: an A4 sheet to be signed by two hands, and an 80 mm ticket."""

from dataclasses import dataclass

from kiosk.proof import wording
from kiosk.proof.event_code import EventClaims, event_text
from kiosk.proof.event_words import WORDS
from kiosk.proof.failure import KIND_WORDS, Failure
from kiosk.proof.keys import KioskKey, grouped
from kiosk.proof.manifest import receipt_number
from kiosk.proof.receipt_names import EVENT_NAME
from kiosk.proof.sheet import GREEN, HAIRLINE, INK, MARGIN, QUIET, WIDTH, Sheet
from kiosk.proof.strip import MARGIN as DOTS_MARGIN
from kiosk.proof.strip import Strip
from kiosk.words import SOURCE_LANGUAGE, in_french, mark, say, say_many

_DOTS = 5
_CODE_SIDE = 40.0
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
    sheet = Sheet(title=title, when=claims.at, running_head=title, foot=f"{title} · {_when(paper)}")
    spoken = wording.spoken(paper.language)
    left = WIDTH - 2 * MARGIN - _CODE_SIDE - 8
    sheet.mark(MARGIN + 5, 20.6, 5)
    sheet.line_of("Témoin", MARGIN + 13, 18, 13, bold=True, colour=GREEN)
    sheet.code(event_text(paper.code), WIDTH - MARGIN - _CODE_SIDE, 15, _CODE_SIDE)
    sheet.set_y(32)
    for rank, language in enumerate(spoken):
        first = rank == 0
        sheet.paragraph(
            say(language, words.title), 21 if first else 11, width=left, bold=first, colour=INK if first else QUIET
        )
    sheet.paragraph(f"n° {number} · noté le {_when(paper)}", 10.5, width=left)
    sheet.set_y(max(sheet.get_y(), 60) + 3)
    for rank, language in enumerate(spoken):
        first = rank == 0
        for text in _facts(paper, language):
            sheet.paragraph(text, 13 if first else 9.5, bold=first, colour=INK if first else QUIET)
    if failure.words:
        sheet.heading([say(language, _OWN_WORDS) for language in spoken])
        sheet.paragraph(f"«\u00a0{failure.words}\u00a0»", 11.5)
    for heading, message in ((mark("Ce qu’il prouve"), words.proves), (mark("Ce qu’il ne prouve pas"), words.does_not)):
        sheet.heading([say(language, heading) for language in spoken])
        for rank, language in enumerate(spoken):
            text = say(language, message, body=failure.body)
            sheet.paragraph(text, 11 if rank == 0 else 9, colour=INK if rank == 0 else QUIET)
    for rank, language in enumerate(spoken):
        sheet.paragraph(
            say(language, _KEEP), 11 if rank == 0 else 9, bold=rank == 0, colour=INK if rank == 0 else QUIET
        )
    _signatures(sheet)
    _small_print(sheet, paper, key)
    sheet.embed_file(
        bytes=paper.code,
        basename=EVENT_NAME,
        mime_type="application/cose",
        associated_file_relationship="Data",
        modification_date=claims.at,
        compress=True,
    )
    from kiosk.proof.pades import sign_pdf  # pyHanko is heavy: the first frame does not wait for it

    return sign_pdf(bytes(sheet.output()), key, claims.at)


def render_failure_ticket(paper: FailurePaper) -> bytes:
    """The same, short, as a 1-bit PNG."""
    claims, words = paper.claims, WORDS[paper.claims.event]
    strip = Strip()
    strip.eye(DOTS_MARGIN + 24, strip.y + 30, 24)
    strip.text(words.title, 34, bold=True, x=DOTS_MARGIN + 62)
    strip.skip(18)
    for language in wording.spoken(paper.language):
        french = language == SOURCE_LANGUAGE
        if not french:
            strip.text(say(language, words.title), 26)
        for rank, text in enumerate(_facts(paper, language)):
            strip.text(text, (30 if rank == 0 else 26) if french else 21, bold=french and rank == 0)
        strip.skip(6)
    strip.code(event_text(paper.code), _DOTS)
    for language in wording.spoken(paper.language):
        french = language == SOURCE_LANGUAGE
        strip.text(say(language, words.proves), 25 if french else 21)
        strip.text(say(language, words.does_not), 25 if french else 21, bold=french)
    strip.rule()
    strip.text(f"n° {receipt_number(claims.kiosk, claims.receipt)} · {_when(paper)}", 19)
    strip.text(_place(paper), 19)
    strip.text(f"Registre, ligne {claims.sequence} : {grouped(claims.head, 16)}", 19)
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
    sheet.paragraph(_place(paper), 6.5, colour=QUIET)


def _place(paper: FailurePaper) -> str:
    place = " · ".join(filter(None, (paper.site, paper.phone, f"borne {paper.claims.kiosk}")))
    return f"{place} · {wording.offset(paper.claims.at)}, horloge de la borne"


def _when(paper: FailurePaper) -> str:
    at = paper.claims.at
    return f"{wording.long_date(at, SOURCE_LANGUAGE)}, {wording.hour(at, SOURCE_LANGUAGE)}"
