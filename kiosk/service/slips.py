"""Small papers about people: a call that nobody could answer yet, and who opened a file."""

import datetime as dt
from collections.abc import Sequence

from kiosk.mediation.help import HelpRequest
from kiosk.mediation.opened import Opened
from kiosk.proof import wording
from kiosk.proof.strip import MARGIN, Strip
from kiosk.service.opening import OpeningFacts
from kiosk.words import SOURCE_LANGUAGE, mark, say

ROLES = {"mediator": mark("un conseiller"), "site_manager": mark("le responsable de l’espace")}
_VIEWS = {
    "screen": mark("Votre écran a été vu par {who}."),
    "bundle": mark("Votre dossier a été ouvert par {who}."),
    "papers": mark("Les papiers de votre dossier ont été refaits par {who}."),
}


def call_slip(call: HelpRequest, place: int, facts: OpeningFacts, now: dt.datetime, language: str) -> bytes:
    """The ticket of a call, as a 1-bit PNG: its number, when people are there, and the telephone."""
    strip = Strip()
    languages = wording.spoken(language)
    title = mark("Votre appel") if facts.open_now else mark("Rendez-vous")
    _title(strip, title, languages)
    strip.fitted(wording.long_date(now, SOURCE_LANGUAGE), 72)
    strip.fitted(wording.hour(now, SOURCE_LANGUAGE), 60)
    strip.rule()
    for spoken in languages:
        french = spoken == SOURCE_LANGUAGE
        for sentence in _answers(spoken, place, facts, call):
            strip.text(sentence, 32 if french else 25, bold=french)
            strip.skip(4)
    strip.rule()
    strip.text(facts.site, 25)
    if facts.phone:
        strip.text(say(SOURCE_LANGUAGE, mark("Téléphone : {number}"), number=facts.phone), 32, bold=True)
    strip.text(f"Appel n° {call.id.upper()}", 22)
    return strip.png()


def opened_slip(number: str, opened: Sequence[Opened], now: dt.datetime, language: str) -> bytes:
    """Who opened what of a visit, and when: for the person whose papers they are."""
    strip = Strip()
    languages = wording.spoken(language)
    _title(strip, mark("Qui a vu votre dossier"), languages)
    strip.text(f"{wording.long_date(now, SOURCE_LANGUAGE)}, {wording.hour(now, SOURCE_LANGUAGE)}", 25)
    strip.rule()
    for one in opened:
        at = one.at.astimezone(now.tzinfo)
        strip.text(f"{wording.long_date(at, SOURCE_LANGUAGE)}, {wording.hour(at, SOURCE_LANGUAGE)}", 28, bold=True)
        for spoken in languages:
            who = f"{say(spoken, ROLES[one.role])} ({one.badge})"
            strip.text(say(spoken, _VIEWS[one.what], who=who), 26 if spoken == SOURCE_LANGUAGE else 22)
        strip.skip(8)
    strip.rule()
    for spoken in languages:
        strip.text(say(spoken, mark("Chaque ouverture est écrite dans le registre de la borne.")), 22)
    strip.text(number, 20)
    return strip.png()


def recovery_slip(code: str, site: str, now: dt.datetime) -> bytes:
    """The recovery code of the console, for whoever is responsible for the space. French: it is for staff."""
    strip = Strip()
    _title(strip, "Code de secours", (SOURCE_LANGUAGE,))
    strip.text(f"Console de {site}", 26)
    strip.text(f"{wording.long_date(now, SOURCE_LANGUAGE)}, {wording.hour(now, SOURCE_LANGUAGE)}", 25)
    strip.rule()
    strip.centred(code, 46, bold=True)
    strip.rule()
    strip.text("Il ouvre la console une seule fois.", 26)
    strip.text("Gardez-le sous clé. Qui l’a entre comme responsable.", 26)
    strip.text("Pour en faire un autre : kiosk console recovery", 22)
    return strip.png()


def _title(strip: Strip, title: str, languages: Sequence[str]) -> None:
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(say(SOURCE_LANGUAGE, title), 42, bold=True, x=MARGIN + 62)
    for spoken in languages[1:]:
        strip.text(say(spoken, title), 24)
    strip.skip(4)


def _answers(language: str, place: int, facts: OpeningFacts, call: HelpRequest) -> list[str]:
    if not facts.open_now:
        when = []
        if facts.opens_at is not None:
            day = wording.long_date(facts.opens_at, language)
            hour = wording.hour(facts.opens_at, language)
            when = [say(language, mark("L’espace ouvre le {day} à {hour}."), day=day, hour=hour)]
        return [
            say(language, mark("L’espace est fermé maintenant.")),
            *when,
            say(language, mark("Votre demande est notée.")),
            say(language, mark("Revenez avec ce ticket.")),
        ]
    open_until = []
    if facts.until is not None:
        moment = dt.datetime.combine(call.sent_at.date(), facts.until)
        open_until = [say(language, mark("L’espace est ouvert jusqu’à {hour}."), hour=wording.hour(moment, language))]
    return [
        say(language, mark("Personne n’a encore répondu.")),
        say(language, mark("Vous êtes le numéro {place}."), place=place),
        *open_until,
        say(language, mark("Montrez ce ticket à l’accueil.")),
    ]
