"""From the state of a journey beside the main one to what its screen shows."""

from collections.abc import Iterable

from kiosk.journey.job_views import (
    AttemptNoted,
    CheckAttempt,
    CheckLetter,
    Choose,
    CountPages,
    EraseKept,
    Home,
    JobScreen,
    KeyUnknown,
    KeyWord,
    LetterAnswer,
    LetterUnsure,
    Option,
    PaperOut,
    PlacePaper,
    SubmissionFound,
    Working,
)
from kiosk.journey.jobs import Job, Keeping, Paper, Tried
from kiosk.journey.key_words import COUNT, next_choices
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.taps_failure import OTHER_BODY, TIMES, WHEN
from kiosk.journey.taps_letter import BEFORE, days_offered

TAKEN = (Paper.PAGES, Paper.STICK, Paper.ONE_PAGE)
ANSWERS = ("received", "counted", "decided", "reminder")

_PLACES = {
    Step.KEY_PLACE: PlacePaper("key"),
    Step.LETTER_PLACE: PlacePaper("letter"),
    Step.ANSWER_PLACE: PlacePaper("answer"),
    Step.STICK_PLACE: PlacePaper("stick"),
}
_WORK = {
    Step.KEY_SCANNING: Working("key"),
    Step.KEY_CHECKING: Working("words"),
    Step.WORKING: Working("paper"),
    Step.FAILED_NOTING: Working("failure"),
    Step.LETTER_SCANNING: Working("letter"),
    Step.LETTER_COUNTING: Working("days"),
}


def _codes(values: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(value) for value in values)


def _choose(visit: Visit, rules: Rules) -> Choose | None:
    """The question with tiles of this step."""
    offers = visit.dossier.offers if visit.dossier is not None else ()
    match visit.step:
        case Step.KEEPING:
            return Choose("keeping", _codes(Keeping))
        case Step.ANSWER:
            return Choose("answer", _codes(one for one in ANSWERS if one in offers))
        case Step.TAKE:
            return Choose("take", _codes(one for one in TAKEN if one in offers))
        case Step.FAILED_WHAT:
            return Choose("failed_what", _codes(Tried))
        case Step.FAILED_WHO:
            return Choose("failed_who", (*(Option(name, name) for name in rules.bodies), Option(OTHER_BODY)))
        case Step.FAILED_WHEN:
            return Choose("failed_when", _codes(WHEN))
        case Step.FAILED_TIMES:
            return Choose("failed_times", _codes(TIMES))
        case Step.LETTER_RECEIVED:
            return Choose("letter_received", (*(Option(day, day) for day in days_offered(visit)), Option(BEFORE)))
    return None


def present_job(visit: Visit, rules: Rules) -> JobScreen:
    """The screen of a step that is not of the main visit."""
    step = visit.step
    if step in _PLACES:
        return _PLACES[step]
    if step in _WORK:
        return _WORK[step]
    if (choose := _choose(visit, rules)) is not None:
        return choose
    if step in (Step.KEY_WORDS, Step.KEY_REFUSED):
        return _key(visit, rules)
    if step in (Step.FAILED_CHECK, Step.FAILED_NOTED):
        return AttemptNoted(visit.noted) if visit.noted is not None else CheckAttempt(visit.failed)
    if step in (Step.LETTER_CHECK, Step.LETTER_PLAN, Step.LETTER_UNSURE):
        return _letter(visit)
    if step is Step.PAPER and visit.paper is not None:
        return PaperOut(visit.paper, visit.dossier is None and visit.plan is None)
    if visit.dossier is not None:
        return _dossier(visit)
    return Home(tuple(Job))


def _key(visit: Visit, rules: Rules) -> JobScreen:
    if visit.step is Step.KEY_REFUSED:
        return KeyUnknown(visit.key_fault)
    choices, whole = next_choices(rules.key_words, visit.letters)
    return KeyWord(len(visit.words) + 1, COUNT, visit.letters, choices, whole)


def _dossier(visit: Visit) -> JobScreen:
    if visit.dossier is None:
        return KeyUnknown("nothing_kept")
    match visit.step:
        case Step.COUNT:
            return CountPages("shown", visit.dossier.pages, visit.digits)
        case Step.ONE_PAGE:
            return CountPages("which", visit.dossier.pages, visit.digits)
        case Step.KEPT_ERASE:
            return EraseKept(visit.dossier.pages)
    return SubmissionFound(visit.dossier)


def _letter(visit: Visit) -> JobScreen:
    letter = visit.letter
    if letter is None or letter.sender is None or visit.step is Step.LETTER_UNSURE:
        return LetterUnsure()
    if visit.step is Step.LETTER_PLAN and visit.plan is not None:
        return LetterAnswer(letter.sender, visit.plan)
    dated = letter.dated.isoformat() if letter.dated is not None else None
    return CheckLetter(letter.sender, letter.kind, dated, letter.days, letter.image)
