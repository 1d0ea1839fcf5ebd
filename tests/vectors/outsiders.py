"""Who else vouches in the vectors: the operator's root, time-stamp authorities, a log. Always the same bytes."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.proof import der
from kiosk.proof.checkpoint import LogProof, log_proof
from kiosk.proof.keys import Certificate, KioskKey, kiosk_usage
from kiosk.proof.log_tree import Levels, LogPlace, inclusion, leaf_hash, root_at
from kiosk.proof.model import LedgerPosition
from kiosk.proof.note import LogKey
from kiosk.proof.timestamp import DIGESTS, Parts, Token, read_token
from tests.vectors.world import ISSUED_AT

DAY = dt.timedelta(days=1)
_CONTENT_TYPE, _MESSAGE_DIGEST = der.oid("1.2.840.113549.1.9.3"), der.oid("1.2.840.113549.1.9.4")
_NAMED, _STAMP = der.oid("1.2.840.113549.1.9.16.2.47"), der.oid("1.2.840.113549.1.9.16.1.4")
_HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}


def private_key(name: str, curve: ec.EllipticCurve | None = None) -> ec.EllipticCurvePrivateKey:
    """The key that follows from `name`."""
    seed = hashlib.sha256(f"temoin test vectors, {name}".encode()).digest()
    return ec.derive_private_key(int.from_bytes(seed, "big") >> 1, curve or ec.SECP256R1())


def certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    signing: ec.EllipticCurvePrivateKey,
    extensions: list[tuple[x509.ExtensionType, bool]],
    days: tuple[int, int],
) -> x509.Certificate:
    """A certificate from `days[0]` to `days[1]` after the receipts, with a serial that follows from its name."""
    serial = int.from_bytes(hashlib.sha256(f"{name} by {issuer}".encode()).digest()[:16], "big") >> 1
    builder = x509.CertificateBuilder(_named(issuer), _named(name), key.public_key(), serial)
    builder = builder.not_valid_before(ISSUED_AT + days[0] * DAY).not_valid_after(ISSUED_AT + days[1] * DAY)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(signing, hashes.SHA256(), ecdsa_deterministic=True)


def root_certificate(name: str = "Racine de Perpignan", days: tuple[int, int] = (-1, 7300)) -> Certificate:
    """The operator's root."""
    key = private_key(name)
    made = certificate(name, key, name, key, [(x509.BasicConstraints(True, 0), True)], days)
    return Certificate(der_of(made))


def chained_key(
    root: str = "Racine de Perpignan", days: tuple[int, int] = (-1, 400), *, ca: bool = False, signs: bool = True
) -> KioskKey:
    """A kiosk whose certificate `root` signed; `ca` and not `signs` are for what no root should sign."""
    key = private_key("perpignan-02")
    usage = kiosk_usage() if signs else x509.KeyUsage(True, False, True, *[False] * 6)
    extensions: list[tuple[x509.ExtensionType, bool]] = [(x509.BasicConstraints(ca, None), True), (usage, True)]
    made = certificate("perpignan-02", key, root, private_key(root), extensions, days)
    return KioskKey(key, Certificate(der_of(made)))


@dataclass(frozen=True)
class Authority:
    """A time-stamp authority, with the certificate of who vouches for it."""

    certificate: x509.Certificate
    anchor: x509.Certificate
    key: ec.EllipticCurvePrivateKey
    digest_name: str

    def stamp(self, digest: bytes, time: dt.datetime) -> Token:
        """Its stamp on a SHA-256, in the one form."""
        imprint = der.tlv(
            der.SEQUENCE, der.tlv(der.SEQUENCE, DIGESTS["sha256"][0], der.NULL), der.tlv(der.OCTETS, digest)
        )
        told = time.astimezone(dt.UTC).strftime("%Y%m%d%H%M%SZ").encode()
        serial = der.integer(int.from_bytes(digest[:8], "big"))
        info = der.tlv(der.SEQUENCE, der.integer(1), der.oid("1.2.3.4.1"), imprint, serial, der.tlv(0x18, told))
        named = der.tlv(
            der.SEQUENCE,
            der.tlv(
                der.SEQUENCE,
                der.tlv(der.SEQUENCE, der.tlv(der.OCTETS, hashlib.sha256(der_of(self.certificate)).digest())),
            ),
        )
        values = {
            _CONTENT_TYPE: _STAMP,
            _MESSAGE_DIGEST: der.tlv(der.OCTETS, hashlib.new(self.digest_name, info).digest()),
            _NAMED: named,
        }
        attributes = b"".join(der.tlv(der.SEQUENCE, kind, der.tlv(der.SET, value)) for kind, value in values.items())
        algorithm = ec.ECDSA(_HASHES[self.digest_name], deterministic_signing=True)
        signature = self.key.sign(der.tlv(der.SET, attributes), algorithm)
        parts = Parts(info, der_of(self.certificate), attributes, self.digest_name, signature)
        return read_token(parts.assembled())

    def at(self, time: dt.datetime) -> Callable[[bytes], Token]:
        return lambda digest: self.stamp(digest, time)


def authority(
    name: str, curve: ec.EllipticCurve | None = None, digest_name: str = "sha256", days: tuple[int, int] = (-300, 700)
) -> Authority:
    """The authority of this name; who vouches for it lives ten years."""
    key, above = private_key(name, curve), f"Racine de {name}"
    root = private_key(above)
    anchor = certificate(above, root, above, root, [(x509.BasicConstraints(True, 0), True)], (-1000, 3650))
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    own = certificate(name, key, above, root, [(usage, True)], days)
    return Authority(own, anchor, key, digest_name)


def log_key() -> LogKey:
    seed = hashlib.sha256(b"temoin test vectors, log").digest()
    return LogKey("perpignan-01.temoin.invalid", Ed25519PrivateKey.from_private_bytes(seed))


def logged(position: LedgerPosition, size: int = 66) -> LogProof:
    """The proof that the row at `position` stands in a ledger of `size` rows."""
    heads = [hashlib.sha256(f"head {row}".encode()).digest() for row in range(1, size + 1)]
    heads[position.sequence - 1] = position.head
    levels, index = Levels.of(map(leaf_hash, heads)), position.sequence - 1
    return log_proof(LogPlace(index, size, inclusion(levels.read, index, size), root_at(levels.read, size)), log_key())


def der_of(one: x509.Certificate) -> bytes:
    return one.public_bytes(serialization.Encoding.DER)


def pem_of(one: x509.Certificate) -> bytes:
    return one.public_bytes(serialization.Encoding.PEM)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
