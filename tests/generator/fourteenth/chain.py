"""A restaurant chain's slip: a grey band, amounts with their sign in one column, meals taken in kind."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies
from tests.generator.fourteenth.schemes import CLEAR
from tests.generator.parts import Drawn, rate
from tests.generator.payslip import day, french

BAND = (58, 62, 70)
CHAINS = ("BURGER DES HALLES", "PASTA E VIA FRANCE", "GRILL DU ROND-POINT SAS", "CREPES & COMPAGNIE EXPLOITATION")


def chain(random: Random, face: Face) -> Drawn:
    frame = frame_of(random, random.choice(CHAINS), "5610C", "Restauration rapide - IDCC 1501", (-1, 0, 3, 5))
    hours = random.choice((FULL, Decimal("104.00"), Decimal("86.67"), Decimal("130.00")))
    gains = [worked("Salaire mensuel", hours, Decimal(random.randint(1188, 1390)) / 100)]
    if random.random() < 0.5:
        gains.append(worked("Heures complémentaires 10%", Decimal("6.50"), Decimal(random.randint(1310, 1520)) / 100))
    meals = worked("Avantage en nature repas", Decimal(random.randint(8, 20)), Decimal("4.15"))
    gains.append(meals)
    if random.random() < 0.4:
        gains.append(worked("Majoration heures de nuit", Decimal("11.00"), Decimal("1.25")))
    health = Decimal(random.choice(("0", "14.00", "17.20")))
    after = [Gain("Reprise avantage en nature repas", -meals.amount)]
    if random.random() < 0.5:
        after.append(Gain("Remb. titre de transport 50%", Decimal(random.randint(1700, 4300)) / 100))
    month = month_of(
        frame,
        job=random.choice(("Équipier polyvalent", "Employée de restauration", "Responsable de zone")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(CLEAR, summed(one.amount for one in gains), health, "Frais de santé obligatoire"),
        after=tuple(after),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    sheet.box(14, 6.5, 182, 3, fill=BAND, edge=False)
    put(sheet, 14, 12, employer.name, 13, 110, True)
    address = f"{employer.street} - {employer.town}"
    theirs = (address, f"Siret {employer.siret}   APE {employer.activity}", employer.agreement)
    lines(sheet, 14, 18.5, theirs, 8.5, 110, 4.4)
    put(sheet, 128, 12, "Bulletin de paie", 15, 68, True, "R")
    put(sheet, 128, 19.5, f"du {day(month.start)} au {day(month.end)}", 9.5, 68, False, "R")
    put(sheet, 128, 24.5, f"Payé le {day(month.pay_date)}", 9.5, 68, False, "R")
    who = (
        ("Salarié", f"{person.first_name} {person.last_name.upper()}"),
        ("Matricule", f"R{month.number:06d}"),
        ("N° de sécurité sociale", person.nir),
        ("Fonction", month.job),
        ("Niveau / échelon", "I / 1"),
    )
    facts(sheet, 14, 38, who, 36, 90, 8.5, 4.7)
    lines(
        sheet,
        118,
        44,
        (f"{person.title} {person.first_name} {person.last_name}", person.street, person.town),
        10.5,
        78,
        5.2,
    )
    cols = (
        Col("label", "Libellé", 14, 86, "L"),
        Col("base", "Nombre / Base", 86, 112),
        Col("rate", "Taux", 112, 130),
        Col("own", "Montant salarié", 130, 156),
        Col("firm_rate", "Taux empl.", 156, 174),
        Col("firm", "Montant empl.", 174, 196),
    )
    y = table(sheet, 68, cols, _rows(month), 8, 4.6, "", (216, 220, 226)) + 3
    sheet.line(14, y, 196, y)
    y += 3
    sheet.box(118, y, 78, 13, fill=(216, 220, 226), edge=False)
    put(sheet, 120, y + 4.2, "Net à payer au salarié", 11, 44, True)
    put(sheet, 162, y + 4, f"{french(month.net_paid)} €", 13, 32, True, "R")
    put(sheet, 14, y + 1, f"Heures payées sur la période : {french(month.hours)}", 8.5, 100)
    put(sheet, 14, y + 6, f"Coût total employeur : {french(month.cost)} €", 8.5, 100)
    heads = ("Cumuls", "Brut", "Imposable", "Heures", "Impôt")
    amounts = (month.gross, month.taxable, month.hours, month.tax)
    for place, head in enumerate(heads):
        put(sheet, 14 + place * 36, y + 20, head, 8, 34, True, "R" if place else "L")
    for place, amount in enumerate(amounts, 1):
        put(sheet, 14 + place * 36, y + 25, french(month.year(amount)), 8, 34, False, "R")
    put(sheet, 14, y + 25, f"Année {month.end.year}", 8, 34)
    put(
        sheet, 14, 284, "Plus d'informations sur votre bulletin : www.service-public.fr, rubrique cotisations", 7.5, 182
    )
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = [_signed(row) for row in of_gains(month.gains)]
    rows.append(Row({"label": "Rémunération brute", "own": french(month.gross)}, True))
    rows += [_signed(row) for row in of_levies(month.levies, titled=True)]
    cells = {"label": "Total des cotisations", "own": f"-{french(month.own)}", "firm": french(month.firm)}
    rows.append(Row(cells, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows += [_signed(row) for row in of_gains(month.after)]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    rows.append(Row({"label": "Net imposable", "own": french(month.taxable)}))
    tax = {"label": "Prélèvement à la source (taux personnalisé)", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rate(month.tax_rate), "own": f"-{french(month.tax)}"}))
    return rows


def _signed(row: Row) -> Row:
    """What is held back goes into the employee's column with a minus."""
    cells = dict(row.cells)
    if "hold" in cells:
        cells["own"] = f"-{cells.pop('hold')}"
    if "pay" in cells:
        cells["own"] = cells.pop("pay")
    return Row(cells, row.bold, row.fill)
