"""Everything that can happen to a visit."""

import datetime as dt
from dataclasses import dataclass

from kiosk.journey.actions import Action
from kiosk.journey.jobs import Dossier, LetterPlan, NotedAttempt, PaperResult, ReadLetter
from kiosk.journey.model import Interrupted, Missing
from kiosk.journey.staff_events import StaffEvent
from kiosk.journey.views import HelpState


@dataclass(frozen=True, slots=True)
class Started:
    """The core is up. `interrupted` is the visit that a crash broke off, if any."""

    interrupted: Interrupted | None = None
    out_of_order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DevicesChanged:
    """What does not work now, as names of devices."""

    out_of_order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tapped:
    action: Action
    value: str | None = None


@dataclass(frozen=True, slots=True)
class TimerFired:
    name: str


@dataclass(frozen=True, slots=True)
class VisitOpened:
    """`turn` tells whom it was opened for: that person may have left meanwhile."""

    visit_id: str
    turn: int


@dataclass(frozen=True, slots=True)
class KeyTicketPrinted:
    """The key ticket was read back and is out, or no printer could give it. The first sheet waits for this."""

    visit_id: str
    ok: bool


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A mediator gave the key of a visit that a power cut broke off: its owner may go on."""

    interrupted: Interrupted


@dataclass(frozen=True, slots=True)
class VisitRestored:
    """An interrupted visit is open again, as far as its seals could be read."""

    visit_id: str
    language: str
    guide_id: str
    pages: tuple["RestoredPage", ...]
    receipt: "ReceiptIssued | None" = None


@dataclass(frozen=True, slots=True)
class RestoredPage:
    page_id: str
    read: bool
    kind: str | None
    period: str | None
    employer: str | None
    doubts: tuple[str, ...]
    thumbnail: str


@dataclass(frozen=True, slots=True)
class SheetAccepted:
    """The page is sealed, on the disk, and registered."""

    attempt: int
    page_id: str
    image: str
    thumbnail: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRefused:
    attempt: int
    scan_id: str
    problems: tuple[str, ...]
    image: str


@dataclass(frozen=True, slots=True)
class DeviceFailed:
    """A device or a store could not do what was asked. `fault` is a code that the screen has words for."""

    device: str
    fault: str
    attempt: int | None = None
    may_pass: bool = False
    """True where trying once more by itself may help."""

    photo: bool = False
    """True where the camera could take the page instead."""


@dataclass(frozen=True, slots=True)
class DeviceSensed:
    """How a device that failed is now: `fault` while it is away, empty once it works. `at` in monotonic seconds."""

    device: str
    fault: str
    at: float


@dataclass(frozen=True, slots=True)
class PageRead:
    page_id: str
    kind: str | None
    period: str | None
    employer: str | None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageWithdrawn:
    page_id: str


@dataclass(frozen=True, slots=True)
class ChecklistMade:
    missing: Missing


@dataclass(frozen=True, slots=True)
class ReceiptIssued:
    """The submission is in the ledger. Nothing can undo it now."""

    number: str
    issued_at: dt.datetime
    pages: int
    proof: str


@dataclass(frozen=True, slots=True)
class ReceiptPrinted:
    """The printers are done, well or not: then the faults are codes that the screen has words for."""

    a4: bool
    ticket: bool
    duplicate: bool = False
    a4_fault: str = ""
    ticket_fault: str = ""


@dataclass(frozen=True, slots=True)
class HelpChanged:
    """The call for a human moved. The fields are those of `HelpView`."""

    state: HelpState
    mediator: str | None = None
    position: int = 1
    late: bool = False
    closed: bool = False
    opens_at: dt.datetime | None = None
    phone: str = ""
    slip: bool = False


@dataclass(frozen=True, slots=True)
class ShareAsked:
    """A mediator asks to see the screen."""

    mediator: str | None = None


@dataclass(frozen=True, slots=True)
class ShareEnded:
    """The mediator looks no more."""


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A mediator who sees the screen points at a button; None: at none."""

    action: Action | None


@dataclass(frozen=True, slots=True)
class KeyOpened:
    """The key opens a submission that is kept here."""

    dossier: Dossier


@dataclass(frozen=True, slots=True)
class KeyRefused:
    """No key, or one that opens nothing: `reason` is no_code, not_the_words, nothing_kept or not_finished."""

    reason: str
    attempt: int | None = None


@dataclass(frozen=True, slots=True)
class PaperGiven:
    """What was asked of a submission is done, and its paper out or not; `dossier` as it is now, None once erased."""

    result: PaperResult
    dossier: Dossier | None = None


@dataclass(frozen=True, slots=True)
class FailureNoted:
    """A failed attempt is in the ledger."""

    noted: NotedAttempt


@dataclass(frozen=True, slots=True)
class LetterRead:
    attempt: int
    letter: ReadLetter


@dataclass(frozen=True, slots=True)
class LetterExplained:
    plan: LetterPlan


Event = (
    Started
    | DevicesChanged
    | DeviceSensed
    | Tapped
    | TimerFired
    | VisitOpened
    | KeyTicketPrinted
    | BroughtBack
    | VisitRestored
    | SheetAccepted
    | SheetRefused
    | DeviceFailed
    | PageRead
    | PageWithdrawn
    | ChecklistMade
    | ReceiptIssued
    | ReceiptPrinted
    | HelpChanged
    | KeyOpened
    | KeyRefused
    | PaperGiven
    | FailureNoted
    | LetterRead
    | LetterExplained
    | ShareAsked
    | ShareEnded
    | Highlighted
    | StaffEvent
)
