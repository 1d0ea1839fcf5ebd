"""The State's "bulletin de paye": six-digit codes, what is paid, held back and told in three columns, capitals."""

from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import cell, joined
from tests.generator.eighth.month import Gain, Levy, summed
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, lines, put, rated, table, upper
from tests.generator.ninth.wage import Wage, drawn_frame
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents

CODES = {
    "TRAITEMENT BRUT": "101000",
    "INDEMNITE DE RESIDENCE": "102000",
    "SUPPLEMENT FAMILIAL TRAITEMENT": "104000",
    "IND. FONCTIONS SUJETIONS ACCES": "200205",
}
BODIES = (
    ("RECTORAT ACADEMIE DE", ("ACCOMPAGNANT ELEVE HANDICAP", "ASSISTANT EDUCATION", "ADJOINT ADM CONTRACTUEL")),
    ("DSDEN", ("ACCOMPAGNANT ELEVE HANDICAP", "ADJOINT ADM CONTRACTUEL")),
    ("PREFECTURE DE", ("ADJOINT ADM CONTRACTUEL", "AGENT TECHNIQUE CONTRACTUEL")),
)


def state(random: Random, face: Face) -> Drawn:
    """No total of the gross; the sums of the columns have the tax and the travel in them."""
    place = random.choice(("BRUMEVAL", "HAUTE-LOISANCE", "MARSAN-SUR-TILLE", "VALDONNE"))
    body, jobs = random.choice(BODIES)
    frame = drawn_frame(random, f"{body} {place}", "8412Z", "")
    frame["pay_date"] = frame["end"].replace(day=random.choice((26, 27)))
    month = _month(random, frame, random.choice(jobs))
    sheet = Sheet(face)
    _head(sheet, month)
    _body(sheet, month)
    _foot(sheet, month)
    return Drawn(sheet, "payslip", (month.truth("period_start", "period_end", "gross"),), month.also())


def _month(random: Random, frame: dict[str, Any], job: str) -> Wage:
    year = frame["start"].year
    share = Decimal(random.choice(("0.62", "0.62", "0.80", "1")))
    index = random.randint(367, 405)
    base = cents(index * Decimal("4.92278" if year > 2023 else "4.85003") * share)
    gains = [Gain("TRAITEMENT BRUT", base), Gain("INDEMNITE DE RESIDENCE", cents(base / 100))]
    if random.random() < 0.4:
        gains.append(Gain("SUPPLEMENT FAMILIAL TRAITEMENT", cents(Decimal("2.29"))))
    gains.append(Gain("IND. FONCTIONS SUJETIONS ACCES", cents(Decimal(random.choice(("86.50", "120.00"))) * share)))
    gross = summed(one.amount for one in gains)
    csg = cents(gross * Decimal("0.9825"))

    def levy(code: str, label: str, part: Decimal, own: str, firm: str, kind: str = "") -> Levy:
        rates = (Decimal(own), Decimal(firm))
        return Levy(
            code, label, part, rates[0], rates[1], cents(part * rates[0] / 100), cents(part * rates[1] / 100), kind
        )

    levies = (
        levy("401201", "C.S.G. NON DEDUCTIBLE", csg, "2.40", "0", "lost"),
        levy("401301", "C.S.G. DEDUCTIBLE", csg, "6.80", "0"),
        levy("401501", "C.R.D.S.", csg, "0.50", "0", "lost"),
        levy("402000", "COT OUV VIEILLESSE PLAFONNEE", gross, "6.90", "8.55"),
        levy("402100", "COT OUV VIEILLESSE DEPLAF.", gross, "0.40", "2.02"),
        levy("403000", "COT PAT MALADIE REG. GENERAL", gross, "0", "7.00"),
        levy("403300", "COT PAT ALLOC FAMILIALES", gross, "0", "3.45"),
        levy("404000", "COT PAT FNAL DEPLAFONNEE", gross, "0", "0.50"),
        levy("411050", "COT IRCANTEC TRANCHE A", gross, "2.80", "4.20"),
    )
    after = (Gain("REMB. DOMICILE TRAVAIL", Decimal(random.randint(1400, 4200)) / 100),)
    return Wage(
        **frame,
        job=job,
        hours=cents(FULL_TIME * share),
        gains=tuple(gains),
        levies=levies,
        after=after,
    )


def _head(sheet: Sheet, month: Wage) -> None:
    employer, person = month.employer, month.person
    put(sheet, 8, 8, "DIRECTION REGIONALE DES FINANCES PUBLIQUES", 8, 90)
    put(sheet, 84, 12, "BULLETIN DE PAYE", 12, 50, True)
    put(sheet, 84, 18, f"MOIS DE  {upper(month.end)}", 9.5, 60, True)
    put(sheet, 150, 8, f"N° ORDRE  {month.number:06d}", 8, 52)
    put(sheet, 150, 12, f"TEMPS DE TRAVAIL  {joined(month.hours)} H", 8, 52)
    put(
        sheet,
        8,
        26,
        "TOUT RENSEIGNEMENT RELATIF AU CONTENU DE CE BULLETIN DOIT ETRE DEMANDE AU SERVICE GESTIONNAIRE CI-DESSOUS",
        6.5,
        194,
    )
    cell(sheet, 8, 30, 16, "GESTION", "206", 8.5, 10)
    cell(sheet, 24, 30, 22, "POSTE", "0872114", 8.5, 10)
    cell(sheet, 46, 30, 96, "LIBELLE", employer.name, 8.5, 10)
    cell(sheet, 142, 30, 60, "SIRET", employer.siret, 8.5, 10)
    items = (
        ("MIN", "206", 12),
        ("NUMERO", person.nir[:13], 32),
        ("CLE", person.nir[13:], 10),
        ("N° DOS", "00", 14),
        ("GRADE", month.job, 62),
        ("ENF. A CHARGE", "01" if any("FAMILIAL" in one.label for one in month.gains) else "00", 22),
        ("ECH", "00", 12),
        ("TEMPS PARTIEL", f"{month.hours / FULL_TIME:.0%}".replace("%", " %"), 30),
    )
    x = 8.0
    for label, value, width in items:
        cell(sheet, x, 42, width, label, value, 8.5, 10)
        x += width
    title = {"M.": "M", "Mme": "MME"}[person.title]
    birth = f" NEE {month.birth.upper()}" if month.birth else ""
    name = f"{title} {person.last_name.upper()} {person.first_name.upper()}{birth}"
    lines(sheet, 112, 57, (name, person.street.upper(), person.town.upper()), 9.5, 90, 5)


def _body(sheet: Sheet, month: Wage) -> None:
    rows = [Row({"code": CODES[one.label], "label": one.label, "gain": joined(one.amount)}) for one in month.gains]
    for one in month.after:
        rows.append(Row({"code": "200364", "label": one.label, "gain": joined(one.amount)}))
    for levy in month.levies:
        cells = {"code": levy.group, "label": levy.label}
        rows.append(
            Row(
                cells
                | ({"taken": joined(levy.own)} if levy.own else {})
                | ({"told": joined(levy.firm)} if levy.firm else {})
            )
        )
    rows.append(Row({}))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "told": joined(month.net_social)}))
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "told": joined(month.before_tax)}))
    label = f"IMPOT SUR LE REVENU PRELEVE A LA SOURCE TAUX {rated(month.tax_rate, 1)}%"
    rows.append(Row({"code": "558000", "label": label, "taken": joined(month.tax)}))
    cols = (
        Col("code", "CODE", 8, 26, "L"),
        Col("label", "ELEMENTS", 26, 118, "L"),
        Col("gain", "A PAYER", 118, 145),
        Col("taken", "A DEDUIRE", 145, 172),
        Col("told", "POUR INFORMATION", 172, 202),
    )
    table(sheet, 78, cols, rows, 8.5, 5, "columns frame", None, 212)


def _foot(sheet: Sheet, month: Wage) -> None:
    paid = month.gross + summed(one.amount for one in month.after)
    sheet.box(8, 213, 110, 8)
    put(sheet, 10, 215, "TOTAUX DU MOIS", 8.5, 60, True)
    for x, width, value in ((118, 27, paid), (145, 27, month.own + month.tax), (172, 30, month.firm)):
        sheet.box(x, 213, width, 8)
        put(sheet, x, 215, joined(value), 8.5, width - 1, False, "R")
    cell(sheet, 8, 224, 48, "MONTANT IMPOSABLE DE L'ANNEE", joined(month.year(month.taxable)), 9, 11)
    cell(sheet, 56, 224, 48, "MONTANT IMPOSABLE DU MOIS", joined(month.taxable), 9, 11)
    cell(sheet, 104, 224, 44, "COUT TOTAL EMPLOYEUR", joined(month.cost), 9, 11)
    cell(sheet, 148, 224, 54, "NET A PAYER EN EUROS", joined(month.net_paid), 11, 11)
    put(
        sheet,
        8,
        238,
        f"MIS EN PAIEMENT LE {month.pay_date:%d/%m/%Y}    VIREMENT SUR COMPTE 10096 18xxx xxxxx417 EUR",
        8,
        194,
    )
    put(sheet, 8, 243, "COMPTABLE ASSIGNATAIRE : DRFIP - CENTRE DE GESTION DES REMUNERATIONS", 8, 194)
    put(sheet, 8, 262, "DANS VOTRE INTERET CONSERVEZ CE BULLETIN SANS LIMITATION DE DUREE.  ENSAP.GOUV.FR", 7.5, 194)
