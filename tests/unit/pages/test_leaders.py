"""Rows of dots before an amount are not read; points, commas, ellipses and needle print are."""

import cv2
import numpy as np
import pytest

from kiosk.pages.leaders import without_leaders
from kiosk.pages.numbers import find_amounts
from kiosk.pages.pixels import Pixels, grey_of
from kiosk.pages.upright import read_upright
from tests.generator.drawing import Sheet

LABELS = ("Salaire brut", "Net social", "Net imposable", "Net avant impôt", "Total versé au salarié", "Impôt prélevé")


def _drawn(*said: tuple[float, float, str], font: str = "Helvetica", size: float = 10) -> Pixels:
    sheet = Sheet(font)
    for x, y, text in said:
        sheet.text(x, y, text, size)
    return grey_of(sheet.pages(200)[0])


@pytest.mark.parametrize("font", ["Helvetica", "Times", "Courier"])
@pytest.mark.parametrize("mark", [".", "·", "-", ". "])
def test_a_row_of_marks_is_gone_and_the_amount_is_untouched(font: str, mark: str) -> None:
    alone = _drawn((20, 30, "Net à payer"), (160, 30, "1.497,34"), font=font)
    behind = _drawn((20, 30, "Net à payer"), (60, 30, (mark * 30)[:30]), (160, 30, "1.497,34"), font=font)
    assert np.count_nonzero(behind != alone) > 100
    assert np.count_nonzero(np.abs(without_leaders(behind).astype(int) - alone) > 60) == 0


@pytest.mark.parametrize(
    "said", ["1.497,34", "12.50", "À suivre...", "a.b.c.d.e.f", "01.02.2026", "il finit ici, i i i"]
)
def test_points_of_words_and_amounts_stay(said: str) -> None:
    page = _drawn((20, 30, said), size=11)
    assert np.array_equal(without_leaders(page), page)


def test_print_made_of_dots_stays() -> None:
    page = np.full((200, 600), 240, np.uint8)
    for x in range(40, 400, 7):
        for y in range(60, 95, 7):
            cv2.circle(page, (x, y), 2, 30, -1)
    assert np.array_equal(without_leaders(page), page)


def test_amounts_printed_over_the_end_of_a_leader_are_read() -> None:
    sheet = Sheet("Courier")
    for place in range(24):
        y = 30 + 8 * place
        sheet.text(20, y, LABELS[place % len(LABELS)], 9)
        sheet.text(70, y, "." * 70, 8)
        sheet.text(140, y, f"{1 + place % 7} {311 + 23 * place},{10 + 3 * place} €", 9, bold=True, align="R", width=52)
    said = read_upright(sheet.pages(200)[0], ("fra",), 200, 120).words
    found = {amount for word in said for amount in find_amounts(word.text)}
    wanted = {f"{311 + 23 * place}.{10 + 3 * place}" for place in range(24)}
    assert len(wanted & {amount[-6:] for amount in found}) >= 22
