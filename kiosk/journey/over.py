"""What a tap does on an overlay or on the fixed bar, whatever the screen below."""

from dataclasses import replace

from kiosk.journey.actions import Action
from kiosk.journey.effects import CallHelp, CancelHelp
from kiosk.journey.endings import Outcome, leave, say_goodbye
from kiosk.journey.model import Rules, Visit
from kiosk.journey.sharing import share_tapped
from kiosk.journey.views import CallPanel, Comfort, ComfortPanel, TextSize, Theme, Volume
from kiosk.journey.zoom import Zoom, ZoomPart

_SIZES = {size.value: size for size in TextSize}
_THEMES = {theme.value: theme for theme in Theme}


def _comfort(visit: Visit, comfort: Comfort) -> Outcome:
    return replace(visit, comfort=comfort), ()


def tap_over(visit: Visit, action: Action, value: str | None, rules: Rules) -> Outcome | None:
    """The outcome of a tap that does not depend on the step; None where it does."""
    match action:
        case Action.CALL:
            panel = replace(visit, overlay=CallPanel())
            if visit.help is not None:
                return panel, ()
            return panel, (CallHelp(visit.step, visit.language),)
        case Action.CANCEL_CALL:
            return replace(visit, overlay=None, help=None, sharing=False, highlight=None), (CancelHelp(),)
        case Action.SHARE_YES | Action.SHARE_NO | Action.STOP_SHARING:
            return share_tapped(visit, action, rules)
        case Action.ZOOM:
            part = ZoomPart.BOTTOM if value == ZoomPart.BOTTOM else ZoomPart.TOP
            return replace(visit, overlay=Zoom(part)), ()
        case Action.OPEN_COMFORT:
            return replace(visit, overlay=ComfortPanel()), ()
        case Action.CLOSE | Action.STILL_HERE:
            return replace(visit, overlay=None), ()
        case Action.SET_TEXT_SIZE if value is not None and value in _SIZES:
            return _comfort(visit, replace(visit.comfort, text_size=_SIZES[value]))
        case Action.SET_THEME if value is not None and value in _THEMES:
            return _comfort(visit, replace(visit.comfort, theme=_THEMES[value]))
        case Action.SET_SLOW if value in ("yes", "no"):
            return _comfort(visit, replace(visit.comfort, slow=value == "yes"))
        case Action.SET_VOLUME if value in tuple(Volume):
            return _comfort(visit, replace(visit.comfort, volume=Volume(value)))
        case Action.SET_TEXT_SIZE | Action.SET_THEME | Action.SET_SLOW | Action.SET_VOLUME:
            return visit, ()
        case Action.ERASE_ALL if visit.overlay is not None:
            return say_goodbye(visit, "erased") if visit.pages else leave(visit, "erased")
        case _:
            return None
