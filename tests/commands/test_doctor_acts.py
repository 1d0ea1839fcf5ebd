"""`kiosk doctor --fix` mends without harm; `--try` and `--sheet` use the devices of the running kiosk."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.dock.ipp_printer import IppPrinter
from hardware.faults import Device, clear_faults, set_fault
from kiosk.clock import FakeClock
from kiosk.commands import doctor
from kiosk.commands.dock_props import lay_on_glass
from kiosk.doctor import places
from kiosk.doctor.badge import card_reader
from kiosk.doctor.fixes import BOOTED
from kiosk.doctor.model import Machine, Ran
from kiosk.doctor.printing import queues
from kiosk.journey.actions import Action
from tests.contract.cups_box import QUEUE, CupsBox, cups_box
from tests.faults.walk import Walk, at
from tests.support.desk import MORNING, quiet_desk, submitted
from tests.support.running_core import RunningCore, running_core


@pytest.fixture
def cups() -> Iterator[CupsBox]:
    printer = IppPrinter()
    printer.start()
    try:
        with cups_box() as box:
            box.add_queue(printer.uri)
            yield box
    finally:
        printer.stop()


@pytest.fixture
def no_scanners(tmp_path: Path) -> str:
    """A SANE without any backend: looking for real scanners takes seconds."""
    (tmp_path / "dll.conf").write_text("# none\n", encoding="ascii")
    return str(tmp_path)


def test_a_stopped_queue_of_the_real_cups_prints_again(kiosk, cups: CupsBox, no_scanners: str) -> None:
    where = {"CUPS_SERVER": cups.server, "SANE_CONFIG_DIR": no_scanners}
    cups.run("cupsdisable", QUEUE)
    told = kiosk("doctor", **where)
    assert f"Files d’impression arrêtées : {QUEUE}." in told.stdout and "kiosk doctor --fix" in told.stdout
    assert b"disabled since" in cups.run("lpstat", "-p").stdout  # told, and left as it was
    done = kiosk("doctor", "--fix", **where)
    assert f"Réparé : Files d’impression arrêtées : {QUEUE}." in done.stderr
    assert "arrêtées" not in done.stdout
    assert b"disabled since" not in cups.run("lpstat", "-p").stdout


def test_a_full_disk_is_given_back_what_is_due_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], no_scanners: str
) -> None:
    for name, value in (
        ("KIOSK_DATA_DIR", str(tmp_path / "data")),
        ("KIOSK_RUNTIME_DIR", str(tmp_path / "run")),
        ("SANE_CONFIG_DIR", no_scanners),
    ):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(places, "COMFORTABLE", 1 << 60)
    old = quiet_desk(tmp_path, FakeClock(MORNING.replace(year=2024)))
    submitted(old)
    old.close()
    new = quiet_desk(tmp_path)
    submitted(new)
    new.close()
    kept = {path.parent.name for path in (tmp_path / "data" / "vault").rglob("*.age")}
    assert len(kept) == 2
    parser = argparse.ArgumentParser()
    doctor.add_parser(parser.add_subparsers())
    doctor.run(parser.parse_args(["doctor", "--fix"]))
    left = {path.parent.name for path in (tmp_path / "data" / "vault").rglob("*.age")}
    assert len(left) == 1 and left < kept
    assert "Pas réparé : Place libre" in capsys.readouterr().err  # the disk is still smaller than was wished for


@pytest.mark.parametrize("boots", [True, False])
def test_a_service_is_started_again_only_where_systemd_runs_the_machine(boots: bool, tmp_path: Path) -> None:
    root, called = tmp_path / "root", tmp_path / "called"
    systemctl = tmp_path / "systemctl"
    systemctl.write_text(f'#!/bin/sh\necho "$@" >> {called}\n')
    systemctl.chmod(0o755)
    (root / BOOTED if boots else root).mkdir(parents=True)
    machine = Machine(
        tmp_path,
        tmp_path,
        root=root,
        which=lambda name: str(systemctl) if name == "systemctl" else f"/usr/bin/{name}",
        can_import=lambda _module: True,
        run=lambda _command: Ran(1, "scheduler is not running"),
    )
    fixes = [finding.fix for check in (queues, card_reader) for finding in check(machine)]
    units = [("restart", "cups.service"), ("restart", "pcscd.socket")]
    assert fixes == ([(str(systemctl), *unit) for unit in units] if boots else [(), ()])


@pytest.fixture
def core(tmp_path: Path) -> Iterator[RunningCore]:
    with running_core(tmp_path) as running:
        yield running


def test_each_device_is_tried_from_the_command_line_and_the_report_read_back(kiosk, core: RunningCore) -> None:
    core.screen().at("standby")
    early = kiosk("doctor", "--sheet")
    assert early.returncode == 2 and "Aucune feuille d’essai" in early.stderr

    assert lay_on_glass(core.settings, "empty")
    set_fault(core.settings.devices_dir, Device.TICKET, "paper_out")
    tried = kiosk("doctor", "--try")
    assert tried.returncode == 1, tried.stderr
    lines = tried.stdout.splitlines()
    assert any(line.startswith("✗ ") and "plus de papier" in line for line in lines), lines
    assert any(line.startswith("✓ Scanner : prêt") for line in lines), lines
    clear_faults(core.settings.devices_dir)

    rows = {row["device"]: row for row in json.loads(kiosk("doctor", "--try", "--json").stdout)}
    assert not rows["ticket"]["fault"] and rows["ticket"]["good_at"] and not rows["disk"]["fault"]
    assert {"scanner", "printer", "ticket", "badge", "reader", "sound", "disk", "clock"} <= set(rows)
    assert len(list(core.settings.prints_dir.glob("essai-*.pdf"))) == 2

    assert kiosk("doctor", "--sheet").returncode == 2
    assert lay_on_glass(core.settings, "test")
    back = kiosk("doctor", "--sheet")
    assert back.returncode == 0 and "revenue" in back.stdout

    Walk(core, core.folder).press(Action.START, at("choose_language"))
    busy = kiosk("doctor", "--try")
    assert busy.returncode == 2 and "utilise la borne" in busy.stderr


def test_without_a_running_kiosk_nothing_is_tried(kiosk) -> None:
    away = kiosk("doctor", "--try")
    assert away.returncode == 2 and "kiosk run" in away.stderr
