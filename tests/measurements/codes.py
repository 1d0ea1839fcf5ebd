"""Every QR code the kiosk prints, as it comes out of a 203 dpi printer, degraded and read back."""

import io
from dataclasses import dataclass

import numpy as np
import pypdfium2
import zxingcpp
from PIL import Image

from kiosk.proof import qr
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.model import LedgerPosition
from kiosk.proof.receipt import render_receipt
from kiosk.proof.seal import identity_text
from kiosk.proof.ticket import render_key_stub, render_ticket
from tests.measurements.degradations import EVERY, Picture
from tests.vectors.world import ISSUED_AT, kiosk_key, manifest_of

DPI = 203
TRIES = 12
"""Of each code under each degradation."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A code on paper: what it says, and the paper around it."""

    name: str
    text: str
    image: Picture


def every_code() -> list[Printed]:
    """PROOF on the ticket and on the A4 receipt (the longest there can be), KEY on its stub."""
    key = kiosk_key("perpignan-01")
    manifest = manifest_of(66, kiosk="k" * 16, guide_id="g" * 21)
    position = LedgerPosition(2**32 - 1, bytes(32))
    proof = make_proof(manifest, position, key)
    identity = identity_text(bytes(range(16)))
    sheet = pypdfium2.PdfDocument(render_receipt(manifest, position, key, {}))[0]
    return [
        _cropped("PROOF, ticket 80 mm", proof_text(proof), _opened(render_ticket(manifest, position, proof))),
        _cropped("PROOF, A4 receipt", proof_text(proof), sheet.render(scale=DPI / 72).to_pil().convert("L")),
        _cropped("KEY, stub 80 mm", identity, _opened(render_key_stub(identity, "kiosk", ISSUED_AT))),
    ]


def rate(code: Printed, degradation: str) -> float:
    """The share of `TRIES` read back, 0 to 1. Raises AssertionError if anything is ever misread."""
    read = 0
    for number in range(TRIES):
        source = np.random.default_rng([number, sorted(EVERY).index(degradation)])
        found = qr.read(Image.fromarray(EVERY[degradation](code.image, source)))
        assert found in ([], [code.text]), "a code was misread"
        read += found == [code.text]
    return read / TRIES


def campaign() -> dict[str, dict[str, float]]:
    """The rate of each degradation, for each code."""
    return {code.name: {name: rate(code, name) for name in EVERY} for code in every_code()}


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as image:
        return image.convert("L")


def _cropped(name: str, text: str, paper: Image.Image) -> Printed:
    """The square of paper around the code, its quiet zone included."""
    (found,) = [one for one in zxingcpp.read_barcodes(paper) if one.text == text]
    corners = found.position
    left, top = corners.top_left.x, corners.top_left.y
    side = corners.bottom_right.x - left
    rim = side // 12
    square = paper.crop((left - rim, top - rim, left + side + rim, top + side + rim))
    return Printed(name, text, np.asarray(square, np.uint8))
