"""temoin-verify.pyz runs with two libraries and nothing else in sight."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.vectors.suite import FILES
from tools import zipapp_verifier

VISIBLE = ("cryptography", "cbor2", "cffi", "_cffi_backend")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dist") / "temoin-verify.pyz"
    zipapp_verifier.make(path)
    return path


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with links to the only libraries that the program may see."""
    folder = tmp_path_factory.mktemp("libraries")
    for name in VISIBLE:
        found = importlib.util.find_spec(name)
        assert found is not None
        assert found.origin is not None
        origin = Path(found.origin)
        origin = origin.parent if origin.name == "__init__.py" else origin
        (folder / origin.name).symlink_to(origin)
    return folder


def run(program: Path, libraries: Path, *arguments: str | Path) -> tuple[int, str]:
    """Without site-packages (-S) and without the folder it is started from (-P)."""
    command = [sys.executable, "-S", "-P", program, *arguments]
    environment = {"PYTHONPATH": str(libraries), "LANG": "C.UTF-8"}
    done = subprocess.run(command, env=environment, cwd=libraries, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_it_is_small_and_always_the_same(program: Path, tmp_path: Path) -> None:
    zipapp_verifier.make(tmp_path / "again.pyz")
    assert (tmp_path / "again.pyz").read_bytes() == program.read_bytes()
    assert program.stat().st_size < 100_000
    assert all(name.endswith(".py") for name in zipfile.ZipFile(program).namelist())


@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        (0, ["receipt.pdf", "page-1.jpg"]),
        (0, ["code.txt"]),
        (0, ["page-31.preuve", "page-31.jpg"]),
        (1, ["receipt.pdf", "page-4.jpg"]),
        (1, ["receipt-of-another-kiosk.pdf"]),
        (1, ["page-31.preuve", "page-4.jpg"]),
        (2, ["page-1.jpg"]),
    ],
)
def test_it_judges_as_the_kiosk_does(status: int, arguments: list[str], program: Path, libraries: Path) -> None:
    files = [FILES / name for name in arguments]
    found, said = run(program, libraries, "verify", *files, "--trust", FILES / "kiosk.pem")
    assert found == status, said
    assert "Traceback" not in said


def test_it_knows_stamps_and_roots(program: Path, libraries: Path) -> None:
    root, authority = ("--trust", FILES / "root.pem"), ("--authority", FILES / "authority-a.pem")
    status, said = run(program, libraries, "verify", FILES / "chained-stamped.pdf", *root, *authority)
    assert status == 0, said
    assert "Établi avant le" in said
    status, said = run(program, libraries, "verify", FILES / "chained-stamped.pdf", *root)
    assert status == 0, said
    assert "inconnu ici" in said
    assert run(program, libraries, "verify", FILES / "stamped-a-shown-field.pdf", *root, *authority)[0] == 1


def test_it_says_what_it_lacks(program: Path, libraries: Path, tmp_path: Path) -> None:
    picture = tmp_path / "code.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    status, said = run(program, libraries, "verify", picture, "--trust", FILES / "kiosk.pem")
    assert (status, said.strip()) == (2, "Ce programme ne lit pas les images. Copiez le texte du code dans un fichier.")
    status, said = run(program, libraries, "verify", FILES / "receipt.pdf")
    assert (status, "--trust" in said, "Traceback" in said) == (2, True, False)
    status, said = run(program, tmp_path, "verify", FILES / "receipt.pdf")
    assert (status, "cbor2" in said, "Traceback" in said) == (2, True, False)


def test_one_page_is_proved_without_the_others(program: Path, libraries: Path, tmp_path: Path) -> None:
    proof = tmp_path / "page-2.preuve"
    trust = ("--trust", FILES / "kiosk.pem")
    status, said = run(program, libraries, "prove-page", FILES / "receipt.pdf", "2", "--out", proof, *trust)
    assert status == 0, said
    assert proof.stat().st_size < 700
    assert b"Bulletin" not in proof.read_bytes()
    assert run(program, libraries, "verify", proof, FILES / "page-2.jpg", *trust)[0] == 0
    assert run(program, libraries, "verify", proof, FILES / "page-1.jpg", *trust)[0] == 1
    status, said = run(program, libraries, "prove-page", FILES / "receipt.pdf", "4", "--out", tmp_path / "x", *trust)
    assert (status, said.strip()) == (1, "Ce reçu n’a pas de page 4. Il en a 3.")
    assert run(program, libraries, "prove-page", FILES / "receipt.pdf", "2", "--out", proof, *trust)[0] == 2
    altered = FILES / "changed-cut.pdf"
    assert run(program, libraries, "prove-page", altered, "1", "--out", tmp_path / "y", *trust)[0] == 1
