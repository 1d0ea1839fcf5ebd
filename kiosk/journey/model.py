"""The state of a visit: everything the journey remembers, and nothing that a device or a disk knows."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.journey.actions import Action
from kiosk.journey.jobs import Dossier, FailedAttempt, LetterPlan, NotedAttempt, PaperResult, ReadLetter
from kiosk.journey.seat import Seat
from kiosk.journey.staff_views import DeviceFacts
from kiosk.journey.views import Comfort, HelpView, Overlay
from kiosk.journey.visit_views import GuideCard, KeyTicket


class Step(StrEnum):
    """Where the visitor is."""

    STANDBY = "standby"
    RESUME = "resume"
    LANGUAGE = "language"
    HOME = "home"
    GUIDE = "guide"
    CONSENT = "consent"
    KEEPING = "keeping"
    PLACE = "place"
    SCANNING = "scanning"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    ANOTHER = "another"
    CHECKING = "checking"
    MISSING = "missing"
    REVIEW = "review"
    CHANGE = "change"
    SENDING = "sending"
    RECEIPT = "receipt"
    GOODBYE = "goodbye"
    TROUBLE = "trouble"

    KEY_PLACE = "key_place"
    KEY_SCANNING = "key_scanning"
    KEY_WORDS = "key_words"
    KEY_CHECKING = "key_checking"
    KEY_REFUSED = "key_refused"
    DOSSIER = "dossier"
    ANSWER = "answer"
    COUNT = "count"
    ANSWER_PLACE = "answer_place"
    TAKE = "take"
    ONE_PAGE = "one_page"
    STICK_PLACE = "stick_place"
    KEPT_ERASE = "kept_erase"
    WORKING = "working"
    PAPER = "paper"

    FAILED_WHAT = "failed_what"
    FAILED_WHO = "failed_who"
    FAILED_WHEN = "failed_when"
    FAILED_TIMES = "failed_times"
    FAILED_CHECK = "failed_check"
    FAILED_NOTING = "failed_noting"
    FAILED_NOTED = "failed_noted"

    LETTER_PLACE = "letter_place"
    LETTER_SCANNING = "letter_scanning"
    LETTER_CHECK = "letter_check"
    LETTER_UNSURE = "letter_unsure"
    LETTER_RECEIVED = "letter_received"
    LETTER_COUNTING = "letter_counting"
    LETTER_PLAN = "letter_plan"


@dataclass(frozen=True, slots=True)
class Page:
    """An accepted page: sealed and registered. `image` and `thumbnail` are base64 JPEGs, empty after a restart."""

    id: str
    image: str = ""
    thumbnail: str = ""
    read: bool = False
    kind: str | None = None
    period: str | None = None
    employer: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedSheet:
    """A sheet that was scanned and that a public body would send back; not kept unless the visitor insists."""

    scan_id: str
    problems: tuple[str, ...]
    image: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What the guide asks for and nobody scanned; not `certain` where an unread page may be one of them."""

    months: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    certain: bool = True

    def __bool__(self) -> bool:
        return bool(self.months or self.papers)


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """The receipt of a submission that is durable; the paper may still be on its way out."""

    number: str
    issued_at: dt.datetime
    pages: int
    proof: str
    printed_a4: bool = False
    printed_ticket: bool = False
    duplicate: bool = False
    a4_fault: str = ""
    ticket_fault: str = ""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A visit that a crash or a power cut broke off."""

    visit_id: str
    pages: int
    sent: bool


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What failed, and where the visit goes on once it works again.

    `since`: monotonic seconds at which it was first found away; None when it is not waited for. `back` once it works.
    """

    device: str
    fault: str
    back_to: Step
    photo: bool = False
    since: float | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """The whole state. A new visitor gets `Visit()` again, whatever came before."""

    step: Step = Step.STANDBY
    language: str = "fr"
    comfort: Comfort = field(default_factory=Comfort)
    guide_id: str | None = None
    turn: int = 0
    """Counts the persons: what comes late for one is known by this number, and is not for the next."""
    visit_id: str | None = None
    key_ticket: KeyTicket = KeyTicket.COMING
    pages: tuple[Page, ...] = ()
    attempt: int = 0
    """Counts the scans of this visit: the outcome of one that was cancelled is known by its number."""
    tries: int = 0
    scan_retried: bool = False
    by_photo: bool = False
    refused: RefusedSheet | None = None
    missing: Missing = field(default_factory=Missing)
    receipt: IssuedReceipt | None = None
    breakdown: Breakdown | None = None
    interrupted: Interrupted | None = None
    overlay: Overlay | None = None
    help: HelpView | None = None
    words: tuple[str, ...] = ()
    """Those of the key that were chosen so far, and `letters` the beginning of the next."""
    letters: str = ""
    key_fault: str = ""
    dossier: Dossier | None = None
    digits: str = ""
    answer: str = ""
    """Which answer of the public body is being noted."""
    paper: PaperResult | None = None
    failed: FailedAttempt = field(default_factory=FailedAttempt)
    noted: NotedAttempt | None = None
    letter: ReadLetter | None = None
    plan: LetterPlan | None = None
    sharing: bool = False
    highlight: Action | None = None
    out_of_order: tuple[str, ...] = ()
    staff: Seat | None = None
    """Whoever works here and put a badge in; everything else here is kept as it was."""
    devices: tuple[DeviceFacts, ...] = ()
    serial: int = 0


@dataclass(frozen=True, slots=True)
class GuideFacts:
    """What the journey must know of a guide: its card in each language, and whom the papers go to."""

    cards: Mapping[str, GuideCard]
    body: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Delays:
    """Every wait of the journey, in seconds after the last touch."""

    idle: float = 75
    called: float = 600
    """How long a visit is kept beneath its cover while a call stands."""
    last_call: float = 30
    resume: float = 60
    receipt: float = 120
    goodbye: float = 30
    share_answer: float = 40
    sharing: float = 180
    staff: float = 180
    slow_factor: float = 3

    def scaled(self, pace: float) -> "Delays":
        """The same waits, `pace` times as long."""
        return Delays(
            idle=self.idle * pace,
            called=self.called * pace,
            last_call=self.last_call * pace,
            resume=self.resume * pace,
            receipt=self.receipt * pace,
            goodbye=self.goodbye * pace,
            share_answer=self.share_answer * pace,
            sharing=self.sharing * pace,
            staff=self.staff * pace,
            slow_factor=self.slow_factor,
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """What is given to the journey from outside and does not change during a visit."""

    languages: tuple[str, ...]
    guides: Mapping[str, GuideFacts]
    keep_months: int
    bodies: tuple[str, ...] = ()
    """Names of public bodies to choose among, in French as they call themselves."""
    key_words: tuple[str, ...] = ()
    """The list of words that a key may be made of."""
    delays: Delays = field(default_factory=Delays)

    def card(self, guide_id: str | None, language: str) -> GuideCard:
        """The card of a guide in `language`, else in French."""
        if guide_id is None or guide_id not in self.guides:
            return GuideCard("", "", "", "payslip")
        cards = self.guides[guide_id].cards
        return cards.get(language) or cards["fr"]

    def body(self, guide_id: str | None, language: str) -> str:
        """The name of the public body a guide is for."""
        if guide_id is None or guide_id not in self.guides:
            return ""
        names = self.guides[guide_id].body
        return names.get(language) or names["fr"]
