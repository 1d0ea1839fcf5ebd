"""One real window for all the visits; the studio knows where its buttons are."""

from collections.abc import Iterator

import pytest

from kiosk.screens.gallery.studio import Studio, configure_studio
from tests.window.real_window import RealWindow, real_window

PANEL = "1280x800"
configure_studio(PANEL)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, studio: Studio) -> Iterator[RealWindow]:
    studio.use(PANEL)
    with real_window(tmp_path_factory.mktemp("window"), studio) as opened:
        yield opened
