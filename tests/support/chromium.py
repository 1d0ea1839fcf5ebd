"""Debian's Chromium without a window, driven through its own pipe: no port, no web driver, no network."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions"),
    # Any name asked for is nowhere: a page that wants the network does not get it.
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe", "--lang=fr"),
)
# The browser reads from descriptor 3 and writes to descriptor 4.
_LAUNCH = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """One page of one browser."""

    def __init__(self, asks: int, answers: int) -> None:
        self._asks, self._answers = asks, answers
        self._buffer = b""
        self._count = 0
        self._session: str | None = None
        self.complaints: list[str] = []
        """What the page wrote to the console, and its uncaught errors."""
        self.requested: list[str] = []
        """The addresses the page asked for."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the DevTools protocol, and its result."""
        self._count += 1
        message: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])
            self._note(answer)

    def open(self, page: Path) -> None:
        """Show a file of the disk."""
        self.ask("Page.navigate", url=page.resolve().as_uri())
        while self.run("document.readyState") != "complete":
            pass

    def visit(self, url: str) -> None:
        """Go to an address of this machine, whatever its certificate says: the test looks at that itself."""
        self.ask("Security.setIgnoreCertificateErrors", ignore=True)
        self.ask("Page.navigate", url=url)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def until(self, expression: str, seconds: float = 30) -> None:
        """Wait for a condition in the page. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                if self.run(expression):
                    return
            except RuntimeError as error:
                if "context" not in str(error) and "navigat" not in str(error):
                    raise
            if time.monotonic() > deadline:
                raise TimeoutError(
                    f"{expression} on {self.run('location.href')}: {self.run('document.body.innerText')}"
                )
            time.sleep(0.02)

    def touch(self, selector: str) -> None:
        """A real press, which a browser counts as one: what only a person may allow is allowed."""
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        x, y = self.run(f"(b => [b.x + b.width / 2, b.y + b.height / 2])({box})")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, words: str) -> None:
        """Click the button or link with these words, as a finger would."""
        found = f"[...document.querySelectorAll('button,a')].find(e => e.textContent.trim() === {json.dumps(words)})"
        self.until(f"(e => !!e && !e.disabled && (e.click(), true))({found})")

    def run(self, expression: str) -> Any:
        """The value (waited for) of a JavaScript expression in the page."""
        result = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:2000])
        return result["result"].get("value")

    def choose(self, selector: str, files: Sequence[Path]) -> None:
        """Choose files in an <input type="file">."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=node, files=[str(file.resolve()) for file in files])

    def picture(self, width: int, height: int) -> bytes:
        """The page as a PNG, in a window of this size (CSS pixels)."""
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=False)["data"])

    def _note(self, event: dict[str, Any]) -> None:
        what, said = event.get("method"), event.get("params", {})
        if what == "Network.requestWillBeSent":
            self.requested.append(said["request"]["url"])
        elif what in ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"):
            self.complaints.append(json.dumps(said)[:2000])

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._asks, data) :]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            part = os.read(self._answers, 1 << 16)
            if not part:
                raise RuntimeError("the browser is gone")
            self._buffer += part
        message, self._buffer = self._buffer.split(b"\0", 1)
        return dict(json.loads(message))


@contextmanager
def chromium(profile: Path, *more: str) -> Iterator[Browser]:
    """A browser with an empty profile, gone at the end; `more` are flags that win over those above."""
    program = shutil.which("chromium")
    if program is None:
        raise RuntimeError("chromium is not installed: run `make setup`")
    theirs_in, ours_out = _high(*os.pipe())
    ours_in, theirs_out = _high(*os.pipe())
    command = [sys.executable, "-c", _LAUNCH, str(theirs_in), str(theirs_out)]
    process = subprocess.Popen(
        [*command, program, *FLAGS, *more, f"--user-data-dir={profile}", "about:blank"],
        pass_fds=(theirs_in, theirs_out),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(profile)},
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Browser(ours_out, ours_in)
    finally:
        os.close(ours_out)
        os.close(ours_in)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _high(*descriptors: int) -> tuple[int, int]:
    """The same descriptors under numbers that the browser's own two cannot meet."""
    moved = [fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, 10) for one in descriptors]
    for one in descriptors:
        os.close(one)
    return moved[0], moved[1]
