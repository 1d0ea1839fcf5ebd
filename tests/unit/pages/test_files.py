"""Files of every kind open as pages; those that cannot be used say why in one French sentence."""

import io
import struct
import zlib
from random import Random

import numpy as np
import pikepdf
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pages import files
from kiosk.pages.files import MOST_PAGES, open_pages
from kiosk.pages.model import Image, UnusableInput
from tests.generator import captures


def encoded(picture: PIL.Image.Image, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(UnusableInput) as refused:
        list(open_pages(data, name))
    return str(refused.value)


def pdf(pages: int, **options: object) -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    target = io.BytesIO()
    document.save(target, **options)  # type: ignore[arg-type]
    return target.getvalue()


def png_of_size(width: int, height: int) -> bytes:
    """A PNG whose head announces a size that its body does not have."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="module")
def jpeg(sheets: dict[str, Image]) -> bytes:
    return encoded(
        PIL.Image.fromarray(captures.flatbed(sheets["light"], Random(1))[:600, :500, ::-1]), "JPEG", dpi=(300, 300)
    )


def test_a_picture_is_one_page_with_its_resolution(jpeg: bytes) -> None:
    (page,) = open_pages(jpeg, "page.jpg")
    assert page.image.shape == (600, 500, 3)
    assert (page.dpi, page.number, page.of) == (300.0, 1, 1)


def test_blue_comes_first() -> None:
    (page,) = open_pages(encoded(PIL.Image.new("RGB", (20, 20), (255, 0, 0)), "PNG"), "red.png")
    assert page.image[5, 5].tolist() == [0, 0, 255]


@pytest.mark.parametrize(
    ("mode", "colour", "form"),
    [
        ("CMYK", (0, 0, 0, 0), "TIFF"),
        ("L", 255, "PNG"),
        ("1", 1, "TIFF"),
        ("LA", (0, 0), "PNG"),
        ("RGBA", (0, 0, 0, 0), "PNG"),
        ("P", 0, "PNG"),
    ],
)
def test_other_colours_are_converted(mode: str, colour: object, form: str) -> None:
    picture = PIL.Image.new(mode, (30, 20), colour)  # type: ignore[arg-type]
    if mode == "P":
        picture.putpalette([255, 255, 255] * 256)
    (page,) = open_pages(encoded(picture, form), "page")
    assert page.image.shape == (20, 30, 3)
    assert page.image.min() >= 250


def test_sixteen_bits_are_scaled() -> None:
    deep = PIL.Image.fromarray(np.full((20, 30), 32768, np.uint16))
    (page,) = open_pages(encoded(deep, "PNG"), "deep.png")
    assert 120 <= int(page.image[0, 0, 0]) <= 136


def test_the_camera_s_rotation_is_honoured() -> None:
    picture = PIL.Image.new("RGB", (40, 20), "white")
    exif = picture.getexif()
    exif[0x0112] = 6
    (page,) = open_pages(encoded(picture, "JPEG", exif=exif), "turned.jpg")
    assert page.image.shape == (40, 20, 3)


def test_a_tiff_may_hold_several_pages() -> None:
    frames = [PIL.Image.new("L", (30, 20 + number), 255) for number in range(3)]
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    pages = list(open_pages(data, "scan.tiff"))
    assert [(page.number, page.of, page.image.shape[0]) for page in pages] == [(1, 3, 20), (2, 3, 21), (3, 3, 22)]


def test_a_pdf_is_drawn_page_by_page() -> None:
    pages = open_pages(pdf(3), "three.pdf")
    first = next(pages)
    assert (first.number, first.of, first.dpi) == (1, 3, 300.0)
    assert abs(first.image.shape[0] - 3508) <= 2
    assert len(list(pages)) == 2


def test_a_poster_is_drawn_smaller() -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(5700, 5700))
    target = io.BytesIO()
    document.save(target)
    (page,) = open_pages(target.getvalue(), "poster.pdf")
    assert max(page.image.shape) <= 3701


def test_each_bad_file_has_its_sentence(jpeg: bytes) -> None:
    assert refusal(b"", "empty.jpg") == files.EMPTY
    assert refusal(jpeg[: len(jpeg) // 2], "cut.jpg") == files.TRUNCATED
    assert refusal(b"bonjour, ceci est du texte", "lettre.pdf") == files.NOT_PDF
    assert refusal(b"GIF89a" + bytes(40), "animated.gif") == files.OTHER_FORMAT
    assert refusal(b"hello", "page.jpg") == files.UNKNOWN
    assert refusal(pdf(1, encryption=pikepdf.Encryption(owner="a", user="b")), "locked.pdf") == files.ENCRYPTED
    assert refusal(b"%PDF-1.7\n" + bytes(200), "broken.pdf") == files.DAMAGED
    assert refusal(png_of_size(30_000, 30_000), "huge.png") == files.TOO_LARGE
    assert refusal(png_of_size(12_000, 9_000), "large.png") == files.TOO_LARGE


def test_a_pdf_of_five_hundred_pages_is_refused_with_the_limit() -> None:
    said = refusal(pdf(500), "book.pdf")
    assert said == files.TOO_MANY_PAGES
    assert f"{MOST_PAGES} pages" in said


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\0"]),
    st.sampled_from(["a.pdf", "a.jpg"]),
)
def test_noise_is_refused_or_opened_but_never_crashes(body: bytes, head: bytes, name: str) -> None:
    try:
        for page in open_pages(head + body, name):
            assert page.image.ndim == 3
    except UnusableInput as refused:
        assert str(refused).endswith(".")
