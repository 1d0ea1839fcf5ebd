"""What the consoles see and take of the submissions. A bundle is given only once the ledger says who took it."""

import asyncio
import base64
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from kiosk.clock import Clock
from kiosk.delivery.choice import WAY_WORDS, details_of, ways
from kiosk.delivery.due import DUE_WORDS, DueDays, DueKind, due_list
from kiosk.delivery.parts import named_parts
from kiosk.guides.library import GuideError, GuideLibrary
from kiosk.mediation.pairing import Admitted
from kiosk.proof.seal import CannotUnseal
from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.service.openings import Openings
from kiosk.service.submissions import BUNDLE, Submissions
from kiosk.storage.ledger import LedgerError
from kiosk.storage.registry import DispatchRow, Registry, SubmissionRow
from kiosk.storage.vault import StorageFull

SHOWN_DAYS = 60
LARGEST_BUNDLE = 40_000_000
ONE_TAKING_SECONDS = 300.0
"""The files of one bundle, taken by one person within this time, are one opening."""


class ConsoleOutbox:
    """Handlers of the control socket: `outbox_list`, `outbox_bundle`."""

    def __init__(
        self,
        registry: Registry,
        submissions: Submissions,
        openings: Openings,
        guides: GuideLibrary,
        clock: Clock,
        reminder_days: int,
    ) -> None:
        self._registry = registry
        self._submissions = submissions
        self._openings = openings
        self._guides = guides
        self._clock = clock
        self._reminder_days = reminder_days
        self._takings: dict[tuple[str, Admitted, str], float] = {}

    @property
    def handlers(self) -> dict[str, Handler]:
        return {"outbox_list": self._list, "outbox_bundle": self._bundle}

    async def _list(self, _request: Mapping[str, object]) -> Answer:
        return {"ok": True, "rows": await asyncio.to_thread(self._rows)}

    def _rows(self) -> list[dict[str, object]]:
        now = self._clock.now()
        rows = [row for row in self._registry.submissions() if row.number is not None]
        dispatches = {row.id: self._registry.dispatches_of(row.id) for row in rows}
        erased = self._registry.purged_visits()
        lines = due_list(
            rows,
            [one for several in dispatches.values() for one in several],
            (),
            now,
            DueDays(acknowledgement=self._reminder_days),
            erased=erased,
        )
        late = {line.number for line in lines if line.kind is DueKind.NOT_ACKNOWLEDGED}
        due = {line.number: DUE_WORDS[line.kind] for line in reversed(lines)}
        recent = now - dt.timedelta(days=SHOWN_DAYS)
        return [
            self._row(
                row, dispatches[row.id], due.get(row.number or "", ""), row.number in late, row.visit_id in erased
            )
            for row in rows
            if row.moved_at >= recent or row.number in due
        ]

    def _row(
        self, row: SubmissionRow, dispatches: Sequence[DispatchRow], due: str, late: bool, erased: bool
    ) -> dict[str, object]:
        return {
            "number": row.number,
            "guide": row.guide_id,
            "body": row.body,
            "channel": row.channel,
            "pages": row.page_count,
            "state": row.state.value,
            "issued_at": row.issued_at.astimezone().isoformat() if row.issued_at else None,
            "moved_at": row.moved_at.astimezone().isoformat(),
            "reference": row.reference,
            "pages_counted": row.pages_counted,
            "late": late,
            "erased": erased,
            "due": due,
            "ways": self._ways(row.guide_id),
            "dispatches": [{"channel": one.channel, "step": one.step.value, "fault": one.fault} for one in dispatches],
        }

    def _ways(self, guide_id: str) -> list[dict[str, object]]:
        """The ways that the guide allows, each with what is typed for it."""
        try:
            guide = self._guides.get(guide_id)
        except GuideError:
            return []
        return [
            {"code": way.value, "words": WAY_WORDS[way], "details": [asdict(one) for one in details_of(guide, way)]}
            for way in ways(guide)
        ]

    async def _bundle(self, request: Mapping[str, object]) -> Answer:
        """{number, role, badge, mediator, part?} → {name, pdf (base64)}.

        Without `part`, a bundle that leaves as several files answers {parts: [[name, bytes], …]} and shows no page.
        """
        row = await asyncio.to_thread(self._registry.submission_by_number, str(request.get("number")))
        if row is None or row.number is None:
            return refusal("Aucun envoi ne porte ce numéro.")
        who = Admitted(str(request.get("role")), str(request.get("badge"))[:8])
        part, name = request.get("part"), str(request.get("mediator"))
        try:
            return await asyncio.to_thread(self._open, row, (row.visit_id, who, name), part)
        except (FileNotFoundError, CannotUnseal):
            return refusal("Le dossier n’est plus dans le coffre de la borne.")
        except (LedgerError, StorageFull):
            return refusal("Le registre ne peut pas être écrit : le dossier reste fermé.")
        except GuideError as error:
            return refusal(str(error))

    def _open(self, row: SubmissionRow, taking: tuple[str, Admitted, str], part: object) -> Answer:
        guide = self._guides.get(row.guide_id)
        bundle = self._submissions.paper_for_desk(row, BUNDLE)
        if len(bundle) > LARGEST_BUNDLE:
            return refusal("Ce dossier est trop gros pour la console. Prenez-le avec « kiosk outbox take ».")
        files = named_parts(bundle, guide, row.number or "", (row.issued_at or row.begun_at).astimezone().date())
        if part is None and len(files) > 1:
            return {"ok": True, "parts": [(name, len(file)) for name, file in files]}
        place = 1 if part is None else part
        if not isinstance(place, int) or not 1 <= place <= len(files):
            return refusal("Ce dossier n’a pas ce fichier.")
        self._note(taking)
        name, file = files[place - 1]
        return {"ok": True, "name": name, "pdf": base64.b64encode(file).decode()}

    def _note(self, taking: tuple[str, Admitted, str]) -> None:
        now = self._clock.monotonic()
        self._takings = {one: at for one, at in self._takings.items() if now - at < ONE_TAKING_SECONDS}
        if taking not in self._takings:
            self._openings.note(taking[0], "bundle", taking[1])
            self._takings[taking] = now
