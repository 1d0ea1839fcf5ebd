"""The bytes of a 2D-Doc taken apart: head, fields, signature."""

import base64
import binascii
import datetime as dt
import re
from dataclasses import dataclass

from kiosk.pages.twoddoc.catalogue import FIXED

FIELD_END, CUT_FIELD_END, MESSAGE_END = 0x1D, 0x1E, 0x1F
"""Group, record and unit separators of ASCII."""
EPOCH = dt.date(2000, 1, 1)
NO_DATE = "FFFF"
HEAD_LENGTHS = {"02": 22, "03": 24, "04": 26}
"""Version 03 adds the perimeter that its fields belong to, version 04 the country."""
COMMON_PERIMETER = "01"
SIGNATURE_BYTES = (64, 96, 132)
"""P-256, P-384 and P-521."""
LONGEST = 4096
"""A Data Matrix holds at most 1 556 bytes."""
_HEAD = re.compile(rb"DC\d\d[A-Z]{2}[0-9A-Z]{2}[0-9A-Z]{4}[0-9A-F]{8}[0-9A-Z]{2}")


class NotASeal(ValueError):
    """The bytes are not a 2D-Doc that this program knows."""


@dataclass(frozen=True, slots=True)
class Message:
    """One 2D-Doc. `signed` is what `signature` (r and s, each half of it) covers; `fields` are texts by identifier.

    `complete` tells whether all of it was understood: an unknown field ends the reading.
    """

    version: str
    authority: str
    certificate: str
    issued: dt.date | None
    sealed: dt.date | None
    document_type: str
    fields: dict[str, str]
    complete: bool
    signed: bytes
    signature: bytes


def looks_like_one(content: bytes) -> bool:
    return _HEAD.match(content) is not None


def parse(content: bytes) -> Message:
    """Take `content` apart. Raises `NotASeal`."""
    if len(content) > LONGEST or not looks_like_one(content):
        raise NotASeal
    version = content[2:4].decode()
    length = HEAD_LENGTHS.get(version)
    if length is None:
        raise NotASeal
    signed, found, rest = content.partition(bytes([MESSAGE_END]))
    if not found or len(signed) < length:
        raise NotASeal
    head = signed[:length].decode("latin-1")
    if version != "02" and head[22:24] != COMMON_PERIMETER:
        raise NotASeal
    fields, complete = _fields(signed[length:].decode("latin-1"))
    return Message(
        version,
        head[4:8],
        head[8:12],
        day(head[12:16]),
        day(head[16:20]),
        head[20:22],
        fields,
        complete,
        signed,
        _signature(rest),
    )


def day(text: str) -> dt.date | None:
    """A date as days since 2000 in four hexadecimal figures; None where there is none."""
    if not re.fullmatch(r"[0-9A-F]{4}", text) or text == NO_DATE:
        return None
    return EPOCH + dt.timedelta(days=int(text, 16))


def _signature(text: bytes) -> bytes:
    """The signature, in the one base32 form that an honest printer writes: another spelling is another code.

    After a group separator come remarks that nobody signed: they are left out.
    """
    spelled = text.partition(bytes([FIELD_END]))[0]
    padding = b"=" * (-len(spelled) % 8)
    try:
        signature = base64.b32decode(spelled + padding)
    except binascii.Error as error:
        raise NotASeal from error
    if len(signature) not in SIGNATURE_BYTES or base64.b32encode(signature).rstrip(b"=") != spelled:
        raise NotASeal
    return signature


def _fields(text: str) -> tuple[dict[str, str], bool]:
    """Values by identifier, and whether all of `text` was understood."""
    fields: dict[str, str] = {}
    end = chr(FIELD_END), chr(CUT_FIELD_END)
    at = 0
    while at < len(text):
        name, at = text[at : at + 2], at + 2
        if not re.fullmatch(r"[0-9A-Z]{2}", name) or name in fields:
            return fields, False
        length = FIXED.get(name)
        # a value shorter than its fixed length ends like the others
        limit = len(text) if length is None else min(at + length, len(text))
        stop = next((place for place in range(at, limit) if text[place] in end), limit)
        fields[name] = text[at:stop].strip()
        at = stop + 1 if stop < len(text) and text[stop] in end else stop
    return fields, True
