"""Whether two names, as printed on papers and read by a machine, are those of one person or one employer.

Both answer "the same" when in doubt: nobody is told that a paper is someone else's because of a misread letter.
"""

import itertools
import re
import unicodedata
from difflib import SequenceMatcher

_CIVILITIES = frozenset({"m", "mr", "mme", "mlle", "mrs", "ms", "monsieur", "madame", "mademoiselle"})
_NAME_MARKERS = frozenset(
    ["ne", "nee", "ep", "epse", "epouse", "epoux", "vve", "veuve", "nom", "usage", "naissance", "naiss", "dit", "dite"]
)
_LEGAL_FORMS = frozenset(
    [
        "sa",
        "sas",
        "sasu",
        "sarl",
        "eurl",
        "snc",
        "sci",
        "scop",
        "ei",
        "eirl",
        "gie",
        "ste",
        "societe",
        "ets",
        "etablissements",
    ]
)
_LETTERS_A_MISREADING = 4
"""One letter of each four may be misread, added or lost, two at most: "Thevenoux" and "Thévcnoux" are one name."""
_MOST_MISREADINGS = 2
_PERSON_LIKENESS = 0.86
_GENDER_ENDINGS = frozenset({"", "a", "e", "o"})
"""What tells Denis from Denise, Marie from Maria, Mario from Maria: never taken for a misreading."""
EMPLOYER_LIKENESS = 0.85
NEAR_CERTAIN_LIKENESS = 0.95
_SIREN = 9


def person_words(name: str) -> frozenset[str]:
    """The words of a name that tell a person: no accent, case, order, title, nor "née"."""
    return frozenset(_person_order(name))


def _person_order(name: str) -> list[str]:
    return [word for word in _words(name) if word not in _CIVILITIES and word not in _NAME_MARKERS]


def same_person(one: str, other: str) -> bool:
    """Whether the two names may be one person’s. A birth name or a second first name more makes no difference."""
    left, right = _person_order(one), _person_order(other)
    return _within(left, right) or _within(right, left) or _alike_whole(left, right)


def share_a_name(one: str, other: str) -> bool:
    """Whether a first name or a surname is common to the two: a relative, a name changed, or one name misread."""
    words = ((left, right) for left in person_words(one) for right in person_words(other))
    return any(_same_word(left, right) for left, right in words if min(len(left), len(right)) > 1)


def same_employer(one: str, other: str, likeness: float = EMPLOYER_LIKENESS) -> bool:
    """Whether the two names may be one employer’s, legal form left out; `likeness` from 0 to 1 (the very same)."""
    left, right = _employer_key(one), _employer_key(other)
    if not left or not right:
        return False
    return _likeness(left, right) >= likeness


def siren(siret: str | None) -> str | None:
    """The nine digits that name the company in a SIRET; None when it was misread (wrong check digit, INSEE)."""
    digits = re.sub(r"\D", "", siret or "")
    if len(digits) != 14 or not _luhn(digits):
        return None
    return digits[:_SIREN]


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return re.findall(r"[a-z0-9]+", bare)


def _within(shorter: list[str], longer: list[str]) -> bool:
    """Whether each word of `shorter` is one of `longer`, each used once."""
    unmatched = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        match = next((candidate for candidate in unmatched if _same_word(word, candidate)), None)
        if match is None:
            return False
        unmatched.remove(match)
    return True


def _alike_whole(one: list[str], other: list[str]) -> bool:
    """Whether the letters agree, whatever became of the blanks ("ElKhatib") and whichever word comes first."""
    if any(_two_genders(left, right) for left in one for right in other):
        return False
    turns = (other[first:] + other[:first] for first in range(len(other)))
    return any(_likeness("".join(one), "".join(turn)) >= _PERSON_LIKENESS for turn in turns)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if _two_genders(one, other):
        return False
    allowed = min(_MOST_MISREADINGS, min(len(one), len(other)) // _LETTERS_A_MISREADING)
    return abs(len(one) - len(other)) <= allowed and _misreadings(one, other) <= allowed


def _two_genders(one: str, other: str) -> bool:
    common = zip(one, other, strict=False)
    stem = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], common))
    return one != other and {one[stem:], other[stem:]} <= _GENDER_ENDINGS


def _misreadings(one: str, other: str) -> int:
    """Letters changed, added or lost between two words (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, row[0] = row[0], place
        for column, against in enumerate(other, start=1):
            above, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, above + (letter != against))
    return row[-1]


def _employer_key(name: str) -> str:
    return " ".join(word for word in _words(name) if word not in _LEGAL_FORMS)


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
