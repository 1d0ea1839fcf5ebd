"""The specification's own sample codes: read from their picture, verified, and never valid once touched."""

from random import Random

import pytest

from kiosk.pages.codes import find_codes
from kiosk.pages.model import Kind, Seal
from kiosk.pages.twoddoc.message import NotASeal, looks_like_one, parse
from kiosk.pages.twoddoc.seal import check
from kiosk.pages.twoddoc.trust import NOBODY, Trust
from kiosk.pages.twoddoc.values import kind_of, values_of
from tests.unit.pages.twoddoc.sealing import drawn, sample_codes, specification_trust

VERIFIABLE = [code for code in sample_codes() if not code.startswith(b"DC01")]
TRUST = specification_trust()
PAYSLIP = next(code for code in VERIFIABLE if parse(code).document_type == "06")
TAX_NOTICE = next(code for code in VERIFIABLE if parse(code).document_type == "04")


def verdict(content: bytes, trust: Trust = TRUST) -> Seal | None:
    try:
        return check(parse(content), trust).seal
    except NotASeal:
        return None


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_all_fifty_five_are_read_from_their_picture_and_verified() -> None:
    assert len(VERIFIABLE) == 55
    for content in VERIFIABLE:
        (code,) = find_codes(drawn(content))
        assert code.content == content
        checked = check(parse(code.content), TRUST)
        assert (checked.seal, checked.holder) == (Seal.VALID, "CERTIFICAT DE TEST")
        assert parse(code.content).complete


def test_the_five_of_the_experimental_version_are_known_but_not_understood() -> None:
    old = [code for code in sample_codes() if code.startswith(b"DC01")]
    assert len(old) == 5
    assert all(looks_like_one(code) and verdict(code) is None for code in old)


def test_without_the_certificate_nothing_is_claimed() -> None:
    assert {verdict(code, NOBODY) for code in VERIFIABLE} == {Seal.UNCHECKED}


@pytest.mark.parametrize("content", [PAYSLIP, TAX_NOTICE, VERIFIABLE[0], VERIFIABLE[-1]])
def test_no_single_bit_can_change(content: bytes) -> None:
    assert verdict(content) is Seal.VALID
    assert [bit for bit in range(len(content) * 8) if verdict(flipped(content, bit)) is Seal.VALID] == []


def test_some_bits_of_every_code() -> None:
    chance = Random(55)
    for content in VERIFIABLE:
        last = [len(content) * 8 - 1 - place for place in range(8)]  # where base32 has bits to spare
        for bit in (*chance.sample(range(len(content) * 8), 24), *last):
            assert verdict(flipped(content, bit)) is not Seal.VALID, (content[:26], bit)


def test_the_signature_of_another_code_is_refused() -> None:
    signed, _, _ = PAYSLIP.partition(b"\x1f")
    _, _, signature = TAX_NOTICE.partition(b"\x1f")
    assert verdict(signed + b"\x1f" + signature) is Seal.INVALID


@pytest.mark.parametrize("version", [b"DC03", b"DC02"])
def test_a_payslip_gives_our_fields(version: bytes) -> None:
    (content,) = [code for code in VERIFIABLE if code.startswith(version) and parse(code).document_type == "06"]
    assert kind_of(parse(content)) is Kind.PAYSLIP
    assert values_of(parse(content)) == {
        "period": "2012-10",
        "period_start": "2012-10-01",
        "period_end": "2012-10-31",
        "employee_name": "HENRY EXEMPLE",
        "net_taxable": "1319.24",
        "hours": "157.50",
    }


def test_a_tax_notice_gives_its_day_and_reference() -> None:
    message = parse(TAX_NOTICE)
    assert kind_of(message) is Kind.TAX_NOTICE
    assert values_of(message) == {"date": "2022-07-31", "reference": "2278012345678"}
    assert message.fields["41"] == "63198"
