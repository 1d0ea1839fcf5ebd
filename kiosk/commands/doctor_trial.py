"""`kiosk doctor --try` and `--sheet`: the running kiosk uses each of its devices, and says what came of it."""

import datetime as dt
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.mediation.client import CoreUnavailable, request

LONGEST = 900.0
"""Seconds. A scanner and two printers that hang are each waited for."""

FAULTY, UNUSABLE = 1, 2
LANGUAGE = "fr"


def try_devices(socket: Path, *, as_json: bool) -> int:
    """A line for each device. 0 all work; 1 some do not; 2 no trial was made."""
    answer = _asked(socket, "try_devices")
    if answer is None:
        return UNUSABLE
    rows = answer.get("devices")
    devices = rows if isinstance(rows, list) else []
    sys.stdout.write(json.dumps(devices, ensure_ascii=False, indent=2) + "\n" if as_json else _as_text(devices))
    return FAULTY if any(row["fault"] for row in devices) else 0


def try_sheet(socket: Path) -> int:
    """0 the test sheet came back from the glass; 2 it did not."""
    if _asked(socket, "try_sheet") is None:
        return UNUSABLE
    sys.stdout.write("La feuille d’essai est revenue : l’imprimante et le scanner marchent.\n")
    return 0


def _asked(socket: Path, control: str) -> Mapping[str, object] | None:
    """The answer; None where there is none, once that is told."""
    try:
        answer = request(socket, {"control": control}, seconds=LONGEST)
    except CoreUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return None
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return None
    return answer


def _as_text(devices: Sequence[Mapping[str, str | None]]) -> str:
    from kiosk.journey.staff_views import DeviceFacts, Readiness
    from kiosk.screens.words.staff import device_line, remedy_line

    facts = [
        DeviceFacts(
            str(row["device"]),
            Readiness.FAULTY if row["fault"] else Readiness.READY,
            row["fault"] or "",
            dt.datetime.fromisoformat(row["good_at"]) if row["good_at"] else None,
            row["reason"] or "",
        )
        for row in devices
    ]
    lines = [f"{'✗' if one.fault else '✓'} {device_line(LANGUAGE, one)}" for one in facts]
    remedy = remedy_line(LANGUAGE, facts)
    return "\n".join([*lines, *([f"    → {remedy}"] if remedy else []), ""])
