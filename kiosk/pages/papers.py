"""Sender, date, reference and deadline of papers other than payslips."""

import datetime as dt
import re

from kiosk.pages.blocks import CIVILITY, company_name, is_street, is_town, name_on_top, person_name, stack_above
from kiosk.pages.dates import find_dates
from kiosk.pages.identifiers import iban_valid, without_nir
from kiosk.pages.layout import Layout
from kiosk.pages.model import Field, Kind
from kiosk.pages.payslip.labels import places

_NUMBERS = {
    "deux": 2,
    "trois": 3,
    "cinq": 5,
    "sept": 7,
    "huit": 8,
    "dix": 10,
    "quinze": 15,
    "vingt": 20,
    "trente": 30,
    "soixante": 60,
}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAYS = re.compile(rf"\b(\d{{1,3}}|{_WORDS})\s*(?:\((\d{{1,3}})\)\s*)?jours?\b")
_HOURS = re.compile(r"\b(24|48|72)\s*h(?:eures)?\b")
_DELAY = re.compile(r"delai|dans les|sous|avant|disposez|au plus tard|a compter|repondre|adresser|presenter")
_DATED = (
    (re.compile((r"date (?:de |du |d')?(?:facture|la facture|l'avis|etablissement|emission|edition|document|"
        r"courrier|notification)|fait a [^,]{2,40},? le|fait le")), 0.95),
    (re.compile(r"^[a-z' .-]{3,40},? le (?=\d)|,\s*le (?=\d)|^le (?=\d)"), 0.93),
    (re.compile(r"edite le|emis le|etabli le|imprime le|delivre le|signe le|facture du|^date\b|\bdate :"), 0.9),
)  # fmt: skip
_NOT_OF_THE_PAPER = re.compile(
    r"\b(?:preleve\w*|payer|regler|reglement|exigible|echeance|limite|avant|jusqu|depuis|debute|nee? le|naissance|"
    r"expire\w*|entree|embauche|effet|prochain\w*|recouvrement|rendez-vous|convoque\w*)\b"
)
"""Words before a date that is not the day the paper was written."""
_REFERENCES = (
    (
        re.compile(
            (
                r"(?:nos |vos |notre |votre )?ref(?:erence)?s?\b\.?(?: de l'avis| du dossier| du courrier|"
                r" a rappeler| client| dossier)?"
            )
        ),
        0.9,
    ),
    (
        re.compile(
            r"n(?:°|o|umero)\s*(?:de |d'|du |de votre )?(?:facture|dossier|quittance|courrier|avis|document|"
            r"contrat|demande|"
            r"allocataire|adherent|client)|"
            r"\b(?:facture|dossier|quittance|client|abonne|contrat|avis) n(?:°|umero)"
        ),
        0.88,
    ),
    (re.compile(r"^(?:votre )?identifiant\b"), 0.75),
)
_REFERENCE_VALUE = re.compile(r"[:.\s]*(?:n°\s*)?([a-z0-9][a-z0-9/_.-]*(?:\s\d[\d/.-]*)*)")
_TITLES = re.compile(
    r"(?:rib|cle rib|identite bancaire|code |"
    r"releve|quittance|attestation|certificat|avis|facture|votre facture|contrat|arret|carte|titre|notification|"
    r"objet|titulaire|adresse|recu de|locataire|pour le|patient|assure|destinataire)\b"
)
"""First words of what a paper is, which are not who sends it."""
_BODIES = re.compile(
    r"france travail|pole emploi|caisse d'allocations familiales|caisse primaire d'assurance maladie|"
    r"assurance maladie|direction generale des finances publiques|urssaf[a-z -]{0,30}|caf d[a-z' -]{3,30}|"
    r"msa [a-z -]{3,30}|carsat[a-z -]{0,30}|conseil departemental[a-z' -]{0,30}|prefecture[a-z' -]{0,30}"
)


def read_paper(layout: Layout, kind: Kind) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    if kind is not Kind.IDENTITY:
        date = _date(layout)
        if date is not None:
            fields["date"] = date
    for name, field in (
        ("sender", _sender(layout, kind)),
        ("reference", _reference(layout, kind)),
        ("deadline_days", _deadline(layout, kind)),
    ):
        if field is not None:
            fields[name] = field
    return fields


def _date(layout: Layout) -> Field | None:
    best: tuple[float, dt.date] | None = None
    for row in layout.rows:
        for cell in row.cells:
            for pattern, trust in _DATED:
                match = pattern.search(cell.folded)
                if not match or _NOT_OF_THE_PAPER.search(cell.folded[: match.end()]):
                    continue
                text = cell.folded[match.end() :]
                if not find_dates(text[:30]):
                    following = [other.folded for other in row.cells if other.x0 > cell.x1]
                    text = following[0] if following and match.end() >= len(cell.folded) - 3 else ""
                dates = find_dates(text[:30])
                if dates and dates[0][0] < 12:
                    # sentences also hold ", le 12 juin"
                    own = trust - (0.35 if len(cell.folded) > 70 else 0)
                    if best is None or own > best[0]:
                        best = (own, dates[0][1])
    if best is None:
        alone = [
            dates[0][1] for cell in layout.cells if len(cell.folded) < 34 and len(dates := find_dates(cell.folded)) == 1
        ]
        if len(set(alone)) == 1:
            best = (0.6, alone[0])
    return Field(best[1].isoformat(), round(best[0], 2)) if best and best[0] >= 0.5 else None


def _deadline(layout: Layout, kind: Kind) -> Field | None:
    """Days given to answer: only where a sentence says so, and never months, which are for appeals."""
    if kind not in (Kind.NOTICE_BEFORE_SANCTION, Kind.OVERPAYMENT_NOTICE, Kind.SICK_LEAVE, Kind.OTHER, Kind.TAX_NOTICE):
        return None
    text = " ".join(row.folded for row in layout.rows)
    for match in _DAYS.finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        if not _DELAY.search(before) or re.search(r"nombre de $|retard|arret de|conges?", before[-24:]):
            continue
        number = match[2] or match[1]
        days = int(number) if number.isdigit() else _NUMBERS[number]
        if 1 <= days <= 180:
            return Field(str(days), 0.9)
    if kind is Kind.SICK_LEAVE:
        hours = _HOURS.search(text)
        if hours:
            return Field(str(int(hours[1]) // 24), 0.9)
    return None


def _reference(layout: Layout, kind: Kind) -> Field | None:
    if kind is Kind.BANK_DETAILS:
        return _iban(layout)
    if kind in (Kind.SICK_LEAVE, Kind.EMPLOYMENT_CONTRACT, Kind.EMPLOYER_CERTIFICATE):
        return None
    if kind is Kind.IDENTITY:
        return _under(
            layout, re.compile(r"(?:n°?|numero) ?(?:du )?(?:document|titre)|document no"), re.compile(r"[A-Z0-9]{9}")
        )
    for pattern, trust in _REFERENCES:
        for place in places(layout, pattern):
            after = re.sub(r"^[\s:.]+", "", place.after)
            if re.match(r"(?:fiscal|de reference|revenu)", after) or "revenu fiscal" in place.before:
                continue
            match = _REFERENCE_VALUE.match(after)
            if match and sum(character.isdigit() for character in match[1]) >= 3 and without_nir(match[1]).strip():
                return Field(_as_printed(place.row.text, match[1]), trust)
    if kind is Kind.RENT_RECEIPT:
        for row in layout.rows:
            match = re.search(r"\bn°\s*([a-z]?\d[\w/-]{3,})", row.folded)
            if match:
                return Field(_as_printed(row.text, match[1]), 0.8)
    return None


def _as_printed(row: str, folded: str) -> str:
    """The same characters as they stand on the page: capitals kept."""
    position = " ".join(row.split()).lower().find(folded)
    return " ".join(row.split())[position : position + len(folded)].strip(" .,-") if position >= 0 else folded.upper()


def _iban(layout: Layout) -> Field | None:
    for row in layout.rows:
        for match in re.finditer(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}", " ".join(row.text.split())):
            compact = match[0].replace(" ", "")
            for length in (27, len(compact)):
                if iban_valid(compact[:length]):
                    return Field(compact[:length], 0.98)
    return None


def _under(layout: Layout, label: re.Pattern[str], value: re.Pattern[str]) -> Field | None:
    for place in places(layout, label):
        for row in layout.rows[place.row.number : place.row.number + 3]:
            for token in row.tokens:
                if value.fullmatch(token.text) and any(character.isdigit() for character in token.text):
                    return Field(token.text, 0.85)
    return None


def _sender(layout: Layout, kind: Kind) -> Field | None:
    if kind is Kind.IDENTITY:
        return Field("République française", 0.95)
    if kind is Kind.TAX_NOTICE and "finances publiques" in layout.folded:
        return Field("Direction générale des finances publiques", 0.95)
    named = {
        Kind.EMPLOYER_CERTIFICATE: r"raison sociale|nom de l'employeur|denomination",
        Kind.SICK_LEAVE: r"(?:identification du )?(?:praticien|medecin)\b(?! (?:gen|trait))(?: prescripteur)?",
    }.get(kind)
    if named:
        for place in places(layout, re.compile(named)):
            after = [token.text for token in place.row.tokens if token.x0 >= place.x1 - 2]
            text = " ".join(after).strip(" :")
            if company_name(text):
                return Field(text, 0.9)
    if kind is Kind.SICK_LEAVE:
        doctor = next((cell for cell in layout.cells if re.match(r"(?:dr|docteur)\b", cell.folded)), None)
        if doctor is not None and person_name(doctor.text):
            return Field(doctor.text, 0.9)
    if kind is Kind.EMPLOYMENT_CONTRACT:
        return _first_party(layout) or _letterhead(layout, kind)
    return _letterhead(layout, kind)


_PARTY = re.compile(
    r"(?:la soci[eé]t[eé]|l['’]entreprise|l['’]association|l['’]employeur)?[\s:]*(.{3,60}?),? "
    r"(?:dont le si[eè]ge|sise?\b|repr[eé]sent|immatricul|soci[eé]t[eé]|ci-apr[eè]s|demeurant|inscrit)",
    re.IGNORECASE,
)


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
            return Field(match[1].strip(" ,"), 0.88)
    return None


def _letterhead(layout: Layout, kind: Kind) -> Field | None:
    """The name above the first address, else the first line of a known paper, where it is set larger than the text."""
    for cell in layout.cells:
        if cell.middle > 0.3 * layout.height:
            break
        body = _BODIES.search(cell.folded)
        if body and len(cell.folded) < 60:
            start = body.start()
            if start == 0 and cell.height > 1.15 * layout.letter and cell.text.istitle() and company_name(cell.text):
                return Field(cell.text, 0.92)
            return Field(
                cell.text[start : start + len(body[0])].strip() if len(cell.text) == len(cell.folded) else cell.text,
                0.92,
            )
    for leftmost in (True, False):
        for cell in layout.cells:
            if cell.middle > 0.3 * layout.height:
                break
            if is_town(cell.folded) or is_street(cell.folded):
                top = name_on_top([cell, *stack_above(cell, layout, gap=2.2)])
                if top is None or _TITLES.match(top.folded) or leftmost != (top.centre < 0.62 * layout.width):
                    continue
                if not CIVILITY.match(top.folded) and (leftmost or not person_name(top.text)):
                    return Field(company_name(top.text) or top.text, 0.85 if leftmost else 0.75)
                break
    if kind is Kind.OTHER:
        return None
    first = next((cell for cell in layout.cells if company_name(cell.text) and not _TITLES.match(cell.folded)), None)
    if (
        first is not None
        and first.middle < 0.15 * layout.height
        and first.height > 1.15 * layout.letter
        and not person_name_only(first.text)
    ):
        return Field(company_name(first.text) or first.text, 0.6)
    return None


def person_name_only(text: str) -> bool:
    return bool(CIVILITY.match(text.lower())) and person_name(text) is not None
