"""`kiosk read` as a program: its JSON, its lines, its exit status."""

import argparse
import io
import json
from pathlib import Path
from random import Random

import cv2
import pytest

from kiosk.commands import read as command
from kiosk.pages.model import Image
from tests.generator import captures


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["read", *arguments])
    return int(args.handler(args))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, sheets: dict[str, Image]) -> Path:
    folder = tmp_path_factory.mktemp("read")
    good = captures.flatbed(sheets["classic"], Random(3))
    cv2.imwrite(str(folder / "good.png"), good)
    cv2.imwrite(str(folder / "blurred.jpg"), captures.blurred(sheets["classic"], Random(3)))
    (folder / "empty.jpg").write_bytes(b"")
    return folder


def test_json_keeps_the_order_and_reads_the_rest_when_one_file_is_unusable(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [str(folder / name) for name in ("blurred.jpg", "empty.jpg", "good.png")]
    assert run("--json", *names) == 2
    said = capsys.readouterr()
    blurred, good = json.loads(said.out)
    assert (blurred["file"], blurred["accepted"], blurred["problems"]) == (names[0], False, ["blurred"])
    assert (good["file"], good["page"], good["accepted"], good["rotation"], good["kind"]) == (
        names[2],
        1,
        True,
        0,
        "payslip",
    )
    assert set(good["fields"]["gross"]) == {"value", "confidence"}
    assert said.err.splitlines() == [f"{names[1]}: Ce fichier est vide."]


def test_lines_for_people_hold_the_sentence_the_visitor_sees(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(folder / "blurred.jpg")) == 0
    said = capsys.readouterr()
    assert "blurred: L’image est floue." in said.out
    assert said.err == ""


def test_a_missing_file_and_a_missing_language_are_one_line_each(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(folder / "absent.jpg")) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert run("--ocr", "xyz", str(folder / "good.png")) == 2
    said = capsys.readouterr()
    assert said.err == "kiosk read: La langue de lecture xyz manque : apt install tesseract-ocr-xyz\n"
    assert said.out == ""


def test_json_is_printed_even_when_nothing_could_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--json", str(folder / "empty.jpg")) == 2
    assert json.load(io.StringIO(capsys.readouterr().out)) == []
