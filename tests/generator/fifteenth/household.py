"""The slip that a public service writes for a household: no number of a firm, few lines, the net in a frame."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fifteenth.schemes import HOME, count_of, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.names import draw_household
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

PINK = (246, 230, 236)


def household(random: Random, face: Face) -> Drawn:
    """Some hours at a private employer's, or a child's care with its upkeep."""
    frame = framed(random, draw_household(random), "", "Particuliers employeurs et emploi à domicile - IDCC 3239")
    child = random.random() < 0.4
    hours = count_of(random, 90, 165) if child else count_of(random, 12, 70)
    price = Decimal(random.randint(420, 560) if child else random.randint(1215, 1620)) / 100
    gains = [worked("Salaire de base", hours, price)]
    if not child:
        gains.append(Gain("Congés payés (10 %)", cents(gains[0].amount / 10)))
    month = month_of(
        frame,
        job="Assistante maternelle" if child else random.choice(("Employée de maison", "Aide à domicile", "Jardinier")),
        hours=cents(hours),
        gains=tuple(gains),
        levies=levied(HOME, summed(one.amount for one in gains)),
        late=(Gain("Indemnités d'entretien", Decimal(random.choice(("72.00", "64.80")))),) if child else (),
    )
    truth = month.truth("employer_siret")
    return Drawn(_sheet(month, face, child), "payslip", (truth,), month.also())


def _sheet(month: Month, face: Face, child: bool) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 14, 12, "Urssaf service Pajemploi" if child else "Urssaf service Cesu", 12, 90, True)
    put(sheet, 14, 18, "Centre national", 9, 90)
    put(sheet, 14, 32, "BULLETIN DE SALAIRE", 15, 182, True, "C")
    put(sheet, 14, 39, f"Période du {day(month.start)} au {day(month.end)}", 10, 182, False, "C")
    for x, title in ((14, "Employeur"), (108, "Salarié")):
        sheet.box(x, 48, 88, 34)
        sheet.box(x, 48, 88, 6, fill=PINK)
        put(sheet, x + 2, 49.6, title, 9, 80, True)
    number = f"{'Y' if child else 'Z'}{month.number * 7919:09d}"
    lines(sheet, 16, 57, (employer.name, employer.street, employer.town, f"N° employeur : {number}"), 9.5, 84, 5.4)
    own = (named(month, "first last"), person.street, person.town, f"N° de sécurité sociale : {person.nir}")
    lines(sheet, 110, 57, own, 9.5, 84, 5.4)
    work = (
        ("Emploi", month.job),
        ("Convention collective", employer.agreement),
        ("Nombre d'heures", french(month.hours)),
        ("Date de paiement", day(month.pay_date)),
    )
    y = facts(sheet, 14, 87, work, 46, 180, 9.5, 5.4) + 4
    cols = (
        Col("label", "Désignation", 14, 88, "L"),
        Col("base", "Base", 88, 112),
        Col("rate", "Taux", 112, 130),
        Col("own", "Part salarié", 130, 154),
        Col("firm_rate", "Taux", 154, 170),
        Col("firm", "Part employeur", 170, 196),
    )
    y = table(sheet, y, cols, _rows(month), 9, 5.6, "rows frame columns", PINK) + 6
    sheet.box(14, y, 182, 14, fill=PINK)
    put(sheet, 18, y + 4.5, "SALAIRE NET À PAYER", 12, 90, True)
    put(sheet, 110, y + 4.3, f"{french(month.net_paid)} €", 13, 82, True, "R")
    put(sheet, 14, y + 18, f"Net imposable : {french(month.taxable)} €", 10, 90)
    text = "Ce bulletin remplace celui que l'employeur aurait à établir. Conservez-le sans limitation de durée."
    sheet.paragraph(14, y + 28, text, 182, 8.5)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains, "own")
    rows.append(Row({"label": "Salaire brut", "own": french(month.gross)}, True))
    rows += levy_rows(month.levies, sign="-")
    rows.append(
        Row({"label": "Total des cotisations", "own": f"-{french(month.own)}", "firm": french(month.firm)}, True)
    )
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": f"-{french(month.tax)}"}
    rows.append(Row({"label": "Impôt sur le revenu prélevé à la source"} | tax))
    return rows + gain_rows(month.late, "own")
