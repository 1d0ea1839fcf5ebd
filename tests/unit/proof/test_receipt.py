"""The A4 receipt as a stranger's tools see it, and as people read it."""

import datetime as dt
import hashlib
import io
import subprocess
import time
from pathlib import Path

import pytest
from PIL import Image

from kiosk.proof import qr
from kiosk.proof.code import make_proof, proof_text
from kiosk.proof.keys import KioskKey, UnusableKey
from kiosk.proof.manifest import encode_manifest
from kiosk.proof.model import Manifest, PageEntry, ProofLevel
from kiosk.proof.receipt import render_receipt
from tests.unit.proof.conftest import ISSUED_AT, POSITION, manifest_of


def tool(pdf: bytes, folder: Path, *command: str) -> str:
    """What a program of poppler says of the receipt."""
    path = folder / "receipt.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([command[0], str(path), *command[1:]], capture_output=True, text=True, check=True)
    return done.stdout


def words(pdf: bytes, folder: Path) -> str:
    return " ".join(tool(pdf, folder, "pdftotext", "-layout", "-").replace("\u00a0", " ").split())


def test_pdfsig_confirms_the_signature(receipt: bytes, tmp_path: Path) -> None:
    said = tool(receipt, tmp_path, "pdfsig")
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert "Nov 22 2026 13:05:33" in said or "Nov 22 2026" in said
    assert "Signature #2" not in said


def test_pdfsig_sees_a_changed_byte(receipt: bytes, tmp_path: Path) -> None:
    changed = receipt.replace(b"<pdfaid:part>3", b"<pdfaid:part>4", 1)
    assert changed != receipt
    assert "Digest Mismatch" in tool(changed, tmp_path, "pdfsig")


def test_the_attachments_come_out_as_they_went_in(
    receipt: bytes, manifest: Manifest, key: KioskKey, tmp_path: Path
) -> None:
    tool(receipt, tmp_path, "pdfdetach", "-saveall", "-o", str(tmp_path))
    assert (tmp_path / "manifeste.cbor").read_bytes() == encode_manifest(manifest)
    assert (tmp_path / "preuve.cbor").read_bytes() == make_proof(manifest, POSITION, key)


@pytest.mark.parametrize("count", [1, 3, 66])
def test_every_page_is_on_the_paper(count: int, key: KioskKey, tmp_path: Path) -> None:
    manifest = manifest_of(count)
    text = words(render_receipt(manifest, POSITION, key, {}), tmp_path)
    for page in manifest.pages:
        digits = page.digest.hex()
        assert " ".join(digits[at : at + 4] for at in range(0, 64, 4)) in text
    assert "perpignan-01-000042" in text
    assert "page 1/" in text


def test_what_the_paper_must_say(receipt: bytes, tmp_path: Path) -> None:
    text = words(receipt, tmp_path)
    for said in (
        "Reçu",
        "attestation de numérisation et d’envoi",
        "22 novembre 2026",
        "14 h 05",
        "3 pages transmises pour France Travail",
        "Il manque : février 2026",
        "Gardée malgré un doute : floue",
        "N2",
        "Il ne prouve pas que France Travail les a reçues, lues ou comptées.",
        "Accusé de réception de l’organisme",
        "Numéro d’enregistrement",
        "L’actualisation se fait du 28 au 15 du mois suivant.",
        "Vous pouvez saisir le médiateur, avant deux mois.",
        "22 décembre 2027",
        "UTC+01:00",
    ):
        assert said in text, said
    assert "écépissé" not in text


def test_the_fingerprint_of_the_kiosk_is_on_the_paper(receipt: bytes, key: KioskKey, tmp_path: Path) -> None:
    assert key.fingerprint in words(receipt, tmp_path)


@pytest.mark.parametrize("level", list(ProofLevel))
def test_each_level_says_what_it_does_not_prove(level: ProofLevel, key: KioskKey, tmp_path: Path) -> None:
    text = words(render_receipt(manifest_of(1, level=level), POSITION, key, {}), tmp_path)
    assert "Il ne prouve pas que" in text
    assert "Aucun tiers ne l’a certifiée." in text


def test_the_code_is_read_back_from_the_printed_sheet(
    receipt: bytes, manifest: Manifest, key: KioskKey, tmp_path: Path
) -> None:
    tool(receipt, tmp_path, "pdftoppm", "-r", "203", "-l", "1", "-gray", "-png", str(tmp_path / "sheet"))
    sheet = next(tmp_path.glob("sheet*.png"))
    with Image.open(sheet) as image:
        assert qr.read(image.convert("L")) == [proof_text(make_proof(manifest, POSITION, key))]


def test_a_receipt_is_a_pdfa3u_in_form(receipt: bytes, tmp_path: Path) -> None:
    """veraPDF judges in continuous integration; here, what it looks at first."""
    fonts = tool(receipt, tmp_path, "pdffonts").splitlines()[2:]
    assert fonts
    for line in fonts:
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")
    assert b"<pdfaid:part>3</pdfaid:part>" in receipt
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in receipt
    assert b"/OutputIntents" in receipt
    assert b"/AFRelationship /Data" in receipt


def test_66_pages_stay_small_and_quick(key: KioskKey) -> None:
    manifest = manifest_of(66)
    render_receipt(manifest, POSITION, key, {})
    start = time.perf_counter()
    pdf = render_receipt(manifest, POSITION, key, {})
    assert time.perf_counter() - start < 2.0
    assert len(pdf) <= 60_000


def thumbnail(mode: str, kind: str, size: tuple[int, int] = (300, 420)) -> bytes:
    output = io.BytesIO()
    Image.new(mode, size).save(output, kind)
    return output.getvalue()


def test_thumbnails_of_any_kind_and_none(key: KioskKey, tmp_path: Path) -> None:
    pictures = {
        1: thumbnail("RGB", "JPEG"),
        2: thumbnail("RGBA", "PNG"),
        3: b"not a picture",
        4: b"",
        5: thumbnail("L", "JPEG", (4000, 60)),
        99: thumbnail("L", "PNG"),
    }
    pdf = render_receipt(manifest_of(6), POSITION, key, pictures)
    listed = tool(pdf, tmp_path, "pdfimages", "-list").splitlines()[2:]
    assert len(listed) == 3
    assert all(" gray " in line for line in listed)


@pytest.mark.parametrize("label", ["", "🙂 \u0000\n\t中文 עברית", "x" * 400, "{body} {count} %s <b>"])
def test_no_label_stops_a_receipt(label: str, key: KioskKey) -> None:
    digest = hashlib.sha256(b"").digest()
    page = PageEntry(1, digest, digest, "image/png", 0, label, ("unheard_of",), 2, 3)
    manifest = manifest_of(1, pages=(page,), body=label or "x", missing=(label,), remedies=(label,))
    assert render_receipt(manifest, POSITION, key, {}).startswith(b"%PDF-")


def test_no_receipt_outside_the_life_of_the_certificate(key: KioskKey) -> None:
    late = manifest_of(1, issued_at=ISSUED_AT + dt.timedelta(days=6 * 365))
    with pytest.raises(UnusableKey):
        render_receipt(late, POSITION, key, {})


def test_the_essentials_are_said_again_in_the_language_of_the_visitor(echo: str, key: KioskKey, tmp_path: Path) -> None:
    text = words(render_receipt(manifest_of(1, echo), POSITION, key, {}), tmp_path)
    for french in (
        "Il manque : février 2026",
        "Il ne prouve pas que France Travail les a reçues, lues ou comptées.",
        "Accusé de réception de l’organisme",
        "La copie scellée est gardée jusqu’au",
    ):
        assert french in text
        assert f"<{french}" in text
    assert "22 novembre 2026" in text
    assert "22 November 2026" in text


def test_nothing_is_said_twice_in_french(key: KioskKey, tmp_path: Path) -> None:
    text = words(render_receipt(manifest_of(1, "xx"), POSITION, key, {}), tmp_path)
    assert text.count("Il manque : février 2026") == 1
