"""Whole files broken in the ways that parsers fear."""

from collections.abc import Callable, Sequence
from random import Random

EDGES = (
    b"\x00",
    b"\xff",
    b"\x7f",
    b"\x80",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x7f\xff\xff\xff",
    b"-1",
    b"99999999999",
)
"""Values at which counters and sizes turn over."""
MOST_AT_ONCE = 6


def mutant(seeds: Sequence[bytes], chance: Random) -> bytes:
    """One of `seeds`, changed a few times."""
    data = chance.choice(seeds)
    for _ in range(chance.randint(1, MOST_AT_ONCE)):
        data = chance.choice(_WAYS)(data, seeds, chance)
    return data


def _flip(data: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _edge(data: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    at, value = chance.randint(0, len(data)), chance.choice(EDGES)
    return data[:at] + value + data[at + len(value) :]


def _cut_out(data: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    first, last = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return data[:first] + data[min(last, first + len(data) // 8) :]


def _repeat(data: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    at, length = chance.randint(0, len(data)), chance.randint(1, 64)
    return data[:at] + data[at : at + length] * chance.randint(2, 8) + data[at:]


def _truncate(data: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))] if chance.random() < 0.3 else data


def _splice(data: bytes, seeds: Sequence[bytes], chance: Random) -> bytes:
    other = chance.choice(seeds)
    at, source = chance.randint(0, len(data)), chance.randint(0, len(other))
    return data[:at] + other[source : source + chance.randint(1, 256)] + data[at:]


_WAYS: Sequence[Callable[[bytes, Sequence[bytes], Random], bytes]] = (
    _flip,
    _edge,
    _cut_out,
    _repeat,
    _truncate,
    _splice,
)
