"""The strict reader of attachments: what a kiosk writes, and never anything but a plain refusal."""

import io
import random
import zlib

import pikepdf
import pytest

from kiosk.proof.attachments import Attachments, Unreadable, read_attachments
from kiosk.proof.manifest import encode_manifest
from kiosk.proof.model import Manifest
from kiosk.proof.pdf_objects import MalformedPdf, Name, PdfFile, inflate


def test_it_reads_what_another_library_reads(receipt: bytes, manifest: Manifest) -> None:
    read = read_attachments(receipt)
    assert isinstance(read, Attachments)
    assert read.manifest == encode_manifest(manifest)
    with pikepdf.open(io.BytesIO(receipt)) as document:
        theirs = {name: bytes(file.get_file().read_bytes()) for name, file in document.attachments.items()}
    assert theirs == {"manifeste.cbor": read.manifest, "preuve.cbor": read.proof}


def test_damaged_files_are_refused_plainly(receipt: bytes) -> None:
    """The signature is checked first, so this is a second wall: it must hold without falling."""
    source = random.Random(11)
    tail = receipt.rfind(b"xref\n", 0, receipt.rfind(b"xref\n"))
    for _ in range(600):
        changed = bytearray(receipt)
        for _ in range(source.choice((1, 3, 30))):
            place = source.randrange(source.choice((0, tail - 200)), len(changed))
            changed[place] = source.choice(b"0<>[]()/9 R\n\xff")
        assert isinstance(read_attachments(bytes(changed)), Attachments | Unreadable)
    for length in range(0, len(receipt) - 1, 499):  # without its last line end it is still whole
        assert isinstance(read_attachments(receipt[:length]), Unreadable)


def small(trailer: bytes, entries: bytes = b"0 1\n0000000000 65535 f \n") -> bytes:
    """A PDF of one table and one trailer."""
    head = b"%PDF-1.7\n"
    return head + b"xref\n" + entries + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(head)


def test_values_are_read() -> None:
    text = rb"<< /A#42 (a\(b\)\056\n) /C <4 1 4> /D [1 -2.5 true null /E 3 0 R] >>"
    read = PdfFile(small(text)).trailer
    assert read[b"AB"] == b"a(b).\n"
    assert read[b"C"] == b"A@"
    assert read[b"D"][:5] == [1, -2.5, True, None, Name(b"E")]


@pytest.mark.parametrize(
    "trailer",
    [
        b"<< /A " + b"[" * 100 + b"]" * 100 + b" >>",
        b"<< /A 1 /A 2 >>",
        b"<< /A " + b"9" * 5000 + b" >>",
        b"<< /Prev 9 >>",
        b"<< /Prev -1 >>",
        b"<< /Prev 1.5 >>",
        b"<< /A",
        b"1",
    ],
)
def test_hostile_trailers_are_refused(trailer: bytes) -> None:
    with pytest.raises(MalformedPdf):
        PdfFile(small(trailer))


def test_a_table_that_promises_too_much_is_refused() -> None:
    with pytest.raises(MalformedPdf, match="entry"):
        PdfFile(small(b"<< >>", b"0 999999999\n0000000000 65535 f \n"))


def test_a_bomb_is_refused() -> None:
    bomb = zlib.compress(bytes(10_000_000))
    with pytest.raises(MalformedPdf):
        inflate(bomb, 4_000_000)
    for wrong in (b"", b"x", bomb[:-1], zlib.compress(b"a") + b"b"):
        with pytest.raises(MalformedPdf):
            inflate(wrong, 4_000_000)
