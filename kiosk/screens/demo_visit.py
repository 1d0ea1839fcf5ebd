"""The visit of the demonstration: three payslips, one blurred at first, one month missing, a call on the way."""

from pathlib import Path

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame, PageAccepted
from kiosk.screens.player import Player, Step


def _read(frame: Frame) -> bool:
    return isinstance(frame.screen, PageAccepted) and not frame.screen.reading


def _sheet(again: bool = False) -> list[Step]:
    """Lay a sheet down; a blurred one is laid down again."""
    place = Step("place_sheet", Action.SHEET_PLACED)
    return [place, Step("page_refused", Action.RESCAN), place] if again else [place]


VISIT = (
    Step("standby", Action.START),
    Step("choose_language", Action.CHOOSE_LANGUAGE, "fr"),
    Step("choose_guide", Action.CHOOSE_GUIDE, "ft.bulletins"),
    Step("consent", Action.AGREE),
    *_sheet(),
    Step("page_accepted", Action.CONTINUE, when=_read),
    Step("another_sheet", Action.ADD_SHEET),
    *_sheet(again=True),
    Step("page_accepted", Action.CALL, when=_read),
    Step("page_accepted", Action.CONTINUE),  # once the mediator has closed the call, and its panel with it
    Step("another_sheet", Action.ADD_SHEET),
    *_sheet(),
    Step("page_accepted", Action.CONTINUE, when=_read),
    Step("another_sheet", Action.THAT_IS_ALL),
    Step("missing_months", Action.DO_NOT_HAVE_IT),
    Step("review", Action.SEND),
    Step("receipt", Action.RECEIPT_TAKEN),
    Step("goodbye", Action.ALL_TAKEN),
)


def demo_player(out: Path, pace: float) -> Player:
    """Plays `VISIT`, leaving its pictures in `out`; `pace` seconds from seeing a screen to touching it."""
    return Player(VISIT, out, pace=pace)
