"""The kiosk's key: one signature for a message, a certificate to compare by eye."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from kiosk.proof import p256
from kiosk.proof.keys import Certificate, KioskKey, UnusableKey, read_certificates, trust
from tests.unit.proof.conftest import ISSUED_AT


def test_a_key_comes_back_from_its_pem(key: KioskKey) -> None:
    back = KioskKey.from_pem(key.to_pem())
    assert back.certificate_der == key.certificate_der
    assert back.sign(b"message") == key.sign(b"message")
    assert (back.fingerprint, back.key_id) == (key.fingerprint, key.key_id)


def test_the_fingerprint_is_the_one_openssl_gives(key: KioskKey, tmp_path: Path) -> None:
    path = tmp_path / "kiosk.cert.pem"
    path.write_bytes(key.certificate_pem)
    command = ["openssl", "x509", "-in", str(path), "-noout", "-fingerprint", "-sha256"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.partition("=")[2].strip().replace(":", "").lower() == key.fingerprint.replace(" ", "")


def test_a_signature_holds_for_its_message_only(key: KioskKey) -> None:
    signature = key.sign(b"message")
    assert key.holds(b"message", signature)
    assert not key.holds(b"messagf", signature)
    assert not key.holds(b"message", signature[:-1])
    assert not KioskKey.generate("x", ISSUED_AT).holds(b"message", signature)


def test_every_signature_has_a_low_s_and_one_der(key: KioskKey) -> None:
    for number in range(50):
        signature = key.sign(bytes([number]))
        assert signature[32] < 0x80
        der = p256.to_der(signature)
        assert p256.from_der(der) == signature
        assert p256.from_der(der + b"\x00") is None
        assert p256.from_der(der[:-1]) is None


def test_the_certificate_covers_its_time(key: KioskKey) -> None:
    certificate = key.certificate
    assert certificate.valid_at(ISSUED_AT)
    assert certificate.valid_at(ISSUED_AT + dt.timedelta(days=5 * 365 - 1))
    assert not certificate.valid_at(ISSUED_AT + dt.timedelta(days=5 * 365 + 1))
    assert not certificate.valid_at(ISSUED_AT - dt.timedelta(days=2))
    assert certificate.name == "perpignan-01"


def test_anchors_come_in_any_form(key: KioskKey) -> None:
    other = KioskKey.generate("b", ISSUED_AT)
    both = key.certificate_pem + other.certificate_pem
    anchors = trust([key, key.certificate, key.certificate_der, key.certificate_pem, both])
    assert [one.der for one in anchors] == [key.certificate_der] * 5 + [other.certificate_der]
    assert read_certificates(both)[1] == other.certificate


@pytest.mark.parametrize("data", [b"", b"bonjour", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_something_else_is_not_a_certificate(data: bytes) -> None:
    with pytest.raises(UnusableKey):
        read_certificates(data)


def test_a_key_and_a_stranger_certificate_do_not_go_together(key: KioskKey) -> None:
    other = KioskKey.generate("b", ISSUED_AT)
    private = key.to_pem().partition(b"-----BEGIN CERTIFICATE-----")[0]
    for pem in (private + other.certificate_pem, private, key.certificate_pem, b""):
        with pytest.raises(UnusableKey):
            KioskKey.from_pem(pem)


def test_a_key_does_not_show_itself(key: KioskKey) -> None:
    assert repr(key) == "KioskKey('perpignan-01')"
    assert isinstance(key.certificate, Certificate)
