"""Writing DER (X.690): a value has one encoding, so what is written again can be compared byte for byte."""

SEQUENCE, SET, INTEGER, OCTETS, OID, NULL = 0x30, 0x31, 0x02, 0x04, 0x06, b"\x05\x00"
CONTEXT_0, DIRECTORY_NAME = 0xA0, 0xA4
_SHORT_FORM = 0x80


def tlv(tag: int, *contents: bytes) -> bytes:
    """One value: its tag, its length, `contents` joined."""
    content = b"".join(contents)
    length = len(content)
    if length < _SHORT_FORM:
        return bytes([tag, length]) + content
    size = (length.bit_length() + 7) // 8
    return bytes([tag, _SHORT_FORM | size]) + length.to_bytes(size, "big") + content


def integer(value: int) -> bytes:
    """A positive INTEGER."""
    return tlv(INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def oid(dotted: str) -> bytes:
    """An OBJECT IDENTIFIER."""
    first, second, *rest = map(int, dotted.split("."))
    return tlv(OID, b"".join(_base128(arc) for arc in (40 * first + second, *rest)))


def _base128(arc: int) -> bytes:
    digits = [arc & 0x7F]
    while arc := arc >> 7:
        digits.append(0x80 | arc & 0x7F)
    return bytes(reversed(digits))
