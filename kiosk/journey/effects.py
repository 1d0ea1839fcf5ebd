"""Everything a visit can ask the core to do. Each answers, sooner or later, with an event."""

from dataclasses import dataclass
from typing import Literal

from kiosk.journey.jobs import FailedAttempt, Paper
from kiosk.journey.staff_effects import StaffEffect


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """Draw the secret, register the visit; answers `VisitOpened` with the same `turn`."""

    language: str
    guide_id: str
    turn: int


@dataclass(frozen=True, slots=True)
class RestoreVisit:
    visit_id: str


@dataclass(frozen=True, slots=True)
class LeaveInterrupted:
    """Forget an interrupted visit on this screen. Its pages stay sealed until their date."""

    visit_id: str


@dataclass(frozen=True, slots=True)
class ScanSheet:
    """Scan, judge, and if nothing is wrong seal and register; answers `SheetAccepted` or `SheetRefused`."""

    attempt: int


@dataclass(frozen=True, slots=True)
class PhotoSheet:
    """As `ScanSheet`, with the camera: once the sheet lies still."""

    attempt: int


@dataclass(frozen=True, slots=True)
class CancelScan:
    attempt: int


@dataclass(frozen=True, slots=True)
class KeepSheet:
    """Accept a refused sheet all the same, its problems recorded as doubts."""

    attempt: int
    scan_id: str


@dataclass(frozen=True, slots=True)
class ForgetSheet:
    scan_id: str


@dataclass(frozen=True, slots=True)
class WithdrawPage:
    page_id: str


@dataclass(frozen=True, slots=True)
class MakeChecklist:
    """Compare the pages with the guide, once all are read; answers `ChecklistMade`."""


@dataclass(frozen=True, slots=True)
class Submit:
    """Hand the pages over and issue the receipt; answers `ReceiptIssued`, then `ReceiptPrinted`."""

    missing_months: tuple[str, ...]
    missing_papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepFor:
    """The visitor wants the sealed copies kept for fewer months than usual; 0: until tomorrow. Never longer."""

    months: int


@dataclass(frozen=True, slots=True)
class Reprint:
    """Print the receipt again; answers `ReceiptPrinted` with `duplicate`."""


@dataclass(frozen=True, slots=True)
class EndVisit:
    """Forget everything of the visit that is in memory; `erased` and `abandoned` also delete its sealed pages."""

    outcome: Literal["finished", "erased", "abandoned"]


@dataclass(frozen=True, slots=True)
class CallHelp:
    step: str
    language: str


@dataclass(frozen=True, slots=True)
class CancelHelp:
    pass


@dataclass(frozen=True, slots=True)
class LetHelpStand:
    """The visitor left with a call open: the mediator still sees it, the next visitor does not."""


@dataclass(frozen=True, slots=True)
class ScanKey:
    """Look for the code of a key ticket on the glass; answers `KeyOpened`, `KeyRefused` or `BroughtBack`."""

    attempt: int


@dataclass(frozen=True, slots=True)
class TryWords:
    """The same with twelve words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivePaper:
    """Make and print something of the submission that the key opened, or copy it; answers `PaperGiven`.

    `page` is which one, from 1, where only one is wanted.
    """

    paper: Paper
    language: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """Note in the ledger what the public body said; answers `PaperGiven`.

    `attempt` scans its paper first, 0 where there is none.
    """

    step: Literal["received", "counted", "decided"]
    counted: int | None
    attempt: int


@dataclass(frozen=True, slots=True)
class EraseKept:
    """Erase at once what the key opens; answers `PaperGiven` with the receipt of it."""


@dataclass(frozen=True, slots=True)
class NoteFailure:
    """Write a failed attempt in the ledger, then print it; answers `FailureNoted`."""

    attempt: FailedAttempt
    language: str


@dataclass(frozen=True, slots=True)
class PrintFailure:
    """Print it again, while its owner is there; answers `FailureNoted`."""


@dataclass(frozen=True, slots=True)
class ScanLetter:
    """Scan and read a letter, keeping nothing; answers `LetterRead`."""

    attempt: int


@dataclass(frozen=True, slots=True)
class CountDays:
    """Work out the last day to answer; answers `LetterExplained`. `received` is an ISO date."""

    received: str


@dataclass(frozen=True, slots=True)
class PrintDeadline:
    """Print the card with the last day; answers `PaperGiven`."""

    language: str


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Answers `TimerFired(name)` after `seconds`; starting it again begins anew."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class StopTimer:
    name: str


Effect = (
    OpenVisit
    | RestoreVisit
    | LeaveInterrupted
    | ScanSheet
    | PhotoSheet
    | CancelScan
    | KeepSheet
    | ForgetSheet
    | WithdrawPage
    | MakeChecklist
    | Submit
    | Reprint
    | KeepFor
    | EndVisit
    | CallHelp
    | CancelHelp
    | LetHelpStand
    | ScanKey
    | TryWords
    | GivePaper
    | NoteAnswer
    | EraseKept
    | NoteFailure
    | PrintFailure
    | ScanLetter
    | CountDays
    | PrintDeadline
    | StartTimer
    | StopTimer
    | StaffEffect
)
