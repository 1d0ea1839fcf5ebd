"""`kiosk help`, as a mediator types it."""

import argparse
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.help import add_parser
from kiosk.settings import Settings
from kiosk.storage.registry import Registry

Core = Callable[[Callable[[bytes], bytes]], Path]
NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def kiosk(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args(words)
    status: int = args.handler(args)
    return status


def test_before_the_first_visit_nobody_waits_and_nothing_is_created(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("help", "list") == 0
    assert capsys.readouterr().out == "Aucun appel en attente.\n"
    assert kiosk("help", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert not settings.data_dir.exists()


def test_the_list_says_who_waits_and_at_which_step(registry: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    registry.open_help("aaa1", None, "place_sheet", "fr", NOON)
    registry.open_help("bbb2", None, "review", "en", NOON + dt.timedelta(seconds=30))
    registry.open_help("ccc3", None, "review", "en", NOON)
    registry.move_help("ccc3", "cancelled", NOON)
    registry.move_help("aaa1", "seen", NOON + dt.timedelta(seconds=5), "Sofia")
    assert kiosk("help", "list") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert "aaa1" in first
    assert "vu (Sofia)" in first
    assert "place_sheet" in first
    assert "en attente" in second
    assert kiosk("help", "list", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["state"], row["position"]) for row in rows] == [("aaa1", "seen", 1), ("bbb2", "sent", 2)]
    assert kiosk("help", "list", "--json", "--all") == 0
    assert {row["id"] for row in json.loads(capsys.readouterr().out)} == {"aaa1", "bbb2", "ccc3"}


@pytest.mark.parametrize(
    ("word", "state"), [("seen", "seen"), ("coming", "coming"), ("here", "here"), ("close", "closed")]
)
def test_a_move_is_asked_of_the_core_by_the_whole_name_of_the_call(
    registry: Registry, core: Core, word: str, state: str
) -> None:
    registry.open_help("aaa1", None, "place_sheet", "fr", NOON)
    heard: list[object] = []

    def answer(line: bytes) -> bytes:
        heard.append(json.loads(line))
        return b'{"ok": true}\n'

    core(answer)
    assert kiosk("help", word, "aa", "--name", "Zoé") == 0
    assert heard == [{"control": "help", "id": "aaa1", "state": state, "mediator": "Zoé"}]


def test_what_the_core_refuses_is_told_and_ends_on_2(
    settings: Settings, core: Core, capsys: pytest.CaptureFixture[str]
) -> None:
    core(lambda _: '{"ok": false, "sentence": "Sofia répond déjà à cet appel."}\n'.encode())
    assert kiosk("help", "coming", "aaa1") == 2
    assert capsys.readouterr().err == "Sofia répond déjà à cet appel.\n"


def test_without_a_core_the_remedy_is_told(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("help", "seen", "aaa1") == 2
    assert "kiosk run" in capsys.readouterr().err
