"""Stacks of lines that belong together: an address, a box with a name in it."""

import re
from collections.abc import Sequence

from kiosk.pages.layout import Cell, Layout, fold

_STREET = re.compile(
    r"^(?:\d{1,4}[ ,]|\d{1,4}$|(?:bis|ter)\b|(?:rue|av|avenue|bd|bld|boulevard|place|pl|impasse|"
    r"allee|allees|chemin|che|route|rte|lieu|lieudit|lieu-dit|"
    r"za|zi|zac|zone|bp|cs|tsa|batiment|bat|appt|appartement|quai|cours|square|lotissement|lot|"
    r"esplanade|faubourg|fg|hameau|"
    r"immeuble|centre commercial|chez|c/o|etage|montee|sentier|passage|promenade)\b)"
)
_PERHAPS_STREET = re.compile(r"^(?:residence|res|parc|tour|villa|domaine|les hauts)\b")
_POSTCODE = re.compile(r"(?<!\d)(?:f[- ])?(?:\d{5}|\d{2} \d{3})(?:\s+[a-z])")
_TITLE = re.compile(
    r"bulletin|fiche de paie|\bpaie\b|\bpaye\b|salaire|periode|page \d|urssaf|siret|siren|\bape\b|"
    r"\bnaf\b|convention|matricule|securite|"
    r"\bn°|\bno\b|\bemploi|qualification|\bentree\b|anciennete|coefficient|\btel\b|telephone|www|http|@|"
    r"employeur|salarie|classif|\bstatut\b|\bnom et|"
    r"identifiant|idcc|\b(?:dates?|mois|niveau|echelon|contrat|heures?|montant|code|imprime|edite|original|duplicata|cedex|"
    r"garantie|mission)\b"
)
CIVILITY = re.compile(
    r"^(?:m|mr|mme|mlle|m\.|monsieur|madame|mademoiselle|melle|dr|docteur|capitaine|maitre|me)\b\.?\s+"
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_'’.-]*)*\.?")
_PLACES = re.compile(
    r"\b(france|cedex|adresse|tertiaire|cadre|employee?|ouvrier|technicien\w*|agent|vendeu\w*|assistant\w*|confidentiel|"
    r"association|societe|sarl|sasu?|eurl|scop|sci|commune|mairie|departement|centre|hopital|ehpad|ccas|syndicat)\b"
)


def is_street(folded: str) -> bool:
    return bool(_STREET.match(folded))


_FIRM_NOT = re.compile(
    r"bulletin|fiche de pa|salaire|periode|page \d|urssaf|siret|siren|\bape\b|\bnaf\b|convention|"
    r"matricule|n° |\btel\b|telephone|www|http|@|"
    r"\bemployeur\b|\bsalarie|idcc|niveau|echelon|heures|montant|garantie|^emploi|^date|"
    r"\b(?:paye|regle|verse)e? |\b(?:virement|paiement|reglement|cheque)\b|\d{2}/\d{2}/\d{4}|"
    r"entreprise de travail temporaire|^paie|^mois|^page|"
    r"^code|caution|service gestionnaire|particuliers? employeurs?|duplicata|cedex|nous contacte|contact|"
    r"allocataire|vos ref|nos ref"
)


_PAY_WORDS = re.compile(
    r"(?:(?:total|montants?|salaires?|remuneration|brute?s?|nets?|imposable|fiscal|social|base|taux|tx|part|sal|pat|empl|"
    r"gains?|retenues?|cotisations?|charges?|contributions?|a|payer|deduire|retenir|designation|libelles?|rubriques?|"
    r"elements?|assiette|nombre|quantite|code|periode|de|des|du|la|le|l'|mois|annee|cumuls?|patronal\w*|salarial\w*|"
    r"pour|information|coefficient|emploi|statut|qualification|nature)\b[ .'’]*)+"
)
"""Words of pay alone are a head or a label, not a firm."""
_HEADING = re.compile(
    r"(?:l'|(?:nom|denomination|adresse|coordonnees|identite|identification) (?:et adresse )?(?:de l'|d[eu] )?)?"
    r"(?:employeur|raison sociale|denomination|etablissement|entreprise|societe|exploitation(?: agricole)?|"
    r"organisme(?: payeur| employeur)?|service(?: payeur)?|administration|collectivite|ministere|affectation|"
    r"destinataire|emetteur|adresse|coordonnees|siege(?: social)?|du|au)(?:[ /:.-]+(?:du|au|adresse))*[ /:.-]*"
)
"""The heading of a box alone, whose content was not read or stands elsewhere."""


def is_town(folded: str) -> bool:
    return bool(_POSTCODE.search(folded)) and len(folded) < 60


def is_title(folded: str) -> bool:
    return bool(_TITLE.search(folded)) or ":" in folded


def stack_above(cell: Cell, layout: Layout, gap: float = 1.7, longest: int = 7) -> list[Cell]:
    """Cells above `cell` that start at the same left edge, nearest first; `gap` in letter heights between two
    of them."""
    stack: list[Cell] = []
    current = cell
    while len(stack) < longest:
        above = [
            other
            for other in layout.cells
            if other.y1 <= current.y0 + 0.45 * layout.letter
            and other.row < current.row
            and current.y0 - other.y1 < gap * max(layout.letter, min(current.height, other.height))
            and _aligned(other, current, layout.letter)
        ]
        if not above:
            break
        current = max(above, key=lambda other: other.middle)
        stack.append(current)
    return stack


def below(cell: Cell, layout: Layout, gap: float = 2.6) -> Cell | None:
    """The nearest cell under `cell` at the same left edge."""
    under = [
        other
        for other in layout.cells
        if other.row > cell.row
        and other.y0 >= cell.y1 - 0.45 * layout.letter
        and other.y0 - cell.y1 < gap * max(layout.letter, min(cell.height, other.height))
        and _aligned(other, cell, layout.letter)
    ]
    return min(under, key=lambda other: other.middle, default=None)


def under_head(cell: Cell, layout: Layout, gap: float = 2.6) -> Cell | None:
    """The nearest cell in the box that `cell` heads: up to the next head of its row, wherever the content is set."""
    heads = [other.x0 for other in layout.rows[cell.row].cells if other.x0 > cell.x1]
    end = min(heads, default=layout.width)
    inside = [
        other
        for row in layout.rows[cell.row + 1 : cell.row + 4]
        for other in row.cells
        if other.x0 >= cell.x0 - layout.letter
        and other.x1 <= end + layout.letter
        and other.y0 - cell.y1 < gap * max(layout.letter, cell.height)
    ]
    return min(inside, key=lambda other: other.middle, default=None)


def _aligned(first: Cell, second: Cell, letter: float) -> bool:
    if abs(first.x0 - second.x0) < 1.4 * letter:
        return True
    width = min(first.x1 - first.x0, second.x1 - second.x0)
    return abs(first.centre - second.centre) < 0.8 * letter and first.overlap(second) > 0.8 * width


def person_name(text: str) -> str | None:
    """The name of a person without civility and birth name; None where `text` is not a name."""
    cleaned = re.split(
        r"\s*[(]|\s[-–]\s|\s+n[ée]+e?\b|\s+[ée]pouse\b|\s+veuve\b|\s{3,}|[:,;]",
        text.strip(),
        maxsplit=1,
        flags=re.IGNORECASE,
    )[0]
    # before a name there may be its number on the payroll
    words = re.sub(r"^\d{3,} +", "", cleaned).split()
    while words and CIVILITY.match(fold(words[0]) + " x"):
        words = words[1:]
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return None
    name = " ".join(words)
    folded = fold(name)
    if (
        is_title(folded)
        or _HEADING.fullmatch(folded)
        or is_street(folded)
        or _PERHAPS_STREET.match(folded)
        or _PLACES.search(folded)
        or sum(len(word) > 1 for word in words) < 2
    ):
        return None
    return name


def names_no_person(cell: Cell, layout: Layout) -> bool:
    """Whether a name at the right is a firm's: it is not like a person's, or a person is called by title elsewhere."""
    return person_name(cell.text) is None or any(
        other != cell and CIVILITY.match(other.folded) and person_name(other.text) for other in layout.cells
    )


def company_name(text: str) -> str | None:
    """The name of a firm or household; None where `text` is an address, a label or noise."""
    cleaned = re.split(
        r"\s+\d[\d ]{7,}|\s+[-–]\s+(?:M\.|Mme|Mlle|Monsieur|Madame|Bulletin|Fiche|Paie)\s",
        text.strip(" .,:;-|"),
        maxsplit=1,
    )[0]
    folded = fold(cleaned)
    letters = sum(character.isalpha() for character in cleaned)
    if letters < 3 or letters < 0.6 * len(cleaned.replace(" ", "")) or len(cleaned) > 70:
        return None
    if is_street(folded) or is_town(folded) or _FIRM_NOT.search(folded) or ":" in folded:
        return None
    if _PAY_WORDS.fullmatch(folded) or _HEADING.fullmatch(folded):
        return None
    return cleaned


def one_address(stack: Sequence[Cell]) -> list[Cell]:
    """The part of a stack (nearest first) that can be one address: up to the town or the numbers of another block."""
    block: list[Cell] = []
    for cell in stack:
        if is_town(cell.folded) or is_title(cell.folded):
            break
        block.append(cell)
    return block


def name_on_top(stack: Sequence[Cell]) -> Cell | None:
    """The topmost cell of a stack (nearest first) that can be a name."""
    for cell in reversed(stack):
        if company_name(cell.text) is not None:
            return cell
    return None
