"""What those who work here see: the badge, the pad for its PIN, the staff screen. Facts, never words."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Readiness(StrEnum):
    """How a device did when it was last tried."""

    READY = "ready"
    FAULTY = "faulty"
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """One device: `fault` is a code when it is faulty, `good_at` the last time that it worked.

    `reason` is a printer's own word (printer-state-reasons) for its fault, or a warning of one that works.
    """

    device: str
    readiness: Readiness = Readiness.UNTRIED
    fault: str = ""
    good_at: dt.datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BadgeSeen:
    """A card is in the reader. `fault` is why it opens nothing; empty while it is being read."""

    fault: str = ""
    screen: Literal["badge_seen"] = "badge_seen"


@dataclass(frozen=True, slots=True)
class PinPad:
    """Whose badge it is, and how many digits were typed: never which. `tries_left` is the card's own counter."""

    holder: str
    role: str
    digits: int
    tries_left: int
    refused: bool = False
    checking: bool = False
    screen: Literal["pin_pad"] = "pin_pad"


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """The devices, and what the last action gave: `said` is a code, `busy` while one is under way."""

    holder: str
    role: str
    devices: tuple[DeviceFacts, ...]
    busy: bool = False
    said: str = ""
    visitor_waits: bool = False
    """A visit is kept beneath."""

    screen: Literal["staff_room"] = "staff_room"


@dataclass(frozen=True, slots=True)
class NumberPad:
    """The number of a receipt as far as it was typed."""

    typed: str
    screen: Literal["number_pad"] = "number_pad"


StaffScreen = BadgeSeen | PinPad | StaffRoom | NumberPad
