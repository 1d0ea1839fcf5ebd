"""What outside authorities say of a receipt's time: the checks of a verification that are about it.

A stamp of an authority that nobody here knows, or whose certificate has expired since, is told and never fatal. Only a
stamp that was changed is, and that is found before this.
"""

import datetime as dt
from collections.abc import Sequence

from cryptography import x509

from kiosk.proof import sentences
from kiosk.proof.code import ProofClaims
from kiosk.proof.evidence import Bounds, bounds, clock_was_wrong
from kiosk.proof.examination import Examination
from kiosk.proof.timestamp import Token

TOLERANCE = dt.timedelta(minutes=5)
"""How far two honest clocks may differ."""


def examine_times(
    claims: ProofClaims,
    since: Token | None,
    stamps: Sequence[Token],
    authorities: Sequence[x509.Certificate],
    now: dt.datetime | None,
    examination: Examination,
) -> Bounds:
    """The times between which the receipt was made, with a check for each thing found."""
    known = bounds(since, stamps, authorities)
    if known.since is not None or known.until is not None:
        examination.holds_as_said("time", sentences.bounded(claims, known, examination.language))
    for token in [*([since] if since is not None else []), *stamps]:
        if not token.valid_then:
            examination.leaves_open("authority", sentences.AUTHORITY_WAS_NOT_VALID, authority=token.name)
        elif not token.vouched_by(authorities):
            examination.leaves_open("authority", sentences.AUTHORITY_UNKNOWN, authority=token.name)
        elif now is not None and token.expired(now):
            examination.leaves_open("authority", sentences.AUTHORITY_EXPIRED, authority=token.name)
    ahead = clock_was_wrong(claims.issued_at, known, TOLERANCE)
    if ahead is not None:
        examination.leaves_open("clock", sentences.CLOCK_AHEAD if ahead else sentences.CLOCK_BEHIND)
    return known
