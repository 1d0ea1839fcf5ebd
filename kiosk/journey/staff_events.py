"""Everything that can happen to a badge, and to what is done behind it."""

from dataclasses import dataclass

from kiosk.journey.staff_views import DeviceFacts


@dataclass(frozen=True, slots=True)
class BadgeInserted:
    """A card is in the reader; nobody knows yet whose."""


@dataclass(frozen=True, slots=True)
class BadgeKnown:
    """The badge is one of ours: whose it is and what they do here, before any PIN."""

    holder: str
    role: str
    tries_left: int


@dataclass(frozen=True, slots=True)
class BadgeRefused:
    """The card opens nothing. `fault` is a code that the screen has words for."""

    fault: str


@dataclass(frozen=True, slots=True)
class BadgeRemoved:
    """The card is out, or its reader is gone."""


@dataclass(frozen=True, slots=True)
class PinRefused:
    """The card counted a try. `tries_left` 0: it is blocked."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class BadgeOpened:
    """The card signed our challenge after the PIN."""


@dataclass(frozen=True, slots=True)
class DevicesTried:
    """What is known of each device now."""

    devices: tuple[DeviceFacts, ...]


@dataclass(frozen=True, slots=True)
class StaffActionDone:
    """An action behind the badge came to its end; `said` is a code of how."""

    said: str


StaffEvent = (
    BadgeInserted | BadgeKnown | BadgeRefused | BadgeRemoved | PinRefused | BadgeOpened | DevicesTried | StaffActionDone
)
