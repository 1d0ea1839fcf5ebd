"""Numbers of registered letters: spaces out, and the check digit where the standard gives one."""

import re
from dataclasses import dataclass

_S10 = re.compile(r"[A-Z]{2}\d{9}[A-Z]{2}")
_DOMESTIC = re.compile(r"\d[A-Z]\d{11}")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


class BadTracking(Exception):
    """Not the number of a registered letter. The message is one French sentence."""


@dataclass(frozen=True, slots=True)
class Tracking:
    """The number as it is kept. `checked`: its check digit was verified (UPU S10), not only its form (La Poste)."""

    number: str
    checked: bool


def read_tracking(text: str) -> Tracking:
    """The number in `text`, typed with or without spaces.

    International numbers (RR 1234 5678 5 FR) follow UPU S10, whose check digit is verified. The domestic ones of La
    Poste (1A 123 456 7890 1) have a key whose rule is not published: only their form is verified. Raises `BadTracking`.
    """
    number = re.sub(r"[\s.\-\u00a0\u202f]", "", text).upper()
    if _S10.fullmatch(number):
        if check_digit(number[2:10]) != int(number[10]):
            raise BadTracking("Ce numéro de recommandé a une faute de frappe. Relisez-le.")
        return Tracking(number, checked=True)
    if _DOMESTIC.fullmatch(number):
        return Tracking(number, checked=False)
    raise BadTracking("Ce n’est pas un numéro de recommandé : treize signes, comme 1A 123 456 7890 1.")


def check_digit(serial: str) -> int:
    """The check digit of eight figures, after UPU S10."""
    rest = 11 - sum(weight * int(figure) for weight, figure in zip(_WEIGHTS, serial, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest)
