"""What a receipt carries besides its code and its list of pages: its place in the ledger's tree, a time before it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509

from kiosk.proof.attachments import Attachments, Unreadable, read_attachments
from kiosk.proof.checkpoint import LogProof, read_log_proof
from kiosk.proof.late_stamp import signed_part, stamps
from kiosk.proof.note import BadNote
from kiosk.proof.timestamp import BadToken, Token, read_token


@dataclass(frozen=True, slots=True)
class Evidence:
    """`log` is the row's proof under a signed checkpoint; `since` an authority's stamp that is older than the receipt.

    The receipt holds the bytes of `since`, which nobody could know before: it was made after that time.
    """

    log: LogProof | None = None
    since: Token | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which times a receipt was made, as far as authorities known here tell."""

    since: Token | None = None
    until: Token | None = None

    @property
    def closed(self) -> bool:
        return self.since is not None and self.until is not None


class BadEvidence(Exception):
    """An attachment that is not what its name says; `name` is "log" or "since"."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def read_evidence(attached: Attachments) -> Evidence:
    """The evidence attached to a receipt. Raises `BadEvidence`."""
    log, since = None, None
    if attached.log is not None:
        try:
            log = read_log_proof(attached.log.decode("utf-8"))
        except (BadNote, UnicodeDecodeError) as error:
            raise BadEvidence("log") from error
    if attached.since is not None:
        try:
            since = read_token(attached.since)
        except BadToken as error:
            raise BadEvidence("since") from error
    return Evidence(log, since)


def evidence_of(pdf: bytes) -> tuple[Evidence, Bounds]:
    """What a receipt of this kiosk's own carries, whoever stamped it: for printing it again, not for believing it."""
    signed = signed_part(pdf)
    attached = read_attachments(signed)
    if isinstance(attached, Unreadable):
        return Evidence(), Bounds()
    evidence, later = read_evidence(attached), stamps(pdf, signed)
    return evidence, Bounds(evidence.since, later[0] if later else None)


def bounds(since: Token | None, stamped: Sequence[Token], authorities: Sequence[x509.Certificate]) -> Bounds:
    """What the stamps of trusted `authorities` say: the time before, and the earliest time after."""
    until = [stamp for stamp in stamped if stamp.vouched_by(authorities)]
    return Bounds(
        since if since is not None and since.vouched_by(authorities) else None,
        min(until, key=lambda stamp: stamp.time, default=None),
    )


def clock_was_wrong(issued_at: dt.datetime, known: Bounds, tolerance: dt.timedelta) -> bool | None:
    """True: the kiosk's clock was ahead; False: behind; None: nothing known against it."""
    if known.until is not None and issued_at > known.until.time + tolerance:
        return True
    if known.since is not None and issued_at < known.since.time - tolerance:
        return False
    return None
