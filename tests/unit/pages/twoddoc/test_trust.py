"""Whose seals count: certificates signed by a listed authority, on the days on which they may seal."""

import datetime as dt
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from kiosk.pages.model import Seal
from kiosk.pages.twoddoc import trust as module
from kiosk.pages.twoddoc.message import parse
from kiosk.pages.twoddoc.seal import check
from kiosk.pages.twoddoc.trust import authorities, trust_in
from tests.unit.pages.twoddoc.sealing import Authority

FIRST = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
LAST = dt.datetime(2026, 12, 31, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 31)


@pytest.fixture
def authority() -> Authority:
    return Authority(FIRST, LAST)


@pytest.fixture
def folder(authority: Authority, tmp_path: Path) -> Path:
    (tmp_path / "leaf.pem").write_bytes(authority.leaf.public_bytes(Encoding.PEM))
    (tmp_path / "leaf.der").write_bytes(authority.leaf.public_bytes(Encoding.DER))
    (tmp_path / "noise.cer").write_bytes(b"\x30\x82 not a certificate")
    (tmp_path / "empty.crt").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("not looked at")
    return tmp_path


def test_the_shipped_authorities_are_those_of_the_list() -> None:
    names = {str(one.subject.rfc4514_string()) for one in authorities()}
    assert len(names) == 6
    assert all("CN=FR0" in name for name in names)


def test_a_certificate_that_no_listed_authority_signed_counts_for_nothing(folder: Path) -> None:
    assert trust_in(folder).signers == {}


def test_a_certificate_of_a_listed_authority_counts(
    authority: Authority, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "authorities", lambda: (authority.certificate,))
    trust = trust_in(folder)
    assert list(trust.signers) == [("FR99", "0042")]
    message = parse(authority.seal("06", "581319,24\x1d", DAY))
    checked = check(message, trust)
    assert (checked.seal, checked.holder) == (Seal.VALID, "Paie Exemple")


def test_a_folder_that_is_not_there_trusts_nobody(tmp_path: Path) -> None:
    assert trust_in(tmp_path / "absent").signers == {}
    assert trust_in(None).signers == {}


@pytest.mark.parametrize("day", [dt.date(2023, 12, 31), dt.date(2027, 1, 1)])
def test_a_seal_of_another_day_than_its_certificate_s_is_not_believed(authority: Authority, day: dt.date) -> None:
    assert check(parse(authority.seal("06", "581319,24\x1d", day)), authority.trust()).seal is Seal.UNCHECKED


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()])
def test_every_curve_of_the_specification(curve: ec.EllipticCurve) -> None:
    authority = Authority(FIRST, LAST, curve)
    content = authority.seal("06", "581319,24\x1d", DAY)
    assert check(parse(content), authority.trust()).seal is Seal.VALID
    assert check(parse(content.replace(b"1319", b"9319")), authority.trust()).seal is Seal.INVALID


def test_another_key_under_the_same_name_is_false(authority: Authority) -> None:
    forged = Authority(FIRST, LAST).seal("06", "581319,24\x1d", DAY)
    assert check(parse(forged), authority.trust()).seal is Seal.INVALID
