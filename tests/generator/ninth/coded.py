"""An outsourcer's bulletin: codes, capitals, what is held back and what is earned in two columns, sums in a grid."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import cell
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import Col, Row, lines, put, rated, table
from tests.generator.ninth.schemes import CODED
from tests.generator.ninth.wage import Wage, drawn_frame, health, hourly, levied, lowering, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, french

CODES = {
    "SALAIRE MENSUEL": "0010",
    "MAJORATION NUIT 20%": "0320",
    "PRIME DE PANIER SOUMISE": "0450",
    "13EME MOIS": "0600",
}


def coded(random: Random, face: Face) -> Drawn:
    """SIREN and NIC stand apart; the days have points; the payment's day is in the grid below."""
    firm = one_of(
        random,
        ("NORDALIA", "SEPTENTIA", "GROUPE ARVANNE", "OCEADIS", "TRANSALIM"),
        ("LOGISTIQUE", "SURGELES", "ENTREPOTS", "FRANCE", "DISTRIBUTION"),
    )
    frame = drawn_frame(random, firm, "5210B", "TRANSPORTS ROUTIERS (16)")
    year = frame["start"].year
    gains = [worked("SALAIRE MENSUEL", FULL_TIME, hourly(random, year, 102, 150))]
    if random.random() < 0.6:
        price = cents(gains[0].amount / FULL_TIME * Decimal("0.20"))
        gains.append(worked("MAJORATION NUIT 20%", Decimal(random.randint(8, 60)), price))
    gains.append(Gain("PRIME DE PANIER SOUMISE", Decimal(random.randint(1500, 8000)) / 100))
    if frame["start"].month in (6, 11, 12):
        gains.append(Gain("13EME MOIS", cents(gains[0].amount / 2)))
    gross = summed(one.amount for one in gains)
    levies = levied(CODED, gross)
    levies.insert(9, health("5310", "FRAIS DE SANTE", Decimal(random.randint(2000, 4100)) / 100))
    levies += lowering("8010", "REDUCTION GENERALE", gross, FULL_TIME, year)
    after = (
        Gain("INDEMNITE TRANSPORT", Decimal(random.randint(1800, 4400)) / 100),
        Gain("TITRES RESTAURANT", -Decimal(random.randint(10, 20)) * Decimal("3.50")),
    )
    month = Wage(
        **frame,
        job=random.choice(("PREPARATEUR COMMANDES", "CARISTE", "AGENT LOGISTIQUE", "EMPLOYE ADMINISTRATIF")),
        hours=FULL_TIME,
        gains=tuple(gains),
        levies=tuple(levies),
        after=random.choice((after, after[:1], ())),
    )
    sheet = Sheet(face)
    _head(sheet, month)
    _body(sheet, month)
    _foot(sheet, month)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage) -> None:
    employer, person = month.employer, month.person
    put(sheet, 8, 8, "BULLETIN DE PAIE", 12, 60, True)
    put(sheet, 100, 8, f"PERIODE DU {month.start:%d.%m.%Y} AU {month.end:%d.%m.%Y}", 9, 102, True, "R")
    sheet.box(8, 15, 94, 32)
    put(sheet, 10, 16.5, employer.name, 9.5, 90, True)
    lines(sheet, 10, 21.5, (employer.street.upper(), employer.town), 8, 90, 4)
    put(sheet, 10, 31, f"SIREN {employer.siret[:9]}   NIC {employer.siret[9:]}   APE {employer.activity}", 8, 90)
    put(sheet, 10, 35.5, "URSSAF 59000 LILLE", 8, 90)
    put(sheet, 10, 40, f"CONVENTION COLLECTIVE : {employer.agreement}", 8, 90)
    birth = f" NEE {month.birth.upper()}" if month.birth else ""
    name = f"{person.title.upper().replace('.', '')} {person.last_name.upper()} {person.first_name.upper()}"
    lines(sheet, 112, 24, (name + birth, person.street.upper(), person.town.upper()), 9.5, 88, 5)
    heads = (
        ("MATRICULE", f"{month.number:08d}", 26),
        ("N° SECURITE SOCIALE", person.nir, 40),
        ("EMPLOI", month.job, 52),
        ("COEF.", "138M", 18),
        ("DATE ANCIENNETE", "14.03.2019", 30),
        ("HORAIRE", french(month.hours), 28),
    )
    x = 8.0
    for label, value, width in heads:
        cell(sheet, x, 50, width, label, value, 8, 9.5)
        x += width


def _body(sheet: Sheet, month: Wage) -> None:
    rows = []
    for one in month.gains:
        cells = {"code": CODES[one.label], "label": one.label, "gain": french(one.amount)}
        if one.count is not None and one.price is not None:
            cells |= {"base": french(one.count), "rate": rated(one.price, 4)}
        rows.append(Row(cells))
    rows.append(Row({"label": "TOTAL BRUT", "gain": french(month.gross)}, True))
    for levy in month.levies:
        cells = {"code": levy.group, "label": levy.label}
        if levy.base:
            cells["base"] = french(levy.base)
        if levy.own:
            cells |= {"rate": rated(levy.own_rate, 3), "taken": french(levy.own)}
        if levy.firm:
            cells |= {"firm": french(levy.firm)} | ({"firm_rate": rated(levy.firm_rate, 3)} if levy.firm_rate else {})
        rows.append(Row(cells))
    rows.append(Row({"label": "TOTAL COTISATIONS", "taken": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": french(month.net_social)}, True))
    for number, one in enumerate(month.after):
        key = "gain" if one.amount > 0 else "taken"
        rows.append(Row({"code": f"90{number + 1}0", "label": one.label, key: french(abs(one.amount))}))
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "gain": french(month.before_tax)}, True))
    tax = {"code": "9500", "label": "PRELEVEMENT A LA SOURCE", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate), "taken": french(month.tax)}))
    cols = (
        Col("code", "CODE", 8, 18, "L"),
        Col("label", "LIBELLE", 18, 82, "L"),
        Col("base", "BASE", 82, 101),
        Col("rate", "TAUX", 101, 117),
        Col("taken", "RETENUES", 117, 138),
        Col("gain", "GAINS", 138, 160),
        Col("firm_rate", "TAUX PAT.", 160, 177),
        Col("firm", "PART PATRONALE", 177, 202),
    )
    table(sheet, 63, cols, rows, 7.5, 4.25, "columns frame", (232, 232, 232), 224)


def _foot(sheet: Sheet, month: Wage) -> None:
    heads = (
        ("CUMUL BRUT", month.year(month.gross), 30),
        ("CUMUL IMPOSABLE", month.year(month.taxable), 30),
        ("CUMUL P.A.S.", month.year(month.tax), 26),
        ("NET IMPOSABLE", month.taxable, 30),
        ("TOTAL VERSE EMPLOYEUR", month.cost, 40),
        ("ALLEGEMENTS", month.lowered, 38),
    )
    x = 8.0
    for label, value, width in heads:
        cell(sheet, x, 228, width, label, french(value), 8.5, 10)
        x += width
    for place, (label, text) in enumerate(
        (("CP ACQUIS N-1", "25,00"), ("CP PRIS", "18,00"), ("CP RESTANTS", "7,00"), ("CP EN COURS", "14,58"))
    ):
        cell(sheet, 8 + 22 * place, 241, 22, label, text, 8.5, 10)
    cell(sheet, 104, 241, 44, "DATE DE PAIEMENT", f"{month.pay_date:%d.%m.%Y}", 9, 10)
    cell(sheet, 148, 241, 54, "NET A PAYER", f"{french(month.net_paid)} EUR", 11, 10, (232, 232, 232))
    put(sheet, 8, 256, "VIREMENT BANCAIRE", 7.5, 100)
    put(sheet, 8, 268, "POUR FAIRE VALOIR VOS DROITS, CONSERVEZ CE BULLETIN SANS LIMITATION DE DUREE.", 7, 194)
    put(sheet, 8, 272, "INFORMATIONS SUR LES LIBELLES : WWW.SERVICE-PUBLIC.FR", 7, 194)
