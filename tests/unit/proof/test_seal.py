"""Sealing: the stock age program opens it, nobody else does, and nothing of the page shows."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.proof import seal

SECRET = bytes(range(16))
IDENTITY = "AGE-SECRET-KEY-1JKHL5RPSS5362J5S5E40RZ0630C75KVMAMXUAPUEHMUE3MYXJ68QH8ZRNA"
RECIPIENT = "age1243m0kd95q04raek0natphqp4dawjlj90ffk96tsvm4tkkznne5qc9lqrk"


def test_the_identity_of_a_secret_never_changes() -> None:
    """A stub printed today must open its files in ten years."""
    assert seal.identity_text(SECRET) == IDENTITY
    assert seal.recipient(SECRET) == RECIPIENT
    assert seal.recipient_of(IDENTITY) == RECIPIENT


def test_secrets_come_from_the_given_source() -> None:
    assert seal.new_secret(bytes) == bytes(16)
    assert seal.new_secret(os.urandom) != seal.new_secret(os.urandom)
    with pytest.raises(ValueError, match="too few"):
        seal.new_secret(lambda _: b"short")


def test_the_stock_age_program_opens_a_sealed_page(tmp_path: Path) -> None:
    page = os.urandom(300_000)
    sealed, key = tmp_path / "page.age", tmp_path / "cle.txt"
    sealed.write_bytes(seal.seal(page, [RECIPIENT]))
    key.write_text(IDENTITY + "\n", "ascii")
    done = subprocess.run(
        [str(shutil.which("age")), "-d", "-i", str(key), str(sealed)], capture_output=True, check=True
    )
    assert done.stdout == page


def test_two_holders_may_each_open() -> None:
    desk_identity, desk_recipient = seal.new_desk_identity()
    sealed = seal.seal(b"page", [RECIPIENT, desk_recipient])
    assert seal.unseal(sealed, IDENTITY) == seal.unseal(sealed, desk_identity) == b"page"


def test_another_key_opens_nothing() -> None:
    stranger, _ = seal.new_desk_identity()
    with pytest.raises(seal.CannotUnseal):
        seal.unseal(seal.seal(b"page", [RECIPIENT]), stranger)


def test_any_changed_byte_is_noticed() -> None:
    sealed = bytearray(seal.seal(b"page", [RECIPIENT]))
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(seal.CannotUnseal):
            seal.unseal(bytes(changed), IDENTITY)


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1", IDENTITY[:-1] + "X", RECIPIENT])
def test_a_wrong_key_text_is_refused(text: str) -> None:
    with pytest.raises(seal.CannotUnseal):
        seal.unseal(b"anything", text)


@pytest.mark.parametrize("recipients", [[], ["nobody"], [IDENTITY]])
def test_nobody_to_seal_to(recipients: list[str]) -> None:
    with pytest.raises(seal.InvalidRecipient):
        seal.seal(b"page", recipients)


def test_nothing_of_the_page_shows() -> None:
    canary = b"CANARI-1840366123456-CANARI"
    sealed = seal.seal(canary * 100, [RECIPIENT])
    assert not any(canary[start : start + 8] in sealed for start in range(len(canary) - 8))


def test_an_identity_is_found_as_it_was_printed_or_typed() -> None:
    typed = IDENTITY.lower()[:16] + "\n" + " ".join(IDENTITY[at : at + 8] for at in range(16, 74, 8))
    assert seal.find_identity(f"# cle\n{IDENTITY}\n") == IDENTITY
    assert seal.find_identity(typed) == IDENTITY
    assert seal.find_identity("bonjour") is None
