"""`kiosk run` with its console and a browser: the real window, the console or the core is killed all along a visit.

What was called, said, shared or handed over is there again: once, and with nothing the visitor did not agree to.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.views import HelpState, ShareRequest
from kiosk.storage.ledger import Ledger
from tests.console.conftest import OPEN
from tests.console.test_browser import LOCAL, MAY_SOUND
from tests.crash.test_kill_either import _child, _until
from tests.support.chromium import Browser, chromium
from tests.support.console import RunningConsole, free_port
from tests.support.running_core import RunningCore, SocketScreen
from tests.support.visits import begin, hand_over, leave, scan_until_accepted

VICTIMS = ("screen", "console", "core")


class Kiosk:
    """Everything as on the appliance, and what its visitor and its mediator do."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder, self.browser = folder, browser
        self.core, self.console = RunningCore(folder), RunningConsole(folder, port=free_port())
        environment = {
            **os.environ,
            "KIOSK_DATA_DIR": str(folder / "data"),
            "KIOSK_RUNTIME_DIR": str(folder / "run"),
            "KIOSK_SETTINGS": str(folder / "none.toml"),
            "KIOSK_SCANNER_SECONDS": "0.05",
            "KIOSK_OPENING_HOURS": OPEN,
            "KIOSK_CONSOLE_PORT": str(self.console.port),
            "KIOSK_CONSOLE_HOST": "127.0.0.1",
            "SDL_VIDEODRIVER": "offscreen",
        }
        with (folder / "kiosk.log").open("wb") as log:
            self.running = subprocess.Popen(
                [sys.executable, "-m", "kiosk", "run", "--windowed"], env=environment, stderr=log, stdout=log
            )
        self.screen: SocketScreen = self.core.screen()
        self.console.until_open()
        _until(lambda: self._screens() == 2)

    def close(self) -> None:
        self.running.terminate()
        self.running.wait(30)
        self.core.close_screens()

    def come_in(self) -> None:
        self.browser.visit(f"{self.console.url}/enter")
        self.browser.run(f"document.getElementById('code').value = '{self.console.code()}'")
        self.browser.run("document.getElementById('name').value = 'Sofia'")
        self.browser.press("Entrer")
        self.browser.until("!!document.querySelector('.kiosk:not(.dark)')")

    def kill(self, victim: str) -> None:
        """kill -9, and the supervisor has started another."""
        screens, before = self._screens(), _until(lambda: _child(self.running.pid, victim))
        os.kill(int(str(before)), signal.SIGKILL)
        _until(lambda: (found := _child(self.running.pid, victim)) and found != before)
        match victim:
            case "screen":
                _until(lambda: self._screens() > screens)
            case "console":
                self.console.until_open()
            case "core":
                self.screen = self.core.screen()
                self.screen.next()
                _until(lambda: self._screens() > screens + 1)
        self.browser.until("document.getElementById('lost').hidden && !document.querySelector('.kiosk.dark')")

    def call_is(self, state: HelpState | None) -> None:
        self.screen.until(lambda frame: (frame.help and frame.help.state) == state)

    def _screens(self) -> int:
        """How many times the window, or the screen of this test, has connected to a core."""
        return (self.folder / "kiosk.log").read_text(errors="replace").count('"screen_connected"')


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with chromium(tmp_path / "profile", LOCAL, MAY_SOUND) as browser:
        there = Kiosk(tmp_path, browser)
        try:
            yield there
        finally:
            there.close()


@pytest.mark.timeout(300)
def test_any_process_may_die_at_any_point_of_the_story(kiosk: Kiosk) -> None:
    browser = kiosk.browser
    kiosk.come_in()
    begin(kiosk.screen)
    scan_until_accepted(kiosk.screen)
    kiosk.screen.tap(Action.CALL)
    browser.until("document.querySelectorAll('.call.sent').length === 1")
    kiosk.kill("screen")
    kiosk.call_is(HelpState.SENT)
    browser.press("J’ai vu")
    kiosk.call_is(HelpState.SEEN)
    kiosk.kill("console")
    browser.until("document.querySelectorAll('.call.seen').length === 1")
    browser.press("J’arrive")
    kiosk.call_is(HelpState.COMING)

    _share(kiosk)
    for victim in ("screen", "console"):
        kiosk.kill(victim)
        assert kiosk.screen.frame is not None and kiosk.screen.frame.sharing, "nobody took the yes back"
        browser.until("!!document.querySelector('.mirror img')")
    kiosk.kill("core")
    browser.until("!document.querySelector('.mirror')")
    kiosk.call_is(HelpState.COMING)
    assert not kiosk.screen.frame.sharing, "a yes is not kept over the end of the core"
    browser.visit(f"{kiosk.console.url}/")
    browser.press("C’est fini")
    kiosk.call_is(None)
    browser.until("document.querySelectorAll('.call').length === 0")

    kiosk.screen.tap(Action.RESUME)
    number = str(hand_over(kiosk.screen).screen.number)  # type: ignore[union-attr]
    leave(kiosk.screen)
    for victim in VICTIMS:
        kiosk.kill(victim)
        _until(lambda: number in kiosk.console.enter().get("/outbox").text)
    browser.visit(f"{kiosk.console.url}/outbox/borne-1/{number}")
    browser.press("Noter")
    browser.until("document.querySelector('.told')?.textContent.includes('noté comme envoyé')")
    kiosk.kill("core")
    assert "d%C3%A9j%C3%A0" in kiosk.console.enter().post(f"/outbox/borne-1/{number}/note/sent").place
    rows = list(Ledger(kiosk.core.settings.ledger_path).rows())
    assert [row.kind for row in rows if row.kind in ("submission", "sent", "opened")] == [
        "opened",
        "submission",
        "sent",
    ]


def _share(kiosk: Kiosk) -> None:
    kiosk.browser.press("Demander à voir l’écran")
    kiosk.screen.until(lambda frame: frame.overlay == ShareRequest("Sofia"))
    kiosk.screen.tap(Action.SHARE_YES)
    kiosk.browser.until("!!document.querySelector('.mirror img')")
