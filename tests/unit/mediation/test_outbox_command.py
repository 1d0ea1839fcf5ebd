"""`kiosk outbox`, as a mediator types it, on a real vault and a real key."""

import argparse
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.outbox import add_parser
from kiosk.proof.seal import new_desk_identity, seal
from kiosk.settings import Settings
from kiosk.storage.registry import NewObligation, Registry
from kiosk.storage.vault import Vault

Core = Callable[[Callable[[bytes], bytes]], Path]
NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
NUMBER = "Borne-1-000007"
BUNDLE = b"%PDF-1.7 the pages"


def kiosk(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args(words)
    status: int = args.handler(args)
    return status


@pytest.fixture
def prepared(settings: Settings, registry: Registry) -> Registry:
    """One submission that waits, sealed to the desk."""
    identity, recipient = new_desk_identity()
    settings.keys_dir.mkdir(parents=True)
    (settings.keys_dir / "desk.identity").write_text(identity + "\n", encoding="ascii")
    registry.open_visit("v1", NOON, "fr", "caf.dtr", "age1xyz")
    registry.begin_submission("s1", "v1", "caf.dtr", "CAF", "desk", 3, "N1", NOON)
    registry.complete_submission("s1", NUMBER, 7, NOON, [NewObligation("deliver", "s1-deliver")])
    Vault(settings.vault_dir).put("v1", "bundle.pdf.age", seal(BUNDLE, [recipient]))
    return registry


def test_before_the_first_visit_there_is_nothing(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("outbox", "list") == 0
    assert capsys.readouterr().out == "Rien à transmettre.\n"
    assert not settings.data_dir.exists()


def test_the_list_says_what_waits(prepared: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("outbox", "list") == 0
    line = capsys.readouterr().out
    assert NUMBER in line
    assert "à envoyer" in line
    assert kiosk("outbox", "list", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["number"], row["state"], row["pages"], row["body"]) == (NUMBER, "prepared", 3, "CAF")


def test_what_was_sent_leaves_the_list_but_not_the_whole_one(
    prepared: Registry, capsys: pytest.CaptureFixture[str]
) -> None:
    prepared.move_submission("s1", "sent", NOON, reference="R-7")
    assert kiosk("outbox", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert kiosk("outbox", "list", "--json", "--all") == 0
    assert json.loads(capsys.readouterr().out)[0]["reference"] == "R-7"


def test_taking_gives_the_clear_bundle_under_a_plain_name(
    prepared: Registry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("outbox", "take", NUMBER.lower(), "--out", str(tmp_path / "out")) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == tmp_path / "out" / f"ressources_{NUMBER}.pdf"
    assert path.read_bytes() == BUNDLE


def test_a_number_nobody_has(prepared: Registry, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("outbox", "take", "X-1", "--out", str(tmp_path / "out")) == 2
    assert capsys.readouterr().err == "Aucun dossier n’a le numéro X-1.\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("spoil", ["no_key", "other_key", "no_bundle", "changed_bundle"])
def test_what_cannot_be_opened_is_one_sentence(
    prepared: Registry, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: str
) -> None:
    key, vault = settings.keys_dir / "desk.identity", Vault(settings.vault_dir)
    match spoil:
        case "no_key":
            key.unlink()
        case "other_key":
            key.write_text(new_desk_identity()[0], encoding="ascii")
        case "no_bundle":
            vault.remove("v1", "bundle.pdf.age")
        case "changed_bundle":
            sealed = vault.get("v1", "bundle.pdf.age")
            vault.put("v1", "bundle.pdf.age", sealed[:-1] + bytes([sealed[-1] ^ 1]))
    assert kiosk("outbox", "take", NUMBER, "--out", str(tmp_path / "out")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_sent_is_asked_of_the_core_by_the_very_number(prepared: Registry, core: Core) -> None:
    heard: list[object] = []

    def answer(line: bytes) -> bytes:
        heard.append(json.loads(line))
        return b'{"ok": true}\n'

    core(answer)
    assert kiosk("outbox", "sent", NUMBER.lower(), "--reference", "R-7", "--pages", "3") == 0
    assert heard == [{"control": "sent", "number": NUMBER, "reference": "R-7", "pages": 3}]


def test_a_wrong_count_or_reference_never_reaches_the_core(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("outbox", "sent", NUMBER, "--pages", "-1") == 2
    assert kiosk("outbox", "sent", NUMBER, "--reference", "R" * 81) == 2
    assert "kiosk run" not in capsys.readouterr().err
    assert kiosk("outbox", "sent", NUMBER) == 2
    assert "kiosk run" in capsys.readouterr().err
