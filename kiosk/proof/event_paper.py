"""The short receipt of an event in the life of a submission: an 80 mm ticket and one A4 sheet."""

import datetime as dt
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
from kiosk.proof.keys import Certificate, KioskKey, grouped
from kiosk.proof.manifest import receipt_number
from kiosk.proof.sheet import GREEN, MARGIN, PROBLEM, QUIET, Sheet
from kiosk.proof.strip import Strip
from kiosk.words import SOURCE_LANGUAGE, in_french, mark, say, say_many

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
        strip.text(f"Premier tirage : {when(claims.at)}", 24)
        strip.text(f"Ce tirage : {when(reprinted_at)}", 24)
        strip.skip(10)
    ticket_head(strip, _TITLE, 40)
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
    ticket_code(strip, paper.code)
    strip.rule()
    for language in wording.spoken(paper.language):
        ticket_proves(strip, language, words, paper.body)
    strip.rule()
    strip.text(where(claims, paper.site, paper.phone), 19)
    ticket_row(strip, claims)
    return strip.png()


def render_event_sheet(paper: EventPaper, key: KioskKey) -> bytes:
    """One A4 sheet (PDF/A-3U), signed."""
    claims, words = paper.claims, WORDS[paper.claims.event]
    number = receipt_number(claims.kiosk, claims.receipt)
    sheet = Sheet(
        title=f"Suivi du reçu {number}",
        when=claims.at,
        running_head=f"Suivi du reçu {number}",
        foot=f"{_TITLE} · reçu n° {number} · {when(claims.at)}",
    )
    spoken = wording.spoken(paper.language)
    code_at_right(sheet, paper.code)
    sheet.line_of(_TITLE, MARGIN + 13, 13, 21, bold=True, colour=GREEN)
    sheet.set_y(34)
    in_each(sheet, spoken, partial(say, message=words.title), (24, 11), bold=True, width=BESIDE_CODE, after=0)
    sheet.paragraph(when(claims.at), 17, width=BESIDE_CODE, bold=True)
    sheet.set_y(max(sheet.get_y(), 62) + 2)
    for text, bold in _facts(paper, spoken[0]):
        sheet.paragraph(text, 12 if bold else 10.5, bold=bold)
    if _short(paper):
        short = partial(_short_sentence, paper)
        in_each(sheet, spoken, short, (14, 9.5), bold=True, colours=(PROBLEM, PROBLEM))
    what_it_proves(sheet, spoken, words, paper.body)
    _verification(sheet, paper, key.certificate)
    return signed(sheet, claims, paper.code, key)


def _verification(sheet: Sheet, paper: EventPaper, certificate: Certificate) -> None:
    sheet.heading([in_french("Comment vérifier")])
    sheet.paragraph(in_french("Avec le programme de la borne : « kiosk verify suivi.pdf »."), 9)
    sheet.paragraph(in_french("« pdfsig suivi.pdf » dit si ce fichier a changé depuis sa signature."), 9)
    sheet.paragraph(in_french("Le certificat de la borne a cette empreinte :"), 9)
    sheet.paragraph(certificate.fingerprint, 9, bold=True, colour=GREEN)
    claims = paper.claims
    sheet.paragraph(f"Registre : ligne {claims.sequence}, tête {grouped(claims.head)}", 6.5, colour=QUIET)
    sheet.paragraph(where(claims, paper.site, paper.phone), 6.5, colour=QUIET)


def _facts(paper: EventPaper, language: str) -> list[tuple[str, bool]]:
    """What is to be known, each with whether it is in bold."""
    claims = paper.claims
    number = receipt_number(claims.kiosk, claims.receipt)
    found = [
        (f"{paper.body} · {paper.guide}", True),
        (say(language, mark("Reçu n° {number} du {date}"), number=number, date=when(paper.first_at)), False),
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
