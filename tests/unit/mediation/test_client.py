"""Talking to the core over a real socket: when it answers, answers nonsense, hangs, or is not there."""

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.mediation.client import MAX_ANSWER_BYTES, CoreUnavailable, request

Answerer = Callable[[bytes], bytes]


def test_one_line_there_one_line_back(core: Callable[[Answerer], Path]) -> None:
    heard: list[object] = []

    def answer(line: bytes) -> bytes:
        heard.append(json.loads(line))
        return b'{"ok": true, "state": "seen"}\nmore'

    message = {"control": "help", "id": "a", "state": "seen", "mediator": "Zoé"}
    assert request(core(answer), message) == {"ok": True, "state": "seen"}
    assert heard == [message]


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"hello\n", b"[1]\n", b'{"ok": 1}\n', b"{}\n", b"\xff\n", b"x" * (MAX_ANSWER_BYTES + 5000)]
)
def test_nonsense_is_told_in_one_sentence(core: Callable[[Answerer], Path], raw: bytes) -> None:
    with pytest.raises(CoreUnavailable) as caught:
        request(core(lambda _: raw), {"control": "help"})
    assert "\n" not in str(caught.value)


def test_a_kiosk_that_does_not_run(tmp_path: Path) -> None:
    with pytest.raises(CoreUnavailable, match="pas en marche"):
        request(tmp_path / "control.sock", {})


def test_a_socket_left_by_a_dead_core(tmp_path: Path) -> None:
    path = tmp_path / "control.sock"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    with pytest.raises(CoreUnavailable, match="pas en marche"):
        request(path, {})


def test_a_core_that_hangs(core: Callable[[Answerer], Path]) -> None:
    release = threading.Event()

    def hang(_: bytes) -> bytes:
        release.wait(5)
        return b""

    path = core(hang)
    with pytest.raises(CoreUnavailable, match="ne répond pas"):
        request(path, {}, seconds=0.1)
    release.set()


def test_a_path_too_long_for_a_socket_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(CoreUnavailable):
        request(tmp_path / ("x" * 200), {})
