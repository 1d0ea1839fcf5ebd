"""Giving the clear bundle to a mediator."""

import stat
from pathlib import Path

import pytest

from kiosk.delivery.takeout import CannotTake, take_out

BUNDLE = b"%PDF-1.7 bundle"


def take(folder: Path, bundle: bytes = BUNDLE) -> Path:
    return take_out(bundle, folder, "A-1.pdf")


def test_one_whole_file_that_only_this_account_reads(tmp_path: Path) -> None:
    path = take(tmp_path / "new")
    assert path.read_bytes() == BUNDLE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["A-1.pdf"]


def test_taking_it_again_gives_the_same_file(tmp_path: Path) -> None:
    assert take(tmp_path) == take(tmp_path)


def test_another_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "A-1.pdf").write_bytes(b"mine")
    with pytest.raises(CannotTake, match=r"A-1\.pdf"):
        take(tmp_path)
    assert (tmp_path / "A-1.pdf").read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotTake):
        take(tmp_path / "file")
