"""Recent pay software: the month's figures in cards on top, labels above their values, then sections without rules."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Base", 110, "base"),
    Column("Taux", 128, "rate"),
    Column("Salarié", 162, "gain+minus"),
    Column("Employeur", 198, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross=random.choice(("Salaire brut", "Total brut")),
        net_paid=random.choice(("Net payé", "Net versé", "Net à payer après impôt")),
        net_taxable=random.choice(("Net imposable", "Net fiscal")),
        total="Total cotisations",
        before_tax="Net à payer avant impôt sur le revenu",
    )
    sheet = Sheet(face)
    sheet.text(12, 9, "Fiche de paie", 17, bold=True)
    sheet.text(12, 18, f"{slip.month_name} · du {day(slip.start)} au {day(slip.end)}", 10)
    sheet.text(130, 11, f"Versement le {day(slip.pay_date)}", 9)
    cards = [(words.net_paid, pay.net_paid), (words.net_taxable, pay.net_taxable), ("Salaire brut", pay.gross)]
    if pay.net_social is not None:
        cards.insert(1, ("Montant net social", pay.net_social))
    for place, (label, value) in enumerate(cards):
        sheet.box(12 + 47 * place, 26, 44, 15, fill=(236, 240, 250), edge=False)
        sheet.text(15 + 47 * place, 28, label, 7.5)
        sheet.text(15 + 47 * place, 33, f"{french(value)} €", 12, bold=True)
    sheet.text(12, 46, "Salarié", 7.5)
    stack(sheet, 12, 50, (person.name, person.street, person.town, f"{slip.job}, {french(slip.hours)} heures"), 9)
    sheet.text(110, 46, "Employeur", 7.5)
    stack(
        sheet,
        110,
        50,
        (
            slip.employer.name,
            slip.employer.street,
            slip.employer.town,
            f"SIRET {slip.employer.siret} – NAF {slip.employer.activity}",
        ),
        9,
    )
    y = table(
        sheet,
        10,
        74,
        COLUMNS,
        [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)],
        7.5,
        4.6,
        "none",
        None,
        "",
    )
    sheet.box(10, y + 2, 190, 9, fill=(40, 60, 130), edge=False)
    sheet.ink(255, 255, 255)
    sheet.text(14, y + 4.5, words.net_paid, 10, bold=True)
    sheet.text(140, y + 4.5, f"{french(pay.net_paid)} €", 11, bold=True, align="R", width=57)
    sheet.ink(0, 0, 0)
    sheet.text(12, 287, "1/1", 7)
    return Drawn(sheet, "payslip", (pay.truth(),), pay.also_right())
