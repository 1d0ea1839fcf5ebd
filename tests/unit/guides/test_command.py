"""`kiosk guides`, as it is typed."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.guides import add_parser

Write = Callable[..., Path]


def kiosk(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args(words)
    status: int = args.handler(args)
    return status


def test_list_names_the_guides(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("guides", "list") == 0
    assert "ft.avertissement" in capsys.readouterr().out


def test_list_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("guides", "list", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == ["ft.bulletins", "caf.dtr", "ft.avertissement"]
    assert rows[0]["title"]["en"] == "Send my payslips"


def test_check_says_what_nobody_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("guides", "check", "--json") in (0, 1)
    report = json.loads(capsys.readouterr().out)
    assert report["faults"] == {}
    assert "output" in report["guides"][0]["unverified"]


def test_check_names_every_wrong_file_and_still_reads_the_others(
    content: dict[str, Any], write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(content)
    write("id: x", "caf.dtr.yaml")
    write("[", "zzz.yaml")
    assert kiosk("guides", "check", str(tmp_path)) == 2
    said = capsys.readouterr()
    assert "ft.bulletins" in said.out
    assert len(said.err.splitlines()) == 2


def test_check_tells_an_expired_guide(
    content: dict[str, Any], write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content |= {"checked_on": "2019-01-01", "valid_until": "2020-01-01"}
    write(content)
    assert kiosk("guides", "check", str(tmp_path)) == 1
    assert "01/01/2020" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("guides", "list", "/nowhere") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
