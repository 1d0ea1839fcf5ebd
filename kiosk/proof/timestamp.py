"""Time stamps of an outside authority (RFC 3161), kept in exactly one form.

A token comes with bytes that nobody signed: other certificates, unsigned attributes, two ways to name the signer.
`normalised` leaves them out, and `read_token` writes the token again from what is signed and compares: so a stored
token has no byte that could be changed unseen. Nothing here speaks to the network.
"""

import datetime as dt
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.proof import der

LONGEST_TOKEN = 64_000
_SIGNED_DATA, _TST_INFO = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
_RSA = "1.2.840.113549.1.1.1"
_DIGESTS: dict[str, tuple[str, hashes.HashAlgorithm, str]] = {
    "sha256": ("2.16.840.1.101.3.4.2.1", hashes.SHA256(), "1.2.840.10045.4.3.2"),
    "sha384": ("2.16.840.1.101.3.4.2.2", hashes.SHA384(), "1.2.840.10045.4.3.3"),
    "sha512": ("2.16.840.1.101.3.4.2.3", hashes.SHA512(), "1.2.840.10045.4.3.4"),
}
_GRANTED = ("granted", "granted_with_mods")
_ORDERS = {
    "secp256r1": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "secp384r1": int("F" * 48 + "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973", 16),
}
_PARSING = (
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
    """A time stamp whose signature holds: `digest` (SHA-256) existed before `time`, says `authority`."""

    der: bytes
    time: dt.datetime
    digest: bytes
    nonce: int | None
    authority: x509.Certificate

    @property
    def name(self) -> str:
        """The authority's name in its certificate."""
        names = self.authority.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.authority.subject.rfc4514_string()

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
        except (ValueError, TypeError, InvalidSignature):
            return False
        return True


def request(digest: bytes, nonce: int) -> bytes:
    """The request (DER) for a stamp on `digest`, a SHA-256; the authority is to add its certificate."""
    imprint = der.tlv(
        der.SEQUENCE,
        der.tlv(der.SEQUENCE, der.oid(_DIGESTS["sha256"][0]), der.NULL),
        der.tlv(der.OCTETS, digest),
    )
    return der.tlv(der.SEQUENCE, der.integer(1), imprint, der.integer(nonce), b"\x01\x01\xff")


def accept_response(response: bytes, digest: bytes, nonce: int) -> Token:
    """The stamp in an authority's answer, normalised. Raises `BadToken` unless it is what was asked."""
    if len(response) > LONGEST_TOKEN:
        raise BadToken(TokenFlaw.UNREADABLE)
    try:
        status, *token_values = core.SequenceOf.load(response, spec=core.Any, strict=True)
        if tsp.PKIStatusInfo.load(status.dump())["status"].native not in _GRANTED:
            raise BadToken(TokenFlaw.REFUSED)
        token = read_token(normalised(token_values[0].dump()))
    except _PARSING as error:
        raise BadToken(TokenFlaw.UNREADABLE) from error
    if not hmac.compare_digest(token.digest, digest) or token.nonce != nonce:
        raise BadToken(TokenFlaw.OTHER_REQUEST)
    if not token.valid_then:
        raise BadToken(TokenFlaw.NOT_VALID_THEN)
    return token


def normalised(token: bytes) -> bytes:
    """`token` without what nobody signed, in its one form. Raises `BadToken`."""
    try:
        parts = _parts(token)
    except _PARSING as error:
        raise BadToken(TokenFlaw.UNREADABLE) from error
    return parts.assembled()


def read_token(data: bytes) -> Token:
    """The stamp in `data`, if it is in its one form and its signature holds. Raises `BadToken`."""
    try:
        parts = _parts(data)
        if parts.assembled() != data:
            raise BadToken(TokenFlaw.UNREADABLE)
        return _checked(data, parts)
    except _PARSING as error:
        raise BadToken(TokenFlaw.UNREADABLE) from error


@dataclass(frozen=True)
class _Parts:
    """What a token is made of."""

    info: bytes
    certificate: x509.Certificate
    attributes: bytes
    digest_name: str
    signature: bytes

    def assembled(self) -> bytes:
        """The one form: this certificate alone, the signer named by issuer and serial, nothing unsigned."""
        digest_oid, _, ecdsa = _DIGESTS[self.digest_name]
        digest = der.tlv(der.SEQUENCE, der.oid(digest_oid))
        is_rsa = isinstance(self.certificate.public_key(), rsa.RSAPublicKey)
        algorithm = (der.oid(_RSA), der.NULL) if is_rsa else (der.oid(ecdsa),)
        signer = der.tlv(
            der.SEQUENCE,
            der.integer(1),
            der.tlv(der.SEQUENCE, self.certificate.issuer.public_bytes(), der.integer(self.certificate.serial_number)),
            digest,
            der.tlv(der.CONTEXT_0, self.attributes),
            der.tlv(der.SEQUENCE, *algorithm),
            der.tlv(der.OCTETS, self.signature),
        )
        content = der.tlv(der.SEQUENCE, der.oid(_TST_INFO), der.tlv(der.CONTEXT_0, der.tlv(der.OCTETS, self.info)))
        signed_data = der.tlv(
            der.SEQUENCE,
            der.integer(3),
            der.tlv(der.SET, digest),
            content,
            der.tlv(der.CONTEXT_0, self.certificate.public_bytes(serialization.Encoding.DER)),
            der.tlv(der.SET, signer),
        )
        return der.tlv(der.SEQUENCE, der.oid(_SIGNED_DATA), der.tlv(der.CONTEXT_0, signed_data))


def _parts(token: bytes) -> _Parts:
    content = cms.ContentInfo.load(token, strict=True)
    signed = content["content"]
    (signer,) = signed["signer_infos"]
    certificate = _signers_own(signed["certificates"], signer["sid"])
    loaded = x509.load_der_x509_certificate(certificate.dump())
    signature = _one_signature(loaded, signer["signature"].native)
    return _Parts(
        signed["encap_content_info"]["content"].contents,
        loaded,
        signer["signed_attrs"].contents,
        signer["digest_algorithm"]["algorithm"].native,
        signature,
    )


def _signers_own(certificates: Any, sid: Any) -> Any:
    for choice in certificates:
        one = choice.chosen
        if not isinstance(one, asn1_x509.Certificate):
            continue
        if sid.name == "issuer_and_serial_number":
            wanted = sid.chosen
            found = one.issuer == wanted["issuer"] and one.serial_number == wanted["serial_number"].native
        else:
            found = one.key_identifier == sid.chosen.native
        if found:
            return one
    raise BadToken(TokenFlaw.UNREADABLE)


def _one_signature(certificate: x509.Certificate, signature: bytes) -> bytes:
    """ECDSA gives every signature a twin: the lower one is kept."""
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return signature
    order = _ORDERS[key.curve.name]
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, min(s, order - s))


def _checked(data: bytes, parts: _Parts) -> Token:
    info = tsp.TSTInfo.load(parts.info, strict=True)
    attributes = cms.CMSAttributes.load(der.tlv(der.SET, parts.attributes), strict=True)
    values = {attribute["type"].native: attribute["values"] for attribute in attributes}
    _, algorithm, _ = _DIGESTS[parts.digest_name]
    same = (
        len(values) == len(attributes)
        and values["content_type"].native == ["tst_info"]
        and values["message_digest"].native == [hashlib.new(parts.digest_name, parts.info).digest()]
        and _names(values, parts.certificate.public_bytes(serialization.Encoding.DER))
    )
    if not same or not _signed(parts, algorithm):
        raise BadToken(TokenFlaw.BAD_SIGNATURE)
    if not _is_authority(parts.certificate):
        raise BadToken(TokenFlaw.NOT_AN_AUTHORITY)
    imprint = info["message_imprint"]
    if imprint["hash_algorithm"]["algorithm"].native != "sha256":
        raise BadToken(TokenFlaw.OTHER_REQUEST)
    time = info["gen_time"].native.astimezone(dt.UTC)
    return Token(data, time, imprint["hashed_message"].native, info["nonce"].native, parts.certificate)


def _names(values: dict[str, Any], certificate: bytes) -> bool:
    """Whether the signed attributes name exactly this certificate (RFC 5035): it cannot be exchanged."""
    if "signing_certificate_v2" in values:
        first = values["signing_certificate_v2"][0]["certs"][0]
        algorithm: algos.DigestAlgorithm = first["hash_algorithm"]
        name = algorithm["algorithm"].native
        return bool(name in _DIGESTS and first["cert_hash"].native == hashlib.new(name, certificate).digest())
    first = values["signing_certificate"][0]["certs"][0]
    # The older attribute knows only SHA-1, which still binds: nobody makes a second certificate with a given digest.
    return bool(first["cert_hash"].native == hashlib.sha1(certificate, usedforsecurity=False).digest())


def _signed(parts: _Parts, algorithm: hashes.HashAlgorithm) -> bool:
    key, message = parts.certificate.public_key(), der.tlv(der.SET, parts.attributes)
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
