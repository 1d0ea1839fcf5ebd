"""How fast a call is heard, with eight consoles and four kiosks; how heavy the console is."""

import contextlib
import json
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.console.tls import fingerprint_of, names_of_this_machine, server_certificate
from kiosk.journey.actions import Action
from tests.support.chromium import chromium
from tests.support.console import RunningConsole, Visitor, free_port
from tests.support.running_core import SocketScreen, running_core

KIOSKS, CONSOLES, ROUNDS = 4, 8, 25
LOCAL = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
KEY = "the-key-of-the-bench"


def heard() -> dict[str, float]:
    """Seconds from the tap on "call" to the event at the last of eight browsers (99th of 100), megabytes, kilobytes."""
    with tempfile.TemporaryDirectory() as folder, _space(Path(folder)) as (consoles, screens):
        visitors = [consoles[index % KIOSKS].enter(f"C{index}") for index in range(CONSOLES)]
        ears = [_Ear(visitor) for visitor in visitors]
        waits = []
        for turn in range(ROUNDS):
            for place, screen in enumerate(screens):
                waits.append(_one_call(ears, screen, visitors[0], f"borne-{place + 1}", turn))
        waits.sort()
        figures = {"p99_s": waits[int(len(waits) * 0.99) - 1], "median_s": waits[len(waits) // 2]}
        figures["megabytes"] = max(_resident(console) for console in consoles)
        return {**figures, **_first_load(Path(folder), consoles[0])}


class _Ear:
    """One browser's event stream, heard in a thread."""

    def __init__(self, visitor: Visitor) -> None:
        self._heard: dict[str, float] = {}
        self._changed = threading.Condition()
        self._visitor = visitor
        threading.Thread(target=self._listen, daemon=True).start()

    def at(self, call: str) -> float:
        with self._changed:
            if not self._changed.wait_for(lambda: call in self._heard, 60):
                raise TimeoutError(call)
            return self._heard[call]

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                for event in self._visitor.events():
                    now, rings = time.monotonic(), event["ring"]
                    with self._changed:
                        for ring in rings if isinstance(rings, list) else ():
                            self._heard.setdefault(str(ring).partition(".")[0], now)
                        self._changed.notify_all()

    @property
    def calls(self) -> set[str]:
        with self._changed:
            return set(self._heard)


def _one_call(ears: list[_Ear], screen: SocketScreen, mediator: Visitor, kiosk: str, _turn: int) -> float:
    known = ears[0].calls
    tapped = time.monotonic()
    screen.tap(Action.CALL)
    deadline = tapped + 60
    while not ears[0].calls - known:
        if time.monotonic() > deadline:
            raise TimeoutError("not heard")
        time.sleep(0.001)
    call = next(iter(ears[0].calls - known))
    last = max(ear.at(call) for ear in ears)
    mediator.post(f"/calls/{kiosk}/{call}/closed")
    screen.until(lambda frame: frame.help is None)
    return last - tapped


def _first_load(folder: Path, console: RunningConsole) -> dict[str, float]:
    with chromium(folder / "profile", LOCAL) as browser:
        browser.visit(f"{console.url}/enter")
        browser.run(f"document.getElementById('code').value = '{console.code()}'")
        browser.press("Entrer")
        browser.until("!!document.querySelector('.kiosk')")
        browser.ask("Network.setCacheDisabled", cacheDisabled=True)
        browser.visit(f"{console.url}/outbox")
        browser.visit(f"{console.url}/")
        browser.until(
            "!!document.querySelector('.kiosk') && !!performance.getEntriesByType('navigation')[0].domInteractive"
        )
        entries = "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
        size = browser.run(
            f"{entries}.filter(e => !e.name.endsWith('/events')).reduce((sum, e) => sum + e.transferSize, 0)"
        )
        ready = browser.run("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        return {"kilobytes": float(size) / 1000, "interactive_s": float(ready) / 1000}


def _resident(console: RunningConsole) -> float:
    if console.process is None:
        raise RuntimeError("no console")
    status = Path(f"/proc/{console.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1000


@contextlib.contextmanager
def _space(folder: Path) -> Iterator[tuple[list[RunningConsole], list[SocketScreen]]]:
    """Four kiosks, each with its console that follows the three others."""
    names = [f"borne-{number}" for number in range(1, KIOSKS + 1)]
    ports = [free_port() for _ in names]
    peers = []
    for name, port in zip(names, ports, strict=True):
        place = folder / name / "data" / "console"
        certificate, _ = server_certificate(place, names_of_this_machine(name), SystemClock().now())
        (place / "site.key").write_text(KEY)
        peers.append(f"https://127.0.0.1:{port}/#{fingerprint_of(certificate)}")
    with contextlib.ExitStack() as stack:
        consoles, screens = [], []
        for index, name in enumerate(names):
            environment = {"KIOSK_KIOSK_NAME": name}
            core = stack.enter_context(running_core(folder / name, **environment))
            screens.append(core.screen())
            others = json.dumps([peer for place, peer in enumerate(peers) if place != index])
            console = RunningConsole(folder / name, {**environment, "KIOSK_CONSOLE_PEERS": others}, ports[index])
            consoles.append(console.start())
            stack.callback(console.kill)
        yield consoles, screens
