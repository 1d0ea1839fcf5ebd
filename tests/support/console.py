"""A real console process beside a real core, and ways to talk to it: raw requests, and Debian's Chromium."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from kiosk.mediation.client import request
from kiosk.settings import Settings, load_settings

READY_SECONDS = 40.0
COOKIE = "__Host-temoin"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def trusting() -> ssl.SSLContext:
    """The tests look at the certificate themselves."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@dataclass(frozen=True, slots=True)
class Said:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def place(self) -> str:
        return self.headers.get("location", "")

    def json(self) -> dict[str, object]:
        return dict(json.loads(self.body))


@dataclass
class RunningConsole:
    """`kiosk console` on the data of a core; may be killed and started again on the same port."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def settings(self) -> Settings:
        return load_settings(data_dir=self.folder / "data", runtime_dir=self.folder / "run")

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> "RunningConsole":
        environment = {
            **os.environ,
            "KIOSK_DATA_DIR": str(self.folder / "data"),
            "KIOSK_RUNTIME_DIR": str(self.folder / "run"),
            "KIOSK_SETTINGS": str(self.folder / "none.toml"),
            "KIOSK_CONSOLE_PORT": str(self.port),
            "KIOSK_CONSOLE_HOST": "127.0.0.1",
            **self.environment,
        }
        with (self.folder / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kiosk", "console"], env=environment, stderr=log, start_new_session=True
            )
        self.until_open()
        return self

    def until_open(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while True:
            try:
                self.ask("GET", "/enter")
                return
            except OSError:
                if time.monotonic() > deadline or (self.process is not None and self.process.poll() is not None):
                    raise RuntimeError((self.folder / "console.log").read_text()[-3000:]) from None
                time.sleep(0.05)

    def kill(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def ask(self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Said:
        """One request on a line of its own."""
        line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=trusting())
        try:
            line.request(method, path, body, dict(headers or {}))
            answer = line.getresponse()
            return Said(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def code(self, role: str = "mediator") -> str:
        """A pairing code, as the kiosk shows it after a badge."""
        return str(request(self.settings.control_socket, {"control": "pair_issue", "role": role})["code"])

    def enter(self, name: str = "Sofia", role: str = "mediator") -> "Visitor":
        """A browser that has come in."""
        visitor = Visitor(self)
        said = visitor.post("/enter", code=self.code(role), name=name)
        assert said.status == 303 and said.place == "/", said.text
        return visitor


class Visitor:
    """Someone with a cookie, and no browser."""

    def __init__(self, console: RunningConsole) -> None:
        self._console = console
        self.cookie = ""

    def get(self, path: str, **headers: str) -> Said:
        return self._said(self._console.ask("GET", path, None, self._headers({"Accept": "text/html", **headers})))

    def post(self, path: str, *, form_token: str | None = None, **fields: str) -> Said:
        token = self.form_token() if form_token is None and self.cookie else (form_token or "")
        body = urlencode({"form_token": token, **fields}).encode()
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
        return self._said(self._console.ask("POST", path, body, self._headers(sent)))

    def form_token(self) -> str:
        found = re.search(r'name="form_token" value="([^"]+)"', self.get("/opening").text)
        return found.group(1) if found else ""

    def events(self) -> Iterator[dict[str, object]]:
        """The live events, as a browser hears them."""
        line = http.client.HTTPSConnection("127.0.0.1", self._console.port, timeout=40, context=trusting())
        line.request("GET", "/events", headers=self._headers({}))
        answer = line.getresponse()
        try:
            for raw in answer:
                if raw.startswith(b"data: {"):
                    yield json.loads(raw[6:])
        finally:
            line.close()

    def until(self, wanted: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """Events until one is as wanted."""
        deadline = time.monotonic() + 40
        for event in self.events():
            if wanted(event):
                return event
            if time.monotonic() > deadline:
                break
        raise TimeoutError("no such event")

    def _headers(self, headers: dict[str, str]) -> dict[str, str]:
        return {**headers, **({"Cookie": f"{COOKIE}={self.cookie}"} if self.cookie else {})}

    def _said(self, said: Said) -> Said:
        found = re.search(rf"{COOKIE}=([^;]*)", said.headers.get("set-cookie", ""))
        if found:
            self.cookie = found.group(1).strip('"')
        return said


@contextlib.contextmanager
def running_console(folder: Path, **environment: str) -> Iterator[RunningConsole]:
    """A console that is surely gone at the end."""
    console = RunningConsole(folder, dict(environment)).start()
    try:
        yield console
    finally:
        console.kill()
