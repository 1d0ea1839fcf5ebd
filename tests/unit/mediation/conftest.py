"""A core to talk to, and a kiosk that has already served."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from kiosk.settings import Settings, load_settings
from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import Registry

# A slow machine is no failure: Hypothesis does not time its examples.
hypothesis_settings.register_profile("unhurried", deadline=None)
hypothesis_settings.load_profile("unhurried")

Answerer = Callable[[bytes], bytes]


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Callable[[Answerer], Path]]:
    """Starts a server of one conversation, which answers each line with what it is told to."""
    threads: list[threading.Thread] = []
    servers: list[socket.socket] = []

    def start(answer: Answerer) -> Path:
        path = tmp_path / "control.sock"
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.bind(str(path))
        server.listen()
        servers.append(server)

        def serve() -> None:
            link, _ = server.accept()
            with link:
                line = link.makefile("rb").readline()
                try:
                    link.sendall(answer(line))
                except OSError:
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        threads.append(thread)
        return path

    yield start
    for thread in threads:
        thread.join(timeout=10)
    for server in servers:
        server.close()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings of a kiosk whose data and sockets are all in `tmp_path`."""
    monkeypatch.setenv("KIOSK_SETTINGS", str(tmp_path / "none.toml"))
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KIOSK_RUNTIME_DIR", str(tmp_path))
    return load_settings()


@pytest.fixture
def registry(settings: Settings) -> Iterator[Registry]:
    """Its registry, as the core writes it."""
    engine = open_engine(settings.registry_url)
    migrate(engine)
    registry = Registry(engine)
    yield registry
    registry.close()
