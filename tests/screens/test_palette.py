"""Every theme can be read."""

import pytest

from kiosk.journey.views import Theme
from kiosk.screens.palette import PALETTES, TEXT_PAIRS, colour, contrast
from kiosk.screens.widgets.paint import PAINT


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_writing_stands_out(theme: Theme, ink: str, ground: str) -> None:
    palette = PALETTES[theme]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 7


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("kind", PAINT)
def test_the_word_of_every_button_stands_out(theme: Theme, kind: str) -> None:
    palette, paint = PALETTES[theme], PAINT[kind]
    assert contrast(getattr(palette, paint.ink), getattr(palette, paint.fill)) >= 7


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_black_on_white_is_nothing_else(ink: str, ground: str) -> None:
    palette = PALETTES[Theme.CONTRAST]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) == pytest.approx(21)


@pytest.mark.parametrize("theme", Theme)
def test_edges_of_main_buttons_are_seen(theme: Theme) -> None:
    palette = PALETTES[theme]
    for role in ("action", "action_line", "problem"):
        assert contrast(getattr(palette, role), palette.ground) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(colour("#777777"), colour("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
