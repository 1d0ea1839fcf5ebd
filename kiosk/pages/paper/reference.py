"""The reference by which a body finds the paper again."""

import re
from collections.abc import Iterator

from kiosk.pages.blocks import below
from kiosk.pages.identifiers import iban_valid, without_nir
from kiosk.pages.layout import Layout, fold
from kiosk.pages.model import Field, Kind
from kiosk.pages.payslip.labels import Place, places

_THINGS = (
    r"(?:facture|dossier|quittance|courrier|avis|document|contrat|demande|allocataire|adherent|client|abonne|creance|"
    r"dette|notification|indu)"
)
_BILL = (re.compile(r"\b(?:n(?:°|o|umero) (?:de |de la )?facture\b|facture n(?:°|umero))"), 0.9)
_REFERENCES = (
    (
        re.compile(
            r"(?:nos |vos |notre |votre )?ref(?:erence)?s?\b\.?"
            r"(?: de (?:l'|la |votre )?[a-z]+| du [a-z]+| a rappeler| client| dossier)?"
        ),
        0.9,
    ),
    (
        re.compile(
            rf"n(?:°|o|umero)\s*(?:de |d'|du |de votre )?{_THINGS}\b|\b{_THINGS}(?: [a-z]{{2,12}})? n(?:°|umero)(?! de)"
            r"|\bsous le n(?:°|umero)"
        ),
        0.88,
    ),
    (re.compile(r"^(?:votre )?(?:identifiant|dossier)\b"), 0.75),
)
_VALUE = re.compile(r"[:.\s]*(?:n°\s*)?([a-z0-9][a-z0-9/_.-]*(?:\s\d[\d/.-]*)*)")
_NOT_A_VALUE = re.compile(r"fiscal|de reference|revenu")
_RENT_NUMBER = re.compile(r"\bn°\s*([a-z]?\d[\w/-]{3,})")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}")
_FRENCH_IBAN = 27
_CARD_LABEL = re.compile(r"(?:n°?|numero) ?(?:du )?(?:document|titre)|(?:document|passport) no|passeport n°?")
_CARD_NUMBER = re.compile(r"[A-Z0-9]{9}")


def read_reference(layout: Layout, kind: Kind) -> Field | None:
    """The reference as printed; the IBAN of bank details, the number of an identity document."""
    if kind is Kind.BANK_DETAILS:
        return _iban(layout)
    if kind in (Kind.SICK_LEAVE, Kind.EMPLOYMENT_CONTRACT, Kind.EMPLOYER_CERTIFICATE):
        return None
    if kind is Kind.IDENTITY:
        return _card_number(layout)
    # a bill has a number of its own beside the customer's
    for pattern, trust in (_BILL, *_REFERENCES) if kind is Kind.ENERGY_BILL else _REFERENCES:
        for place in places(layout, pattern):
            if "revenu fiscal" in place.before:
                continue
            for printed, after in _said(layout, place):
                match = _VALUE.match(re.sub(r"^[\s:.]+", "", fold(after)))
                if match and sum(character.isdigit() for character in match[1]) >= 3 and without_nir(match[1]).strip():
                    return Field(_as_printed(printed, match[1]), trust)
    if kind is Kind.RENT_RECEIPT:
        for row in layout.rows:
            match = _RENT_NUMBER.search(row.folded)
            if match:
                return Field(_as_printed(row.text, match[1]), 0.8)
    return None


def _said(layout: Layout, place: Place) -> Iterator[tuple[str, str]]:
    """What a label may name, each with its row: the rest of its cell, else the next cell, else the one under it."""
    row = place.row.text
    own = next((cell for cell in place.row.cells if cell.x0 <= place.x1 <= cell.x1 + 2), None)
    if own is None:
        yield row, place.after
        return
    rest = " ".join(token.text for token in own.tokens if token.x0 >= place.x1 - 2)
    if re.search(r"\w", rest):
        if not _NOT_A_VALUE.match(fold(rest).lstrip(" :.")):
            yield row, rest
        return
    following = next((cell.text for cell in place.row.cells if cell.x0 > own.x1), "")
    yield row, following
    under = below(own, layout)
    if under is not None:
        yield under.text, under.text


def _as_printed(row: str, folded: str) -> str:
    """The same characters as they stand on the page: capitals kept."""
    position = " ".join(row.split()).lower().find(folded)
    return " ".join(row.split())[position : position + len(folded)].strip(" .,-") if position >= 0 else folded.upper()


def _iban(layout: Layout) -> Field | None:
    for row in layout.rows:
        for match in _IBAN.finditer(" ".join(row.text.split())):
            compact = match[0].replace(" ", "")
            for length in (_FRENCH_IBAN, len(compact)):
                if iban_valid(compact[:length]):
                    return Field(compact[:length], 0.98)
    return None


def _card_number(layout: Layout) -> Field | None:
    for place in places(layout, _CARD_LABEL):
        for row in layout.rows[place.row.number : place.row.number + 3]:
            for token in row.tokens:
                if _CARD_NUMBER.fullmatch(token.text) and any(character.isdigit() for character in token.text):
                    return Field(token.text, 0.85)
    return None
