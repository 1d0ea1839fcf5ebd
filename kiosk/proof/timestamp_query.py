"""Asking an authority for a time stamp (RFC 3161), and bringing its answer into the one form that is kept.

A token comes with bytes that nobody signed: other certificates, unsigned attributes, two ways to name the signer.
`normalised` leaves them out. Nothing here speaks to the network.
"""

import hmac
from typing import Any

from asn1crypto import cms, core, tsp
from asn1crypto import x509 as asn1_x509

from kiosk.proof import der
from kiosk.proof.timestamp import DIGESTS, UNPARSABLE, BadToken, Parts, Token, TokenFlaw, read_token

LONGEST_TOKEN = 64_000
_GRANTED = ("granted", "granted_with_mods")


def request(digest: bytes, nonce: int) -> bytes:
    """The request (DER) for a stamp on `digest`, a SHA-256; the authority is to add its certificate."""
    imprint = der.tlv(
        der.SEQUENCE,
        der.tlv(der.SEQUENCE, DIGESTS["sha256"][0], der.NULL),
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
    except UNPARSABLE as error:
        raise BadToken(TokenFlaw.UNREADABLE) from error
    if not hmac.compare_digest(token.digest, digest) or token.nonce != nonce:
        raise BadToken(TokenFlaw.OTHER_REQUEST)
    if not token.valid_then:
        raise BadToken(TokenFlaw.NOT_VALID_THEN)
    return token


def normalised(token: bytes) -> bytes:
    """`token` without what nobody signed, in its one form. Raises `BadToken`."""
    try:
        signed = cms.ContentInfo.load(token, strict=True)["content"]
        (signer,) = signed["signer_infos"]
        return Parts(
            signed["encap_content_info"]["content"].contents,
            _signers_own(signed["certificates"], signer["sid"]).dump(),
            signer["signed_attrs"].contents,
            signer["digest_algorithm"]["algorithm"].native,
            signer["signature"].native,
        ).assembled()
    except UNPARSABLE as error:
        raise BadToken(TokenFlaw.UNREADABLE) from error


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
