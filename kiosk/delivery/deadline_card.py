"""A ticket with the last day to act, what to do and whom to ask, and a calendar entry as a code for a telephone.

Nothing of it is kept.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass

from kiosk.guides.deadlines import last_day, last_posting_day
from kiosk.guides.schema import Deadline, Guide, Severity
from kiosk.proof import wording
from kiosk.proof.strip import MARGIN, Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

_DOTS = 5
_TITLE = mark("Répondez avant la fin de ce jour")
_FROM = mark("Lettre de : {sender}")
_POST = mark("Par courrier : postez le {date} au plus tard.")
_NO_POST = mark("Le courrier n’arrivera plus à temps. Allez sur place.")
_KEEP = mark("Gardez la lettre et son enveloppe.")
_PROOF = mark("Répondez avec une preuve : lettre recommandée, ou reçu de la borne.")
_HELP = mark("Un conseiller peut vous aider à répondre.")
_READ = mark("La borne a lu la lettre, et vous avez confirmé. Vérifiez sur la lettre.")
_CODE = mark("Ce code met la date dans votre téléphone.")
_SEVERITY = {
    Severity.DELAY: mark("Après, votre dossier prend du retard."),
    Severity.SUSPENSION: mark("Après, vos droits peuvent s’arrêter."),
    Severity.LOSS: mark("Après, vous pouvez perdre vos droits."),
}


@dataclass(frozen=True, slots=True)
class DeadlineCard:
    """What the card says. `matter` names the calendar entry, and nobody.

    `sender` is that of a letter which the kiosk read, or empty. `post_by` and `severity` are None where no guide
    tells them; `advice` are sentences of the guide, in French.
    """

    end: dt.date
    matter: str
    now: dt.datetime
    sender: str = ""
    post_by: dt.date | None = None
    severity: Severity | None = None
    advice: tuple[str, ...] = ()
    site: str = ""
    phone: str = ""


def card_of(guide: Guide, deadline: Deadline, start: dt.date, now: dt.datetime) -> DeadlineCard:
    """The card of a delay that a person starts at a day of their own."""
    return DeadlineCard(
        last_day(deadline, start),
        matter(guide, deadline),
        now,
        post_by=last_posting_day(deadline, start),
        severity=deadline.severity,
        advice=(f"{guide.body.name} · {deadline.label.within(SOURCE_LANGUAGE)}",),
    )


def matter(guide: Guide, deadline: Deadline) -> str:
    return f"{guide.body.name}\u00a0: {deadline.label.within(SOURCE_LANGUAGE)}"


def render_deadline_card(card: DeadlineCard, language: str) -> bytes:
    """The ticket as a 1-bit PNG, 576 dots wide: the day in the largest letters, in French and in `language`."""
    spoken = wording.spoken(language)
    strip = Strip()
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(_TITLE, 36, bold=True, x=MARGIN + 62, width=460)
    strip.skip(6)
    strip.fitted(_long(card.end, SOURCE_LANGUAGE, card.now), 84)
    for one in spoken[1:]:
        strip.text(f"{say(one, _TITLE)} : {_long(card.end, one, card.now)}", 26, bold=True)
    strip.skip(6)
    if card.sender:
        strip.text(say(SOURCE_LANGUAGE, _FROM, sender=card.sender), 32, bold=True)
    strip.rule()
    for sentence in card.advice:
        strip.text(sentence, 27)
    for one in spoken:
        for sentence in _sentences(card, one):
            strip.text(sentence, 25 if one == SOURCE_LANGUAGE else 21)
    strip.code(calendar_entry(card), _DOTS)
    for one in spoken:
        strip.text(say(one, _CODE), 25 if one == SOURCE_LANGUAGE else 21)
    strip.rule()
    for whom in filter(None, (card.site, card.phone)):
        strip.text(whom, 25, bold=True)
    strip.text(f"{wording.long_date(card.now, SOURCE_LANGUAGE)}, {wording.hour(card.now, SOURCE_LANGUAGE)}", 21)
    return strip.png()


def _sentences(card: DeadlineCard, language: str) -> list[str]:
    stake = [say(language, _SEVERITY[card.severity])] if card.severity is not None else []
    read = [say(language, _READ)] if card.sender else []
    return [*_posting(card, language), *stake, *(say(language, one) for one in (_KEEP, _PROOF, _HELP)), *read]


def _posting(card: DeadlineCard, language: str) -> list[str]:
    if card.post_by is None:
        return []
    if card.post_by < card.now.date():
        return [say(language, _NO_POST)]
    return [say(language, _POST, date=_long(card.post_by, language, card.now))]


def calendar_entry(card: DeadlineCard) -> str:
    """An iCalendar file (RFC 5545) of one whole day, with an alarm two days before. It names nobody."""
    identifier = hashlib.sha256(f"{card.matter} {card.end.isoformat()}".encode()).hexdigest()[:16]
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Temoin//FR",
        "BEGIN:VEVENT",
        f"UID:{identifier}@temoin",
        f"DTSTAMP:{card.now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{card.end:%Y%m%d}",
        f"SUMMARY:{_escaped(card.matter)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:-",
        "TRIGGER:-P2D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\r\n".join(lines) + "\r\n"


def _escaped(text: str) -> str:
    """As TEXT of RFC 5545 asks, within one line of 75 bytes."""
    safe = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", " ").replace("\u00a0", " ")
    return safe.encode()[: 75 - len("SUMMARY:")].decode("utf-8", "ignore")


def _long(day: dt.date, language: str, now: dt.datetime) -> str:
    return wording.long_date(dt.datetime.combine(day, dt.time(12), now.tzinfo), language)
