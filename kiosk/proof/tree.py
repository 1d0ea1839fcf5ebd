"""The hash tree of RFC 6962 over salted leaves.

A salted leaf says nothing of its page to who lacks the salt; with the salt, the page and a path of at most
⌈log2 n⌉ hashes, one page is proved among n without showing the others.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_LEAF = b"\x00"
_NODE = b"\x01"


@dataclass(frozen=True, slots=True)
class Inclusion:
    """The path from leaf `index` of a tree of `size` leaves to its root, nearest first."""

    index: int
    size: int
    path: tuple[bytes, ...]


def leaf(salt: bytes, digest: bytes) -> bytes:
    """SHA-256(0x00 ‖ salt ‖ digest), `salt` and `digest` 32 bytes each."""
    return hashlib.sha256(_LEAF + salt + digest).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, over leaves already hashed; SHA-256 of nothing for no leaf."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    middle = _split(len(leaves))
    return _node(root(leaves[:middle]), root(leaves[middle:]))


def prove(leaves: Sequence[bytes], index: int) -> Inclusion:
    """The proof that leaf `index` (from 0) is under `root(leaves)`. Raises IndexError outside the tree."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    return Inclusion(index, len(leaves), tuple(_path(leaves, index)))


def included(proof: Inclusion, leaf_hash: bytes, root_hash: bytes) -> bool:
    """Whether `leaf_hash` is where `proof` says under `root_hash` (RFC 9162, section 2.1.3.2)."""
    if not 0 <= proof.index < proof.size:
        return False
    position, last, current = proof.index, proof.size - 1, leaf_hash
    for sibling in proof.path:
        if last == 0 or len(sibling) != hashlib.sha256().digest_size:
            return False
        if position & 1 or position == last:
            current = _node(sibling, current)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            current = _node(current, sibling)
        position, last = position >> 1, last >> 1
    return last == 0 and current == root_hash


def _path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    if len(leaves) == 1:
        return []
    middle = _split(len(leaves))
    if index < middle:
        return [*_path(leaves[:middle], index), root(leaves[middle:])]
    return [*_path(leaves[middle:], index - middle), root(leaves[:middle])]


def _split(count: int) -> int:
    """The largest power of two below `count`."""
    return 1 << (count - 1).bit_length() - 1


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()
