"""An hotel or restaurant's bulletin: thirty-nine hours, meals in kind paid and taken back, public holidays."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import KEEP, Col, Row, facts, gain_cells, grouped, lines, month_name, put, table
from tests.generator.ninth.wage import Wage, health, hourly, levied, lowering, overtime_levies, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, day, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import hired, leave, net_rows, titled
from tests.generator.tenth.schemes import HOTEL

SAND = (240, 235, 224)
EXTRA = Decimal("17.33")
MEAL = {2022: "3.76", 2023: "4.01", 2024: "4.15", 2025: "4.22", 2026: "4.25"}
"""What a meal in kind counts for, in euros."""
HOLIDAYS = {1: "1er janvier", 5: "8 mai", 7: "14 juillet", 8: "15 août", 11: "11 novembre", 12: "25 décembre"}
LABELS = ("MONTANT NET SOCIAL", "NET À PAYER AVANT IMPÔT SUR LE REVENU", "Impôt sur le revenu prélevé à la source")


def hotel(random: Random, face: Face) -> Drawn:
    """The address window at the left, the employer at the right; overtime of 39 hours free of tax."""
    firm = one_of(
        random,
        ("HÔTEL", "RESTAURANT", "SARL BRASSERIE"),
        ("DE LA TOUR", "LE CHEVAL BLANC", "DES ARCADES", "LA TABLE DE JULIE"),
    )
    frame = framed(random, firm, random.choice(("5510Z", "5610A")), "Hôtels, cafés, restaurants (IDCC 1979)")
    year, price = frame["start"].year, hourly(random, frame["start"].year, 101, 128)
    gains = [
        worked("Salaire de base", FULL_TIME, price),
        worked("Heures supplémentaires 110 %", EXTRA, cents(price * Decimal("1.10"))),
    ]
    overtime = gains[1].amount
    holiday = HOLIDAYS.get(frame["start"].month)
    if holiday:
        gains.append(worked(f"Jour férié travaillé ({holiday})", Decimal("7.80"), price))
    meals, each = Decimal(random.randint(18, 44)), Decimal(MEAL[year])
    fed = random.random() < 0.6
    label = "Avantage en nature nourriture" if fed else "Indemnité compensatrice de nourriture"
    gains.append(worked(label, meals, each))
    gross = summed(one.amount for one in gains)
    levies = levied(HOTEL, gross, overtime)
    levies.insert(1, health("Santé", "Frais de santé HCR", Decimal("14.00") if year < 2025 else Decimal("16.00")))
    levies += overtime_levies("CSG/CRDS", overtime)
    levies += lowering("", "Exonérations de cotisations employeur", gross, FULL_TIME + EXTRA, year)
    month = Wage(
        **frame,
        job=random.choice(("Serveur", "Femme de chambre", "Commis de cuisine", "Réceptionniste", "Plongeur")),
        hours=FULL_TIME,
        gains=tuple(gains),
        levies=tuple(levies),
        after=(Gain("Reprise avantage en nature nourriture", -gains[-1].amount, meals, each),) if fed else (),
        exempt=overtime,
        other_hours=(FULL_TIME + EXTRA,),
    )
    sheet = Sheet(face)
    _head(sheet, month, random)
    _foot(sheet, month, _body(sheet, month), random)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, random: Random) -> None:
    employer, person = month.employer, month.person
    put(sheet, 12, 9, "BULLETIN DE SALAIRE", 13, 80, True)
    put(sheet, 12, 15.5, f"{month_name(month.end)} (du {day(month.start)} au {day(month.end)})", 9, 92)
    sheet.box(108, 8, 90, 30, SAND)
    put(sheet, 110, 10, employer.name, 10.5, 86, True)
    lines(sheet, 110, 15.5, (employer.street, employer.town), 8.5, 86, 4.2)
    put(sheet, 110, 25, f"Siret : {employer.siret}", 8.5, 86)
    put(sheet, 110, 29.2, f"Code NAF : {employer.activity}", 8.5, 86)
    put(sheet, 110, 33.4, f"C.C. : {employer.agreement}", 8, 86)
    lines(sheet, 18, 38, (titled(person, True), person.street, person.town), 10.5, 84, 5.2)
    items = (
        ("Emploi", month.job),
        ("Niveau / échelon", random.choice(("I / 2", "II / 1", "II / 2", "III / 1"))),
        ("N° S.S.", f"{person.nir[:13]} {person.nir[13:]}"),
        ("Entré(e) le", day(hired(random, month.start))),
        ("Paiement le", f"{day(month.pay_date)} (virement)"),
    )
    facts(sheet, 110, 42, items, 30, 88, 8.5, 4.5)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "SALAIRE BRUT", "own": french(month.gross)}, True, SAND))
    rows += grouped(month, 3)
    total = {"label": "TOTAL COTISATIONS ET CONTRIBUTIONS", "own": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True))
    rows += net_rows(month, french, "own", "own", LABELS, SAND, -1)
    rows.append(Row({"label": "NET À PAYER", "own": french(month.net_paid)}, True, SAND))
    cols = (
        Col("label", "Désignation", 12, 90, "L"),
        Col("base", "Nombre ou base", 90, 116),
        Col("rate", "Taux ou %", 116, 136),
        Col("own", "Montant", 136, 160),
        Col("firm_rate", "Taux emp.", 160, 178),
        Col("firm", "Employeur", 178, 198),
    )
    return table(sheet, 68, cols, rows, 7.5, 4.3, "columns frame", SAND, 215)


def _foot(sheet: Sheet, month: Wage, y: float, random: Random) -> None:
    values = {"gross": month.gross, "taxable": month.taxable, "tax": month.tax, "exempt": month.exempt}
    cols = (
        Col("label", "", 12, 36, "L"),
        Col("gross", "Brut", 36, 60),
        Col("taxable", "Net imposable", 60, 86),
        Col("tax", "Impôt PAS", 86, 108),
        Col("exempt", "Heures supp. exonérées", 108, 142),
    )
    rows = [
        Row({"label": "Mois"} | {key: french(value) for key, value in values.items()}),
        Row({"label": "Cumul"} | {key: french(month.year(value)) for key, value in values.items()}),
    ]
    table(sheet, y + 3, cols, rows, 7.5, 4.6, "columns rows frame", SAND)
    before, now = leave(random)
    items = (("CP N-1 : reste", before[2]), ("CP N : acquis", now[0]), ("CP N : pris", now[1]))
    facts(sheet, 150, y + 4, items, 30, 48, 8, 4.4)
    put(sheet, 12, y + 22, f"Total versé par l'employeur : {french(month.cost)} €", 8, 90)
    put(sheet, 108, y + 22, f"Allègement de cotisations employeur : {french(month.lowered)} €", 8, 90, align="R")
    put(sheet, 12, y + 29, KEEP, 7, 186)
    put(sheet, 12, y + 33, "Pour en savoir plus : www.service-public.fr/particuliers/vosdroits/F559", 7, 186)
