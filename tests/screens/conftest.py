"""One window, off screen, for all the tests: Kivy can open only one in a process."""

from collections.abc import Iterator

import pytest

from kiosk.screens.gallery.studio import Studio, configure_studio, open_studio

PANEL = "1280x800"
# Test modules import Kivy, and its first import makes the window: it must know its size by then.
configure_studio(PANEL)


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    with open_studio(PANEL) as opened:
        yield opened
