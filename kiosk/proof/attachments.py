"""The files attached to a receipt. Only read once the signature over the whole PDF holds."""

import io
from dataclasses import dataclass

import pikepdf

from kiosk.proof.receipt_names import LOG_PROOF_NAME, MANIFEST_NAME, PROOF_NAME, SINCE_NAME

_REQUIRED = frozenset({MANIFEST_NAME, PROOF_NAME})
_KNOWN = _REQUIRED | {LOG_PROOF_NAME, SINCE_NAME}


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
    """The files of a receipt, if they are there."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            files = document.attachments
            names = set(files)
            if not _REQUIRED <= names <= _KNOWN:
                return Unreadable()
            read = {name: bytes(files[name].get_file().read_bytes()) for name in names}
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return Unreadable()
    return Attachments(read[MANIFEST_NAME], read[PROOF_NAME], read.get(LOG_PROOF_NAME), read.get(SINCE_NAME))
