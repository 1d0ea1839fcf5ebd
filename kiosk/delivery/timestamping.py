"""Asking a time-stamp authority over HTTP (RFC 3161, section 3.4). It learns a digest, and nothing else."""

import secrets
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.proof.timestamp import BadToken, Token
from kiosk.proof.timestamp_query import LONGEST_TOKEN, accept_response, request

_NONCE_BITS = 63
_SCHEMES = ("http://", "https://")


class AuthorityFailed(Exception):
    """No authority stamped; `fault` is a code: "authority_down", or what was wrong with the answer."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority at `url`, which may take `seconds` to answer."""

    url: str
    seconds: float

    def stamp(self, digest: bytes) -> Token:
        """The authority's stamp on `digest` (SHA-256). Raises `AuthorityFailed`."""
        if not self.url.startswith(_SCHEMES):
            raise AuthorityFailed("authority_address")
        nonce = secrets.randbits(_NONCE_BITS) | 1
        query = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            self.url,
            data=request(digest, nonce),
            headers={"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"},
        )
        try:
            with urllib.request.urlopen(query, timeout=self.seconds) as answer:  # noqa: S310
                body = answer.read(LONGEST_TOKEN + 1)
            return accept_response(body, digest, nonce)
        except BadToken as error:
            raise AuthorityFailed(error.flaw.value) from error
        except (OSError, ValueError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            raise AuthorityFailed("authority_down") from error


def first_stamp(authorities: Sequence[Authority], digest: bytes) -> Token:
    """The stamp of the first authority that gives a good one. Raises `AuthorityFailed` with the last fault."""
    fault = "no_authority"
    for authority in authorities:
        try:
            return authority.stamp(digest)
        except AuthorityFailed as error:
            fault = error.fault
    raise AuthorityFailed(fault)


def all_stamps(authorities: Sequence[Authority], digest: bytes) -> tuple[Token, ...]:
    """The stamps of every authority that gives a good one, in order; none where all fail."""
    found = []
    for authority in authorities:
        try:
            found.append(authority.stamp(digest))
        except AuthorityFailed:
            continue
    return tuple(found)
