"""The units are what systemd itself calls right and safe."""

import shutil
import subprocess
from pathlib import Path

import pytest

SYSTEMD = Path(__file__).parents[2] / "systemd"
SERVICES = ("kiosk-core.service", "kiosk-screen.service", "kiosk-console.service", "kiosk-anchor.service")
LASTING = SERVICES[:3]
UNITS = (*SERVICES, "kiosk.target", "kiosk-anchor.timer")
TARGETS = ("basic", "local-fs", "multi-user", "network-online", "shutdown", "sysinit", "time-sync", "timers")
SYSUSERS = "/bin/systemd-sysusers"
EXPOSURE_ALLOWED = 20
"""Tenths of the scale of `systemd-analyze security`, where 10.0 is a service without any protection."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small machine with the kiosk installed."""
    program = tmp_path / "opt/temoin/.venv/bin/kiosk"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", encoding="ascii")
    program.chmod(0o755)
    folder = tmp_path / "etc/systemd/system"
    folder.mkdir(parents=True)
    for unit in UNITS:
        shutil.copy(SYSTEMD / unit, folder)
    for target in TARGETS:
        (folder / f"{target}.target").write_text("[Unit]\nDescription=a target\n", encoding="ascii")
    return tmp_path


def complaints(root: Path, *units: str) -> str:
    """What systemd says of the units; it warns of unknown keys without failing, so both are looked at."""
    command = ["systemd-analyze", "verify", "--man=no", f"--root={root}", *units]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    return checked.stderr or f"status {checked.returncode}" * bool(checked.returncode)


def test_the_units_are_right(root: Path) -> None:
    assert complaints(root, *UNITS) == ""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Restart=always", "Restart=allways"),
        ("KillMode=", "KilMode="),
        ("ExecStart=/opt/temoin/.venv/bin/kiosk", "ExecStart=/opt/nowhere/kiosk"),
        ("SystemCallFilter=@system-service", "SystemCallFilter=@system-servce"),
    ],
)
def test_the_check_notices_a_broken_unit(right: str, wrong: str, root: Path) -> None:
    unit = root / "etc/systemd/system/kiosk-core.service"
    text = unit.read_text(encoding="utf-8")
    assert right in text
    unit.write_text(text.replace(right, wrong), encoding="utf-8")
    assert complaints(root, "kiosk-core.service") != ""


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_little_exposed(service: str) -> None:
    command = ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE_ALLOWED}"]
    checked = subprocess.run(
        [*command, str(SYSTEMD / service)], capture_output=True, text=True, timeout=30, check=False
    )
    assert checked.returncode == 0, checked.stdout.splitlines()[-1]


@pytest.mark.parametrize("service", LASTING)
def test_a_service_never_gives_up_and_leaves_nothing_on_the_disk(service: str) -> None:
    lines = (SYSTEMD / service).read_text(encoding="utf-8").splitlines()
    for line in ("Restart=always", "StartLimitIntervalSec=0", "MemorySwapMax=0", "LimitCORE=0"):
        assert line in lines


def test_the_secrets_of_a_visit_outlive_a_crash_of_the_core() -> None:
    lines = (SYSTEMD / "kiosk-core.service").read_text(encoding="utf-8").splitlines()
    assert "RuntimeDirectory=kiosk" in lines
    assert "RuntimeDirectoryPreserve=restart" in lines


def test_systemd_makes_the_user_the_groups_and_the_folders(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    for _ in range(2):
        made = subprocess.run(
            [SYSUSERS, f"--root={tmp_path}", str(SYSTEMD / "kiosk.sysusers.conf")],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert made.returncode == 0, made.stderr
    users = (tmp_path / "etc/passwd").read_text(encoding="utf-8")
    assert "kiosk:" in users
    assert "/var/lib/kiosk:/usr/sbin/nologin" in users
    groups = dict(line.split(":x:") for line in (tmp_path / "etc/group").read_text(encoding="utf-8").split())
    assert groups["scanner"].endswith(":kiosk")
    assert groups["lp"].endswith(":kiosk")


def test_the_installer_is_sound_and_knows_every_unit() -> None:
    installer = SYSTEMD / "install.sh"
    checked = subprocess.run(["/bin/sh", "-n", str(installer)], capture_output=True, timeout=10, check=False)
    assert checked.returncode == 0, checked.stderr
    text = installer.read_text(encoding="utf-8")
    for unit in UNITS:
        assert unit in text
