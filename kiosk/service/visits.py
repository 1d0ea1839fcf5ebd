"""A visit on the disk: opened, its pages accepted, withdrawn, read; ended or found again after a crash.

A page is accepted when its scan is sealed and fsynced and its row committed, in that order: what a crash leaves half
done is a sealed file that no row names, and such files are swept away.
"""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Callable
from typing import Literal

from kiosk.clock import Clock
from kiosk.guides.calendar import months_later
from kiosk.pages.model import Problem
from kiosk.proof import tree
from kiosk.proof.key_words import words_of
from kiosk.proof.seal import CannotUnseal, identity_text, new_secret, recipient, recipient_of, seal, unseal
from kiosk.service.duplicates import already_there
from kiosk.service.live import LivePage, LiveVisit, Trusted
from kiosk.service.reader import JudgedSheet, ReadSheet
from kiosk.service.secrets_in_memory import SecretsInMemory
from kiosk.storage.registry import Conflict, Registry
from kiosk.storage.vault import Vault

SALT_BYTES = 32


def last_day(day: dt.date, months: int) -> dt.date:
    """The last day of keeping what was sealed on `day` for so many months; for none, the day after."""
    return months_later(day, months) if months else day + dt.timedelta(days=1)


class CannotBringBack(Exception):
    """No visit can go on with this key. The message is one French sentence, for the mediator."""


class Visits:
    """Keeps visits. Calls block on the disk: the core makes them in a thread."""

    def __init__(
        self,
        registry: Registry,
        vault: Vault,
        secrets: SecretsInMemory,
        clock: Clock,
        random: Callable[[int], bytes],
        *,
        keep_months: int,
    ) -> None:
        self._registry = registry
        self._vault = vault
        self._secrets = secrets
        self._clock = clock
        self._random = random
        self._keep_months = keep_months

    def open(self, language: str, guide_id: str, trusted: Trusted | None = None) -> LiveVisit:
        """Draw the secret of a new visit, keep it in memory, register the visit with its public half.

        Scans are sealed to the visitor, and to `trusted` where the visitor asks for it.
        """
        secret = new_secret(self._random)
        identity = identity_text(secret)
        visit = LiveVisit(
            uuid.UUID(bytes=self._random(16), version=4).hex,
            language,
            guide_id,
            recipient(secret),
            identity,
            self._clock.now(),
            words_of(secret),
            trusted=trusted,
        )
        self._secrets.keep(visit.id, identity)
        keep_until = months_later(visit.opened_at.date(), self._keep_months)
        self._registry.open_visit(visit.id, visit.opened_at, language, guide_id, visit.recipient, keep_until)
        return visit

    def accept(
        self,
        visit: LiveVisit,
        scan: bytes,
        media_type: str,
        judged: JudgedSheet,
        doubts: tuple[str, ...] = (),
        source: tuple[int, int] = (1, 1),
    ) -> LivePage:
        """Seal a scan and register it. On return it survives a power cut. Raises `StorageFull`."""
        page = LivePage(
            uuid.UUID(bytes=self._random(16), version=4).hex,
            hashlib.sha256(scan).digest(),
            self._random(SALT_BYTES),
            media_type,
            len(scan),
            doubts,
            self._clock.now(),
            *source,
            fingerprint=judged.fingerprint,
            thumbnail=judged.thumbnail,
        )
        facts = {"salt": page.salt.hex(), "digest": page.digest.hex(), "fingerprint": page.fingerprint.hex()}
        self._put(visit, f"{page.id}.facts.age", json.dumps(facts).encode())
        readers = [visit.recipient] if visit.trusted is None else [visit.recipient, visit.trusted.recipient]
        self._vault.put(visit.id, f"{page.id}.scan.age", seal(scan, readers))
        self._registry.accept_page(
            page.id,
            visit.id,
            page.accepted_at,
            media_type,
            page.length,
            tree.leaf(page.salt, page.digest),
            doubts,
            *source,
        )
        visit.pages.append(page)
        return page

    def keep_for(self, visit: LiveVisit, months: int) -> dt.date:
        """Keep the copies of this visit no longer than `months` (0: until tomorrow); the last day, now on the disk."""
        self._registry.shorten_keeping(visit.id, last_day(visit.opened_at.date(), min(months, self._keep_months)))
        return self._registry.get_visit(visit.id).keep_until or visit.opened_at.date()

    def record_reading(self, visit: LiveVisit, page: LivePage, reading: ReadSheet) -> None:
        """Keep what was read, sealed like the page. Not needed for the proof: lost, it is read again."""
        page.reading = reading
        page.thumbnail = reading.thumbnail
        found = (*reading.problems, *([str(Problem.DUPLICATE)] if already_there(page, visit.pages) else []))
        page.doubts = tuple(dict.fromkeys((*page.doubts, *found)))
        self._put(visit, f"{page.id}.page.pdf.age", reading.pdf)
        self._put(visit, f"{page.id}.read.age", reading.facts())

    def withdraw(self, visit: LiveVisit, page_id: str) -> None:
        """Take a page back: its row first, then its files."""
        self._registry.withdraw_page(page_id, self._clock.now())
        visit.pages = [page for page in visit.pages if page.id != page_id]
        for name in self._vault.names(visit.id):
            if name.startswith(f"{page_id}."):
                self._vault.remove(visit.id, name)

    def end(self, visit: LiveVisit, outcome: Literal["finished", "erased", "abandoned"]) -> None:
        """Close a visit; without a submission nothing of it is kept. Its secret leaves the memory."""
        if visit.submission_id is None:
            for page in list(visit.pages):
                self._registry.withdraw_page(page.id, self._clock.now())
            self._vault.remove_visit(visit.id)
            outcome = "abandoned" if outcome == "abandoned" else "erased"
        else:
            outcome = "finished"
            self._drop_working_copies(visit.id)
        self._registry.finish_visit(visit.id, outcome, self._clock.now())
        self._secrets.forget(visit.id)

    def interrupt(self, visit_id: str) -> None:
        """Close a visit that a crash broke off and nobody took up again. Its sealed pages stay for its key ticket."""
        self._registry.finish_visit(visit_id, "interrupted", self._clock.now())
        self._secrets.forget(visit_id)

    def interrupted(self) -> LiveVisit | None:
        """The visit that was broken off and can go on; all other unfinished ones are closed."""
        found: LiveVisit | None = None
        for row in reversed(self._registry.unfinished_visits()):
            identity = self._secrets.find(row.id)
            submission = self._registry.submission_of_visit(row.id)
            if found is None and identity is not None and (submission or self._registry.pages_of(row.id)):
                found = LiveVisit(row.id, row.language, row.guide_id, row.recipient, identity, row.opened_at)
                found.submission_id = submission.id if submission else None
            else:
                self.interrupt(row.id)
        self._secrets.forget_all_but(found.id if found else None)
        return found

    def bring_back(self, identity: str) -> LiveVisit:
        """Open an interrupted visit again with its key. Raises `CannotBringBack`, and `CannotUnseal` for no key."""
        rows = [row for row in self._registry.visits_of(recipient_of(identity)) if row.purged_at is None]
        if not rows:
            raise CannotBringBack("Cette clé n’ouvre aucune visite gardée ici.")
        row = rows[-1]
        try:
            row = self._registry.reopen_visit(row.id)
        except Conflict as error:
            raise CannotBringBack("Cette visite est finie. Son reçu a été fait.") from error
        submission = self._registry.submission_of_visit(row.id)
        self._secrets.keep(row.id, identity)
        visit = LiveVisit(row.id, row.language, row.guide_id, row.recipient, identity, row.opened_at)
        visit.submission_id = submission.id if submission else None
        return visit

    def restore(self, visit: LiveVisit) -> None:
        """Fill `visit` with its pages again, from their seals."""
        visit.pages = []
        for row in self._registry.pages_of(visit.id):
            facts = json.loads(self._get(visit, f"{row.id}.facts.age"))
            page = LivePage(
                row.id,
                bytes.fromhex(facts["digest"]),
                bytes.fromhex(facts["salt"]),
                row.media_type,
                row.length,
                row.doubts,
                row.accepted_at,
                row.source_page,
                row.source_pages,
                fingerprint=bytes.fromhex(facts["fingerprint"]),
            )
            page.reading = self._reading(visit, page)
            visit.pages.append(page)

    def scan_of(self, visit: LiveVisit, page: LivePage) -> bytes:
        """The bytes of a page as they were scanned."""
        return self._get(visit, f"{page.id}.scan.age")

    def _reading(self, visit: LiveVisit, page: LivePage) -> ReadSheet | None:
        names = self._vault.names(visit.id)
        if f"{page.id}.read.age" not in names or f"{page.id}.page.pdf.age" not in names:
            return None
        facts = json.loads(self._get(visit, f"{page.id}.read.age"))
        return ReadSheet(
            facts["kind"],
            facts["confidence"],
            facts["rotation"],
            {name: (value, confidence) for name, (value, confidence) in facts["fields"].items()},
            tuple(facts["problems"]),
            self._get(visit, f"{page.id}.page.pdf.age"),
            b"",
            b"",
        )

    def _drop_working_copies(self, visit_id: str) -> None:
        for name in self._vault.names(visit_id):
            if name.endswith((".page.pdf.age", ".read.age")):
                self._vault.remove(visit_id, name)

    def _put(self, visit: LiveVisit, name: str, data: bytes) -> None:
        self._vault.put(visit.id, name, seal(data, [visit.recipient]))

    def _get(self, visit: LiveVisit, name: str) -> bytes:
        if visit.identity is None:
            raise CannotUnseal("no key")
        return unseal(self._vault.get(visit.id, name), visit.identity)
