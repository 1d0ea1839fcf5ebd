"""The visitor's own copy, on real file systems: whole and read back, or one plain sentence."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from kiosk.application.outgoing import open_sending
from kiosk.delivery.stick import Copied, NotCopied, StickFault, copy_to_stick, find_stick
from kiosk.proof.model import Verdict
from kiosk.proof.verify import verify_receipt
from kiosk.stick_sentences import STICK_SENTENCES
from tests.support.desk import CANARY, Press, scan_bytes

FILES = {"recu.pdf": b"%PDF receipt", "pages.pdf": b"%PDF pages" * 1000}


def copied(site, **request):
    handler = open_sending(site.desk, Press()).handlers["copy"]
    return asyncio.run(handler({"number": site.number, **request}))


def stick_of(tmp_path: Path, name: str = "CLE") -> Path:
    folder = tmp_path / "sticks" / name
    folder.mkdir(parents=True)
    return folder


def test_plain_as_the_visitor_chose(open_site, tmp_path):
    site = open_site()
    stick = stick_of(tmp_path)
    answer = copied(site, key=" ".join(site.visit.words), sealed=False)
    assert answer["ok"], answer
    assert answer["names"] == [f"Temoin/{site.number}/recu.pdf", f"Temoin/{site.number}/pages.pdf"]
    receipt = (stick / answer["names"][0]).read_bytes()
    assert verify_receipt(receipt, [], [site.desk.submissions.certificate]).verdict is Verdict.GENUINE
    assert copied(site, key=site.visit.identity, sealed=False)["ok"], "copying again is no fault"


def test_sealed_opens_with_the_key_ticket_only(open_site, tmp_path):
    site = open_site()
    stick = stick_of(tmp_path)
    answer = copied(site, key=site.visit.identity)
    assert answer["ok"], answer
    identity = pyrage.x25519.Identity.from_str(site.visit.identity)
    sealed = [name for name in answer["names"] if name.endswith(".age")]
    opened = [pyrage.decrypt((stick / name).read_bytes(), [identity]) for name in sealed]
    assert [scan_bytes(1), scan_bytes(2)] == opened[2:]
    for name in answer["names"]:
        assert CANARY not in (stick / name).read_bytes()
        assert "CANARI" not in name
    assert "age -d" in (stick / answer["names"][-1]).read_text()


@pytest.mark.parametrize("key", ["", "un deux trois", "AGE-SECRET-KEY-1" + "Q" * 58, None])
def test_no_key_no_copy(open_site, tmp_path, key):
    site = open_site()
    stick = stick_of(tmp_path)
    answer = copied(site, key=key, sealed=False)
    assert not answer["ok"] and list(stick.iterdir()) == []


def test_another_visitors_key_opens_nothing(open_site, tmp_path):
    site = open_site()
    stick_of(tmp_path)
    assert not copied(site, key=str(pyrage.x25519.Identity.generate()))["ok"]


def test_none_or_several_sticks_are_said(open_site, tmp_path):
    site = open_site()
    assert copied(site, key=site.visit.identity)["sentence"] == STICK_SENTENCES[StickFault.NONE_THERE]
    stick_of(tmp_path, "A")
    stick_of(tmp_path, "B")
    assert copied(site, key=site.visit.identity)["sentence"] == STICK_SENTENCES[StickFault.SEVERAL]


def test_a_folder_is_no_stick_unless_it_is_mounted(tmp_path):
    stick_of(tmp_path)
    assert find_stick([tmp_path / "sticks"]) is StickFault.NONE_THERE
    assert find_stick([tmp_path / "nowhere"], mounted=False) is StickFault.NONE_THERE


def test_a_link_on_the_stick_leads_nowhere(tmp_path):
    stick, elsewhere = stick_of(tmp_path), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (stick / "Temoin").symlink_to(elsewhere)
    assert isinstance(copy_to_stick(stick, "A-1", FILES), NotCopied)
    assert list(elsewhere.iterdir()) == []


def test_names_are_never_paths(tmp_path):
    stick = stick_of(tmp_path)
    outcome = copy_to_stick(stick, "../../A", {"../x/é.pdf": b"1"})
    assert outcome == Copied(("Temoin/A/x-e.pdf",))


def test_taken_out_in_the_middle(tmp_path, monkeypatch):
    stick = stick_of(tmp_path)
    gone = tmp_path / "gone"

    def pulled(descriptor: int) -> None:
        stick.rename(gone)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", pulled)
    assert copy_to_stick(stick, "A-1", FILES) == NotCopied(StickFault.UNPLUGGED)


def test_a_stick_that_lies_is_found_out(tmp_path, monkeypatch):
    stick, genuine = stick_of(tmp_path), os.posix_fadvise

    def spoil(descriptor: int, *more: int) -> None:
        Path(f"/proc/self/fd/{descriptor}").resolve().write_bytes(b"something else")
        genuine(descriptor, *more)

    monkeypatch.setattr(os, "posix_fadvise", spoil)
    assert copy_to_stick(stick, "A-1", FILES) == NotCopied(StickFault.NOT_THE_SAME)


_IN_A_NAMESPACE = """
import subprocess, sys
from pathlib import Path
from kiosk.delivery.stick import copy_to_stick, find_stick
root = Path(sys.argv[1])
def mount(name, options):
    (root / name).mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(root / name)], check=True)
    return root / name
full = mount("full", "size=64k")
print(find_stick([root]) == full, copy_to_stick(full, "A-1", {"a.pdf": b"x" * 1000}))
print(copy_to_stick(full, "A-2", {"a.pdf": b"x" * 1000, "b.pdf": b"x" * 200_000}))
print(sorted(str(path.relative_to(full)) for path in full.rglob("*") if path.is_file()))
subprocess.run(["mount", "-o", "remount,ro", str(full)], check=True)
print(copy_to_stick(full, "A-3", {"a.pdf": b"x"}))
"""


def test_full_and_read_only_on_a_mounted_file_system(tmp_path):
    """In a mount namespace of its own: a file system of 64 kB that fills up, then refuses writing."""
    command = ["unshare", "--map-root-user", "--user", "--mount", sys.executable, "-c", _IN_A_NAMESPACE, str(tmp_path)]
    if os.geteuid() == 0:
        command = ["unshare", "--mount", sys.executable, "-c", _IN_A_NAMESPACE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == [
        "True Copied(names=('Temoin/A-1/a.pdf',))",
        "NotCopied(fault=<StickFault.FULL: 'full'>)",
        "['Temoin/A-1/a.pdf']",
        "NotCopied(fault=<StickFault.READ_ONLY: 'read_only'>)",
    ]
