"""Whatever comes in: one clear sentence, exit status 2, and nothing lost."""

import io
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest

SHEET = Path("assets/samples/01-bulletin-2026-01.jpg")


def _pdf(pages: int, **save: object) -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    out = io.BytesIO()
    document.save(out, **save)
    return out.getvalue()


def _huge_png() -> bytes:
    """30 000 × 30 000 pixels in a few kilobytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    side = (30_000).to_bytes(4, "big")
    rows = zlib.compress(bytes(1000 * 30_001), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", side * 2 + b"\x08\0\0\0\0") + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


BAD = {
    "truncated.jpg": lambda: SHEET.read_bytes()[:40_000],
    "empty.jpg": lambda: b"",
    "text.pdf": lambda: b"Bonjour, je ne suis pas un PDF.\n",
    "locked.pdf": lambda: _pdf(1, encryption=pikepdf.Encryption(owner="o", user="u")),
    "500.pdf": lambda: _pdf(500),
    "huge.png": _huge_png,
    "noise.png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", [("read", "--json"), ("submit", "--guide", "ft.bulletins", "--out", "OUT")])
def test_one_sentence_and_status_2(kiosk, tmp_path, name, command):
    file = tmp_path / name
    file.write_bytes(BAD[name]())
    done = kiosk(*(tmp_path if part == "OUT" else part for part in command), file)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert len(done.stderr.strip().splitlines()) == 1 and name in done.stderr
    assert not (tmp_path / "receipt.pdf").exists()


def test_a_good_page_beside_a_bad_one_is_still_read(kiosk, tmp_path):
    (tmp_path / "empty.jpg").write_bytes(b"")
    done = kiosk("read", "--json", tmp_path / "empty.jpg", SHEET)
    assert done.returncode == 2 and '"payslip"' in done.stdout


@pytest.mark.parametrize("command", ["read", "verify"])
def test_a_file_that_is_not_there(kiosk, tmp_path, command):
    done = kiosk(command, tmp_path / "absent.jpg")
    assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1


def test_an_unknown_guide_is_named(kiosk, tmp_path):
    done = kiosk("submit", "--guide", "nowhere", "--out", tmp_path, SHEET)
    assert done.returncode == 2 and "nowhere" in done.stderr


def test_no_french_model(kiosk, tmp_path):
    (tmp_path / "tessdata").mkdir()
    done = kiosk("read", SHEET, TESSDATA_PREFIX=str(tmp_path / "tessdata"))
    assert done.returncode == 2 and "tesseract-ocr-fra" in done.stderr


def test_no_tesseract(kiosk, tmp_path):
    (tmp_path / "bin").mkdir()
    done = kiosk("read", SHEET, PATH=str(tmp_path / "bin"))
    assert done.returncode == 2 and "tesseract" in done.stderr


def test_a_full_disk_loses_nothing_and_says_so(tmp_path):
    """On a real file system of 3 MB that fills up."""
    small = tmp_path / "small"
    small.mkdir()
    script = f"""
        mount -t tmpfs -o size=3m tmpfs {small} || exit 99
        export KIOSK_DATA_DIR={small}/data
        {sys.executable} -m kiosk submit --guide ft.bulletins --out {tmp_path}/first {SHEET} || exit 98
        head -c 100m /dev/zero > {small}/filler 2>/dev/null
        {sys.executable} -m kiosk submit --guide ft.bulletins --out {tmp_path}/second {SHEET}
        echo status $?
        rm {small}/filler
        {sys.executable} -m kiosk verify {tmp_path}/first/receipt.pdf {SHEET} && {sys.executable} -m kiosk ledger verify
        echo status $?
        umount {small}
    """
    unshare = ["unshare", "-m", "--propagation", "unchanged"] + ([] if os.getuid() == 0 else ["-r"])
    environment = {**os.environ, "KIOSK_RUNTIME_DIR": str(tmp_path / "run"), "KIOSK_FREE_SPACE_MB": "0"}
    done = subprocess.run([*unshare, "sh", "-c", script], capture_output=True, text=True, check=False, env=environment)
    assert done.stdout.count("status 2") == 1 and done.stdout.rstrip().endswith("status 0"), (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr and "plein" in done.stderr
    assert not (tmp_path / "second" / "receipt.pdf").exists()


def test_no_display_and_no_way_to_draw(kiosk, tmp_path):
    done = kiosk("screen", DISPLAY="", WAYLAND_DISPLAY="", SDL_VIDEODRIVER="none-such")
    assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1
