"""The PIV application of a card (NIST SP 800-73-4): which certificate it holds, its PIN counter, its signature."""

from collections.abc import Callable

from hardware.card import tlv

AID = bytes.fromhex("A000000308000010000100")
AUTHENTICATION_CERTIFICATE = bytes.fromhex("5FC105")
AUTHENTICATION_KEY = 0x9A
"""Signs only after the PIN."""

P256 = 0x11
PIN_REFERENCE = 0x80
PIN_LENGTH = 8
_OK = 0x9000
_SECURITY_NOT_SATISFIED = 0x6982
_BLOCKED = 0x6983
_MORE = 0x61
_TRIES = 0x63C0

Transmit = Callable[[bytes], bytes]


class NotPivError(Exception):
    """The card has no PIV application, or not the parts of it that a badge needs."""


class PinRefusedError(Exception):
    """`tries_left` is the card's own counter."""

    def __init__(self, tries_left: int) -> None:
        self.tries_left = tries_left
        super().__init__(tries_left)


class PivApplet:
    """Talks to a card through `transmit` (a whole command in, a whole answer with its status out)."""

    def __init__(self, transmit: Transmit) -> None:
        self._transmit = transmit
        self._command(0xA4, 0x04, 0x00, AID)

    def certificate(self) -> bytes:
        """The holder's certificate, DER. No PIN is needed."""
        asked = tlv.packed(0x5C, AUTHENTICATION_CERTIFICATE)
        try:
            return tlv.find(self._command(0xCB, 0x3F, 0xFF, asked), 0x53, 0x70)
        except ValueError as error:
            raise NotPivError from error

    def tries_left(self) -> int:
        """How many PINs may still be tried. 0: blocked."""
        _, status = self._exchange(0x20, 0x00, PIN_REFERENCE, b"")
        return _tries(status)

    def give_pin(self, pin: str) -> None:
        """Raises PinRefusedError. A PIN that cannot be one is refused without costing a try."""
        if not (pin.isascii() and pin.isdigit() and 6 <= len(pin) <= PIN_LENGTH):
            raise PinRefusedError(self.tries_left())
        _, status = self._exchange(0x20, 0x00, PIN_REFERENCE, pin.encode("ascii").ljust(PIN_LENGTH, b"\xff"))
        if status != _OK:
            raise PinRefusedError(_tries(status))

    def sign(self, digest: bytes) -> bytes:
        """ECDSA with the authentication key over a digest of 32 bytes; DER."""
        template = tlv.packed(0x7C, tlv.packed(0x82, b"") + tlv.packed(0x81, digest))
        try:
            return tlv.find(self._command(0x87, P256, AUTHENTICATION_KEY, template), 0x7C, 0x82)
        except ValueError as error:
            raise NotPivError from error

    def _command(self, instruction: int, p1: int, p2: int, data: bytes) -> bytes:
        answer, status = self._exchange(instruction, p1, p2, data)
        if status != _OK:
            raise NotPivError(f"{status:04x}")
        return answer

    def _exchange(self, instruction: int, p1: int, p2: int, data: bytes) -> tuple[bytes, int]:
        """One command, and GET RESPONSE while there is more."""
        head = bytes([0x00, instruction, p1, p2])
        answer = self._transmit(head + (bytes([len(data)]) + data if data else b""))
        body = answer[:-2]
        while answer[-2] == _MORE:
            answer = self._transmit(bytes([0x00, 0xC0, 0x00, 0x00, answer[-1]]))
            body += answer[:-2]
        return body, int.from_bytes(answer[-2:], "big")


def _tries(status: int) -> int:
    if status & 0xFFF0 == _TRIES:
        return status & 0x0F
    if status == _BLOCKED:
        return 0
    raise NotPivError(f"{status:04x}")
