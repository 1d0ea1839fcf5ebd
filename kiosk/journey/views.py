"""What each screen shows: facts, never words. The screens put them into the visitor's language.

A frame is all that the interface needs to draw from nothing, so that it may crash and come back at any moment.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from kiosk.journey.actions import Action
from kiosk.journey.job_views import JobScreen
from kiosk.journey.staff_views import StaffScreen
from kiosk.journey.zoom import Zoom


class TextSize(StrEnum):
    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Theme(StrEnum):
    CLEAR = "clear"
    NIGHT = "night"
    SOFT = "soft"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Comfort:
    """How the visitor wants to see the screen; back to the default at the end of every visit."""

    text_size: TextSize = TextSize.NORMAL
    theme: Theme = Theme.CLEAR
    slow: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was read on a page. `kind` None until it is read; `period` "YYYY-MM"; `doubts` are problem codes."""

    number: int
    kind: str | None = None
    period: str | None = None
    employer: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideCard:
    """A démarche to choose, its words already in the visitor's language; `pictogram` names an icon."""

    id: str
    title: str
    subtitle: str
    pictogram: str


# --- the screens, in the order of a visit -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standby:
    """Waiting for someone. `out_of_order` lists what does not work, so that nobody starts in vain."""

    out_of_order: tuple[str, ...] = ()
    screen: Literal["standby"] = "standby"


@dataclass(frozen=True, slots=True)
class Resume:
    """The machine stopped in the middle of a visit. Shows how many pages are safe, and nothing else of it."""

    pages: int
    sent: bool
    screen: Literal["resume"] = "resume"


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    languages: tuple[str, ...]
    screen: Literal["choose_language"] = "choose_language"


@dataclass(frozen=True, slots=True)
class ChooseGuide:
    guides: tuple[GuideCard, ...]
    screen: Literal["choose_guide"] = "choose_guide"


@dataclass(frozen=True, slots=True)
class Consent:
    guide: GuideCard
    keep_months: int
    screen: Literal["consent"] = "consent"


class KeyTicket(StrEnum):
    """What became of the key ticket, which comes before the first sheet."""

    COMING = "coming"
    OUT = "out"
    MISSING = "missing"
    """No printer gave it: only a crash of the machine, not a power cut, can then be survived by the visitor alone."""


@dataclass(frozen=True, slots=True)
class PlaceSheet:
    """`number` is that of the sheet to lay down (1 first); `again` is why the last one must be laid down again.

    While `key_ticket` is coming, no sheet is taken yet.
    """

    number: int
    again: str | None = None
    key_ticket: KeyTicket = KeyTicket.OUT
    screen: Literal["place_sheet"] = "place_sheet"


@dataclass(frozen=True, slots=True)
class Scanning:
    number: int
    photo: bool = False
    screen: Literal["scanning"] = "scanning"


@dataclass(frozen=True, slots=True)
class PageAccepted:
    """The page is sealed and registered. `image` is a JPEG of it, base64; `reading` while its text is being read."""

    page: PageFacts
    image: str
    reading: bool
    screen: Literal["page_accepted"] = "page_accepted"


@dataclass(frozen=True, slots=True)
class PageRefused:
    """A public body would send this page back. `problems` are codes, the most useful to mend first."""

    number: int
    problems: tuple[str, ...]
    image: str
    tries: int
    screen: Literal["page_refused"] = "page_refused"


@dataclass(frozen=True, slots=True)
class AnotherSheet:
    pages: tuple[PageFacts, ...]
    screen: Literal["another_sheet"] = "another_sheet"


@dataclass(frozen=True, slots=True)
class Checking:
    """The last pages are still being read before the list can be checked: `read` of `pages` are done."""

    pages: int
    read: int
    screen: Literal["checking"] = "checking"


@dataclass(frozen=True, slots=True)
class MissingMonths:
    """What the démarche asks for and nobody scanned: `months` "YYYY-MM", `papers` kinds of page.

    Not `certain` where a page that could not be read may be one of them: then it is a question, not a statement.
    """

    months: tuple[str, ...]
    papers: tuple[str, ...]
    certain: bool = True
    screen: Literal["missing_months"] = "missing_months"


@dataclass(frozen=True, slots=True)
class Review:
    """All that will be handed over. Nothing is sent yet."""

    guide: GuideCard
    body: str
    pages: tuple[PageFacts, ...]
    missing_months: tuple[str, ...]
    missing_papers: tuple[str, ...]
    thumbnails: tuple[str, ...]
    """Small JPEGs of the pages, base64, as many as are at hand."""
    screen: Literal["review"] = "review"


@dataclass(frozen=True, slots=True)
class ChangePages:
    pages: tuple[PageFacts, ...]
    screen: Literal["change_pages"] = "change_pages"


@dataclass(frozen=True, slots=True)
class Sending:
    """`printing` once the submission is durable and the receipt is on its way out."""

    printing: bool
    screen: Literal["sending"] = "sending"


@dataclass(frozen=True, slots=True)
class ReceiptReady:
    """`proof` is the text of the proof code, to be shown as a QR picture when no printer works.

    `a4_fault` and `ticket_fault` are codes of the printer's fault, empty when that paper came out.
    """

    number: str
    issued_at: dt.datetime
    pages: int
    printed_a4: bool
    printed_ticket: bool
    duplicate: bool
    proof: str
    a4_fault: str = ""
    ticket_fault: str = ""
    screen: Literal["receipt"] = "receipt"


@dataclass(frozen=True, slots=True)
class Goodbye:
    sent: bool
    screen: Literal["goodbye"] = "goodbye"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something of the machine failed: `device` is scanner, printer, reader, storage or core; `fault` its code."""

    device: str
    fault: str
    pages_safe: int
    screen: Literal["trouble"] = "trouble"


Screen = (
    Standby
    | Resume
    | ChooseLanguage
    | ChooseGuide
    | Consent
    | PlaceSheet
    | Scanning
    | PageAccepted
    | PageRefused
    | AnotherSheet
    | Checking
    | MissingMonths
    | Review
    | ChangePages
    | Sending
    | ReceiptReady
    | Goodbye
    | Trouble
    | JobScreen
    | StaffScreen
)


# --- what may lie over a screen -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody touched anything for long; `seconds` until everything is erased. Private data is covered."""

    seconds: int
    overlay: Literal["still_there"] = "still_there"


@dataclass(frozen=True, slots=True)
class ComfortPanel:
    overlay: Literal["comfort"] = "comfort"


@dataclass(frozen=True, slots=True)
class ConfirmErase:
    """`pages` that would be erased."""

    pages: int
    overlay: Literal["confirm_erase"] = "confirm_erase"


@dataclass(frozen=True, slots=True)
class CallPanel:
    """The call for a human, opened over any screen."""

    overlay: Literal["call"] = "call"


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """A mediator asks to see this screen. Asked anew each time; no answer is no."""

    mediator: str | None = None
    overlay: Literal["share_request"] = "share_request"


Overlay = StillThere | ComfortPanel | ConfirmErase | Zoom | CallPanel | ShareRequest


class HelpState(StrEnum):
    """How far a call for a human has come."""

    SENT = "sent"
    SEEN = "seen"
    COMING = "coming"
    HERE = "here"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class HelpView:
    """The call under way. `mediator` is the first name of who answers; `position` in the queue, 1 is next.

    `late` once nobody has seen it for long; `closed` when the space is: then `opens_at` is when somebody comes, None
    where that is not known. `slip` once a ticket with the number, the hours and the telephone is out.
    """

    state: HelpState
    mediator: str | None = None
    position: int = 1
    late: bool = False
    closed: bool = False
    opens_at: dt.datetime | None = None
    phone: str = ""
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the interface draws. `serial` grows by one at each change; a tap names the one it was made on."""

    serial: int
    screen: Screen
    language: str
    comfort: Comfort
    actions: tuple[Action, ...]
    """What may be tapped now, the fixed bar included."""
    progress: tuple[int, int] | None = None
    """Step reached, steps in all; None outside a visit."""
    overlay: Overlay | None = None
    help: HelpView | None = None
    sharing: bool = False
    """A mediator sees this screen now, with the visitor's yes."""
    highlight: Action | None = None
    """The button that the mediator points at."""
