"""Opening a sealed copy of the vault, and erasing, as commands."""

import shutil
import subprocess
import unicodedata

import pytest
from mnemonic import Mnemonic

from kiosk.clock import FakeClock
from kiosk.proof.key_words import words_of
from tests.support.desk import MORNING, quiet_desk, scan_bytes, submitted

AGE = shutil.which("age") or "/usr/bin/age"


@pytest.fixture
def kept(tmp_path):
    """A submission in the data folder of the `kiosk` fixture."""
    desk = quiet_desk(tmp_path, FakeClock(MORNING))
    visit, issued = submitted(desk)
    desk.close()
    (scan, *_) = sorted((desk.settings.vault_dir / visit.id).glob("*.scan.age"))
    return visit, issued, scan


def test_the_words_open_a_page_of_the_vault(kiosk, kept, tmp_path):
    visit, _, scan = kept
    done = kiosk("unseal", scan, "--key", " ".join(visit.words), "--out", tmp_path / "open")
    assert done.returncode == 0, done.stderr
    (opened,) = (tmp_path / "open").iterdir()
    assert opened.read_bytes() in (scan_bytes(1), scan_bytes(2)) and opened.name == scan.stem
    wrong = kiosk("unseal", scan, "--key", " ".join(miscopied(visit.words)), "--out", tmp_path / "other")
    assert wrong.returncode == 2 and visit.words[0] not in wrong.stderr
    other = kiosk("unseal", scan, "--key", " ".join(words_of(bytes(16))), "--out", tmp_path / "other")
    assert other.returncode == 1


def miscopied(words: tuple[str, ...]) -> list[str]:
    """The words with the last one taken for its neighbour in the list: one bit of the check is wrong."""
    french = Mnemonic("french").wordlist
    last = french.index(unicodedata.normalize("NFKD", words[-1]))
    return [*words[:-1], french[last ^ 1]]


def test_without_a_key_only_the_layer_of_the_day_goes_and_age_does_the_rest(kiosk, kept, tmp_path):
    visit, _, scan = kept
    assert kiosk("unseal", scan, "--out", tmp_path / "inner").returncode == 0
    inner = tmp_path / "inner" / scan.name
    key = tmp_path / "key.txt"
    key.write_text(visit.identity)
    opened = subprocess.run([AGE, "-d", "-i", key, inner], capture_output=True, check=True).stdout
    assert opened in (scan_bytes(1), scan_bytes(2))
    assert kiosk("unseal", inner, "--key", key, "--out", tmp_path / "again").returncode == 0


def test_the_key_of_the_day_may_be_given_and_once_destroyed_nothing_opens(kiosk, kept, tmp_path):
    visit, _, scan = kept
    copy = tmp_path / "copied.scan.age"
    copy.write_bytes(scan.read_bytes())
    (day,) = (tmp_path / "data" / "keys" / "epochs").iterdir()
    done = kiosk("unseal", copy, "--key", visit.identity, "--epoch", day, "--out", tmp_path / "o")
    assert done.returncode == 0, done.stderr
    day.unlink()
    gone = kiosk("unseal", scan, "--key", visit.identity, "--out", tmp_path / "p")
    assert gone.returncode == 1 and "effacée" in gone.stderr
    assert kiosk("unseal", copy, "--key", visit.identity, "--out", tmp_path / "p").returncode == 1


def test_purge_says_what_it_would_do_and_does_nothing_too_soon(kiosk, kept):
    for arguments in (("purge", "--dry-run"), ("purge",)):
        done = kiosk(*arguments)
        assert done.returncode == 0 and ": 0." in done.stdout, done.stderr


def test_purge_erases_what_is_due(kiosk, tmp_path):
    long_ago = FakeClock(MORNING.replace(year=2024))
    desk = quiet_desk(tmp_path, long_ago)
    submitted(desk)
    desk.close()
    seen = kiosk("purge", "--dry-run")
    assert "à effacer : 1." in seen.stdout and "2024-11-22" in seen.stdout, seen.stdout + seen.stderr
    done = kiosk("purge")
    assert "effacés : 1." in done.stdout and "2024-11-22" in done.stdout
    assert not list((tmp_path / "data" / "vault").rglob("*.age"))
    assert kiosk("ledger", "verify").returncode == 0
