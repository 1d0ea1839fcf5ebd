"""Codes: short-lived, used once, and guessing them takes longer and longer."""

import os

import pytest

from kiosk.mediation.pairing import (
    ALPHABET,
    CODE_SECONDS,
    LONGEST_WAIT,
    TRIES_PER_CODE,
    Admitted,
    LockOut,
    Pairing,
    shown,
    tidy,
    wait_sentence,
)

SOFIA = Admitted("mediator", "7F3A")


def test_a_code_lets_in_once() -> None:
    pairing = Pairing(os.urandom)
    code = pairing.issue(SOFIA, 0)
    assert pairing.redeem(shown(code).lower(), 1) == SOFIA
    assert pairing.redeem(code, 2) is None


def test_a_code_is_over_after_five_minutes() -> None:
    pairing = Pairing(os.urandom)
    code = pairing.issue(SOFIA, 0)
    assert pairing.redeem(code, CODE_SECONDS) is None


def test_too_many_wrong_ones_throw_away_every_open_code() -> None:
    pairing = Pairing(os.urandom)
    code = pairing.issue(SOFIA, 0)
    for _ in range(TRIES_PER_CODE):
        assert pairing.redeem("", 1) is None
    assert pairing.redeem(code, 1) is None


def test_look_alikes_are_forgiven() -> None:
    assert tidy("o1il-u ") == "0111V"
    assert len(set(ALPHABET)) == 32 and not set("ILOU") & set(ALPHABET)


def test_the_wait_doubles_for_who_guesses_and_for_nobody_else() -> None:
    lock = LockOut()
    waits = [lock.missed("a", 0) for _ in range(20)]
    assert waits[:5] == [0, 0, 15, 30, 60] and waits[-1] == LONGEST_WAIT
    assert lock.wait("a", 10) == LONGEST_WAIT - 10 and lock.wait("b", 0) == 0
    lock.came_in("a")
    assert lock.wait("a", 0) == 0


@pytest.mark.parametrize(("seconds", "words"), [(15, "15 secondes"), (60, "1 minute."), (130, "2 minutes")])
def test_waits_are_said_plainly(seconds: float, words: str) -> None:
    assert words in wait_sentence(seconds)
