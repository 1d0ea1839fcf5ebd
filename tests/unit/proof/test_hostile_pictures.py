"""A picture of a code that is cut, doubled, somebody else's, or made to harm: never genuine, never a crash."""

import io
import struct
import zlib

import pytest
from PIL import Image

from kiosk.proof import qr
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.keys import KioskKey
from kiosk.proof.model import Manifest, Verdict
from kiosk.proof.seal import identity_text
from kiosk.proof.verify_picture import verify_picture
from tests.unit.proof.conftest import ISSUED_AT, POSITION


def png(*pictures: Image.Image) -> bytes:
    """The pictures side by side."""
    sheet = Image.new("L", (sum(one.width for one in pictures) + 20, max(one.height for one in pictures)), 255)
    left = 0
    for one in pictures:
        sheet.paste(one, (left, 0))
        left += one.width + 20
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def code(manifest: Manifest, key: KioskKey) -> Image.Image:
    return qr.picture(proof_text(make_proof(manifest, POSITION, key)), 6)


def test_an_honest_picture_is_genuine(code: Image.Image, key: KioskKey) -> None:
    assert verify_picture(png(code), [key]).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("https:" + "//exemple.invalid/verifier?ok=1", Verdict.UNUSABLE),
        ("T1:", Verdict.ALTERED),
        ("T1:" + "0" * 900, Verdict.ALTERED),
        ("T1:" + "%" * 60 + "' OR 1=1 --", Verdict.ALTERED),
        ("E1:6BF+70", Verdict.ALTERED),
        ("\x1b[2J<script>alert(1)</script>", Verdict.UNUSABLE),
        ("Authentique : reçu n° perpignan-01-000042", Verdict.UNUSABLE),
    ],
)
def test_a_code_that_says_something_else(text: str, verdict: Verdict, key: KioskKey) -> None:
    report = verify_picture(png(qr.picture(text, 6)), [key])
    assert report.verdict is verdict
    assert text not in report.sentence, "what a stranger wrote is not said again"


def test_a_strangers_code_in_the_name_of_the_kiosk(manifest: Manifest, key: KioskKey) -> None:
    stranger = KioskKey.generate("perpignan-01", ISSUED_AT)
    forged = qr.picture(proof_text(make_proof(manifest, POSITION, stranger)), 6)
    assert verify_picture(png(forged), [key]).verdict is Verdict.ALTERED


def test_two_codes_are_no_verdict_even_if_one_is_good(code: Image.Image, key: KioskKey) -> None:
    for other in ("T1:6BF", "https:" + "//exemple.invalid/"):
        assert verify_picture(png(code, qr.picture(other, 6)), [key]).verdict is Verdict.UNUSABLE


def test_a_key_is_told_not_to_be_shown(code: Image.Image, key: KioskKey) -> None:
    stub = qr.picture(identity_text(bytes(16)), 6)
    for picture in (png(stub), png(code, stub)):
        report = verify_picture(picture, [key])
        assert report.verdict is Verdict.UNUSABLE
        assert "clé" in report.sentence


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7])
def test_a_cut_code_is_no_verdict(share: float, code: Image.Image, key: KioskKey) -> None:
    cut = code.crop((0, 0, int(code.width * share), code.height))
    assert verify_picture(png(cut), [key]).verdict is Verdict.UNUSABLE


def test_a_picture_of_nothing_a_torn_one_and_a_bomb(code: Image.Image, key: KioskKey) -> None:
    whole = png(code)
    for data in (png(Image.new("L", (300, 300), 255)), whole[: len(whole) // 2], whole[:9], _bomb()):
        assert verify_picture(data, [key]).verdict is Verdict.UNUSABLE


def _bomb() -> bytes:
    """A PNG of a few bytes that says it is 60 000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
