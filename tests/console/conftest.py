"""One space for all the tests of a file: a core, its console, and a screen that only speaks the socket."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.console import RunningConsole, running_console
from tests.support.running_core import RunningCore, SocketScreen, running_core

OPEN = json.dumps(["0:00-23:59"] * 7)


@dataclass
class Space:
    """Everything of one kiosk, each process of its own."""

    folder: Path
    core: RunningCore
    console: RunningConsole
    screen: SocketScreen


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Space]:
    folder = tmp_path_factory.mktemp("space")
    environment = {"KIOSK_OPENING_HOURS": OPEN, "KIOSK_SITE_PHONE": "04 00 00 00 00"}
    with running_core(folder, **environment) as core:
        screen = core.screen()
        with running_console(folder, **environment) as console:
            yield Space(folder, core, console, screen)
