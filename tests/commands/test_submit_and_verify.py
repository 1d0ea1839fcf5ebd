"""Papers in, receipt out; and the receipt holds against any change."""

import json
import random
from pathlib import Path

import pikepdf
import pytest

SAMPLES = Path("assets/samples")
SHEETS = [SAMPLES / f"{name}.jpg" for name in ("01-bulletin-2026-01", "03-bulletin-2026-03")]


@pytest.fixture
def submitted(kiosk, tmp_path):
    done = kiosk("submit", "--guide", "ft.bulletins", "--out", tmp_path / "papers", "--json", *SHEETS)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), tmp_path / "papers"


def test_submit_then_verify(kiosk, submitted, tmp_path):
    result, papers = submitted
    assert result["number"] == "borne-1-000001"
    assert result["pages"] == 2 and result["missing"] == ["2026-02"]
    assert sorted(Path(path).name for path in result["files"]) == ["bundle.pdf", "receipt.pdf", "ticket.png"]
    done = kiosk("verify", papers / "receipt.pdf", *SHEETS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert kiosk("verify", papers / "ticket.png").returncode == 0
    with pikepdf.open(papers / "bundle.pdf") as bundle:
        assert len(bundle.pages) == 2
    _one_changed_byte(kiosk, papers, tmp_path)
    _a_page_of_another(kiosk, papers)
    _another_kiosk(kiosk, papers, tmp_path)


def _one_changed_byte(kiosk, papers, tmp_path):
    draw = random.Random(20261122)
    whole = bytearray((papers / "receipt.pdf").read_bytes())
    for _ in range(6):
        place = draw.randrange(len(whole))
        changed = whole.copy()
        changed[place] ^= 1 << draw.randrange(8)
        (tmp_path / "changed.pdf").write_bytes(changed)
        assert kiosk("verify", tmp_path / "changed.pdf").returncode == 1, f"byte {place}"
    page = bytearray(SHEETS[0].read_bytes())
    page[draw.randrange(len(page))] ^= 1
    (tmp_path / "page.jpg").write_bytes(page)
    assert kiosk("verify", papers / "receipt.pdf", tmp_path / "page.jpg").returncode == 1


def _a_page_of_another(kiosk, papers):
    other = kiosk("verify", papers / "receipt.pdf", SAMPLES / "04-bulletin-2026-04.jpg")
    assert other.returncode == 1 and other.stdout.strip()


def _another_kiosk(kiosk, papers, tmp_path):
    kiosk("submit", "--guide", "caf.dtr", "--out", tmp_path / "o", SHEETS[0], KIOSK_DATA_DIR=str(tmp_path / "other"))
    stranger = kiosk("verify", papers / "receipt.pdf", KIOSK_DATA_DIR=str(tmp_path / "other"))
    assert stranger.returncode == 1, stranger.stdout


def test_a_doubtful_page_is_kept_and_said(kiosk, tmp_path):
    blurred = SAMPLES / "02-bulletin-2026-03-flou.jpg"
    done = kiosk("submit", "--guide", "ft.bulletins", "--out", tmp_path, "--json", blurred)
    assert done.returncode == 0 and "blurred" in done.stderr
    assert json.loads(done.stdout)["kept_despite"][0]["problems"] == ["blurred"]


def test_mediators_take_the_bundle_and_note_it_sent_only_through_the_core(kiosk, submitted, tmp_path):
    result, papers = submitted
    listed = json.loads(kiosk("outbox", "list", "--json").stdout)
    assert result["number"] in json.dumps(listed)
    taken = kiosk("outbox", "take", result["number"], "--out", tmp_path / "taken")
    assert taken.returncode == 0, taken.stderr
    assert next((tmp_path / "taken").rglob("*.pdf")).read_bytes() == (papers / "bundle.pdf").read_bytes()
    alone = kiosk("outbox", "sent", result["number"])
    assert alone.returncode == 2 and "pas en marche" in alone.stderr
