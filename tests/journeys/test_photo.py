"""Where the scanner cannot, the camera may: the page is the same page, and the scanner is tried first each time."""

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import PhotoSheet, ScanSheet
from kiosk.journey.events import DeviceFailed, SheetAccepted
from kiosk.journey.visit_views import Scanning
from tests.journeys.conftest import Play


def broken(play: Play, *, photo: bool) -> Play:
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    play.happen(DeviceFailed("scanner", "unplugged", play.visit.attempt, photo=photo))
    return play


@pytest.mark.parametrize("photo", [True, False])
def test_a_photo_is_offered_only_where_a_camera_is(play: Play, photo: bool) -> None:
    assert (Action.TAKE_PHOTO in broken(play, photo=photo).frame.actions) is photo


def test_the_photo_becomes_the_page(play: Play) -> None:
    first = broken(play, photo=True).visit.attempt
    asked = play.tap(Action.TAKE_PHOTO)
    assert asked[0] == PhotoSheet(first + 1)
    assert play.frame.screen == Scanning(1, photo=True)
    play.happen(SheetAccepted(play.visit.attempt, "p1", "image", "thumb"))
    assert play.screen == "page_accepted"
    play.taps([Action.CONTINUE, Action.ADD_SHEET])
    assert ScanSheet(play.visit.attempt + 1) in play.tap(Action.SHEET_PLACED)
    assert play.frame.screen == Scanning(2)


def test_a_camera_that_fails_can_be_tried_again_and_so_can_the_scanner(play: Play) -> None:
    broken(play, photo=True).tap(Action.TAKE_PHOTO)
    play.happen(DeviceFailed("camera", "frozen", play.visit.attempt, photo=True))
    assert play.screen == "trouble"
    assert {Action.TAKE_PHOTO, Action.TRY_AGAIN, Action.BACK, Action.CALL} <= set(play.frame.actions)
    assert isinstance(play.tap(Action.TRY_AGAIN)[0], ScanSheet)


def test_a_photo_that_is_not_wanted_any_more_is_thrown_away(play: Play) -> None:
    broken(play, photo=True).taps([Action.TAKE_PHOTO, Action.CANCEL_SCAN])
    assert play.screen == "place_sheet"
    play.happen(SheetAccepted(play.visit.attempt, "p1", "image", "thumb"))
    assert (play.screen, play.visit.pages) == ("place_sheet", ())
