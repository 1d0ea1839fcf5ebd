"""The kiosk's key: it signs receipts and ledger rows. Its certificate is what a stranger must trust."""

import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.proof import p256

KEY_ID_LENGTH = 8
_VALIDITY = dt.timedelta(days=5 * 365)
_MARGIN = dt.timedelta(days=1)


class UnusableKey(Exception):
    """A key or certificate that cannot be read or used. The message is one French sentence for people."""


@dataclass(frozen=True)
class Certificate:
    """The public half of a kiosk: what verification compares with and trusts."""

    der: bytes

    @functools.cached_property
    def parsed(self) -> x509.Certificate:
        return x509.load_der_x509_certificate(self.der)

    @functools.cached_property
    def public_key(self) -> ec.EllipticCurvePublicKey:
        key = self.parsed.public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            raise UnusableKey("Ce certificat n’est pas celui d’une borne.")
        return key

    @functools.cached_property
    def key_id(self) -> bytes:
        """The first 8 bytes of SHA-256(SubjectPublicKeyInfo)."""
        info = self.public_key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        return _sha256(info)[:KEY_ID_LENGTH]

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, as `openssl x509 -fingerprint -sha256` gives it, in groups of four."""
        return grouped(_sha256(self.der))

    @property
    def name(self) -> str:
        """The kiosk named by the certificate."""
        names = self.parsed.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else ""

    @property
    def valid_from(self) -> dt.datetime:
        return self.parsed.not_valid_before_utc

    @property
    def valid_until(self) -> dt.datetime:
        return self.parsed.not_valid_after_utc

    def valid_at(self, when: dt.datetime) -> bool:
        """Whether `when` (with its offset) lies in the certificate's life."""
        return self.valid_from <= when <= self.valid_until

    def holds(self, message: bytes, signature: bytes) -> bool:
        """Whether `signature` (64 bytes, r‖s) over `message` was made with this certificate's key."""
        return p256.holds(self.public_key, message, signature)

    def to_pem(self) -> bytes:
        return self.parsed.public_bytes(serialization.Encoding.PEM)


@dataclass(frozen=True)
class KioskKey:
    """The private key of a kiosk, in a file or in a secure element, with its certificate."""

    private: ec.EllipticCurvePrivateKey
    certificate: Certificate

    def __repr__(self) -> str:
        return f"KioskKey({self.certificate.name!r})"

    @classmethod
    def generate(cls, name: str, now: dt.datetime) -> "KioskKey":
        """A new key for the kiosk `name`, with a self-signed certificate valid five years from `now`."""
        private = ec.generate_private_key(ec.SECP256R1())
        return cls(private, self_signed(private, name, now))

    @classmethod
    def from_pem(cls, pem: bytes) -> "KioskKey":
        """The key and certificate that `to_pem` wrote. Raises `UnusableKey`."""
        try:
            private = serialization.load_pem_private_key(pem, password=None)
            certificate = read_certificates(pem)[0]
        except (ValueError, TypeError, IndexError) as error:
            raise UnusableKey("La clé de la borne est illisible.") from error
        if not isinstance(private, ec.EllipticCurvePrivateKey) or certificate.public_key != private.public_key():
            raise UnusableKey("La clé de la borne et son certificat ne vont pas ensemble.")
        return cls(private, certificate)

    def to_pem(self) -> bytes:
        """Private key then certificate. Secret: to be written with mode 0600."""
        private = self.private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return private + self.certificate.to_pem()

    @property
    def certificate_der(self) -> bytes:
        return self.certificate.der

    @property
    def certificate_pem(self) -> bytes:
        return self.certificate.to_pem()

    @property
    def fingerprint(self) -> str:
        return self.certificate.fingerprint

    @property
    def key_id(self) -> bytes:
        return self.certificate.key_id

    def sign(self, message: bytes) -> bytes:
        """r‖s, 64 bytes. The same message gives the same signature, but in a secure element, which draws its nonce."""
        return p256.sign(self.private, message)

    def holds(self, message: bytes, signature: bytes) -> bool:
        return self.certificate.holds(message, signature)


def read_certificates(data: bytes) -> list[Certificate]:
    """The certificates in `data` (PEM with one or several, or one DER). Raises `UnusableKey` where there is none."""
    try:
        if b"-----BEGIN CERTIFICATE-----" in data:
            found = x509.load_pem_x509_certificates(data)
        else:
            found = [x509.load_der_x509_certificate(data)]
    except ValueError as error:
        raise UnusableKey("Ce fichier ne contient pas de certificat de borne.") from error
    certificates = [Certificate(one.public_bytes(serialization.Encoding.DER)) for one in found]
    for certificate in certificates:
        _ = certificate.public_key
    return certificates


def trust(anchors: Iterable[Certificate | KioskKey | bytes]) -> Sequence[Certificate]:
    """Trust anchors in whatever form they were given: certificates, keys, PEM or DER."""
    trusted: list[Certificate] = []
    for anchor in anchors:
        match anchor:
            case Certificate():
                trusted.append(anchor)
            case KioskKey():
                trusted.append(anchor.certificate)
            case _:
                trusted.extend(read_certificates(anchor))
    return trusted


def grouped(digest: bytes, length: int | None = None) -> str:
    """`digest` in lowercase hexadecimal by groups of four, cut to `length` digits."""
    digits = digest.hex()[:length]
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _sha256(data: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(data)
    return digest.finalize()


def kiosk_usage() -> x509.KeyUsage:
    """What a kiosk's key may do: sign, and nothing else."""
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def self_signed(private: ec.EllipticCurvePrivateKey, name: str, now: dt.datetime) -> Certificate:
    """The certificate that a kiosk gives itself, valid five years from `now`."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _MARGIN)
        .not_valid_after(now + _VALIDITY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(kiosk_usage(), critical=True)
        # poppler calls a signer trusted only with this purpose in its certificate.
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
    )
    return Certificate(builder.sign(private, hashes.SHA256()).public_bytes(serialization.Encoding.DER))
