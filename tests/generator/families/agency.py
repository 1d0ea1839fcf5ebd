"""A temporary agency's bulletin: several missions with dates of their own, firm and client, end-of-mission pay."""

import datetime as dt
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, strip, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Base", 100, "base"),
    Column("Taux", 118, "rate"),
    Column("Gains", 144, "gain"),
    Column("Retenues", 170, "deduction"),
    Column("Employeur", 200, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross=random.choice(("TOTAL BRUT", "Rémunération brute", "Brut total")),
        net_paid=random.choice(("NET A PAYER", "Net à payer", "NET PAYE")),
        net_taxable=random.choice(("Net imposable", "Net imp. mois", "Imposable du mois")),
        hours=random.choice(("Heures payées", "Heures du mois", "Total heures")),
    )
    sheet = Sheet(face)
    stack(
        sheet,
        10,
        10,
        (
            slip.employer.name,
            "Entreprise de travail temporaire",
            slip.employer.street,
            slip.employer.town,
            f"SIRET : {slip.employer.siret}  APE : 7820Z",
            "Garantie financière : Caution Mutuelle du Travail",
        ),
        8.5,
        bold_first=True,
    )
    sheet.text(118, 10, "BULLETIN DE PAIE", 13, bold=True)
    sheet.text(118, 17, f"Période du {day(slip.start)} au {day(slip.end)}", 9)
    sheet.text(118, 22, f"Règlement par virement le {day(slip.pay_date)}", 9)
    stack(
        sheet,
        118,
        42,
        (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street, person.town),
        10.5,
        5.2,
    )
    sheet.text(10, 46, f"N° intérimaire : 88123   N° SS : {person.nir}", 8)
    middle = slip.start + dt.timedelta(days=13)
    strip(
        sheet,
        10,
        64,
        (24, 62, 50, 27, 27),
        ("Mission", "Entreprise utilisatrice", "Qualification", "Du", "Au"),
        (
            ("M-40117", "Plateforme du Bocage", slip.job, day(slip.start), day(middle)),
            ("M-40255", "Conserverie Atlantique", slip.job, day(middle + dt.timedelta(days=3)), day(slip.end)),
        ),
        7,
    )
    y = table(
        sheet,
        10,
        84,
        COLUMNS,
        [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)],
        rules="zebra" if random.random() < 0.5 else "grid",
        title="Libellé",
    )
    y = strip(
        sheet,
        10,
        y + 6,
        (32, 38, 38, 38),
        (words.hours, words.net_taxable, "Cumul imposable", "Cumul brut"),
        ((french(slip.hours), french(pay.net_taxable), french(pay.net_taxable * 3), french(pay.gross * 3)),),
    )
    sheet.box(120, y + 4, 80, 10)
    sheet.text(123, y + 7, words.net_paid, 10, bold=True)
    sheet.text(150, y + 6.5, f"{french(pay.net_paid)} €", 11, bold=True, align="R", width=47)
    sheet.text(10, 286, "Page 1/1", 7)
    return Drawn(sheet, "payslip", (pay.truth(),), pay.also_right())
