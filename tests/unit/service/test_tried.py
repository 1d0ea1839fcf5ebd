"""What became of each device is kept; a morning's trial is made once, when nobody is here."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.clock import FakeClock
from kiosk.journey.staff_views import DeviceFacts, Readiness
from kiosk.service.morning import Morning, is_due
from kiosk.service.tried import Tried
from kiosk.service.trying import fitting

TODAY = dt.datetime(2026, 11, 24, 7, 30, tzinfo=dt.UTC)
LATER = TODAY + dt.timedelta(days=1)


def test_the_last_good_date_outlives_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "devices.json"
    Tried(path).note({"printer": "", "scanner": "dirty_glass"}, TODAY, "code")
    Tried(path).note({"printer": "paper_out"}, LATER)
    kept = Tried(path)
    assert kept.devices() == (
        DeviceFacts("scanner", Readiness.FAULTY, "dirty_glass", None),
        DeviceFacts("printer", Readiness.FAULTY, "paper_out", TODAY),
    )
    assert (kept.code, kept.on) == ("code", TODAY.date())


def test_what_the_printer_says_is_kept_until_it_is_tried_again(tmp_path: Path) -> None:
    tried = Tried(tmp_path / "devices.json")
    tried.note({"printer": ""}, TODAY, None, {"printer": "toner-low"})
    (printer,) = tried.devices()
    assert (printer.readiness, printer.reason) == (Readiness.READY, "toner-low")
    (printer,) = tried.note({"printer": ""}, LATER)
    assert printer.reason == ""


def test_a_warning_explains_no_fault_and_a_fault_that_went_is_not_told() -> None:
    assert fitting("media-jam", "jammed") == "media-jam"
    assert fitting("toner-low", "") == "toner-low"
    assert fitting("toner-low", "unreachable") == fitting("media-jam", "") == fitting("", "jammed") == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"devices": 3}', '{"devices": {"printer": 1}}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "devices.json"
    path.write_text(text)
    assert Tried(path).devices() == ()
    Tried(path).note({"printer": ""}, TODAY)
    assert [facts.device for facts in Tried(path).devices()] == ["printer"]


@pytest.mark.parametrize(
    ("hour", "last", "due"),
    [(6, None, False), (7, None, True), (15, None, True), (7, TODAY.date(), False), (7, dt.date(2026, 11, 23), True)],
)
def test_once_a_day_from_that_hour(hour: int, last: dt.date | None, due: bool) -> None:
    assert is_due(TODAY.replace(hour=hour), last, 7) is due


class Day:
    """A morning whose trial finds `faults`."""

    def __init__(self, faults: Mapping[str, str], free: bool = True) -> None:
        self.clock = FakeClock(TODAY)
        self.trials: list[dt.date] = []
        self.told: list[tuple[str, ...]] = []
        self.free = free
        self._faults = faults
        self.morning = Morning(self._try, self._last, lambda: self.free, self._tell, self.clock, 7, look=0)

    def look(self) -> bool:
        return asyncio.run(self.morning.look(7))

    def _last(self) -> dt.date | None:
        return self.trials[-1] if self.trials else None

    async def _try(self) -> Mapping[str, str]:
        self.trials.append(self.clock.now().date())
        return self._faults

    async def _tell(self, faulty: tuple[str, ...]) -> None:
        self.told.append(faulty)


def test_the_mediators_are_told_what_does_not_work() -> None:
    day = Day({"printer": "paper_out", "scanner": "", "ticket": "disabled"})
    assert day.look()
    assert day.told == [("printer",)]
    assert not day.look()
    day.clock.advance(24 * 3600)
    assert day.look()
    assert len(day.trials) == 2


def test_nobody_is_told_when_all_works_and_nobody_is_disturbed() -> None:
    day = Day({"printer": ""}, free=False)
    assert not day.look()
    day.free = True
    assert day.look()
    assert day.told == []
