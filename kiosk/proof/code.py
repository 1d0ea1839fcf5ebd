"""PROOF: the code on the paper. A COSE_Sign1 (RFC 9052) of at most 240 bytes, signed ES256 by the kiosk.

It may be photocopied and shared: it opens nothing. The payload is a CBOR array in the order of `ProofClaims`; the
protected header names the algorithm and the first four bytes of the key's identifier; nothing is unprotected.
Text form: "T1:" then Base45, which is a version 11-M QR code of 61 modules at most.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import cbor2

from kiosk.proof import base45, canonical
from kiosk.proof.keys import Certificate, KioskKey
from kiosk.proof.manifest import DIGEST_LENGTH, manifest_digest, page_root
from kiosk.proof.model import LedgerPosition, Manifest, ProofLevel

PREFIX = "T1:"
LONGEST_PROOF = 240
VERSION = 1
_COSE_SIGN1 = 18
_KEY_ID_LENGTH = 4
_ALGORITHM, _ES256, _KEY_ID = 1, -7, 4
_KIOSK_LENGTH, _GUIDE_LENGTH = 16, 21
_QUARTER = dt.timedelta(minutes=15)
_FARTHEST = 96
_LEVELS = tuple(ProofLevel)


class Reason(StrEnum):
    """Why a code proves nothing."""

    NOT_A_PROOF = "not_a_proof"
    DAMAGED = "damaged"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_KIOSK = "unknown_kiosk"
    BAD_SIGNATURE = "bad_signature"


@dataclass(frozen=True, slots=True)
class ProofClaims:
    """What a verified code says, and the certificate that says so.

    `kiosk` and `guide` are cut to 16 and 21 bytes; the manifest has them whole. `issued_at` is to the second, with the
    offset from UTC that the paper shows.
    """

    kiosk: str
    sequence: int
    issued_at: dt.datetime
    guide: str
    pages: int
    root: bytes
    manifest: bytes
    head: bytes
    level: ProofLevel
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class ProofRejected:
    """The code proves nothing, and why."""

    reason: Reason


def make_proof(manifest: Manifest, position: LedgerPosition, key: KioskKey) -> bytes:
    """The COSE_Sign1 for `manifest` at `position`; the same input always gives the same bytes, at most 240."""
    payload = canonical.encode(_claimed(manifest, position))
    header = protected(key.certificate)
    return assemble(header, payload, key.sign(to_be_signed(header, payload)))


def proof_text(proof: bytes) -> str:
    """The text of the QR code, within the alphabet of its alphanumeric mode."""
    return PREFIX + base45.encode(proof)


def read_proof(text: str, trusted: Sequence[Certificate]) -> ProofClaims | ProofRejected:
    """What the QR text proves, if one of the `trusted` kiosks signed it."""
    if not text.startswith(PREFIX):
        return ProofRejected(Reason.NOT_A_PROOF)
    if len(text) > 2 * LONGEST_PROOF:
        return ProofRejected(Reason.DAMAGED)
    try:
        return read_proof_bytes(base45.decode(text[len(PREFIX) :]), trusted)
    except ValueError:
        return ProofRejected(Reason.DAMAGED)


def read_proof_bytes(proof: bytes, trusted: Iterable[Certificate]) -> ProofClaims | ProofRejected:
    """What the COSE_Sign1 proves, if one of the `trusted` kiosks signed it."""
    found = parts(proof)
    if found is None:
        return ProofRejected(Reason.DAMAGED)
    header, payload, signature = found
    candidates = [one for one in trusted if protected(one) == header]
    if not candidates:
        return ProofRejected(Reason.UNKNOWN_KIOSK)
    signed = to_be_signed(header, payload)
    holders = [one for one in candidates if one.holds(signed, signature)]
    if not holders:
        return ProofRejected(Reason.BAD_SIGNATURE)
    claims = _claims(payload, holders[0])
    if isinstance(claims, ProofRejected) or claims.certificate.valid_at(claims.issued_at):
        return claims
    # The same key under a renewed certificate: the one of that time counts.
    then = next((one for one in holders if one.valid_at(claims.issued_at)), holders[0])
    return _claims(payload, then)


def matches(claims: ProofClaims, manifest: Manifest) -> bool:
    """Whether the code and the manifest say the same."""
    position = LedgerPosition(claims.sequence, claims.head)
    said = (
        VERSION,
        claims.kiosk,
        claims.sequence,
        int(claims.issued_at.timestamp()),
        quarters(claims.issued_at),
        claims.guide,
        claims.pages,
        claims.root,
        claims.manifest,
        claims.head,
        _LEVELS.index(claims.level) + 1,
    )
    return list(said) == _claimed(manifest, position)


def _claimed(manifest: Manifest, position: LedgerPosition) -> list[Any]:
    return [
        VERSION,
        cut(manifest.kiosk, _KIOSK_LENGTH),
        position.sequence,
        int(manifest.issued_at.timestamp()),
        quarters(manifest.issued_at),
        cut(manifest.guide_id, _GUIDE_LENGTH),
        len(manifest.pages),
        page_root(manifest),
        manifest_digest(manifest),
        position.head,
        _LEVELS.index(manifest.level) + 1,
    ]


def _claims(payload: bytes, certificate: Certificate) -> ProofClaims | ProofRejected:
    try:
        values = canonical.decode(payload)
    except ValueError:
        return ProofRejected(Reason.DAMAGED)
    if not isinstance(values, list) or not values or values[0] != VERSION:
        return ProofRejected(Reason.UNKNOWN_VERSION)
    kinds = [int, str, int, int, int, str, int, bytes, bytes, bytes, int]
    if [type(value) for value in values] != kinds:
        return ProofRejected(Reason.DAMAGED)
    _, kiosk, sequence, seconds, quarters, guide, pages, root, manifest, head, level = values
    hashes_fit = all(len(one) == DIGEST_LENGTH for one in (root, manifest, head))
    if not hashes_fit or not 1 <= level <= len(_LEVELS) or not 0 <= seconds < 1 << 33 or abs(quarters) >= _FARTHEST:
        return ProofRejected(Reason.DAMAGED)
    issued_at = dt.datetime.fromtimestamp(seconds, dt.timezone(quarters * _QUARTER))
    reached = _LEVELS[level - 1]
    return ProofClaims(kiosk, sequence, issued_at, guide, pages, root, manifest, head, reached, certificate)


def parts(proof: bytes) -> tuple[bytes, bytes, bytes] | None:
    """(protected, payload, signature) of a COSE_Sign1 with no unprotected header."""
    try:
        message = canonical.decode(proof)
    except ValueError:
        return None
    if not isinstance(message, cbor2.CBORTag) or message.tag != _COSE_SIGN1:
        return None
    match message.value:
        case [bytes(header), _, bytes(payload), bytes(signature)]:
            same = assemble(header, payload, signature) == proof
            return (header, payload, signature) if same else None
    return None


def assemble(header: bytes, payload: bytes, signature: bytes) -> bytes:
    """The COSE_Sign1 of a protected header, a payload and its signature."""
    return canonical.encode(cbor2.CBORTag(_COSE_SIGN1, [header, {}, payload, signature]))


def protected(certificate: Certificate) -> bytes:
    """The protected header of what this certificate's key signs."""
    return canonical.encode({_ALGORITHM: _ES256, _KEY_ID: certificate.key_id[:_KEY_ID_LENGTH]})


def to_be_signed(header: bytes, payload: bytes, purpose: bytes = b"") -> bytes:
    """The Sig_structure; `purpose` (external_aad) keeps one kind of code from being taken for another."""
    return canonical.encode(["Signature1", header, purpose, payload])


def quarters(when: dt.datetime) -> int:
    """The offset from UTC in quarters of an hour: the paper shows local time."""
    return (when.utcoffset() or dt.timedelta()) // _QUARTER


def cut(text: str, length: int) -> str:
    """`text` cut to `length` bytes, never inside a letter."""
    return text.encode()[:length].decode(errors="ignore")
