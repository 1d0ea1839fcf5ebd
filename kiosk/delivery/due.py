"""What waits for a person, and since when: one list for the command and the console. Pure.

Delays of the body are counted in its working days (Monday to Friday, no public holidays).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.cases.states import SubmissionState
from kiosk.delivery.choice import Way
from kiosk.guides.calendar import Territory
from kiosk.guides.deadlines import is_working, last_day
from kiosk.guides.schema import CountsFrom, Guide, Unit
from kiosk.storage.registry_rows import DispatchRow, DispatchStep, SubmissionRow


class DueKind(StrEnum):
    """Why it is on the list; in the order of the list, the most urgent first."""

    UNSURE = "unsure"
    RETURNED = "returned"
    GIVEN_UP = "given_up"
    NOT_ACKNOWLEDGED = "not_acknowledged"
    NOT_SENT = "not_sent"
    NOT_POSTED = "not_posted"
    NOT_SUBMITTED = "not_submitted"
    GUIDE_EXPIRED = "guide_expired"
    GUIDE_EXPIRES = "guide_expires"


DUE_WORDS = {
    DueKind.UNSURE: "peut-être envoyé : vérifiez, puis notez « sent » ou « returned »",
    DueKind.RETURNED: "non remis : choisissez un autre envoi",
    DueKind.GIVEN_UP: "l’envoi n’est pas parti : réessayez, ou choisissez un autre envoi",
    DueKind.NOT_ACKNOWLEDGED: "sans accusé de réception : lettre de relance",
    DueKind.NOT_SENT: "à transmettre",
    DueKind.NOT_POSTED: "pli préparé, date de dépôt non notée",
    DueKind.NOT_SUBMITTED: "formulaire commencé, non déposé par la personne",
    DueKind.GUIDE_EXPIRED: "guide à revoir : sa date est passée",
    DueKind.GUIDE_EXPIRES: "guide à revoir bientôt",
}


@dataclass(frozen=True, slots=True)
class DueDays:
    """After how many working days (of the body, or of the site) something is due; guides in calendar days."""

    acknowledgement: int = 10
    sending: int = 1
    posting: int = 2
    submitting: int = 5
    guide: int = 30


@dataclass(frozen=True, slots=True)
class Due:
    """One line. `number` is the receipt's, or empty for a guide; `since` the day it began to wait."""

    kind: DueKind
    number: str
    guide_id: str
    body: str
    since: dt.date
    detail: str = ""


def due_list(
    submissions: Iterable[SubmissionRow],
    dispatches: Iterable[DispatchRow],
    guides: Iterable[Guide],
    now: dt.datetime,
    days: DueDays,
    *,
    erased: frozenset[str] = frozenset(),
    territory: Territory = Territory.METROPOLE,
) -> tuple[Due, ...]:
    """What is due at `now`, the most urgent kind first, then the oldest. `erased` visits can no longer be sent."""
    last: dict[str, DispatchRow] = {}
    for dispatch in sorted(dispatches, key=lambda one: (one.planned_at, one.key)):
        last[dispatch.submission_id] = dispatch
    today = now.date()
    lines: list[Due] = []
    for row in submissions:
        kind = _kind(row, last.get(row.id), today, days, now.tzinfo, territory)
        if kind is None or row.number is None or (row.visit_id in erased and kind not in _STILL_DUE_ERASED):
            continue
        detail = last[row.id].fault or "" if row.id in last else ""
        since = row.moved_at.astimezone(now.tzinfo).date()
        lines.append(Due(kind, row.number, row.guide_id, row.body, since, detail))
    for guide in guides:
        if not guide.offered:
            continue
        if guide.expired(today):
            lines.append(Due(DueKind.GUIDE_EXPIRED, "", guide.id, guide.body.name, guide.valid_until))
        elif guide.expired(today + dt.timedelta(days=days.guide)):
            lines.append(Due(DueKind.GUIDE_EXPIRES, "", guide.id, guide.body.name, guide.valid_until))
    order = list(DueKind)
    return tuple(sorted(lines, key=lambda line: (order.index(line.kind), line.since, line.number, line.guide_id)))


_MEDIATORS = "fr"
_STILL_DUE_ERASED = frozenset({DueKind.UNSURE, DueKind.NOT_ACKNOWLEDGED})
"""What left may still be answered, though nothing of it is kept here."""


def _kind(
    row: SubmissionRow,
    dispatch: DispatchRow | None,
    today: dt.date,
    days: DueDays,
    zone: dt.tzinfo | None,
    territory: Territory,
) -> DueKind | None:
    waited = working_days(row.moved_at.astimezone(zone).date(), today, territory)
    match row.state:
        case SubmissionState.UNSURE:
            return DueKind.UNSURE
        case SubmissionState.FAILED:
            return DueKind.RETURNED
        case SubmissionState.SENT:
            return DueKind.NOT_ACKNOWLEDGED if waited >= days.acknowledgement else None
        case SubmissionState.PREPARED:
            return _prepared(dispatch, today, days, zone, territory, waited)
        case _:
            return None


def _prepared(
    dispatch: DispatchRow | None,
    today: dt.date,
    days: DueDays,
    zone: dt.tzinfo | None,
    territory: Territory,
    waited: int,
) -> DueKind | None:
    if dispatch is not None and dispatch.step is DispatchStep.GIVEN_UP:
        return DueKind.GIVEN_UP
    if dispatch is not None and dispatch.step is DispatchStep.OUTSIDE:
        since = working_days(dispatch.moved_at.astimezone(zone).date(), today, territory)
        if dispatch.channel == Way.POST:
            return DueKind.NOT_POSTED if since >= days.posting else None
        if dispatch.channel == Way.DEMARCHE:
            return DueKind.NOT_SUBMITTED if since >= days.submitting else None
    return DueKind.NOT_SENT if waited >= days.sending else None


@dataclass(frozen=True, slots=True)
class Limit:
    """A delay of the guide that runs for a submission. `day` is the last one possible; None where no paper tells it."""

    label: str
    note: str
    day: dt.date | None


def limits(guide: Guide, visit_day: dt.date, territory: Territory = Territory.METROPOLE) -> tuple[Limit, ...]:
    """The delays of `guide` for papers brought on `visit_day`, the nearest first.

    What the letter says stays with the visitor. It came on that day at the latest: the true end is this day or before.
    """
    found = [
        Limit(
            one.label.within(_MEDIATORS),
            one.note.within(_MEDIATORS),
            None if one.counts_from is CountsFrom.MONTH_END else last_day(one, visit_day, territory=territory),
        )
        for one in guide.deadlines
    ]
    return tuple(sorted(found, key=lambda limit: (limit.day is None, limit.day or visit_day)))


def working_days(since: dt.date, until: dt.date, territory: Territory = Territory.METROPOLE) -> int:
    """How many working days have passed after the day `since`, up to `until` and with it; 0 for a clock put back."""
    span = range(1, (until - since).days + 1)
    return sum(is_working(since + dt.timedelta(days=day), Unit.WORKING5, territory) for day in span)
