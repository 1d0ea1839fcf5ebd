"""What a tap does for someone who comes back with the key ticket."""

from dataclasses import replace

from kiosk.journey.actions import Action
from kiosk.journey.effects import EraseKept, GivePaper, NoteAnswer, ScanKey, TryWords
from kiosk.journey.endings import Outcome, leave, say_goodbye
from kiosk.journey.jobs import Paper
from kiosk.journey.key_words import COUNT, next_choices
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.taps import Handler, to

MOST_DIGITS = 3


def _scan_key(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    attempt = visit.attempt + 1
    after = replace(visit, step=Step.KEY_SCANNING, attempt=attempt, scan_retried=False, breakdown=None)
    return after, (ScanKey(attempt),)


def _open_words(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.KEY_WORDS, words=(), letters="", key_fault=""), ()


def _choose_letter(visit: Visit, value: str | None, rules: Rules) -> Outcome:
    choices, whole = next_choices(rules.key_words, visit.letters)
    if value is None or whole or value not in choices:
        return visit, ()
    return replace(visit, letters=visit.letters + value), ()


def _choose_word(visit: Visit, value: str | None, rules: Rules) -> Outcome:
    choices, whole = next_choices(rules.key_words, visit.letters)
    if value is None or not whole or value not in choices:
        return visit, ()
    words = (*visit.words, value)
    after = replace(visit, words=words, letters="")
    if len(words) < COUNT:
        return after, ()
    return replace(after, step=Step.KEY_CHECKING), (TryWords(words),)


def _back_from_words(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    """One letter, then one word, then the way in."""
    if visit.letters:
        return replace(visit, letters=visit.letters[:-1]), ()
    if visit.words:
        return replace(visit, words=visit.words[:-1]), ()
    return replace(visit, step=Step.KEY_PLACE), ()


def _back_to_words(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    """A key of words is mended from its last word; one on paper is laid down again."""
    if visit.words:
        return replace(visit, step=Step.KEY_WORDS, words=visit.words[:-1], letters="", key_fault=""), ()
    return replace(visit, step=Step.KEY_PLACE, key_fault=""), ()


def _work(visit: Visit) -> Visit:
    return replace(visit, step=Step.WORKING, paper=None, breakdown=None)


def _offered(visit: Visit, value: str | None) -> bool:
    return visit.dossier is not None and value in visit.dossier.offers


def _choose_in_dossier(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if not _offered(visit, value):
        return visit, ()
    match value:
        case "duplicate":
            return _work(visit), (GivePaper(Paper.DUPLICATE, visit.language),)
        case "answer":
            return replace(visit, step=Step.ANSWER), ()
        case "take":
            return replace(visit, step=Step.TAKE), ()
        case "erase":
            return replace(visit, step=Step.KEPT_ERASE), ()
    return visit, ()


def _choose_answer(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if not _offered(visit, value):
        return visit, ()
    match value:
        case "received" | "decided":
            return replace(visit, step=Step.ANSWER_PLACE, answer=value), ()
        case "counted":
            return replace(visit, step=Step.COUNT, digits=""), ()
        case "reminder":
            return _work(visit), (GivePaper(Paper.REMINDER, visit.language),)
    return visit, ()


def _choose_take(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if not _offered(visit, value):
        return visit, ()
    match value:
        case Paper.PAGES:
            return _work(visit), (GivePaper(Paper.PAGES, visit.language),)
        case Paper.STICK:
            return replace(visit, step=Step.STICK_PLACE, digits=""), ()
        case Paper.ONE_PAGE:
            return replace(visit, step=Step.ONE_PAGE, digits=""), ()
    return visit, ()


def _back_from_stick(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.ONE_PAGE if visit.digits else Step.TAKE), ()


def _copy(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    """The page whose number was typed, else all of them."""
    if visit.digits:
        return _work(visit), (GivePaper(Paper.ONE_PAGE, visit.language, int(visit.digits)),)
    return _work(visit), (GivePaper(Paper.STICK, visit.language),)


def _digit(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if value == "less":
        return replace(visit, digits=visit.digits[:-1]), ()
    if value is None or len(value) != 1 or value not in "0123456789" or len(visit.digits) >= MOST_DIGITS:
        return visit, ()
    return replace(visit, digits=(visit.digits + value).lstrip("0") or "0"), ()


def _confirm_count(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if not visit.digits:
        return visit, ()
    return _work(visit), (NoteAnswer("counted", int(visit.digits), 0),)


def _scan_answer(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    attempt = visit.attempt + 1
    after = replace(_work(visit), attempt=attempt, scan_retried=True)
    return after, (NoteAnswer("received" if visit.answer == "received" else "decided", None, attempt),)


def _erase_kept(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return _work(visit), (EraseKept(),)


def _paper_taken(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if visit.plan is not None:
        return replace(visit, step=Step.LETTER_PLAN, paper=None), ()
    if visit.dossier is None:
        return say_goodbye(visit, "erased")
    return replace(visit, step=Step.DOSSIER, paper=None), ()


def _leave_dossier(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    """Home again, still the same person: the key is forgotten at once."""
    ended, effects = leave(visit, "finished")
    return replace(ended, step=Step.HOME, language=visit.language, comfort=visit.comfort), effects


RETURN: dict[tuple[Step, Action], Handler] = {
    (Step.KEY_PLACE, Action.SCAN): _scan_key,
    (Step.KEY_PLACE, Action.OPEN_WORDS): _open_words,
    (Step.KEY_PLACE, Action.BACK): _leave_dossier,
    (Step.KEY_SCANNING, Action.CANCEL_SCAN): to(Step.KEY_PLACE),
    (Step.KEY_WORDS, Action.CHOOSE_LETTER): _choose_letter,
    (Step.KEY_WORDS, Action.CHOOSE_WORD): _choose_word,
    (Step.KEY_WORDS, Action.BACK): _back_from_words,
    (Step.KEY_REFUSED, Action.TRY_AGAIN): _back_to_words,
    (Step.KEY_REFUSED, Action.OPEN_WORDS): _open_words,
    (Step.KEY_REFUSED, Action.BACK): _leave_dossier,
    (Step.DOSSIER, Action.CHOOSE): _choose_in_dossier,
    (Step.DOSSIER, Action.BACK): _leave_dossier,
    (Step.ANSWER, Action.CHOOSE): _choose_answer,
    (Step.ANSWER, Action.BACK): to(Step.DOSSIER),
    (Step.TAKE, Action.CHOOSE): _choose_take,
    (Step.TAKE, Action.BACK): to(Step.DOSSIER),
    (Step.ONE_PAGE, Action.DIGIT): _digit,
    (Step.ONE_PAGE, Action.CONFIRM): to(Step.STICK_PLACE),
    (Step.ONE_PAGE, Action.BACK): to(Step.TAKE),
    (Step.STICK_PLACE, Action.DONE): _copy,
    (Step.STICK_PLACE, Action.BACK): _back_from_stick,
    (Step.COUNT, Action.DIGIT): _digit,
    (Step.COUNT, Action.CONFIRM): _confirm_count,
    (Step.COUNT, Action.BACK): to(Step.ANSWER),
    (Step.ANSWER_PLACE, Action.SCAN): _scan_answer,
    (Step.ANSWER_PLACE, Action.BACK): to(Step.ANSWER),
    (Step.KEPT_ERASE, Action.CONFIRM): _erase_kept,
    (Step.KEPT_ERASE, Action.REFUSE): to(Step.DOSSIER),
    (Step.KEPT_ERASE, Action.BACK): to(Step.DOSSIER),
    (Step.PAPER, Action.DONE): _paper_taken,
}
