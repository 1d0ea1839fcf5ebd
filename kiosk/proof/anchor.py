"""What the kiosk has stamped of its ledger each night: the tree's root, chained to earlier stampings.

Each statement cites the stamps of the last one, of one a month before and of one a year before (as the archives of the
State do): a forger would have to forge them all, and a chain can be followed over years in a few steps.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.proof.checkpoint import Checkpoint, claimed_body
from kiosk.proof.note import BadNote

_HEADER = "temoin/anchor/v1"
_NAME_FORMAT = "%Y%m%dT%H%M%SZ"
_SPANS = (("previous", dt.timedelta()), ("month", dt.timedelta(days=30)), ("year", dt.timedelta(days=365)))
_DIGEST_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Cited:
    """An earlier anchor: its name and the digest of its stamps."""

    name: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is to be stamped."""

    name: str
    checkpoint: Checkpoint
    cited: tuple[tuple[str, Cited], ...]

    @property
    def statement(self) -> bytes:
        """The bytes whose SHA-256 is stamped."""
        lines = [f"{role} {one.name} {one.digest.hex()}\n" for role, one in self.cited]
        return f"{_HEADER}\n{self.checkpoint.body()}{''.join(lines)}".encode()

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.statement).digest()


class BadAnchor(ValueError):
    """A statement that is not of this form."""


def name_of(when: dt.datetime) -> str:
    """An anchor's name, e.g. "20261122T020000Z"."""
    return when.astimezone(dt.UTC).strftime(_NAME_FORMAT)


def time_of(name: str) -> dt.datetime:
    """When the anchor of this name was made, by the kiosk's clock."""
    return dt.datetime.strptime(name, _NAME_FORMAT).replace(tzinfo=dt.UTC)


def to_cite(names: Sequence[str], when: dt.datetime) -> list[tuple[str, str]]:
    """(role, name) of the earlier anchors to cite, out of `names` (oldest first): the last, a month's, a year's."""
    chosen = []
    for role, span in _SPANS:
        old_enough = [name for name in names if time_of(name) <= when - span]
        if old_enough:
            chosen.append((role, old_enough[-1]))
    return chosen


def read_anchor(name: str, statement: bytes) -> Anchor:
    """The anchor of a statement. Raises `BadAnchor` for any other bytes."""
    try:
        header, *lines = statement.decode("utf-8").split("\n")
        checkpoint = claimed_body("\n".join(lines[:3]) + "\n")
        cited = tuple(_cited(line) for line in lines[3:-1])
    except (BadNote, ValueError, IndexError) as error:
        raise BadAnchor from error
    anchor = Anchor(name, checkpoint, cited)
    if header != _HEADER or anchor.statement != statement:
        raise BadAnchor
    return anchor


def _cited(line: str) -> tuple[str, Cited]:
    role, name, digest = line.split(" ")
    if role not in dict(_SPANS) or len(digest) != _DIGEST_DIGITS:
        raise BadAnchor
    return role, Cited(name, bytes.fromhex(digest))
