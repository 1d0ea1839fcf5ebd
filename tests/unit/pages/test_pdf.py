"""The PDF handed over: A4, small, its words where they are seen."""

import io
from random import Random

import numpy as np
import pikepdf
import pypdfium2

from kiosk.pages.inspection import inspect
from kiosk.pages.model import Image, Kind, Reading, Word
from kiosk.pages.numbers import find_amounts
from kiosk.pages.pdf import searchable_pdf
from kiosk.pages.reading import read
from tests.generator import captures


def test_a_scan_becomes_a_small_page_whose_amounts_can_be_searched(sheets: dict[str, Image]) -> None:
    reading = read(inspect(captures.flatbed(sheets["classic"], Random(8)), 200))
    data = searchable_pdf([reading, reading], "Bulletins de paie")
    assert len(data) < 2 * 250 * 1024
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 2
        assert [round(float(side)) for side in document.pages[0].mediabox] == [0, 0, 595, 842]
        assert str(document.docinfo["/Title"]) == "Bulletins de paie"
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    seen = {amount for word in reading.words for amount in find_amounts(word.text)}
    assert len(seen & set(find_amounts(text))) >= 0.95 * len(seen)


def test_the_text_lies_on_its_picture() -> None:
    page = np.full((1000, 707, 3), 255, np.uint8)
    word = Word("Montant", x=200, y=300, width=150, height=30, confidence=1.0, line=0)
    data = searchable_pdf([Reading(page, 0, Kind.OTHER, 1.0, words=(word,))], "essai")
    found = pypdfium2.PdfDocument(data)[0].get_textpage()
    left, bottom, right, top = found.get_rect(0) if found.count_rects() else (0, 0, 0, 0)
    scale = 842 / 1000
    assert abs(left - 200 * scale) < 4
    assert abs(right - 350 * scale) < 4
    assert 842 - 335 * scale - 6 < bottom < top < 842 - 290 * scale + 6


def test_the_layer_is_not_seen() -> None:
    page = np.full((1000, 707, 3), 255, np.uint8)
    word = Word("invisible", x=100, y=100, width=300, height=60, confidence=1.0, line=0)
    data = searchable_pdf([Reading(page, 0, Kind.OTHER, 1.0, words=(word,))], "essai")
    drawn = pypdfium2.PdfDocument(data)[0].render(scale=1).to_numpy()
    assert drawn.min() >= 250


def test_a_wide_page_lies_on_its_side_and_odd_characters_are_survived() -> None:
    page = np.full((500, 900, 3), 240, np.uint8)
    word = Word("Tuấn €", x=10, y=10, width=90, height=30, confidence=1.0, line=0)
    with pikepdf.open(
        io.BytesIO(searchable_pdf([Reading(page, 0, Kind.OTHER, 1.0, words=(word,))], "Tuấn"))
    ) as document:
        box = [round(float(side)) for side in document.pages[0].mediabox]
    assert box == [0, 0, 842, 595]
