"""A virtual PIV card (NIST SP 800-73-4), as much of it as OpenSC and the kiosk use. Commands in, answers out."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from hardware.card import tlv
from hardware.dock.badge_maker import Badge

ATR = bytes.fromhex("3BDB960080B1FE451F830031C064B0FC100007900018")
"""That of the PIV cards of the second generation: OpenSC knows by it that the card does elliptic curves."""

_AID = bytes.fromhex("A000000308000010000100")
_SHORT_AID = bytes.fromhex("A000000308")
_FASC_N = bytes.fromhex("D4E739DA739CED39CE739D836858210842108421384210C3F5")
_CHUID = (
    tlv.packed(0x30, _FASC_N)
    + tlv.packed(0x34, bytes(range(16)))
    + tlv.packed(0x35, b"20391231")
    + tlv.packed(0x3E, b"")
    + tlv.packed(0xFE, b"")
)
_DISCOVERY = tlv.packed(0x4F, _AID) + tlv.packed(0x5F2F, b"\x40\x00")
_MOST_AT_ONCE = 256
_KEYS = (0x9A, 0x9E)
_PIN_KEY = 0x9A

OK = b"\x90\x00"
NOT_FOUND = b"\x6a\x82"
NOT_ALLOWED = b"\x69\x82"
BLOCKED = b"\x69\x83"
WRONG_DATA = b"\x6a\x80"
UNKNOWN = b"\x6d\x00"
BROKEN = b"\x6f\x00"


@dataclass(slots=True)
class Knobs:
    """What a test or a trainer turns."""

    foreign: bool = False
    """Some other card: no PIV application."""

    broken: bool = False
    """Answers every command with an error of its own."""

    forged: bool = False
    """The certificate was copied; the key was not."""

    mute: bool = False
    """Never answers."""

    leaves: bool = False
    """Is pulled out in the middle of the next command."""


@dataclass(slots=True)
class PivCard:
    """`tries` is the counter of the PIN; it goes back to `most_tries` at each right one."""

    badge: Badge
    pin: str = "123456"
    tries: int = 3
    most_tries: int = 3
    knobs: Knobs = field(default_factory=Knobs)
    _selected: bool = False
    _verified: bool = False
    _left: bytes = b""
    _chained: bytes = b""

    def power_on(self) -> None:
        self._selected = self._verified = False
        self._left = self._chained = b""

    def answer(self, apdu: bytes) -> bytes:
        """The answer to one command, status included."""
        if self.knobs.broken:
            return BROKEN
        if len(apdu) < 4:
            return WRONG_DATA
        instruction, p1, p2 = apdu[1], apdu[2], apdu[3]
        if instruction == 0xC0:
            return self._rest()
        data = self._chained + _body(apdu)
        if apdu[0] & 0x10:  # more of the same command is to come
            self._chained = data
            return OK
        self._chained = b""
        answer = self._obey(instruction, p1, p2, data)
        self._left, status = answer[:-2], answer[-2:]
        return self._rest() if status == OK and self._left else status

    def _rest(self) -> bytes:
        now, self._left = self._left[:_MOST_AT_ONCE], self._left[_MOST_AT_ONCE:]
        return now + (bytes([0x61, min(len(self._left), 0xFF)]) if self._left else OK)

    def _obey(self, instruction: int, p1: int, p2: int, data: bytes) -> bytes:
        if instruction == 0xA4:
            return self._select(data)
        if not self._selected:
            return NOT_ALLOWED
        match instruction:
            case 0xCB:
                return self._object(data)
            case 0x20:
                return self._verify(p2, data)
            case 0x87:
                return self._sign(p1, p2, data)
        return UNKNOWN

    def _select(self, aid: bytes) -> bytes:
        self._selected = not self.knobs.foreign and aid.startswith(_SHORT_AID)
        if not self._selected:
            return NOT_FOUND
        authority = tlv.packed(0x79, tlv.packed(0x4F, _SHORT_AID))
        return tlv.packed(0x61, tlv.packed(0x4F, _AID[5:]) + authority) + OK

    def _object(self, asked: bytes) -> bytes:
        try:
            tag = tlv.find(asked, 0x5C)
        except ValueError:
            return WRONG_DATA
        match tag:
            case b"\x7e":
                return tlv.packed(0x7E, _DISCOVERY) + OK
            case b"\x5f\xc1\x02":
                return tlv.packed(0x53, _CHUID) + OK
            case b"\x5f\xc1\x05" | b"\x5f\xc1\x01":
                certificate = tlv.packed(0x70, self.badge.certificate)
                return tlv.packed(0x53, certificate + tlv.packed(0x71, b"\0") + tlv.packed(0xFE, b"")) + OK
        return NOT_FOUND

    def _verify(self, reference: int, data: bytes) -> bytes:
        if reference != 0x80:
            return NOT_FOUND
        if self.tries == 0:
            return BLOCKED
        if not data:
            return OK if self._verified else bytes([0x63, 0xC0 | self.tries])
        if data.rstrip(b"\xff").decode("ascii", errors="replace") == self.pin:
            self.tries, self._verified = self.most_tries, True
            return OK
        self.tries, self._verified = self.tries - 1, False
        return bytes([0x63, 0xC0 | self.tries]) if self.tries else BLOCKED

    def _sign(self, algorithm: int, key: int, data: bytes) -> bytes:
        if key not in _KEYS or algorithm != 0x11:
            return WRONG_DATA
        if key == _PIN_KEY and not self._verified:
            return NOT_ALLOWED
        try:
            digest = tlv.find(data, 0x7C, 0x81)
        except ValueError:
            return WRONG_DATA
        signer = ec.generate_private_key(ec.SECP256R1()) if self.knobs.forged else self.badge.key
        signature = signer.sign(digest, ec.ECDSA(utils.Prehashed(hashes.SHA256())))
        return tlv.packed(0x7C, tlv.packed(0x82, signature)) + OK


def _body(apdu: bytes) -> bytes:
    """The data of a command in any of its four cases (ISO 7816-4), short lengths."""
    return apdu[5 : 5 + apdu[4]] if len(apdu) > 5 else b""
