"""The console's own certificate: made at the first start, renewed by itself, known by the fingerprint of its key."""

import datetime as dt
import hashlib
import ipaddress
import os
import socket
import ssl
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAYS = 820
"""The longest that every browser accepts."""
RENEW_DAYS = 60
KEY, CERTIFICATE = "tls.key.pem", "tls.cert.pem"


def server_certificate(folder: Path, names: Sequence[str], now: dt.datetime) -> tuple[Path, Path]:
    """Paths of the certificate and the key in `folder`, made or renewed where need be. The key always stays."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key_path, certificate_path = folder / KEY, folder / CERTIFICATE
    if not key_path.is_file():
        made = ec.generate_private_key(ec.SECP256R1())
        _write(key_path, made.private_bytes(*_PEM_KEY, serialization.NoEncryption()))
    key = serialization.load_pem_private_key(key_path.read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise OSError(0, "clé TLS inutilisable", str(key_path))
    if not _is_good(certificate_path, key, names, now):
        _write(certificate_path, _certificate(key, names, now).public_bytes(serialization.Encoding.PEM))
    return certificate_path, key_path


def fingerprint(certificate_der: bytes) -> str:
    """SHA-256 of the public key of a certificate, hexadecimal: the same after a renewal."""
    public = x509.load_der_x509_certificate(certificate_der).public_key()
    encoded = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(encoded).hexdigest()


def fingerprint_of(path: Path) -> str:
    """The fingerprint of a certificate file (PEM)."""
    return fingerprint(ssl.PEM_cert_to_DER_cert(path.read_text(encoding="ascii")))


def grouped(text: str) -> str:
    """As people compare it: « AB12 CD34 … »."""
    return " ".join(text[at : at + 4].upper() for at in range(0, len(text), 4))


def names_of_this_machine(kiosk: str) -> tuple[str, ...]:
    """What people may type: the kiosk's name, the machine's, and its addresses."""
    host = socket.gethostname()
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
    except OSError:
        found = set()
    bare = (kiosk.lower(), f"{kiosk.lower()}.local", host.lower(), "localhost", "127.0.0.1", "::1")
    return tuple(dict.fromkeys((*bare, *sorted(address.partition("%")[0] for address in found))))


_PEM_KEY = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)


def _certificate(key: ec.EllipticCurvePrivateKey, names: Sequence[str], now: dt.datetime) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([_name(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )


def _name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)


def _is_good(path: Path, key: ec.EllipticCurvePrivateKey, names: Sequence[str], now: dt.datetime) -> bool:
    """Whether the certificate is of this key, has these names and lasts a while. A clock that is wrong renews it."""
    try:
        there = x509.load_pem_x509_certificate(path.read_bytes())
        held = there.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound):
        return False
    left = there.not_valid_after_utc - now
    in_time = there.not_valid_before_utc <= now and left > dt.timedelta(days=RENEW_DAYS)
    return in_time and there.public_key() == key.public_key() and {_name(name) for name in names} <= set(held)


def _write(path: Path, data: bytes) -> None:
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
