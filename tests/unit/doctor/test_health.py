"""Power, heat, radios, and clocks: an issue is raised with its advice, and goes when it is mended."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.doctor.examination import CHECKS
from kiosk.doctor.heat import heat
from kiosk.doctor.model import Health, Machine
from kiosk.doctor.power import THROTTLED, power
from kiosk.doctor.radios import radios
from kiosk.doctor.times import drift

NOW = dt.datetime(2026, 5, 4, 10, 30, tzinfo=dt.UTC)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "data").mkdir()
    return Machine(tmp_path / "data", tmp_path / "run", root=tmp_path / "root", now=lambda: NOW)


def put(machine: Machine, name: str, text: str) -> None:
    path = machine.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")


def test_all_of_them_are_part_of_the_doctor() -> None:
    assert {power, heat, radios, drift} <= set(CHECKS)


def test_a_machine_that_measures_nothing_gives_no_opinion(machine: Machine) -> None:
    assert [*power(machine), *heat(machine), *drift(machine)] == []


@pytest.mark.parametrize(
    ("flags", "health", "words"),
    [
        ("0x0", Health.GOOD, "suffit"),
        ("50005", Health.LIMITED, "baisse"),
        ("0x50000", Health.LIMITED, "depuis le démarrage"),
    ],
)
def test_too_little_power_is_told(flags: str, health: Health, words: str, machine: Machine) -> None:
    put(machine, THROTTLED, f"{flags}\n")
    (finding,) = power(machine)
    assert finding.health is health
    assert words in finding.found_in("fr")


@pytest.mark.parametrize(("alarm", "health"), [("0", Health.GOOD), ("1", Health.LIMITED)])
def test_the_voltage_sensor_is_enough(alarm: str, health: Health, machine: Machine) -> None:
    put(machine, "sys/class/hwmon/hwmon1/name", "rpi_volt\n")
    put(machine, "sys/class/hwmon/hwmon1/in0_lcrit_alarm", f"{alarm}\n")
    assert [finding.health for finding in power(machine)] == [health]


@pytest.mark.parametrize(("millidegrees", "health"), [("54321", Health.GOOD), ("70000", Health.LIMITED)])
def test_the_hottest_sensor_counts(millidegrees: str, health: Health, machine: Machine) -> None:
    put(machine, "sys/class/thermal/thermal_zone0/temp", "40000\n")
    put(machine, "sys/class/thermal/thermal_zone1/temp", f"{millidegrees}\n")
    put(machine, "sys/class/thermal/thermal_zone2/temp", "nonsense\n")
    assert [finding.health for finding in heat(machine)] == [health]


def test_a_radio_is_told_until_it_is_switched_off(machine: Machine) -> None:
    for name, text in (("type", "wlan"), ("soft", "0"), ("hard", "0")):
        put(machine, f"sys/class/rfkill/rfkill0/{name}", f"{text}\n")
    (finding,) = radios(machine)
    assert finding.remedy == "rfkill block all"
    assert "wlan" in finding.found_in("fr")
    put(machine, "sys/class/rfkill/rfkill0/soft", "1\n")
    assert [finding.health for finding in radios(machine)] == [Health.GOOD]


@pytest.mark.parametrize(("seconds", "health"), [(1, Health.GOOD), (-90, Health.LIMITED), (5, Health.LIMITED)])
def test_a_battery_clock_that_drifts_is_told(seconds: int, health: Health, machine: Machine) -> None:
    put(machine, "sys/class/rtc/rtc0/since_epoch", f"{int(NOW.timestamp()) + seconds}\n")
    assert [finding.health for finding in drift(machine)] == [health]
