"""A badge reader whose card is a file in a folder. For demonstrations, tests and the training of mediators."""

import hashlib
import json
import time
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from hardware import simulation
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
from hardware.faults import Device

READER = "Simulated reader"
CERTIFICATE = "badge.der"
KEY = "badge.pem"
PIN = "badge.json"
"""{"pin": "123456", "tries": 3}"""

MOST_TRIES = 3
_LOOK = 0.1


class SimulatedCardReader:
    """A card is in while `<folder>/badge.der`, `badge.pem` and `badge.json` are there; the counter is in the last."""

    def __init__(self, folder: str | Path, state_dir: str | Path) -> None:
        self._folder = Path(folder)
        self._state_dir = Path(state_dir)

    def status(self) -> CardStatus:
        name = simulation.sensed(self._state_dir, Device.CARD)
        if name is not None:
            return CardUnavailable(CardFault(name))
        return CardPresent(READER) if (self._folder / CERTIFICATE).is_file() else CardAbsent(1)

    def watch(self, known: CardStatus, seconds: float) -> CardStatus:
        deadline = time.monotonic() + seconds
        while (status := self.status()) == known and time.monotonic() < deadline:
            time.sleep(_LOOK)
        return status

    def read(self) -> BadgeRead | CardFailed:
        failed = self._failed()
        return failed or BadgeRead((self._folder / CERTIFICATE).read_bytes(), self._pin()[1])

    def sign_in(self, challenge: bytes, pin: str) -> SignedIn | CardFailed:
        if len(challenge) != CHALLENGE_BYTES:
            raise ValueError("challenge")
        failed = self._failed() or self._refused(pin)
        if failed is not None:
            return failed
        key = load_pem_private_key((self._folder / KEY).read_bytes(), password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            return CardFailed(CardFault.WRONG_CARD)
        signature = key.sign(hashlib.sha256(challenge).digest(), ec.ECDSA(utils.Prehashed(hashes.SHA256())))
        return SignedIn((self._folder / CERTIFICATE).read_bytes(), signature)

    def _failed(self) -> CardFailed | None:
        if not isinstance(self.status(), CardUnavailable) and not (self._folder / CERTIFICATE).is_file():
            return CardFailed(CardFault.NO_CARD)
        name = simulation.suffered(self._state_dir, Device.CARD)
        return None if name is None else CardFailed(CardFault(name))

    def _refused(self, pin: str) -> CardFailed | None:
        right, tries = self._pin()
        if tries == 0:
            return CardFailed(CardFault.PIN_BLOCKED, 0)
        tries = MOST_TRIES if pin == right else tries - 1
        simulation.write_whole(self._folder / PIN, json.dumps({"pin": right, "tries": tries}).encode())
        if pin == right:
            return None
        fault = {0: CardFault.PIN_BLOCKED, 1: CardFault.LAST_TRY}.get(tries, CardFault.WRONG_PIN)
        return CardFailed(fault, tries)

    def _pin(self) -> tuple[str, int]:
        state = json.loads((self._folder / PIN).read_text(encoding="utf-8"))
        return str(state["pin"]), int(state["tries"])
