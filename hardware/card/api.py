"""What every badge reader can do, and everything that can happen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

CHALLENGE_BYTES = 32
"""A fresh random number for each sign-in, drawn by whoever will check the signature."""


class CardFault(StrEnum):
    """Why nobody is signed in."""

    NO_READER = "no_reader"
    SERVICE_DOWN = "service_down"
    NO_CARD = "no_card"
    TWO_CARDS = "two_cards"
    WRONG_CARD = "wrong_card"
    UNREADABLE = "unreadable"
    REMOVED = "removed"
    INTERRUPTED = "interrupted"
    WRONG_PIN = "wrong_pin"
    LAST_TRY = "last_try"
    PIN_BLOCKED = "pin_blocked"
    FORGED = "forged"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class CardAbsent:
    """Readers are there, and no card in them."""

    readers: int


@dataclass(frozen=True, slots=True)
class CardPresent:
    """One card, in one reader."""

    reader: str


@dataclass(frozen=True, slots=True)
class CardUnavailable:
    """No sign-in is possible now."""

    fault: CardFault


CardStatus = CardAbsent | CardPresent | CardUnavailable


@dataclass(frozen=True, slots=True)
class BadgeRead:
    """Who the card says its holder is, before any PIN. `certificate` is DER; `tries_left` is the card's own counter."""

    certificate: bytes
    tries_left: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The card signed the challenge, and the signature is right. Whom to trust is for the caller to say."""

    certificate: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class CardFailed:
    """`tries_left` is the card's own counter after this, where it was told."""

    fault: CardFault
    tries_left: int | None = None


class CardReader(Protocol):
    """A badge reader. Calls block, a mute card for ever: they are made in a worker, within `CALL_SECONDS`."""

    def status(self) -> CardStatus:
        """Look once."""

    def watch(self, known: CardStatus, seconds: float) -> CardStatus:
        """Return as soon as the status is not `known`, or after so many seconds. The service may come and go."""

    def read(self) -> BadgeRead | CardFailed:
        """The holder's certificate, without a PIN."""

    def sign_in(self, challenge: bytes, pin: str) -> SignedIn | CardFailed:
        """Give the PIN to the card once, have it sign, verify. Raises ValueError for a challenge of another length."""


CALL_SECONDS = 8.0
"""The watchdog of each call (measured: a good sign-in takes 0.4 s, a mute card never ends)."""
