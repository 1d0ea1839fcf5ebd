"""What every channel can do, and everything that can come of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class DeliveryFault(StrEnum):
    """Why the bundle did not leave."""

    BUNDLE_MISSING = "bundle_missing"
    BUNDLE_DAMAGED = "bundle_damaged"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    """The other side said no for good."""
    LATER = "later"
    """The other side said: not now."""
    NOT_TRUSTED = "not_trusted"
    """The other side cannot show who it is: nothing is given to it."""
    TOO_BIG = "too_big"
    TIMED_OUT = "timed_out"
    ANSWER_LOST = "answer_lost"
    """The last byte was given over and no answer came."""
    NOT_SET_UP = "not_set_up"
    DETAILS_MISSING = "details_missing"
    DISABLED = "disabled"
    OTHER = "other"

    @property
    def worth_retrying(self) -> bool:
        """Whether the same thing may work later."""
        return self in (DeliveryFault.UNREACHABLE, DeliveryFault.TIMED_OUT, DeliveryFault.LATER, DeliveryFault.OTHER)


@dataclass(frozen=True, slots=True)
class DeliveryItem:
    """What is handed over. `bundle` is sealed bytes (age), never shown in a log; `opened` gives it in clear.

    `key` is the idempotency key of this attempt: a channel that has delivered it says so again, and does nothing.
    `details` are what a mediator typed for this way (a name, the fields of a form). `passed` messages left before.
    """

    submission_id: str
    number: str
    guide_id: str
    bundle: bytes = field(repr=False)
    key: str = ""
    attempt: int = 1
    opened: Callable[[], bytes] | None = field(default=None, repr=False)
    details: Mapping[str, str] = field(default_factory=dict, repr=False)
    parts: int = 0
    passed: int = 0
    planned_at: dt.datetime = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Delivered:
    """It left the site. `reference` is the name the other side gave it, when it gave one."""

    reference: str | None = None


@dataclass(frozen=True, slots=True)
class WaitingForMediator:
    """It is in the outbox of the site: sent only once a mediator says so."""


@dataclass(frozen=True, slots=True)
class WaitingForVisitor:
    """The other side holds a draft; it is sent only once the visitor validates it. `keep` is what opens it again."""

    reference: str
    keep: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Perhaps it left: the last byte was given over, and the answer was lost. It is not tried again blindly."""

    fault: DeliveryFault = DeliveryFault.ANSWER_LOST


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not leave, and nothing of it is under way."""

    fault: DeliveryFault


DeliveryOutcome = Delivered | WaitingForMediator | WaitingForVisitor | Unsure | Failed


class Hand(Protocol):
    """Told by a channel at the only moments that matter after a crash; on return it is on the disk."""

    def in_hand(self, part: int, parts: int) -> None:
        """The next byte given over may make message `part` (from 1) of `parts` leave."""

    def passed(self, part: int) -> None:
        """Message `part` left: the other side said so."""

    def kept(self) -> None:
        """The other side said no: nothing is in hand."""


class NoHand:
    """For a channel with no such moment."""

    def in_hand(self, part: int, parts: int) -> None: ...

    def passed(self, part: int) -> None: ...

    def kept(self) -> None: ...


class Channel(Protocol):
    """A way out of the site. Calls block: they are made in a thread or a process with a deadline."""

    @property
    def name(self) -> str:
        """The code of the channel, as written on receipts."""

    @property
    def repeatable(self) -> bool:
        """Whether asking twice does no harm: then a crash in the middle is simply begun again."""

    def deliver(self, item: DeliveryItem, hand: Hand) -> DeliveryOutcome:
        """Hand `item` over, or say why not. Delivering the same item twice is delivering it once."""
