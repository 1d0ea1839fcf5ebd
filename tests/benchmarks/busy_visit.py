"""A visit played while its pages are read. Arguments: socket, folder, sheets. Leaves busy.json."""

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from kiosk.journey.visit_views import Checking
from kiosk.screens.main import run
from kiosk.screens.player import Player, Step

if TYPE_CHECKING:
    from kiosk.screens.app import KioskApp

PACE_S = 0.6
"""Just above the time in which a second tap is swallowed."""
GUIDE = "ft.bulletins"
BEFORE = 5
"""Taps before the first sheet, which do not count: nothing is read yet."""


def steps(sheets: int) -> list[Step]:
    """To the first sheet, the sheets with the comfort panel opened and changed over each, and the end of the pile."""
    sheet = (
        Step("place_sheet", Action.SHEET_PLACED),
        Step("page_accepted", Action.OPEN_COMFORT),
        Step("page_accepted", Action.SET_THEME, "night", overlay="comfort"),
        Step("page_accepted", Action.SET_THEME, "clear", overlay="comfort"),
        Step("page_accepted", Action.CLOSE, overlay="comfort"),
        Step("page_accepted", Action.CONTINUE),
    )
    start = (
        Step("standby", Action.START),
        Step("choose_language", Action.CHOOSE_LANGUAGE, "fr"),
        Step("home", Action.CHOOSE_JOB, "send"),
        Step("choose_guide", Action.CHOOSE_GUIDE, GUIDE),
        Step("consent", Action.AGREE),
    )
    more = (Step("another_sheet", Action.ADD_SHEET), *sheet)
    return [*start, *sheet, *more * (sheets - 1), Step("another_sheet", Action.THAT_IS_ALL)]


class BusyPlayer(Player):
    """Takes no pictures; times each frame that brings another screen, from its arrival to the flip of the window."""

    def __init__(self, sheets: int, out: Path) -> None:
        super().__init__(steps(sheets), out, pace=PACE_S, patience=120)
        self.transitions: list[float] = []
        self.unread = 0
        self._began: float | None = None

    def attach(self, app: "KioskApp") -> None:
        from kivy.core.window import Window

        super().attach(app)
        show = app.show

        def timed(frame: Frame, pictures: Any) -> None:
            if app.frame is not None and app.frame.screen.screen != frame.screen.screen:
                self._began = time.monotonic()
            if isinstance(frame.screen, Checking):
                self.unread = max(self.unread, frame.screen.pages - frame.screen.read)
            show(frame, pictures)

        app.show = timed  # type: ignore[method-assign]
        Window.bind(on_flip=self._flipped)

    def _flipped(self, *_: object) -> None:
        if self._began is not None:
            self.transitions.append((time.monotonic() - self._began) * 1000)
            self._began = None

    def _shoot(self, frame: Frame) -> None:
        pass


def main() -> int:
    socket_path, out, sheets = sys.argv[1:]
    player = BusyPlayer(int(sheets), Path(out))
    status = run(Path(socket_path), windowed=True, player=player)
    if player.failure:
        sys.stderr.write(player.failure + "\n")
    taps = [seconds * 1000 for _, seconds in player.timings.taps[BEFORE:]]
    told = {"taps_ms": taps, "transitions_ms": player.transitions, "unread": player.unread}
    (Path(out) / "busy.json").write_text(json.dumps(told))
    return status


if __name__ == "__main__":
    sys.exit(main())
