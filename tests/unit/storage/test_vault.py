"""The vault: whole files or none, for the kiosk's eyes only."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.storage.vault import StorageFull, Vault

VISIT = "0f3c"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_what_is_put_is_there(vault: Vault, tmp_path: Path) -> None:
    vault.put(VISIT, "page-001.age", b"one")
    vault.put(VISIT, "page-002.age", b"two")
    vault.put(VISIT, "page-001.age", b"one again")
    assert vault.get(VISIT, "page-001.age") == b"one again"
    assert vault.names(VISIT) == ["page-001.age", "page-002.age"]
    assert vault.has(VISIT, "page-002.age")
    assert not vault.has(VISIT, "page-003.age")
    assert vault.visits() == [VISIT]
    assert Vault(tmp_path / "vault").get(VISIT, "page-002.age") == b"two"


def test_only_the_kiosk_may_look(vault: Vault, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        vault.put(VISIT, "page.age", b"sealed")
    finally:
        os.umask(before)
    root = tmp_path / "vault"
    modes = [path.stat().st_mode & 0o777 for path in (root, root / VISIT, root / VISIT / "page.age")]
    assert modes == [0o700, 0o700, 0o600]


def test_what_is_removed_is_gone(vault: Vault) -> None:
    vault.put(VISIT, "a", b"1")
    vault.put(VISIT, "b", b"2")
    vault.remove(VISIT, "a")
    vault.remove(VISIT, "a")
    vault.remove("unknown", "a")
    assert vault.names(VISIT) == ["b"]
    vault.remove_visit(VISIT)
    vault.remove_visit(VISIT)
    assert vault.names(VISIT) == vault.visits() == []
    with pytest.raises(FileNotFoundError):
        vault.get(VISIT, "b")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "a\0b", "-x", "é", ".tmp", "a.tmp", "x" * 101]
)
def test_no_name_leads_outside(name: str, vault: Vault, tmp_path: Path) -> None:
    for call in (
        lambda: vault.put(name, "a", b""),
        lambda: vault.put(VISIT, name, b""),
        lambda: vault.get(VISIT, name),
        lambda: vault.remove_visit(name),
        lambda: vault.names(name),
    ):
        with pytest.raises(ValueError, match="not a name"):
            call()
    assert files(tmp_path) == ["vault"]


@pytest.mark.parametrize("call", ["fsync", "replace", "mkdir", "write"])
def test_a_full_disk_leaves_nothing_half(
    call: str, vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put(VISIT, "kept", b"kept")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    visit = "other" if call == "mkdir" else VISIT
    if call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    elif call == "write":
        monkeypatch.setattr(os, "fdopen", full)
    else:
        monkeypatch.setattr(Path, call, full)
    with pytest.raises(StorageFull):
        vault.put(visit, "page", b"new")
    monkeypatch.undo()
    assert vault.names(VISIT) == ["kept"]
    assert [name for name in files(tmp_path) if name.endswith(".tmp")] == []


def test_a_really_full_disk(vault: Vault, tmp_path: Path) -> None:
    """A limit on the size of files stands in for a small disk; the kernel refuses in the middle of the write."""
    script = (
        "import resource, signal, sys; from pathlib import Path; from kiosk.storage.vault import StorageFull, Vault;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "vault = Vault(Path(sys.argv[1])); vault.put('v', 'small', b'x' * 1000)\n"
        "try: vault.put('v', 'large', b'x' * 500_000)\n"
        "except StorageFull: sys.exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "vault")], check=False, cwd=Path.cwd())
    assert done.returncode == 7
    assert vault.names("v") == ["small"]
    assert files(tmp_path) == ["vault", "vault/v", "vault/v/small"]


def test_another_fault_keeps_its_name(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        vault.put(VISIT, "page", b"")


def test_leftovers_of_a_crash_are_swept(vault: Vault, tmp_path: Path) -> None:
    vault.put(VISIT, "page", b"whole")
    (tmp_path / "vault" / VISIT / "other.tmp").write_bytes(b"half")
    assert vault.names(VISIT) == ["page"]
    assert vault.sweep() == 1
    assert vault.sweep() == 0
    assert files(tmp_path) == ["vault", f"vault/{VISIT}", f"vault/{VISIT}/page"]


def test_a_link_is_not_followed(vault: Vault, tmp_path: Path) -> None:
    vault.put(VISIT, "page", b"whole")
    target = tmp_path / "target"
    (tmp_path / "vault" / VISIT / "new.tmp").symlink_to(target)
    with pytest.raises(OSError, match="symbolic"):
        vault.put(VISIT, "new", b"secret")
    assert not target.exists()
