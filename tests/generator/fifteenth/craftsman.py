"""The slip of a building craftsman: paid leave by the fund of the trade, journeys and lunches in small zones."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, lines, put, rated, table
from tests.generator.eighth.month import FULL, Month, levied, month_of, summed, worked
from tests.generator.fifteenth.schemes import BUILDING, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french


def craftsman(random: Random, face: Face) -> Drawn:
    """A mason or a roofer at full time, often with four hours more each week."""
    trade = random.choice(("MACONNERIE", "COUVERTURE", "PLATRERIE", "CHARPENTE"))
    owner = random.choice(("JOUBERT", "LE BIHAN", "PEREIRA", "ROUSSEAU ET FILS"))
    frame = framed(
        random, f"{random.choice(('EURL', 'SARL'))} {trade} {owner}", "4399C", "Bâtiment ouvriers - IDCC 1596"
    )
    price = Decimal(random.randint(1215, 1680)) / 100
    gains = [worked("Salaire de base", FULL, price)]
    others: tuple[Decimal, ...] = ()
    if random.random() < 0.6:
        gains.append(worked("Heures majorées à 25 %", Decimal("17.33"), cents(price * Decimal("1.25"))))
        others = (FULL + Decimal("17.33"),)
    if random.random() < 0.3:
        gains.append(worked("Congés payés pris (caisse)", Decimal("-35.00"), price))
    days = Decimal(random.randint(12, 21))
    after = (
        worked("Indemnité de panier", days, Decimal("11.30")),
        worked("Indemnité de trajet zone 2", days, Decimal("2.48")),
        worked("Indemnité de transport zone 2", days, Decimal("3.12")),
    )
    month = month_of(
        frame,
        job=random.choice(("Maçon qualifié N2", "Couvreur", "Compagnon professionnel", "Manœuvre")),
        hours=FULL,
        gains=tuple(gains),
        levies=levied(BUILDING, summed(one.amount for one in gains)),
        after=after,
        other_hours=others,
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 12, 10, "BULLETIN DE PAIE", 13, 186, True, "C")
    sheet.box(12, 18, 90, 30)
    firm = (
        employer.name,
        employer.street,
        employer.town,
        f"SIRET : {employer.siret}",
        f"Code APE : {employer.activity}",
    )
    lines(sheet, 14, 20.5, firm, 9, 86, 5)
    sheet.box(108, 18, 90, 30)
    lines(sheet, 112, 25, (named(month, "first last"), person.street, person.town), 10.5, 84, 6)
    boxes = (
        (12, 44, "Période", f"{day(month.start)} - {day(month.end)}"),
        (56, 30, "Date de paiement", day(month.pay_date)),
        (86, 40, "N° Sécurité sociale", person.nir),
        (126, 44, "Emploi", month.job),
        (170, 28, "Horaire", french(month.hours)),
    )
    for x, width, label, value in boxes:
        cell(sheet, x, 52, width, label, value, 8)
    put(sheet, 12, 64, f"Convention collective : {employer.agreement}     Caisse de congés : CIBTP", 8, 186)
    cols = (
        Col("label", "Libellé", 12, 78, "L"),
        Col("base", "Base", 78, 100),
        Col("rate", "Taux", 100, 116),
        Col("own", "Retenue", 116, 136),
        Col("gain", "À payer", 136, 158),
        Col("firm_rate", "Tx. emp.", 158, 174),
        Col("firm", "Ch. patron.", 174, 198),
    )
    y = table(sheet, 70, cols, _rows(month), 8, 4.6, "columns frame rows", (228, 228, 216)) + 4
    sheet.box(108, y, 90, 12, fill=(228, 228, 216))
    put(sheet, 110, y + 4, "NET A PAYER AU SALARIE", 10, 50, True)
    put(sheet, 158, y + 3.7, f"{french(month.net_paid)} €", 12, 39, True, "R")
    put(sheet, 12, y + 1, f"Net imposable : {french(month.taxable)}", 9, 90)
    put(sheet, 12, y + 6.5, f"Cumul imposable : {french(month.year(month.taxable))}", 9, 90)
    text = "Les congés sont payés par la caisse du bâtiment. Conservez ce bulletin sans limitation de durée."
    sheet.paragraph(12, y + 15, text, 186, 7.5)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains, "gain", "own")
    rows.append(Row({"label": "Salaire brut", "gain": french(month.gross)}, True))
    rows += levy_rows(month.levies)
    rows.append(Row({"label": "Total des cotisations", "own": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "gain": french(month.net_social)}, True))
    rows += gain_rows(month.after)
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "gain": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": french(month.tax)}
    rows.append(Row({"label": "Impôt sur le revenu (taux personnalisé)"} | tax))
    return rows
