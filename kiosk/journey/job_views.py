"""What the screens of the journeys beside the main one show: facts, never words."""

from dataclasses import dataclass
from typing import Literal

from kiosk.journey.jobs import Dossier, FailedAttempt, LetterPlan, NotedAttempt, PaperResult


@dataclass(frozen=True, slots=True)
class Home:
    """The jobs, in the order people come for them."""

    jobs: tuple[str, ...]
    screen: Literal["home"] = "home"


@dataclass(frozen=True, slots=True)
class Option:
    """A tile. `text` is a proper name or an ISO date to be put into words; empty where `value` is a code with words."""

    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """One question and its tiles; `question` is a code with words."""

    question: str
    options: tuple[Option, ...]
    screen: Literal["choose"] = "choose"


@dataclass(frozen=True, slots=True)
class PlacePaper:
    """The key ticket, a letter, the body's answer goes onto the glass; or a USB stick into its hole."""

    what: Literal["key", "letter", "answer", "stick"]
    screen: Literal["place_paper"] = "place_paper"


@dataclass(frozen=True, slots=True)
class Working:
    """The machine works for more than an instant; `what` says at what."""

    what: Literal["key", "words", "letter", "days", "paper", "failure"]
    screen: Literal["working"] = "working"


@dataclass(frozen=True, slots=True)
class KeyWord:
    """The word number `place` (1 first) of `of`, by its first letters. `choices` are letters or whole words."""

    place: int
    of: int
    letters: str
    choices: tuple[str, ...]
    whole_words: bool
    screen: Literal["key_word"] = "key_word"


@dataclass(frozen=True, slots=True)
class KeyUnknown:
    reason: str
    screen: Literal["key_unknown"] = "key_unknown"


@dataclass(frozen=True, slots=True)
class SubmissionFound:
    dossier: Dossier
    screen: Literal["submission"] = "submission"


@dataclass(frozen=True, slots=True)
class CountPages:
    """A number of pages: how many the public body shows, or which one is to be proved.

    Digits typed so far, against the pages handed over.
    """

    question: Literal["shown", "which"]
    pages: int
    digits: str
    screen: Literal["count_pages"] = "count_pages"


@dataclass(frozen=True, slots=True)
class EraseKept:
    """Before the pages that the kiosk keeps of a submission are erased for good."""

    pages: int
    screen: Literal["erase_kept"] = "erase_kept"


@dataclass(frozen=True, slots=True)
class PaperOut:
    """A paper came out, or did not. After `last` there is nothing more to do with the submission."""

    result: PaperResult
    last: bool
    screen: Literal["paper_out"] = "paper_out"


@dataclass(frozen=True, slots=True)
class CheckAttempt:
    attempt: FailedAttempt
    screen: Literal["check_attempt"] = "check_attempt"


@dataclass(frozen=True, slots=True)
class AttemptNoted:
    noted: NotedAttempt
    screen: Literal["attempt_noted"] = "attempt_noted"


@dataclass(frozen=True, slots=True)
class CheckLetter:
    """What was read, to be confirmed. `dated` is an ISO date, `days` the delay the letter says."""

    sender: str
    kind: str
    dated: str | None
    days: int | None
    image: str
    screen: Literal["check_letter"] = "check_letter"


@dataclass(frozen=True, slots=True)
class LetterUnsure:
    """The letter could not be read well enough, or was read wrongly."""

    screen: Literal["letter_unsure"] = "letter_unsure"


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """What to do about the letter, and until when."""

    sender: str
    plan: LetterPlan
    screen: Literal["letter_answer"] = "letter_answer"


JobScreen = (
    Home
    | Choose
    | PlacePaper
    | Working
    | KeyWord
    | KeyUnknown
    | SubmissionFound
    | CountPages
    | EraseKept
    | PaperOut
    | CheckAttempt
    | AttemptNoted
    | CheckLetter
    | LetterUnsure
    | LetterAnswer
)
