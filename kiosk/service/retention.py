"""The end of keeping: what is due is erased by itself, and anything at once for whoever shows its key.

Order, so that a power cut at any instant loses no trace and leaves no page: the files go, then the key of their day
once nothing of that day is kept; a row in the ledger says so; the registry follows. Done again, each changes nothing.
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.clock import Clock
from kiosk.guides.calendar import months_later
from kiosk.proof.seal import recipient_of
from kiosk.service.visits import last_day
from kiosk.storage.epoch_vault import EpochVault
from kiosk.storage.epochs import Epochs
from kiosk.storage.ledger import AlreadyRecorded, Ledger
from kiosk.storage.registry import Registry, VisitRow

log = structlog.get_logger()

PURGED, ERASED, EPOCH_DESTROYED = "purged", "erased", "epoch_destroyed"
_DOMAIN = b"temoin/purge/v1"
_SALT_BYTES = 32


class NothingToErase(Exception):
    """The key opens nothing that is kept here. The message is one French sentence, for people."""


@dataclass(frozen=True, slots=True)
class Purge:
    """What was erased, or would be: visits by identifier, and days whose key is destroyed."""

    visits: tuple[str, ...]
    days: tuple[dt.date, ...]


class Retention:
    """Erases. Calls block: the core makes them in a thread."""

    def __init__(
        self,
        registry: Registry,
        ledger: Ledger,
        vault: EpochVault,
        epochs: Epochs,
        clock: Clock,
        random: Callable[[int], bytes],
        keep_months: int,
    ) -> None:
        self._registry = registry
        self._ledger = ledger
        self._vault = vault
        self._epochs = epochs
        self._clock = clock
        self._random = random
        self._keep_months = keep_months

    def purge(self, *, dry_run: bool = False) -> Purge:
        """Erase every visit whose last day is over, and the keys of days of which nothing is left."""
        today = self._clock.now().date()
        due = [row for row in self._registry.visits_kept() if self._last_day(row) < today]
        if dry_run:
            return Purge(tuple(row.id for row in due if self._vault.names(row.id)), self._days_over(today, due))
        visits = tuple(row.id for row in due if self._erase(row, PURGED))
        days = self._days_over(today)
        for day in days:
            self._epochs.destroy(day)
            self._record(EPOCH_DESTROYED, day.isoformat())
        if visits or days:
            log.info("purged", pages=len(visits))
        return Purge(visits, days)

    def erase(self, identity: str, record: Callable[[VisitRow], None] | None = None) -> VisitRow:
        """Erase what `identity` opens, at once; the visit it was of. Raises `NothingToErase`, `CannotUnseal`.

        `record` writes the row of the ledger, once the files are gone, for whoever makes a receipt of it.
        """
        rows = [row for row in self._registry.visits_of(recipient_of(identity)) if row.purged_at is None]
        if not rows:
            raise NothingToErase("Cette clé n’ouvre rien qui soit gardé ici.")
        row = rows[-1]
        if row.outcome is None:
            raise NothingToErase("Cette visite n’est pas finie. Effacez à l’écran.")
        self._erase(row, ERASED, record)
        return row

    def shorten(self, identity: str, months: int) -> dt.date:
        """Keep what `identity` opens for fewer months from its visit on (0: until tomorrow); the last day.

        Raises `NothingToErase` where nothing is kept, or not for longer anyway, and `CannotUnseal`.
        """
        rows = [row for row in self._registry.visits_of(recipient_of(identity)) if row.purged_at is None]
        if not rows:
            raise NothingToErase("Cette clé n’ouvre rien qui soit gardé ici.")
        row, today = rows[-1], self._clock.now().date()
        day = max(last_day(row.opened_at.astimezone().date(), months), today + dt.timedelta(days=not months))
        if day >= self._last_day(row):
            raise NothingToErase("Ces copies ne sont déjà pas gardées plus longtemps.")
        self._registry.shorten_keeping(row.id, day)
        return day

    def _erase(self, row: VisitRow, kind: str, record: Callable[[VisitRow], None] | None = None) -> bool:
        """Whether there was something to erase."""
        submission = self._registry.submission_of_visit(row.id)
        kept = submission is not None or bool(self._registry.pages_of(row.id))
        self._vault.remove_visit(row.id)
        if kept and record is not None:
            record(row)
        elif kept:
            self._record(kind, submission.id if submission else row.id)
        self._registry.mark_purged(row.id, self._clock.now())
        return kept

    def _record(self, kind: str, subject: str) -> None:
        commitment = hashlib.sha256(_DOMAIN + self._random(_SALT_BYTES) + subject.encode()).digest()
        try:
            self._ledger.record(kind, subject, commitment)
        except AlreadyRecorded:
            return

    def _last_day(self, row: VisitRow) -> dt.date:
        return row.keep_until or months_later(row.opened_at.astimezone().date(), self._keep_months)

    def _days_over(self, today: dt.date, without: "list[VisitRow] | None" = None) -> tuple[dt.date, ...]:
        """The days before `today` whose key closes nothing any more, were the visits `without` gone."""
        gone = {row.id for row in without or ()}
        in_use = {self._vault.day_of(visit_id) for visit_id in self._vault.visits() if visit_id not in gone}
        return tuple(day for day in self._epochs.days() if day < today and day not in in_use)
