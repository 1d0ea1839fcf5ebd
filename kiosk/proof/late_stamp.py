"""Time stamps added to a receipt after its signature (PAdES document time stamps), each in exactly one form.

PDF readers accept much that is appended to a signed file. Here an appended revision must be, to the byte, the one this
module writes for the same token: it adds an invisible field and the token, and can show nothing.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.proof.timestamp import BadToken, Token, TokenFlaw, read_token

MOST_STAMPS = 16
_ROOM = 512
"""Bytes; the room kept for a token is a multiple of it."""
_FIRST_ROOM, _LARGEST_ROOM = 1536, 65_536
"""Enough for an authority with a key of 2048 bits; for a larger one a second stamp is asked for."""
_SIGNED_END = re.compile(rb"/ByteRange \[0 \d{1,9} (\d{1,9}) (\d{1,9})\]")
_STAMP_RANGE = re.compile(rb"/ByteRange \[0 (\d{9}) (\d{9}) \d{9}\]")
_STARTXREF = re.compile(rb"startxref\n(\d{1,9})\n%%EOF\n\Z")
_TRAILER = re.compile(
    rb"trailer\n<<\n/Size (\d+)\n/Root (\d+ 0 R)\n/ID (\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \])\n/Prev \d+\n>>\n\Z"
)
_SUBSECTION = re.compile(rb"(\d+) (\d+)\n((?:\d{10} \d{5} [nf] \n)+)")
_FORM = re.compile(rb"\A<<\n/Fields \[ ((?:\d+ 0 R )+)\]\n/SigFlags 3\n>>\Z")
_PAGE = re.compile(rb"\A<<\n.*/Type /Page\n/Annots \[ ((?:\d+ 0 R )+)\]\n>>\Z", re.DOTALL)
_FIELD = b"<<\n/FT /Sig\n/T (%b)\n/Type /Annot\n/Subtype /Widget\n/F 132\n/Rect [ 0 0 0 0 ]\n/P %d 0 R\n/V %d 0 R\n>>"


class CannotStamp(Exception):
    """The file is not a receipt of this kiosk's making, or has no room for another stamp."""


class BadRevision(Exception):
    """Something was appended to a receipt that is no time stamp."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A stamped file but for its token: what comes before it, and what comes after."""

    before: bytes
    after: bytes
    room: int

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.before + self.after).digest()

    def filled(self, token: bytes) -> bytes:
        return self.before + b"<" + token.ljust(self.room, b"\0").hex().upper().encode() + b">" + self.after


def stamped(pdf: bytes, fetch: Callable[[bytes], Token]) -> bytes:
    """`pdf` with one more stamp; `fetch` gets the stamp of a digest. Raises `CannotStamp`, and what `fetch` raises."""
    room, frame = _FIRST_ROOM, _frame(pdf, _FIRST_ROOM)
    token = fetch(frame.digest)
    if len(token.der) > room:
        room = min(-(-len(token.der) // _ROOM) * _ROOM + _ROOM, _LARGEST_ROOM)
        frame = _frame(pdf, room)
        token = fetch(frame.digest)
    if len(token.der) > room or token.digest != frame.digest:
        raise BadToken(TokenFlaw.OTHER_REQUEST)
    return frame.filled(token.der)


def signed_part(pdf: bytes) -> bytes:
    """`pdf` up to the end of what its first signature covers; all of it where that cannot be told."""
    found = _SIGNED_END.search(pdf)
    if found is None:
        return pdf
    end = int(found[1]) + int(found[2])
    return pdf[:end] if end < len(pdf) else pdf


def stamps(pdf: bytes, signed: bytes) -> list[Token]:
    """The stamps after the `signed` part, oldest first. Raises `BadRevision` for anything else that is there."""
    found: list[Token] = []
    current = signed
    while current != pdf:
        if len(found) == MOST_STAMPS:
            raise BadRevision
        current, token = _next_revision(pdf, current)
        found.append(token)
    return found


def _next_revision(pdf: bytes, current: bytes) -> tuple[bytes, Token]:
    span = _STAMP_RANGE.search(pdf, len(current))
    room = (int(span[2]) - int(span[1]) - 2) // 2 if span else 0
    if not 0 < room <= _LARGEST_ROOM or room % _ROOM:
        raise BadRevision
    try:
        frame = _frame(current, room)
        start = len(frame.before) + 1
        gap = bytes.fromhex(pdf[start : start + 2 * room].decode("ascii"))
        data = gap[: _length(gap)]
        token = read_token(data)
    except (CannotStamp, ValueError, BadToken) as error:
        raise BadRevision from error
    whole = frame.filled(data)
    if token.digest != frame.digest or pdf[: len(whole)] != whole:
        raise BadRevision
    return whole, token


def _length(gap: bytes) -> int:
    """The length of the DER value that `gap` begins with."""
    if gap[:2] != b"\x30\x82":
        raise ValueError("not a token")
    return 4 + int.from_bytes(gap[2:4], "big")


def _frame(pdf: bytes, room: int) -> _Frame:
    """The revision that adds one stamp to `pdf`, whose last revision is ours or the signature's."""
    size, root, identifiers, start = _trailer(pdf)
    objects = _last_objects(pdf, start)
    form = _only(objects, _FORM)
    page = _only(objects, _PAGE)
    field, stamp = size, size + 1
    count = form[1].count(b" R")
    name = f"Horodatage{count}".encode()
    bodies = {
        form[0]: b"<<\n/Fields [ %b%d 0 R ]\n/SigFlags 3\n>>" % (form[1], field),
        page[0]: objects[page[0]].replace(b"/Annots [ %b]" % page[1], b"/Annots [ %b%d 0 R ]" % (page[1], field)),
        field: _FIELD % (name, page[0], stamp),
    }
    offsets, text = {}, b""
    for number in sorted(bodies):
        offsets[number] = len(pdf) + len(text)
        text += b"%d 0 obj\n%b\nendobj\n" % (number, bodies[number])
    offsets[stamp] = len(pdf) + len(text)
    opening = b"%d 0 obj\n<<\n/Type /DocTimeStamp\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.RFC3161\n" % stamp
    opening += b"/ByteRange [0 %09d %09d %09d]\n/Contents "
    gap = len(pdf) + len(text) + len(opening % (0, 0, 0))
    xref = gap + 2 * room + 2 + len(b"\n>>\nendobj\n")
    after = b"\n>>\nendobj\nxref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % item for item in sorted(offsets.items()))
    after += b"trailer\n<<\n/Size %d\n/Root %b\n/ID %b\n/Prev %d\n>>\n" % (stamp + 1, root, identifiers, start)
    after += b"startxref\n%d\n%%%%EOF\n" % xref
    return _Frame(pdf + text + opening % (gap, gap + 2 * room + 2, len(after)), after, room)


def _trailer(pdf: bytes) -> tuple[int, bytes, bytes, int]:
    """(number of objects, the catalogue's reference, the file's identifiers, where the last table is)."""
    found = _STARTXREF.search(pdf, max(0, len(pdf) - 64))
    if found is None:
        raise CannotStamp
    start = int(found[1])
    trailer = _TRAILER.search(pdf[start : found.start()])
    if trailer is None:
        raise CannotStamp
    return int(trailer[1]), trailer[2], trailer[3], start


def _last_objects(pdf: bytes, start: int) -> dict[int, bytes]:
    """The objects of the last revision by number, as they are written between "obj" and "endobj"."""
    if pdf[start : start + 5] != b"xref\n":
        raise CannotStamp
    objects: dict[int, bytes] = {}
    place = start + 5
    while found := _SUBSECTION.match(pdf, place):
        place = found.end()
        for rank, line in enumerate(found[3].split(b"\n")[:-1]):
            number, offset = int(found[1]) + rank, int(line[:10])
            opening = b"%d 0 obj\n" % number
            if line[17:18] == b"n" and pdf[offset : offset + len(opening)] == opening:
                end = pdf.find(b"\nendobj\n", offset)
                objects[number] = pdf[offset + len(opening) : end]
    return objects


def _only(objects: dict[int, bytes], form: re.Pattern[bytes]) -> tuple[int, bytes]:
    """The number of the one object of this form, and its list of references."""
    found = [(number, match[1]) for number, body in objects.items() if (match := form.match(body))]
    if len(found) != 1:
        raise CannotStamp
    return found[0]
