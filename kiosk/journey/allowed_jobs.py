"""What may be tapped on the screens of the journeys beside the main one."""

from kiosk.journey.actions import Action
from kiosk.journey.key_words import next_choices
from kiosk.journey.model import Rules, Step, Visit

IN_JOBS: dict[Step, tuple[Action, ...]] = {
    Step.HOME: (Action.CHOOSE_JOB, Action.BACK),
    Step.KEEPING: (Action.CHOOSE, Action.BACK),
    Step.KEY_PLACE: (Action.SCAN, Action.OPEN_WORDS, Action.BACK),
    Step.KEY_SCANNING: (Action.CANCEL_SCAN,),
    Step.KEY_WORDS: (Action.CHOOSE_LETTER, Action.BACK),
    Step.KEY_CHECKING: (),
    Step.KEY_REFUSED: (Action.TRY_AGAIN, Action.OPEN_WORDS, Action.BACK),
    Step.DOSSIER: (Action.CHOOSE, Action.BACK),
    Step.ANSWER: (Action.CHOOSE, Action.BACK),
    Step.TAKE: (Action.CHOOSE, Action.BACK),
    Step.ONE_PAGE: (Action.DIGIT, Action.CONFIRM, Action.BACK),
    Step.STICK_PLACE: (Action.DONE, Action.BACK),
    Step.COUNT: (Action.DIGIT, Action.CONFIRM, Action.BACK),
    Step.ANSWER_PLACE: (Action.SCAN, Action.BACK),
    Step.KEPT_ERASE: (Action.CONFIRM, Action.REFUSE, Action.BACK),
    Step.WORKING: (),
    Step.PAPER: (Action.DONE,),
    Step.FAILED_WHAT: (Action.CHOOSE, Action.BACK),
    Step.FAILED_WHO: (Action.CHOOSE, Action.BACK),
    Step.FAILED_WHEN: (Action.CHOOSE, Action.BACK),
    Step.FAILED_TIMES: (Action.CHOOSE, Action.BACK),
    Step.FAILED_CHECK: (Action.CONFIRM, Action.REFUSE, Action.BACK),
    Step.FAILED_NOTING: (),
    Step.FAILED_NOTED: (Action.RECEIPT_TAKEN, Action.RECEIPT_MISSING),
    Step.LETTER_PLACE: (Action.SCAN, Action.BACK),
    Step.LETTER_SCANNING: (Action.CANCEL_SCAN,),
    Step.LETTER_CHECK: (Action.CONFIRM, Action.REFUSE, Action.BACK),
    Step.LETTER_UNSURE: (Action.TRY_AGAIN, Action.ANSWER_NOW, Action.BACK),
    Step.LETTER_RECEIVED: (Action.CHOOSE, Action.BACK),
    Step.LETTER_COUNTING: (),
    Step.LETTER_PLAN: (Action.PRINT, Action.ANSWER_NOW, Action.BACK),
}

JOB_WORKS = frozenset(
    {
        Step.KEY_SCANNING,
        Step.KEY_CHECKING,
        Step.WORKING,
        Step.FAILED_NOTING,
        Step.LETTER_SCANNING,
        Step.LETTER_COUNTING,
    }
)
"""Steps at which the machine itself works: no clock runs against the visitor."""


def job_actions(visit: Visit, rules: Rules) -> tuple[Action, ...]:
    """The actions of the screen in front, those that could do nothing now left out."""
    actions = IN_JOBS[visit.step]
    left_out: set[Action] = set()
    if visit.step is Step.KEY_WORDS and next_choices(rules.key_words, visit.letters)[1]:
        return (Action.CHOOSE_WORD, Action.BACK)
    if visit.step is Step.COUNT and not visit.digits:
        left_out.add(Action.CONFIRM)
    if visit.step is Step.ONE_PAGE and not _is_a_page(visit):
        left_out.add(Action.CONFIRM)
    if visit.step is Step.LETTER_PLAN and (visit.plan is None or visit.plan.last_day is None):
        left_out.add(Action.PRINT)
    return tuple(action for action in actions if action not in left_out)


def _is_a_page(visit: Visit) -> bool:
    """Whether the digits typed so far are the number of a page of this submission."""
    return visit.dossier is not None and visit.digits != "" and 1 <= int(visit.digits) <= visit.dossier.pages
