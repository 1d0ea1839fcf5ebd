"""For all tests: data of their own, and nothing left out in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kiosk.screens.gallery.studio import Studio, open_studio

settings.register_profile("temoin", deadline=None)
settings.load_profile("temoin")

TESTS = Path(__file__).parent
LONGEST_FIRST = ("window", "faults", "crash", "console", "contract", "delivery")
"""Folders whose files take minutes: begun first, so that no process is left alone with one at the end."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A run of everything begins with the longest, and fails when a file of tests gave none."""
    items.sort(key=lambda item: _turn(item.path))
    if [Path(argument).resolve() for argument in config.args] != [TESTS] or config.option.keyword:
        return
    silent = set(TESTS.rglob("test_*.py")) - {item.path for item in items}
    if silent:
        raise pytest.UsageError("no test was collected from " + ", ".join(sorted(path.name for path in silent)))


def _turn(path: Path) -> int:
    folder = path.relative_to(TESTS).parts[0]
    return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A skipped test has shown nothing: the run fails."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == 0 and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _no_data_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A test that forgets to say where its data goes must not touch those of a real kiosk."""
    aside = tmp_path_factory.mktemp("aside")
    monkeypatch.setenv("KIOSK_SETTINGS", str(aside / "none.toml"))
    monkeypatch.setenv("KIOSK_DATA_DIR", str(aside / "data"))
    monkeypatch.setenv("KIOSK_RUNTIME_DIR", str(aside / "run"))


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """One window, off screen, for all the tests: Kivy can open only one in a process."""
    with open_studio("1280x800") as opened:
        yield opened
