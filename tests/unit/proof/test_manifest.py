"""The manifest's bytes: one encoding, nothing lost, nothing unknown let through."""

import dataclasses
import datetime as dt
from typing import Any

import cbor2
import pytest

from kiosk.proof.manifest import (
    UnknownManifest,
    decode_manifest,
    encode_manifest,
    manifest_digest,
    page_root,
    receipt_number,
)
from kiosk.proof.model import Manifest
from tests.unit.proof.conftest import ISSUED_AT, manifest_of


@pytest.mark.parametrize("count", [0, 1, 3, 66])
def test_nothing_is_lost(count: int) -> None:
    manifest = manifest_of(count, language="en", keep_until=None, site_phone="04 68 00 00 00")
    assert decode_manifest(encode_manifest(manifest)) == manifest


def test_microseconds_and_offset_are_kept() -> None:
    when = ISSUED_AT.replace(microsecond=123456)
    assert decode_manifest(encode_manifest(manifest_of(1, issued_at=when))).issued_at == when


def test_every_field_counts(manifest: Manifest) -> None:
    digest = manifest_digest(manifest)
    changed = {"issued_at": ISSUED_AT + dt.timedelta(seconds=1), "keep_until": None, "pages": manifest.pages[:2]}
    for field in dataclasses.fields(Manifest):
        value = getattr(manifest, field.name)
        other = changed.get(field.name) or (value + "x" if type(value) is str else None)
        if field.name == "level":
            other = next(level for level in type(value) if level is not value)
        if type(value) is tuple and field.name != "pages":
            other = (*value, "x")
        assert manifest_digest(dataclasses.replace(manifest, **{field.name: other})) != digest, field.name


def test_the_order_of_pages_counts(manifest: Manifest) -> None:
    assert page_root(dataclasses.replace(manifest, pages=manifest.pages[::-1])) != page_root(manifest)


def altered(manifest: Manifest, **changes: Any) -> bytes:
    values = dict(cbor2.loads(encode_manifest(manifest)))
    return cbor2.dumps({name: value for name, value in (values | changes).items() if value != "absent"}, canonical=True)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": 2},
        {"nouveau": 1},
        {"body": "absent"},
        {"body": 3},
        {"level": "N9"},
        {"issued_at": "2026-11-22T14:05:33"},
        {"issued_at": "hier"},
        {"keep_until": "2027-13-01"},
        {"missing": "février"},
        {"missing": [1]},
        {"pages": [{"number": 1}]},
        {"pages": None},
    ],
)
def test_what_is_not_understood_is_refused(manifest: Manifest, changes: dict[str, Any]) -> None:
    with pytest.raises(UnknownManifest):
        decode_manifest(altered(manifest, **changes))


@pytest.mark.parametrize("data", [b"", b"\xa0", b"\xf6", b"[]", b"\x9f" * 5000])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownManifest):
        decode_manifest(data)


def test_only_the_canonical_encoding_is_read(manifest: Manifest) -> None:
    data = encode_manifest(manifest)
    with pytest.raises(UnknownManifest):
        decode_manifest(data + b"\x00")
    values = dict(reversed(list(cbor2.loads(data).items())))
    with pytest.raises(UnknownManifest):
        decode_manifest(cbor2.dumps(values))


def test_a_date_needs_its_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        encode_manifest(manifest_of(1, issued_at=ISSUED_AT.replace(tzinfo=None)))


def test_the_number_of_a_receipt() -> None:
    assert receipt_number("perpignan-01", 42) == "perpignan-01-000042"
