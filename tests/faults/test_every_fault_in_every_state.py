"""Whatever breaks, wherever the visitor is: the screen names it and says what can be done, nothing accepted is lost,
and the visit goes on when it works again. One real core for the scanner, one for the printers, one for the badge.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardware.faults import FAULTS, Device, Effect, Fault
from kiosk.commands.dock_props import move_badge
from kiosk.journey.actions import Action
from kiosk.journey.staff_views import BadgeSeen, PinPad
from kiosk.journey.views import Frame, Screen
from kiosk.journey.visit_views import ReceiptReady, Standby, Trouble
from kiosk.screens.words.devices import trouble_words
from kiosk.screens.words.staff import badge_fault_words
from tests.faults.table import PLACE, document
from tests.faults.walk import BLURRED, GOOD, Walk, Wanted, at, stops, to_first_sheet, to_review
from tests.support.running_core import running_core

SHORT = {"KIOSK_DEVICE_PATIENCE": "0.08", "KIOSK_SCANNER_SECONDS": "0"}
"""Scans have 6 s instead of 75, prints 8 s, and a worker that fails too often cools down for 5 s."""

SCANNER = [fault for fault in FAULTS if fault.device is Device.SCANNER]
PRESSES = sorted(
    (fault for fault in FAULTS if fault.device in (Device.PRINTER, Device.TICKET)), key=lambda fault: fault.name
)
STATES = 14
SEEN_AT_REST = (Effect.REFUSES,)
"""The others only show when the device is used."""


@contextlib.contextmanager
def walking(folder: Path) -> Iterator[Walk]:
    sheets = folder / "sheets"
    sheets.mkdir()
    with running_core(folder, **SHORT, KIOSK_SCANNER_FOLDER=str(sheets)) as core:
        yield Walk(core, sheets)


def told_before_a_visit(walk: Walk, faults: list[Fault]) -> None:
    """On standby the next visitor reads what does not work, before starting in vain."""
    for fault in faults:
        if fault.effect in SEEN_AT_REST:
            walk.breaks(fault)
            code = f"{fault.device}.{fault.name}"
            walk.screen.until(lambda frame, code=code: code in frame.screen.out_of_order)  # type: ignore[misc]
    walk.heals()
    walk.screen.until(lambda frame: isinstance(frame.screen, Standby) and not frame.screen.out_of_order)


def test_every_fault_of_the_scanner_in_every_state(tmp_path: Path) -> None:
    with walking(tmp_path) as walk:
        tried = set()
        for state in stops(walk):
            if state == "standby":
                told_before_a_visit(walk, SCANNER)
            for fault in SCANNER:
                if state == "place_sheet":
                    the_sheet_is_asked_again(walk, fault)
                elif state != "standby":
                    walk.breaks(fault)
                    walk.looks_alive()
                    walk.heals()
                tried.add((fault.name, state))
        assert walk.frame.screen.screen == "standby"
    assert len(tried) == len(SCANNER) * STATES


def the_sheet_is_asked_again(walk: Walk, fault: Fault) -> None:
    comes_back = fault.effect is Effect.DIES and walk.pages_safe > 0
    walk.breaks(fault, times=1 if comes_back else None)
    shown = walk.place(BLURRED).screen
    if comes_back or fault.effect is Effect.DAWDLES:  # a driver that dies once is started again, unseen
        assert shown.screen == "page_refused"
    else:
        assert named(shown) == ("scanner", fault.name, walk.pages_safe)
        if fault.effect in SEEN_AT_REST and fault.name != "disabled":
            the_scanner_is_waited_for_until_it_is_back(walk)
        assert {Action.TRY_AGAIN, Action.BACK, Action.CALL} <= set(walk.frame.actions)
        walk.heals()
        walk.press(Action.TRY_AGAIN, at("page_refused", "trouble"))
        if walk.frame.screen.screen == "trouble":  # the driver is still starting again
            walk.press(Action.TRY_AGAIN, at("page_refused"))
    walk.heals()
    walk.press(Action.RESCAN, at("place_sheet"))


def named(screen: Screen) -> tuple[str, str, int]:
    """The device that failed, how, and the pages that are safe."""
    assert isinstance(screen, Trouble)
    return screen.device, screen.fault, screen.pages_safe


def the_scanner_is_waited_for_until_it_is_back(walk: Walk) -> None:
    walk.screen.until(lambda frame: isinstance(frame.screen, Trouble) and frame.screen.since is not None)
    walk.heals()
    walk.screen.until(lambda frame: isinstance(frame.screen, Trouble) and frame.screen.back)


def test_every_fault_of_both_printers_in_every_state(tmp_path: Path) -> None:
    with walking(tmp_path) as walk:
        tried = set()
        for state in stops(walk):
            if state == "standby":
                told_before_a_visit(walk, PRESSES)
            for fault in PRESSES:
                if state != "standby":
                    walk.breaks(fault)
                    walk.looks_alive()
                    walk.heals()
                tried.add((fault.device, fault.name, state))
        to_review(walk)
        the_receipt_is_on_the_screen_then_on_paper(walk)
        assert walk.frame.screen.screen == "standby"
        prints = sorted(path.name for path in (tmp_path / "data" / "prints").iterdir())
        receipts = [name for name in prints if "-receipt" in name]
    assert len(tried) == len(PRESSES) * STATES
    assert len(receipts) == 2  # one for each visit, whatever happened on the way


def both_say(name: str) -> Wanted:
    """The faults of the attempt before may be told once more on the way."""

    def told(frame: Frame) -> bool:
        screen = frame.screen
        return isinstance(screen, ReceiptReady) and (screen.a4_fault, screen.ticket_fault) == (name, name)

    return told


def the_receipt_is_on_the_screen_then_on_paper(walk: Walk) -> None:
    """One submission; both printers have each fault in turn when its receipt is due, and at last are only slow."""
    names = [fault.name for fault in PRESSES if fault.device is Device.PRINTER and fault.effect is not Effect.DAWDLES]
    ask, numbers = Action.SEND, set()
    for name in names:
        walk.heals()
        both_have(walk, name)
        shown = walk.press(ask, both_say(name)).screen
        assert isinstance(shown, ReceiptReady)
        assert (shown.pages, shown.printed_a4, shown.printed_ticket) == (1, False, False)
        assert shown.proof and shown.number
        assert {Action.RECEIPT_MISSING, Action.RECEIPT_TAKEN, Action.CALL} <= set(walk.frame.actions)
        ask = Action.RECEIPT_MISSING
        numbers.add(shown.number)
    walk.heals()
    both_have(walk, "slow")
    out = walk.press(ask, at("receipt")).screen
    assert isinstance(out, ReceiptReady)
    assert (out.printed_a4, out.printed_ticket, out.a4_fault, out.ticket_fault) == (True, True, "", "")
    walk.heals()
    assert numbers == {out.number}
    walk.press(Action.RECEIPT_TAKEN, at("goodbye"))
    walk.press(Action.ALL_TAKEN, at("standby"))


def both_have(walk: Walk, name: str) -> None:
    for fault in PRESSES:
        if fault.name == name:
            walk.breaks(fault)


CAMERA = [fault for fault in FAULTS if fault.device is Device.CAMERA]


def the_camera_has_answered(frame: Frame) -> bool:
    """With a page or with its own trouble: that of the scanner may be told anew on the way."""
    screen = frame.screen
    return screen.device == "camera" if isinstance(screen, Trouble) else at("page_refused", "page_accepted")(frame)


def test_every_fault_of_the_camera_where_the_scanner_cannot(tmp_path: Path) -> None:
    """The scanner stays broken; each page is to come from the camera, which breaks too."""
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    unplugged = next(fault for fault in SCANNER if fault.name == "unplugged")
    with running_core(tmp_path, **SHORT, KIOSK_SCANNER_FOLDER=str(sheets), KIOSK_CAMERA="simulated") as core:
        walk = Walk(core, sheets)
        to_first_sheet(walk)
        walk.breaks(unplugged)
        for fault in CAMERA:
            walk.breaks(fault)
            shown = walk.place(BLURRED)
            assert named(shown.screen) == ("scanner", "unplugged", 0)
            is_offered = fault.effect is not Effect.REFUSES
            assert (Action.TAKE_PHOTO in shown.actions) is is_offered, fault.name
            if is_offered:
                after = walk.press(Action.TAKE_PHOTO, the_camera_has_answered)
                if fault.effect is Effect.DAWDLES:
                    assert after.screen.screen != "trouble"
                    walk.heals(Device.CAMERA)
                    walk.press(Action.RESCAN, at("place_sheet"))
                    continue
                assert named(after.screen) == ("camera", fault.name, 0)
                walk.heals(Device.CAMERA)
                walk.press(Action.TAKE_PHOTO, at("page_refused", "page_accepted"))
                walk.press(Action.RESCAN, at("place_sheet"))
            else:
                walk.heals(Device.CAMERA)
                walk.press(Action.BACK, at("place_sheet"))
        walk.place(GOOD)
        assert walk.press(Action.TAKE_PHOTO, at("page_refused", "page_accepted")).screen.screen == "page_accepted"
        walk.press(Action.CONTINUE, at("another_sheet"))
        walk.press(Action.THAT_IS_ALL, at("review"))


CARD = [fault for fault in FAULTS if fault.device is Device.CARD]
AT_SIGN_IN = frozenset({"wrong_pin", "last_try", "pin_blocked", "forged"})
"""Faults that a card can only have once it is given a PIN; the others show when it is read."""

UNSEEN = frozenset({"no_reader", "service_down", "disabled", "removed", "no_card"})
"""No card can be told from no reader: the visitor's screen stays, the trial of the devices names it."""


def test_every_fault_of_the_badge_reader_in_every_state(tmp_path: Path) -> None:
    with walking(tmp_path) as walk:
        tried = set()
        for state in stops(walk):
            for fault in CARD:
                if state == "consent":
                    the_badge_is_told_so_and_the_visitor_has_the_screen_back(walk, fault)
                elif fault.name == "two_cards":
                    two_cards_are_told_so(walk)
                elif state != "standby":
                    walk.breaks(fault)
                    walk.looks_alive()
                    walk.heals()
                tried.add((fault.name, state))
            a_badge_comes_and_goes(walk)
        assert walk.frame.screen.screen == "standby"
    assert len(tried) == len(CARD) * STATES


def a_badge_comes_and_goes(walk: Walk) -> None:
    """In every state: the pad with its name, then the very same screen."""
    before = walk.frame
    move_badge(walk.core.settings, "in")
    assert walk.screen.at("pin_pad").screen == PinPad("Camille Exemple", "mediator", 0, 3)
    move_badge(walk.core.settings, "out")
    back = walk.screen.at(before.screen.screen)
    assert back.language == before.language
    # A page may have been read in the meantime.
    assert back.screen == before.screen or before.screen.screen in ("page_accepted", "checking")


def two_cards_are_told_so(walk: Walk) -> None:
    before = walk.frame.screen
    walk.breaks(next(fault for fault in CARD if fault.name == "two_cards"))
    walk.screen.until(lambda frame: frame.screen == BadgeSeen("two_cards"))
    walk.heals()
    # The same screen, with what was read on the page in the meantime.
    walk.screen.at(before.screen)


def the_badge_is_told_so_and_the_visitor_has_the_screen_back(walk: Walk, fault: Fault) -> None:
    before = walk.frame.screen
    if fault.name not in AT_SIGN_IN:
        walk.breaks(fault)
    move_badge(walk.core.settings, "in")
    if fault.name in AT_SIGN_IN:
        walk.screen.at("pin_pad")
        walk.breaks(fault, times=1)
        for digit in "654321":
            walk.press(Action.TYPE_DIGIT, at("pin_pad"), digit)
        shown = walk.press(Action.ENTER, pin_answered).screen
        assert shown == BadgeSeen("forged") or isinstance(shown, PinPad)
    elif fault.effect is Effect.DAWDLES:
        walk.screen.at("pin_pad")
    elif fault.name not in UNSEEN:
        walk.screen.until(lambda frame: frame.screen == BadgeSeen(fault.name))
    move_badge(walk.core.settings, "out")
    walk.heals()
    assert walk.screen.at(before.screen).screen == before


def pin_answered(frame: Frame) -> bool:
    return frame.screen == BadgeSeen("forged") or (isinstance(frame.screen, PinPad) and frame.screen.refused)


@pytest.mark.parametrize("fault", [*SCANNER, *PRESSES], ids=lambda fault: f"{fault.device}-{fault.name}")
def test_every_fault_has_words_and_a_next_step(fault: Fault) -> None:
    words = trouble_words(fault.device, fault.name)
    assert words.happened.endswith(".") and words.remedy.endswith(".")
    assert words.part in ("scanner", "printer", "lock")


@pytest.mark.parametrize("fault", CARD, ids=lambda fault: fault.name)
def test_every_fault_of_the_badge_reader_has_words(fault: Fault) -> None:
    happened, next_step = badge_fault_words(fault.name)
    assert happened.endswith(".") and next_step.endswith(".")


def test_the_table_of_faults_is_up_to_date() -> None:
    assert PLACE.read_text(encoding="utf-8") == document(), "run: python -m tests.faults"


def test_there_are_sixty_names_and_more() -> None:
    assert len(FAULTS) >= 60
