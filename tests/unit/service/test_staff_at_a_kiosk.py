"""The staff screen of a running core: devices really tried, the test sheet read back, a receipt printed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.dock_props import lay_on_glass, move_badge
from kiosk.journey.actions import Action
from kiosk.journey.staff_views import DeviceFacts, Readiness, StaffRoom
from tests.faults.walk import Walk, at, to_review
from tests.support.running_core import RunningCore, SocketScreen, running_core


def sign_in(core: RunningCore, screen: SocketScreen) -> None:
    move_badge(core.settings, "in")
    screen.at("pin_pad")
    for digit in "123456":
        screen.tap(Action.TYPE_DIGIT, digit)
    screen.tap(Action.ENTER)
    screen.at("staff_room")


def after(screen: SocketScreen, *said: str) -> StaffRoom:
    """The staff screen once the action is over."""
    frame = screen.until(lambda frame: isinstance(frame.screen, StaffRoom) and frame.screen.said in said)
    assert isinstance(frame.screen, StaffRoom)
    return frame.screen


def device(room: StaffRoom, name: str) -> DeviceFacts:
    return next(facts for facts in room.devices if facts.device == name)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[RunningCore]:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    with running_core(tmp_path, KIOSK_SCANNER_FOLDER=str(sheets)) as running:
        yield running


def test_devices_are_tried_and_the_receipt_comes_again(core: RunningCore) -> None:
    walk = Walk(core, core.folder / "sheets")
    screen = walk.screen
    to_review(walk)
    number = walk.press(Action.SEND, at("receipt")).screen.number  # type: ignore[union-attr]

    sign_in(core, screen)
    assert lay_on_glass(core.settings, "dusty")
    screen.tap(Action.TRY_DEVICES)
    room = after(screen, "tried")
    assert device(room, "scanner") == DeviceFacts("scanner", Readiness.FAULTY, "dirty_glass", None)
    assert {device(room, name).readiness for name in ("printer", "ticket", "reader", "badge", "disk")} == {
        Readiness.READY
    }

    screen.tap(Action.READ_TEST_SHEET)
    after(screen, "sheet_not_read")
    assert lay_on_glass(core.settings, "test")
    screen.tap(Action.READ_TEST_SHEET)
    good = device(after(screen, "sheet_read"), "scanner")
    assert good.readiness is Readiness.READY and good.good_at is not None

    assert lay_on_glass(core.settings, "sheets")
    screen.tap(Action.REPRINT)
    for digit in str(int(number[-6:])):
        screen.tap(Action.TYPE_DIGIT, digit)
    screen.tap(Action.ENTER)
    after(screen, "reprinted")
    prints = core.settings.prints_dir
    assert [path.name for path in prints.glob("*duplicata*.png")] == [f"{number}-duplicata.png"]

    screen.tap(Action.REPRINT)
    screen.tap(Action.TYPE_DIGIT, "9")
    screen.tap(Action.ENTER)
    after(screen, "no_such_number")

    move_badge(core.settings, "out")
    assert screen.at("receipt").screen.number == number  # type: ignore[union-attr]
