"""Small grey print beside bold black print is read; what is no print stays as it is."""

import numpy as np
import pytest

from kiosk.pages.ink import dark_print, grey_print_darkened, strong
from kiosk.pages.upright import read_upright
from tests.generator.drawing import Sheet

LABELS = ("Société", "Salarié", "Date de versement", "Heures du mois")


def test_small_grey_labels_are_read() -> None:
    sheet = Sheet("Times")
    for place in range(20):
        for column in range(2):
            x, y = 20 + 90 * column, 20 + 12 * place
            sheet.pdf.set_text_color(140, 140, 140)
            sheet.text(x, y, LABELS[(place + column) % 4], 6)
            sheet.pdf.set_text_color(0, 0, 0)
            sheet.text(x, y + 4, f"Association du Pont {10 + place}", 9, bold=True)
    said = [word.text for word in read_upright(sheet.pages(200)[0], ("fra",), 200, 120).words]
    assert sum(word in ("Société", "Salarié", "versement", "Heures") for word in said) >= 38


def test_grey_strokes_become_dark_and_black_ones_stay() -> None:
    page = np.full((200, 400), 240, np.uint8)
    page[50:53, 50:90], page[150:153, 50:90] = 150, 40
    darkened = grey_print_darkened(page)
    assert int(darkened[51, 70]) < 75
    assert int(darkened[151, 70]) == 40


def test_tints_show_through_and_paper_stay() -> None:
    page = np.full((200, 400), 240, np.uint8)
    page[20:80, 50:350] = 180
    page[40:43, 100:200] = 40
    page[120:123, 50:350] = 218
    page[160:] = 246
    assert np.array_equal(grey_print_darkened(page), page)


@pytest.mark.parametrize("degrees", [0, 90])
def test_white_print_on_a_bar_is_read_however_the_page_lies(degrees: int) -> None:
    sheet = Sheet()
    for line in range(14):
        sheet.text(20, 20 + 7 * line, f"Cotisation salariale du mois numéro {line}", 9)
    sheet.box(20, 130, 170, 13, fill=(40, 60, 90), edge=False)
    sheet.pdf.set_text_color(255, 255, 255)
    sheet.text(25, 134, "Net à payer 1 054,67 €", 12, bold=True)
    page = np.asarray(np.rot90(sheet.pages(200)[0], degrees // 90), np.uint8).copy()
    upright = read_upright(page, ("fra",), 200, 120)
    said = " ".join(word.text for word in sorted(upright.words, key=lambda word: (word.y // 20, word.x)))
    assert upright.rotation == degrees
    assert "054,67" in said
    assert "payer" in said


def test_a_page_that_is_pale_all_over_is_made_darker_once() -> None:
    page = np.full((200, 400), 240, np.uint8)
    page[20:180:20, 40:360] = 150
    page[:, 380] = 216
    assert np.array_equal(dark_print(page), strong(page))
    page[100:110, 40:360] = 40
    assert np.array_equal(dark_print(page), grey_print_darkened(page))
