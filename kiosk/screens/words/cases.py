"""Names printed in capitals, which are hard to read, as people write them."""

import re

_SMALL = frozenset(
    ["a", "à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "par", "pour", "sous", "sur"]
)
_ACRONYM = 4
"""Words this short without a vowel are left alone: SARL, SNC, SA keep their capitals."""
_VOWEL = re.compile("[AEIOUYÀÂÉÈÊËÎÏÔÛÜ]")
_COMPANY_FORMS = frozenset(["SA", "SAS", "SASU", "SARL", "EURL", "SCOP", "SCI", "CAF", "CCAS", "ESAT", "EHPAD", "ADMR"])


def plain_case(name: str) -> str:
    """« BOULANGERIE DU PONT » as « Boulangerie du Pont »; a name that has small letters stays as it is."""
    if name != name.upper():
        return name
    words = re.split(r"([\s’'-]+)", name)
    return "".join(_plain(word, first=index == 0) for index, word in enumerate(words))


def _plain(word: str, *, first: bool) -> str:
    small = word.lower()
    if small in _SMALL and not first:
        return small
    if word in _COMPANY_FORMS or (len(word) <= _ACRONYM and not _VOWEL.search(word)):
        return word
    return small.capitalize()
