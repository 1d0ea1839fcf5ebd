"""The ticket of a failed attempt: what was tried, dated and numbered, with room for a mediator’s signature.

It has no legal force by itself, and says so.
"""

from dataclasses import dataclass

from kiosk.proof import wording
from kiosk.proof.failure_code import FailureClaims, failure_text
from kiosk.proof.keys import grouped
from kiosk.proof.manifest import receipt_number
from kiosk.proof.strip import MARGIN, Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

_DOTS = 5
_TITLE = mark("Constat d’impossibilité")
_ANY_BODY = mark("Un autre organisme")
TRIED = {
    "portal": mark("Le site internet ne marchait pas."),
    "phone": mark("Personne n’a répondu au téléphone."),
    "closed": mark("Le guichet était fermé."),
    "refused": mark("Mes papiers ont été refusés."),
}
WHEN = {
    "now": mark("À l’instant"),
    "today": mark("Aujourd’hui"),
    "yesterday": mark("Hier"),
    "before": mark("Avant-hier ou plus tôt"),
}
TIMES = {
    "once": mark("Une fois"),
    "twice": mark("Deux fois"),
    "often": mark("Trois fois ou plus"),
}
_SAID = mark("C’est ce que la personne a dit à la borne, à cette heure.")
_FORCE = mark("Seul, ce papier n’a pas de force légale. Joignez-le à votre courrier.")
_SEEN = mark("Vu par le conseiller (nom, date, signature) :")


@dataclass(frozen=True, slots=True)
class FailurePaper:
    """What is printed beside the claims: where, and in which language."""

    claims: FailureClaims
    code: bytes
    site: str
    phone: str
    language: str


def body_name(body: str, language: str) -> str:
    """The name of the public body; a general one where the visitor named none of the list."""
    return say(language, _ANY_BODY) if body == "other" else body


def failure_lines(claims: FailureClaims, language: str) -> tuple[str, ...]:
    """What happened, in a few lines; a code without words stands for itself."""
    return (
        body_name(claims.body, language),
        say(language, TRIED.get(claims.tried, claims.tried)),
        f"{say(language, WHEN.get(claims.when, claims.when))} · {say(language, TIMES.get(claims.times, claims.times))}",
    )


def render_failure_ticket(paper: FailurePaper) -> bytes:
    """The ticket as a 1-bit PNG."""
    claims = paper.claims
    both = wording.spoken(paper.language)
    strip = Strip()
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(_TITLE, 36, bold=True, x=MARGIN + 62)
    strip.fitted(wording.long_date(claims.at, SOURCE_LANGUAGE), 84)
    strip.fitted(wording.hour(claims.at, SOURCE_LANGUAGE), 76)
    strip.skip(6)
    for language in both:
        french = language == SOURCE_LANGUAGE
        if not french:
            strip.text(say(language, _TITLE), 24, bold=True)
        for rank, line in enumerate(failure_lines(claims, language)):
            strip.text(line, 34 if french else 24, bold=french and rank < 2)
    strip.skip(6)
    strip.code(failure_text(paper.code), _DOTS)
    strip.rule()
    for language in both:
        for sentence in (_SAID, _FORCE):
            strip.text(say(language, sentence), 25 if language == SOURCE_LANGUAGE else 21)
    strip.rule()
    strip.text(_SEEN, 25)
    strip.skip(120)
    strip.rule()
    number = receipt_number(claims.kiosk, claims.sequence)
    phone = f" · {paper.phone}" if paper.phone else ""
    strip.text(f"{paper.site}{phone}", 21)
    strip.text(f"N° {number} · registre, ligne {claims.sequence} : {grouped(claims.head, 16)}", 19)
    return strip.png()
