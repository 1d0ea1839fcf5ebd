"""Everything of a visitor's that a mediator opens: first in the ledger, then in the visitor's own file, then shown."""

import datetime as dt
import hashlib
import json
import threading
import uuid
from collections.abc import Callable

import structlog

from kiosk.clock import Clock
from kiosk.mediation.opened import LEDGER_KIND, Opened, What
from kiosk.mediation.pairing import Admitted
from kiosk.proof.seal import seal
from kiosk.service.submissions import Submissions
from kiosk.storage.ledger import Ledger
from kiosk.storage.registry import Registry, SubmissionRow
from kiosk.storage.vault import Vault

log = structlog.get_logger()

_DOMAIN = b"temoin/opened/v1"
_SALT_BYTES = 32
_PREFIX, _SUFFIX = "opened-", ".json.age"


class Openings:
    """Notes openings and tells them again. Calls block: the core makes them in a thread."""

    def __init__(
        self,
        registry: Registry,
        ledger: Ledger,
        vault: Vault,
        submissions: Submissions,
        clock: Clock,
        random: Callable[[int], bytes],
    ) -> None:
        self._registry = registry
        self._ledger = ledger
        self._vault = vault
        self._submissions = submissions
        self._clock = clock
        self._random = random
        self._one_at_a_time = threading.Lock()

    def note(self, visit_id: str | None, what: What, who: Admitted) -> Opened:
        """On return the ledger has it and the visitor's follow-up will tell it. Raises `LedgerError`, `StorageFull`.

        Without a visit there is no paper yet: only the ledger says that a screen was seen.
        """
        with self._one_at_a_time:
            number = len(self._names(visit_id)) + 1 if visit_id else 0
            subject = f"{visit_id}/{number}" if visit_id else f"screen/{uuid.uuid4().hex}"
            opened = Opened(subject, what, who.role, who.badge, self._clock.now())
            facts = _encoded(opened)
            commitment = hashlib.sha256(_DOMAIN + self._random(_SALT_BYTES) + facts).digest()
            with self._ledger.append(LEDGER_KIND, subject) as entry:
                entry.position(commitment)
                if visit_id:
                    recipients = [self._registry.get_visit(visit_id).recipient, self._submissions.desk_recipient]
                    self._vault.put(visit_id, f"{_PREFIX}{number:03d}{_SUFFIX}", seal(facts, recipients))
        log.info("opened", what=what)
        return opened

    def of(self, visit_id: str) -> tuple[Opened, ...]:
        """What was opened of a visit, oldest first."""
        return tuple(_decoded(self._submissions.sealed_for_desk(visit_id, name)) for name in self._names(visit_id))

    def of_submission(self, row: SubmissionRow) -> tuple[Opened, ...]:
        """The same, from the submission."""
        return self.of(row.visit_id)

    def _names(self, visit_id: str) -> list[str]:
        names = self._vault.names(visit_id)
        return [name for name in names if name.startswith(_PREFIX) and name.endswith(_SUFFIX)]


def _encoded(opened: Opened) -> bytes:
    facts = {
        "subject": opened.subject,
        "what": opened.what,
        "role": opened.role,
        "badge": opened.badge,
        "at": opened.at.isoformat(),
    }
    return json.dumps(facts, sort_keys=True).encode()


def _decoded(facts: bytes) -> Opened:
    read = json.loads(facts)
    return Opened(read["subject"], read["what"], read["role"], read["badge"], dt.datetime.fromisoformat(read["at"]))
