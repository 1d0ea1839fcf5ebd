"""What those who work here can ask the core to do. Each answers with a `StaffEvent`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Give the PIN to the card once; answers `BadgeOpened`, `PinRefused` or `BadgeRefused`."""

    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TryDevices:
    """Really use each device; answers `DevicesTried`, then `StaffActionDone`."""


@dataclass(frozen=True, slots=True)
class ReadTestSheet:
    """Scan the printed test sheet and look for its code; answers as `TryDevices`."""


@dataclass(frozen=True, slots=True)
class ReprintByNumber:
    """Print the papers of an old submission again, marked; answers `StaffActionDone`."""

    digits: str


@dataclass(frozen=True, slots=True)
class PairConsole:
    """A code that lets a browser into the console; answers `StaffActionDone("code.XXXX-XXXX")`."""


StaffEffect = CheckPin | TryDevices | ReadTestSheet | ReprintByNumber | PairConsole
