"""veraPDF passes every form of receipt. Not collected by `make test`: it needs Java (see .ci/setup-verapdf)."""

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest
from fpdf import FPDF

from kiosk.proof.keys import KioskKey
from kiosk.proof.late_stamp import stamped
from kiosk.proof.model import ProofLevel
from kiosk.proof.receipt import render_receipt
from tests.vectors.outsiders import authority
from tests.vectors.suite import FILES
from tests.vectors.world import ISSUED_AT, POSITION, kiosk_key, manifest_of

ROOT = Path(__file__).parents[2]
THUMBNAIL = (ROOT / "assets" / "samples" / "01-bulletin-2026-01.jpg").read_bytes()


def broken(files: list[Path]) -> dict[str, list[str]]:
    """The rules of PDF/A-3U that each file breaks, by name."""
    command = [ROOT / ".venv-verapdf" / "bin" / "python", ROOT / "tools" / "verapdf.py", "3u", *files]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    return {Path(name).name: rules for name, rules in json.loads(done.stdout).items()}


@pytest.mark.timeout(300)
def test_every_receipt_is_pdf_a_3u(tmp_path: Path) -> None:
    key: KioskKey = kiosk_key("perpignan-01")
    files = []
    for count in (1, 3, 66):
        for language in ("fr", "en", "ar", "bn"):
            for level in (ProofLevel.SCANNED, ProofLevel.COUNTED):
                manifest = manifest_of(count, language=language, level=level)
                path = tmp_path / f"{count}-{language}-{level.value}.pdf"
                thumbnails = dict.fromkeys(range(1, min(count, 3) + 1), THUMBNAIL)
                path.write_bytes(render_receipt(manifest, POSITION, key, thumbnails))
                files.append(path)
    late = authority("Horodatage A")
    for path in [*files]:
        stamp = path.with_name(f"stamped-{path.name}")
        stamp.write_bytes(stamped(path.read_bytes(), late.at(ISSUED_AT + dt.timedelta(hours=1))))
        files.append(stamp)
    # With everything attached, chained to a root, stamped once and again, and the sheet of a follow-up.
    files += [FILES / f"{name}.pdf" for name in ("evidence", "evidence-stamped", "stamped-twice", "chained-stamped")]
    files += [FILES / "event.pdf"]
    assert broken(files) == {path.name: [] for path in files}


def test_the_validator_can_say_no(tmp_path: Path) -> None:
    plain = FPDF()
    plain.set_creation_date(ISSUED_AT)
    plain.add_page()
    plain.set_font("helvetica", size=12)
    plain.cell(text="not an archive")
    path = tmp_path / "plain.pdf"
    path.write_bytes(bytes(plain.output()))
    assert broken([path])["plain.pdf"] != []
