"""The signature container (CMS, RFC 5652) a receipt may carry: exactly one form, byte for byte.

Most verifiers read a CMS and check what they understand, which leaves bytes nobody looks at. Here the container is
written again from the certificate, the digest and the signature; anything else is refused.
"""

import hashlib
import warnings
from collections.abc import Iterator

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs7

from kiosk.proof import p256
from kiosk.proof.keys import Certificate, UnusableKey

_SEQUENCE, _SET, _INTEGER, _OCTETS, _OID = 0x30, 0x31, 0x02, 0x04, 0x06
_CONTEXT_0, _DIRECTORY_NAME = 0xA0, 0xA4
_SHORTEST_SIGNATURE, _LONGEST_SIGNATURE = 8, 72
_DATA = bytes.fromhex("2a864886f70d010701")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
_SIGNING_CERTIFICATE_V2 = bytes.fromhex("2a864886f70d010910022f")
_SHA256 = bytes.fromhex("608648016503040201")
_ECDSA_SHA256 = bytes.fromhex("2a8648ce3d040302")


def assemble(certificate: Certificate, digest: bytes, signature_der: bytes) -> bytes:
    """The SignedData of `certificate` over a document whose SHA-256 is `digest` (PAdES baseline B)."""
    sha256 = _tlv(_SEQUENCE, _tlv(_OID, _SHA256), b"\x05\x00")
    version = _tlv(_INTEGER, b"\x01")
    signer = _tlv(
        _SEQUENCE,
        version,
        _tlv(_SEQUENCE, _issuer(certificate), _serial(certificate)),
        sha256,
        _tlv(_CONTEXT_0, _attributes(certificate, digest)),
        _tlv(_SEQUENCE, _tlv(_OID, _ECDSA_SHA256)),
        _tlv(_OCTETS, signature_der),
    )
    signed_data = _tlv(
        _SEQUENCE,
        version,
        _tlv(_SET, sha256),
        _tlv(_SEQUENCE, _tlv(_OID, _DATA)),
        _tlv(_CONTEXT_0, certificate.der),
        _tlv(_SET, signer),
    )
    return _tlv(_SEQUENCE, _tlv(_OID, _SIGNED_DATA), _tlv(_CONTEXT_0, signed_data))


def holds(container: bytes, certificate: Certificate, digest: bytes) -> bool:
    """Whether `container` is, to the byte, a signature of `certificate` over the document of this `digest`."""
    signed = _tlv(_SET, _attributes(certificate, digest))
    for signature_der in _last_values(container):
        signature = p256.from_der(signature_der)
        if signature is not None and assemble(certificate, digest, signature_der) == container:
            return certificate.holds(signed, signature)
    return False


def embedded_certificate(container: bytes) -> Certificate | None:
    """The one certificate in `container`, if it can be read. Proves nothing by itself: see `holds`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cryptography warns of encodings that `holds` refuses anyway
            found = pkcs7.load_der_pkcs7_certificates(container)
        if len(found) != 1:
            return None
        certificate = Certificate(found[0].public_bytes(serialization.Encoding.DER))
        _ = certificate.public_key
    except (ValueError, TypeError, UnsupportedAlgorithm, UnusableKey):
        return None
    return certificate


def _last_values(container: bytes) -> Iterator[bytes]:
    """What the last value of `container`, the signature, can be: its length is not known beforehand."""
    for length in range(_SHORTEST_SIGNATURE, _LONGEST_SIGNATURE + 1):
        if container[-length - 2 : -length] == bytes((_OCTETS, length)):
            yield container[-length:]


def _attributes(certificate: Certificate, digest: bytes) -> bytes:
    return b"".join(
        (
            _attribute(_CONTENT_TYPE, _tlv(_OID, _DATA)),
            _attribute(_MESSAGE_DIGEST, _tlv(_OCTETS, digest)),
            _attribute(_SIGNING_CERTIFICATE_V2, _signing_certificate(certificate)),
        )
    )


def _signing_certificate(certificate: Certificate) -> bytes:
    issuer = _tlv(_SEQUENCE, _tlv(_DIRECTORY_NAME, _issuer(certificate)))
    identifier = _tlv(
        _SEQUENCE,
        _tlv(_OCTETS, hashlib.sha256(certificate.der).digest()),
        _tlv(_SEQUENCE, issuer, _serial(certificate)),
    )
    return _tlv(_SEQUENCE, _tlv(_SEQUENCE, identifier))


def _attribute(kind: bytes, value: bytes) -> bytes:
    return _tlv(_SEQUENCE, _tlv(_OID, kind), _tlv(_SET, value))


def _issuer(certificate: Certificate) -> bytes:
    return certificate.parsed.issuer.public_bytes()


def _serial(certificate: Certificate) -> bytes:
    serial = certificate.parsed.serial_number
    return _tlv(_INTEGER, serial.to_bytes(serial.bit_length() // 8 + 1, "big"))


def _tlv(tag: int, *contents: bytes) -> bytes:
    content = b"".join(contents)
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    size = (length.bit_length() + 7) // 8
    return bytes([tag, 0x80 | size]) + length.to_bytes(size, "big") + content
