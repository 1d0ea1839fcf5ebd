"""The slip of a supermarket: many small gains, gains and deductions in two columns, a strip of totals at the foot."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fifteenth.schemes import GENERAL, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

GREY = (220, 220, 220)


def supermarket(random: Random, face: Face) -> Drawn:
    """Hours of a part or of the whole week, paid breaks, a Sunday, an advance."""
    store = random.choice(("BELLERIVE", "DU ROND-POINT", "LES HAUTS PRES", "COTE SOLEIL"))
    frame = framed(random, f"SUPERMARCHE {store}", "4711D", "Commerce de détail alimentaire - IDCC 2216")
    hours, price = random.choice((Decimal("151.67"), Decimal("130.00"), Decimal("104.00"))), Decimal("12.05")
    price += Decimal(random.randint(0, 120)) / 100
    pause = cents(hours * Decimal("0.05"))
    gains = [worked("Salaire de base", hours, price), worked("Pause payée 5 %", pause, price)]
    if random.random() < 0.5:
        gains.append(worked("Majoration dimanche matin 20 %", Decimal("12.00"), cents(price / 5)))
    if random.random() < 0.4:
        gains.append(worked("Absence maladie non rémunérée", Decimal("-7.00"), price))
    health = Decimal(random.choice(("17.84", "21.06")))
    month = month_of(
        frame,
        job=random.choice(("Employé commercial", "Hôtesse de caisse", "Boucher", "Adjointe chef de rayon")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(GENERAL, summed(one.amount for one in gains), health, "Frais de santé"),
        late=(Gain("Acompte du 15", Decimal("-200.00")),) if random.random() < 0.3 else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 8, 9, employer.name, 10.5, 90, True)
    lines(sheet, 8, 14.5, (employer.street, employer.town), 8, 90, 4)
    put(sheet, 8, 23, f"Siret {employer.siret}   Naf {employer.activity}", 8, 90)
    put(sheet, 8, 27, employer.agreement, 8, 90)
    sheet.box(106, 8, 96, 8, fill=GREY)
    put(sheet, 106, 10, "BULLETIN DE PAYE", 12, 96, True, "C")
    put(sheet, 106, 18, f"Période : du {day(month.start)} au {day(month.end)}", 8.5, 96)
    put(sheet, 106, 22.5, f"Paiement le {day(month.pay_date)} par virement", 8.5, 96)
    sheet.box(106, 29, 96, 22)
    lines(sheet, 110, 32, (named(month, "last first"), person.street, person.town), 10, 88, 5.4)
    own = (f"Matricule {month.number:05d}", f"N° S.S. {person.nir}", f"Emploi : {month.job}", "Niveau 2 - Employé")
    lines(sheet, 8, 33, own, 8, 90, 4.2)
    cols = (
        Col("label", "Rubriques", 8, 72, "L"),
        Col("base", "Nombre / Base", 72, 94),
        Col("rate", "Taux", 94, 110),
        Col("gain", "Gain", 110, 130),
        Col("own", "Retenue", 130, 150),
        Col("firm_rate", "Taux patr.", 150, 168),
        Col("firm", "Cot. patronales", 168, 202),
    )
    y = table(sheet, 55, cols, _rows(month), 7.8, 4.5, "columns frame", GREY, 205) + 4
    heads = (
        ("Heures", french(month.hours)),
        ("Salaire brut", french(month.gross)),
        ("Net imposable", french(month.taxable)),
        ("Cumul net imposable", french(month.year(month.taxable))),
        ("Coût global", french(month.cost)),
    )
    for place, (label, value) in enumerate(heads):
        cell(sheet, 8 + 28 * place, y, 28, label, value, 8.5, 11)
    cell(sheet, 150, y, 52, "NET A PAYER EN EUROS", french(month.net_paid), 12, 11, GREY)
    text = "Pour vous aider à faire valoir vos droits, conservez ce bulletin de paye sans limitation "
    sheet.paragraph(8, y + 15, text + "de durée.", 190, 7)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains, "gain", "own")
    rows.append(Row({"label": "SALAIRE BRUT", "gain": french(month.gross)}, True))
    rows += levy_rows(month.levies)
    rows.append(Row({"label": "TOTAL COTISATIONS", "own": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": french(month.net_social)}, True))
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "gain": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": french(month.tax)}
    rows.append(Row({"label": "Impôt sur le revenu - PAS"} | tax))
    return rows + gain_rows(month.late, "gain", "own")
