"""What is printed is read back; what does not say what it must is caught."""

import io

from PIL import Image, ImageDraw

from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.key_words import words_of
from kiosk.proof.keys import KioskKey
from kiosk.proof.model import Manifest
from kiosk.proof.readback import key_stub_reads_back, receipt_reads_back, ticket_reads_back
from kiosk.proof.receipt import render_receipt
from kiosk.proof.seal import identity_text
from kiosk.proof.ticket import render_key_stub, render_ticket
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of

SECRET = bytes(range(16))
IDENTITY, WORDS = identity_text(SECRET), words_of(SECRET)


def spoiled(png: bytes) -> bytes:
    """The same paper with a bar of ink across the code, as a bad driver leaves it."""
    image = Image.open(io.BytesIO(png)).convert("1")
    ImageDraw.Draw(image).rectangle((0, 0, image.width, 330), fill=0)
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()


def test_a_key_stub() -> None:
    stub = render_key_stub(IDENTITY, "5f1c0a42", ISSUED_AT, "en", WORDS)
    assert key_stub_reads_back(stub, IDENTITY, WORDS)
    other = bytes(15) + b"\x01"
    assert not key_stub_reads_back(stub, identity_text(other), words_of(other))
    assert not key_stub_reads_back(stub, IDENTITY, words_of(other))
    assert not key_stub_reads_back(stub, IDENTITY, WORDS[:11])
    assert not key_stub_reads_back(spoiled(stub), IDENTITY, WORDS)
    assert not key_stub_reads_back(b"", IDENTITY)


def test_a_ticket(manifest: Manifest, key: KioskKey) -> None:
    proof = make_proof(manifest, POSITION, key)
    ticket = render_ticket(manifest, POSITION, proof)
    assert ticket_reads_back(ticket, proof_text(proof))
    assert not ticket_reads_back(ticket, proof_text(make_proof(manifest_of(2), POSITION, key)))
    assert not ticket_reads_back(render_key_stub(IDENTITY, "5f", ISSUED_AT), proof_text(proof))
    assert not ticket_reads_back(ticket[: len(ticket) // 3], proof_text(proof))


def test_a_receipt(manifest: Manifest, key: KioskKey, receipt: bytes) -> None:
    text = proof_text(make_proof(manifest, POSITION, key))
    assert receipt_reads_back(receipt, text, [key])
    assert not receipt_reads_back(receipt[:-1], text, [key])
    assert not receipt_reads_back(receipt, text, [KioskKey.generate("perpignan-01", ISSUED_AT)])
    other = render_receipt(manifest_of(2), POSITION, key, {})
    assert not receipt_reads_back(other, text, [key])
