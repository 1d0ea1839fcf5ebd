"""The two files attached to a receipt. Only read once the signature over the whole PDF holds."""

import io
from dataclasses import dataclass

import pikepdf

from kiosk.proof.receipt_names import EVENT_NAME, MANIFEST_NAME, PROOF_NAME


@dataclass(frozen=True, slots=True)
class Attachments:
    """The bytes of manifeste.cbor and preuve.cbor."""

    manifest: bytes
    proof: bytes


class Unreadable:
    """The PDF does not carry both files: a kiosk did not issue it as a receipt."""


def read_attachments(pdf: bytes) -> Attachments | Unreadable:
    """The two files of a receipt, if both are there."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            files = document.attachments
            if set(files) != {MANIFEST_NAME, PROOF_NAME}:
                return Unreadable()
            manifest, proof = (bytes(files[name].get_file().read_bytes()) for name in (MANIFEST_NAME, PROOF_NAME))
            return Attachments(manifest, proof)
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return Unreadable()


def read_event_attachment(pdf: bytes) -> bytes | None:
    """The event's code of a follow-up sheet; None for any other PDF."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            files = document.attachments
            return bytes(files[EVENT_NAME].get_file().read_bytes()) if set(files) == {EVENT_NAME} else None
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return None
