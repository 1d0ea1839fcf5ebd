"""Time stamps of an outside authority (RFC 3161), kept and read in exactly one form (see `timestamp_query`).

`read_token` takes the token apart, writes it again from what is signed and compares: a stored token has no byte that
could be changed unseen. It needs one library only, and is the twin of `timestamp.js` in the HTML verifier.
"""

import datetime as dt
import hashlib
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.proof import der

_SIGNED_DATA, _TST_INFO = der.oid("1.2.840.113549.1.7.2"), der.oid("1.2.840.113549.1.9.16.1.4")
_RSA = der.oid("1.2.840.113549.1.1.1")
_CONTENT_TYPE, _MESSAGE_DIGEST = der.oid("1.2.840.113549.1.9.3"), der.oid("1.2.840.113549.1.9.4")
_NAMED, _NAMED_V2 = der.oid("1.2.840.113549.1.9.16.2.12"), der.oid("1.2.840.113549.1.9.16.2.47")
DIGESTS: dict[str, tuple[bytes, hashes.HashAlgorithm, bytes]] = {
    "sha256": (der.oid("2.16.840.1.101.3.4.2.1"), hashes.SHA256(), der.oid("1.2.840.10045.4.3.2")),
    "sha384": (der.oid("2.16.840.1.101.3.4.2.2"), hashes.SHA384(), der.oid("1.2.840.10045.4.3.3")),
    "sha512": (der.oid("2.16.840.1.101.3.4.2.3"), hashes.SHA512(), der.oid("1.2.840.10045.4.3.4")),
}
_BY_OID = {digest_oid: name for name, (digest_oid, _, _) in DIGESTS.items()}
_SHA256_LENGTH = 32
_GENERALIZED_TIME = 0x18
_TIME = re.compile(rb"(\d{14})(?:\.\d*[1-9])?Z")
_ORDERS = {
    "secp256r1": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "secp384r1": int("F" * 48 + "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973", 16),
}
UNPARSABLE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
)
"""What hostile bytes make the parsers raise."""


class TokenFlaw(StrEnum):
    """What is wrong with a time stamp."""

    UNREADABLE = "unreadable"
    REFUSED = "refused"
    """The authority answered that it would not."""
    OTHER_REQUEST = "other_request"
    """It stamps something else than what was asked."""
    BAD_SIGNATURE = "bad_signature"
    NOT_AN_AUTHORITY = "not_an_authority"
    """Its certificate is not one for time stamping."""
    NOT_VALID_THEN = "not_valid_then"
    """Its certificate was not valid at the time it tells."""


class BadToken(Exception):
    """A time stamp that proves nothing."""

    def __init__(self, flaw: TokenFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True)
class Token:
    """A stamp whose signature holds: `digest` (SHA-256) existed before `time` (whole seconds), says `authority`."""

    der: bytes
    time: dt.datetime
    digest: bytes
    nonce: int | None
    authority: x509.Certificate

    @property
    def name(self) -> str:
        """The authority's name in its certificate."""
        for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
            if names := self.authority.subject.get_attributes_for_oid(kind):
                return str(names[0].value)
        return "?"

    @property
    def valid_then(self) -> bool:
        """Whether the authority's certificate covers the time it tells."""
        return self.authority.not_valid_before_utc <= self.time <= self.authority.not_valid_after_utc

    def expired(self, now: dt.datetime) -> bool:
        return now > self.authority.not_valid_after_utc

    def vouched_by(self, anchors: Sequence[x509.Certificate]) -> bool:
        """Whether the authority is one of `anchors`, or has its certificate from one, at the time it tells."""
        return self.valid_then and any(self.authority == one or self._issued_by(one) for one in anchors)

    def _issued_by(self, anchor: x509.Certificate) -> bool:
        if not anchor.not_valid_before_utc <= self.time <= anchor.not_valid_after_utc:
            return False
        try:
            self.authority.verify_directly_issued_by(anchor)
        except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
            return False
        return True


@dataclass(frozen=True)
class Parts:
    """What a token is made of: `certificate` (DER) is the signer's, `attributes` what is signed."""

    info: bytes
    certificate: bytes
    attributes: bytes
    digest_name: str
    signature: bytes

    @property
    def authority(self) -> x509.Certificate:
        return x509.load_der_x509_certificate(self.certificate)

    def assembled(self) -> bytes:
        """The one form: this certificate alone, the signer named by issuer and serial, nothing unsigned."""
        digest_oid, _, ecdsa = DIGESTS[self.digest_name]
        digest, certificate = der.tlv(der.SEQUENCE, digest_oid), self.authority
        is_rsa = isinstance(certificate.public_key(), rsa.RSAPublicKey)
        signer = der.tlv(
            der.SEQUENCE,
            der.integer(1),
            der.tlv(der.SEQUENCE, certificate.issuer.public_bytes(), der.integer(certificate.serial_number)),
            digest,
            der.tlv(der.CONTEXT_0, self.attributes),
            der.tlv(der.SEQUENCE, *((_RSA, der.NULL) if is_rsa else (ecdsa,))),
            der.tlv(der.OCTETS, one_signature(certificate, self.signature)),
        )
        content = der.tlv(der.SEQUENCE, _TST_INFO, der.tlv(der.CONTEXT_0, der.tlv(der.OCTETS, self.info)))
        signed_data = der.tlv(
            der.SEQUENCE,
            der.integer(3),
            der.tlv(der.SET, digest),
            content,
            der.tlv(der.CONTEXT_0, certificate.public_bytes(serialization.Encoding.DER)),
            der.tlv(der.SET, signer),
        )
        return der.tlv(der.SEQUENCE, _SIGNED_DATA, der.tlv(der.CONTEXT_0, signed_data))


def read_token(data: bytes) -> Token:
    """The stamp in `data`, if it is in its one form and its signature holds. Raises `BadToken`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what cryptography only warns of in a certificate is refused here
            parts = _taken_apart(data)
            if parts.assembled() != data:
                raise BadToken(TokenFlaw.UNREADABLE)
            return _checked(data, parts)
    except (*UNPARSABLE, UserWarning) as error:
        raise BadToken(TokenFlaw.UNREADABLE) from error


def one_signature(certificate: x509.Certificate, signature: bytes) -> bytes:
    """ECDSA gives every signature a twin: the lower one is kept."""
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return signature
    order = _ORDERS[key.curve.name]
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, min(s, order - s))


def _taken_apart(data: bytes) -> Parts:
    _, wrapped = der.inside(der.only(data, der.SEQUENCE), der.OID, der.CONTEXT_0)
    (signed,) = der.inside(wrapped, der.SEQUENCE)
    _, _, content, certificates, signers = der.inside(
        signed, der.INTEGER, der.SET, der.SEQUENCE, der.CONTEXT_0, der.SET
    )
    _, holder = der.inside(content, der.OID, der.CONTEXT_0)
    (info,) = der.inside(holder, der.OCTETS)
    (certificate,) = der.inside(certificates, der.SEQUENCE)
    (signer,) = der.inside(signers, der.SEQUENCE)
    _, _, digest, attributes, _, signature = der.inside(
        signer, der.INTEGER, der.SEQUENCE, der.SEQUENCE, der.CONTEXT_0, der.SEQUENCE, der.OCTETS
    )
    (algorithm,) = der.inside(digest, der.OID)
    return Parts(info.content, certificate.whole, attributes.content, _BY_OID[algorithm.whole], signature.content)


def _checked(data: bytes, parts: Parts) -> Token:
    certificate, (_, algorithm, _) = parts.authority, DIGESTS[parts.digest_name]
    values = _attributes(parts.attributes)
    (content_type,) = der.elements(values[_CONTENT_TYPE])
    (digest,) = der.elements(values[_MESSAGE_DIGEST])
    same = (
        content_type.whole == _TST_INFO
        and digest.whole == der.tlv(der.OCTETS, hashlib.new(parts.digest_name, parts.info).digest())
        and _names(values, parts.certificate)
    )
    if not same or not _signed(parts, certificate, algorithm):
        raise BadToken(TokenFlaw.BAD_SIGNATURE)
    if not _is_authority(certificate):
        raise BadToken(TokenFlaw.NOT_AN_AUTHORITY)
    time, imprint, nonce = _told(parts.info)
    return Token(data, time, imprint, nonce, certificate)


def _attributes(content: bytes) -> dict[bytes, bytes]:
    """The values of each signed attribute, by its type."""
    found: dict[bytes, bytes] = {}
    for one in der.elements(content):
        kind, values = der.inside(one, der.OID, der.SET)
        if kind.whole in found:
            raise der.NotDer("an attribute twice")
        found[kind.whole] = values.content
    return found


def _told(info: bytes) -> tuple[dt.datetime, bytes, int | None]:
    """(time, digest, nonce) of a TSTInfo. A fraction of a second is left out."""
    _, policy, imprint, serial, time, *rest = der.elements(der.only(info, der.SEQUENCE).content)
    algorithm, digest = der.inside(imprint, der.SEQUENCE, der.OCTETS)
    kind, *parameters = der.elements(algorithm.content)
    nonces = [one for one in rest if one.tag == der.INTEGER]
    found = _TIME.fullmatch(time.content)
    shaped = policy.tag == der.OID and serial.tag == der.INTEGER and time.tag == _GENERALIZED_TIME and len(nonces) < 2
    if not shaped or found is None or [one.whole for one in parameters] not in ([], [der.NULL]):
        raise der.NotDer("not what a stamp tells")
    if kind.whole != DIGESTS["sha256"][0] or len(digest.content) != _SHA256_LENGTH:
        raise BadToken(TokenFlaw.OTHER_REQUEST)
    told = dt.datetime.strptime(found[1].decode("ascii"), "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
    return told, digest.content, int.from_bytes(nonces[0].content, "big") if nonces else None


def _names(values: dict[bytes, bytes], certificate: bytes) -> bool:
    """Whether the signed attributes name exactly this certificate (RFC 5035): it cannot be exchanged."""
    kind = _NAMED_V2 if _NAMED_V2 in values else _NAMED
    (named,) = der.elements(values[kind])
    certificates = der.elements(der.only(named.whole, der.SEQUENCE).content)[0]
    first, *rest = der.elements(der.elements(der.only(certificates.whole, der.SEQUENCE).content)[0].content)
    if kind == _NAMED:
        # The older attribute knows only SHA-1, which still binds: nobody makes a second certificate of a given digest.
        return first.whole == der.tlv(der.OCTETS, hashlib.sha1(certificate, usedforsecurity=False).digest())
    name = "sha256"
    if first.tag == der.SEQUENCE:
        name, first = _BY_OID[der.elements(first.content)[0].whole], rest[0]
    return first.whole == der.tlv(der.OCTETS, hashlib.new(name, certificate).digest())


def _signed(parts: Parts, certificate: x509.Certificate, algorithm: hashes.HashAlgorithm) -> bool:
    key, message = certificate.public_key(), der.tlv(der.SET, parts.attributes)
    try:
        match key:
            case rsa.RSAPublicKey():
                key.verify(parts.signature, message, padding.PKCS1v15(), algorithm)
            case ec.EllipticCurvePublicKey():
                key.verify(parts.signature, message, ec.ECDSA(algorithm))
            case _:
                return False
    except InvalidSignature:
        return False
    return True


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except x509.ExtensionNotFound:
        return False
    return usage.critical and list(usage.value) == [ExtendedKeyUsageOID.TIME_STAMPING]
