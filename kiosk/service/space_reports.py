"""What the console asks about the machine and the work done: the doctor’s findings, and counts without people."""

import asyncio
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping

from kiosk.clock import Clock
from kiosk.guides.library import GuideError, GuideLibrary
from kiosk.mediation.help import HelpRequest
from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.storage.registry import Registry

FRESH_SECONDS = 300.0
DOCTOR_SECONDS = 90.0
SMALL = 5
"""Smaller counts are not told: in a village they name somebody."""
MOST_DAYS, MOST_CALLS = 366, 5000


class SpaceReports:
    """Handlers of the control socket: `readiness`, `activity`."""

    def __init__(
        self, registry: Registry, guides: GuideLibrary, clock: Clock, out_of_order: Callable[[], tuple[str, ...]]
    ) -> None:
        self._registry = registry
        self._guides = guides
        self._clock = clock
        self._out_of_order = out_of_order
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
        """{days} → rows of (words, count), small counts blurred."""
        asked = request.get("days")
        days = min(asked, MOST_DAYS) if isinstance(asked, int) and asked > 0 else 30
        since = self._clock.now() - dt.timedelta(days=days)
        return {"ok": True, "rows": await asyncio.to_thread(self._rows, since)}

    def _rows(self, since: dt.datetime) -> list[tuple[str, str]]:
        done = [row for row in self._registry.submissions() if row.issued_at is not None and row.issued_at >= since]
        by_guide = Counter(row.guide_id for row in done)
        calls = [call for call in self._registry.help_history(MOST_CALLS) if call.sent_at >= since]
        rows = [("Reçus donnés", blurred(len(done)))]
        rows += [(self._title(guide), blurred(count)) for guide, count in by_guide.most_common()]
        rows += [("Appels", blurred(len(calls))), ("Attente médiane d’un appel", median_wait(calls))]
        return rows

    def _title(self, guide_id: str) -> str:
        try:
            return self._guides.get(guide_id).title.within("fr")
        except GuideError:
            return guide_id


def blurred(count: int) -> str:
    """The count, or that it is small."""
    return str(count) if count == 0 or count >= SMALL else f"moins de {SMALL}"


def median_wait(calls: list[HelpRequest]) -> str:
    """« 2 min 05 s » from the call to the person being there; nothing where few calls were answered."""
    waits = sorted(call.waited.total_seconds() for call in calls if call.waited is not None)
    if len(waits) < SMALL:
        return "trop peu d’appels"
    minutes, seconds = divmod(round(waits[len(waits) // 2]), 60)
    return f"{minutes} min {seconds:02d} s"


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
