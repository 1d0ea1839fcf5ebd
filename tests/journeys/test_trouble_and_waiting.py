"""Faults, time-outs, calls and restarts: the visitor is never stuck and never exposed."""

import datetime as dt
from dataclasses import replace

import pytest

from kiosk.journey.actions import Action
from kiosk.journey.effects import (
    CallHelp,
    CancelHelp,
    EndVisit,
    LeaveInterrupted,
    LetHelpStand,
    RestoreVisit,
    ScanSheet,
    StartTimer,
    StopTimer,
)
from kiosk.journey.events import (
    DeviceFailed,
    DeviceSensed,
    HelpChanged,
    RestoredPage,
    ShareAsked,
    SheetAccepted,
    Started,
    TimerFired,
    VisitRestored,
)
from kiosk.journey.model import Interrupted, IssuedReceipt, Step
from kiosk.journey.reducer import IDLE
from kiosk.journey.views import CallCover, Comfort, HelpState, HelpView, StillThere, TextSize, Theme, Volume
from kiosk.journey.visit_views import Resume, Trouble

AT = dt.datetime(2026, 9, 14, 14, 5, tzinfo=dt.UTC)


def test_a_passing_fault_is_tried_once_more_then_told(play):
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    assert ScanSheet(2) in play.happen(DeviceFailed("scanner", "io_error", 1, may_pass=True))
    assert play.screen == "scanning"
    play.happen(DeviceFailed("scanner", "io_error", 2, may_pass=True))
    assert play.frame.screen == Trouble("scanner", "io_error", 0)


def test_a_jam_never_ends_the_visit(play):
    play.to_first_sheet().accept("p1").taps([Action.CONTINUE, Action.ADD_SHEET, Action.SHEET_PLACED])
    play.happen(DeviceFailed("scanner", "jammed", play.visit.attempt))
    assert play.frame.screen == Trouble("scanner", "jammed", 1)
    play.tap(Action.TRY_AGAIN)
    play.happen(SheetAccepted(play.visit.attempt, "p2", "", ""))
    assert [page.id for page in play.visit.pages] == ["p1", "p2"]


def test_a_scanner_that_is_away_is_waited_for_and_the_page_asked_again(play):
    play.to_first_sheet().accept("p1").taps([Action.CONTINUE, Action.ADD_SHEET, Action.SHEET_PLACED])
    play.happen(DeviceFailed("scanner", "io_error", play.visit.attempt))
    play.happen(DeviceSensed("scanner", "unplugged", 100.0))
    assert play.frame.screen == Trouble("scanner", "unplugged", 1, since=100.0)
    serial = play.frame.serial
    play.happen(DeviceSensed("scanner", "unplugged", 101.0))
    assert play.frame.serial == serial  # no frame for each second
    play.tap(Action.TRY_AGAIN)
    play.happen(DeviceFailed("scanner", "unplugged", play.visit.attempt))
    assert play.frame.screen == Trouble("scanner", "unplugged", 1, since=100.0)
    play.happen(DeviceSensed("scanner", "", 130.0))
    assert play.frame.screen == Trouble("scanner", "unplugged", 1, back=True)
    play.tap(Action.TRY_AGAIN)
    play.happen(SheetAccepted(play.visit.attempt, "p2", "", ""))
    assert [page.id for page in play.visit.pages] == ["p1", "p2"]
    play.taps([Action.CONTINUE, Action.ADD_SHEET, Action.SHEET_PLACED])
    play.happen(DeviceFailed("scanner", "jammed", play.visit.attempt))
    assert play.frame.screen == Trouble("scanner", "jammed", 2)  # a trouble of its own


def test_a_scanner_that_was_there_all_along_is_not_said_to_be_back(play):
    play.to_first_sheet().tap(Action.SHEET_PLACED)
    play.happen(DeviceFailed("scanner", "no_paper", 1))
    play.happen(DeviceSensed("scanner", "", 100.0))
    play.happen(DeviceSensed("printer", "jammed", 100.0))
    assert play.frame.screen == Trouble("scanner", "no_paper", 0)
    play.tap(Action.BACK)
    assert play.happen(DeviceSensed("scanner", "unplugged", 101.0)) == ()
    assert play.screen == "place_sheet"


def test_a_full_disk_while_sending_keeps_the_pages(play):
    play.to_first_sheet().accept("p1")
    play.visit = play.visit.__class__(**{**_fields(play.visit), "step": Step.SENDING})
    play.happen(DeviceFailed("storage", "disk_full"))
    assert play.frame.screen == Trouble("storage", "disk_full", 1)
    play.tap(Action.BACK)
    assert play.screen == "review"


def _fields(visit):
    return {name: getattr(visit, name) for name in visit.__dataclass_fields__}


def test_silence_warns_then_erases(play):
    play.to_first_sheet().accept("p1")
    play.happen(TimerFired(IDLE))
    assert play.frame.overlay == StillThere(30)
    effects = play.happen(TimerFired(IDLE))
    assert EndVisit("abandoned") in effects and play.screen == "standby" and play.visit.pages == ()


def test_a_touch_takes_the_warning_away_as_often_as_needed(play):
    play.to_first_sheet()
    for _ in range(12):
        play.happen(TimerFired(IDLE))
        play.tap(Action.STILL_HERE)
    assert play.screen == "place_sheet" and play.frame.overlay is None


def test_who_waits_for_a_human_is_covered_and_loses_nothing(play):
    play.to_first_sheet().accept("p1").tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SENT))
    for _ in range(12):
        assert StartTimer(IDLE, 600) in play.happen(TimerFired(IDLE))
        assert play.frame.overlay == CallCover() and play.frame.help == HelpView(HelpState.SENT)
        assert StartTimer(IDLE, 75) in play.tap(Action.STILL_HERE)
    assert play.screen == "page_accepted" and play.frame.overlay is None
    assert [page.id for page in play.visit.pages] == ["p1"]


def test_who_called_and_walked_away_is_asked_then_put_away_and_the_call_stands(play):
    play.to_first_sheet().accept("p1").tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SEEN, "Sofia"))
    play.happen(TimerFired(IDLE))
    play.happen(TimerFired(IDLE))
    assert play.frame.overlay == StillThere(30)
    effects = play.happen(TimerFired(IDLE))
    assert EndVisit("abandoned") in effects and LetHelpStand() in effects and CancelHelp() not in effects
    assert play.screen == "standby" and play.visit.pages == () and play.frame.help is None


def test_a_finger_on_the_last_question_brings_the_visit_back_though_a_call_stands(play):
    play.to_first_sheet().tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SENT))
    play.happen(TimerFired(IDLE))
    play.happen(TimerFired(IDLE))
    play.tap(Action.STILL_HERE)
    assert play.screen == "place_sheet" and play.frame.overlay is None and play.frame.help is not None


def test_a_call_that_moves_beneath_the_cover_is_shown_on_it(play):
    play.to_first_sheet().tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SENT))
    play.happen(TimerFired(IDLE))
    play.happen(HelpChanged(HelpState.COMING, "Sofia"))
    assert play.frame.overlay == CallCover() and play.frame.help == HelpView(HelpState.COMING, "Sofia")


def test_a_call_that_ends_beneath_the_cover_uncovers_nothing(play):
    play.to_first_sheet().accept("p1").tap(Action.CALL)
    play.happen(HelpChanged(HelpState.COMING, "Sofia"))
    play.happen(TimerFired(IDLE))
    assert StartTimer(IDLE, 30) in play.happen(HelpChanged(HelpState.CLOSED))
    assert play.frame.overlay == StillThere(30) and play.frame.help is None
    assert EndVisit("abandoned") in play.happen(TimerFired(IDLE))


def test_nobody_may_ask_to_see_what_is_covered(play):
    play.to_first_sheet().tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SEEN, "Sofia"))
    play.happen(TimerFired(IDLE))
    play.happen(ShareAsked("Sofia"))
    assert play.frame.overlay == CallCover()


def test_the_receipt_of_who_called_and_walked_away_makes_room_for_the_next(play):
    play.to_first_sheet().accept("p1")
    receipt = IssuedReceipt("perpignan-01-000001", AT, 1, "PROOF")
    play.visit = replace(play.visit, step=Step.RECEIPT, receipt=receipt, help=HelpView(HelpState.SENT))
    assert StartTimer(IDLE, 600) in play.happen(TimerFired(IDLE))
    assert EndVisit("finished") in play.happen(TimerFired(IDLE))
    assert play.screen == "goodbye" and play.frame.overlay is None
    for _ in range(2):
        effects = play.happen(TimerFired(IDLE))
    assert LetHelpStand() in effects and play.screen == "standby"


def test_the_machine_does_not_count_its_own_time(play):
    play.to_first_sheet()
    assert StopTimer(IDLE) in play.tap(Action.SHEET_PLACED)


def test_slow_mode_waits_three_times_as_long(play):
    play.to_first_sheet().tap(Action.OPEN_COMFORT)
    play.tap(Action.SET_SLOW, "yes")
    assert StartTimer(IDLE, 75 * 3) in play.tap(Action.CLOSE)


def test_comfort_settings_do_not_reach_the_next_visitor(play):
    play.to_first_sheet().tap(Action.OPEN_COMFORT)
    play.tap(Action.SET_TEXT_SIZE, "largest")
    play.tap(Action.SET_THEME, "night")
    play.tap(Action.SET_VOLUME, "loud")
    assert play.frame.comfort == Comfort(TextSize.LARGEST, Theme.NIGHT, volume=Volume.LOUD)
    play.taps([Action.CLOSE, Action.BACK, Action.ERASE_ALL])
    assert play.frame.comfort == Comfort() and play.screen == "standby"


def test_a_call_goes_through_its_states(play):
    assert CallHelp(Step.STANDBY, "fr") in play.tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SENT, position=2))
    assert play.frame.help == HelpView(HelpState.SENT, None, 2)
    play.happen(HelpChanged(HelpState.COMING, "Sofia"))
    assert Action.CANCEL_CALL not in play.frame.actions
    play.happen(HelpChanged(HelpState.CLOSED))
    assert play.frame.help is None and play.frame.overlay is None


def test_a_call_can_be_cancelled_with_one_tap(play):
    play.tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SENT))
    assert CancelHelp() in play.tap(Action.CANCEL_CALL)
    assert play.frame.help is None


def test_a_second_tap_on_call_makes_no_second_call(play):
    play.tap(Action.CALL)
    play.happen(HelpChanged(HelpState.SENT))
    play.tap(Action.CLOSE)
    assert not any(isinstance(effect, CallHelp) for effect in play.tap(Action.CALL))


def test_a_call_stands_when_the_visitor_walks_away(play):
    play.to_first_sheet().tap(Action.DECLINE if Action.DECLINE in play.frame.actions else Action.BACK)
    play.tap(Action.ERASE_ALL)
    play.to_first_sheet()
    play.visit = play.visit.__class__(**{**_fields(play.visit), "step": Step.GOODBYE, "help": None, "overlay": None})
    assert EndVisit("finished") in play.happen(TimerFired(IDLE))
    assert LetHelpStand() not in play.effects


def test_a_restart_asks_whose_visit_it_is_and_shows_nothing_of_it(play):
    play.happen(Started(Interrupted("v1", 2, sent=False)))
    assert play.frame.screen == Resume(2, sent=False)
    assert RestoreVisit("v1") in play.tap(Action.RESUME)
    page = RestoredPage("p1", True, "payslip", "2026-01", "Boulangerie", (), "")
    play.happen(VisitRestored("v1", "en", "ft.bulletins", (page,)))
    assert play.screen == "another_sheet" and play.frame.language == "en"


@pytest.mark.parametrize("leave", [lambda play: play.tap(Action.NOT_ME), lambda play: play.happen(TimerFired(IDLE))])
def test_someone_else_does_not_get_the_interrupted_visit(play, leave):
    play.happen(Started(Interrupted("v1", 2, sent=True)))
    assert LeaveInterrupted("v1") in leave(play)
    assert play.screen == "standby" and play.visit.interrupted is None


def test_what_does_not_work_is_said_before_a_visit_starts(play):
    play.happen(Started(None, ("printer",)))
    assert play.frame.screen.out_of_order == ("printer",)
