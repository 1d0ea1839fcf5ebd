"""What every channel can do, and everything that can come of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class DeliveryFault(StrEnum):
    """Why the bundle did not leave."""

    BUNDLE_MISSING = "bundle_missing"
    BUNDLE_DAMAGED = "bundle_damaged"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    TOO_BIG = "too_big"
    TIMED_OUT = "timed_out"
    DISABLED = "disabled"
    OTHER = "other"

    @property
    def worth_retrying(self) -> bool:
        """Whether the same thing may work later."""
        return self in (DeliveryFault.UNREACHABLE, DeliveryFault.TIMED_OUT, DeliveryFault.OTHER)


@dataclass(frozen=True, slots=True)
class DeliveryItem:
    """What is handed over. `bundle` is sealed bytes (age), never shown in a log.

    `submission_id` is also the idempotency key: a channel that has delivered it says so again, and does nothing.
    """

    submission_id: str
    number: str
    guide_id: str
    bundle: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Delivered:
    """It left the site. `reference` is the name the other side gave it, when it gave one."""

    reference: str | None = None


@dataclass(frozen=True, slots=True)
class WaitingForMediator:
    """It is in the outbox of the site: sent only once a mediator says so."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not leave, and nothing of it is under way."""

    fault: DeliveryFault


DeliveryOutcome = Delivered | WaitingForMediator | Failed


class Channel(Protocol):
    """A way out of the site. Calls block: they are made in a thread or a process with a deadline."""

    @property
    def name(self) -> str:
        """The code of the channel, as written on receipts."""

    def deliver(self, item: DeliveryItem) -> DeliveryOutcome:
        """Hand `item` over, or say why not. Delivering the same item twice is delivering it once."""
