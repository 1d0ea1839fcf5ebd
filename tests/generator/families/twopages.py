"""A bulletin of two pages: pay and contributions on the first, the nets and the year's sums on the second."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import Pay, draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, strip, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Nombre", 92, "base"),
    Column("Taux", 110, "rate"),
    Column("Gain", 132, "gain"),
    Column("Retenue", 154, "deduction"),
    Column("Tx pat.", 172, "employer_rate"),
    Column("Mt pat.", 200, "employer"),
)
LAST = ("net_paid", "net_social", "net_taxable")


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    words = Words(
        gross=random.choice(("TOTAL BRUT", "SALAIRE BRUT", "Total Brut")),
        net_paid=random.choice(("NET A PAYER", "NET PAYE")),
    )
    sheet = Sheet(face)
    _heading(sheet, pay, "1/2")
    table(
        sheet,
        8,
        80,
        COLUMNS,
        [*earnings(pay, words), *contributions(pay, words)],
        8,
        5.6,
        "columns",
        title="N° Désignation",
        least=262,
    )
    sheet.text(8, 270, "A reporter page suivante", 8)
    sheet.pdf.add_page()
    _heading(sheet, pay, "2/2")
    y = table(sheet, 8, 80, COLUMNS, nets(pay, words), 8, 5.6, "columns", title="N° Désignation", least=190)
    months = pay.slip.month.month
    y = strip(
        sheet,
        8,
        y + 5,
        (20, 34, 34, 34),
        ("Cumuls", "Brut", "Imposable", "Heures"),
        (
            ("Mois", french(pay.gross), french(pay.net_taxable), french(pay.hours)),
            ("Année", french(pay.gross * months), french(pay.net_taxable * months), french(pay.hours * months)),
        ),
    )
    sheet.text(140, y - 10, words.net_paid, 10, bold=True)
    sheet.text(150, y - 4, french(pay.net_paid), 12, bold=True, align="R", width=48)
    whole = pay.truth() | {"pages": "2"}
    first = {name: value for name, value in whole.items() if name not in LAST}
    return Drawn(sheet, "payslip", (first, whole), pay.also_right())


def _heading(sheet: Sheet, pay: Pay, page: str) -> None:
    slip = pay.slip
    person = slip.employee
    sheet.text(8, 8, "BULLETIN DE PAIE", 13, bold=True)
    sheet.text(170, 8, f"Page {page}", 8)
    sheet.text(8, 15, f"Période de paie du {day(slip.start)} au {day(slip.end)}", 9)
    sheet.text(120, 15, f"Date de paiement {day(slip.pay_date)}", 9)
    stack(
        sheet,
        8,
        26,
        (slip.employer.name, slip.employer.street, slip.employer.town, f"Siret {slip.employer.siret}"),
        bold_first=True,
    )
    sheet.text(8, 50, f"Matricule 118   N° SS {person.nir}   Emploi {slip.job}", 8)
    stack(
        sheet,
        112,
        40,
        (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street, person.town),
        10.5,
        5.2,
    )
