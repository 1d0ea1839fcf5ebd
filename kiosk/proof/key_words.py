"""The secret of the key ticket as twelve French words (BIP-39): what can be read aloud, copied by hand and typed again.

Twelve words hold the 16 bytes of the secret and four bits of check. Accents and capitals do not matter, and four
letters are enough: the list was made so that they tell its words apart.
"""

import functools
import unicodedata

from mnemonic import Mnemonic

from kiosk.proof.seal import SECRET_LENGTH, find_identity, identity_text

COUNT = 12
_SHORTEST = 4


class NotTheWords(Exception):
    """Words that are no key. The message is one French sentence, and never repeats what was typed."""


def words_of(secret: bytes) -> tuple[str, ...]:
    """The twelve words of a secret (16 bytes), with their accents."""
    if len(secret) != SECRET_LENGTH:
        raise ValueError("a secret is 16 bytes")
    return tuple(_composed(word) for word in _list().to_mnemonic(secret).split())


def secret_of(text: str) -> bytes:
    """The secret of twelve words. Raises `NotTheWords`, naming the place of the first unknown word."""
    typed = text.replace(",", " ").split()
    if len(typed) != COUNT:
        raise NotTheWords(f"Il faut douze mots. Il y en a {len(typed)} ici.")
    found = [_found(place, word) for place, word in enumerate(typed, 1)]
    try:
        return bytes(_list().to_entropy(found))
    except ValueError as error:
        raise NotTheWords("Ces mots ne vont pas ensemble. Vérifiez leur ordre.") from error


def read_key(text: str) -> str | None:
    """The age identity that `text` says, in its own characters or in twelve words; None if it says neither.

    Raises `NotTheWords` for what looks like twelve words and is no key.
    """
    identity = find_identity(text)
    if identity is not None:
        return identity
    letters = [word for word in text.replace(",", " ").split() if word.isalpha()]
    return identity_text(secret_of(text)) if len(letters) > 1 else None


def all_words() -> tuple[str, ...]:
    """Every word that a key may be made of, in the order of the list."""
    return tuple(_composed(word) for word in _list().wordlist)


def _found(place: int, word: str) -> str:
    plain = _plain(word)
    whole = _by_letters().get(plain)
    short = _by_letters().get(plain[:_SHORTEST]) if len(plain) == _SHORTEST else None
    found = whole or short
    if found is None:
        raise NotTheWords(f"Le mot n° {place} n’est pas dans la liste.")
    return found


@functools.cache
def _list() -> Mnemonic:
    return Mnemonic("french")


@functools.cache
def _by_letters() -> dict[str, str]:
    """Every word of the list by its letters without accents, and by the first four of them."""
    words = {_plain(word): word for word in _list().wordlist}
    return {**{plain[:_SHORTEST]: word for plain, word in words.items()}, **words}


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)
