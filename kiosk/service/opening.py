"""When the space is open: the hours of the settings, and the days that mediators closed it from their console."""

import asyncio
import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.mediation.hours import Hours, read_hours
from kiosk.service.control_server import Answer, refusal
from kiosk.storage.vault import Vault

FOLDER, FILE = "opening", "closed.json"
MOST_DAYS = 200


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """What may be said and printed now. `until` is when the space closes today, where that is known."""

    open_now: bool
    until: dt.time | None
    opens_at: dt.datetime | None
    site: str
    phone: str


class Opening:
    """Asked by the calls, changed by the console; kept in a file of its own, written whole or not at all."""

    def __init__(self, store: Vault, clock: Clock, week: Sequence[str], site: str, phone: str) -> None:
        self._store = store
        self._clock = clock
        self._week = tuple(week)
        self._site = site
        self.phone = phone
        self._hours = read_hours(self._week, self._read())

    @property
    def hours(self) -> Hours:
        return self._hours

    def is_open(self) -> bool:
        return self._hours.is_open(self._clock.now())

    def facts(self) -> OpeningFacts:
        now = self._clock.now()
        open_now = self._hours.is_open(now)
        opens_at = None if open_now else self._hours.next_opening(now)
        return OpeningFacts(open_now, self._hours.closes_at(now), opens_at, self._site, self.phone)

    async def handle(self, request: Mapping[str, object]) -> Answer:
        """{day?, closed?}: close or open a day; always answers the days closed from today on."""
        if request.get("day") is not None:
            try:
                day = dt.date.fromisoformat(str(request["day"]))
            except ValueError:
                return refusal("Cette date n’est pas comprise.")
            days = set(self._hours.closed_days)
            days.add(day) if request.get("closed") is True else days.discard(day)
            kept = {one for one in days if one >= self._clock.now().date()}
            if len(kept) > MOST_DAYS:
                return refusal("Il y a trop de jours de fermeture.")
            text = json.dumps(sorted(one.isoformat() for one in kept)).encode()
            await asyncio.to_thread(self._store.put, FOLDER, FILE, text)
            self._hours = read_hours(self._week, kept)
        today = self._clock.now().date()
        days_ahead = sorted(day.isoformat() for day in self._hours.closed_days if day >= today)
        return {"ok": True, "days": days_ahead, "week": list(self._week)}

    def _read(self) -> frozenset[dt.date]:
        if not self._store.has(FOLDER, FILE):
            return frozenset()
        try:
            return frozenset(dt.date.fromisoformat(day) for day in json.loads(self._store.get(FOLDER, FILE)))
        except (ValueError, TypeError):
            return frozenset()  # a damaged file closes nothing: a call out of hours is better than none
