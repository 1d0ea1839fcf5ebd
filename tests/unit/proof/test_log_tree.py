"""The ledger's tree against a second, naive implementation written from the text of the RFC alone."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.proof import tree
from kiosk.proof.log_tree import (
    EMPTY_ROOT,
    Frontier,
    Levels,
    consistency,
    consistent,
    inclusion,
    leaf_hash,
    root_at,
)
from kiosk.proof.tiles import entry_bundles, read_from, tile_path, tiles
from tests.unit.proof.test_tree import LEAVES, ROOTS


def naive_root(entries: list[bytes]) -> bytes:
    """MTH of RFC 6962, 2.1, word for word."""
    if not entries:
        return hashlib.sha256().digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return hashlib.sha256(b"\x01" + naive_root(entries[:k]) + naive_root(entries[k:])).digest()


def naive_consistency(m: int, entries: list[bytes], b: bool = True) -> list[bytes]:
    """SUBPROOF of RFC 6962, 2.1.2, word for word."""
    n = len(entries)
    if m == n:
        return [] if b else [naive_root(entries)]
    k = 1
    while k * 2 < n:
        k *= 2
    if m <= k:
        return [*naive_consistency(m, entries[:k], b), naive_root(entries[k:])]
    return [*naive_consistency(m - k, entries[k:], False), naive_root(entries[:k])]


def entries_of(count: int) -> list[bytes]:
    return [hashlib.sha256(number.to_bytes(4, "big")).digest() for number in range(count)]


def levels_of(entries: list[bytes]) -> Levels:
    return Levels.of(map(leaf_hash, entries))


def test_published_vectors() -> None:
    """The leaves, roots and consistency proofs of Certificate Transparency's own tests."""
    levels = levels_of(LEAVES)
    assert [root_at(levels.read, size).hex() for size in range(1, 9)] == ROOTS
    assert consistency(levels.read, 1, 1) == ()
    assert [one.hex() for one in consistency(levels.read, 1, 8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [one.hex() for one in consistency(levels.read, 6, 8)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]
    assert [one.hex() for one in consistency(levels.read, 2, 5)] == [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 300), st.data())
def test_roots_and_proofs_are_those_of_the_naive_tree(size: int, data: st.DataObject) -> None:
    entries = entries_of(size)
    levels = levels_of(entries)
    assert root_at(levels.read, size) == naive_root(entries)
    if size:
        index = data.draw(st.integers(0, size - 1))
        path = inclusion(levels.read, index, size)
        assert path == tree.prove([leaf_hash(entry) for entry in entries], index).path
    old = data.draw(st.integers(0, size))
    proof = consistency(levels.read, old, size)
    assert list(proof) == (naive_consistency(old, entries) if old else [])
    assert consistent(old, naive_root(entries[:old]), size, naive_root(entries), proof)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 200), st.data())
def test_a_rewritten_past_is_never_consistent(size: int, data: st.DataObject) -> None:
    """Whatever row of the old tree is changed, no honest or mended proof makes the two agree."""
    entries = entries_of(size)
    old = data.draw(st.integers(1, size))
    changed = list(entries)
    changed[data.draw(st.integers(0, old - 1))] = b"another"
    forked = levels_of(changed)
    for levels in (levels_of(entries), forked):
        proof = consistency(levels.read, old, size)
        assert not consistent(old, naive_root(entries[:old]), size, naive_root(changed), proof)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 130), st.data())
def test_a_changed_proof_does_not_hold(size: int, data: st.DataObject) -> None:
    entries = entries_of(size)
    old = data.draw(st.integers(1, size - 1))
    proof = list(consistency(levels_of(entries).read, old, size))
    roots = naive_root(entries[:old]), naive_root(entries)
    place = data.draw(st.integers(0, len(proof) - 1))
    for other in (bytes(32), proof[place][:-1], proof[place] + b"x"):
        mended = (*proof[:place], other, *proof[place + 1 :])
        assert not consistent(old, roots[0], size, roots[1], mended)
    assert not consistent(old, roots[0], size, roots[1], tuple(proof[:place] + proof[place + 1 :]))
    assert not consistent(old, roots[0], size, roots[1], (*proof, bytes(32)))


def test_sizes_that_make_no_sense() -> None:
    root = naive_root(entries_of(3))
    assert consistent(0, EMPTY_ROOT, 3, root, ())
    assert not consistent(0, root, 3, root, ())
    assert not consistent(4, root, 3, root, ())
    assert not consistent(-1, root, 3, root, ())
    assert not consistent(3, root, 3, EMPTY_ROOT, ())
    with pytest.raises(LookupError):
        inclusion(levels_of(entries_of(3)).read, 3, 3)
    with pytest.raises(LookupError):
        consistency(levels_of(entries_of(3)).read, 4, 3)


def test_the_frontier_grows_as_the_tree() -> None:
    frontier, entries = Frontier(), entries_of(70)
    for number, entry in enumerate(entries, start=1):
        place = frontier.grown_by(leaf_hash(entry))
        assert (place.index, place.size) == (number - 1, number)
        assert place.root == naive_root(entries[:number])
        assert tree.included(tree.Inclusion(place.index, place.size, place.path), leaf_hash(entry), place.root)
        frontier.append(leaf_hash(entry))
    assert frontier.size == 70


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 600])
def test_tiles_give_every_proof(size: int) -> None:
    entries = entries_of(size)
    levels = levels_of(entries)
    files = dict(tiles(levels))
    read = read_from(files.__getitem__, size)
    assert root_at(read, size) == root_at(levels.read, size)
    for old in {1, size // 2, size - 1, size} - {0}:
        assert consistency(read, old, size) == consistency(levels.read, old, size)
        assert inclusion(read, old - 1, size) == inclusion(levels.read, old - 1, size)
    with pytest.raises(LookupError):
        read(0, size)


def test_the_layout_of_tiles() -> None:
    """The example of the specification: a tree of 70 000 rows."""
    assert tile_path(0, 1234067) == "tile/0/x001/x234/067"
    assert tile_path("entries", 5, 112) == "tile/entries/005.p/112"
    paths = [path for path, _ in tiles(Levels.of(bytes([number % 256]) * 32 for number in range(70_000)))]
    assert len([path for path in paths if path.startswith("tile/0/") and ".p/" not in path]) == 273
    assert [path for path in paths if ".p/" in path] == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]
    assert [path for path in paths if path.startswith("tile/1/")] == ["tile/1/000", "tile/1/001.p/17"]
    bundle = dict(entry_bundles([b"a", b"bc"]))
    assert bundle == {"tile/entries/000.p/2": b"\x00\x01a\x00\x02bc"}
