"""Numbers of registered letters: a slip of the finger is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.delivery.tracking import BadTracking, Tracking, check_digit, read_tracking


def test_the_example_of_the_standard() -> None:
    assert check_digit("47312482") == 9
    assert read_tracking(" rr 4731 2482 9 fr ") == Tracking("RR473124829FR", checked=True)


def test_the_form_of_la_poste_has_no_published_key() -> None:
    assert read_tracking("1A 123 456 7890 1") == Tracking("1A12345678901", checked=False)


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.integers(0, 7), st.integers(1, 9))
def test_no_single_wrong_figure_passes(serial: str, place: int, change: int) -> None:
    number = f"RR{serial}{check_digit(serial)}FR"
    assert read_tracking(number).checked
    other = serial[:place] + str((int(serial[place]) + change) % 10) + serial[place + 1 :]
    if check_digit(other) != check_digit(serial):
        with pytest.raises(BadTracking):
            read_tracking(f"RR{other}{number[10]}FR")
    else:
        # The standard folds 10 and 11 into 0 and 5: only there do two serials share a digit.
        assert number[10] in "05"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_number_or_a_sentence(text: str) -> None:
    try:
        assert len(read_tracking(text).number) == 13
    except BadTracking as error:
        assert str(error).endswith(".")
