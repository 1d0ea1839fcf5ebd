"""An empty glass is clean, dusty, or not empty: drawn glasses with a shade, grain and specks of known places."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from kiosk.assets import asset
from kiosk.pages.glass import Glass, look_at_glass
from kiosk.proof import qr

DPI = 150
WIDTH, HEIGHT = round(210 / 25.4 * DPI), round(297 / 25.4 * DPI)


def lid(seed: int = 1) -> Image.Image:
    """White foam under glass: not evenly lit, with the sensor's grain and the shadow of the lid's edge."""
    random = np.random.default_rng(seed)
    shade = np.linspace(222, 248, WIDTH)[None, :] + np.linspace(0, -14, HEIGHT)[:, None]
    pixels = np.clip(shade + random.normal(0, 3, (HEIGHT, WIDTH)), 0, 255).astype(np.uint8)
    pixels[:, :10] = 90
    return Image.fromarray(pixels)


def bgr(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("RGB"))[:, :, ::-1].copy()


def dot(image: Image.Image, x_mm: float, y_mm: float, size_mm: float = 0.9) -> None:
    x, y, half = x_mm / 25.4 * DPI, y_mm / 25.4 * DPI, size_mm / 25.4 * DPI / 2
    ImageDraw.Draw(image).ellipse((x - half, y - half, x + half, y + half), fill=70)


@pytest.mark.parametrize("seed", range(4))
def test_a_lid_that_is_not_evenly_lit_is_clean(seed: int) -> None:
    assert look_at_glass(bgr(lid(seed)), DPI).state is Glass.CLEAN


def test_specks_are_found_where_they_are() -> None:
    image = lid()
    places = [(40, 60), (150, 200), (100, 280)]
    for place in places:
        dot(image, *place)
    seen = look_at_glass(bgr(image), DPI)
    assert seen.state is Glass.DIRTY
    assert len(seen.specks) == len(places)
    for x, y in places:
        assert any(abs(x - a) <= 1 and abs(y - b) <= 1 for a, b in seen.specks)


def test_a_hair_across_the_glass_is_dirt() -> None:
    image = lid()
    ImageDraw.Draw(image).line((400, 200, 430, 1500), fill=60, width=4)
    assert look_at_glass(bgr(image), DPI).state is Glass.DIRTY


@pytest.mark.parametrize("name", ["01-bulletin-2026-01.jpg", "04-bulletin-2026-04.jpg"])
def test_a_page_that_was_left_is_no_dirt(name: str) -> None:
    with Image.open(asset("samples", name)) as page:
        assert look_at_glass(bgr(page), None).state is Glass.SHEET_LEFT


def test_an_open_lid_is_dark() -> None:
    dark = Image.new("L", (WIDTH, HEIGHT), 60)
    assert look_at_glass(bgr(dark), DPI).state is Glass.LID_OPEN


def test_the_code_of_a_test_sheet_is_read() -> None:
    image = lid()
    image.paste(qr.picture("TEMOIN-ESSAI:4F21", 6).convert("L"), (300, 400))
    seen = look_at_glass(bgr(image), DPI)
    assert (seen.state, seen.codes) == (Glass.SHEET_LEFT, ("TEMOIN-ESSAI:4F21",))
