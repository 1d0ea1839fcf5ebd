"""The visit of the demonstration: three payslips, one of them blurred, a month that is missing, and a call."""

from pathlib import Path

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame, HelpState
from kiosk.journey.visit_views import MissingMonths, PageAccepted
from kiosk.screens.player import PACE_S, Player, Step

GUIDE = "ft.bulletins"


def _read(frame: Frame) -> bool:
    """The text of the page is known: the picture is worth waiting for."""
    return isinstance(frame.screen, PageAccepted) and not frame.screen.reading


def _is_coming(frame: Frame) -> bool:
    return frame.help is not None and frame.help.state is HelpState.COMING


def _lacks_a_month(frame: Frame) -> bool:
    return isinstance(frame.screen, MissingMonths) and bool(frame.screen.months)


def _sheet() -> list[Step]:
    return [Step("place_sheet", Action.SHEET_PLACED)]


def _kept() -> list[Step]:
    return [Step("page_accepted", Action.CONTINUE, when=_read)]


def _another() -> list[Step]:
    return [Step("another_sheet", Action.ADD_SHEET)]


STEPS = (
    Step("standby", Action.START),
    Step("choose_language", Action.CHOOSE_LANGUAGE, "fr"),
    Step("home", Action.CHOOSE_JOB, "send"),
    Step("choose_guide", Action.CHOOSE_GUIDE, GUIDE),
    Step("consent", Action.AGREE),
    *_sheet(),
    *_kept(),
    *_another(),
    *_sheet(),
    Step("page_refused", Action.CALL),
    Step("page_refused", Action.CLOSE, overlay="call", when=_is_coming),
    Step("page_refused", Action.RESCAN),
    *_sheet(),
    *_kept(),
    *_another(),
    *_sheet(),
    *_kept(),
    Step("another_sheet", Action.THAT_IS_ALL),
    Step("missing_months", Action.DO_NOT_HAVE_IT, when=_lacks_a_month),
    Step("review", Action.SEND),
    Step("receipt", Action.RECEIPT_TAKEN),
    Step("goodbye", Action.ALL_TAKEN),
)


def demo_player(out: Path, pace: float = PACE_S) -> Player:
    """A player of the demonstration, which leaves its pictures and timings in `out`."""
    return Player(STEPS, out, pace=pace)
