"""What is hidden or moves in a file is not seen as paper; what paper would show is drawn, and nothing is executed."""

import io
import tracemalloc
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from kiosk.pages import files
from kiosk.pages.files import ENOUGH_PIXELS, LARGEST_FILE, MOST_PAGES, SourcePage, open_pages
from kiosk.pages.model import Image, UnusableInput
from tests.unit.pages import strange_files as strange

BAR_SHARE = 300 * 100 / (595 * 842)


def only_page(data: bytes, name: str = "file") -> SourcePage:
    (page,) = open_pages(data, name)
    return page


def encoded(picture: PIL.Image.Image, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def test_a_filled_form_shows_what_was_filled_in() -> None:
    assert strange.darkness(only_page(strange.with_form()).image) == pytest.approx(BAR_SHARE, rel=0.02)


def test_a_hidden_layer_is_not_drawn_and_a_shown_one_is() -> None:
    assert strange.darkness(only_page(strange.with_layer(shown=False)).image) == 0
    assert strange.darkness(only_page(strange.with_layer(shown=True)).image) == pytest.approx(BAR_SHARE, rel=0.02)


def test_scripts_and_launches_are_not_executed(tmp_path: Path) -> None:
    page = only_page(strange.with_scripts(str(tmp_path / "trace")))
    assert strange.darkness(page.image) == pytest.approx(BAR_SHARE, rel=0.02)
    assert list(tmp_path.iterdir()) == []


def test_attachments_are_left_alone() -> None:
    assert strange.darkness(only_page(strange.with_attachment()).image) == pytest.approx(BAR_SHARE, rel=0.02)


def test_a_missing_font_is_replaced() -> None:
    assert strange.darkness(only_page(strange.with_unknown_font()).image) > 0.005


@pytest.mark.parametrize(("width", "height"), [(5669, 5669), (5669, 200), (3, 14000), (0.5, 0.5)])
def test_pages_of_two_metres_and_of_nothing(width: float, height: float) -> None:
    page = only_page(strange.saved(strange.sheet(width=width, height=height)))
    assert min(page.image.shape[:2]) >= 1
    assert max(page.image.shape[:2]) <= 3701


def test_only_the_first_picture_of_an_animation_is_a_page() -> None:
    assert only_page(strange.animated("PNG")).image.min() == 255


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_other_pictures_say_what_to_bring(form: str) -> None:
    with pytest.raises(UnusableInput, match=files.OTHER_FORMAT):
        only_page(strange.animated(form))


@pytest.mark.parametrize("head", [b"\0\0\0\x18ftypheic", b"\0\0\0\x1cftypmif1", b"BM\x36\0"])
def test_so_do_the_formats_of_telephones(head: bytes) -> None:
    with pytest.raises(UnusableInput, match=files.OTHER_FORMAT):
        only_page(head + bytes(200))


def test_a_printer_s_jpeg_keeps_its_white() -> None:
    assert only_page(encoded(PIL.Image.new("CMYK", (40, 40), (0, 0, 0, 0)), "JPEG")).image.min() >= 250


def test_sixteen_bits_a_colour() -> None:
    page = only_page(strange.deep_tiff())
    assert page.image.shape == (20, 30, 3)
    assert abs(int(page.image[5, 5, 1]) - 128) <= 1


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_rotation_is_honoured_outside_jpeg(form: str) -> None:
    picture = PIL.Image.new("RGB", (40, 20), "white")
    exif = picture.getexif()
    exif[0x0112] = 8
    assert only_page(encoded(picture, form, exif=exif)).image.shape == (40, 20, 3)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_very_large_picture_is_made_smaller_and_its_resolution_with_it(form: str) -> None:
    page = only_page(encoded(PIL.Image.new("L", (6000, 8000), 255), form, dpi=(600, 600)))
    height, width = page.image.shape[:2]
    assert width * height <= ENOUGH_PIXELS * 1.01
    assert page.dpi == pytest.approx(600 * width / 6000, rel=0.01)


def test_a_tiff_of_too_many_pages_is_refused_before_they_are_counted() -> None:
    frames = [PIL.Image.new("1", (2, 2)) for _ in range(MOST_PAGES + 1)]
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    with pytest.raises(UnusableInput, match=files.TOO_MANY_PAGES):
        next(iter(open_pages(data, "book.tiff")))


def test_a_tiff_that_turns_in_circles_ends() -> None:
    data = bytearray(strange.deep_tiff())
    end = 10 + 12 * 9
    data[end : end + 4] = (8).to_bytes(4, "little")
    try:
        assert len(list(open_pages(bytes(data), "circle.tiff"))) <= MOST_PAGES
    except UnusableInput as refused:
        assert str(refused) in (files.DAMAGED, files.TOO_MANY_PAGES)


def test_a_file_of_too_many_bytes_is_not_looked_at() -> None:
    tracemalloc.start()
    data = bytes(LARGEST_FILE + 1)
    with pytest.raises(UnusableInput, match=files.TOO_HEAVY):
        next(iter(open_pages(data, "film.pdf")))
    assert tracemalloc.get_traced_memory()[1] < LARGEST_FILE * 1.1
    tracemalloc.stop()


WHOLE: dict[str, bytes] = {
    "form.pdf": strange.with_form(),
    "layer.pdf": strange.with_layer(shown=True),
    "deep.tiff": strange.deep_tiff(),
    "animated.png": strange.animated("PNG"),
    "photo.jpg": encoded(PIL.Image.effect_noise((64, 64), 60).convert("RGB"), "JPEG"),
    "fax.tiff": encoded(PIL.Image.effect_noise((64, 64), 60).convert("1"), "TIFF", compression="group4"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_cut_anywhere_a_file_is_read_or_refused_with_a_sentence(name: str) -> None:
    whole = WHOLE[name]
    for length in range(1, len(whole), max(len(whole) // 60, 1)):
        try:
            for page in open_pages(whole[:length], name):
                image: Image = page.image
                assert image.dtype == np.uint8
                assert image.ndim == 3
        except UnusableInput as refused:
            assert str(refused).endswith(".")
