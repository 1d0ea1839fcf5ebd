"""Deterministic CBOR (RFC 8949, section 4.2.1): a value has one encoding, and only that one is read."""

import io
from typing import Any

import cbor2


def encode(value: Any) -> bytes:
    return cbor2.dumps(value, canonical=True)


def decode(data: bytes) -> Any:
    """The value of `data`. Raises ValueError unless `data` is exactly one value in its canonical encoding."""
    stream = io.BytesIO(data)
    try:
        value = cbor2.CBORDecoder(stream).decode()
        same = stream.tell() == len(data) and encode(value) == data
    except (cbor2.CBORError, ValueError, TypeError, RecursionError, OverflowError, MemoryError) as error:
        raise ValueError("not CBOR") from error
    if not same:
        raise ValueError("not canonical CBOR")
    return value
