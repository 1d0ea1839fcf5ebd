"""Twelve words for a key, typed as people type."""

import random
import unicodedata

import pytest

from kiosk.proof.key_words import NotTheWords, read_key, secret_of, words_of
from kiosk.proof.seal import identity_text

SECRET = bytes(range(16))
WORDS = words_of(SECRET)


def test_every_secret_comes_back_from_its_words() -> None:
    draw = random.Random(12)
    for _ in range(200):
        secret = draw.randbytes(16)
        assert secret_of(" ".join(words_of(secret))) == secret


def test_accents_capitals_commas_and_the_ends_of_words_do_not_matter() -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", " ".join(WORDS)) if not unicodedata.combining(c))
    for typed in (plain, plain.upper(), ", ".join(WORDS), "\n".join(WORDS), " ".join(w[:4] for w in plain.split())):
        assert secret_of(typed) == SECRET
    assert unicodedata.is_normalized("NFC", WORDS[1]) and WORDS[1] == "agréable"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ".join(WORDS[:11]), "Il y en a 11"),
        (" ".join((*WORDS[:4], "ordinateur", *WORDS[5:])), "n° 5"),
        (" ".join((WORDS[1], WORDS[0], *WORDS[2:])), "ensemble"),
        (" ".join(("abaissez", *WORDS[1:])), "n° 1"),
    ],
)
def test_what_is_wrong_is_told_without_repeating_it(typed: str, said: str) -> None:
    with pytest.raises(NotTheWords, match=said) as caught:
        secret_of(typed)
    assert not any(word in str(caught.value) for word in (*WORDS, "ordinateur", "abaissez"))


def test_a_key_in_any_of_its_forms() -> None:
    identity = identity_text(SECRET)
    assert read_key(" ".join(WORDS)) == read_key(f"ma clé : {identity}") == read_key(identity.lower()) == identity
    for text in ("", "cle.txt", "dossier/ma clé.txt", "1234 5678"):
        assert read_key(text) is None
