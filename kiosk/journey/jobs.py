"""What the journeys beside the main one remember: a submission found again, a failed attempt, a letter.

Values only: they stand in the state, in the events that bring them, and in the views that show them.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Job(StrEnum):
    """What a visitor comes for: the cards of the home screen."""

    SEND = "send"
    LETTER = "letter"
    RETURN = "return"
    FAILURE = "failure"


class Paper(StrEnum):
    """What comes out of the printers, beside the receipt of a visit."""

    DUPLICATE = "duplicate"
    FOLLOW_UP = "follow_up"
    COMPLAINT = "complaint"
    """The follow-up and the letter about pages that were not counted."""
    REMINDER = "reminder"
    PAGES = "pages"
    STICK = "stick"
    """No paper: the copy on a USB stick."""
    ONE_PAGE = "one_page"
    """No paper: one page and its proof on a USB stick, which show nothing of the others."""
    ERASURE = "erasure"
    DEADLINE_CARD = "deadline_card"


ON_STICK = frozenset({Paper.STICK, Paper.ONE_PAGE})


@dataclass(frozen=True, slots=True)
class PaperResult:
    """What became of a paper; `fault` is a code of the printer's fault, or the stick's, empty when it came out."""

    paper: Paper
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A submission, as its owner sees it. `state` is a code; `offers` are what may be asked of it now."""

    number: str
    issued_at: dt.datetime
    pages: int
    body: str
    state: str
    moved_at: dt.datetime
    keep_until: dt.date | None
    counted: int | None
    offers: tuple[str, ...]


class Tried(StrEnum):
    """What was tried in vain."""

    PORTAL = "portal"
    PHONE = "phone"
    CLOSED = "closed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FailedAttempt:
    """What the visitor says happened; None until it is said. `when` and `times` are codes of tiles."""

    tried: Tried | None = None
    body: str | None = None
    when: str | None = None
    times: str | None = None

    @property
    def whole(self) -> bool:
        return None not in (self.tried, self.body, self.when, self.times)


@dataclass(frozen=True, slots=True)
class NotedAttempt:
    """The failed attempt is in the ledger; `fault` as of the printer."""

    number: str
    noted_at: dt.datetime
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """What was read on a letter, to be confirmed by who brought it. `image` is a base64 JPEG, in memory only."""

    kind: str
    sender: str | None
    dated: dt.date | None
    days: int | None
    today: dt.date
    image: str

    @property
    def understood(self) -> bool:
        """Whether there is something to confirm."""
        return self.sender is not None


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What to do about a letter. `last_day` None where no delay is known; `guide_id` answers it, where one does."""

    last_day: dt.date | None
    severity: str | None
    guide_id: str | None


class Keeping(StrEnum):
    """How long the visitor lets the kiosk keep the sealed pages, where that is less than usual."""

    DAY = "day"
    MONTHS_2 = "months_2"
