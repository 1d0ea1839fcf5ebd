"""A small strict reader of PDF objects: classic cross-reference tables, no encryption, no object streams.

Only used once the signature over the whole file holds, on what a kiosk wrote; anything else is refused. It lets a
receipt be verified with two libraries only, and is the twin of `pdf.js` in the HTML verifier.
"""

import re
import zlib
from dataclasses import dataclass
from typing import Any

_MOST_REVISIONS = 16
_DEEPEST = 32
_LAST = re.compile(rb"startxref\r?\n(\d{1,9})\r?\n%%EOF\r?\n?\Z")
_TABLE = re.compile(rb"xref\s+")
_SECTION = re.compile(rb"(\d+) (\d+)\s*\n")
_TRAILER = re.compile(rb"trailer\s*")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r]?[\r\n]")
_STREAM = re.compile(rb"\s*stream\r?\n")
_END_STREAM = re.compile(rb"\r?\n?endstream")
_WHITE = re.compile(rb"[\0\t\n\f\r ]*")
_STRING = re.compile(rb"\(((?:[^()\\]|\\[\s\S])*)\)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|[\s\S])")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_NAME = re.compile(rb"/([^\0\t\n\f\r ()<>\[\]{}/%]*)")
_REFERENCE = re.compile(rb"(\d{1,9}) (\d{1,5}) R(?![^\0\t\n\f\r ()<>\[\]{}/%])")
_WORD = re.compile(rb"[^\0\t\n\f\r ()<>\[\]{}/%]+")
_NUMBER = re.compile(rb"[+-]?(\d{1,20}\.?\d{0,20}|\.\d{1,20})")
_CONSTANTS = {b"true": True, b"false": False, b"null": None}


class MalformedPdf(Exception):
    """A PDF that is not of the form a kiosk writes."""


@dataclass(frozen=True, slots=True)
class Ref:
    """An indirect reference."""

    number: int
    generation: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name, without its slash."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary, and its bytes as stored."""

    entries: dict[bytes, Any]
    data: bytes


class PdfFile:
    """The objects of a PDF by reference, the newest revision first. Raises `MalformedPdf`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[int, int | None] = {}
        self.trailer: dict[bytes, Any] = {}
        last = _LAST.search(data, max(0, len(data) - 64))
        if not last:
            raise MalformedPdf("no startxref")
        place: Any = int(last[1])
        for _ in range(_MOST_REVISIONS):
            trailer = self._read_table(place)
            self.trailer = self.trailer or trailer
            place = trailer.get(b"Prev")
            if place is None:
                return
            if type(place) is not int:
                raise MalformedPdf("bad Prev")
        raise MalformedPdf("too many revisions")

    def resolve(self, value: Any) -> Any:
        """What `value` stands for: an indirect reference is followed once."""
        if not isinstance(value, Ref):
            return value
        place = self._places.get(value.number)
        head = re.compile(rb"%d %d obj\s*" % (value.number, value.generation))
        found = None if place is None else head.match(self._data, place)
        if not found:
            raise MalformedPdf("no such object")
        entries, place = _value(self._data, found.end(), 0)
        start = _STREAM.match(self._data, place)
        if not isinstance(entries, dict) or not start:
            return entries
        length = entries.get(b"Length")
        if type(length) is not int or length < 0 or not _END_STREAM.match(self._data, start.end() + length):
            raise MalformedPdf("bad stream")
        return Stream(entries, self._data[start.end() : start.end() + length])

    def dictionary(self, value: Any) -> dict[bytes, Any]:
        """The dictionary that `value` stands for."""
        found = self.resolve(value)
        if not isinstance(found, dict):
            raise MalformedPdf("not a dictionary")
        return found

    def _read_table(self, place: int) -> dict[bytes, Any]:
        place = _end(_TABLE, self._data, place)
        while section := _SECTION.match(self._data, place):
            place = section.end()
            for number in range(int(section[1]), int(section[1]) + int(section[2])):
                entry = _ENTRY.match(self._data, place)
                if not entry:
                    raise MalformedPdf("bad table entry")
                self._places.setdefault(number, int(entry[1]) if entry[3] == b"n" else None)
                place = entry.end()
        return self.dictionary(_value(self._data, _end(_TRAILER, self._data, place), 0)[0])


def inflate(data: bytes, longest: int) -> bytes:
    """`data` without its zlib compression, of at most `longest` bytes. Raises `MalformedPdf`."""
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(data, longest + 1)
    except zlib.error as error:
        raise MalformedPdf("not deflated") from error
    if len(plain) > longest or not machine.eof or machine.unused_data:
        raise MalformedPdf("not deflated, or too long")
    return plain


def _value(data: bytes, place: int, depth: int) -> tuple[Any, int]:
    """The value at `place`, and the place behind it."""
    if depth > _DEEPEST:
        raise MalformedPdf("too deep")
    place = _end(_WHITE, data, place)
    match data[place : place + 1]:
        case b"<" if data[place + 1 : place + 2] == b"<":
            return _dictionary(data, place + 2, depth)
        case b"<":
            digits = _match(_HEXADECIMAL, data, place)
            pairs = b"".join(digits[1].split())
            return bytes.fromhex((pairs + b"0" * (len(pairs) % 2)).decode()), digits.end()
        case b"[":
            return _array(data, place + 1, depth)
        case b"(":
            text = _match(_STRING, data, place)
            return _ESCAPE.sub(_unescaped, text[1]), text.end()
        case b"/":
            return _name(data, place)
    return _atom(data, place)


def _dictionary(data: bytes, place: int, depth: int) -> tuple[dict[bytes, Any], int]:
    entries: dict[bytes, Any] = {}
    while True:
        place = _end(_WHITE, data, place)
        if data[place : place + 2] == b">>":
            return entries, place + 2
        key, place = _name(data, place)
        if key.text in entries:
            raise MalformedPdf("a key twice")
        entries[key.text], place = _value(data, place, depth + 1)


def _array(data: bytes, place: int, depth: int) -> tuple[list[Any], int]:
    values: list[Any] = []
    while True:
        place = _end(_WHITE, data, place)
        if data[place : place + 1] == b"]":
            return values, place + 1
        value, place = _value(data, place, depth + 1)
        values.append(value)


def _name(data: bytes, place: int) -> tuple[Name, int]:
    found = _match(_NAME, data, place)
    text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda pair: bytes.fromhex(pair[1].decode()), found[1])
    return Name(text), found.end()


def _atom(data: bytes, place: int) -> tuple[Any, int]:
    reference = _REFERENCE.match(data, place)
    if reference:
        return Ref(int(reference[1]), int(reference[2])), reference.end()
    word = _match(_WORD, data, place)
    if word[0] in _CONSTANTS:
        return _CONSTANTS[word[0]], word.end()
    if not _NUMBER.fullmatch(word[0]):
        raise MalformedPdf("no such word")
    text = word[0].decode()
    return (float(text) if "." in text else int(text)), word.end()


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([int(code, 8) & 255]) if code[:1].isdigit() and code[:1] < b"8" else _ESCAPES.get(code, code)


def _end(pattern: re.Pattern[bytes], data: bytes, place: int) -> int:
    return _match(pattern, data, place).end()


def _match(pattern: re.Pattern[bytes], data: bytes, place: int) -> re.Match[bytes]:
    found = pattern.match(data, place)
    if not found:
        raise MalformedPdf("not of this form")
    return found
