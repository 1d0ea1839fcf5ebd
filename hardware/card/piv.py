"""A real badge reader: any PIV card, through pcscd. Every call opens its own line, so a restarted service is no matter.

Our own loop looks for cards. The PIN and its counter live on the card; nothing of either is kept here.
"""

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hardware.card.api import (
    CHALLENGE_BYTES,
    BadgeRead,
    CardAbsent,
    CardFailed,
    CardFault,
    CardPresent,
    CardStatus,
    CardUnavailable,
    SignedIn,
)
from hardware.card.pcsc import PcscError, Service, service
from hardware.card.piv_applet import NotPivError, PinRefusedError, PivApplet, Transmit
from hardware.card.verification import is_signed_by

LOOK_FOR_SERVICE = 0.2
"""Seconds between two attempts to reach a service that is down."""

Outcome = TypeVar("Outcome")


class PivCardReader:
    """All the readers of the card service behind `socket` (None: the machine's own)."""

    def __init__(self, socket: str | Path | None = None) -> None:
        if socket is not None:
            os.environ["PCSCLITE_CSOCK_NAME"] = str(socket)  # read once by the library, at its first use

    def status(self) -> CardStatus:
        try:
            with service() as line:
                return _look(line)[0]
        except PcscError as error:
            return CardUnavailable(error.fault)

    def watch(self, known: CardStatus, seconds: float) -> CardStatus:
        deadline = time.monotonic() + seconds
        while True:
            status = self._wait(known, deadline - time.monotonic())
            left = deadline - time.monotonic()
            if status != known or left <= 0:
                return status
            if status == CardUnavailable(CardFault.SERVICE_DOWN):
                time.sleep(min(LOOK_FOR_SERVICE, left))

    def read(self) -> BadgeRead | CardFailed:
        return self._on_the_card(read_on)

    def sign_in(self, challenge: bytes, pin: str) -> SignedIn | CardFailed:
        if len(challenge) != CHALLENGE_BYTES:
            raise ValueError("challenge")
        return self._on_the_card(lambda transmit: sign_in_on(transmit, challenge, pin))

    def _wait(self, known: CardStatus, seconds: float) -> CardStatus:
        try:
            with service() as line:
                status, states = _look(line)
                if status == known and seconds > 0:
                    line.wait(states, len(states), seconds)
                    status, _ = _look(line)
                return status
        except PcscError as error:
            return CardUnavailable(error.fault)

    def _on_the_card(self, act: Callable[[Transmit], Outcome | CardFailed]) -> Outcome | CardFailed:
        try:
            with service() as line:
                match _look(line)[0]:
                    case CardPresent(reader):
                        with line.card(reader) as card:
                            return act(card.transmit)
                    case CardAbsent():
                        return CardFailed(CardFault.NO_CARD)
                    case CardUnavailable(fault):
                        return CardFailed(fault)
        except PcscError as error:
            return CardFailed(error.fault)


def read_on(transmit: Transmit) -> BadgeRead | CardFailed:
    """Whose card it is at the other end of `transmit`."""
    return _asked(transmit, lambda applet: BadgeRead(applet.certificate(), applet.tries_left()))


def sign_in_on(transmit: Transmit, challenge: bytes, pin: str) -> SignedIn | CardFailed:
    """Give the PIN to the card at the other end of `transmit`, and have it sign."""
    return _asked(transmit, lambda applet: _signed(applet, challenge, pin))


def _asked(transmit: Transmit, act: Callable[[PivApplet], Outcome | CardFailed]) -> Outcome | CardFailed:
    try:
        return act(PivApplet(transmit))
    except PcscError as error:
        return CardFailed(error.fault)
    except NotPivError:
        return CardFailed(CardFault.WRONG_CARD)
    except PinRefusedError as error:
        return CardFailed(_pin_fault(error.tries_left), error.tries_left)


def _look(line: Service) -> tuple[CardStatus, list[tuple[str, int]]]:
    """What there is now, and the states of the readers."""
    readers = line.readers()
    present, states = line.cards(readers)
    holding = [name for name in readers if present.get(name)]
    if not present:
        return CardUnavailable(CardFault.NO_READER), []
    if len(holding) > 1:
        return CardUnavailable(CardFault.TWO_CARDS), states
    return (CardPresent(holding[0]) if holding else CardAbsent(len(present))), states


def _signed(applet: PivApplet, challenge: bytes, pin: str) -> SignedIn | CardFailed:
    certificate = applet.certificate()
    applet.give_pin(pin)
    signature = applet.sign(hashlib.sha256(challenge).digest())
    if not is_signed_by(certificate, challenge, signature):
        return CardFailed(CardFault.FORGED)
    return SignedIn(certificate, signature)


def _pin_fault(tries_left: int) -> CardFault:
    return {0: CardFault.PIN_BLOCKED, 1: CardFault.LAST_TRY}.get(tries_left, CardFault.WRONG_PIN)
