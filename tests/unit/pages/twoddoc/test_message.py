"""Any bytes are a 2D-Doc or they are not: never a crash, never a value out of thin air."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pages.twoddoc.message import NotASeal, day, parse
from kiosk.pages.twoddoc.values import values_of
from tests.unit.pages.twoddoc.sealing import sample_codes

HEAD = b"DC04FR0000011636163606" + b"01FR"
SIGNATURE = b"\x1f" + b"A" * 103


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_noise(body: bytes, signed: bool) -> None:
    try:
        message = parse(HEAD + body + (SIGNATURE if signed else b""))
    except NotASeal:
        return
    assert all(isinstance(value, str) and value for value in values_of(message).values())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sample_codes()), st.integers(0, 400), st.binary(max_size=4))
def test_samples_with_a_piece_replaced(content: bytes, at: int, piece: bytes) -> None:
    try:
        values_of(parse(content[:at] + piece + content[at + len(piece) :]))
    except NotASeal:
        return


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"DC04",
        HEAD,
        HEAD + b"\x1f",
        HEAD + SIGNATURE[:-1],
        HEAD + SIGNATURE.lower(),
        HEAD + SIGNATURE + b"=",
        HEAD + SIGNATURE[:-1] + b"B",
        b"DC99" + HEAD[4:] + SIGNATURE,
        HEAD.replace(b"01FR", b"02FR") + SIGNATURE,
        HEAD + bytes(5000) + SIGNATURE,
    ],
)
def test_what_is_not_one(content: bytes) -> None:
    with pytest.raises(NotASeal):
        parse(content)


def test_fixed_lengths_separators_and_short_values() -> None:
    fields = b"10M/EXEMPLE/HENRY\x1d50123456789\x1d531231" + b"54124F" + b"5MACIERIES DU\x1e58-3,5"
    message = parse(HEAD + fields + SIGNATURE + b"\x1dremarks that nobody signed")
    assert message.fields == {
        "10": "M/EXEMPLE/HENRY",
        "50": "123456789",
        "53": "1231",
        "54": "124F",
        "5M": "ACIERIES DU",
        "58": "-3,5",
    }
    assert message.complete
    assert values_of(message)["employer_name"] == "ACIERIES DU"
    assert "employer_siret" not in values_of(message)


def test_a_field_said_twice_ends_the_reading() -> None:
    message = parse(HEAD + b"581,00\x1d582,00\x1d" + SIGNATURE)
    assert (message.fields, message.complete) == ({"58": "1,00"}, False)


def test_days_are_counted_from_2000() -> None:
    assert day("0000") == dt.date(2000, 1, 1)
    assert day("1231") == dt.date(2012, 10, 1)
    assert day("FFFF") is None
    assert day("12") is None
    assert day("12_1") is None
