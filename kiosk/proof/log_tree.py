"""The ledger's hash tree (RFC 6962): growing it row by row, and proofs about two of its sizes.

A tree of millions of rows is never walked for one proof: every proof is made of roots of whole subtrees, which come
from `Levels` (in memory) or from exported tiles.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

HASH_LENGTH = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
_LEAF, _NODE = b"\x00", b"\x01"

Read = Callable[[int, int], bytes]
"""(level, index) -> root of the 2**level leaves from index * 2**level on. Raises LookupError where it is not known."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return hashlib.sha256(_LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(_NODE + left + right).digest()


@dataclass(frozen=True, slots=True)
class LogPlace:
    """Where a leaf stands in the tree of `size` leaves with this `root`, and the path between, nearest first."""

    index: int
    size: int
    path: tuple[bytes, ...]
    root: bytes


class Frontier:
    """All that must be remembered of a tree to append to it: the roots of its whole subtrees, the largest first."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash."""
        count = self.size
        while count & 1:
            leaf = node_hash(self._peaks.pop(), leaf)
            count >>= 1
        self._peaks.append(leaf)
        self.size += 1

    def grown_by(self, leaf: bytes) -> LogPlace:
        """Where `leaf` would stand if it came next. The tree stays as it is."""
        path, current = tuple(reversed(self._peaks)), leaf
        for peak in path:
            current = node_hash(peak, current)
        return LogPlace(self.size, self.size + 1, path, current)


@dataclass
class Levels:
    """Every whole subtree of a tree, by level; level 0 are the leaf hashes."""

    _levels: list[list[bytes]] = field(default_factory=lambda: [[]])

    @classmethod
    def of(cls, leaves: Iterable[bytes]) -> "Levels":
        levels = [list(leaves)]
        while len(levels[-1]) > 1:
            below = levels[-1]
            pairs = range(0, len(below) - 1, 2)
            levels.append([node_hash(below[at], below[at + 1]) for at in pairs])
        return cls(levels)

    @property
    def size(self) -> int:
        return len(self._levels[0])

    def read(self, level: int, index: int) -> bytes:
        """The root of one whole subtree (see `Read`)."""
        return self._levels[level][index]


def root_at(read: Read, size: int) -> bytes:
    """The root of the first `size` leaves."""
    return _root(read, 0, size) if size else EMPTY_ROOT


def inclusion(read: Read, index: int, size: int) -> tuple[bytes, ...]:
    """The path of leaf `index` in the tree of `size` leaves (RFC 6962, section 2.1.1)."""
    if not 0 <= index < size:
        raise LookupError(index)
    return tuple(_path(read, index, 0, size))


def consistency(read: Read, old: int, new: int) -> tuple[bytes, ...]:
    """The proof that the tree of `new` leaves only adds to that of `old` leaves (RFC 6962, section 2.1.2)."""
    if not 0 <= old <= new:
        raise LookupError(old)
    return tuple(_subproof(read, old, 0, new, whole=True)) if 0 < old < new else ()


def consistent(old: int, old_root: bytes, new: int, new_root: bytes, proof: tuple[bytes, ...]) -> bool:
    """Whether `proof` shows that the `new` tree continues the `old` one (RFC 9162, section 2.1.4.2)."""
    if any(len(one) != HASH_LENGTH for one in (old_root, new_root, *proof)) or not 0 <= old <= new:
        return False
    if old == 0 or old == new:
        return not proof and old_root == (new_root if old == new else EMPTY_ROOT)
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not steps:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, step)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def _root(read: Read, start: int, end: int) -> bytes:
    count = end - start
    if count & (count - 1) == 0:
        return read(count.bit_length() - 1, start // count)
    middle = start + _split(count)
    return node_hash(_root(read, start, middle), _root(read, middle, end))


def _path(read: Read, index: int, start: int, end: int) -> list[bytes]:
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if index < middle:
        return [*_path(read, index, start, middle), _root(read, middle, end)]
    return [*_path(read, index, middle, end), _root(read, start, middle)]


def _subproof(read: Read, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
    """`old` counts from the first leaf; `whole` while the old tree's own root stands on this subtree."""
    if old == end:
        return [] if whole else [_root(read, start, end)]
    middle = start + _split(end - start)
    if old <= middle:
        return [*_subproof(read, old, start, middle, whole=whole), _root(read, middle, end)]
    return [*_subproof(read, old, middle, end, whole=False), _root(read, start, middle)]


def _split(count: int) -> int:
    """The largest power of two below `count`."""
    return 1 << (count - 1).bit_length() - 1
