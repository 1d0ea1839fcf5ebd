"""What the first reading passed over or cut short is looked at again; nothing doubtful is trusted."""

import cv2
import numpy as np
import pytest

from kiosk.pages.layout import build
from kiosk.pages.model import Image
from kiosk.pages.secondlook import AGREED, DOUBTED, Piece, cut_short, look_again, merged
from kiosk.pages.text import Seen, see
from tests.generator.drawing import Sheet


@pytest.fixture(scope="module")
def page() -> Image:
    sheet = Sheet("Courier")
    for place, amount in enumerate(("1 305,78", "305,78", "2 214,06")):
        sheet.text(20, 30 + 12 * place, "Montant net social", 10)
        sheet.text(120, 30 + 12 * place, amount, 10, align="R", width=40)
    return sheet.pages(200)[0]


@pytest.fixture(scope="module")
def words(page: Image) -> list[Seen]:
    """As the engine sees them; the lone "1" of the first amount is taken away."""
    seen = see(np.asarray(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), np.uint8), ("fra",), 200, 60)
    return [word for word in seen if word.text != "1"]


def test_the_dropped_first_figure_is_found_and_nothing_else_is_doubted(page: Image, words: list[Seen]) -> None:
    layout = build(words, page.shape[1], page.shape[0])
    pieces = cut_short(page, layout)
    assert [piece.before.text for piece in pieces if piece.before] == ["305,78"]
    better = build(merged(words, look_again(page, layout, pieces, ("fra",), 200, 60)), layout.width, layout.height)
    assert [token.amount for token in better.amounts] == ["1305.78", "305.78", "2214.06"]


def test_an_amount_whose_beginning_cannot_be_read_is_not_trusted(page: Image, words: list[Seen]) -> None:
    piece = cut_short(page, build(words, page.shape[1], page.shape[0]))[0]
    other = [Seen("917,00", piece.x0, piece.y0, 80, 20, 0.9)]
    assert DOUBTED in [word.confidence for word in merged(words, [(piece, other)]) if word.text == "305,78"]


def test_figures_read_alike_twice_are_sure(words: list[Seen], page: Image) -> None:
    layout = build(words, page.shape[1], page.shape[0])
    token = layout.amounts[-1]
    piece = Piece(token.x0, token.y0, token.x1, token.y1, token)
    again = [Seen(token.text, token.x0, token.y0, 80, 20, 0.2)]
    assert [word.confidence for word in merged(words, [(piece, again)]) if word.text == token.text] == [AGREED]
