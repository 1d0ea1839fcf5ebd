"""IPP messages (RFC 8010), as far as a small printer, and who asks a printer directly, need them."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum


class Tag(IntEnum):
    """Delimiters and value types (RFC 8010, 3.5)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    RANGE = 0x33
    BEGIN_COLLECTION = 0x34
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


_FIRST_VALUE_TAG = 0x10

Value = bool | int | str | bytes | tuple[int, ...] | Sequence["Attribute"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named list of values of one type. A collection's value is a sequence of attributes."""

    name: str
    tag: Tag
    values: tuple[Value, ...]


def attribute(name: str, tag: Tag, *values: Value) -> Attribute:
    return Attribute(name, tag, values)


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks: `values` holds the first-level attributes that are strings or integers, by name."""

    version: bytes
    operation: int
    number: int
    values: dict[str, list[bytes]] = field(default_factory=dict)
    document: bytes = b""

    def text(self, name: str, default: str = "") -> str:
        found = self.values.get(name)
        return found[0].decode("utf-8", errors="replace") if found else default

    def integer(self, name: str, default: int = 0) -> int:
        found = self.values.get(name)
        return int.from_bytes(found[0], "big", signed=True) if found else default


def decode(message: bytes) -> Request:
    """Read a request. Raises ValueError when it is no IPP message."""
    try:
        return _decode(message)
    except (struct.error, IndexError) as error:
        raise ValueError("not an IPP message") from error


def _decode(message: bytes) -> Request:
    operation, number = struct.unpack_from(">HI", message, 2)
    values: dict[str, list[bytes]] = {}
    position = 8
    name = ""
    depth = 0
    while message[position] != Tag.END:
        tag = message[position]
        position += 1
        if tag < _FIRST_VALUE_TAG:
            continue
        label, position = _string(message, position)
        value, position = _string(message, position)
        depth += (tag == Tag.BEGIN_COLLECTION) - (tag == Tag.END_COLLECTION)
        if depth or tag == Tag.END_COLLECTION:
            continue
        name = label.decode("ascii", errors="replace") or name
        values.setdefault(name, []).append(value)
    return Request(message[:2], operation, number, values, message[position + 1 :])


def _string(message: bytes, position: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", message, position)
    start = position + 2
    return message[start : start + length], start + length


def encode(request: Request, status: int, groups: Sequence[tuple[Tag, Sequence[Attribute]]]) -> bytes:
    """The answer to `request`."""
    parts = [request.version, struct.pack(">HI", status, request.number)]
    for tag, attributes in groups:
        parts.append(bytes([tag]))
        parts.extend(_attribute(each) for each in attributes)
    return b"".join([*parts, bytes([Tag.END])])


def _attribute(each: Attribute) -> bytes:
    parts = []
    name = each.name
    for value in each.values:
        parts.append(_value(name, each.tag, value))
        name = ""
    return b"".join(parts)


def _value(name: str, tag: Tag, value: Value) -> bytes:
    if tag is Tag.BEGIN_COLLECTION:
        return _collection(name, value)
    return _field(tag, name.encode("ascii"), _bytes(value))


def _collection(name: str, members: Value) -> bytes:
    if isinstance(members, bool | int | str | bytes):
        raise TypeError("a collection holds attributes")
    parts = [_field(Tag.BEGIN_COLLECTION, name.encode("ascii"), b"")]
    for member in members:
        if not isinstance(member, Attribute):
            raise TypeError("a collection holds attributes")
        parts.append(_field(Tag.MEMBER, b"", member.name.encode("ascii")))
        parts.extend(_value("", member.tag, value) for value in member.values)
    parts.append(_field(Tag.END_COLLECTION, b"", b""))
    return b"".join(parts)


def _field(tag: Tag, name: bytes, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


def _bytes(value: Value) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return struct.pack(">i", value)
        case str():
            return value.encode("utf-8")
        case bytes():
            return value
        case (int(low), int(high)):
            return struct.pack(">ii", low, high)
        case (int(across), int(down), int(unit)):
            return struct.pack(">iib", across, down, unit)
    raise TypeError("no IPP value")
