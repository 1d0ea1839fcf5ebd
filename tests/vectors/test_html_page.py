"""The HTML verifier as a person uses it: opened from the disk, files chosen, text pasted, read by the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.assets import asset
from kiosk.proof.keys import read_certificates
from tests.support.chromium import Browser, chromium
from tests.vectors.suite import FILES
from tools.html_verifier import LARGEST, verifier_html, verifier_path

SETTLED = "new Promise((done) => setTimeout(done, 150))"


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
    for _ in range(6):
        for kind in ("rawKeyDown", "keyUp"):
            page.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        order.append(page.run("document.activeElement.id"))
    assert order == ["same", "receipt", "text", "certificate", "fingerprint", "pages"]
