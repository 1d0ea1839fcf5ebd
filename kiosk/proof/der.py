"""DER (X.690): a value has one encoding, so what is written again can be compared byte for byte.

The reader takes nothing else than that one encoding. It is the twin of `der.js` in the HTML verifier.
"""

from dataclasses import dataclass

SEQUENCE, SET, INTEGER, BITS, OCTETS, OID, NULL = 0x30, 0x31, 0x02, 0x03, 0x04, 0x06, b"\x05\x00"
CONTEXT_0, DIRECTORY_NAME = 0xA0, 0xA4
_SHORT_FORM = 0x80
_LONG_TAG = 0x1F
_MOST_LENGTH_BYTES = 3


class NotDer(ValueError):
    """Bytes that are not the one encoding of anything."""


@dataclass(frozen=True, slots=True)
class Element:
    """One value: its tag, all its bytes, its content."""

    tag: int
    whole: bytes
    content: bytes


def element_at(data: bytes, place: int) -> Element:
    """The value that begins at `place`. Raises `NotDer`."""
    if place + 2 > len(data) or data[place] & _LONG_TAG == _LONG_TAG:
        raise NotDer("no value there")
    start, length = place + 2, data[place + 1]
    if length >= _SHORT_FORM:
        size = length & 0x7F
        if not 1 <= size <= _MOST_LENGTH_BYTES:
            raise NotDer("no such length")
        length, start = int.from_bytes(data[start : start + size], "big"), start + size
    element = Element(data[place], data[place : start + length], data[start : start + length])
    if start + length > len(data) or tlv(element.tag, element.content) != element.whole:
        raise NotDer("cut, or not in its shortest form")
    return element


def elements(content: bytes) -> list[Element]:
    """The values that `content` is made of. Raises `NotDer`."""
    found, place = [], 0
    while place < len(content):
        found.append(element_at(content, place))
        place += len(found[-1].whole)
    return found


def only(data: bytes, tag: int) -> Element:
    """The one value that `data` is. Raises `NotDer`."""
    element = element_at(data, 0)
    if len(element.whole) != len(data) or element.tag != tag:
        raise NotDer("another value")
    return element


def inside(element: Element, *tags: int) -> list[Element]:
    """The values of `element`, which must have exactly these tags. Raises `NotDer`."""
    found = elements(element.content)
    if [one.tag for one in found] != list(tags):
        raise NotDer("other values inside")
    return found


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
