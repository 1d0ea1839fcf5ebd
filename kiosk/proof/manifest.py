"""The manifest as bytes: deterministic CBOR with named fields, so that a stranger can read it without us.

A manifest of another version, or with a field this version does not know, is refused: what is not understood
cannot be verified.
"""

import dataclasses
import datetime as dt
import hashlib
from typing import Any

from kiosk.proof import canonical, tree
from kiosk.proof.model import Manifest, PageEntry, ProofLevel
from kiosk.words import mark

VERSION = 1
DIGEST_LENGTH = 32
LONGEST_MANIFEST = 4_000_000
TOO_LONG = mark("La liste des pages est trop longue.")
ILLEGIBLE = mark("La liste des pages est illisible.")
UNKNOWN = mark("Ce reçu est d’une version que ce programme ne connaît pas.")

_TEXTS = frozenset(
    [
        "kiosk",
        "site",
        "submission_id",
        "guide_id",
        "guide_version",
        "guide_title",
        "body",
        "channel",
        "language",
        "clock_source",
        "site_phone",
    ]
)
_LISTS = frozenset({"missing", "deadline_notes", "remedies"})
_FIELDS = frozenset(field.name for field in dataclasses.fields(Manifest))
_PAGE_TYPES: dict[str, type] = {
    "number": int,
    "digest": bytes,
    "salt": bytes,
    "media_type": str,
    "length": int,
    "label": str,
    "doubts": tuple,
    "source_page": int,
    "source_pages": int,
}


class UnknownManifest(Exception):
    """Bytes that are not a manifest of this version. The message is one French sentence for people."""


def encode_manifest(manifest: Manifest) -> bytes:
    """The one encoding of `manifest`. Raises ValueError for a date without its offset."""
    if manifest.issued_at.tzinfo is None:
        raise ValueError("the date of a receipt needs its offset from UTC")
    values = {name: getattr(manifest, name) for name in _TEXTS}
    values |= {name: list(getattr(manifest, name)) for name in _LISTS}
    values |= {
        "v": VERSION,
        "issued_at": manifest.issued_at.isoformat(),
        "level": manifest.level.value,
        "pages": [_page_values(page) for page in manifest.pages],
        "keep_until": manifest.keep_until.isoformat() if manifest.keep_until else None,
    }
    return canonical.encode(values)


def decode_manifest(data: bytes) -> Manifest:
    """The manifest that `encode_manifest` wrote. Raises `UnknownManifest`."""
    if len(data) > LONGEST_MANIFEST:
        raise UnknownManifest(TOO_LONG)
    try:
        values = canonical.decode(data)
    except ValueError as error:
        raise UnknownManifest(ILLEGIBLE) from error
    if not isinstance(values, dict) or values.pop("v", None) != VERSION or set(values) != _FIELDS:
        raise UnknownManifest(UNKNOWN)
    try:
        manifest = _manifest(values)
    except (ValueError, TypeError) as error:
        raise UnknownManifest(ILLEGIBLE) from error
    if encode_manifest(manifest) != data:
        raise UnknownManifest(ILLEGIBLE)
    return manifest


def manifest_digest(manifest: Manifest) -> bytes:
    """SHA-256 of the manifest's encoding. The salts of the pages keep it from being guessed."""
    return hashlib.sha256(encode_manifest(manifest)).digest()


def page_leaves(manifest: Manifest) -> list[bytes]:
    """The salted leaf of each page, in order."""
    return [tree.leaf(page.salt, page.digest) for page in manifest.pages]


def page_root(manifest: Manifest) -> bytes:
    """The root of the hash tree over the pages."""
    return tree.root(page_leaves(manifest))


def receipt_number(kiosk: str, sequence: int) -> str:
    """The number of a receipt, e.g. "perpignan-01-000042"."""
    return f"{kiosk}-{sequence:06d}"


def _page_values(page: PageEntry) -> dict[str, Any]:
    values = {name: getattr(page, name) for name in _PAGE_TYPES}
    return values | {"doubts": list(page.doubts)}


def _manifest(values: dict[str, Any]) -> Manifest:
    texts: dict[str, Any] = {name: _checked(values[name], str) for name in _TEXTS}
    lists: dict[str, Any] = {name: _texts(values[name]) for name in _LISTS}
    keep_until = values["keep_until"]
    issued_at = dt.datetime.fromisoformat(values["issued_at"])
    if issued_at.tzinfo is None:
        raise ValueError("no offset")
    return Manifest(
        **texts,
        **lists,
        issued_at=issued_at,
        level=ProofLevel(values["level"]),
        pages=tuple(_page(page) for page in _checked(values["pages"], list)),
        keep_until=None if keep_until is None else dt.date.fromisoformat(keep_until),
    )


def _page(values: dict[str, Any]) -> PageEntry:
    if set(_checked(values, dict)) != set(_PAGE_TYPES):
        raise ValueError("unknown page field")
    values = values | {"doubts": _texts(values["doubts"])}
    page = PageEntry(**{name: _checked(values[name], kind) for name, kind in _PAGE_TYPES.items()})
    if len(page.digest) != DIGEST_LENGTH or len(page.salt) != DIGEST_LENGTH:
        raise ValueError("wrong length of digest or salt")
    return page


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(_checked(value, str) for value in _checked(values, list))


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value
