"""What became of each device when it was last tried, and when it last worked: a small file that survives everything."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from hardware.simulation import write_whole
from kiosk.journey.staff_views import DeviceFacts, Readiness

ORDER = ("scanner", "camera", "printer", "ticket", "badge", "reader", "sound", "disk", "clock", "power", "certificate")
"""In which devices are shown: what a visitor misses first."""

TEST_CODE = "test_code"


class Tried:
    """The file `path`. A damaged one counts as none: nothing was tried."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def devices(self) -> tuple[DeviceFacts, ...]:
        """Every device that was ever tried."""
        found = self._read().get("devices")
        rows = found if isinstance(found, dict) else {}
        return tuple(_facts(name, rows[name]) for name in ORDER if isinstance(rows.get(name), dict))

    @property
    def on(self) -> dt.date | None:
        """The day of the last whole trial."""
        try:
            return dt.date.fromisoformat(str(self._read().get("on")))
        except ValueError:
            return None

    @property
    def code(self) -> str:
        """The text of the code on the last test sheet; empty before the first."""
        return str(self._read().get(TEST_CODE, ""))

    def note(
        self,
        faults: Mapping[str, str],
        now: dt.datetime,
        code: str | None = None,
        reasons: Mapping[str, str] | None = None,
    ) -> tuple[DeviceFacts, ...]:
        """Keep the fault of each device that was tried at `now`, empty for one that works; all the devices now."""
        kept = self._read()
        before = kept.get("devices")
        rows = dict(before) if isinstance(before, dict) else {}
        for name, fault in faults.items():
            row = rows.get(name)
            good_at = row.get("good_at") if isinstance(row, dict) else None
            reason = (reasons or {}).get(name, "")
            rows[name] = {"fault": fault, "good_at": good_at if fault else now.isoformat(), "reason": reason}
        state: dict[str, object] = {**kept, "devices": rows}
        if code is not None:
            state |= {TEST_CODE: code, "on": now.date().isoformat()}
        write_whole(self._path, json.dumps(state, indent=1).encode())
        return self.devices()

    def _read(self) -> dict[str, object]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _facts(name: str, row: Mapping[str, object]) -> DeviceFacts:
    fault = str(row.get("fault", ""))
    try:
        good_at = dt.datetime.fromisoformat(str(row.get("good_at")))
    except ValueError:
        good_at = None
    readiness = Readiness.FAULTY if fault else Readiness.READY
    return DeviceFacts(name, readiness, fault, good_at, str(row.get("reason", "")))
