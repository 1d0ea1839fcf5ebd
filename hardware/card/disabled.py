"""No badge reader, on purpose."""

import time

from hardware.card.api import BadgeRead, CardFailed, CardFault, CardStatus, CardUnavailable, SignedIn


class DisabledCardReader:
    """A badge reader that the settings switch off."""

    def status(self) -> CardStatus:
        return CardUnavailable(CardFault.DISABLED)

    def watch(self, known: CardStatus, seconds: float) -> CardStatus:
        if known == self.status():
            time.sleep(seconds)
        return self.status()

    def read(self) -> BadgeRead | CardFailed:
        return CardFailed(CardFault.DISABLED)

    def sign_in(self, challenge: bytes, pin: str) -> SignedIn | CardFailed:  # noqa: ARG002 - the interface gives them
        return CardFailed(CardFault.DISABLED)
