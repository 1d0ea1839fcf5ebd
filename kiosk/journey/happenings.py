"""What a visit makes of the world: devices, the disk, mediators, time."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.journey.allowed_jobs import JOB_WORKS
from kiosk.journey.effects import (
    Effect,
    EndVisit,
    LeaveInterrupted,
    LetHelpStand,
    ScanKey,
    ScanLetter,
    ScanSheet,
    WithdrawPage,
)
from kiosk.journey.endings import Outcome, fresh, leave
from kiosk.journey.events import (
    BroughtBack,
    ChecklistMade,
    DeviceFailed,
    DevicesChanged,
    DeviceSensed,
    HelpChanged,
    Highlighted,
    KeyTicketPrinted,
    PageRead,
    PageWithdrawn,
    ReceiptIssued,
    ReceiptPrinted,
    ShareAsked,
    ShareEnded,
    SheetAccepted,
    SheetRefused,
    Started,
    TimerFired,
    VisitOpened,
    VisitRestored,
)
from kiosk.journey.happenings_jobs import happen_in_job
from kiosk.journey.model import Breakdown, IssuedReceipt, Page, RefusedSheet, Rules, Step, Visit
from kiosk.journey.sharing import SHARE_TIMERS, highlighted, share_asked, share_ended, share_timer_fired
from kiosk.journey.views import CallCover, CallPanel, HelpState, HelpView, StillThere
from kiosk.journey.visit_views import KeyTicket


def started(visit: Visit, event: Started) -> Outcome:
    begun = Visit(serial=visit.serial, out_of_order=event.out_of_order)
    if event.interrupted is None:
        return begun, ()
    return replace(begun, step=Step.RESUME, interrupted=event.interrupted), ()


def brought_back(visit: Visit, event: BroughtBack) -> Outcome:
    """While nobody uses the machine, or to who has just shown the key: whoever is at it is not interrupted."""
    if visit.step in (Step.KEY_SCANNING, Step.KEY_CHECKING):
        mine = replace(fresh(visit), step=Step.RESUME, language=visit.language, comfort=visit.comfort, help=visit.help)
        return replace(mine, interrupted=event.interrupted), ()
    if visit.step is not Step.STANDBY:
        return visit, (LeaveInterrupted(event.interrupted.visit_id),)
    return replace(fresh(visit), step=Step.RESUME, interrupted=event.interrupted), ()


def key_ticket_printed(visit: Visit, event: KeyTicketPrinted) -> Outcome:
    if visit.visit_id != event.visit_id:
        return visit, ()
    return replace(visit, key_ticket=KeyTicket.OUT if event.ok else KeyTicket.MISSING), ()


def visit_restored(visit: Visit, event: VisitRestored) -> Outcome:
    pages = tuple(
        Page(
            page.page_id,
            page.thumbnail,
            page.thumbnail,
            page.read,
            page.kind,
            page.period,
            page.employer,
            page.doubts,
        )
        for page in event.pages
    )
    back = replace(
        fresh(visit),
        visit_id=event.visit_id,
        language=event.language,
        guide_id=event.guide_id,
        key_ticket=KeyTicket.OUT,  # a page was taken, so it came out or its absence was told
        pages=pages,
        step=Step.ANOTHER if pages else Step.PLACE,
    )
    if event.receipt is None:
        return back, ()
    return receipt_issued(back, event.receipt)


def sheet_accepted(visit: Visit, event: SheetAccepted) -> Outcome:
    if visit.step is not Step.SCANNING or event.attempt != visit.attempt:
        return visit, (WithdrawPage(event.page_id),)
    page = Page(event.page_id, event.image, event.thumbnail, doubts=event.doubts)
    taken = replace(visit, step=Step.ACCEPTED, pages=(*visit.pages, page), refused=None, tries=0, breakdown=None)
    return taken, ()


def sheet_refused(visit: Visit, event: SheetRefused) -> Outcome:
    if visit.step is not Step.SCANNING or event.attempt != visit.attempt:
        return visit, ()
    sheet = RefusedSheet(event.scan_id, event.problems, event.image)
    return replace(visit, step=Step.REFUSED, refused=sheet, tries=visit.tries + 1, breakdown=None), ()


_SCANS: Mapping[Step, Callable[[int], Effect]] = {
    Step.SCANNING: ScanSheet,
    Step.KEY_SCANNING: ScanKey,
    Step.LETTER_SCANNING: ScanLetter,
}


def device_failed(visit: Visit, event: DeviceFailed) -> Outcome:
    scans = visit.step in _SCANS or visit.step is Step.WORKING
    if event.attempt is not None and (not scans or event.attempt != visit.attempt):
        return visit, ()
    if visit.step in _SCANS and event.may_pass and not visit.scan_retried:
        attempt = visit.attempt + 1
        return replace(visit, attempt=attempt, scan_retried=True), (_SCANS[visit.step](attempt),)
    if visit.step is Step.STANDBY:
        return visit, ()
    before = visit.breakdown
    back_to = before.back_to if before is not None else visit.step
    since = before.since if before is not None and before.device == event.device else None
    breakdown = Breakdown(event.device, event.fault, back_to, event.photo, since)
    return replace(visit, step=Step.TROUBLE, breakdown=breakdown), ()


def device_sensed(visit: Visit, event: DeviceSensed) -> Outcome:
    """A device that was away and is back asks for the page again; one that was there all along changes nothing."""
    failed = visit.breakdown
    if visit.step is not Step.TROUBLE or failed is None or failed.device != event.device:
        return visit, ()
    if event.fault:
        since = event.at if failed.since is None else failed.since
        return replace(visit, breakdown=replace(failed, fault=event.fault, since=since, back=False)), ()
    if failed.since is None:
        return visit, ()
    return replace(visit, breakdown=replace(failed, since=None, back=True)), ()


def page_read(visit: Visit, event: PageRead) -> Outcome:
    pages = tuple(
        replace(
            page,
            read=True,
            kind=event.kind,
            period=event.period,
            employer=event.employer,
            doubts=tuple(dict.fromkeys((*page.doubts, *event.doubts))),
        )
        if page.id == event.page_id
        else page
        for page in visit.pages
    )
    return replace(visit, pages=pages), ()


def checklist_made(visit: Visit, event: ChecklistMade) -> Outcome:
    if visit.step is not Step.CHECKING:
        return visit, ()
    step = Step.MISSING if event.missing else Step.REVIEW
    return replace(visit, step=step, missing=event.missing), ()


def receipt_issued(visit: Visit, event: ReceiptIssued) -> Outcome:
    receipt = IssuedReceipt(event.number, event.issued_at, event.pages, event.proof)
    return replace(visit, step=Step.SENDING, receipt=receipt, breakdown=None), ()


def receipt_printed(visit: Visit, event: ReceiptPrinted) -> Outcome:
    if visit.receipt is None or visit.step is not Step.SENDING:
        return visit, ()
    receipt = replace(
        visit.receipt,
        printed_a4=event.a4,
        printed_ticket=event.ticket,
        duplicate=event.duplicate and (event.a4 or event.ticket),  # what did not come out may be asked again
        a4_fault=event.a4_fault,
        ticket_fault=event.ticket_fault,
    )
    return replace(visit, step=Step.RECEIPT, receipt=receipt), ()


def help_changed(visit: Visit, event: HelpChanged, rules: Rules) -> Outcome:
    if event.state in (HelpState.CLOSED, HelpState.CANCELLED):
        ended = replace(visit, help=None, sharing=False, highlight=None)
        match visit.overlay:
            case CallPanel():
                return replace(ended, overlay=None), ()
            case CallCover():  # nobody touched anything for long: what is private stays covered
                return still_there(ended, rules), ()
        return ended, ()
    view = HelpView(
        event.state,
        event.mediator,
        event.position,
        event.late,
        event.closed,
        event.opens_at,
        event.phone,
        event.slip,
    )
    return replace(visit, help=view), ()


def still_there(visit: Visit, rules: Rules) -> Visit:
    """Ask whether anybody is there; what is private is covered."""
    return replace(visit, overlay=StillThere(round(rules.delays.last_call)))


def timer_fired(visit: Visit, rules: Rules) -> Outcome:
    """Nobody touched anything. Who waits for a human is not hurried: their visit is covered, and kept much longer."""
    if visit.step in JOB_WORKS or visit.step in (Step.STANDBY, Step.SCANNING, Step.CHECKING, Step.SENDING):
        return visit, ()
    if visit.help is not None and not isinstance(visit.overlay, CallCover | StillThere):
        return replace(visit, overlay=CallCover()), ()
    match visit.step:
        case Step.RESUME if visit.interrupted is not None:
            stands = (LetHelpStand(),) if visit.help is not None else ()
            return fresh(visit), (LeaveInterrupted(visit.interrupted.visit_id), *stands)
        case Step.RECEIPT:
            last = replace(
                fresh(visit), step=Step.GOODBYE, language=visit.language, receipt=visit.receipt, help=visit.help
            )
            return last, (EndVisit("finished"),)
        case Step.GOODBYE:
            return leave(visit, "finished", walked_away=True)
    if isinstance(visit.overlay, StillThere):
        return leave(visit, "abandoned", walked_away=True)
    return still_there(visit, rules), ()


def page_withdrawn(visit: Visit, event: PageWithdrawn) -> Outcome:
    remaining = tuple(page for page in visit.pages if page.id != event.page_id)
    return (visit, ()) if remaining == visit.pages else (replace(visit, pages=remaining), ())


def happen(visit: Visit, event: object, rules: Rules) -> Outcome:
    """The outcome of anything but a tap."""
    match event:
        case Started():
            return started(visit, event)
        case DevicesChanged():
            return replace(visit, out_of_order=event.out_of_order), ()
        case VisitOpened():
            return (replace(visit, visit_id=event.visit_id) if event.turn == visit.turn else visit), ()
        case KeyTicketPrinted():
            return key_ticket_printed(visit, event)
        case BroughtBack():
            return brought_back(visit, event)
        case VisitRestored():
            return visit_restored(visit, event)
        case SheetAccepted():
            return sheet_accepted(visit, event)
        case SheetRefused():
            return sheet_refused(visit, event)
        case DeviceFailed():
            return device_failed(visit, event)
        case DeviceSensed():
            return device_sensed(visit, event)
        case PageRead():
            return page_read(visit, event)
        case PageWithdrawn():
            return page_withdrawn(visit, event)
        case ChecklistMade():
            return checklist_made(visit, event)
        case ReceiptIssued():
            return receipt_issued(visit, event)
        case ReceiptPrinted():
            return receipt_printed(visit, event)
        case HelpChanged():
            return help_changed(visit, event, rules)
        case ShareAsked():
            return share_asked(visit, event, rules)
        case ShareEnded():
            return share_ended(visit)
        case Highlighted():
            return highlighted(visit, event, rules)
        case TimerFired(name) if name in SHARE_TIMERS:
            return share_timer_fired(visit, name)
        case TimerFired():
            return timer_fired(visit, rules)
        case _:
            outcome = happen_in_job(visit, event)
            if outcome is None:
                raise TypeError(f"not an event of a visit: {event!r}")
            return outcome
