"""Accountants' software: labels and values in two columns, a rate and an amount each side, two strips at the foot."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, pairs, stack, strip, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Base", 98, "base"),
    Column("Taux", 113, "rate"),
    Column("Montant", 138, "gain+minus"),
    Column("Taux", 155, "employer_rate"),
    Column("Montant", 198.5, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    slip = pay.slip
    words = Words(
        gross=random.choice(("Salaire brut", "Total brut", "SALAIRE BRUT")),
        total="Total des retenues",
        net_paid=random.choice(("Net à payer", "NET PAYÉ", "Net à payer en euros")),
        net_taxable=random.choice(("Net imposable", "Net fiscal", "Net à déclarer")),
        hours=random.choice(("Heures trav.", "Heures payées", "Nb heures")),
        before_tax=random.choice(("Net à payer avant impôt sur le revenu", "Net avant impôt")),
    )
    sheet = Sheet(face)
    sheet.box(10, 8, 190, 9, fill=(215, 222, 232))
    sheet.text(10, 10.5, "BULLETIN DE SALAIRE", 12, bold=True, align="C", width=110)
    sheet.text(125, 10.8, f"Période : {day(slip.start)} - {day(slip.end)}", 9, bold=True)
    stack(sheet, 12, 21, (slip.employer.name, slip.employer.street, slip.employer.town), bold_first=True)
    pairs(sheet, 12, 37, (("Siret", slip.employer.siret), ("NAF", slip.employer.activity)), 18)
    pairs(
        sheet,
        12,
        50,
        (
            ("Matricule", "0071"),
            ("N° S.S.", f"{slip.employee.nir[:13]} {slip.employee.nir[13:]}"),
            ("Emploi", slip.job),
            ("Entrée le", "04/09/2018"),
            ("Payé le", f"{day(slip.pay_date)}  Virement"),
        ),
        24,
    )
    person = slip.employee
    stack(
        sheet,
        112,
        44,
        (f"{person.title} {person.first_name} {person.last_name.upper()}", person.street, person.town),
        11,
        5.4,
    )
    sheet.text(118, 75.5, "Part salariale", 7.5, bold=True)
    sheet.text(165, 75.5, "Part patronale", 7.5, bold=True)
    lines = [*earnings(pay, words), *contributions(pay, words, groups=random.random() < 0.5), *nets(pay, words)]
    y = table(sheet, 10, 79, COLUMNS, lines, title="Rubriques", least=205, rules=random.choice(("columns", "grid")))
    months = slip.month.month
    y = strip(
        sheet,
        10,
        y + 3,
        (22, 28, 28, 28, 32),
        ("", words.hours, "Brut", words.net_taxable, "Charges patronales"),
        (
            ("Mois", french(slip.hours), french(pay.gross), french(pay.net_taxable), french(pay.employer_total)),
            ("Année", *(french(one * months) for one in (slip.hours, pay.gross, pay.net_taxable, pay.employer_total))),
        ),
    )
    sheet.box(154, y - 15, 46, 15)
    sheet.text(154, y - 13, words.net_paid, 9, bold=True, align="C", width=46)
    sheet.text(154, y - 7, f"{french(pay.net_paid)} €", 12, bold=True, align="C", width=46)
    strip(
        sheet, 10, y + 3, (30, 22, 22, 22), ("Congés", "Acquis", "Pris", "Solde"), (("N-1", "25,00", "10,00", "15,00"),)
    )
    sheet.text(10, 286, "Conservez ce bulletin sans limitation de durée", 7)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())
