"""A mediator sees the screen only with a yes on it, for a while; pointing at a button presses nothing."""

from kiosk.journey.actions import Action
from kiosk.journey.effects import StartTimer
from kiosk.journey.events import HelpChanged, Highlighted, ShareAsked, ShareEnded, TimerFired
from kiosk.journey.views import HelpState, ShareRequest
from tests.journeys.conftest import Play


def test_yes_each_time_and_it_ends_by_itself(play: Play) -> None:
    play.to_first_sheet()
    effects = play.happen(ShareAsked("Sofia"))
    assert play.frame.overlay == ShareRequest("Sofia") and not play.frame.sharing
    assert StartTimer("share_answer", play.rules.delays.share_answer) in effects
    assert StartTimer("sharing", play.rules.delays.sharing) in play.tap(Action.SHARE_YES)
    assert play.frame.sharing and play.frame.overlay is None
    play.happen(TimerFired("sharing"))
    assert not play.frame.sharing
    play.happen(ShareAsked("Sofia"))
    assert not play.frame.sharing, "a yes is good for one time"


def test_no_answer_is_no(play: Play) -> None:
    play.to_first_sheet()
    play.happen(ShareAsked())
    play.happen(TimerFired("share_answer"))
    assert play.frame.overlay is None and not play.frame.sharing


def test_no_is_no(play: Play) -> None:
    play.to_first_sheet()
    play.happen(ShareAsked())
    play.tap(Action.SHARE_NO)
    assert play.frame.overlay is None and not play.frame.sharing


def test_nobody_says_yes_for_somebody_else(play: Play) -> None:
    play.happen(ShareAsked("Sofia"))
    assert play.frame.overlay is None


def test_the_visitor_stops_it_and_so_does_the_end_of_the_call(play: Play) -> None:
    play.to_first_sheet()
    play.happen(HelpChanged(HelpState.HERE, "Sofia"))
    for stop in (
        lambda: play.taps([Action.CALL, Action.STOP_SHARING]),
        lambda: play.happen(HelpChanged(HelpState.CLOSED)),
        lambda: play.happen(ShareEnded()),
    ):
        play.happen(ShareAsked("Sofia"))
        play.tap(Action.SHARE_YES)
        assert play.frame.sharing
        stop()
        assert not play.frame.sharing


def test_a_button_is_pointed_at_and_only_the_visitor_presses_it(play: Play) -> None:
    play.to_first_sheet()
    play.happen(Highlighted(Action.SHEET_PLACED))
    assert play.frame.highlight is None, "nothing is pointed at on a screen that is not shared"
    play.happen(ShareAsked())
    play.tap(Action.SHARE_YES)
    play.happen(Highlighted(Action.SEND))
    assert play.frame.highlight is None, "only what is on the screen"
    before = play.frame.screen
    play.happen(Highlighted(Action.SHEET_PLACED))
    assert play.frame.highlight is Action.SHEET_PLACED and play.frame.screen == before
    play.tap(Action.SHEET_PLACED)
    assert play.frame.highlight is None
