"""A home-care association's bulletin: part time, hours on the road, Sundays, kilometres paid back after the net."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.kit import KEEP, Col, Row, facts, gain_cells, grouped, lines, month_name, put, spoken, table
from tests.generator.ninth.wage import Wage, health, hourly, levied, lowering, part_time, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import hired, leave, net_rows, titled
from tests.generator.tenth.schemes import HOME_CARE

BLUE = (224, 234, 244)
LABELS = ("MONTANT NET SOCIAL", "NET À PAYER AVANT IMPÔT SUR LE REVENU", "Impôt sur le revenu prélevé à la source")
FIRMS = (
    "ASSOCIATION AIDE ET SOINS DU PAYS D'ARCE",
    "Association Présence à Domicile",
    "A.D.S. DES TROIS VALLÉES",
    "MAINTIEN À DOMICILE DU VAL D'ARCE",
)


def home_care(random: Random, face: Face) -> Drawn:
    """Days of the period with hyphens; the week's hours beside the month's; the net in the last row and a frame."""
    frame = framed(random, random.choice(FIRMS), "8810A", "Aide à domicile - BAD (IDCC 2941)", 0.08)
    year, hours = frame["start"].year, part_time(random, "35", "30", "28", "28", "25", "24")
    price = hourly(random, year, 101, 116)
    gains = [worked("Salaire de base", hours, price)]
    if hours < FULL_TIME and random.random() < 0.5:
        gains.append(
            worked(
                "Heures complémentaires 10 %",
                Decimal(random.choice(("3.50", "5.25", "8.00"))),
                cents(price * Decimal("1.10")),
            )
        )
    if random.random() < 0.6:
        gains.append(
            worked(
                "Majoration dimanche et férié 45 %",
                Decimal(random.choice(("4.00", "6.50", "8.00"))),
                cents(price * Decimal("0.45")),
            )
        )
    if random.random() < 0.3:
        gains.append(Gain("Maintien de salaire maladie", Decimal(random.randint(2000, 9000)) / 100))
    gross = summed(one.amount for one in gains)
    levies = levied(HOME_CARE, gross)
    levies.insert(1, health("SANTÉ", "Mutuelle obligatoire", Decimal(random.randint(2000, 3300)) / 100))
    levies += lowering("", "EXONÉRATION AIDE À DOMICILE", gross, hours, year)
    kilometres, each = Decimal(random.randint(60, 620)), Decimal("0.38")
    after = [Gain("Indemnités kilométriques", cents(kilometres * each), kilometres, each)]
    if random.random() < 0.4:
        after.append(Gain("Indemnité téléphone", Decimal("3.00")))
    month = Wage(
        **frame,
        job=random.choice(("Aide à domicile", "Auxiliaire de vie sociale", "Employée à domicile", "Aide-soignante")),
        hours=hours,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after),
        other_hours=tuple(hours + one.count for one in gains[1:2] if one.count and "compl" in one.label),
    )
    sheet = Sheet(face)
    _head(sheet, month, random)
    _foot(sheet, month, _body(sheet, month), random)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, random: Random) -> None:
    employer, person = month.employer, month.person
    put(sheet, 12, 10, employer.name, 11, 92, True)
    lines(sheet, 12, 16, (employer.street, employer.town), 8.5, 92, 4.2)
    put(sheet, 12, 25.5, f"SIRET : {employer.siret}", 8.5, 92)
    put(sheet, 12, 29.8, f"APE : {employer.activity}   {employer.agreement}", 8.5, 92)
    sheet.box(112, 9, 86, 21, BLUE, edge=False)
    put(sheet, 112, 11, "Bulletin de paie", 13, 86, True, "C")
    put(sheet, 112, 18, month_name(month.end), 10, 86, True, "C")
    put(sheet, 112, 23.5, f"Du {month.start:%d-%m-%Y} au {month.end:%d-%m-%Y}", 8.5, 86, align="C")
    lines(sheet, 116, 42, (titled(person), person.street, person.town), 10.5, 82, 5.2)
    items = (
        ("Matricule", f"{month.number:06d}"),
        ("N° sécurité sociale", person.nir),
        ("Emploi", month.job),
        ("Catégorie", random.choice(("Employé degré 1 échelon 1", "Employé degré 1 échelon 2", "Employé degré 2"))),
        ("Ancienneté", f"{hired(random, month.start):%d-%m-%Y}"),
        ("Heures mensuelles", french(month.hours)),
    )
    facts(sheet, 12, 38, items, 32, 94, 8.5, 4.6)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "gain", "own")) for one in month.gains]
    rows.append(Row({"label": "SALAIRE BRUT", "gain": french(month.gross)}, True))
    rows += grouped(month, 2)
    rows.append(Row({"label": "TOTAL DES COTISATIONS", "own": french(month.own), "firm": french(month.firm)}, True))
    rows += net_rows(month, french, "gain", "own", LABELS)
    rows.append(Row({"label": "NET À PAYER", "gain": french(month.net_paid)}, True, BLUE))
    cols = (
        Col("label", "Rubrique", 12, 88, "L"),
        Col("base", "Nombre / Base", 88, 112),
        Col("rate", "Taux", 112, 128),
        Col("gain", "Gains", 128, 150),
        Col("own", "Retenues", 150, 172),
        Col("firm", "Part employeur", 172, 198),
    )
    return table(sheet, 70, cols, rows, 8, 4.5, "columns rows frame", BLUE)


def _foot(sheet: Sheet, month: Wage, y: float, random: Random) -> None:
    put(sheet, 12, y + 3, f"Virement le {spoken(month.pay_date)}", 9, 90)
    before, now = leave(random)
    cols = (
        Col("label", "Congés payés", 12, 40, "L"),
        Col("got", "Acquis", 40, 56),
        Col("taken", "Pris", 56, 72),
        Col("left", "Solde", 72, 88),
    )
    keys = ("label", "got", "taken", "left")
    rows = [
        Row(dict(zip(keys, (label, *days), strict=True)))
        for label, days in (("Période antérieure", before), ("Période en cours", now))
    ]
    table(sheet, y + 9, cols, rows, 7.5, 4.5, "columns rows frame", BLUE)
    sums = (
        Col("label", "Cumuls", 96, 126, "L"),
        Col("month", "Mois", 126, 160),
        Col("year", "Année", 160, 198),
    )
    values = (
        ("Brut", month.gross),
        ("Net imposable", month.taxable),
        ("Impôt prélevé", month.tax),
        ("Coût employeur", month.cost),
    )
    rows = [Row({"label": label, "month": french(value), "year": french(month.year(value))}) for label, value in values]
    y = table(sheet, y + 3, sums, rows, 7.5, 4.5, "columns rows frame", BLUE)
    put(
        sheet,
        12,
        y + 4,
        f"Total versé par l'employeur : {french(month.cost)}    Allègements : {french(month.lowered)}",
        8,
        186,
    )
    put(sheet, 12, y + 10, KEEP, 7, 186)
    put(sheet, 12, y + 14, "Informations sur le bulletin de paie : www.service-public.fr", 7, 186)
