"""The registry: the working state of this kiosk. What was acknowledged is on the disk; the ledger stays the proof."""

from kiosk.storage.registry_base import Conflict, NotThere, RegistryBroken, RegistryError
from kiosk.storage.registry_counters import Counters
from kiosk.storage.registry_dispatches import Dispatches
from kiosk.storage.registry_help import HelpRequests
from kiosk.storage.registry_obligations import Obligations
from kiosk.storage.registry_pages import Pages
from kiosk.storage.registry_rows import (
    OPEN_STEPS,
    DispatchRow,
    DispatchStep,
    NewObligation,
    ObligationKind,
    ObligationRow,
    ObligationState,
    PageRow,
    SubmissionRow,
    VisitOutcome,
    VisitRow,
)
from kiosk.storage.registry_submissions import Submissions
from kiosk.storage.registry_visits import Visits

__all__ = [
    "OPEN_STEPS",
    "Conflict",
    "DispatchRow",
    "DispatchStep",
    "NewObligation",
    "NotThere",
    "ObligationKind",
    "ObligationRow",
    "ObligationState",
    "PageRow",
    "Registry",
    "RegistryBroken",
    "RegistryError",
    "SubmissionRow",
    "VisitOutcome",
    "VisitRow",
]


class Registry(Visits, Pages, Submissions, Obligations, Dispatches, HelpRequests, Counters):
    """Everything, over one engine. Safe to call from several threads."""

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()
