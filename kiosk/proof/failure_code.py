"""The code of a failed attempt (constat d’impossibilité): what a visitor says was tried in vain, dated and signed.

Text form: "F1:" then Base45 of a COSE_Sign1 whose payload is a CBOR array in the order of `FailureClaims`. It proves
that this was said at the kiosk at that time, not that it is true. Its external_aad is its own, so that it is never
taken for another code.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.proof import base45, canonical
from kiosk.proof.code import ProofRejected, Reason, assemble, cut, parts, protected, quarters, to_be_signed
from kiosk.proof.keys import Certificate, KioskKey

PREFIX = "F1:"
LONGEST_BODY = 60
"""Bytes of the name of the public body."""
_PURPOSE = b"temoin/failure/v1"
_VERSION = 1
_KIOSK_LENGTH = 16
_LONGEST_CODE = 520
_KINDS = [int, str, int, int, int, str, str, str, str, bytes]
_HEAD_LENGTH = 32


@dataclass(frozen=True, slots=True)
class FailureClaims:
    """What a verified code says. `tried`, `when` and `times` are codes with words; `sequence` is the ledger row."""

    kiosk: str
    sequence: int
    at: dt.datetime
    tried: str
    body: str
    when: str
    times: str
    head: bytes


def failure_payload(claims: FailureClaims) -> bytes:
    """The claims in their one encoding."""
    return canonical.encode(
        [
            _VERSION,
            cut(claims.kiosk, _KIOSK_LENGTH),
            claims.sequence,
            int(claims.at.timestamp()),
            quarters(claims.at),
            claims.tried,
            cut(claims.body, LONGEST_BODY),
            claims.when,
            claims.times,
            claims.head,
        ]
    )


def make_failure_code(claims: FailureClaims, key: KioskKey) -> bytes:
    """The COSE_Sign1; the same claims always give the same bytes."""
    payload, header = failure_payload(claims), protected(key.certificate)
    return assemble(header, payload, key.sign(to_be_signed(header, payload, _PURPOSE)))


def failure_text(code: bytes) -> str:
    """The text of the QR code."""
    return PREFIX + base45.encode(code)


def read_failure(text: str, trusted: Iterable[Certificate]) -> tuple[FailureClaims, Certificate] | ProofRejected:
    """What the QR text says, and who says it, if one of the `trusted` kiosks signed it."""
    if not text.startswith(PREFIX):
        return ProofRejected(Reason.NOT_A_PROOF)
    if len(text) > _LONGEST_CODE:
        return ProofRejected(Reason.DAMAGED)
    try:
        found = parts(base45.decode(text[len(PREFIX) :]))
    except ValueError:
        found = None
    if found is None:
        return ProofRejected(Reason.DAMAGED)
    header, payload, signature = found
    candidates = [one for one in trusted if protected(one) == header]
    if not candidates:
        return ProofRejected(Reason.UNKNOWN_KIOSK)
    signed = to_be_signed(header, payload, _PURPOSE)
    holder = next((one for one in candidates if one.holds(signed, signature)), None)
    if holder is None:
        return ProofRejected(Reason.BAD_SIGNATURE)
    claims = _claims(payload)
    return claims if isinstance(claims, ProofRejected) else (claims, holder)


def _claims(payload: bytes) -> FailureClaims | ProofRejected:
    try:
        values = canonical.decode(payload)
    except ValueError:
        return ProofRejected(Reason.DAMAGED)
    if not isinstance(values, list) or [type(value) for value in values] != _KINDS:
        return ProofRejected(Reason.DAMAGED)
    version, kiosk, sequence, seconds, offset, tried, body, when, times, head = values
    if version != _VERSION:
        return ProofRejected(Reason.UNKNOWN_VERSION)
    if not (0 <= seconds < 1 << 33 and abs(offset) < 96 and len(head) == _HEAD_LENGTH):
        return ProofRejected(Reason.DAMAGED)
    at = dt.datetime.fromtimestamp(seconds, dt.timezone(offset * dt.timedelta(minutes=15)))
    return FailureClaims(kiosk, sequence, at, tried, body, when, times, head)
