"""The short receipt of an event in the life of a submission: an 80 mm ticket and one A4 sheet."""

import datetime as dt
from dataclasses import dataclass

from kiosk.proof import wording
from kiosk.proof.event_code import EventClaims, event_text
from kiosk.proof.event_words import WORDS
from kiosk.proof.keys import Certificate, KioskKey, grouped
from kiosk.proof.manifest import receipt_number
from kiosk.proof.receipt_names import EVENT_NAME
from kiosk.proof.sheet import GREEN, INK, MARGIN, PROBLEM, QUIET, WIDTH, Sheet
from kiosk.proof.strip import MARGIN as DOTS_MARGIN
from kiosk.proof.strip import Strip
from kiosk.words import SOURCE_LANGUAGE, in_french, mark, say, say_many

_DOTS = 5
_CODE_SIDE = 40.0
_TITLE = mark("Suivi de votre envoi")


@dataclass(frozen=True, slots=True)
class EventPaper:
    """What is printed beside the claims: where, about what, in which language. `first_at` dates the receipt."""

    claims: EventClaims
    code: bytes
    site: str
    phone: str
    body: str
    guide: str
    language: str
    first_at: dt.datetime


def render_event_ticket(paper: EventPaper, reprinted_at: dt.datetime | None = None) -> bytes:
    """The ticket as a 1-bit PNG; a reprint is marked DUPLICATA, with both times."""
    claims, words = paper.claims, WORDS[paper.claims.event]
    strip = Strip()
    if reprinted_at is not None:
        strip.banner("DUPLICATA", 44)
        strip.text(f"Premier tirage : {_when(claims.at)}", 24)
        strip.text(f"Ce tirage : {_when(reprinted_at)}", 24)
        strip.skip(10)
    strip.eye(DOTS_MARGIN + 24, strip.y + 30, 24)
    strip.text(_TITLE, 40, bold=True, x=DOTS_MARGIN + 62)
    for language in wording.spoken(paper.language):
        if language == SOURCE_LANGUAGE:
            strip.fitted(words.title, 52)
        else:
            strip.text(f"{say(language, _TITLE)} · {say(language, words.title)}", 26)
    strip.fitted(wording.long_date(claims.at, SOURCE_LANGUAGE), 56)
    strip.fitted(wording.hour(claims.at, SOURCE_LANGUAGE), 56)
    for text, bold in _facts(paper, SOURCE_LANGUAGE):
        strip.text(text, 28 if bold else 25, bold=bold)
    if _short(paper):
        for language in wording.spoken(paper.language):
            strip.banner(_short_sentence(paper, language), 30 if language == SOURCE_LANGUAGE else 24)
    strip.code(event_text(paper.code), _DOTS)
    strip.rule()
    for language in wording.spoken(paper.language):
        french = language == SOURCE_LANGUAGE
        strip.text(say(language, words.proves, body=paper.body), 25 if french else 21)
        strip.text(say(language, words.does_not, body=paper.body), 25 if french else 21, bold=french)
    strip.rule()
    strip.text(_small(paper), 19)
    strip.text(f"Registre, ligne {claims.sequence} : {grouped(claims.head, 16)}", 19)
    return strip.png()


def render_event_sheet(paper: EventPaper, key: KioskKey) -> bytes:
    """One A4 sheet (PDF/A-3U), signed."""
    claims, words = paper.claims, WORDS[paper.claims.event]
    number = receipt_number(claims.kiosk, claims.receipt)
    sheet = Sheet(
        title=f"Suivi du reçu {number}",
        when=claims.at,
        running_head=f"Suivi du reçu {number}",
        foot=f"{_TITLE} · reçu n° {number} · {_when(claims.at)}",
    )
    spoken = wording.spoken(paper.language)
    left = WIDTH - 2 * MARGIN - _CODE_SIDE - 8
    sheet.mark(MARGIN + 5, 20.6, 5)
    sheet.line_of(_TITLE, MARGIN + 13, 13, 21, bold=True, colour=GREEN)
    sheet.code(event_text(paper.code), WIDTH - MARGIN - _CODE_SIDE, 15, _CODE_SIDE)
    sheet.set_y(34)
    for rank, language in enumerate(spoken):
        size, colour = (24, INK) if rank == 0 else (11, QUIET)
        sheet.paragraph(say(language, words.title), size, width=left, bold=rank == 0, colour=colour, after=0)
    sheet.paragraph(_when(claims.at), 17, width=left, bold=True)
    sheet.set_y(max(sheet.get_y(), 62) + 2)
    for text, bold in _facts(paper, spoken[0]):
        sheet.paragraph(text, 12 if bold else 10.5, bold=bold)
    if _short(paper):
        for rank, language in enumerate(spoken):
            sheet.paragraph(_short_sentence(paper, language), 14 if rank == 0 else 9.5, bold=rank == 0, colour=PROBLEM)
    for title, message in ((mark("Ce qu’il prouve"), words.proves), (mark("Ce qu’il ne prouve pas"), words.does_not)):
        sheet.heading([say(language, title) for language in spoken])
        for rank, language in enumerate(spoken):
            text = say(language, message, body=paper.body)
            sheet.paragraph(text, 11 if rank == 0 else 9, colour=INK if rank == 0 else QUIET)
    _verification(sheet, paper, key.certificate)
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


def _verification(sheet: Sheet, paper: EventPaper, certificate: Certificate) -> None:
    sheet.heading([in_french("Comment vérifier")])
    sheet.paragraph(in_french("Avec le programme de la borne : « kiosk verify suivi.pdf »."), 9)
    sheet.paragraph(in_french("« pdfsig suivi.pdf » dit si ce fichier a changé depuis sa signature."), 9)
    sheet.paragraph(in_french("Le certificat de la borne a cette empreinte :"), 9)
    sheet.paragraph(certificate.fingerprint, 9, bold=True, colour=GREEN)
    claims = paper.claims
    sheet.paragraph(f"Registre : ligne {claims.sequence}, tête {grouped(claims.head)}", 6.5, colour=QUIET)
    sheet.paragraph(_small(paper), 6.5, colour=QUIET)


def _facts(paper: EventPaper, language: str) -> list[tuple[str, bool]]:
    """What is to be known, each with whether it is in bold."""
    claims = paper.claims
    number = receipt_number(claims.kiosk, claims.receipt)
    found = [
        (f"{paper.body} · {paper.guide}", True),
        (say(language, mark("Reçu n° {number} du {date}"), number=number, date=_when(paper.first_at)), False),
        (say(language, mark("Pages remises : {pages}"), pages=claims.pages), False),
    ]
    if claims.counted is not None:
        text = say(language, mark("Pages affichées par l’organisme : {counted}"), counted=claims.counted)
        found.append((text, True))
    if claims.reference:
        found.append((say(language, mark("Référence : {reference}"), reference=claims.reference), True))
    if claims.artefact:
        found.append((f"Document gardé, empreinte {grouped(claims.artefact)}", False))
    return found


def _short(paper: EventPaper) -> bool:
    counted = paper.claims.counted
    return counted is not None and counted < paper.claims.pages


def _short_sentence(paper: EventPaper, language: str) -> str:
    claims = paper.claims
    gone = claims.pages - (claims.counted or 0)
    return say_many(
        language,
        "Il manque {count} page sur {pages}.",
        "Il manque {count} pages sur {pages}.",
        gone,
        pages=claims.pages,
    )


def _small(paper: EventPaper) -> str:
    place = " · ".join(filter(None, (paper.site, paper.phone, f"borne {paper.claims.kiosk}")))
    return f"{place} · {wording.offset(paper.claims.at)}, horloge de la borne"


def _when(at: dt.datetime) -> str:
    return f"{wording.long_date(at, SOURCE_LANGUAGE)}, {wording.hour(at, SOURCE_LANGUAGE)}"
