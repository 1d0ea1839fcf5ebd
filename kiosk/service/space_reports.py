"""What the console asks about the machine and the work done: the doctor’s findings, and counts without people."""

import asyncio
import base64
import json
import sys
from collections.abc import Callable, Mapping

from kiosk.clock import Clock
from kiosk.guides.library import GuideLibrary
from kiosk.reports.files import as_spreadsheet
from kiosk.reports.monthly import month_of, monthly_report
from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.storage.registry import Registry

FRESH_SECONDS = 300.0
DOCTOR_SECONDS = 90.0


class SpaceReports:
    """Handlers of the control socket: `readiness`, `activity`."""

    def __init__(
        self,
        registry: Registry,
        guides: GuideLibrary,
        clock: Clock,
        out_of_order: Callable[[], tuple[str, ...]],
        site: str,
    ) -> None:
        self._registry = registry
        self._guides = guides
        self._clock = clock
        self._out_of_order = out_of_order
        self._site = site
        self._report: dict[str, object] | None = None
        self._at = 0.0
        self._one_at_a_time = asyncio.Lock()

    @property
    def handlers(self) -> dict[str, Handler]:
        return {"readiness": self._readiness, "activity": self._activity}

    async def _readiness(self, _request: Mapping[str, object]) -> Answer:
        """The findings, at most five minutes old. The doctor is a process of its own: it loads much, and may hang."""
        async with self._one_at_a_time:
            now = self._clock.monotonic()
            if self._report is None or now - self._at > FRESH_SECONDS:
                self._report, self._at = await _doctor(), now
        if self._report is None:
            return refusal("L’examen de la borne n’a pas abouti. Réessayez.")
        return {"ok": True, **self._report, "out_of_order": list(self._out_of_order())}

    async def _activity(self, request: Mapping[str, object]) -> Answer:
        """{month} → the tables of that month; {month, file: true} → the same as a spreadsheet."""
        month = str(request.get("month"))
        try:
            first, last = month_of(month)
        except ValueError:
            return refusal("Le mois s’écrit comme 2026-11.")
        counts = await asyncio.to_thread(self._registry.counts, first, last)
        report = monthly_report(counts, self._guides.all(), month, self._site)
        if request.get("file") is True:
            return {"ok": True, "xlsx": base64.b64encode(as_spreadsheet(report)).decode()}
        tables = [{"title": table.title, "head": table.head, "rows": table.rows} for table in report.tables]
        return {"ok": True, "headline": report.headline, "tables": tables}


async def _doctor() -> dict[str, object] | None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "kiosk",
        "doctor",
        "--json",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        out, _ = await asyncio.wait_for(process.communicate(), DOCTOR_SECONDS)
        report = json.loads(out)
    except (TimeoutError, ValueError):
        if process.returncode is None:
            process.kill()
            await process.wait()
        return None
    return report if isinstance(report, dict) else None
