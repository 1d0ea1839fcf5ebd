"""Numbers with check digits: SIRET, NIR, IBAN."""

import re

LA_POSTE = "356000000"


def luhn_valid(digits: str) -> bool:
    """Luhn's rule: every second figure from the right doubled, the sum a multiple of ten."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        value = int(character) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def siret_valid(digits: str) -> bool:
    """Luhn on all 14 figures; La Poste's offices instead have a sum of figures that is a multiple of five."""
    if not re.fullmatch(r"\d{14}", digits) or digits == "0" * 14:
        return False
    if luhn_valid(digits):
        return True
    return digits.startswith(LA_POSTE) and sum(map(int, digits)) % 5 == 0


def nir_valid(text: str) -> bool:
    """Thirteen characters and a key: 97 minus the remainder by 97; Corsica's 2A and 2B count as 19 and 18."""
    compact = re.sub(r"\W", "", text).upper()
    if not re.fullmatch(r"[1-478]\d{4}(?:\d{2}|2[AB])\d{6}\d{2}", compact):
        return False
    body, key = compact[:13], int(compact[13:])
    number = int(
        body.replace("2A", "19", 1) if body[5:7] == "2A" else body.replace("2B", "18", 1) if body[5:7] == "2B" else body
    )
    return key == 97 - number % 97


_NIR = re.compile(
    r"(?<!\d)[1-478][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[ABab])[ .]?\d{3}[ .]?\d{3}(?:[ ./-]{0,3}\d{2})?(?!\d)"
)


def without_nir(text: str) -> str:
    """`text` with anything that has the form of a NIR taken out."""
    return _NIR.sub("", text)


def nir_places(text: str) -> list[tuple[int, int]]:
    """Where things in the form of a NIR begin and end in `text`; a misread key hides none of them."""
    return [match.span() for match in _NIR.finditer(text)]


_SIRET = re.compile(r"(?<!\d)\d(?:[ .\u00a0]{0,2}\d){13}(?!\d)")
_SIREN_AND_NIC = re.compile(r"\bsiren\W{0,4}(\d(?:\W?\d){8})\W{1,6}nic\W{0,4}(\d{5})(?!\d)", re.IGNORECASE)


def find_sirets(text: str) -> list[str]:
    """The valid SIRET numbers in `text`, their figures perhaps in groups, or as a SIREN and a NIC of their own."""
    found: list[str] = []
    printed = [match[0] for match in _SIRET.finditer(text)]
    for number in [*printed, *(match[1] + match[2] for match in _SIREN_AND_NIC.finditer(text))]:
        digits = re.sub(r"\D", "", number)
        if siret_valid(digits) and digits not in found:
            found.append(digits)
    return found


def iban_valid(text: str) -> bool:
    """ISO 13616: the first four characters moved to the end, letters as numbers, remainder by 97 is 1."""
    compact = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}", compact):
        return False
    number = "".join(str(int(character, 36)) for character in compact[4:] + compact[:4])
    return int(number) % 97 == 1
