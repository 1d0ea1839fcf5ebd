"""Somebody whom the visitor lets open the pages too: only when set, only when asked, and written on the receipt."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.proof import wording
from kiosk.proof.attachments import Attachments, read_attachments
from kiosk.proof.manifest import decode_manifest
from kiosk.proof.seal import new_desk_identity

SHEET = Path("assets/samples/01-bulletin-2026-01.jpg")
AGE = shutil.which("age") or "/usr/bin/age"
NAME = "Assistante sociale, CCAS"


@pytest.fixture(scope="module")
def pair():
    return new_desk_identity()


def submitted(kiosk, tmp_path, key, *asked):
    done = kiosk(
        *("submit", "--guide", "ft.bulletins", "--out", tmp_path / "papers", *asked, SHEET),
        KIOSK_TRUSTED_NAME=NAME,
        KIOSK_TRUSTED_KEY=key,
    )
    assert done.returncode == 0, done.stderr
    (scan,) = (tmp_path / "data" / "vault").rglob("*.scan.age")
    assert kiosk("unseal", scan, "--out", tmp_path / "inner").returncode == 0
    return tmp_path / "inner" / scan.name


def opened(inner, identity, tmp_path):
    key = tmp_path / "key.txt"
    key.write_text(identity)
    return subprocess.run([AGE, "-d", "-i", key, inner], capture_output=True, check=False)


def channel_of(receipt):
    read = read_attachments(receipt.read_bytes())
    assert isinstance(read, Attachments)
    return decode_manifest(read.manifest).channel


def test_the_stock_program_opens_the_page_with_that_persons_key_and_the_receipt_names_them(kiosk, tmp_path, pair):
    inner = submitted(kiosk, tmp_path, pair[1], "--also-for", NAME)
    assert opened(inner, pair[0], tmp_path).stdout == SHEET.read_bytes()
    assert opened(inner, new_desk_identity()[0], tmp_path).returncode != 0
    said = channel_of(tmp_path / "papers" / "receipt.pdf")
    assert said == f"Remis au conseiller de l’espace. Peut aussi ouvrir vos pages : {NAME}"
    assert wording.channel(said, "en").endswith(f". Can also open your pages: {NAME}")
    assert kiosk("verify", tmp_path / "papers" / "receipt.pdf", SHEET).returncode == 0


def test_set_and_not_asked_for_changes_nothing(kiosk, tmp_path, pair):
    inner = submitted(kiosk, tmp_path, pair[1])
    assert opened(inner, pair[0], tmp_path).returncode != 0
    assert inner.read_bytes().split(b"\n---", 1)[0].count(b"-> X25519 ") == 1
    assert channel_of(tmp_path / "papers" / "receipt.pdf") == "Remis au conseiller de l’espace"


@pytest.mark.parametrize(
    ("name", "key", "asked", "words"),
    [
        ("", "", NAME, "Aucune personne"),
        (NAME, "", NAME, "Aucune personne"),
        (NAME, "age1" + "q" * 58, NAME, "inutilisable"),
        (NAME, "PUBLIC", "Quelqu’un", NAME),
        (NAME, "age1", NAME, "KIOSK_TRUSTED_KEY"),
    ],
)
def test_nobody_else_can_be_named_and_nothing_is_submitted(kiosk, tmp_path, pair, name, key, asked, words):
    done = kiosk(
        *("submit", "--guide", "ft.bulletins", "--out", tmp_path / "papers", "--also-for", asked, SHEET),
        KIOSK_TRUSTED_NAME=name,
        KIOSK_TRUSTED_KEY=key.replace("PUBLIC", pair[1]),
    )
    assert done.returncode == 2 and words in done.stderr, done.stderr
    assert not list((tmp_path / "data").rglob("*.scan.age"))
