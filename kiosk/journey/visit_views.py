"""What the screens of the main visit show, in its order: facts, never words."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


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
    """Something of the machine failed: `device` is scanner, printer, reader, storage or core; `fault` its code.

    `since`: while the machine waits for it, since when, in monotonic seconds, which all its processes share.
    `back` once what was away works again: the page is asked for again.
    """

    device: str
    fault: str
    pages_safe: int
    since: float | None = None
    back: bool = False
    screen: Literal["trouble"] = "trouble"


VisitScreen = (
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
)
