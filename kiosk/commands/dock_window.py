"""`kiosk dock window`: a page on this machine with a button for each fault, to train mediators without a keyboard.

Only on loopback, and behind an address that nobody can guess: another page of the same browser must not break devices.
"""

import secrets
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import parse_qs

from hardware.dock.loopback import LoopbackServer
from hardware.faults import Device, UnknownFaultError, clear_faults, pending_fault, set_fault
from kiosk.commands.dock_page import page
from kiosk.commands.dock_props import BADGES, GLASSES, NAME, PIN, lay_on_glass, move_badge

if TYPE_CHECKING:
    from kiosk.settings import Settings

KEY_BYTES = 12
LONGEST_FORM = 1000
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class DockWindow:
    """Serves the page between `start()` and `stop()`; `url` is where."""

    def __init__(self, settings: "Settings", port: int) -> None:
        self.path = f"/{secrets.token_urlsafe(KEY_BYTES)}/"
        self._settings = settings
        self._said = ""
        handler = type("Handler", (_Handler,), {"window": self})
        self._server = LoopbackServer(port, handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return f"{self.origin}{self.path}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def page(self) -> str:
        """How every device is now, and what can be done to it."""
        folder = self._settings.devices_dir
        broken = {device: fault.name for device in Device if (fault := pending_fault(folder, device)) is not None}
        said, self._said = self._said, ""
        return page(broken, said)

    def do(self, form: dict[str, str]) -> None:
        """What a button asks. Raises ValueError for what no button asks."""
        what, name = form.get("what", ""), form.get("name", "")
        actions: dict[str, Callable[[], None]] = {
            **{str(device): lambda: self._break(Device(what), name, once="once" in form) for device in Device},
            "clear": lambda: clear_faults(self._settings.devices_dir, Device(name) if name else None),
            "badge": lambda: self._badge(name),
            "glass": lambda: self._glass(name),
        }
        if what not in actions:
            raise ValueError(what)
        actions[what]()

    def _break(self, device: Device, name: str, *, once: bool) -> None:
        set_fault(self._settings.devices_dir, device, name, 1 if once else None)

    def _badge(self, where: str) -> None:
        if where not in BADGES:
            raise ValueError(where)
        move_badge(self._settings, where)
        self._said = f"{NAME}, code {PIN}" if where == "in" else ""

    def _glass(self, what: str) -> None:
        if what not in GLASSES:
            raise ValueError(what)
        if not lay_on_glass(self._settings, what):
            self._said = "Aucune feuille d’essai n’est imprimée."


class _Handler(BaseHTTPRequestHandler):
    window: ClassVar[DockWindow]

    def do_GET(self) -> None:
        if self._is_ours():
            self._answer(200, self.window.page())

    def do_POST(self) -> None:
        if not self._is_ours():
            return
        length = int(self.headers.get("Content-Length") or 0)
        if self.headers.get("Origin") != self.window.origin or length > LONGEST_FORM:
            self._answer(403)
            return
        form = {
            name: values[0] for name, values in parse_qs(self.rfile.read(length).decode("ascii", "replace")).items()
        }
        try:
            self.window.do(form)
        except (UnknownFaultError, ValueError):
            self._answer(400)
            return
        self.send_response(303)
        self.send_header("Location", self.window.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _is_ours(self) -> bool:
        """By the secret address, and by its name here: a foreign name that leads to this machine is refused."""
        if self.path == self.window.path and f"http://{self.headers.get('Host')}" == self.window.origin:
            return True
        self._answer(404)
        return False

    def _answer(self, status: int, text: str = "") -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": "text/html; charset=utf-8", "Content-Length": len(body)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the address is a secret."""
