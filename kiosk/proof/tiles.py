"""The ledger's tree as tiles (c2sp.org/tlog-tiles): plain files from which anybody computes any proof."""

from collections.abc import Callable, Iterator, Sequence

from kiosk.proof.log_tree import HASH_LENGTH, Levels, Read, node_hash

_HEIGHT = 8
_WIDTH = 1 << _HEIGHT
_GROUP = 1000


def tile_path(level: int | str, index: int, width: int = _WIDTH) -> str:
    """ "tile/0/x001/x234/067", with ".p/<width>" for a partial tile; `level` "entries" for the bundles."""
    name = f"{index % _GROUP:03d}"
    while index := index // _GROUP:
        name = f"x{index % _GROUP:03d}/{name}"
    return f"tile/{level}/{name}" + (f".p/{width}" if width < _WIDTH else "")


def tiles(levels: Levels) -> Iterator[tuple[str, bytes]]:
    """Every tile of the tree: (path, bytes)."""
    level, count = 0, levels.size
    while count:
        for index in range(0, count, _WIDTH):
            width = min(_WIDTH, count - index)
            hashes = (levels.read(level * _HEIGHT, index + place) for place in range(width))
            yield tile_path(level, index // _WIDTH, width), b"".join(hashes)
        level, count = level + 1, count // _WIDTH


def entry_bundles(entries: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """Every entry, each after its length in two bytes: (path, bytes)."""
    for start in range(0, len(entries), _WIDTH):
        bundle = entries[start : start + _WIDTH]
        data = b"".join(len(entry).to_bytes(2, "big") + entry for entry in bundle)
        yield tile_path("entries", start // _WIDTH, len(bundle)), data


def read_from(fetch: Callable[[str], bytes], size: int) -> Read:
    """Subtree roots out of the tiles of a tree of `size` leaves; `fetch` gives the bytes at a path.

    What is read is not trusted: it only serves to compute proofs that are then checked against signed roots.
    """
    known: dict[tuple[int, int], list[bytes]] = {}

    def tile(level: int, index: int) -> list[bytes]:
        if (level, index) not in known:
            count = size >> (level * _HEIGHT)
            width = min(_WIDTH, count - index * _WIDTH)
            data = fetch(tile_path(level, index, width)) if width > 0 else b""
            if width <= 0 or len(data) != width * HASH_LENGTH:
                raise LookupError(tile_path(level, index, width))
            known[level, index] = [data[at : at + HASH_LENGTH] for at in range(0, len(data), HASH_LENGTH)]
        return known[level, index]

    def read(level: int, index: int) -> bytes:
        above, within = divmod(level, _HEIGHT)
        first = index << within
        hashes = tile(above, first // _WIDTH)[first % _WIDTH : first % _WIDTH + (1 << within)]
        if len(hashes) != 1 << within:
            raise LookupError(level, index)
        while len(hashes) > 1:
            hashes = [node_hash(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
        return hashes[0]

    return read
