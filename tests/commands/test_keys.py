"""Root, request, signature, installation: the whole way of a certificate, as an operator walks it."""

import stat
from pathlib import Path

SHEET = Path("assets/samples/01-bulletin-2026-01.jpg")


def test_the_way_of_a_certificate(kiosk, tmp_path):
    assert kiosk("keys", "show").returncode == 2
    usb, papers = tmp_path / "usb", tmp_path / "papers"
    assert kiosk("submit", "--guide", "ft.bulletins", "--out", papers / "before", SHEET).returncode == 0
    alone = kiosk("keys", "show").stdout
    assert "elle-même" in alone and "clé dans un fichier" in alone and "aucun élément sécurisé" in alone
    assert kiosk("keys", "init-root", "--name", "Commune de Guéret", "--out", usb).returncode == 0
    assert stat.S_IMODE((usb / "root.key.pem").stat().st_mode) == 0o600
    assert kiosk("keys", "init-root", "--name", "Autre", "--out", usb).returncode == 2, "never over a root"
    assert kiosk("keys", "request", "--out", tmp_path / "r.csr").returncode == 0
    assert "PRIVATE" not in (tmp_path / "r.csr").read_text()
    signed = kiosk("keys", "sign", tmp_path / "r.csr", "--root", usb, "--out", tmp_path / "k.pem")
    assert signed.returncode == 0, signed.stderr
    taken = kiosk("keys", "install", tmp_path / "k.pem", "--root", usb / "root.cert.pem")
    assert taken.returncode == 0, taken.stderr
    shown = kiosk("keys", "show").stdout
    assert "Commune de Guéret" in shown and "elle-même" not in shown
    assert kiosk("submit", "--guide", "ft.bulletins", "--out", papers / "after", SHEET).returncode == 0
    root = usb / "root.cert.pem"
    after = kiosk("verify", papers / "after" / "receipt.pdf", SHEET, "--trust", root)
    assert after.returncode == 0, after.stdout
    before = kiosk("verify", papers / "before" / "receipt.pdf", "--trust", root)
    assert before.returncode == 1, "signed before the root knew this kiosk"
    for which in ("before", "after"):
        for name in ("receipt.pdf", "ticket.png"):
            assert kiosk("verify", papers / which / name).returncode == 0, (which, name)
    assert kiosk("ledger", "verify").returncode == 0
    assert "valable encore" in kiosk("doctor").stdout
    assert kiosk("keys", "install", usb / "root.cert.pem", "--root", root).returncode == 2
