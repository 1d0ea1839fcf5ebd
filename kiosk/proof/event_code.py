"""The code of what became of a submission: sent, received, counted, decided, erased, perhaps sent, come back; and that
of a failure record, which stands for itself. Signed like PROOF, and as short.

Text form: "E1:" then Base45 of a COSE_Sign1 whose payload is a CBOR array in the order of `EventClaims`. It opens
nothing and may be shared. Its external_aad is its own, so that it is never taken for the code of a receipt, nor the
reverse.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.proof import base45, canonical
from kiosk.proof.code import ProofRejected, Reason, assemble, cut, parts, protected, quarters, to_be_signed
from kiosk.proof.keys import Certificate, KioskKey

PREFIX = "E1:"
LONGEST_REFERENCE = 60
"""Bytes of the public body's reference that the code carries."""
ARTEFACT_LENGTH = 16
"""Bytes of the SHA-256 of the captured acknowledgement."""
_PURPOSE = b"temoin/event/v1"
_VERSION = 1
_KIOSK_LENGTH = 16
_HEAD_LENGTH = 32
_NOT_COUNTED = -1
_LONGEST_CODE = 520
_KINDS = [int, str, int, int, int, int, int, int, int, str, bytes, bytes]


class Event(StrEnum):
    """What happened to a submission. The order is that of the code and never changes: new ones go to the end."""

    SENT = "sent"
    RECEIVED = "received"
    COUNTED = "counted"
    DECIDED = "decided"
    ERASED = "erased"
    UNSURE = "unsure"
    """Perhaps sent: the other side took it, and its answer was lost."""
    RETURNED = "returned"
    """It came back, or was refused by the other side."""
    IMPOSSIBLE = "impossible"
    """A failure record (constat d’impossibilité): no submission; `receipt` is its own ledger row."""


_EVENTS = tuple(Event)


@dataclass(frozen=True, slots=True)
class EventClaims:
    """What a verified event code says. `receipt` is the ledger row of the submission, `sequence` that of the event;
    a failure record has no submission, and both are its own row.

    `counted` are the pages the public body says it took into account, None where it did not say; `artefact` the first
    16 bytes of the SHA-256 of the captured acknowledgement, empty where none was captured.
    """

    kiosk: str
    sequence: int
    at: dt.datetime
    event: Event
    receipt: int
    pages: int
    counted: int | None
    reference: str
    artefact: bytes
    head: bytes


def make_event_code(claims: EventClaims, key: KioskKey) -> bytes:
    """The COSE_Sign1; the same claims always give the same bytes."""
    payload, header = event_payload(claims), protected(key.certificate)
    return assemble(header, payload, key.sign(to_be_signed(header, payload, _PURPOSE)))


def event_payload(claims: EventClaims) -> bytes:
    """The claims in their one encoding."""
    return canonical.encode(
        [
            _VERSION,
            cut(claims.kiosk, _KIOSK_LENGTH),
            claims.sequence,
            int(claims.at.timestamp()),
            quarters(claims.at),
            _EVENTS.index(claims.event) + 1,
            claims.receipt,
            claims.pages,
            _NOT_COUNTED if claims.counted is None else claims.counted,
            cut(claims.reference, LONGEST_REFERENCE),
            claims.artefact[:ARTEFACT_LENGTH],
            claims.head,
        ]
    )


def event_text(code: bytes) -> str:
    """The text of the QR code."""
    return PREFIX + base45.encode(code)


def read_event(text: str, trusted: Iterable[Certificate]) -> tuple[EventClaims, Certificate] | ProofRejected:
    """What the QR text says, and who says it, if one of the `trusted` kiosks signed it."""
    if not text.startswith(PREFIX):
        return ProofRejected(Reason.NOT_A_PROOF)
    if len(text) > _LONGEST_CODE:
        return ProofRejected(Reason.DAMAGED)
    try:
        found = parts(base45.decode(text[len(PREFIX) :]))
    except ValueError:
        return ProofRejected(Reason.DAMAGED)
    if found is None:
        return ProofRejected(Reason.DAMAGED)
    header, payload, signature = found
    candidates = [one for one in trusted if protected(one) == header]
    if not candidates:
        return ProofRejected(Reason.UNKNOWN_KIOSK)
    signed = to_be_signed(header, payload, _PURPOSE)
    holders = [one for one in candidates if one.holds(signed, signature)]
    if not holders:
        return ProofRejected(Reason.BAD_SIGNATURE)
    claims = _claims(payload)
    if isinstance(claims, ProofRejected):
        return claims
    return claims, next((one for one in holders if one.valid_at(claims.at)), holders[0])


def _claims(payload: bytes) -> EventClaims | ProofRejected:
    try:
        values = canonical.decode(payload)
    except ValueError:
        return ProofRejected(Reason.DAMAGED)
    if not isinstance(values, list) or not values or values[0] != _VERSION:
        return ProofRejected(Reason.UNKNOWN_VERSION)
    if [type(value) for value in values] != _KINDS:
        return ProofRejected(Reason.DAMAGED)
    _, kiosk, sequence, seconds, offset, event, receipt, pages, counted, reference, artefact, head = values
    fits = (
        1 <= event <= len(_EVENTS)
        and 0 <= seconds < 1 << 33
        and abs(offset) < 96
        and counted >= _NOT_COUNTED
        and len(artefact) in (0, ARTEFACT_LENGTH)
        and len(head) == _HEAD_LENGTH
    )
    if not fits:
        return ProofRejected(Reason.DAMAGED)
    at = dt.datetime.fromtimestamp(seconds, dt.timezone(offset * dt.timedelta(minutes=15)))
    known = None if counted == _NOT_COUNTED else counted
    what = _EVENTS[event - 1]
    return EventClaims(kiosk, sequence, at, what, receipt, pages, known, reference, artefact, head)
