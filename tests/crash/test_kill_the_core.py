"""kill -9 of the application at twenty different moments of a visit (`soak` kills the service at hundreds of instants).

On restart no page that was shown as accepted and no receipt that was shown is missing, the visit goes on for its owner,
and the next visitor sees nothing of it.
"""

import hashlib
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.application.desk import open_desk
from kiosk.journey.actions import Action
from kiosk.proof.keys import read_certificates
from kiosk.proof.model import Verdict
from kiosk.proof.verify import verify_receipt
from tests.support.running_core import CoreGone, RunningCore, SocketScreen, running_core
from tests.support.visits import begin, hand_over, leave, three_payslips

FRAMES_OF_A_VISIT = 27
"""About how many times the screen changes. Each kill falls a little after another one of these changes."""
MOMENTS = tuple(
    (round(1 + moment * (FRAMES_OF_A_VISIT - 1) / 19), (0.0, 0.4, 0.02, 0.1)[moment % 4]) for moment in range(20)
)
"""(frames, seconds). Up to `STILL` seconds the visitor looks at that screen until the kill; else the visit goes on."""
STILL = 0.05
SCREENS_OF_A_VISIT = 6
"""At least as many different ones are hit."""

AT_ONCE = 2
"""Kiosks at the same time, each with its own data: most of a kill is waiting."""


@dataclass
class Witness:
    """What the screen was shown as done."""

    most_pages: int = 0
    receipt: str | None = None
    ended: bool = False
    frames: int = 0
    last: str = "nothing"
    looks_at: int | None = None
    """The frame in front of which the visitor stands still."""
    killed: threading.Event = field(default_factory=threading.Event)
    gone: threading.Event = field(default_factory=threading.Event)

    def note(self, screen: SocketScreen) -> None:
        frame = screen.frame
        if frame is None:
            return
        self.frames += 1
        self.last = frame.screen.screen
        match frame.screen.screen:
            case "page_accepted":
                self.most_pages = max(self.most_pages, frame.screen.page.number)
            case "receipt":
                self.receipt = frame.screen.number
            case "goodbye":
                self.ended = True


class WitnessedScreen(SocketScreen):
    """Notes every frame as it comes."""

    def __init__(self, screen: SocketScreen, witness: Witness) -> None:
        super().__init__(screen._link)
        self._witness = witness

    def next(self, seconds: float = 60.0):
        frame = super().next(seconds)
        self._witness.note(self)
        if self._witness.frames == self._witness.looks_at:
            self._witness.killed.wait(60)
        return frame


def _visit(screen: SocketScreen, witness: Witness) -> None:
    try:
        begin(screen)
        three_payslips(screen)
        hand_over(screen)
        leave(screen)
    except CoreGone:
        pass
    finally:
        witness.gone.set()


@pytest.mark.timeout(900)
def test_twenty_kills(tmp_path):
    folders = [tmp_path / str(number) for number in range(len(MOMENTS))]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        seen = set(pool.map(_one_kill, folders, *zip(*MOMENTS, strict=True)))
    assert len(seen) >= SCREENS_OF_A_VISIT, f"the kills fell on too few different screens: {seen}"


def _one_kill(folder: Path, frames: int, after: float) -> str:
    witness = Witness(looks_at=frames if after <= STILL else None)
    with running_core(folder) as core:
        visitor = threading.Thread(target=_visit, args=(WitnessedScreen(core.screen(), witness), witness))
        visitor.start()
        while witness.frames < frames and not witness.gone.is_set():
            time.sleep(0.002)
        time.sleep(after)
        core.kill()
        witness.killed.set()
        visitor.join(60)
        killed_at = witness.last
        assert not visitor.is_alive()
        core.start()
        screen = core.screen()
        shown = screen.at("standby", "resume").screen
        assert _says_nothing(screen), "the screen after a restart shows something of the visit before"
        if shown.screen == "resume":
            _owner_goes_on(screen, witness)
        elif witness.receipt is None and not witness.ended:
            assert witness.most_pages == 0, "accepted pages, and nobody was asked whose they are"
        screen.close()
        core.kill()
    _receipts_are_whole(core, witness)
    return killed_at


def _says_nothing(screen: SocketScreen) -> bool:
    text = repr(screen.frame).lower()
    return not any(word in text for word in ("boulangerie", "2026-0", "payslip", "image='/9j"))


def _owner_goes_on(screen: SocketScreen, witness: Witness) -> None:
    assert screen.frame.screen.pages >= witness.most_pages
    assert witness.receipt is None or screen.frame.screen.sent
    screen.tap(Action.RESUME)
    frame = screen.at("another_sheet", "place_sheet", "receipt")
    if frame.screen.screen == "receipt":
        assert witness.receipt in (None, frame.screen.number)
        witness.receipt = frame.screen.number
        return
    assert len(frame.screen.pages) >= witness.most_pages
    witness.most_pages = len(frame.screen.pages)
    witness.receipt = hand_over(screen).screen.number


def _receipts_are_whole(core: RunningCore, witness: Witness) -> None:
    desk = open_desk(core.settings)
    try:
        numbers = [row.number for row in desk.registry.submissions() if row.number]
        assert witness.receipt is None or witness.receipt in numbers
        assert len(numbers) == len(set(numbers)) <= 1
        trusted = read_certificates((core.settings.keys_dir / "kiosk.cert.pem").read_bytes())
        for row in desk.registry.submissions():
            receipt = desk.submissions.paper_for_desk(row, "receipt.pdf.age")
            assert verify_receipt(receipt, [], trusted).verdict is Verdict.GENUINE
            assert row.page_count >= witness.most_pages
    finally:
        desk.close()


def test_accepted_bytes_are_those_that_were_scanned(tmp_path):
    with running_core(tmp_path) as core:
        screen = core.screen()
        begin(screen)
        three_payslips(screen)
        core.kill()
        desk = open_desk(core.settings)
        visit = desk.visits.interrupted()
        desk.visits.restore(visit)
        samples = {hashlib.sha256(path.read_bytes()).digest() for path in Path("assets/samples").glob("*.jpg")}
        assert [hashlib.sha256(desk.visits.scan_of(visit, page)).digest() == page.digest for page in visit.pages]
        assert {page.digest for page in visit.pages} < samples
        assert len(visit.pages) == 3
        desk.close()


def test_someone_else_after_a_crash_sees_a_fresh_machine(tmp_path):
    with running_core(tmp_path) as core:
        screen = core.screen()
        begin(screen)
        three_payslips(screen)
        core.kill()
        core.start()
        screen = core.screen()
        screen.at("resume")
        screen.tap(Action.NOT_ME)
        screen.at("standby")
        deadline = time.monotonic() + 5
        while list(core.settings.secrets_dir.glob("*")):
            assert time.monotonic() < deadline, "the secret of the visit before is still in memory"
            time.sleep(0.02)
        sealed = list(core.settings.vault_dir.rglob("*.scan.age"))
        assert len(sealed) == 3, "the pages stay sealed for whoever holds the key ticket"
        begin(screen)
        assert "boulangerie" not in json.dumps(repr(screen.frame)).lower()
