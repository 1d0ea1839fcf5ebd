"""Nothing clipped, nothing overlapping, everything big enough: on every screen, language, text size and panel."""

import pytest

from kiosk.journey.views import Comfort, TextSize
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.panels import PANELS
from kiosk.words import LANGUAGES
from tests.screens.audit import faults


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", TextSize)
def test_every_screen_is_whole(studio: Studio, panel: str, language: str, size: TextSize) -> None:
    studio.use(panel)
    found = []
    for name, frame in sample_frames(language, Comfort(size)):
        studio.show(frame)
        found += [f"{name}: {fault}" for fault in faults(studio.app)]
    assert not found, "\n" + "\n".join(found)
