"""A yearly contract in days: no hours anywhere, the amounts of the month and of the year side by side."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Line, Words, contributions, nets, pairs, stack, strip, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Base", 96, "base"),
    Column("Taux sal.", 114, "rate"),
    Column("A payer", 138, "gain"),
    Column("A retenir", 160, "deduction"),
    Column("Charges employeur", 199, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross=random.choice(("SALAIRE BRUT", "Total du brut", "BRUT TOTAL")),
        net_paid=random.choice(("Net à payer", "NET A PAYER EN EUROS")),
        net_taxable=random.choice(("Net imposable", "Base imposable", "Montant net imposable")),
    )
    sheet = Sheet(face)
    sheet.text(10, 8, f"PAIE DE {slip.month_name.upper()}", 13, bold=True)
    sheet.text(10, 15, f"du {day(slip.start)} au {day(slip.end)}", 9)
    stack(sheet, 120, 8, (slip.employer.name, slip.employer.street, slip.employer.town), 9, bold_first=True)
    sheet.text(120, 23, f"SIRET {slip.employer.siret[:9]} {slip.employer.siret[9:]} – APE {slip.employer.activity}", 8)
    stack(sheet, 14, 40, (f"{person.title} {person.first_name} {person.last_name}", person.street, person.town), 10, 5)
    pairs(
        sheet,
        120,
        38,
        (
            ("Emploi", slip.job),
            ("Statut", "Cadre, forfait 218 jours"),
            ("Sécurité sociale", person.nir),
            ("Virement le", day(slip.pay_date)),
        ),
        30,
    )
    lines = [Line("Appointements forfaitaires", {"gain": french(slip.salary)})]
    if slip.bonus:
        lines.append(Line("Prime d’objectifs", {"gain": french(slip.bonus)}))
    if pay.overtime:
        lines.append(Line("Rappel de salaire", {"gain": french(pay.overtime_amount)}))
    if pay.absence:
        lines.append(Line("Jour d’absence", {"deduction": french(pay.absence)}))
    lines.append(Line(words.gross, {"gain": french(pay.gross)}, bold=True))
    y = table(
        sheet, 10, 66, COLUMNS, [*lines, *contributions(pay, words), *nets(pay, words)], title="Libellés", least=212
    )
    months = slip.month.month
    y = strip(
        sheet,
        10,
        y + 3,
        (20, 30, 32, 34),
        ("Totaux", "Brut", words.net_taxable, "Impôt prélevé"),
        (
            ("Mois", french(pay.gross), french(pay.net_taxable), french(pay.tax)),
            ("Année", french(pay.gross * months), french(pay.net_taxable * months), french(pay.tax * months)),
        ),
    )
    sheet.text(132, y - 12, words.net_paid, 10, bold=True)
    sheet.box(132, y - 7, 68, 9, fill=(225, 225, 225))
    sheet.text(134, y - 4.5, f"{french(pay.net_paid)} €", 12, bold=True, align="R", width=62)
    return Drawn(sheet, "payslip", (pay.truth("pages", "hours"),), {})
