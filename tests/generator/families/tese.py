"""The Urssaf's simplified bulletin for small firms: grouped contributions, one column of amounts a side."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Base", 104, "base"),
    Column("Taux", 122, "rate"),
    Column("Part salariale", 154, "gain+deduction"),
    Column("Part employeur", 196, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="Salaire brut",
        total="Total des cotisations et contributions",
        before_tax="Net à payer avant impôt sur le revenu",
    )
    sheet = Sheet(face)
    sheet.text(12, 10, "Titre emploi service entreprise", 11, bold=True)
    sheet.text(110, 10, "BULLETIN DE PAIE", 13, bold=True)
    sheet.box(110, 17, 88, 12)
    sheet.text(113, 18.5, f"Période : {day(slip.start)} au {day(slip.end)}", 9)
    sheet.text(113, 23.5, f"Payé le : {day(slip.pay_date)}", 9)
    sheet.text(12, 34, "Raison sociale", 7)
    stack(sheet, 12, 38, (slip.employer.name, slip.employer.street, slip.employer.town), 9)
    sheet.text(12, 54, f"SIRET : {slip.employer.siret}   Code NAF : {slip.employer.activity}", 8)
    sheet.text(110, 34, "Nom et prénom", 7)
    stack(sheet, 110, 38, (f"{person.last_name.upper()} {person.first_name}", person.street, person.town), 9)
    sheet.text(110, 54, f"N° de sécurité sociale : {person.nir}", 8)
    sheet.text(12, 62, f"Emploi : {slip.job}     Nombre d’heures : {french(slip.hours)}", 8.5)
    y = table(
        sheet,
        10,
        70,
        COLUMNS,
        [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)],
        8,
        5,
        "grid",
        title="Éléments",
    )
    sheet.text(12, y + 4, f"Net imposable : {french(pay.net_taxable)} €", 9)
    sheet.text(12, y + 10, f"Cumul net imposable : {french(pay.net_taxable * slip.month.month)} €", 9)
    sheet.text(120, y + 4, random.choice(("Net à payer", "NET PAYÉ AU SALARIÉ")), 10, bold=True)
    sheet.text(150, y + 4, f"{french(pay.net_paid)} €", 11, bold=True, align="R", width=46)
    sheet.text(12, 285, "Centre national TESE – www.letese.urssaf.fr", 7)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())
