"""The NIR is not on the copy that is sent, and nothing else is missing from it."""

import io

import numpy as np
import pypdfium2
import pytest

from kiosk.pages.masking import nir_words, without_nir
from kiosk.pages.model import Kind, Reading, Word
from kiosk.pages.pdf import searchable_pdf


def line_of(*texts: str, number: int = 0) -> list[Word]:
    return [Word(text, 40 + 90 * place, 40 + 60 * number, 80, 24, 0.9, number) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("255081416802538",),
        ("2550814168025", "38"),
        ("2", "55", "08", "14", "168", "025", "38"),
        ("2", "95", "10", "99", "126", "111", "93"),
        ("1", "86", "02", "2A", "215", "325", "36"),
        ("2", "55", "O8", "l4", "168", "O25", "38"),
        ("2.55.08.14.168.025", "/", "38"),
    ],
)
def test_a_nir_is_found_however_it_is_spaced(texts: tuple[str, ...]) -> None:
    words = line_of("NIR", *texts, "Embauche")
    assert [word.text for word in nir_words(words)] == list(texts)


@pytest.mark.parametrize("text", ["35600000049837", "01/03/2026", "1 497,34", "FR7630006000011234567890189"])
def test_other_numbers_stay(text: str) -> None:
    assert nir_words(line_of("SIRET", *text.split())) == []


def test_two_lines_do_not_make_a_number() -> None:
    assert nir_words([*line_of("2550814"), *line_of("16802538", number=1)]) == []


def test_picture_and_words_lose_it() -> None:
    words = (*line_of("NIR", "255081416802538"), *line_of("Net", "1497,34", number=1))
    page = np.full((1000, 707, 3), 255, np.uint8)
    for word in words:
        page[word.y : word.y + word.height, word.x : word.x + word.width] = 90
    reading = Reading(page, 0, Kind.PAYSLIP, 0.9, words=words)
    sent = without_nir(reading)
    assert sent.page[40:64, 130:210].max() == 0
    assert (sent.page[100:124] == page[100:124]).all()
    assert page[40:64, 130:210].min() == 90
    text = pypdfium2.PdfDocument(io.BytesIO(searchable_pdf([sent], "essai")))[0].get_textpage().get_text_bounded()
    assert "2550" not in text
    assert "1497,34" in text


def test_a_page_without_one_is_left_as_it_is() -> None:
    reading = Reading(np.zeros((9, 9, 3), np.uint8), 0, Kind.OTHER, 0.5, words=tuple(line_of("Bonjour")))
    assert without_nir(reading) is reading
