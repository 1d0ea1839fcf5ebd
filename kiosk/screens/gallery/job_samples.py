"""Sample screens of the journeys beside the main one. No one real is in them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from kiosk.journey.actions import Action
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
from kiosk.journey.jobs import (
    Dossier,
    FailedAttempt,
    Job,
    Keeping,
    LetterPlan,
    NotedAttempt,
    Paper,
    PaperResult,
    Tried,
)
from kiosk.journey.presenter_jobs import TAKEN
from kiosk.journey.taps_failure import OTHER_BODY, TIMES, WHEN
from kiosk.stick_sentences import STICK_SENTENCES

BODIES = ("France Travail", "CAF", "Assurance maladie", "Préfecture", "Impôts")
ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")
WORDS = ("acheter", "achever", "acidité", "aciduler", "acquérir", "acteur", "action", "adéquat", "adhérer")
Sample = tuple[str, JobScreen, tuple[Action, ...]]


def _codes(values: Iterable[str]) -> tuple[Option, ...]:
    return tuple(Option(str(value)) for value in values)


def _dossier(now: dt.datetime, state: str) -> Dossier:
    offers = ("duplicate", "answer", "take", "erase", "received", "counted", "decided", "reminder", "pages")
    return Dossier("K7-000123-9", now, 66, "France Travail", state, now, now.date(), None, offers)


def job_samples(now: dt.datetime, page: str) -> Iterator[Sample]:
    """(name, screen, actions of the screen without those of the bar)."""
    back = (Action.BACK,)
    yield "home", Home(tuple(Job)), (Action.CHOOSE_JOB, *back)
    yield from _returning(now, back)
    yield from _failing(now, back)
    yield from _letters(now, page, back)


def _choose(question: str, options: tuple[Option, ...]) -> Sample:
    return f"choose-{question}", Choose(question, options), (Action.CHOOSE, Action.BACK)


def _returning(now: dt.datetime, back: tuple[Action, ...]) -> Iterator[Sample]:
    yield "place-key", PlacePaper("key"), (Action.SCAN, Action.OPEN_WORDS, *back)
    yield "place-answer", PlacePaper("answer"), (Action.SCAN, *back)
    for work in (Working("key"), Working("letter")):
        yield f"working-{work.what}", work, (Action.CANCEL_SCAN,)
    for work in (Working("words"), Working("days"), Working("paper"), Working("failure")):
        yield f"working-{work.what}", work, ()
    yield "key-letters", KeyWord(1, 12, "", ALPHABET, False), (Action.CHOOSE_LETTER, *back)
    yield "key-words", KeyWord(12, 12, "ac", WORDS, True), (Action.CHOOSE_WORD, *back)
    for reason in ("no_code", "not_the_words", "nothing_kept"):
        yield f"key-{reason}", KeyUnknown(reason), (Action.TRY_AGAIN, Action.OPEN_WORDS, *back)
    for state in ("prepared", "sent", "received", "counted", "decided", "failed"):
        yield f"submission-{state}", SubmissionFound(_dossier(now, state)), (Action.CHOOSE, *back)
    yield _choose("answer", _codes(("received", "counted", "decided", "reminder")))
    yield _choose("take", _codes(TAKEN))
    yield "place-stick", PlacePaper("stick"), (Action.DONE, *back)
    yield "one-page", CountPages("which", 66, "31"), (Action.DIGIT, Action.CONFIRM, *back)
    yield "count-none", CountPages("shown", 66, ""), (Action.DIGIT, *back)
    yield "count-some", CountPages("shown", 66, "107"), (Action.DIGIT, Action.CONFIRM, *back)
    yield "erase-kept", EraseKept(66), (Action.CONFIRM, Action.REFUSE, *back)
    for paper in Paper:
        last = paper is Paper.ERASURE
        yield f"paper-{paper.value}", PaperOut(PaperResult(paper), last), (Action.DONE,)
    yield "paper-fault", PaperOut(PaperResult(Paper.DUPLICATE, "paper_out"), False), (Action.DONE,)
    for fault in STICK_SENTENCES:
        yield f"stick-{fault}", PaperOut(PaperResult(Paper.STICK, fault), False), (Action.DONE,)
    yield "paper-erased-fault", PaperOut(PaperResult(Paper.ERASURE, "jammed"), True), (Action.DONE,)


def _failing(now: dt.datetime, back: tuple[Action, ...]) -> Iterator[Sample]:
    yield _choose("failed_what", _codes(Tried))
    yield _choose("failed_who", (*(Option(name, name) for name in BODIES), Option(OTHER_BODY)))
    yield _choose("failed_when", _codes(WHEN))
    yield _choose("failed_times", _codes(TIMES))
    attempt = FailedAttempt(Tried.REFUSED, "Assurance maladie", "yesterday", "often")
    yield "attempt-check", CheckAttempt(attempt), (Action.CONFIRM, Action.REFUSE, *back)
    printed = (Action.RECEIPT_TAKEN, Action.RECEIPT_MISSING)
    yield "attempt-noted", AttemptNoted(NotedAttempt("K7-000124-7", now)), printed
    yield "attempt-unprinted", AttemptNoted(NotedAttempt("K7-000124-7", now, "paper_out")), printed


def _letters(now: dt.datetime, page: str, back: tuple[Action, ...]) -> Iterator[Sample]:
    yield _choose("keeping", _codes(Keeping))
    yield "place-letter", PlacePaper("letter"), (Action.SCAN, *back)
    check = (Action.CONFIRM, Action.REFUSE, *back)
    known = CheckLetter("CAISSE D’ALLOCATIONS FAMILIALES DE LA HAUTE-GARONNE", "other", "2026-09-03", 15, page)
    yield "letter-check", known, check
    yield "letter-check-little", CheckLetter("France Travail", "notice_before_sanction", None, None, page), check
    unsure = (Action.TRY_AGAIN, Action.ANSWER_NOW, *back)
    yield "letter-unsure", LetterUnsure(), unsure
    days = tuple((now.date() - dt.timedelta(days=ago)).isoformat() for ago in range(5))
    yield _choose("letter_received", (*(Option(day, day) for day in days), Option("before")))
    for severity in ("delay", "suspension", "loss"):
        plan = LetterPlan(dt.date(2026, 9, 24), severity, "ft.avertissement")
        yield f"letter-{severity}", LetterAnswer("France Travail", plan), (Action.PRINT, Action.ANSWER_NOW, *back)
    none = LetterPlan(None, None, None)
    yield "letter-no-day", LetterAnswer("France Travail", none), (Action.ANSWER_NOW, *back)
