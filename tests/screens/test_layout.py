"""Nothing clipped, nothing overlapping, everything big enough: on every screen, language, text size and panel.

`make audit` looks at all of them. Here every screen is looked at in every language where it is hardest, on the small
panel with the largest text, and in French in every form; the other forms are shared out, a different part of them for
each language.
"""

import os
from collections.abc import Iterator
from itertools import product

import pytest

from kiosk.journey.views import Comfort, Frame, TextSize
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.panels import PANELS
from kiosk.words import LANGUAGES, SOURCE_LANGUAGE
from tests.screens.audit import faults

SHARE = 12
"""Of the easier forms in other languages, one screen in so many."""
HARDEST = ("1280x800", TextSize.LARGEST)
FORMS = list(product(PANELS, TextSize))
EVERYTHING = os.environ.get("KIOSK_AUDIT") == "all"


def frames(panel: str, language: str, size: TextSize) -> Iterator[tuple[str, Frame]]:
    """Those to look at in this form."""
    turn = LANGUAGES.index(language) + FORMS.index((panel, size))
    whole = EVERYTHING or language == SOURCE_LANGUAGE or (panel, size) == HARDEST
    for number, sample in enumerate(sample_frames(language, Comfort(size))):
        if whole or (number + turn) % SHARE == 0:
            yield sample


def test_a_thousand_renders_at_least() -> None:
    looked_at = sum(1 for (panel, size), language in product(FORMS, LANGUAGES) for _ in frames(panel, language, size))
    assert looked_at >= 1000
    for language in LANGUAGES:
        names = {name for name, _ in frames(*HARDEST[:1], language, HARDEST[1])}
        assert names == {name for name, _ in sample_frames(language)}


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", TextSize)
def test_every_screen_is_whole(studio: Studio, panel: str, language: str, size: TextSize) -> None:
    studio.use(panel)
    found = []
    for name, frame in frames(panel, language, size):
        studio.show(frame)
        found += [f"{name}: {fault}" for fault in faults(studio.app)]
    assert not found, "\n" + "\n".join(found)
