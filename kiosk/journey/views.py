"""What each screen shows: facts, never words. The screens put them into the visitor's language.

A frame is all that the interface needs to draw from nothing, so that it may crash and come back at any moment.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from kiosk.journey.actions import Action
from kiosk.journey.job_views import JobScreen
from kiosk.journey.staff_views import StaffScreen
from kiosk.journey.visit_views import VisitScreen
from kiosk.journey.zoom import Zoom


class TextSize(StrEnum):
    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Theme(StrEnum):
    CLEAR = "clear"
    NIGHT = "night"
    SOFT = "soft"
    CONTRAST = "contrast"


class Volume(StrEnum):
    """How loud the screens speak."""

    QUIET = "quiet"
    NORMAL = "normal"
    LOUD = "loud"


@dataclass(frozen=True, slots=True)
class Comfort:
    """How the visitor wants to see and hear the screen; back to the default at the end of every visit."""

    text_size: TextSize = TextSize.NORMAL
    theme: Theme = Theme.CLEAR
    slow: bool = False
    volume: Volume = Volume.NORMAL


Screen = VisitScreen | JobScreen | StaffScreen


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody touched anything for long; `seconds` until everything is erased. Private data is covered."""

    seconds: int
    overlay: Literal["still_there"] = "still_there"


@dataclass(frozen=True, slots=True)
class CallCover:
    """A call stands and nobody touched anything for long: private data is covered until a touch. Nothing is lost."""

    overlay: Literal["call_cover"] = "call_cover"


@dataclass(frozen=True, slots=True)
class ComfortPanel:
    overlay: Literal["comfort"] = "comfort"


@dataclass(frozen=True, slots=True)
class ConfirmErase:
    """`pages` that would be erased."""

    pages: int
    overlay: Literal["confirm_erase"] = "confirm_erase"


@dataclass(frozen=True, slots=True)
class CallPanel:
    """The call for a human, opened over any screen."""

    overlay: Literal["call"] = "call"


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """A mediator asks to see this screen. Asked anew each time; no answer is no."""

    mediator: str | None = None
    overlay: Literal["share_request"] = "share_request"


Overlay = StillThere | CallCover | ComfortPanel | ConfirmErase | Zoom | CallPanel | ShareRequest


class HelpState(StrEnum):
    """How far a call for a human has come."""

    SENT = "sent"
    SEEN = "seen"
    COMING = "coming"
    HERE = "here"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class HelpView:
    """The call under way. `mediator` is the first name of who answers; `position` in the queue, 1 is next.

    `late` once nobody has seen it for long; `closed` when the space is: then `opens_at` is when somebody comes, None
    where that is not known. `slip` once a ticket with the number, the hours and the telephone is out.
    """

    state: HelpState
    mediator: str | None = None
    position: int = 1
    late: bool = False
    closed: bool = False
    opens_at: dt.datetime | None = None
    phone: str = ""
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the interface draws. `serial` grows by one at each change; a tap names the one it was made on."""

    serial: int
    screen: Screen
    language: str
    comfort: Comfort
    actions: tuple[Action, ...]
    """What may be tapped now, the fixed bar included."""
    progress: tuple[int, int] | None = None
    """Step reached, steps in all; None outside a visit."""
    overlay: Overlay | None = None
    help: HelpView | None = None
    sharing: bool = False
    """A mediator sees this screen now, with the visitor's yes."""
    highlight: Action | None = None
    """The button that the mediator points at."""
