"""The PROOF code: small enough for its paper, and not one character of it can be changed."""

import datetime as dt
import random

import cbor2
import pytest

from kiosk.proof import base45
from kiosk.proof.code import (
    LONGEST_PROOF,
    ProofClaims,
    ProofRejected,
    Reason,
    make_proof,
    matches,
    proof_text,
    read_proof,
    read_proof_bytes,
)
from kiosk.proof.keys import KioskKey
from kiosk.proof.manifest import manifest_digest, page_root
from kiosk.proof.model import LedgerPosition, Manifest, ProofLevel
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of

FAR_WEST = ISSUED_AT.astimezone(dt.timezone(dt.timedelta(hours=-10)))
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


@pytest.fixture(scope="module")
def proof(manifest: Manifest, key: KioskKey) -> bytes:
    return make_proof(manifest, POSITION, key)


def claims(text: str, key: KioskKey) -> ProofClaims:
    read = read_proof(text, [key.certificate])
    assert isinstance(read, ProofClaims)
    return read


def test_it_says_what_the_manifest_says(proof: bytes, manifest: Manifest, key: KioskKey) -> None:
    said = claims(proof_text(proof), key)
    assert (said.kiosk, said.sequence, said.guide, said.pages) == ("perpignan-01", 42, "ft.bulletins", 3)
    assert said.issued_at == ISSUED_AT
    assert said.level is ProofLevel.SENT
    assert (said.root, said.manifest, said.head) == (page_root(manifest), manifest_digest(manifest), POSITION.head)
    assert said.certificate == key.certificate
    assert matches(said, manifest)


def test_another_manifest_does_not_match(proof: bytes, key: KioskKey) -> None:
    said = claims(proof_text(proof), key)
    assert not matches(said, manifest_of(4))
    assert not matches(said, manifest_of(3, channel="post"))


def test_it_is_the_same_each_time(proof: bytes, manifest: Manifest, key: KioskKey) -> None:
    assert make_proof(manifest, POSITION, key) == proof


@pytest.mark.parametrize("level", list(ProofLevel))
def test_the_longest_fits_its_paper(level: ProofLevel, key: KioskKey) -> None:
    long = manifest_of(500, kiosk="k" * 16, guide_id="é" * 40, level=level, issued_at=FAR_WEST)
    proof = make_proof(long, LedgerPosition(2**32 - 1, bytes(32)), key)
    assert len(proof) <= LONGEST_PROOF
    assert matches(claims(proof_text(proof), key), long)


def test_every_mutation_of_every_byte_is_refused(proof: bytes, key: KioskKey) -> None:
    changed = bytearray(proof)
    for place in range(len(proof)):
        for flip in (0x01, 0x20, 0x80, 0xFF):
            changed[place] ^= flip
            assert isinstance(read_proof_bytes(bytes(changed), [key.certificate]), ProofRejected), (place, flip)
            changed[place] ^= flip


def test_every_mutation_of_every_character_is_refused(proof: bytes, key: KioskKey) -> None:
    text, source = proof_text(proof), random.Random(1)
    for place, char in enumerate(text):
        for other in source.sample([one for one in ALPHABET + "aé" if one != char], 6):
            changed = text[:place] + other + text[place + 1 :]
            assert isinstance(read_proof(changed, [key.certificate]), ProofRejected), (place, other)


def test_every_cut_and_addition_is_refused(proof: bytes, key: KioskKey) -> None:
    text = proof_text(proof)
    for length in range(len(text)):
        assert isinstance(read_proof(text[:length], [key.certificate]), ProofRejected)
    for added in ("0", " ", "00", "000", text):
        assert isinstance(read_proof(text + added, [key.certificate]), ProofRejected)


def test_the_other_valid_signature_is_refused(proof: bytes, key: KioskKey) -> None:
    """(r, n − s) is as valid an ECDSA signature as (r, s)."""
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    twin = proof[:-32] + (order - int.from_bytes(proof[-32:], "big")).to_bytes(32, "big")
    assert read_proof_bytes(twin, [key.certificate]) == ProofRejected(Reason.BAD_SIGNATURE)


def test_another_encoding_of_the_same_value_is_refused(proof: bytes, key: KioskKey) -> None:
    message = cbor2.loads(proof)
    longer = b"\xd8\x12" + proof[1:]
    assert cbor2.loads(longer) == message
    assert read_proof_bytes(longer, [key.certificate]) == ProofRejected(Reason.DAMAGED)
    untagged = cbor2.dumps(message.value)
    assert read_proof_bytes(untagged, [key.certificate]) == ProofRejected(Reason.DAMAGED)


def test_an_unprotected_header_is_refused(proof: bytes, key: KioskKey) -> None:
    protected, _, payload, signature = cbor2.loads(proof).value
    added = cbor2.dumps(cbor2.CBORTag(18, [protected, {9: 1}, payload, signature]), canonical=True)
    assert read_proof_bytes(added, [key.certificate]) == ProofRejected(Reason.DAMAGED)


def test_another_kiosk_is_not_believed(proof: bytes) -> None:
    stranger = KioskKey.generate("perpignan-01", ISSUED_AT)
    assert read_proof_bytes(proof, [stranger.certificate]) == ProofRejected(Reason.UNKNOWN_KIOSK)
    assert read_proof_bytes(proof, []) == ProofRejected(Reason.UNKNOWN_KIOSK)


@pytest.mark.parametrize("text", ["", "T1:", "bonjour", "https://exemple.fr", "T2:ABC", "t1:AAA"])
def test_something_else_is_not_a_proof(text: str, key: KioskKey) -> None:
    assert isinstance(read_proof(text, [key.certificate]), ProofRejected)


@pytest.mark.parametrize("data", [b"", b"\x9f" * 2000, b"\xd2" * 200, b"\xff", b"\xdb" + b"\xff" * 8])
def test_hostile_cbor_is_refused(data: bytes, key: KioskKey) -> None:
    assert read_proof_bytes(data, [key.certificate]) == ProofRejected(Reason.DAMAGED)


def test_base45_vectors() -> None:
    """RFC 9285, section 4.3."""
    for data, text in (
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
    ):
        assert base45.encode(data) == text
        assert base45.decode(text) == data
    for wrong in ("GGW", "A", "ab8", "::"):
        with pytest.raises(ValueError, match="Base45"):
            base45.decode(wrong)


@pytest.mark.parametrize("minutes", [-600, -210, 0, 60, 240, 345, 780])
def test_the_hour_is_the_one_on_the_paper(minutes: int, key: KioskKey) -> None:
    local = ISSUED_AT.astimezone(dt.timezone(dt.timedelta(minutes=minutes)))
    manifest = manifest_of(1, issued_at=local)
    said = claims(proof_text(make_proof(manifest, POSITION, key)), key)
    assert said.issued_at.isoformat() == local.isoformat()
    assert matches(said, manifest)
