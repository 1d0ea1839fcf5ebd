"""The signature container (CMS, RFC 5652) a receipt may carry: exactly one form, byte for byte.

Most verifiers read a CMS and check what they understand, which leaves bytes nobody looks at. Here the container is
written again from the certificate, the digest and the signature; anything else is refused.
"""

import hashlib
import warnings
from collections.abc import Iterator

from cryptography.exceptions import UnsupportedAlgorithm

from kiosk.proof import der, p256
from kiosk.proof.keys import Certificate, UnusableKey

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
    sha256 = der.tlv(der.SEQUENCE, der.tlv(der.OID, _SHA256), der.NULL)
    version = der.tlv(der.INTEGER, b"\x01")
    signer = der.tlv(
        der.SEQUENCE,
        version,
        der.tlv(der.SEQUENCE, _issuer(certificate), _serial(certificate)),
        sha256,
        der.tlv(der.CONTEXT_0, _attributes(certificate, digest)),
        der.tlv(der.SEQUENCE, der.tlv(der.OID, _ECDSA_SHA256)),
        der.tlv(der.OCTETS, signature_der),
    )
    signed_data = der.tlv(
        der.SEQUENCE,
        version,
        der.tlv(der.SET, sha256),
        der.tlv(der.SEQUENCE, der.tlv(der.OID, _DATA)),
        der.tlv(der.CONTEXT_0, certificate.der),
        der.tlv(der.SET, signer),
    )
    return der.tlv(der.SEQUENCE, der.tlv(der.OID, _SIGNED_DATA), der.tlv(der.CONTEXT_0, signed_data))


def holds(container: bytes, certificate: Certificate, digest: bytes) -> bool:
    """Whether `container` is, to the byte, a signature of `certificate` over the document of this `digest`."""
    signed = der.tlv(der.SET, _attributes(certificate, digest))
    for signature_der in _last_values(container):
        signature = p256.from_der(signature_der)
        if signature is not None and assemble(certificate, digest, signature_der) == container:
            return certificate.holds(signed, signature)
    return False


def embedded_certificate(container: bytes) -> Certificate | None:
    """The one certificate in `container`, if it can be read. Proves nothing by itself: see `holds`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what cryptography only warns of in a certificate is refused here
            _, wrapped = der.inside(der.only(container, der.SEQUENCE), der.OID, der.CONTEXT_0)
            (signed,) = der.inside(wrapped, der.SEQUENCE)
            (carried,) = (one.content for one in der.elements(signed.content) if one.tag == der.CONTEXT_0)
            certificate = Certificate(der.only(carried, der.SEQUENCE).whole)
            _ = certificate.public_key
    except (ValueError, TypeError, UnsupportedAlgorithm, UnusableKey, UserWarning):
        return None
    return certificate


def _last_values(container: bytes) -> Iterator[bytes]:
    """What the last value of `container`, the signature, can be: its length is not known beforehand."""
    for length in range(_SHORTEST_SIGNATURE, _LONGEST_SIGNATURE + 1):
        if container[-length - 2 : -length] == bytes((der.OCTETS, length)):
            yield container[-length:]


def _attributes(certificate: Certificate, digest: bytes) -> bytes:
    return b"".join(
        (
            _attribute(_CONTENT_TYPE, der.tlv(der.OID, _DATA)),
            _attribute(_MESSAGE_DIGEST, der.tlv(der.OCTETS, digest)),
            _attribute(_SIGNING_CERTIFICATE_V2, _signing_certificate(certificate)),
        )
    )


def _signing_certificate(certificate: Certificate) -> bytes:
    issuer = der.tlv(der.SEQUENCE, der.tlv(der.DIRECTORY_NAME, _issuer(certificate)))
    identifier = der.tlv(
        der.SEQUENCE,
        der.tlv(der.OCTETS, hashlib.sha256(certificate.der).digest()),
        der.tlv(der.SEQUENCE, issuer, _serial(certificate)),
    )
    return der.tlv(der.SEQUENCE, der.tlv(der.SEQUENCE, identifier))


def _attribute(kind: bytes, value: bytes) -> bytes:
    return der.tlv(der.SEQUENCE, der.tlv(der.OID, kind), der.tlv(der.SET, value))


def _issuer(certificate: Certificate) -> bytes:
    return certificate.parsed.issuer.public_bytes()


def _serial(certificate: Certificate) -> bytes:
    return der.integer(certificate.parsed.serial_number)
