"""Who may come in: the authority, the dates, the list of revoked badges, the role; files that change while it runs."""

import datetime as dt
from pathlib import Path

import pytest
from cryptography import x509

from hardware.card.verification import Distrust
from hardware.dock.badge_maker import Authority, new_authority, new_badge
from kiosk.mediation.badge_sentences import REFUSED
from kiosk.screens.words.cards import card_words
from kiosk.screens.words.staff import ROLES as ON_SCREEN
from kiosk.service.slips import ROLES as ON_PAPER
from kiosk.service.trust import NO_ROLE, ROLES, Holder, Trust

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return new_authority(NOW)


@pytest.fixture
def folder(tmp_path: Path, authority: Authority) -> Path:
    (tmp_path / "ville.der").write_bytes(authority.der)
    return tmp_path


@pytest.mark.parametrize("role", ["mediator", "site_manager"])
def test_a_badge_of_the_town_says_who_and_what(folder: Path, authority: Authority, role: str) -> None:
    badge = new_badge(authority, NOW, "Sofia Exemple", role)
    assert Trust([folder]).holder(badge.certificate, NOW) == Holder("Sofia Exemple", role)


@pytest.mark.parametrize(
    ("days", "role", "code"),
    [(-3, "mediator", "expired"), (300, "visitor", "no_role"), (300, "operator", "no_role")],
)
def test_a_badge_that_is_too_old_or_of_another_trade(
    folder: Path, authority: Authority, days: int, role: str, code: str
) -> None:
    badge = new_badge(authority, NOW, "Sofia Exemple", role, days)
    assert Trust([folder]).holder(badge.certificate, NOW) == code


def test_a_badge_of_another_town_is_not_let_in(folder: Path) -> None:
    stranger = new_badge(new_authority(NOW, "Ailleurs"), NOW, "Sofia Exemple")
    assert Trust([folder]).holder(stranger.certificate, NOW) == "unknown_authority"


def test_a_revoked_badge_is_out_at_once(folder: Path, authority: Authority) -> None:
    badge, trust = new_badge(authority, NOW, "Sofia Exemple"), Trust([folder])
    assert isinstance(trust.holder(badge.certificate, NOW), Holder)
    serial = x509.load_der_x509_certificate(badge.certificate).serial_number
    (folder / "revoked.txt").write_text(f"01:02\n{serial:x}\n")
    assert trust.holder(badge.certificate, NOW) == "revoked"


@pytest.mark.parametrize("certificate", [b"", b"\x30\x80", b"\x30\x03\x02\x01\x01" * 40])
def test_a_certificate_of_nonsense_opens_nothing(folder: Path, certificate: bytes) -> None:
    assert Trust([folder]).holder(certificate, NOW) == "unreadable"


def test_without_any_authority_nobody_comes_in(tmp_path: Path, authority: Authority) -> None:
    badge = new_badge(authority, NOW, "Sofia Exemple")
    assert Trust([tmp_path / "nothing"]).holder(badge.certificate, NOW) == "unknown_authority"


def test_every_role_and_refusal_has_the_same_words_at_both_readers() -> None:
    assert set(ON_SCREEN) == set(ON_PAPER) == ROLES
    assert set(REFUSED) == {NO_ROLE, *Distrust}
    assert all(card_words(code)[0] == sentence for code, sentence in REFUSED.items())
