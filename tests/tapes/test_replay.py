"""The real drivers on taped traffic: no SANE, no card service, no device. The tapes come from the real stacks."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hardware.card.api import CardFailed, CardFault, SignedIn
from hardware.card.piv import sign_in_on
from hardware.delays import ScannerDelays
from hardware.dock.card_tape import OffTheTapeError, recorded_card, replayed_card, without_pin
from hardware.dock.scanimage_tape import PLACE, stand_in
from hardware.scanner.api import ScanFailed, Scanned, ScannedBatch, ScannerFault, ScanRequest
from hardware.scanner.sane import SaneScanner
from tests.contract.sane_box import VIRTUAL_DEVICE
from tests.tapes.scenes import CARDS, CHALLENGE, DELAYS, REQUEST, SCANS, TAPES, Scene

PIN = "123456"
IMPATIENT = replace(DELAYS, page=0.5)


def driver_on(tape: Path, source: str, folder: Path, delays: ScannerDelays = DELAYS) -> SaneScanner:
    """The driver with a copy of the tape in place of `scanimage`."""
    copy = shutil.copy(tape, folder)
    return SaneScanner(VIRTUAL_DEVICE, source, delays, program=stand_in(folder, "replay", Path(copy)))


@pytest.mark.parametrize(("name", "scene"), SCANS.items(), ids=list(SCANS))
def test_the_driver_makes_of_the_tape_what_it_made_of_the_scanner(name: str, scene: Scene, tmp_path: Path) -> None:
    tape = TAPES / f"{name}.json"
    delays = IMPATIENT if scene.named is ScannerFault.TIMED_OUT else DELAYS
    outcome = scene.use(driver_on(tape, scene.source, tmp_path, delays), REQUEST)
    if scene.named is ScannerFault.TIMED_OUT:  # the player may be killed before it has noted its place
        assert outcome == ScanFailed(ScannerFault.TIMED_OUT)
        return
    played = (tmp_path / tape.name).with_suffix(PLACE).read_text(encoding="ascii")
    assert int(played) == len(json.loads(tape.read_text(encoding="utf-8")))
    match outcome:
        case Scanned():
            assert (scene.pages, scene.named) == (1, None)
        case ScannedBatch(pages, fault):
            assert (len(pages), fault) == (scene.pages, scene.named)
        case ScanFailed(fault):
            assert fault == scene.named


def test_a_driver_that_asks_for_something_else_is_off_the_tape(tmp_path: Path) -> None:
    driver = driver_on(TAPES / "scan_page.json", "Flatbed", tmp_path)
    assert driver.scan(ScanRequest(dpi=150, colour=False)) == ScanFailed(ScannerFault.IO_ERROR)
    assert not (tmp_path / "scan_page").with_suffix(PLACE).exists()


@pytest.mark.parametrize(("name", "fault"), CARDS.items(), ids=list(CARDS))
def test_the_driver_makes_of_the_tape_what_it_made_of_the_card(name: str, fault: CardFault | None) -> None:
    outcome = sign_in_on(replayed_card(TAPES / f"{name}.json"), CHALLENGE, PIN)
    assert isinstance(outcome, SignedIn) if fault is None else isinstance(outcome, CardFailed)
    if isinstance(outcome, CardFailed):
        assert outcome.fault == fault
        assert outcome.tries_left == (2 if fault is CardFault.WRONG_PIN else None)


def test_another_challenge_is_off_the_tape() -> None:
    with pytest.raises(OffTheTapeError):
        sign_in_on(replayed_card(TAPES / "card_signs.json"), bytes(32), PIN)


def test_a_tape_holds_no_pin_and_a_copy_of_it_is_the_same(tmp_path: Path) -> None:
    tape = TAPES / "card_signs.json"
    copy = tmp_path / "copy.json"
    sign_in_on(recorded_card(replayed_card(tape), copy), CHALLENGE, PIN)
    assert copy.read_text(encoding="ascii") == tape.read_text(encoding="ascii")
    assert all(PIN.encode().hex() not in each.read_text(encoding="ascii") for each in TAPES.glob("card_*.json"))
    assert without_pin(bytes.fromhex("0020008008") + PIN.encode() + b"\xff\xff")[5:] == b"\xff" * 8
