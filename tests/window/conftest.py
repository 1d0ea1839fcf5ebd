"""One off-screen studio that knows where the buttons are, and one real window for all the visits."""

from collections.abc import Iterator

import pytest

from kiosk.screens.gallery.studio import Studio, configure_studio, open_studio
from tests.window.real_window import RealWindow, real_window

PANEL = "1280x800"
configure_studio(PANEL)


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    with open_studio(PANEL) as opened:
        yield opened


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, studio: Studio) -> Iterator[RealWindow]:
    studio.use(PANEL)
    with real_window(tmp_path_factory.mktemp("window"), studio) as opened:
        yield opened
