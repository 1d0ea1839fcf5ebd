"""What may be tapped now. The screen shows nothing else, and the reducer listens to nothing else."""

from kiosk.journey import staff
from kiosk.journey.actions import Action
from kiosk.journey.allowed_jobs import IN_JOBS, job_actions
from kiosk.journey.model import Rules, Step, Visit
from kiosk.journey.views import CallCover, CallPanel, ComfortPanel, ConfirmErase, HelpState, ShareRequest, StillThere
from kiosk.journey.visit_views import KeyTicket
from kiosk.journey.zoom import Zoom

_ON_SCREEN: dict[Step, tuple[Action, ...]] = {
    Step.STANDBY: (Action.START,),
    Step.RESUME: (Action.RESUME, Action.NOT_ME),
    Step.LANGUAGE: (Action.CHOOSE_LANGUAGE, Action.BACK),
    Step.GUIDE: (Action.CHOOSE_GUIDE, Action.BACK),
    Step.CONSENT: (Action.AGREE, Action.DECLINE, Action.BACK),
    Step.PLACE: (Action.SHEET_PLACED, Action.BACK),
    Step.SCANNING: (Action.CANCEL_SCAN,),
    Step.ACCEPTED: (Action.CONTINUE, Action.RESCAN, Action.ZOOM),
    Step.REFUSED: (Action.RESCAN, Action.KEEP_ANYWAY, Action.BACK),
    Step.ANOTHER: (Action.ADD_SHEET, Action.THAT_IS_ALL, Action.BACK),
    Step.CHECKING: (),
    Step.MISSING: (Action.ADD_SHEET, Action.DO_NOT_HAVE_IT, Action.BACK),
    Step.REVIEW: (Action.SEND, Action.CHANGE, Action.BACK),
    Step.CHANGE: (Action.ADD_SHEET, Action.REMOVE_LAST, Action.OPEN_KEEPING, Action.ERASE_ALL, Action.BACK),
    Step.SENDING: (),
    Step.RECEIPT: (Action.RECEIPT_TAKEN, Action.RECEIPT_MISSING),
    Step.GOODBYE: (Action.ALL_TAKEN, Action.START_AGAIN),
    Step.TROUBLE: (Action.TRY_AGAIN, Action.BACK),
}

_COMFORT = (Action.SET_TEXT_SIZE, Action.SET_THEME, Action.SET_SLOW, Action.SET_VOLUME, Action.CLOSE)
_NO_COMFORT = frozenset({Step.STANDBY})


def allowed(visit: Visit, rules: Rules) -> tuple[Action, ...]:
    """The actions of the screen or overlay in front, then those of the fixed bar. A human is always among them."""
    if visit.staff is not None:
        return staff.allowed(visit.staff)
    match visit.overlay:
        case StillThere() | CallCover():
            return (Action.STILL_HERE, Action.CALL)
        case ComfortPanel():
            return (*_COMFORT, Action.CALL)
        case Zoom():
            return (Action.ZOOM, Action.CLOSE, Action.CALL)
        case ConfirmErase():
            return (Action.ERASE_ALL, Action.CLOSE, Action.CALL)
        case CallPanel():
            cancellable = visit.help is not None and visit.help.state in (HelpState.SENT, HelpState.SEEN)
            stop = (Action.STOP_SHARING,) if visit.sharing else ()
            return (Action.CLOSE, *stop, *((Action.CANCEL_CALL,) if cancellable else ()))
        case ShareRequest():
            return (Action.SHARE_YES, Action.SHARE_NO, Action.CALL)
        case None:
            pass
    actions = job_actions(visit, rules) if visit.step in IN_JOBS else _ON_SCREEN[visit.step]
    if visit.step is Step.CHANGE and not rules.keep_months:
        actions = (Action.ADD_SHEET, Action.REMOVE_LAST, Action.ERASE_ALL, Action.BACK)
    if visit.step is Step.ACCEPTED and not (visit.pages and visit.pages[-1].image):
        actions = (Action.CONTINUE, Action.RESCAN)
    if visit.step is Step.PLACE and visit.key_ticket is KeyTicket.COMING:
        actions = (Action.BACK,)
    if visit.step is Step.TROUBLE and visit.breakdown is not None and visit.breakdown.photo:
        actions = (Action.TAKE_PHOTO, *actions)
    if visit.step is Step.CHANGE and not visit.pages:
        actions = (Action.ADD_SHEET, Action.BACK)
    if visit.step is Step.ANOTHER and not visit.pages:
        actions = (Action.ADD_SHEET, Action.BACK)
    if visit.step is Step.RECEIPT and visit.receipt is not None and visit.receipt.duplicate:
        actions = (Action.RECEIPT_TAKEN,)
    bar = () if visit.step in _NO_COMFORT else (Action.OPEN_COMFORT,)
    return (*actions, *bar, Action.CALL)
