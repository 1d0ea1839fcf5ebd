"""Time from outside: receipts are stamped after they are issued, and the ledger's root each night.

Nobody waits for it. Without a network the queue stays in the registry, and a receipt is as good as before, with one
witness less of its hour.
"""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from kiosk.clock import Clock
from kiosk.delivery.retry import BackOff
from kiosk.delivery.timestamping import Authority, AuthorityFailed, all_stamps, first_stamp
from kiosk.proof.anchor import Anchor, Cited, name_of, to_cite
from kiosk.proof.checkpoint import Checkpoint
from kiosk.proof.late_stamp import CannotStamp
from kiosk.proof.log_tree import root_at
from kiosk.proof.timestamp import BadToken, Token, read_token
from kiosk.service.submissions import Submissions
from kiosk.storage.anchors import Anchors, StoredAnchor
from kiosk.storage.ledger import AlreadyRecorded, Ledger
from kiosk.storage.registry import ObligationKind, Registry

log = structlog.get_logger()

LEDGER_KIND = "anchor"
LOOK_SECONDS = 5.0
PATIENCE = BackOff(first=dt.timedelta(minutes=1), factor=3.0, longest=dt.timedelta(hours=6))
"""Authorities shut out for a day who asks too often."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a pass over the queue came to."""

    done: int
    waiting: int


class Anchoring:
    """Has receipts and the ledger stamped. Calls block on the network: the core makes them in a thread."""

    def __init__(
        self,
        registry: Registry,
        submissions: Submissions,
        ledger: Ledger,
        anchors: Anchors,
        authorities: Sequence[Authority],
        origin: str,
        clock: Clock,
    ) -> None:
        self._registry = registry
        self._submissions = submissions
        self._ledger = ledger
        self._anchors = anchors
        self._authorities = authorities
        self._origin = origin
        self._clock = clock

    @property
    def configured(self) -> bool:
        return bool(self._authorities)

    async def work(self) -> None:
        """Stamp what is due, until cancelled."""
        while self.configured:
            await asyncio.to_thread(self.stamp_due)
            await asyncio.sleep(LOOK_SECONDS)

    def stamp_due(self, *, at_once: bool = False) -> Stamped:
        """Stamp every receipt whose turn has come, or that waits `at_once`; a failure makes the others wait too."""
        now = self._clock.now()
        until = now + PATIENCE.longest if at_once else now
        due = [one for one in self._registry.due_obligations(until) if one.kind is ObligationKind.STAMP]
        done, fault = 0, ""
        for owed in due:
            if not fault:
                fault = self._stamp(owed.submission_id)
                done += not fault
            if fault:
                self._registry.obligation_failed(owed.key, fault, PATIENCE.next_attempt(owed.attempts + 1, now))
            else:
                self._registry.obligation_done(owed.key, now)
        if due:
            log.info("stamping", state=fault or "done")
        return Stamped(done, len(due) - done)

    def anchor(self) -> StoredAnchor | None:
        """Have the ledger's root stamped, chained to earlier stampings; None where no authority answered."""
        names = self._anchors.names()
        now = _free(self._clock.now(), names)
        tree = self._ledger.tree()
        cited = tuple((role, Cited(name, self._anchors.get(name).digest)) for role, name in to_cite(names, now))
        anchor = Anchor(name_of(now), Checkpoint(self._origin, tree.size, root_at(tree.read, tree.size)), cited)
        stamps = all_stamps(self._authorities, anchor.digest)
        if not stamps:
            log.warning("anchoring", state="no_authority_answered")
            return None
        stored = self._anchors.keep(anchor, tuple(stamp.der for stamp in stamps))
        # In the ledger too: every row after this one, and so every receipt, is bound to have come after the stamp.
        try:
            self._ledger.record(LEDGER_KIND, stored.name, stored.digest)
        except AlreadyRecorded:
            log.info("anchoring", state="already_recorded")
        return stored

    def _stamp(self, submission_id: str) -> str:
        """Stamp one receipt; the fault, or nothing."""
        try:
            self._submissions.stamp_receipt(submission_id, lambda digest: first_stamp(self._authorities, digest))
        except AuthorityFailed as error:
            return error.fault
        except (BadToken, CannotStamp):
            return "cannot_stamp"
        except FileNotFoundError:
            # Erased meanwhile: there is nothing left to stamp.
            return ""
        return ""


def _free(when: dt.datetime, names: Sequence[str]) -> dt.datetime:
    """The first second from `when` on that names no anchor yet: an anchor is never written over."""
    while name_of(when) in names:
        when += dt.timedelta(seconds=1)
    return when


def newest_stamp(anchors: Anchors) -> Token | None:
    """The newest stamp at hand, for receipts to cite; None where there is none, or it cannot be read."""
    try:
        newest = anchors.newest()
        return read_token(newest.stamps[0]) if newest is not None and newest.stamps else None
    except (OSError, BadToken):
        return None
