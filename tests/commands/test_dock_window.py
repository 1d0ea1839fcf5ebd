"""The window of the dock: every fault by a button, in a real browser; nobody else's page may press them."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.faults import FAULTS, Device, pending_fault
from hardware.scanner.api import Scanned, ScannerReady, ScanRequest
from hardware.scanner.simulated import GLASS, SimulatedScanner
from kiosk.assets import asset
from kiosk.commands.dock_page import LABELS
from kiosk.commands.dock_window import DockWindow
from kiosk.settings import Settings, load_settings
from tests.support.chromium import Browser, chromium

LOCAL = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(data_dir=tmp_path / "data", runtime_dir=tmp_path / "run")


@pytest.fixture
def window(settings: Settings) -> Iterator[DockWindow]:
    opened = DockWindow(settings, 0)
    opened.start()
    yield opened
    opened.stop()


@pytest.fixture
def browser(window: DockWindow, tmp_path: Path) -> Iterator[Browser]:
    with chromium(tmp_path / "profile", LOCAL) as page:
        page.visit(window.url)
        yield page


def press(browser: Browser, device: str, words: str) -> None:
    """The button of that device, then the page that comes back."""
    find = f"[...document.querySelectorAll('#{device} button')].find(e => e.textContent === {words!r})"
    browser.run(f"(document.body.dataset.old = '1', {find}.click())")
    browser.until("document.readyState === 'complete' && !!document.body && !document.body.dataset.old")


def state(browser: Browser, device: str) -> object:
    return browser.run(f"document.querySelector('#{device} .state').textContent")


def test_every_fault_has_a_button_that_breaks_its_device(browser: Browser, settings: Settings) -> None:
    for device in Device:
        names = [fault.name for fault in FAULTS if fault.device is device]
        offered = browser.run(f"[...document.querySelectorAll('#{device} button[aria-pressed]')].map(e => e.value)")
        assert offered == names
        press(browser, device, LABELS[names[-1]])
        found = pending_fault(settings.devices_dir, device)
        assert found is not None and found.name == names[-1]
        assert state(browser, device) == f"En panne : {LABELS[names[-1]]}"
        assert browser.run(f"document.querySelectorAll('#{device} [aria-pressed=true]').length") == 1
    press(browser, "scanner", "Réparer")
    assert state(browser, "scanner") == "Marche" and state(browser, "printer") != "Marche"
    browser.press("Tout réparer")
    browser.until("[...document.querySelectorAll('.state')].every(e => e.textContent === 'Marche')")
    assert not [device for device in Device if pending_fault(settings.devices_dir, device)]
    assert not browser.complaints


def test_a_fault_strikes_once_where_that_is_ticked(browser: Browser, settings: Settings) -> None:
    scanner = SimulatedScanner(asset("samples"), settings.devices_dir)
    browser.run("document.querySelector('#scanner [name=once]').click()")
    press(browser, "scanner", LABELS["busy"])
    assert not isinstance(scanner.scan(ScanRequest()), Scanned)
    assert isinstance(scanner.status(), ScannerReady)


def test_a_badge_and_the_glass_are_laid_down(browser: Browser, settings: Settings) -> None:
    press(browser, "badge", "Mettre le badge")
    assert browser.run("document.querySelector('[role=status]').textContent") == "Camille Exemple, code 123456"
    assert list(settings.badge_dir.iterdir())
    press(browser, "glass", "Vitre sale")
    assert (settings.devices_dir / GLASS).exists()
    press(browser, "glass", "Feuille d’essai imprimée")
    assert "Aucune feuille" in str(browser.run("document.querySelector('[role=status]').textContent"))


@pytest.mark.parametrize(
    ("path", "headers", "body", "status"),
    [
        ("/", {}, None, 404),
        ("", {"Host": "evil.example"}, None, 404),
        ("", {}, b"what=scanner&name=jammed", 403),
        ("", {"Origin": "http://evil.example"}, b"what=scanner&name=jammed", 403),
        ("", {"Origin": "own"}, b"what=scanner&name=nonsense", 400),
        ("", {"Origin": "own"}, b"what=shell&name=ls", 400),
        ("", {"Origin": "own"}, b"x" * 2000, 403),
    ],
)
def test_only_its_own_page_may_ask(
    window: DockWindow, settings: Settings, path: str, headers: dict[str, str], body: bytes | None, status: int
) -> None:
    own = {name: window.origin if value == "own" else value for name, value in headers.items()}
    asked = urllib.request.Request(window.origin + path if path else window.url, body, own)  # noqa: S310 - loopback
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked, timeout=10)  # noqa: S310 - loopback
    assert refused.value.code == status
    refused.value.close()
    assert not [device for device in Device if pending_fault(settings.devices_dir, device)]


def test_the_command_says_where_and_ends_when_asked(tmp_path: Path) -> None:
    environment = {"KIOSK_DATA_DIR": str(tmp_path / "data"), "KIOSK_RUNTIME_DIR": str(tmp_path / "run"), "PATH": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "dock", "window"], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().split()[-1]
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - loopback
            assert "Imprimante à tickets" in answer.read().decode()
        process.terminate()
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
