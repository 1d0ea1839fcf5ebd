"""The twelve words of a key, chosen by their first letters: no keyboard, and no more tiles than a hand can aim at."""

import unicodedata
from collections.abc import Sequence
from functools import cache

COUNT = 12
MOST_WORDS = 9
"""Whole words are offered once so few are left."""


@cache
def plain(word: str) -> str:
    """`word` without accents or capitals: what a finger looks for."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def next_choices(words: Sequence[str], letters: str) -> tuple[tuple[str, ...], bool]:
    """What may follow `letters`, and whether these are whole words rather than single letters."""
    found = [word for word in words if plain(word).startswith(letters)]
    if len(found) <= MOST_WORDS:
        return tuple(found), True
    following = {plain(word)[len(letters)] for word in found if len(plain(word)) > len(letters)}
    return tuple(sorted(following)), False
