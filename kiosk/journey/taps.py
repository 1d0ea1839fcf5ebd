"""What a tap on a screen does, step by step of the visit."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.journey.actions import Action
from kiosk.journey.allowed_jobs import IN_JOBS
from kiosk.journey.effects import (
    CancelScan,
    ForgetSheet,
    KeepFor,
    KeepSheet,
    LeaveInterrupted,
    MakeChecklist,
    OpenVisit,
    PhotoSheet,
    Reprint,
    RestoreVisit,
    ScanSheet,
    Submit,
    WithdrawPage,
)
from kiosk.journey.endings import Outcome, fresh, leave, say_goodbye
from kiosk.journey.jobs import Job, Keeping
from kiosk.journey.model import Missing, Rules, Step, Visit
from kiosk.journey.views import ConfirmErase

Handler = Callable[[Visit, str | None, Rules], Outcome]


def _start(visit: Visit, _value: str | None, rules: Rules) -> Outcome:
    if len(rules.languages) == 1:
        return replace(visit, step=Step.HOME, language=rules.languages[0]), ()
    return replace(visit, step=Step.LANGUAGE), ()


def _resume(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if visit.interrupted is None:
        return fresh(visit), ()
    return replace(visit, step=Step.CHECKING), (RestoreVisit(visit.interrupted.visit_id),)


def _not_me(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    effects = () if visit.interrupted is None else (LeaveInterrupted(visit.interrupted.visit_id),)
    return fresh(visit), effects


def _choose_language(visit: Visit, value: str | None, rules: Rules) -> Outcome:
    if value not in rules.languages:
        return visit, ()
    return replace(visit, step=Step.HOME, language=value), ()


_FIRST_STEPS = {
    Job.SEND: Step.GUIDE,
    Job.LETTER: Step.LETTER_PLACE,
    Job.RETURN: Step.KEY_PLACE,
    Job.FAILURE: Step.FAILED_WHAT,
}


def _choose_job(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if value not in tuple(Job):
        return visit, ()
    return replace(visit, step=_FIRST_STEPS[Job(value)]), ()


def _back_from_home(visit: Visit, _value: str | None, rules: Rules) -> Outcome:
    if len(rules.languages) > 1:
        return replace(visit, step=Step.LANGUAGE), ()
    return leave(visit, "erased")


KEPT_MONTHS = {Keeping.DAY: 0, Keeping.MONTHS_2: 2}


def _choose_keeping(visit: Visit, value: str | None, _rules: Rules) -> Outcome:
    if value not in tuple(Keeping):
        return visit, ()
    return replace(visit, step=Step.CHANGE), (KeepFor(KEPT_MONTHS[Keeping(value)]),)


def _choose_guide(visit: Visit, value: str | None, rules: Rules) -> Outcome:
    if value not in rules.guides:
        return visit, ()
    return replace(visit, step=Step.CONSENT, guide_id=value), ()


def _agree(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    opened = replace(visit, step=Step.PLACE)
    if visit.visit_id is not None or visit.guide_id is None:
        return opened, ()
    return opened, (OpenVisit(visit.language, visit.guide_id, visit.turn),)


def _decline(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return say_goodbye(visit, "erased")


def _scan(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    attempt = visit.attempt + 1
    scanning = replace(visit, step=Step.SCANNING, attempt=attempt, scan_retried=False, by_photo=False, breakdown=None)
    return scanning, (ScanSheet(attempt),)


def _photo(visit: Visit, _value: str | None, rules: Rules) -> Outcome:
    scanning, _ = _scan(visit, None, rules)
    return replace(scanning, by_photo=True), (PhotoSheet(scanning.attempt),)


def _cancel_scan(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.PLACE, breakdown=None), (CancelScan(visit.attempt),)


def _place_another(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.PLACE, refused=None, tries=0), ()


def _rescan_accepted(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    last = visit.pages[-1]
    return replace(visit, step=Step.PLACE, pages=visit.pages[:-1]), (WithdrawPage(last.id),)


def _rescan_refused(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    effects = () if visit.refused is None else (ForgetSheet(visit.refused.scan_id),)
    return replace(visit, step=Step.PLACE), effects


def _drop_refused(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    effects = () if visit.refused is None else (ForgetSheet(visit.refused.scan_id),)
    step = Step.ANOTHER if visit.pages else Step.PLACE
    return replace(visit, step=step, refused=None, tries=0), effects


def _keep_anyway(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if visit.refused is None:
        return visit, ()
    return replace(visit, step=Step.SCANNING), (KeepSheet(visit.attempt, visit.refused.scan_id),)


def to(step: Step) -> Handler:
    """A tap that only leads to another step."""

    def go(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
        return replace(visit, step=step), ()

    return go


def _back_from_place(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if visit.pages:
        return replace(visit, step=Step.ANOTHER, refused=None, tries=0), ()
    return _ask_erase(visit, None, _rules)


def _ask_erase(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, overlay=ConfirmErase(len(visit.pages))), ()


def _that_is_all(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.CHECKING), (MakeChecklist(),)


def _remove_last(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    last = visit.pages[-1]
    return replace(visit, pages=visit.pages[:-1], missing=Missing()), (WithdrawPage(last.id),)


def _back_from_change(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if visit.pages:
        return _that_is_all(visit, None, _rules)
    return replace(visit, step=Step.ANOTHER), ()


def _send(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.SENDING, breakdown=None), (Submit(visit.missing.months, visit.missing.papers),)


def _receipt_missing(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return replace(visit, step=Step.SENDING), (Reprint(),)


def _receipt_taken(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return say_goodbye(visit, "finished")


def _all_taken(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return leave(visit, "finished")


def _start_again(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    """Another démarche for the same person: the language and comfort stay, nothing else does."""
    ended, effects = leave(visit, "finished")
    return replace(ended, step=Step.HOME, language=visit.language, comfort=visit.comfort), effects


def _try_again(visit: Visit, _value: str | None, rules: Rules) -> Outcome:
    if visit.breakdown is None:
        return replace(visit, step=Step.ANOTHER), ()
    match visit.breakdown.back_to:
        case Step.PLACE if visit.visit_id is None and visit.guide_id is not None:
            again = replace(visit, step=Step.PLACE, breakdown=None)
            return again, (OpenVisit(visit.language, visit.guide_id, visit.turn),)
        case Step.SCANNING | Step.PLACE:
            scanning, effects = _scan(visit, None, rules)
            return replace(scanning, breakdown=replace(visit.breakdown, back=False)), effects  # it is waited for still
        case Step.SENDING:
            return _send(visit, None, rules)
        case other:
            return replace(visit, step=_rest(visit, other), breakdown=None), ()


_WHERE_WORK_BEGAN = {
    Step.KEY_SCANNING: Step.KEY_PLACE,
    Step.KEY_CHECKING: Step.KEY_PLACE,
    Step.FAILED_NOTING: Step.FAILED_CHECK,
    Step.LETTER_SCANNING: Step.LETTER_PLACE,
    Step.LETTER_COUNTING: Step.LETTER_RECEIVED,
}


def _rest(visit: Visit, step: Step) -> Step:
    """Where the visitor can ask again for what `step` did not bring about."""
    if step is Step.WORKING:
        return Step.DOSSIER if visit.dossier is not None else Step.LETTER_PLAN if visit.plan is not None else Step.HOME
    return _WHERE_WORK_BEGAN.get(step, step)


def _back_from_trouble(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    if visit.breakdown is not None and visit.breakdown.back_to in IN_JOBS:
        return replace(visit, step=_rest(visit, visit.breakdown.back_to), breakdown=None), ()
    if visit.breakdown is not None and visit.breakdown.back_to is Step.SENDING:
        return replace(visit, step=Step.REVIEW, breakdown=None), ()
    step = Step.ANOTHER if visit.pages else Step.PLACE
    return replace(visit, step=step, breakdown=None), ()


def _back_to_standby(visit: Visit, _value: str | None, _rules: Rules) -> Outcome:
    return leave(visit, "erased")


ON_SCREEN: dict[tuple[Step, Action], Handler] = {
    (Step.STANDBY, Action.START): _start,
    (Step.RESUME, Action.RESUME): _resume,
    (Step.RESUME, Action.NOT_ME): _not_me,
    (Step.LANGUAGE, Action.CHOOSE_LANGUAGE): _choose_language,
    (Step.LANGUAGE, Action.BACK): _back_to_standby,
    (Step.HOME, Action.CHOOSE_JOB): _choose_job,
    (Step.HOME, Action.BACK): _back_from_home,
    (Step.GUIDE, Action.CHOOSE_GUIDE): _choose_guide,
    (Step.GUIDE, Action.BACK): to(Step.HOME),
    (Step.KEEPING, Action.CHOOSE): _choose_keeping,
    (Step.KEEPING, Action.BACK): to(Step.CHANGE),
    (Step.CONSENT, Action.AGREE): _agree,
    (Step.CONSENT, Action.DECLINE): _decline,
    (Step.CONSENT, Action.BACK): to(Step.GUIDE),
    (Step.PLACE, Action.SHEET_PLACED): _scan,
    (Step.PLACE, Action.BACK): _back_from_place,
    (Step.SCANNING, Action.CANCEL_SCAN): _cancel_scan,
    (Step.ACCEPTED, Action.CONTINUE): to(Step.ANOTHER),
    (Step.ACCEPTED, Action.RESCAN): _rescan_accepted,
    (Step.REFUSED, Action.RESCAN): _rescan_refused,
    (Step.REFUSED, Action.KEEP_ANYWAY): _keep_anyway,
    (Step.REFUSED, Action.BACK): _drop_refused,
    (Step.ANOTHER, Action.ADD_SHEET): _place_another,
    (Step.ANOTHER, Action.THAT_IS_ALL): _that_is_all,
    (Step.ANOTHER, Action.BACK): _ask_erase,
    (Step.MISSING, Action.ADD_SHEET): _place_another,
    (Step.MISSING, Action.DO_NOT_HAVE_IT): to(Step.REVIEW),
    (Step.MISSING, Action.BACK): to(Step.ANOTHER),
    (Step.REVIEW, Action.SEND): _send,
    (Step.REVIEW, Action.CHANGE): to(Step.CHANGE),
    (Step.REVIEW, Action.BACK): to(Step.ANOTHER),
    (Step.CHANGE, Action.ADD_SHEET): _place_another,
    (Step.CHANGE, Action.OPEN_KEEPING): to(Step.KEEPING),
    (Step.CHANGE, Action.REMOVE_LAST): _remove_last,
    (Step.CHANGE, Action.ERASE_ALL): _ask_erase,
    (Step.CHANGE, Action.BACK): _back_from_change,
    (Step.RECEIPT, Action.RECEIPT_TAKEN): _receipt_taken,
    (Step.RECEIPT, Action.RECEIPT_MISSING): _receipt_missing,
    (Step.GOODBYE, Action.ALL_TAKEN): _all_taken,
    (Step.GOODBYE, Action.START_AGAIN): _start_again,
    (Step.TROUBLE, Action.TRY_AGAIN): _try_again,
    (Step.TROUBLE, Action.TAKE_PHOTO): _photo,
    (Step.TROUBLE, Action.BACK): _back_from_trouble,
}
