"""Whether a PDF is, to the last byte, what a kiosk signed.

Ordinary PDF verifiers tolerate later additions, several signatures, either case of hexadecimal and anything in the
unsigned gap. A receipt has one signature over the whole file and one possible content of the gap.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.proof import cms
from kiosk.proof.keys import Certificate
from kiosk.proof.root import is_root, issued_by

_BYTE_RANGE = re.compile(rb"/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]")
_LONG_FORM = b"\x30\x82"


class Flaw(StrEnum):
    """What is wrong with the signature of a PDF."""

    NOT_SIGNED = "not_signed"
    NOT_WHOLE = "not_whole"
    UNKNOWN_KIOSK = "unknown_kiosk"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Signed:
    """The two signed ranges joined, and what stands in the gap between them."""

    digest: bytes
    container: bytes


def looks_signed(pdf: bytes) -> bool:
    """Whether the file has any of the marks of a signed PDF, however damaged."""
    return any(mark in pdf for mark in (b"/ByteRange", b"/ETSI.CAdES.detached", b"/DocMDP"))


def signer(pdf: bytes, trusted: Sequence[Certificate]) -> Certificate | Flaw:
    """Who among `trusted` signed the whole of `pdf`, or what is wrong."""
    signed = _take_apart(pdf)
    if isinstance(signed, Flaw):
        return signed
    present = [one for one in trusted if one.der in signed.container and not is_root(one)]
    present = present or _chained(signed.container, trusted)
    if not present:
        return Flaw.UNKNOWN_KIOSK
    for certificate in present:
        if cms.holds(signed.container, certificate, signed.digest):
            return certificate
    return Flaw.CHANGED


def _chained(container: bytes, trusted: Sequence[Certificate]) -> list[Certificate]:
    """The certificate in `container`, where a trusted root signed it. Its bytes are compared again by `cms.holds`."""
    roots = [one for one in trusted if is_root(one)]
    embedded = cms.embedded_certificate(container) if roots else None
    if embedded is None or not any(issued_by(embedded, root) for root in roots):
        return []
    return [embedded]


def _take_apart(pdf: bytes) -> Signed | Flaw:
    ranges = _BYTE_RANGE.findall(pdf)
    if not ranges and not looks_signed(pdf):
        return Flaw.NOT_SIGNED
    if len(ranges) != 1 or pdf.count(b"/ByteRange") != 1:
        return Flaw.NOT_WHOLE
    start, end, rest = (int(number) for number in ranges[0])
    gap = pdf[start:end]
    if not 0 < start < end or end + rest != len(pdf) or gap[:1] != b"<" or gap[-1:] != b">":
        return Flaw.NOT_WHOLE
    container = _container(gap[1:-1])
    if container is None:
        return Flaw.CHANGED
    return Signed(hashlib.sha256(pdf[:start] + pdf[end:]).digest(), container)


def _container(digits: bytes) -> bytes | None:
    """The DER in the gap: uppercase hexadecimal, then nothing but zeros."""
    try:
        data = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return None
    length = 4 + int.from_bytes(data[2:4], "big")
    canonical = data.hex().upper().encode() == digits
    if not canonical or data[:2] != _LONG_FORM or len(data) < length or any(data[length:]):
        return None
    return data[:length]
