"""What the journeys beside the main one make of the answers of the core."""

from dataclasses import replace

from kiosk.journey.endings import Outcome
from kiosk.journey.events import FailureNoted, KeyOpened, KeyRefused, LetterExplained, LetterRead, PaperGiven
from kiosk.journey.model import Step, Visit

_KEY = frozenset({Step.KEY_SCANNING, Step.KEY_CHECKING})


def _key_opened(visit: Visit, event: KeyOpened) -> Outcome:
    if visit.step not in _KEY:
        return visit, ()
    return replace(visit, step=Step.DOSSIER, dossier=event.dossier, words=(), letters="", key_fault=""), ()


def _key_refused(visit: Visit, event: KeyRefused) -> Outcome:
    if visit.step not in _KEY or (event.attempt is not None and event.attempt != visit.attempt):
        return visit, ()
    return replace(visit, step=Step.KEY_REFUSED, key_fault=event.reason), ()


def _paper_given(visit: Visit, event: PaperGiven) -> Outcome:
    if visit.step is not Step.WORKING:
        return visit, ()
    return replace(visit, step=Step.PAPER, paper=event.result, dossier=event.dossier), ()


def _failure_noted(visit: Visit, event: FailureNoted) -> Outcome:
    if visit.step is not Step.FAILED_NOTING:
        return visit, ()
    return replace(visit, step=Step.FAILED_NOTED, noted=event.noted), ()


def _letter_read(visit: Visit, event: LetterRead) -> Outcome:
    if visit.step is not Step.LETTER_SCANNING or event.attempt != visit.attempt:
        return visit, ()
    step = Step.LETTER_CHECK if event.letter.understood else Step.LETTER_UNSURE
    return replace(visit, step=step, letter=event.letter), ()


def _letter_explained(visit: Visit, event: LetterExplained) -> Outcome:
    if visit.step is not Step.LETTER_COUNTING:
        return visit, ()
    return replace(visit, step=Step.LETTER_PLAN, plan=event.plan), ()


def happen_in_job(visit: Visit, event: object) -> Outcome | None:
    """The outcome of an event of these journeys; None for any other."""
    match event:
        case KeyOpened():
            return _key_opened(visit, event)
        case KeyRefused():
            return _key_refused(visit, event)
        case PaperGiven():
            return _paper_given(visit, event)
        case FailureNoted():
            return _failure_noted(visit, event)
        case LetterRead():
            return _letter_read(visit, event)
        case LetterExplained():
            return _letter_explained(visit, event)
    return None
