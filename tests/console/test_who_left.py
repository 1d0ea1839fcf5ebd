"""Who calls and walks away: their screen is covered, then free for the next one, and the mediators are told."""

from pathlib import Path

from kiosk.journey.actions import Action
from kiosk.journey.views import CallCover
from tests.console.conftest import OPEN
from tests.support.console import running_console
from tests.support.running_core import running_core

PACE = "0.02"
"""75 seconds without a touch are 1.5 here, ten minutes 12."""


def test_the_call_of_who_walked_away_stands_and_says_that_nobody_is_there(tmp_path: Path) -> None:
    environment = {"KIOSK_OPENING_HOURS": OPEN, "KIOSK_PACE": PACE}
    with running_core(tmp_path, **environment) as core, running_console(tmp_path, **environment) as console:
        screen = core.screen()
        screen.at("standby")
        mediator = console.enter()
        screen.tap(Action.START)
        screen.tap(Action.CALL)
        screen.until(lambda frame: frame.overlay == CallCover())
        mediator.until(lambda event: "Personne ne touche l’écran." in str(event["html"]))
        screen.tap(Action.STILL_HERE)
        assert screen.until(lambda frame: frame.overlay is None).help is not None
        screen.at("standby")
        event = mediator.until(lambda event: "Personne devant la borne." in str(event["html"]))
        assert event["ring"], "it goes on ringing until somebody has seen it"
