"""Who sends a paper."""

import re

from kiosk.pages.blocks import (
    CIVILITY,
    company_name,
    is_street,
    is_town,
    name_on_top,
    names_no_person,
    person_name,
    stack_above,
)
from kiosk.pages.layout import Cell, Layout, fold
from kiosk.pages.model import Field, Kind
from kiosk.pages.payslip.labels import places

_TITLES = re.compile(
    r"(?:(?:vos )?coordonnees|rib|cle rib|identite bancaire|code |"
    r"numeros?|releve|quittance|attestation|certificat|avis|facture|votre facture|contrat|arret|carte|titre|"
    r"notification|objet|titulaire|adresse|recu de|locataire|pour le|patient|assure|destinataire|"
    r"services? (?:clients?|relations?|prestations?|consommateurs?)|nos conseillers|votre conseiller)\b"
)
"""First words of what a paper is or of who answers, which are not who sends it."""
_OF_A_PLACE = r"(?: (?:de la |de l'|du |des |de |d')[a-z][a-z' -]{2,30})?"
_BODIES = re.compile(
    r"france travail|pole emploi|"
    rf"(?:caisse d'allocations familiales|caisse primaire d'assurance maladie|mutualite sociale agricole){_OF_A_PLACE}|"
    r"assurance maladie|direction generale des finances publiques|urssaf[a-z -]{0,30}|caf d[a-z' -]{3,30}|"
    r"msa [a-z -]{3,30}|carsat[a-z -]{0,30}|conseil departemental[a-z' -]{0,30}|prefecture[a-z' -]{0,30}"
)
_ADDRESSED = re.compile(r"(?:destinee?s?|adressee?s?|remise?|transmise?|envoye\w*|l'attention|pour)(?: \w+){0,2} $")
"""Before the name of a body to which the paper goes."""
_LABELLED = {
    Kind.EMPLOYER_CERTIFICATE: re.compile(r"raison sociale|nom de l'employeur|denomination"),
    Kind.SICK_LEAVE: re.compile(r"(?:identification du )?(?:praticien|medecin)\b(?! (?:gen|trait))(?: prescripteur)?"),
}
_PARTY = re.compile(
    r"(?:la soci[eé]t[eé]|l['’]entreprise|l['’]association|l['’]employeur)?[\s:]*(.{3,60}?),? "
    r"(?:dont le si[eè]ge|sise?\b|repr[eé]sent|immatricul|soci[eé]t[eé]|ci-apr[eè]s|ci-dessus|d[eé]sign|demeurant|"
    r"inscrit|employeur)",
    re.IGNORECASE,
)
TOP = 0.3
"""Share of the page in which a letterhead stands."""
NEXT_LINE, UNDER_A_NAME = 2.2, 5.0
"""Letter heights between two lines of an address, and between it and a name above it, at the most."""
POSTER = 2.0
"""Times the page's letters: what is set larger announces something, and names no one."""
LARGER = 1.15
"""Times the page's letters: a name set larger than the text."""


def read_sender(layout: Layout, kind: Kind) -> Field | None:
    if kind is Kind.IDENTITY:
        return Field("République française", 0.95)
    if kind is Kind.TAX_NOTICE and "finances publiques" in layout.folded:
        return Field("Direction générale des finances publiques", 0.95)
    labelled = _LABELLED.get(kind)
    found = _under_label(layout, labelled) if labelled else None
    if kind is Kind.SICK_LEAVE:
        found = found or _doctor(layout)
    if kind is Kind.EMPLOYMENT_CONTRACT:
        found = found or _first_party(layout)
    return found or _body(layout) or _letterhead(layout, kind) or _headline(layout, kind)


def _under_label(layout: Layout, label: re.Pattern[str]) -> Field | None:
    for place in places(layout, label):
        after = [token.text for token in place.row.tokens if token.x0 >= place.x1 - 2]
        text = " ".join(after).strip(" :")
        if company_name(text):
            return Field(text, 0.9)
    return None


def _doctor(layout: Layout) -> Field | None:
    cell = next((cell for cell in layout.cells if re.match(r"(?:dr|docteur)\b", cell.folded)), None)
    return Field(cell.text, 0.9) if cell is not None and person_name(cell.text) else None


def _first_party(layout: Layout) -> Field | None:
    """The firm that a contract names first, after "entre"."""
    for place, row in enumerate(layout.rows):
        start = re.search(r"soussign\w*|^entre\b", row.folded)
        if not start:
            continue
        text = " ".join(" ".join(one.text.split()) for one in layout.rows[place : place + 4])
        opening = re.search(r"soussign[\w()]*\W*", text, re.IGNORECASE) or re.match(r"entre\W*", text, re.IGNORECASE)
        match = _PARTY.match(text[opening.end() :] if opening else text)
        if match and company_name(match[1]):
            name = match[1].strip(" ,")
            # the letterhead may bear the legal form as well
            full = next((cell.text for cell in _top(layout) if cell.folded.endswith(f" {fold(name)}")), name)
            return Field(full if len(full) <= len(name) + 8 else name, 0.88)
    return None


def _body(layout: Layout) -> Field | None:
    """A body known by its name in the letterhead."""
    for cell in _top(layout):
        body = _BODIES.search(cell.folded)
        if body is None or len(cell.folded) >= 60 or _ADDRESSED.search(cell.folded[: body.start()]):
            continue
        whole = body.start() == 0 and cell.height > LARGER * layout.letter and cell.text.istitle()
        if (whole and company_name(cell.text)) or len(cell.text) != len(cell.folded):
            return Field(cell.text, 0.92)
        return Field(cell.text[body.start() : body.end()].strip(), 0.92)
    return None


def _letterhead(layout: Layout, kind: Kind) -> Field | None:
    """The name above the first address, at the left before the right."""
    for leftmost in (True, False):
        for cell in _top(layout):
            if not is_town(cell.folded) and not is_street(cell.folded):
                continue
            top = _name_above(cell, layout)
            if top is None or leftmost != (top.centre < 0.62 * layout.width):
                continue
            if kind is Kind.RENT_RECEIPT and leftmost and CIVILITY.match(top.folded):
                landlord = _landlord(top, layout)
                if landlord is not None:
                    return landlord
            if not CIVILITY.match(top.folded) and (leftmost or names_no_person(top, layout)):
                return Field(company_name(top.text) or top.text, 0.85 if leftmost else 0.75)
            break
    return None


def _name_above(cell: Cell, layout: Layout) -> Cell | None:
    """The name of the address that `cell` belongs to; the first line of a sheet may stand further above it."""
    for gap in (NEXT_LINE, UNDER_A_NAME):
        top = name_on_top([one for one in (cell, *stack_above(cell, layout, gap)) if not _is_title(one)])
        if top is not None and (gap == NEXT_LINE or (top.row == 0 and top.height < POSTER * layout.letter)):
            return top
    return None


def _is_title(cell: Cell) -> bool:
    return bool(_TITLES.match(cell.folded))


def _landlord(top: Cell, layout: Layout) -> Field | None:
    """A person as the landlord, where the receipt does not say that this one paid."""
    name = person_name(top.text)
    if name is None:
        return None
    said = " ".join(row.folded for row in layout.rows)
    tenant = re.search(r"(?:recu de|locataires?\b|payee? par)\W*(.{0,60})", said)
    if tenant is None or any(word in tenant[1] for word in top.folded.split() if len(word) > 3):
        return None
    return Field(top.text, 0.75)


def _headline(layout: Layout, kind: Kind) -> Field | None:
    """The first line of a known paper, where it is set larger than the text."""
    if kind is Kind.OTHER:
        return None
    first = next((cell for cell in layout.cells if company_name(cell.text) and not _is_title(cell)), None)
    if first is None or first.middle >= TOP / 2 * layout.height or first.height <= LARGER * layout.letter:
        return None
    if CIVILITY.match(first.folded) and person_name(first.text):
        return None
    return Field(company_name(first.text) or first.text, 0.6)


def _top(layout: Layout) -> list[Cell]:
    return [cell for cell in layout.cells if cell.middle <= TOP * layout.height]
