"""The renovated model: blocks by risk, the employer's column last, social and taxable net in bands of their own."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Line, Words, contributions, earnings, pairs, rate, stack, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("Base", 112, "base"),
    Column("Taux salarié", 134, "rate"),
    Column("Montant salarié", 164, "gain+minus"),
    Column("Montant employeur", 199, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross=random.choice(("Rémunération brute", "Salaire brut")), total="Total des cotisations et contributions"
    )
    sheet = Sheet(face)
    sheet.text(12, 9, f"Bulletin de paie – {slip.month_name}", 15, bold=True)
    sheet.text(12, 17, f"Emploi du {day(slip.start)} au {day(slip.end)}, payé le {day(slip.pay_date)}", 9)
    employer, employee = (12, 110) if random.random() < 0.6 else (110, 12)
    sheet.text(employer, 26, "Employeur", 8, bold=True)
    y = stack(sheet, employer, 31, (slip.employer.name, slip.employer.street, slip.employer.town), 9)
    pairs(sheet, employer, y, (("N° SIRET", slip.employer.siret), ("Code APE", slip.employer.activity)), 22)
    sheet.text(employee, 26, "Salarié", 8, bold=True)
    y = stack(sheet, employee, 31, (f"{person.first_name} {person.last_name}", person.street, person.town), 9)
    pairs(
        sheet,
        employee,
        y,
        (("N° de Sécurité sociale", person.nir), ("Emploi", slip.job), ("Heures du mois", french(slip.hours))),
        40,
    )
    y = table(
        sheet,
        10,
        64,
        COLUMNS,
        [*earnings(pay, words), *contributions(pay, words)],
        7.5,
        4.4,
        "zebra",
        (208, 224, 220),
        "Rubrique",
    )
    y = _band(sheet, y + 2, "Montant net social", french(pay.net_social)) if pay.net_social is not None else y + 2
    extras = [
        ("Frais de transport", pay.transport, ""),
        ("Titres-restaurant", pay.meals, "-"),
        ("Acompte versé", pay.advance, "-"),
    ]
    for wording, amount, sign in extras:
        if amount:
            sheet.text(13, y + 1, wording, 8)
            sheet.text(120, y + 1, f"{sign}{french(amount)} €", 8, align="R", width=44)
            y += 5
    y = _band(sheet, y, "Montant net à payer avant impôt sur le revenu", french(pay.net_before_tax))
    y = table(
        sheet,
        10,
        y + 2,
        (
            Column("Base", 112, "base"),
            Column("Taux", 134, "rate"),
            Column("Montant", 164, "minus"),
            Column("Cumul annuel", 199, "year"),
        ),
        [
            Line(
                "Montant net imposable",
                {"base": "", "minus": french(pay.net_taxable), "year": french(pay.net_taxable * slip.month.month)},
            ),
            Line(
                "Impôt sur le revenu prélevé à la source",
                {
                    "base": french(pay.net_taxable),
                    "rate": f"{rate(slip.tax_rate)} %",
                    "minus": french(pay.tax),
                    "year": french(pay.tax * slip.month.month),
                },
            ),
        ],
        8,
        title="Impôt sur le revenu",
    )
    y = _band(
        sheet, y + 3, random.choice(("Montant net à payer", "Net à payer au salarié", "Net payé")), french(pay.net_paid)
    )
    sheet.text(13, y + 2, f"Coût total pour l’employeur : {french(pay.gross + pay.employer_total)} €", 8)
    sheet.text(10, 285, "Page 1 sur 1 – à conserver sans limitation de durée – www.service-public.fr", 7)
    return Drawn(sheet, "payslip", (pay.truth(),), pay.also_right())


def _band(sheet: Sheet, y: float, wording: str, amount: str) -> float:
    sheet.box(10, y, 190, 6, fill=(222, 232, 228), edge=False)
    sheet.text(13, y + 1.5, wording, 9, bold=True)
    sheet.text(120, y + 1.5, f"{amount} €", 9.5, bold=True, align="R", width=44)
    return y + 8
