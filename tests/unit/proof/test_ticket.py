"""The ticket and the key stub: what is printed is read back, even faded."""

import dataclasses
import datetime as dt
import io
import random
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageFilter

from kiosk.proof import qr
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.keys import KioskKey
from kiosk.proof.model import Manifest, Verdict
from kiosk.proof.seal import find_identity, identity_text
from kiosk.proof.ticket import render_key_stub, render_ticket
from kiosk.proof.verify_picture import verify_picture
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of

IDENTITY = identity_text(bytes(range(16)))


@pytest.fixture(scope="module")
def ticket(manifest: Manifest, key: KioskKey) -> bytes:
    return render_ticket(manifest, POSITION, make_proof(manifest, POSITION, key))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def as_bytes(image: Image.Image, kind: str = "PNG") -> bytes:
    output = io.BytesIO()
    image.save(output, kind)
    return output.getvalue()


def test_the_paper_is_black_or_white_and_as_wide_as_the_roll(ticket: bytes) -> None:
    for png in (ticket, render_key_stub(IDENTITY, "42", ISSUED_AT)):
        image = opened(png)
        assert (image.mode, image.width) == ("1", 576)
        assert round(image.info["dpi"][0]) == 203


def test_the_proof_is_read_back(ticket: bytes, manifest: Manifest, key: KioskKey) -> None:
    text = proof_text(make_proof(manifest, POSITION, key))
    assert qr.read(opened(ticket).convert("L")) == [text]
    report = verify_picture(ticket, [key])
    assert report.verdict is Verdict.GENUINE
    assert "000042" in report.sentence
    assert "3 pages" in report.sentence


def faded(image: Image.Image) -> Image.Image:
    """Twelve per cent of contrast left, as a ticket after months in a wallet."""
    pixels = np.asarray(image.convert("L"), dtype=np.float32)
    return Image.fromarray((200 - 31 * (1 - pixels / 255)).astype(np.uint8))


def photographed(image: Image.Image, width: int) -> Image.Image:
    """A photo of the code alone, `width` pixels wide, a little turned and out of focus."""
    code = image.convert("L").crop((0, 0, 576, 576)).rotate(4, fillcolor=255, expand=True)
    return code.resize((width, width), Image.Resampling.BILINEAR).filter(ImageFilter.GaussianBlur(0.6))


def test_the_proof_survives_blur_fading_and_small_photos(manifest: Manifest, key: KioskKey) -> None:
    text = proof_text(make_proof(manifest, POSITION, key))
    code = Image.new("L", (576, 576), 255)
    code.paste(qr.picture(text, 5), (110, 110))
    assert qr.read(code.filter(ImageFilter.GaussianBlur(2.0))) == [text]
    assert qr.read(faded(code)) == [text]
    assert qr.read(faded(code.filter(ImageFilter.GaussianBlur(1.0)))) == [text]
    for width in (640, 480):
        assert qr.read(photographed(code, width)) == [text]
    assert qr.read(opened(as_bytes(code, "JPEG"))) == [text]


def test_the_proof_is_38_millimetres_wide(manifest: Manifest, key: KioskKey) -> None:
    modules = len(qr.matrix(proof_text(make_proof(manifest, POSITION, key))))
    assert modules <= 61
    longest = manifest_of(500, kiosk="k" * 16, guide_id="g" * 40)
    assert len(qr.matrix(proof_text(make_proof(longest, POSITION, key)))) * 5 / 203 * 25.4 >= 38


def test_a_duplicate_is_another_paper(ticket: bytes, manifest: Manifest, key: KioskKey) -> None:
    proof = make_proof(manifest, POSITION, key)
    again = render_ticket(manifest, POSITION, proof, True, ISSUED_AT + dt.timedelta(days=3))
    assert opened(again).height > opened(ticket).height
    assert verify_picture(again, [key]).verdict is Verdict.GENUINE
    assert opened(render_ticket(manifest, POSITION, proof, duplicate=True)).height > opened(ticket).height


def test_66_pages_and_another_language_fit(key: KioskKey) -> None:
    manifest = manifest_of(66, language="en")
    png = render_ticket(manifest, POSITION, make_proof(manifest, POSITION, key))
    assert verify_picture(png, [key]).verdict is Verdict.GENUINE


def test_the_key_is_read_back_and_never_taken_for_a_proof(key: KioskKey) -> None:
    stub = render_key_stub(IDENTITY, "visite 5f1c", ISSUED_AT, "en")
    texts = qr.read(opened(stub).convert("L"))
    assert [find_identity(text) for text in texts] == [IDENTITY]
    assert qr.read(faded(opened(stub))) == [IDENTITY]
    report = verify_picture(stub, [key])
    assert report.verdict is Verdict.UNUSABLE
    assert IDENTITY not in report.sentence


def test_a_hostile_or_empty_picture_is_no_proof(ticket: bytes, manifest: Manifest, key: KioskKey) -> None:
    stranger = KioskKey.generate("perpignan-01", ISSUED_AT)
    assert verify_picture(ticket, [stranger]).verdict is Verdict.ALTERED
    white = as_bytes(Image.new("L", (400, 400), 255))
    link = as_bytes(qr.picture("https://exemple.fr/recu", 6))
    for picture in (white, link, b"", b"\x89PNG\r\n\x1a\n", ticket[:200]):
        assert verify_picture(picture, [key]).verdict is Verdict.UNUSABLE
    text = proof_text(make_proof(manifest, POSITION, key))
    changed = text[:60] + ("A" if text[60] != "A" else "B") + text[61:]
    assert verify_picture(as_bytes(qr.picture(changed, 5)), [key]).verdict is Verdict.ALTERED


def test_two_codes_in_one_picture_are_told(ticket: bytes, key: KioskKey) -> None:
    both = Image.new("1", (576, 1200), 1)
    other = manifest_of(1)
    both.paste(qr.picture(proof_text(make_proof(other, POSITION, key)), 5), (0, 0))
    both.paste(qr.picture(proof_text(make_proof(manifest_of(2), POSITION, key)), 5), (0, 600))
    report = verify_picture(as_bytes(both), [key])
    assert report.verdict is Verdict.UNUSABLE
    assert "plusieurs" in report.sentence


@pytest.mark.parametrize("label", ["", "🙂 \u0000\n\t中文 עברית", "x" * 400, "{body} {count} %s <b>"])
def test_no_label_stops_a_ticket(label: str, key: KioskKey) -> None:
    page = dataclasses.replace(manifest_of(1).pages[0], label=label, doubts=("unheard_of",))
    manifest = manifest_of(1, pages=(page,), body=label, missing=(label,), remedies=(label,), guide_title=label)
    png = render_ticket(manifest, POSITION, make_proof(manifest, POSITION, key))
    assert verify_picture(png, [key]).verdict is Verdict.GENUINE


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def test_a_picture_too_large_to_open_is_said_so(key: KioskKey) -> None:
    """30 000 × 30 000 pixels in a file of a few hundred bytes."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(9)))
    report = verify_picture(bomb, [key])
    assert report.verdict is Verdict.UNUSABLE
    assert "trop grande" in report.sentence


def test_a_damaged_picture_never_says_something_else(ticket: bytes, key: KioskKey) -> None:
    genuine, source = verify_picture(ticket, [key]).sentence, random.Random(3)
    for _ in range(150):
        changed = bytearray(ticket)
        changed[source.randrange(len(changed))] ^= 1 << source.randrange(8)
        report = verify_picture(bytes(changed), [key])
        assert report.verdict is not Verdict.GENUINE or report.sentence == genuine
