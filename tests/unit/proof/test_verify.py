"""Verification: genuine for what the kiosk issued, and for nothing else in the world."""

import dataclasses
import datetime as dt
import io
import random
import re

import pikepdf
import pytest

from kiosk.proof.code import make_proof
from kiosk.proof.keys import KioskKey
from kiosk.proof.manifest import encode_manifest
from kiosk.proof.model import LedgerPosition, Manifest, Verdict, VerificationReport
from kiosk.proof.pades import sign_pdf
from kiosk.proof.receipt import render_receipt
from kiosk.proof.seal import recipient, seal
from kiosk.proof.sheet import Sheet
from kiosk.proof.verify import LARGEST_RECEIPT, claims_of, verify_receipt
from kiosk.proof.verify_code import verify_text
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of, page_bytes

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def verdict(pdf: bytes, key: KioskKey, *pages: bytes) -> Verdict:
    return verify_receipt(pdf, pages, [key]).verdict


def failed(report: VerificationReport) -> list[str]:
    return [check.name for check in report.checks if check.passed is False]


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the signature's hexadecimal digits are."""
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) ", pdf)
    assert found
    return int(found[1]) + 1, int(found[2]) - 1


@pytest.mark.parametrize("count", [1, 3, 66])
def test_an_honest_receipt_is_genuine(count: int, key: KioskKey) -> None:
    pdf = render_receipt(manifest_of(count), POSITION, key, {})
    report = verify_receipt(pdf, [page_bytes(count), page_bytes(1)], [key], ISSUED_AT)
    assert report.verdict is Verdict.GENUINE
    assert failed(report) == []
    assert "perpignan-01-000042" in report.sentence
    assert "14\u00a0h\u00a005" in report.sentence


def test_every_single_byte_counts(receipt: bytes, key: KioskKey) -> None:
    """Each byte of the file changed in turn, one bit of it: never genuine, never unusable.

    Inside streams (fonts, colours), where nothing but the digest looks, every thirteenth.
    """
    changed, source = bytearray(receipt), random.Random(7)
    opaque = {place for found in STREAM.finditer(receipt) for place in range(*found.span(1)) if place % 13}
    assert len(opaque) > len(receipt) // 3
    for place in sorted(set(range(len(receipt))) - opaque):
        flip = 1 << source.randrange(8)
        changed[place] ^= flip
        assert verdict(bytes(changed), key) is Verdict.ALTERED, (place, flip)
        changed[place] ^= flip
    assert verdict(bytes(changed), key) is Verdict.GENUINE


def test_every_byte_of_the_signature_gap_counts(receipt: bytes, key: KioskKey) -> None:
    """The gap is not covered by the digest: case of digits, padding, every part of the CMS, by many values."""
    start, end = gap(receipt)
    padding = start + len(receipt[start:end].rstrip(b"0"))
    changed = bytearray(receipt)
    for place in (*range(start - 1, padding + 2), *range(padding + 2, end, 17), end - 1, end):
        original = changed[place]
        values = {original ^ 0x20, original ^ 1} | (set(b"0aAfF9 >\n") if place % 3 == 0 else set())
        for other in values - {original}:
            changed[place] = other
            assert verdict(bytes(changed), key) is Verdict.ALTERED, (place, other)
        changed[place] = original


def test_every_byte_of_the_structure_counts(receipt: bytes, key: KioskKey) -> None:
    """The byte range, the signature's dictionary, the cross-reference table and the trailer, by every fifth value."""
    _, end = gap(receipt)
    changed = bytearray(receipt)
    for place in [*range(12), *range(end, end + 60), *range(len(receipt) - 30, len(receipt))]:
        original = changed[place]
        for other in {*range(place % 5, 256, 5), *b"0123456789\r\n \t"} - {original}:
            changed[place] = other
            assert verdict(bytes(changed), key) is Verdict.ALTERED, (place, other)
        changed[place] = original


def test_the_whole_gap_in_lower_case_is_refused(receipt: bytes, key: KioskKey) -> None:
    start, end = gap(receipt)
    assert verdict(receipt[:start] + receipt[start:end].lower() + receipt[end:], key) is Verdict.ALTERED


@pytest.mark.parametrize("added", [b"\n", b" ", b"%%EOF", b"\x00" * 100])
def test_nothing_may_be_added_or_cut(added: bytes, receipt: bytes, key: KioskKey) -> None:
    assert verdict(receipt + added, key) is Verdict.ALTERED
    assert verdict(added + receipt, key) is Verdict.ALTERED
    assert verdict(receipt[:-1], key) is Verdict.ALTERED
    assert verdict(receipt[: len(receipt) // 2], key) is Verdict.ALTERED


def test_a_later_revision_is_refused(receipt: bytes, key: KioskKey) -> None:
    """An ordinary PDF verifier accepts a signed file with something appended to it."""
    xref = receipt.rfind(b"startxref")
    again = receipt + b"\n1 0 obj\n<< >>\nendobj\n" + receipt[xref:]
    assert verdict(again, key) is Verdict.ALTERED


def test_a_second_signature_is_refused(receipt: bytes, key: KioskKey) -> None:
    start, _ = gap(receipt)
    twice = receipt + b"\n/ByteRange [0 %d %d %d]" % (start, start + 2, 10)
    assert verdict(twice, key) is Verdict.ALTERED


def test_a_rewritten_pdf_is_refused(receipt: bytes, key: KioskKey) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(receipt)) as document:
        document.save(output)
    assert verdict(output.getvalue(), key) is Verdict.ALTERED


def test_the_pages_of_the_receipt_are_its_own(receipt: bytes, key: KioskKey) -> None:
    assert verdict(receipt, key, page_bytes(3), page_bytes(1)) is Verdict.GENUINE
    page = bytearray(page_bytes(2))
    for place in range(len(page)):
        page[place] ^= 1
        report = verify_receipt(receipt, [page_bytes(1), bytes(page)], [key])
        assert (report.verdict, failed(report)) == (Verdict.ALTERED, ["page 2"])
        page[place] ^= 1
    assert verdict(receipt, key, page_bytes(2) + b"\n") is Verdict.ALTERED
    assert verdict(receipt, key, b"") is Verdict.ALTERED


def test_a_page_of_another_case_is_refused(receipt: bytes, key: KioskKey) -> None:
    assert verdict(receipt, key, page_bytes(4)) is Verdict.ALTERED


def test_a_sealed_page_is_to_be_opened_first(receipt: bytes, key: KioskKey) -> None:
    report = verify_receipt(receipt, [seal(page_bytes(1), [recipient(bytes(16))])], [key])
    assert report.verdict is Verdict.UNUSABLE
    assert "scellé" in report.sentence


def test_another_kiosk_is_not_believed(receipt: bytes, manifest: Manifest, key: KioskKey) -> None:
    stranger = KioskKey.generate("perpignan-01", ISSUED_AT)
    assert verdict(receipt, stranger) is Verdict.ALTERED
    assert verify_receipt(receipt, [], [stranger, key]).verdict is Verdict.GENUINE
    assert verdict(render_receipt(manifest, POSITION, stranger, {}), key) is Verdict.ALTERED


def forged(key: KioskKey, attached: dict[str, bytes]) -> bytes:
    """A PDF signed by the kiosk itself, with whatever is attached."""
    sheet = Sheet("faux", ISSUED_AT, "", "")
    for name, data in attached.items():
        sheet.embed_file(
            bytes=data,
            basename=name,
            mime_type="application/cbor",
            associated_file_relationship="Data",
            modification_date=ISSUED_AT,
            compress=True,
        )
    return sign_pdf(bytes(sheet.output()), key, ISSUED_AT)


def test_attachments_that_disagree_are_refused(manifest: Manifest, key: KioskKey) -> None:
    """Even under a good signature: code and manifest must tell the same story."""
    proof, data = make_proof(manifest, POSITION, key), encode_manifest(manifest)
    stranger = KioskKey.generate("perpignan-01", ISSUED_AT)
    other = encode_manifest(dataclasses.replace(manifest, body="CAF"))
    cases: list[dict[str, bytes]] = [
        {},
        {"manifeste.cbor": data},
        {"manifeste.cbor": data, "preuve.cbor": proof, "autre": b"x"},
        {"manifeste.cbor": other, "preuve.cbor": proof},
        {"manifeste.cbor": data, "preuve.cbor": make_proof(manifest, POSITION, stranger)},
        {"manifeste.cbor": data, "preuve.cbor": b"\xd2"},
        {"manifeste.cbor": b"\xa0", "preuve.cbor": proof},
    ]
    for attached in cases:
        assert verdict(forged(key, attached), key) is Verdict.ALTERED
    assert verdict(forged(key, {"manifeste.cbor": data, "preuve.cbor": proof}), key) is Verdict.GENUINE


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "vide"),
        (b"bonjour", "PDF"),
        (b"\x89PNG", "PDF"),
        (b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF", "mot de passe"),
        (b"%PDF-1.7" + bytes(LARGEST_RECEIPT), "grand"),
    ],
)
def test_unusable_input_is_told_apart(data: bytes, word: str, key: KioskKey) -> None:
    report = verify_receipt(data, [], [key])
    assert report.verdict is Verdict.UNUSABLE
    assert word in report.sentence


def test_a_pdf_that_nobody_signed_is_not_a_receipt(key: KioskKey) -> None:
    assert verdict(b"%PDF-1.7\n%%EOF", key) is Verdict.ALTERED


def test_nobody_trusted_is_no_verdict(receipt: bytes) -> None:
    assert verify_receipt(receipt, [], []).verdict is Verdict.UNUSABLE


def test_an_expired_certificate_is_told_and_not_fatal(receipt: bytes, key: KioskKey) -> None:
    report = verify_receipt(receipt, [], [key], ISSUED_AT + dt.timedelta(days=20 * 365))
    assert report.verdict is Verdict.GENUINE
    assert [check.passed for check in report.checks if check.name == "expiry"] == [None]
    assert not [check for check in verify_receipt(receipt, [], [key], ISSUED_AT).checks if check.name == "expiry"]


def test_a_certificate_that_was_not_valid_at_the_time_is_fatal(key: KioskKey) -> None:
    later = manifest_of(1, issued_at=ISSUED_AT + dt.timedelta(days=6 * 365))
    attached = {"manifeste.cbor": encode_manifest(later), "preuve.cbor": make_proof(later, POSITION, key)}
    report = verify_receipt(forged(key, attached), [], [key])
    assert (report.verdict, failed(report)) == (Verdict.ALTERED, ["validity"])


def test_the_claims_of_a_genuine_receipt_only(receipt: bytes, key: KioskKey) -> None:
    claims = claims_of(receipt, [key])
    assert claims is not None
    assert LedgerPosition(claims.sequence, claims.head) == POSITION
    assert claims_of(receipt + b"\n", [key]) is None


def test_a_text_that_is_no_proof(key: KioskKey) -> None:
    assert verify_text("https://exemple.fr", [key]).verdict is Verdict.UNUSABLE
    assert verify_text("T1:ABC", [key]).verdict is Verdict.ALTERED


@pytest.mark.parametrize("length", [1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 32, 40, 64])
def test_a_kiosk_of_any_name_is_verified(length: int) -> None:
    """The lengths in the signature's container change form with the length of the name."""
    named = KioskKey.generate("k" * length, ISSUED_AT)
    manifest = manifest_of(1, kiosk="k" * min(length, 16))
    attached = {"manifeste.cbor": encode_manifest(manifest), "preuve.cbor": make_proof(manifest, POSITION, named)}
    for _ in range(3):
        assert verdict(forged(named, attached), named) is Verdict.GENUINE


def test_the_verdict_is_told_in_the_language_asked(echo: str, receipt: bytes, key: KioskKey) -> None:
    genuine = verify_receipt(receipt, [page_bytes(1)], [key], language=echo)
    assert genuine.verdict is Verdict.GENUINE
    assert genuine.sentence.startswith("<")
    assert all(check.sentence.startswith("<") for check in genuine.checks)
    assert verify_receipt(receipt + b"\n", [], [key], language=echo).sentence.startswith("<")
    assert verify_receipt(b"", [], [key], language=echo).sentence.startswith("<")
