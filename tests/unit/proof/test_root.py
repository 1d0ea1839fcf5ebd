"""A root vouches for a kiosk; nothing else can, and no byte may change."""

import datetime as dt
import hashlib
import random

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.keys import Certificate, KioskKey, UnusableKey, read_certificates
from kiosk.proof.model import Manifest, Verdict
from kiosk.proof.receipt import render_receipt
from kiosk.proof.root import install, is_root, issued_by, new_request, new_root, sign_request
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_code import verify_text
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of

LATER = ISSUED_AT + dt.timedelta(days=20 * 365)


@pytest.fixture(scope="module")
def rooted(key: KioskKey) -> tuple[Certificate, KioskKey]:
    private, root = new_root("Commune de Perpignan", ISSUED_AT)
    signed = sign_request(new_request(key), root, private, ISSUED_AT)
    return root, install(key, signed, root)


@pytest.fixture(scope="module")
def chained(rooted: tuple[Certificate, KioskKey], manifest: Manifest) -> bytes:
    return render_receipt(manifest, POSITION, rooted[1], {})


def test_the_root_alone_is_enough_for_a_receipt(rooted: tuple[Certificate, KioskKey], chained: bytes) -> None:
    root, renewed = rooted
    assert is_root(root) and not is_root(renewed.certificate)
    assert verify_receipt(chained, [], [root]).verdict is Verdict.GENUINE
    assert verify_receipt(chained, [], [renewed.certificate]).verdict is Verdict.GENUINE
    report = verify_receipt(chained, [], [root], LATER)
    assert report.verdict is Verdict.GENUINE, "an expired certificate is told, and no reason"
    assert any("expiré" in check.sentence for check in report.checks)


def test_another_root_or_none_is_not(chained: bytes, receipt: bytes, rooted: tuple[Certificate, KioskKey]) -> None:
    _, stranger = new_root("Commune de Perpignan", ISSUED_AT)
    assert verify_receipt(chained, [], [stranger]).verdict is Verdict.ALTERED
    # Self-signed: this root does not know it.
    assert verify_receipt(receipt, [], [rooted[0]]).verdict is Verdict.ALTERED, (
        "self-signed, and this root knows it not"
    )


def test_no_changed_byte_of_a_chained_receipt_is_genuine(chained: bytes, rooted: tuple[Certificate, KioskKey]) -> None:
    start = chained.index(b"/Contents <") if b"/Contents <" in chained else chained.index(b"<3082")
    places = [*range(start, start + 2400, 16), *random.Random(9).sample(range(len(chained)), 60)]
    for place in places:
        changed = bytearray(chained)
        changed[place] ^= 1
        assert verify_receipt(bytes(changed), [], [rooted[0]]).verdict is not Verdict.GENUINE, place


def test_a_certificate_signed_again_with_the_other_s_is_refused(rooted: tuple[Certificate, KioskKey]) -> None:
    """ECDSA lets anybody turn a signature into a second valid one: the receipt's own signature names the first."""
    _, renewed = rooted
    digest = hashlib.sha256(b"document").digest()
    from kiosk.proof import cms, p256

    container = cms.assemble(renewed.certificate, digest, p256.to_der(renewed.sign(b"x")))
    assert cms.embedded_certificate(container) == renewed.certificate
    assert not cms.holds(container, renewed.certificate, digest)
    assert cms.embedded_certificate(container[:-20]) is None
    assert cms.embedded_certificate(b"") is None


def test_a_code_of_before_the_renewal_is_judged_by_the_certificate_of_then(key: KioskKey, manifest: Manifest) -> None:
    private, root = new_root("Commune", ISSUED_AT + dt.timedelta(days=1000))
    signed = sign_request(new_request(key), root, private, ISSUED_AT + dt.timedelta(days=1000))
    renewed = install(key, signed, root)
    text = proof_text(make_proof(manifest, POSITION, key))
    for trusted in ([renewed.certificate, key.certificate], [key.certificate, renewed.certificate]):
        assert verify_text(text, trusted).verdict is Verdict.GENUINE
    assert verify_text(text, [renewed.certificate]).verdict is Verdict.ALTERED
    late = manifest_of(3, issued_at=ISSUED_AT + dt.timedelta(days=1100))
    assert (
        verify_text(proof_text(make_proof(late, POSITION, renewed)), [renewed.certificate]).verdict is Verdict.GENUINE
    )


def test_a_kiosk_cannot_vouch_for_a_kiosk(key: KioskKey) -> None:
    other = KioskKey.generate("other", ISSUED_AT)
    with pytest.raises(UnusableKey):
        install(other, other.certificate_pem, key.certificate)
    assert not issued_by(other.certificate, key.certificate)
    assert not issued_by(key.certificate, key.certificate)


def test_a_certificate_that_outlives_its_root_or_may_do_more_is_refused(key: KioskKey) -> None:
    private, root = new_root("Commune", ISSUED_AT)

    def signed(days: int, *, ca: bool) -> Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(key.certificate.parsed.subject)
            .issuer_name(root.parsed.subject)
            .public_key(key.private.public_key())
            .serial_number(7)
            .not_valid_before(ISSUED_AT)
            .not_valid_after(ISSUED_AT + dt.timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        certificate = builder.sign(private, hashes.SHA256())
        return Certificate(certificate.public_bytes(serialization.Encoding.DER))

    for wrong in (signed(30 * 365, ca=False), signed(300, ca=True), signed(300, ca=False)):
        assert not issued_by(wrong, root)


def test_a_bad_request_is_one_sentence(key: KioskKey) -> None:
    private, root = new_root("Commune", ISSUED_AT)
    request = bytearray(new_request(key))
    request[120] = ord("A") if request[120] != ord("A") else ord("B")
    for wrong in (b"", b"-----BEGIN CERTIFICATE REQUEST-----", bytes(request)):
        with pytest.raises(UnusableKey, match=r"\.$"):
            sign_request(wrong, root, private, ISSUED_AT)
    with pytest.raises(UnusableKey):
        sign_request(new_request(key), root, ec.generate_private_key(ec.SECP256R1()), ISSUED_AT)
    with pytest.raises(UnusableKey):
        sign_request(new_request(key), root, private, LATER)
    assert read_certificates(sign_request(new_request(key), root, private, ISSUED_AT))[0].name == "perpignan-01"
