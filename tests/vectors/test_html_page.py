"""The HTML verifier as a person uses it: opened from the disk, files chosen, text pasted, read by the keyboard."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.assets import asset
from kiosk.proof.keys import KioskKey, read_certificates
from kiosk.proof.late_stamp import stamped
from kiosk.proof.receipt import render_receipt
from kiosk.proof.timestamp_query import accept_response, request
from tests.support.authority import new_authority
from tests.support.chromium import Browser, chromium
from tests.vectors.suite import FILES
from tests.vectors.world import POSITION, manifest_of
from tools.html_verifier import LARGEST, verifier_html, verifier_path

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)
SETTLED = """new Promise((done) => {
  const panel = document.getElementById("verdict");
  const look = () => (panel.getAttribute("aria-busy") === "false" ? done() : setTimeout(look, 20));
  setTimeout(look, 100);
})"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def page(profile: Browser) -> Iterator[Browser]:
    """The verifier just opened; at the end it has asked for nothing and complained of nothing."""
    profile.requested.clear()
    profile.complaints.clear()
    profile.open(asset("verifier", "verifier.html"))
    yield profile
    assert profile.complaints == []
    assert [one for one in profile.requested if not one.startswith(("file:", "blob:", "data:"))] == []


def shown(page: Browser) -> tuple[str, str]:
    """(verdict, all that the panel says)."""
    page.run(SETTLED)
    return page.run(
        "[document.getElementById('verdict').dataset.verdict, document.getElementById('verdict').innerText]"
    )


def give(page: Browser, box: str, *names: str) -> None:
    page.choose(f"#{box}", [FILES / name for name in names])


def type_in(page: Browser, field: str, text: str) -> None:
    page.run(f"document.getElementById('{field}').focus()")
    page.ask("Input.insertText", text=text)


def test_the_file_is_up_to_date_small_and_alone() -> None:
    page = verifier_path().read_text("utf-8")
    assert page == verifier_html(), "run: python -m tools.html_verifier"
    assert len(page.encode()) <= LARGEST
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "default-src 'none'" in page
    assert "unsafe" not in page


def test_green(page: Browser) -> None:
    give(page, "receipt", "receipt.pdf")
    give(page, "certificate", "kiosk.pem")
    give(page, "pages", "page-1.jpg", "page-2.jpg")
    verdict, text = shown(page)
    assert verdict == "genuine"
    assert "perpignan-01-000042" in text
    assert "Le fichier 2 est la page 2 du reçu, sur 3." in text
    assert text.index("Ce qui est prouvé") < text.index("Ce qui n’est pas prouvé")
    assert page.run("[...document.querySelectorAll('#checks ol')].map((list) => list.start)")[0] == 1


def test_red(page: Browser) -> None:
    give(page, "receipt", "receipt.pdf")
    give(page, "certificate", "kiosk.pem")
    give(page, "pages", "page-4.jpg")
    verdict, text = shown(page)
    assert verdict == "altered"
    assert "Ce qui ne va pas" in text


def test_orange_until_the_fingerprint_is_compared(page: Browser) -> None:
    give(page, "receipt", "receipt.pdf")
    verdict, text = shown(page)
    (certificate,) = read_certificates((FILES / "kiosk.pem").read_bytes())
    assert verdict == "unusable"
    assert certificate.fingerprint in text
    assert "borne connue" not in text
    page.run("document.getElementById('same').click()")
    assert shown(page)[0] == "genuine"
    give(page, "receipt", "receipt-of-another-kiosk.pdf")
    assert shown(page)[0] == "unusable", "another receipt is another comparison"


def test_a_typed_fingerprint_decides(page: Browser) -> None:
    (certificate,) = read_certificates((FILES / "kiosk.pem").read_bytes())
    type_in(page, "fingerprint", certificate.fingerprint.upper().replace(" ", ":"))
    give(page, "receipt", "receipt.pdf")
    assert shown(page)[0] == "genuine"
    give(page, "receipt", "receipt-of-another-kiosk.pdf")
    verdict, text = shown(page)
    assert verdict == "altered"
    assert "L’empreinte que vous avez tapée" in text


def test_an_altered_receipt_is_red_without_any_certificate(page: Browser) -> None:
    give(page, "receipt", "changed-a-line-end-more.pdf")
    assert shown(page)[0] == "altered"


def test_a_verdict_never_stands_beside_another_file(page: Browser) -> None:
    """Green goes at the first moment of judging what is given next, however long that takes."""
    give(page, "receipt", "receipt.pdf")
    give(page, "certificate", "kiosk.pem")
    assert shown(page)[0] == "genuine"
    at_once = page.run("refresh(), document.getElementById('verdict').dataset.verdict")
    assert at_once == "none"
    assert shown(page)[0] == "genuine"


def test_a_pasted_code(page: Browser) -> None:
    type_in(page, "text", (FILES / "code.txt").read_text("ascii"))
    verdict, text = shown(page)
    assert verdict == "unusable"
    assert "certificat de la borne" in text
    give(page, "certificate", "kiosk.pem")
    assert shown(page)[0] == "genuine"
    type_in(page, "text", "0")
    assert shown(page)[0] == "altered"


def test_one_page_of_66(page: Browser) -> None:
    give(page, "receipt", "page-31.preuve")
    give(page, "certificate", "both.pem")
    give(page, "pages", "page-31.jpg")
    verdict, text = shown(page)
    assert verdict == "genuine"
    assert "page 31 sur 66" in text


def test_a_receipt_between_two_times_of_a_kiosk_that_a_root_names(page: Browser) -> None:
    give(page, "receipt", "chained-stamped.pdf")
    give(page, "certificate", "root.pem")
    verdict, text = shown(page)
    assert verdict == "genuine"
    assert "Horodatage A, inconnu ici" in text
    give(page, "authority", "authority-a.pem")
    verdict, text = shown(page)
    assert verdict == "genuine"
    assert "Établi avant le 22 novembre 2026, 15\u00a0h\u00a005." in text
    assert "Certifié par Horodatage A." in text


@pytest.mark.parametrize("kind", ["rsa", "p384"])
def test_what_openssl_stamped_is_believed_and_told(kind: str, page: Browser, tmp_path: Path) -> None:
    """The vectors are stamped by keys of our own making; here by `openssl ts`, with the keys that authorities use."""
    kiosk, stamping = KioskKey.generate("perpignan-01", NOW), new_authority(tmp_path / kind, kind)
    receipt = render_receipt(manifest_of(2, issued_at=NOW), POSITION, kiosk, {})
    late = stamped(receipt, lambda digest: accept_response(stamping.reply(request(digest, 7)), digest, 7))
    files = {"late.pdf": late, "kiosk.pem": kiosk.certificate_pem, "authority.pem": stamping.root_pem}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    page.choose("#receipt", [tmp_path / "late.pdf"])
    page.choose("#certificate", [tmp_path / "kiosk.pem"])
    page.choose("#authority", [tmp_path / "authority.pem"])
    verdict, text = shown(page)
    assert verdict == "genuine"
    assert "Établi avant le" in text and "Certifié par Autorité d’essai." in text
    place = late.index(b"/Contents <", len(receipt)) + 400
    (tmp_path / "altered.pdf").write_bytes(late[:place] + bytes([late[place] ^ 1]) + late[place + 1 :])
    page.choose("#receipt", [tmp_path / "altered.pdf"])
    assert shown(page)[0] == "altered"


def test_the_sheet_of_a_follow_up(page: Browser) -> None:
    give(page, "receipt", "event.pdf")
    give(page, "certificate", "kiosk.pem")
    verdict, text = shown(page)
    assert verdict == "genuine"
    assert "Pages comptées" in text and "7 pages comptées sur 66." in text


def test_a_key_is_never_kept_on_the_page(page: Browser) -> None:
    type_in(page, "text", "AGE-SECRET-KEY-1QQQQQQ")
    assert page.run("document.getElementById('text').value") == ""


def test_a_picture_this_browser_cannot_read_says_so(page: Browser, tmp_path: Path) -> None:
    picture = tmp_path / "code.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    page.choose("#receipt", [picture])
    verdict, text = shown(page)
    assert verdict == "unusable"
    assert "Collez le texte du code" in text


def test_a_wrong_certificate_says_so(page: Browser) -> None:
    give(page, "receipt", "receipt.pdf")
    give(page, "certificate", "page-1.jpg")
    page.run(SETTLED)
    assert "ne contient pas de certificat" in page.run("document.getElementById('certificate-names').innerText")
    assert shown(page)[0] == "unusable"


def test_it_is_readable_on_a_telephone_and_by_keyboard(page: Browser) -> None:
    give(page, "receipt", "receipt.pdf")
    shown(page)
    assert page.picture(360, 740).startswith(b"\x89PNG")
    assert page.run("document.documentElement.scrollWidth <= 360")
    named = "[...document.querySelectorAll('input, textarea')].every((one) => one.labels.length === 1)"
    assert page.run(named)
    order = []
    for _ in range(7):
        for kind in ("rawKeyDown", "keyUp"):
            page.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        order.append(page.run("document.activeElement.id"))
    assert order == ["same", "receipt", "text", "certificate", "fingerprint", "pages", "authority"]
