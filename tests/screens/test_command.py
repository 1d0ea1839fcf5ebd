"""`kiosk screens` as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.palette import PALETTES, Colour

ROOT = Path(__file__).parents[2]
CODE = """
import argparse, sys
from kiosk.commands import screens
parser = argparse.ArgumentParser()
screens.add_parser(parser.add_subparsers())
arguments = parser.parse_args(sys.argv[1:])
sys.exit(arguments.handler(arguments))
"""


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
    return subprocess.run(
        [sys.executable, "-c", CODE, "screens", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _bytes(shade: Colour) -> tuple[int, ...]:
    return tuple(round(part * 255) for part in shade[:3])


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("screens")
    done = _run(folder, "--out", str(folder / "out"), "--theme", "night", "--panel", "1280x800", "--language", "en")
    assert done.returncode == 0, done.stderr
    return folder


def test_every_screen_is_a_whole_picture(rendered: Path) -> None:
    pictures = sorted((rendered / "out").glob("[0-9]*-*.png"))
    assert len(pictures) == len(sample_frames("en"))
    theme = next(palette for theme, palette in PALETTES.items() if theme == "night")
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size == (1280, 800)
            assert picture.getpixel((2, 2)) == _bytes(theme.ground), path.name
            assert picture.getpixel((1278, 2)) == _bytes(theme.ground), path.name
            assert picture.getpixel((1278, 797)) == _bytes(theme.card), path.name


def test_the_contact_sheet_holds_them_all(rendered: Path) -> None:
    with Image.open(rendered / "out" / "contact.png") as sheet:
        assert min(sheet.size) > 1000


def test_kivy_keeps_no_log_of_its_own(rendered: Path) -> None:
    assert not list(rendered.rglob("*.txt"))


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = _run(tmp_path, "--out", str(tmp_path / "file" / "below"))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
