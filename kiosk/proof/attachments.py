"""The files attached to a receipt. Only read once the signature over the whole PDF holds."""

from dataclasses import dataclass
from typing import Any

from kiosk.proof.manifest import LONGEST_MANIFEST
from kiosk.proof.pdf_objects import MalformedPdf, Name, PdfFile, Stream, inflate
from kiosk.proof.receipt_names import EVENT_NAME, LOG_PROOF_NAME, MANIFEST_NAME, PROOF_NAME, SINCE_NAME

_REQUIRED = frozenset({MANIFEST_NAME.encode(), PROOF_NAME.encode()})
_KNOWN = _REQUIRED | {LOG_PROOF_NAME.encode(), SINCE_NAME.encode()}
_MOST = len(_KNOWN)


@dataclass(frozen=True, slots=True)
class Attachments:
    """The bytes of manifeste.cbor and preuve.cbor, and of preuve.tlog-proof and repere.tst where they are."""

    manifest: bytes
    proof: bytes
    log: bytes | None = None
    since: bytes | None = None


class Unreadable:
    """The PDF does not carry the files of a receipt, or others too: a kiosk did not issue it as a receipt."""


def read_attachments(pdf: bytes) -> Attachments | Unreadable:
    """The files of a receipt, if they are there and nothing else is."""
    try:
        files = _attached(pdf)
    except MalformedPdf:
        return Unreadable()
    if not _REQUIRED <= set(files) <= _KNOWN:
        return Unreadable()
    return Attachments(
        files[MANIFEST_NAME.encode()],
        files[PROOF_NAME.encode()],
        files.get(LOG_PROOF_NAME.encode()),
        files.get(SINCE_NAME.encode()),
    )


def read_event_attachment(pdf: bytes) -> bytes | None:
    """The event's code of a follow-up sheet; None for any other PDF."""
    try:
        files = _attached(pdf)
    except MalformedPdf:
        return None
    return files[EVENT_NAME.encode()] if set(files) == {EVENT_NAME.encode()} else None


def _attached(pdf: bytes) -> dict[bytes, bytes]:
    document = PdfFile(pdf)
    root = document.dictionary(document.trailer.get(b"Root"))
    tree = document.dictionary(document.dictionary(root.get(b"Names")).get(b"EmbeddedFiles"))
    names = document.resolve(tree.get(b"Names"))
    if (
        not isinstance(names, list)
        or len(names) % 2
        or not 0 < len(names) // 2 <= _MOST
        or not all(isinstance(name, bytes) for name in names[::2])
        or len(set(names[::2])) != len(names) // 2
    ):
        raise MalformedPdf("not the files of a receipt or a follow-up")
    return {name: _content(document, value) for name, value in zip(names[::2], names[1::2], strict=True)}


def _content(document: PdfFile, specification: Any) -> bytes:
    stream = document.resolve(document.dictionary(document.dictionary(specification).get(b"EF")).get(b"F"))
    if not isinstance(stream, Stream):
        raise MalformedPdf("no attached file")
    kind = stream.entries.get(b"Filter")
    if kind is None:
        return stream.data
    if kind != Name(b"FlateDecode") or b"DecodeParms" in stream.entries:
        raise MalformedPdf("another filter")
    return inflate(stream.data, LONGEST_MANIFEST)
