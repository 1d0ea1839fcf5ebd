"""Carries out what the journey decides: the effects of a visit one after another, in the order they were asked."""

import asyncio

import structlog

from kiosk.clock import Clock
from kiosk.guides.library import GuideLibrary
from kiosk.journey.effects import (
    CallHelp,
    CancelHelp,
    CancelScan,
    Effect,
    EndVisit,
    ForgetSheet,
    KeepFor,
    KeepSheet,
    LeaveInterrupted,
    LetHelpStand,
    MakeChecklist,
    OpenVisit,
    PhotoSheet,
    Reprint,
    RestoreVisit,
    ScanSheet,
    StartTimer,
    StopTimer,
    Submit,
    WithdrawPage,
)
from kiosk.journey.events import (
    ChecklistMade,
    DeviceFailed,
    KeyTicketPrinted,
    ReceiptIssued,
    ReceiptPrinted,
    RestoredPage,
    TimerFired,
    VisitOpened,
    VisitRestored,
)
from kiosk.proof.seal import CannotUnseal
from kiosk.service.checking import what_is_missing
from kiosk.service.core import Core
from kiosk.service.helping import Helping
from kiosk.service.jobs import JOB_EFFECTS, Jobs
from kiosk.service.live import LivePage, LiveVisit
from kiosk.service.printing import Printing
from kiosk.service.scanning import Scanning, page_read, picture
from kiosk.service.submissions import Issued, Submissions
from kiosk.service.timers import Timers
from kiosk.service.visits import Visits
from kiosk.storage.ledger import LedgerError
from kiosk.storage.registry_base import RegistryBroken
from kiosk.storage.vault import StorageFull

log = structlog.get_logger()

ALL_READ_SECONDS = 45.0


class Effects:
    """Runs effects. Quick ones at once; those of the visit in a queue of their own, so that nothing overtakes."""

    def __init__(
        self,
        core: Core,
        visits: Visits,
        submissions: Submissions,
        scanning: Scanning,
        printing: Printing,
        helping: Helping,
        guides: GuideLibrary,
        clock: Clock,
        jobs: Jobs,
    ) -> None:
        self._core = core
        self._visits = visits
        self._submissions = submissions
        self._scanning = scanning
        self._printing = printing
        self._helping = helping
        self._jobs = jobs
        self._guides = guides
        self._clock = clock
        self._timers = Timers(lambda name: core.post(TimerFired(name)))
        self._queue: asyncio.Queue[Effect] = asyncio.Queue()
        self._visit: LiveVisit | None = None
        self._issued: Issued | None = None
        self._current: Effect | None = None
        self._background: set[asyncio.Task[object]] = set()

    @property
    def visit_id(self) -> str | None:
        """The visit under way, or held for its owner."""
        return self._visit.id if self._visit else None

    def hold(self, interrupted: LiveVisit | None) -> None:
        """The visit that a crash broke off, until its owner comes back or not."""
        self._visit = interrupted

    async def run(self, effect: Effect) -> None:
        """Start or queue one effect; never waits for a device."""
        match effect:
            case StartTimer(name, seconds):
                self._timers.start(name, seconds)
            case StopTimer(name):
                self._timers.stop(name)
            case CancelScan(attempt):
                self._scanning.cancel(attempt)
            case CallHelp() | CancelHelp() | LetHelpStand():
                # A human is called at once: never behind a scan or a printer that hangs.
                self._helping.run(effect, self._visit.id if self._visit else None)
            case _:
                self._queue.put_nowait(effect)

    async def work(self) -> None:
        """Carry out queued effects until cancelled. One that fails is told to the visitor; the next still runs."""
        while True:
            self._current = effect = await self._queue.get()
            try:
                await self._carry_out(effect)
                self._current = None
            except (LedgerError, RegistryBroken, StorageFull):
                self._core.post(DeviceFailed("storage", "disk_full"))
            except Exception:
                log.exception("effect_failed", effect=type(effect).__name__)
                self._core.post(DeviceFailed("core", "failed"))

    async def finish(self) -> None:
        """Before the core ends: what the visitor was told is over or erased is so, even if it was still to be done."""
        waiting = [self._current] if self._current is not None else []
        while not self._queue.empty():
            waiting.append(self._queue.get_nowait())
        for effect in waiting:
            if isinstance(effect, EndVisit):
                await self._end(effect)

    async def _carry_out(self, effect: Effect) -> None:
        match effect:
            case OpenVisit():
                await self._open(effect)
            case RestoreVisit():
                await self._restore()
            case LeaveInterrupted(visit_id):
                await asyncio.to_thread(self._visits.interrupt, visit_id)
                if self._visit is None or self._visit.id == visit_id:
                    self._forget()
            case EndVisit():
                await self._end(effect)
            case _ if isinstance(effect, JOB_EFFECTS):
                await self._jobs.carry_out(effect)
            case _ if self._visit is None:
                log.warning("effect_without_visit", effect=type(effect).__name__)
            case _:
                await self._in_visit(self._visit, effect)

    async def _in_visit(self, visit: LiveVisit, effect: Effect) -> None:
        match effect:
            case ScanSheet(attempt):
                await self._scanning.scan(visit, attempt)
            case PhotoSheet(attempt):
                await self._scanning.photograph(visit, attempt)
            case KeepSheet(attempt, scan_id):
                await self._scanning.keep(visit, attempt, scan_id)
            case ForgetSheet(scan_id):
                self._scanning.forget(scan_id)
            case WithdrawPage(page_id):
                await asyncio.to_thread(self._visits.withdraw, visit, page_id)
            case MakeChecklist():
                await self._check(visit)
            case Submit(months, papers):
                await self._submit(visit, months, papers)
            case KeepFor(months):
                await asyncio.to_thread(self._visits.keep_for, visit, months)
            case Reprint():
                await self._print(visit, again=True)

    async def _open(self, effect: OpenVisit) -> None:
        self._visit = await asyncio.to_thread(self._visits.open, effect.language, effect.guide_id)
        self._core.post(VisitOpened(self._visit.id, effect.turn))
        self._in_background(self._key_ticket(self._visit))

    async def _key_ticket(self, visit: LiveVisit) -> None:
        try:
            printed = await self._printing.key_ticket(visit)
        except Exception:
            log.exception("effect_failed", effect="KeyTicket")
            printed = False
        if self._visit is visit:
            self._core.post(KeyTicketPrinted(visit.id, printed))

    async def _restore(self) -> None:
        visit = self._visit
        if visit is None:
            return
        try:
            await asyncio.to_thread(self._visits.restore, visit)
        except (CannotUnseal, FileNotFoundError):
            log.warning("restore_failed")
            await asyncio.to_thread(self._visits.interrupt, visit.id)
            self._forget()
            self._core.post(DeviceFailed("core", "not_restored"))
            return
        self._issued = await asyncio.to_thread(self._submissions.issued, visit)
        issued = self._issued
        receipt = ReceiptIssued(issued.number, issued.issued_at, issued.pages, issued.proof) if issued else None
        self._core.post(
            VisitRestored(visit.id, visit.language, visit.guide_id, tuple(_restored(p) for p in visit.pages), receipt)
        )
        for page in visit.pages:
            if not page.is_read and issued is None:
                scan = await asyncio.to_thread(self._visits.scan_of, visit, page)
                self._scanning.read_in_background(visit, page, scan)
        if issued is not None:
            await self._print(visit)

    async def _end(self, effect: EndVisit) -> None:
        self._scanning.forget_all()
        self._jobs.forget()
        if self._visit is None:
            return
        if self._visit.submission_id is not None:
            await asyncio.to_thread(self._printing.give_up, self._visit.submission_id)
        await asyncio.to_thread(self._visits.end, self._visit, effect.outcome)
        self._forget()

    def _forget(self) -> None:
        self._visit = None
        self._issued = None
        self._scanning.forget_all()

    async def _check(self, visit: LiveVisit) -> None:
        await self._scanning.all_read(ALL_READ_SECONDS)
        for page in visit.pages:
            self._core.post(page_read(page))
        guide = self._guides.get(visit.guide_id)
        self._core.post(ChecklistMade(what_is_missing(guide, visit, self._clock.now().date())))

    async def _every_page_is_in_hand(self, visit: LiveVisit) -> bool:
        """Whether the bundle will hold each page that the receipt counts; one without its picture is opened again."""
        await self._scanning.all_read(ALL_READ_SECONDS)
        for page in visit.pages:
            if page.reading is None:
                scan = await asyncio.to_thread(self._visits.scan_of, visit, page)
                self._scanning.read_in_background(visit, page, scan)
        await self._scanning.all_read(ALL_READ_SECONDS)
        return all(page.reading is not None for page in visit.pages)

    async def _submit(self, visit: LiveVisit, months: tuple[str, ...], papers: tuple[str, ...]) -> None:
        if self._issued is None:
            if not await self._every_page_is_in_hand(visit):
                self._core.post(DeviceFailed("reader", "crashed"))
                return
            self._issued = await asyncio.to_thread(self._submissions.submit, visit, months, papers)
        issued = self._issued
        self._core.post(ReceiptIssued(issued.number, issued.issued_at, issued.pages, issued.proof))
        await self._print(visit)

    async def _print(self, visit: LiveVisit, *, again: bool = False) -> None:
        if self._issued is None:
            return
        out = await self._printing.papers(visit, self._issued, again=again)
        self._core.post(ReceiptPrinted(out.a4, out.ticket, again, out.a4_fault, out.ticket_fault))

    def _in_background(self, work: "asyncio._CoroutineLike[object]") -> None:
        task: asyncio.Task[object] = asyncio.ensure_future(work)  # type: ignore[arg-type]  # a coroutine, so a task
        self._background.add(task)
        task.add_done_callback(self._background.discard)


def _restored(page: LivePage) -> RestoredPage:
    read = page_read(page)
    return RestoredPage(
        page.id, page.is_read, read.kind, read.period, read.employer, page.doubts, picture(page.thumbnail)
    )
