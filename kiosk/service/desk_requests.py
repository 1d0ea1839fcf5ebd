"""What mediators' commands ask of the core about submissions: note a step, print again, erase, purge."""

import asyncio
import base64
from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

import structlog

from hardware.printer.api import Printed, PrintOutcome
from kiosk.clock import Clock, SystemClock
from kiosk.delivery.choice import Way
from kiosk.delivery.tracking import BadTracking, read_tracking
from kiosk.proof.event_code import LONGEST_REFERENCE, Event
from kiosk.proof.key_words import NotTheWords, read_key
from kiosk.proof.letter import Letter
from kiosk.proof.seal import CannotUnseal
from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.service.following import CannotNote, Following, Noted
from kiosk.service.lost_receipts import found, read_remembered
from kiosk.service.openings import Openings
from kiosk.service.retention import NothingToErase, Retention
from kiosk.service.slips import opened_slip
from kiosk.service.submissions import RECEIPT, Submissions
from kiosk.storage.registry import DispatchStep, Registry, SubmissionRow, VisitRow

log = structlog.get_logger()

MOST_PAGES = 100_000
MOST_MONTHS = 60
LARGEST_ARTEFACT = 5_000_000
"""Bytes of a captured acknowledgement."""


class Printers(Protocol):
    """Where papers come out."""

    async def print_pdf(self, document: bytes, key: str) -> PrintOutcome: ...

    async def print_image(self, png: bytes, key: str) -> PrintOutcome: ...


class DeskRequests:
    """Handlers for the control socket. A refusal is one French sentence."""

    def __init__(
        self,
        registry: Registry,
        submissions: Submissions,
        following: Following,
        retention: Retention,
        printers: Printers,
        openings: Openings | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._registry = registry
        self._submissions = submissions
        self._following = following
        self._retention = retention
        self._printers = printers
        self._openings = openings
        self._clock = clock or SystemClock()

    @property
    def handlers(self) -> dict[str, Handler]:
        steps = (Event.SENT, Event.RETURNED, Event.RECEIVED, Event.COUNTED, Event.DECIDED)
        noted: dict[str, Handler] = {event.value: partial(self._note, event) for event in steps}
        by_key: dict[str, Handler] = {"erase": self._erase, "keep": self._keep}
        papers: dict[str, Handler] = {"reprint": self._reprint, "lost": self._lost, "remind": self._remind}
        return {**noted, **papers, **by_key, "purge": self._purge}

    async def _note(self, event: Event, request: Mapping[str, object]) -> Answer:
        """{number, reference?, tracking?, pages?, document? (base64), print?}."""
        row = await self._row(request)
        if row is None:
            return refusal("Aucun envoi ne porte ce numéro.")
        reference, pages = str(request.get("reference") or "").strip(), request.get("pages")
        if request.get("tracking") is not None:
            try:
                reference = f"Recommandé {read_tracking(str(request['tracking'])).number}"
            except BadTracking as error:
                return refusal(str(error))
        if event is Event.SENT and any(
            one.step is DispatchStep.IN_HAND for one in self._registry.dispatches_of(row.id)
        ):
            return refusal("La borne est en train de l’envoyer. Réessayez dans une minute.")
        if len(reference.encode()) > LONGEST_REFERENCE:
            return refusal(f"La référence est trop longue (au plus {LONGEST_REFERENCE} signes).")
        if not (pages is None or (type(pages) is int and 0 <= pages <= MOST_PAGES)):
            return refusal("Ce nombre de pages n’est pas possible.")
        if event is Event.COUNTED and pages is None:
            return refusal("Dites combien de pages l’organisme affiche.")
        try:
            document = _bytes(request.get("document"))
        except ValueError:
            return refusal("Le document joint est illisible ou trop grand.")
        counted = pages if event is Event.COUNTED and isinstance(pages, int) else None
        note = partial(self._following.note, row, event, reference=reference, counted=counted, artefact=document)
        answer = await self._noted(note, row, request)
        if answer["ok"] and event is Event.SENT and pages is not None:
            counted_too = await self._note(Event.COUNTED, {**request, "document": None})
            twice = ("ticket", "sheet")
            papers = {f"{name}_counted" if name in twice else name: value for name, value in counted_too.items()}
            return {**answer, **papers}
        return answer

    async def _reprint(self, request: Mapping[str, object]) -> Answer:
        """{number, event?, print?}: the ticket marked DUPLICATA, and the signed receipt as it was."""
        row = await self._row(request)
        if row is None:
            return refusal("Aucun envoi ne porte ce numéro.")
        event = request.get("event")
        try:
            if event is not None:
                ticket = await asyncio.to_thread(self._following.duplicate, row, Event(str(event)))
                return await self._answer({"ticket": ticket}, f"{row.number}-{event}-duplicata", request)
            ticket = await asyncio.to_thread(self._submissions.duplicate_for_desk, row)
            sheet = await asyncio.to_thread(self._submissions.paper_for_desk, row, RECEIPT)
        except CannotNote as error:
            return refusal(str(error))
        except ValueError:
            return refusal("Cette étape n’existe pas.")
        except (FileNotFoundError, CannotUnseal):
            return refusal("Les copies de cet envoi sont effacées. Le papier remis reste valable.")
        return await self._answer({"ticket": ticket, "sheet": sheet}, f"{row.number}-duplicata", request)

    async def _lost(self, request: Mapping[str, object]) -> Answer:
        """{date, hour, pages, body, print?}: the ticket of the one receipt that this fits, marked DUPLICATA.

        Nothing is told of receipts it does not fit, and no page: whoever asks has shown no key.
        """
        try:
            told = read_remembered(*(request.get(name) for name in ("date", "hour", "pages", "body")))
        except ValueError:
            return refusal("Dites la date, l’heure, le nombre de pages et l’organisme.")
        rows = found(await asyncio.to_thread(self._registry.submissions), told)
        if len(rows) != 1:
            return refusal("Plusieurs reçus correspondent." if rows else "Aucun reçu ne correspond.")
        try:
            ticket = await asyncio.to_thread(self._submissions.duplicate_for_desk, rows[0])
        except (FileNotFoundError, CannotUnseal):
            return refusal("Les copies de cet envoi sont effacées. Le papier remis reste valable.")
        answer = await self._answer({"ticket": ticket}, f"{rows[0].number}-duplicata", request)
        return {**answer, "number": rows[0].number or ""}

    async def _keep(self, request: Mapping[str, object]) -> Answer:
        """{key, months}: keep what the key opens for fewer months."""
        months = request.get("months")
        if type(months) is not int or not 0 <= months <= MOST_MONTHS:
            return refusal("Ce nombre de mois n’est pas possible.")
        try:
            identity = read_key(str(request.get("key", "")))
            if identity is None:
                return refusal("Aucune clé n’est lisible ici.")
            day = await asyncio.to_thread(self._retention.shorten, identity, months)
        except (NotTheWords, NothingToErase, CannotUnseal) as error:
            return refusal(str(error))
        return {"ok": True, "keep_until": day.isoformat()}

    async def _remind(self, request: Mapping[str, object]) -> Answer:
        """{number, print?}: the letter that asks for the acknowledgement."""
        row = await self._row(request)
        if row is None:
            return refusal("Aucun envoi ne porte ce numéro.")
        try:
            which = Letter.REMINDER_BY_POST if row.channel == Way.POST else Letter.REMINDER
            letter = await asyncio.to_thread(self._following.letter, row, which)
        except (CannotNote, CannotUnseal) as error:
            return refusal(str(error))
        return await self._answer({"letter": letter}, f"{row.number}-relance", request)

    async def _erase(self, request: Mapping[str, object]) -> Answer:
        """{key, print?}: erase what the key opens, and a receipt of it."""
        try:
            identity = read_key(str(request.get("key", "")))
            if identity is None:
                return refusal("Aucune clé n’est lisible ici.")
            number, noted = await asyncio.to_thread(self._erased, identity)
        except (NotTheWords, NothingToErase, CannotUnseal, CannotNote) as error:
            return refusal(str(error))
        papers = {} if noted is None else {"ticket": noted.ticket, "sheet": noted.sheet}
        return {**await self._answer(papers, f"{number}-erased", request), "number": number}

    def _erased(self, identity: str) -> tuple[str | None, Noted | None]:
        made: list[Noted | None] = []

        def record(visit: VisitRow) -> None:
            row = self._registry.submission_of_visit(visit.id)
            made.append(self._following.note_erased(row) if row is not None and row.number else None)

        visit = self._retention.erase(identity, record)
        row = self._registry.submission_of_visit(visit.id)
        return (row.number if row else None), (made[0] if made else None)

    async def _purge(self, request: Mapping[str, object]) -> Answer:
        done = await asyncio.to_thread(partial(self._retention.purge, dry_run=request.get("dry_run") is True))
        return {"ok": True, "visits": len(done.visits), "days": [day.isoformat() for day in done.days]}

    async def _noted(self, note: Callable[[], Noted], row: SubmissionRow, request: Mapping[str, object]) -> Answer:
        try:
            noted = await asyncio.to_thread(note)
        except CannotNote as error:
            return refusal(str(error))
        papers = {"ticket": noted.ticket, "sheet": noted.sheet}
        if noted.letter is not None:
            papers["letter"] = noted.letter
        opened = await asyncio.to_thread(self._who_opened, row)
        if opened is not None:
            papers["opened"] = opened
        return await self._answer(papers, f"{row.number}-{noted.event.value}", request)

    def _who_opened(self, row: SubmissionRow) -> bytes | None:
        """The slip that tells the visitor who opened the file; None when nobody did."""
        opened = self._openings.of_submission(row) if self._openings is not None else ()
        if not opened:
            return None
        language = self._registry.get_visit(row.visit_id).language
        return opened_slip(row.number or "", opened, self._clock.now(), language)

    async def _answer(self, papers: Mapping[str, bytes], key: str, request: Mapping[str, object]) -> Answer:
        """The papers in the answer, and on paper where that was asked."""
        answer: Answer = {"ok": True, **{name: base64.b64encode(paper).decode() for name, paper in papers.items()}}
        if request.get("print") is True:
            outcomes = [
                await self._printers.print_image(paper, key if name == "ticket" else f"{key}-{name}")
                if name in ("ticket", "opened")
                else await self._printers.print_pdf(paper, f"{key}-{name}")
                for name, paper in papers.items()
            ]
            answer["printed"] = all(isinstance(outcome, Printed) for outcome in outcomes)
        return answer

    async def _row(self, request: Mapping[str, object]) -> SubmissionRow | None:
        return await asyncio.to_thread(self._registry.submission_by_number, str(request.get("number")))


def _bytes(text: object) -> bytes | None:
    """The bytes of a base64 text. Raises ValueError."""
    if text is None:
        return None
    data = base64.b64decode(str(text), validate=True)
    if len(data) > LARGEST_ARTEFACT:
        raise ValueError("too large")
    return data
