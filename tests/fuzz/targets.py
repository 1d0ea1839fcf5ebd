"""What is fuzzed: the opening of files and the reading of codes, with files of every kind to begin from."""

import io

import numpy as np
import PIL.Image

from kiosk.pages.codes import Code, Symbol, find_codes
from kiosk.pages.files import open_pages
from kiosk.pages.inspection import inspect
from kiosk.pages.model import UnusableInput
from kiosk.pages.sealed import printed_codes
from tests.unit.pages import strange_files as strange
from tests.unit.pages.twoddoc.sealing import sample_codes, specification_trust

PAGES_LOOKED_AT = 3
_TRUST = specification_trust()


def seeds() -> list[bytes]:
    """Small whole files: every format, and what PDFs may hold."""
    grain = PIL.Image.effect_noise((96, 120), 70)
    pictures = [
        _encoded(grain.convert(mode), form, **options)
        for mode, form, options in (
            ("L", "JPEG", {}),
            ("RGB", "JPEG", {"progressive": True}),
            ("CMYK", "JPEG", {}),
            ("RGB", "PNG", {}),
            ("P", "PNG", {}),
            ("LA", "PNG", {}),
            ("1", "TIFF", {"compression": "group4"}),
            ("RGB", "TIFF", {"compression": "tiff_lzw"}),
            ("RGB", "TIFF", {"compression": "jpeg"}),
            ("L", "TIFF", {"compression": "tiff_adobe_deflate"}),
        )
    ]
    return [
        *pictures,
        strange.deep_tiff(),
        strange.animated("PNG"),
        strange.with_form(),
        strange.with_layer(shown=True),
        strange.with_scripts("/nowhere"),
        strange.with_attachment(),
        strange.with_unknown_font(),
    ]


def try_file(data: bytes) -> None:
    """Open `data` as `kiosk read` would, and look at the first pages. Only `UnusableInput` is an answer."""
    try:
        for page in open_pages(data, "file.pdf" if data[:1] == b"%" else "file.jpg"):
            assert page.image.dtype == np.uint8
            assert page.image.ndim == 3
            inspect(page.image, page.dpi)
            find_codes(page.image)
            if page.number >= PAGES_LOOKED_AT:
                return
    except UnusableInput as refused:
        assert str(refused).endswith(".")


def try_code(data: bytes) -> None:
    """Read `data` as what a code on a page holds."""
    (code,) = printed_codes([Code(Symbol.DATA_MATRIX, data)], _TRUST)
    assert all(isinstance(value, str) for value in code.values.values())


def code_seeds() -> list[bytes]:
    return sample_codes()


def _encoded(picture: PIL.Image.Image, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()
