"""A ticket with the last day to act, and a calendar entry as a code for those who have a telephone.

The day comes from the guide's delay and from a date that the person gives; nothing of it is kept.
"""

import datetime as dt
import hashlib

from kiosk.guides.calendar import Territory
from kiosk.guides.deadlines import last_day, last_posting_day
from kiosk.guides.schema import Deadline, Guide, Severity
from kiosk.proof import wording
from kiosk.proof.strip import MARGIN, Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

_DOTS = 5
_TITLE = mark("Votre date limite")
_POST = mark("Par courrier : postez le {date} au plus tard.")
_NO_POST = mark("Le courrier n’arrivera plus à temps. Allez sur place.")
_CODE = mark("Ce code met la date dans votre téléphone.")
_SEVERITY = {
    Severity.DELAY: mark("Après, votre dossier prend du retard."),
    Severity.SUSPENSION: mark("Après, vos droits peuvent s’arrêter."),
    Severity.LOSS: mark("Après, vous pouvez perdre vos droits."),
}


def render_deadline_card(
    guide: Guide,
    deadline: Deadline,
    start: dt.date,
    now: dt.datetime,
    language: str,
    territory: Territory = Territory.METROPOLE,
) -> bytes:
    """The ticket as a 1-bit PNG: the last day, the last day to post, what is at stake, and the entry as a code."""
    end = last_day(deadline, start, territory=territory)
    post = last_posting_day(deadline, start, territory=territory)
    strip = Strip()
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(_TITLE, 36, bold=True, x=MARGIN + 62)
    strip.skip(18)
    spoken = wording.spoken(language)
    for one in spoken[1:]:
        strip.text(say(one, _TITLE), 26)
    strip.fitted(_long(end, SOURCE_LANGUAGE, now), 60)
    for one in spoken:
        french = one == SOURCE_LANGUAGE
        if not french:
            strip.text(_long(end, one, now), 26)
        strip.text(f"{guide.body.name} · {deadline.label.within(one)}", 27 if french else 22, bold=french)
        posting = say(one, _POST, date=_long(post, one, now)) if post >= now.date() else say(one, _NO_POST)
        strip.text(posting, 27 if french else 22)
        strip.text(say(one, _SEVERITY[deadline.severity]), 27 if french else 22)
        strip.skip(6)
    strip.code(calendar_entry(guide, deadline, end, now), _DOTS)
    for one in spoken:
        strip.text(say(one, _CODE), 25 if one == SOURCE_LANGUAGE else 21)
    return strip.png()


def calendar_entry(guide: Guide, deadline: Deadline, end: dt.date, now: dt.datetime) -> str:
    """An iCalendar file (RFC 5545) of one whole day, with an alarm two days before. It names nobody."""
    identifier = hashlib.sha256(f"{guide.id} {deadline.id} {end.isoformat()}".encode()).hexdigest()[:16]
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Temoin//FR",
        "BEGIN:VEVENT",
        f"UID:{identifier}@temoin",
        f"DTSTAMP:{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{end:%Y%m%d}",
        f"SUMMARY:{_escaped(f'{guide.body.name} : {deadline.label.fr}')}",
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
