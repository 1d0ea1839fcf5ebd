"""Letters are joined, lines are broken in order, and dates and phone numbers are never reversed.

After a change that is meant, draw the pictures of `golden/` again, and look at each before it is committed:

    python -c "import tests.screens.conftest, tests.screens.test_shaping as shaping; shaping.draw_again()"
"""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from kiosk import shaping
from kiosk.screens.gallery.studio import Studio, open_studio
from kiosk.screens.typeset import typeset
from kiosk.screens.words.dates import day, hour
from kiosk.shaping import ARABIC, BENGALI, PLAIN, script_of
from kiosk.words import END_ISOLATE, LANGUAGES, LEFT_TO_RIGHT, isolated, say

GOLDEN = Path(__file__).parent / "golden"
MOMENT = dt.datetime(2025, 3, 12, 14, 5, tzinfo=dt.UTC)
PHONE = "04 68 00 12 34"
SIZE = 40
MOST_DIFFERENT = 0.01
"""Share of the pixels that another build of the font renderer may draw differently."""

FROM_THE_LEFT = shaping.Script("TemoinArabic", True, False, ARABIC.ascent, ARABIC.descent, ARABIC.least_leading)
"""The Arabic font, written from the left."""


def _texts(language: str, phone: str = PHONE) -> list[str]:
    return [
        f"{day(language, MOMENT.date())} · {hour(language, MOMENT)}",
        say(language, "Téléphone\u00a0: {number}", number=phone),
        say(language, "Numéro\u00a0: {number}", number="K7-000123-9"),
        say(language, "Employeur\u00a0: {employer}", employer="Garage (SARL) 12"),
    ]


def _picture(texts: list[str]) -> Image.Image:
    """The lines as screens draw them, black on white, each from its own side."""
    from kiosk.screens.typeset import texture_of

    paper = Image.new("L", (760, 90 * len(texts)), 255)
    for row, text in enumerate(texts):
        setting = typeset(text, False, SIZE, 740, 1.5)
        (line,) = setting.lines
        texture, _before, _above = texture_of(line, False, SIZE, setting.scripts[0])
        mask = Image.frombytes("RGBA", texture.size, texture.pixels).getchannel("A")
        # Kivy flips the texture where it is drawn, not its pixels.
        x = 750 - mask.width if setting.scripts[0].right_to_left else 10
        paper.paste(0, (x, 90 * row + 5), mask)
    return paper


def _difference(one: Image.Image, other: Image.Image) -> float:
    clear = ImageChops.difference(one, other).point(lambda grey: 255 * (grey > 96))
    ink = one.point(lambda grey: 255 * (grey < 128))
    return clear.histogram()[255] / max(1, ink.histogram()[255])


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_numbers_look_as_they_did(studio: Studio, language: str) -> None:
    with Image.open(GOLDEN / f"{language}.png") as golden:
        wanted = golden.convert("L")
    assert _difference(wanted, _picture(_texts(language))) <= MOST_DIFFERENT
    reversed_groups = " ".join(reversed(PHONE.split()))
    assert _difference(wanted, _picture(_texts(language, reversed_groups))) > MOST_DIFFERENT


@pytest.mark.parametrize("language", ["ar", "fa", "ps"])
def test_the_figures_of_a_phone_number_are_where_they_are_in_french(studio: Studio, language: str) -> None:
    """The number alone, drawn by the same font from the left, is found again inside the line from the right."""
    text = say(language, "Téléphone\u00a0: {number}", number=PHONE)
    line, _ = shaping.mask(text, ARABIC, False, SIZE)
    alone, _ = shaping.mask(PHONE.replace(" ", "\u00a0"), FROM_THE_LEFT, False, SIZE)
    number = alone.crop(alone.getbbox())
    end = line.crop((line.getbbox()[0], 0, line.getbbox()[0] + number.width, line.height))
    assert _difference(ImageChops.invert(number), ImageChops.invert(end.crop(end.getbbox()))) <= MOST_DIFFERENT


def test_the_script_is_that_of_the_letters() -> None:
    assert script_of("Reçu 12") is PLAIN
    assert script_of("Квитанція 12") is PLAIN
    assert script_of("France Travail: وصل") is ARABIC
    assert script_of("রসিদ 12") is BENGALI
    assert script_of("۱۲، 12") is PLAIN, "figures and commas choose no direction"


def test_values_are_isolated_in_languages_written_from_the_right() -> None:
    assert isolated("04 68 00") == f"{LEFT_TO_RIGHT}04\u00a068\u00a000{END_ISOLATE}"
    assert isolated("France Travail") == f"{LEFT_TO_RIGHT}France Travail{END_ISOLATE}"
    assert isolated("وصل") == "وصل"
    assert isolated("") == ""
    assert LEFT_TO_RIGHT not in say("bn", "Numéro\u00a0: {number}", number="12")


@given(st.lists(st.text("ab", min_size=1, max_size=8), min_size=1, max_size=12), st.integers(2, 30), st.booleans())
def test_lines_hold_every_word_in_order_and_close_what_they_open(words: list[str], width: int, isolate: bool) -> None:
    text = " ".join(words)
    text = f"{LEFT_TO_RIGHT}{text}{END_ISOLATE}" if isolate else text
    lines = list(shaping.lines(text, width, lambda line: len(line.strip(LEFT_TO_RIGHT + END_ISOLATE))))
    bare = [line.replace(LEFT_TO_RIGHT, "").replace(END_ISOLATE, "") for line in lines]
    assert " ".join(bare) == " ".join(words)
    assert all(line.count(LEFT_TO_RIGHT) == line.count(END_ISOLATE) == int(isolate) for line in lines)
    assert all(len(line) <= width for line in bare if " " in line)


def draw_again() -> None:
    """Make the golden pictures those of today."""
    with open_studio("1280x800"):
        for language in LANGUAGES:
            _picture(_texts(language)).save(GOLDEN / f"{language}.png", optimize=True)
