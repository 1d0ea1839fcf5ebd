"""Small grey print beside bold black print is read; what is no print stays as it is."""

import numpy as np

from kiosk.pages.ink import grey_print_darkened
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
