"""Who pays and who is paid."""

import re
from dataclasses import replace

from kiosk.pages.blocks import (
    CIVILITY,
    below,
    company_name,
    is_street,
    is_town,
    name_on_top,
    names_no_person,
    one_address,
    person_name,
    stack_above,
)
from kiosk.pages.identifiers import find_sirets
from kiosk.pages.layout import Cell, Layout, fold
from kiosk.pages.model import Field
from kiosk.pages.payslip.labels import HEAD_WORDS

_ANCHOR = re.compile(
    r"\bsiret\b|\bsiren\b|\bn° ?siret|\bape\b|\bnaf\b|\burssaf\b|\bnaf ?:|n° cesu|n° employeur|"
    r"n° pajemploi|n° urssaf|cotisant"
)
_EMPLOYER = re.compile(
    r"^(?:l'|le |la |nom (?:et adresse )?de l'|identi(?:te|fication) de l'|raison sociale de l'|coordonnees de l')?"
    r"(?:employeur|raison sociale|denomination(?: sociale)?|etablissement|entreprise|societe|"
    r"(?:particulier|parent) employeur|administration|collectivite|organisme (?:payeur|employeur)|service payeur|"
    r"exploitation|ministere|organisateur)\b(?! utilisatrice)"
)
_EMPLOYEE = re.compile(r"^(?:le |la |l'|identite du |nom du |coordonnees du )?(?:salarie(?:e|\(e\))?|nom et prenoms?|"
    r"nom,? prenoms?|nom prenom|employe(?:e|\(e\))?|agent|beneficiaire|interimaire|"
    r"collabora(?:teur|trice)|assistante? (?:ou assistant )?maternel(?:le)?|artiste|garde d'enfants?|destinataire|"
    r"noms? et prenoms?|nom)\b")  # fmt: skip
_SIRET = re.compile(r"siret|siren\b.{0,20}\bnic\b|etablissement ?:")
_FAMILY_NAME = re.compile(r"^nom(?: de famille| de naissance| d'usage| du salarie)?\s*(?::|$)")
_GIVEN_NAME = re.compile(r"^prenom(?:s|\(s\))?(?: du salarie)?\s*(?::|$)")
ORGANISATION = re.compile(
    r"\b(?:sarl|sasu?|eurl|scop|scic|snc|selarl|gie|association|societe|etablissements|ets|mairie|commune de|ville de|"
    r"ccas|ehpad|chu|centre hospitalier|hopital|departement|conseil (?:departemental|regional)|region|ministere|"
    r"fondation|academie|rectorat|universite|communaute d\w*|syndicat|metropole|prefecture|dsden|lycee|college|"
    r"(?:poly)?clinique|et (?:fils|cie)|& (?:fils|cie))\b"
)
_FIRM_AND_PERSON = re.compile(r"\w\s+[-–]\s+((?:M\.|Mme|Mlle|Monsieur|Madame)\s.+)$")
"""The head of a further sheet: "ADAPEI du Haut-Allier - Mme Le Corre"."""
_FIRM_AND_TITLE = re.compile(r"\w\s+[-–]\s+(?:bulletin|fiche de pa)", re.IGNORECASE)
_TITLE = re.compile(r"bulletin de |fiche de pa|page \d")
FIRST_LINES = 0.1
"""Share of the page's height of a letterhead that is a name and a SIRET alone."""
LETTERHEAD = 0.2
"""Share of the page's height within which a name may stand for the employer without anything that says so."""
LISTED = 3
"""Persons in rows that follow one another."""
UPPER_PART = 0.5
"""Share of the page's height within which the parties stand."""


def read_parties(layout: Layout) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    siret = _siret(layout)
    if siret is not None:
        fields["employer_siret"] = siret
    employer = _employer(layout)
    if employer is not None:
        name = company_name(employer[0].text)
        if name:
            fields["employer_name"] = Field(name, _sure(employer[1], employer[0]))
    employee = _employee(layout, employer[0] if employer else None)
    if employee is not None:
        name = person_name(employee[0])
        if name:
            fields["employee_name"] = Field(name, round(employee[1], 2))
            if "employer_name" in fields and fold(fields["employer_name"].value) == fold(name):
                del fields["employer_name"]
    return fields


def _sure(trust: float, cell: Cell) -> float:
    return round(trust - 0.3 * max(0.0, 0.7 - cell.confidence), 2)


def _siret(layout: Layout) -> Field | None:
    best: tuple[float, str] | None = None
    for row in layout.rows:
        for cell in row.cells:
            text = row.text if _SIRET.search(row.folded) and not _SIRET.search(cell.folded) else cell.text
            for digits in find_sirets(text):
                labelled = _SIRET.search(row.folded) or (
                    row.number and _SIRET.search(layout.rows[row.number - 1].folded)
                )
                trust = (0.99 if labelled else 0.6) - 0.05 * row.middle / layout.height
                trust -= (
                    0.35
                    if re.search(r"urssaf|caisse|retraite|utilisat|client", row.folded.split("siret")[0][-30:])
                    else 0
                )
                if best is None or trust > best[0]:
                    best = (trust, digits)
    return Field(best[1], round(best[0], 2)) if best is not None else None


def _upper(layout: Layout) -> list[Cell]:
    return [cell for cell in layout.cells if cell.middle < UPPER_PART * layout.height]


def _employer(layout: Layout) -> tuple[Cell, float] | None:
    for cell in _upper(layout):
        if _EMPLOYER.match(cell.folded) and not _heads_a_table(cell, layout):
            named = _beside_or_below(cell, layout, _EMPLOYER)
            if named is not None and company_name(named.text):
                return named, 0.9
    for cell in _upper(layout):
        if _ANCHOR.search(cell.folded):
            stack = stack_above(cell, layout, gap=3.8)
            if any(is_street(one.folded) or is_town(one.folded) for one in stack):
                top = name_on_top(_own_block(stack, layout))
                if top is not None:
                    return top, 0.92
    for cell in layout.cells:
        if "siret" in cell.folded and cell.middle > UPPER_PART * layout.height:
            block = one_address(stack_above(cell, layout)[1:])
            top = name_on_top([one for one in block if not is_street(one.folded)])
            if top is not None and any(is_street(one.folded) for one in block):
                return top, 0.75
    return (
        _above_siret(layout, FIRST_LINES)
        or _at_left(layout)
        or _above_siret(layout, UPPER_PART)
        or _by_its_kind(layout)
        or _at_right(layout)
        or _beside_title(layout)
    )


def _above_siret(layout: Layout, within: float) -> tuple[Cell, float] | None:
    """A name without an address, on top of the line with the SIRET, in the upper part of the page."""
    for cell in layout.cells:
        if "siret" in cell.folded and cell.middle < within * layout.height:
            top = name_on_top(stack_above(cell, layout, gap=2.2, longest=3))
            if top is not None and not CIVILITY.match(top.folded):
                return top, 0.75
    return None


def _at_left(layout: Layout) -> tuple[Cell, float] | None:
    for cell in _upper(layout):
        if is_town(cell.folded) and cell.centre < 0.5 * layout.width:
            top = name_on_top(stack_above(cell, layout))
            if top is not None and not CIVILITY.match(top.folded):
                return top, 0.6
    return None


def _at_right(layout: Layout) -> tuple[Cell, float] | None:
    """The name above an address at the right that is no person's."""
    for cell in _upper(layout):
        if is_town(cell.folded) and cell.centre >= 0.5 * layout.width:
            top = name_on_top(stack_above(cell, layout))
            if top is not None and not CIVILITY.match(top.folded) and names_no_person(top, layout):
                return top, 0.6
    return None


def _by_its_kind(layout: Layout) -> tuple[Cell, float] | None:
    """A name without an address, such as only a firm or a body bears."""
    for cell in _upper(layout):
        tells = (
            ORGANISATION.search(cell.folded) or _FIRM_AND_PERSON.search(cell.text) or _FIRM_AND_TITLE.search(cell.text)
        )
        named = tells and company_name(cell.text)
        if cell.middle < LETTERHEAD * layout.height and named and not _heads_a_table(cell, layout):
            return cell, 0.7
    return None


def _beside_title(layout: Layout) -> tuple[Cell, float] | None:
    """The only name on the first row, left of the title, and of the month, or of the number of a further sheet."""
    first = layout.rows[0].cells if layout.rows else ()
    if 2 <= len(first) <= 3 and _TITLE.match(first[1].folded) and company_name(first[0].text):
        return first[0], 0.7
    return None


def _heads_a_table(cell: Cell, layout: Layout) -> bool:
    """ "Employeur" as the head of a column names no one."""
    return sum(bool(HEAD_WORDS.search(other.folded)) for other in layout.rows[cell.row].cells) >= 3


def _own_block(stack: list[Cell], layout: Layout) -> list[Cell]:
    """The stack up to the first title, and not past a gap above its address."""
    block: list[Cell] = []
    addressed = False
    for cell in stack:
        if addressed and block and block[-1].y0 - cell.y1 > 2.6 * max(layout.letter, cell.height):
            break
        if addressed and re.search(r"bulletin|fiche de", cell.folded):
            break
        addressed = addressed or is_street(cell.folded) or is_town(cell.folded)
        block.append(cell)
    return block


def _beside_or_below(cell: Cell, layout: Layout, label: re.Pattern[str]) -> Cell | None:
    """What a label names: the rest of its own cell, the next cell on its row, or the cell under it."""
    rest = label.sub("", cell.folded, count=1).strip(" :.-")
    if ":" in cell.text:
        after = _said_after_colon(cell)
        if after is not None:
            return after
    elif len(rest) > 3:
        return None
    under = below(cell, layout)
    if under is not None and company_name(under.text):
        return under
    following = [other for other in layout.rows[cell.row].cells if other.x0 > cell.x1]
    return following[0] if following else None


def _said_after_colon(cell: Cell) -> Cell | None:
    """The words after the first colon, which may be glued to the first of them."""
    colons = [place for place, token in enumerate(cell.tokens) if ":" in token.text]
    if not colons:
        return None
    first = colons[0]
    # a second label in the cell is one word
    end = len(cell.tokens) if len(colons) == 1 else colons[1] - (cell.tokens[colons[1]].text == ":")
    token, glued = cell.tokens[first], cell.tokens[first].text.partition(":")[2]
    rest = (*([replace(token, text=glued)] if glued else []), *cell.tokens[first + 1 : end])
    return Cell(rest, cell.row) if rest else None


def _employee(layout: Layout, employer: Cell | None) -> tuple[str, float] | None:
    found: list[tuple[str, float]] = []
    in_two = _name_in_two(layout)
    if in_two is not None:
        return in_two
    for cell in _upper(layout):
        if employer is not None and cell.row == employer.row and cell.x0 == employer.x0:
            continue
        if CIVILITY.match(cell.folded) and _is_one_of_many(cell, layout):
            continue
        if CIVILITY.fullmatch(cell.folded + " "):
            following = next((other for other in layout.rows[cell.row].cells if other.x0 > cell.x1), None)
            if following is not None and following.x0 - cell.x1 < 3 * layout.letter and person_name(following.text):
                found.append((following.text, _sure(0.92, following)))
        elif (both := _FIRM_AND_PERSON.search(cell.text)) and person_name(both[1]):
            found.append((both[1], _sure(0.9, cell)))
        elif CIVILITY.match(cell.folded) and person_name(cell.text):
            found.append((cell.text, _sure(0.95, cell) + 0.02 * _has_address(cell, layout)))
        elif _EMPLOYEE.match(cell.folded) and "employeur" not in cell.folded:
            named = _beside_or_below(cell, layout, _EMPLOYEE)
            if named is not None and person_name(named.text):
                found.append((named.text, _sure(0.93, named)))
        elif is_town(cell.folded):
            stack = one_address(stack_above(cell, layout))
            top = name_on_top(stack)
            if top is None or top == employer or not person_name(top.text):
                continue
            if any(is_street(one.folded) for one in stack):
                found.append((top.text, _sure(0.85, top)))
    if found:
        return max(found, key=lambda item: item[1])
    return None


def _is_one_of_many(cell: Cell, layout: Layout) -> bool:
    """Whether persons are listed: those helped, not the one paid."""
    near = [other for other in layout.cells if abs(other.row - cell.row) <= 2 and CIVILITY.match(other.folded)]
    return sum(abs(other.x0 - cell.x0) < layout.letter for other in near) >= LISTED


def _name_in_two(layout: Layout) -> tuple[str, float] | None:
    """First and last name under labels of their own, one above the other or side by side: "Nom :", "Prénom :"."""
    for cell in _upper(layout):
        last = _FAMILY_NAME.match(cell.folded)
        if not last:
            continue
        near = [other for other in _upper(layout) if abs(other.row - cell.row) <= 2 and other is not cell]
        given = next((other for other in near if _GIVEN_NAME.match(other.folded)), None)
        if given is None:
            continue
        parts = [_after_colon(one, layout) for one in (given, cell)]
        if all(parts) and person_name(" ".join(parts)):
            return " ".join(parts), 0.94
    return None


def _after_colon(cell: Cell, layout: Layout) -> str:
    """What follows a label: in its own cell, or in the next of its row where that is no label."""
    own = cell.text.partition(":")[2].strip()
    following = next((other.text for other in layout.rows[cell.row].cells if other.x0 > cell.x1), "")
    return own or ("" if ":" in following else following)


def _has_address(cell: Cell, layout: Layout) -> bool:
    under = below(cell, layout)
    return under is not None and (is_street(under.folded) or is_town(under.folded))
