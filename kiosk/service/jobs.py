"""Carries out the effects of the journeys beside the main one."""

import asyncio
import base64
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from hardware.printer.api import PrintFailed, PrintOutcome
from hardware.scanner.api import ScanFailed, Scanned, ScanRequest
from kiosk.clock import Clock
from kiosk.delivery.deadline_card import render_deadline_card
from kiosk.guides.library import GuideLibrary
from kiosk.journey.effects import (
    CountDays,
    Effect,
    EraseKept,
    GivePaper,
    NoteAnswer,
    NoteFailure,
    PrintDeadline,
    PrintFailure,
    ScanKey,
    ScanLetter,
    TryWords,
)
from kiosk.journey.events import (
    BroughtBack,
    DeviceFailed,
    Event,
    FailureNoted,
    KeyOpened,
    KeyRefused,
    LetterExplained,
    LetterRead,
    PaperGiven,
)
from kiosk.journey.jobs import ON_STICK, FailedAttempt, NotedAttempt, Paper, PaperResult, Tried
from kiosk.journey.model import Interrupted
from kiosk.journey.taps_failure import OTHER_BODY, TIMES
from kiosk.proof.failure import FailureKind
from kiosk.proof.seal import CannotUnseal
from kiosk.service.devices import Devices
from kiosk.service.failures import CannotRecord, FailureRecord, FailureRecords
from kiosk.service.following import CannotNote
from kiosk.service.letters import Letters
from kiosk.service.live import LiveVisit
from kiosk.service.reader import ReadSheet
from kiosk.service.retention import NothingToErase
from kiosk.service.returning import OpensNothing, Papers, Returning
from kiosk.service.scanning import MAY_PASS
from kiosk.service.submissions import Place
from kiosk.service.visitor_copies import CannotCopy, VisitorCopies
from kiosk.storage.registry import Registry
from kiosk.words import in_french

log = structlog.get_logger()

JOB_EFFECTS = (
    ScanKey,
    TryWords,
    GivePaper,
    NoteAnswer,
    EraseKept,
    NoteFailure,
    PrintFailure,
    ScanLetter,
    CountDays,
    PrintDeadline,
)


FAILURE_KINDS = {
    Tried.PORTAL: FailureKind.PORTAL_DOWN,
    Tried.PHONE: FailureKind.NO_ANSWER,
    Tried.CLOSED: FailureKind.DESK_CLOSED,
    Tried.REFUSED: FailureKind.DESK_REFUSED,
}
DAYS_AGO = {"now": 0, "today": 0, "yesterday": 1}
OTHER_BODY_NAME = in_french("Un autre organisme")


@dataclass(frozen=True, slots=True)
class NotedFailure:
    """A failed attempt that is in the ledger, its papers at hand while its owner is there."""

    attempt: FailedAttempt
    record: FailureRecord
    noted: NotedAttempt


class Jobs:
    """`hold` takes over a visit that its key brought back."""

    def __init__(
        self,
        devices: Devices,
        returning: Returning,
        copies: VisitorCopies,
        failures: FailureRecords,
        guides: GuideLibrary,
        registry: Registry,
        clock: Clock,
        place: Place,
        request: ScanRequest,
        post: Callable[[Event], None],
    ) -> None:
        self._devices = devices
        self._returning = returning
        self._copies = copies
        self._failures = failures
        self._letters = Letters(guides, clock)
        self._registry = registry
        self._clock = clock
        self._place = place
        self._request = request
        self._post = post
        self.hold: Callable[[LiveVisit | None], None] = lambda _visit: None
        self._failure: NotedFailure | None = None
        self._prints = 0

    def forget(self) -> None:
        """Nothing of a visitor stays: key, letter, failed attempt."""
        self._returning.forget()
        self._letters.forget()
        self._failure = None

    async def carry_out(self, effect: Effect) -> None:
        """Run one of `JOB_EFFECTS`."""
        match effect:
            case ScanKey(attempt):
                await self._scan_key(attempt)
            case TryWords(words):
                await self._open(" ".join(words), None)
            case GivePaper(paper, _, page) if paper in ON_STICK:
                await self._copy(paper, page)
            case GivePaper(paper):
                await self._give(paper)
            case NoteAnswer():
                await self._note(effect)
            case EraseKept():
                await self._erase()
            case NoteFailure():
                await self._note_failure(effect)
            case PrintFailure():
                await self._print_failure()
            case ScanLetter(attempt):
                await self._scan_letter(attempt)
            case CountDays(received):
                self._post(LetterExplained(self._letters.count(received)))
            case PrintDeadline(language):
                await self._print_deadline(language)

    async def _scan(self, attempt: int) -> Scanned | None:
        match await self._devices.scan(self._request):
            case Scanned() as scan:
                return scan
            case ScanFailed(fault):
                log.warning("scan_failed", fault=str(fault))
                self._post(DeviceFailed("scanner", str(fault), attempt, may_pass=fault in MAY_PASS))
        return None

    async def _scan_key(self, attempt: int) -> None:
        scan = await self._scan(attempt)
        if scan is None:
            return
        codes = await self._devices.codes(scan.image)
        if codes is None:
            self._post(DeviceFailed("reader", "crashed", attempt, may_pass=True))
            return
        await self._open(next((code for code in codes if code.startswith("AGE-SECRET-KEY-")), ""), attempt)

    async def _open(self, text: str, attempt: int | None) -> None:
        try:
            again = await asyncio.to_thread(self._returning.open, text)
        except OpensNothing as error:
            self._post(KeyRefused(error.reason, attempt))
            return
        if again is not None:
            pages = len(await asyncio.to_thread(self._registry.pages_of, again.id))
            self.hold(again)
            self._post(BroughtBack(Interrupted(again.id, pages, sent=again.submission_id is not None)))
            return
        dossier = await asyncio.to_thread(self._returning.dossier)
        self._post(KeyOpened(dossier) if dossier is not None else KeyRefused("nothing_kept", attempt))

    async def _give(self, paper: Paper) -> None:
        try:
            papers = await asyncio.to_thread(self._returning.paper, paper)
        except (CannotNote, CannotUnseal, FileNotFoundError):
            self._post(DeviceFailed("core", "gone"))
            return
        await self._given(paper, papers)

    async def _copy(self, paper: Paper, page: int | None) -> None:
        """The visitor's own pages on their own stick; a stick that fails is said, and may be tried again."""
        fault = ""
        try:
            row, identity = self._returning.opened()
            await asyncio.to_thread(self._copies.take_back, row, identity, page)
        except CannotUnseal:
            self._post(DeviceFailed("core", "gone"))
            return
        except CannotCopy as error:
            if error.fault is None:
                self._post(DeviceFailed("core", "gone"))
                return
            fault = str(error.fault)
        self._post(PaperGiven(PaperResult(paper, fault), await asyncio.to_thread(self._returning.dossier)))

    async def _note(self, effect: NoteAnswer) -> None:
        artefact: bytes | None = None
        if effect.attempt:
            scan = await self._scan(effect.attempt)
            if scan is None:
                return
            artefact = scan.image
        try:
            paper, papers = await asyncio.to_thread(self._returning.note, effect.step, effect.counted, artefact)
        except CannotNote:
            self._post(DeviceFailed("core", "cannot_note"))
            return
        await self._given(paper, papers)

    async def _erase(self) -> None:
        try:
            papers = await asyncio.to_thread(self._returning.erase)
        except (CannotNote, CannotUnseal, NothingToErase):
            self._post(DeviceFailed("core", "gone"))
            return
        await self._given(Paper.ERASURE, papers)

    async def _given(self, paper: Paper, papers: Papers) -> None:
        fault = await self._print(papers)
        dossier = await asyncio.to_thread(self._returning.dossier)
        self._post(PaperGiven(PaperResult(paper, fault), dossier))

    async def _print(self, papers: Papers) -> str:
        """The first fault, or nothing. Each print is one of its own: the visitor asked for it now."""
        self._prints += 1
        key = f"{papers.about}-{self._prints}"
        outcomes: list[PrintOutcome] = []
        for number, ticket in enumerate(papers.tickets, 1):
            outcomes.append(await self._devices.print_image(ticket, f"{key}-{number}"))
        for number, sheet in enumerate(papers.sheets, 1):
            outcomes.append(await self._devices.print_pdf(sheet, f"{key}-{number}"))
        return next((str(outcome.fault) for outcome in outcomes if isinstance(outcome, PrintFailed)), "")

    async def _note_failure(self, effect: NoteFailure) -> None:
        if self._failure is None or self._failure.attempt != effect.attempt:
            try:
                self._failure = await asyncio.to_thread(self._record, effect)
            except CannotRecord:
                self._post(DeviceFailed("core", "not_recorded"))
                return
        await self._print_failure()

    def _record(self, effect: NoteFailure) -> NotedFailure:
        attempt, now = effect.attempt, self._clock.now()
        kind, days = FAILURE_KINDS[attempt.tried or Tried.PORTAL], DAYS_AGO[attempt.when or "now"]
        record = self._failures.record(
            kind,
            "",
            body=OTHER_BODY_NAME if attempt.body == OTHER_BODY else attempt.body,
            tried_at=now - dt.timedelta(days=days),
            hour_said=attempt.when == "now",
            attempts=TIMES.index(attempt.times or TIMES[0]) + 1,
            language=effect.language,
        )
        return NotedFailure(attempt, record, NotedAttempt(record.number, now))

    async def _print_failure(self) -> None:
        noted = self._failure
        if noted is None:
            return
        papers = Papers(f"{noted.noted.number}-constat", (noted.record.ticket,), (noted.record.sheet,))
        self._post(FailureNoted(replace(noted.noted, fault=await self._print(papers))))

    async def _scan_letter(self, attempt: int) -> None:
        scan = await self._scan(attempt)
        if scan is None:
            return
        sheet = await self._devices.read(scan.image, scan.dpi)
        if not isinstance(sheet, ReadSheet):
            self._post(DeviceFailed("reader", "crashed", attempt, may_pass=True))
            return
        image = base64.b64encode(sheet.preview).decode()
        self._post(LetterRead(attempt, self._letters.look(sheet, image)))

    async def _print_deadline(self, language: str) -> None:
        card = self._letters.card()
        if card is None:
            self._post(DeviceFailed("core", "gone"))
            return
        card = replace(card, site=self._place.site, phone=self._place.phone)
        ticket = await asyncio.to_thread(render_deadline_card, card, language)
        fault = await self._print(Papers("echeance", (ticket,)))
        self._post(PaperGiven(PaperResult(Paper.DEADLINE_CARD, fault), None))
