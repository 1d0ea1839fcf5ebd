# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips of companies as today's pay software prints them."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, stack
from tests.generator.payslip import cents, day
from tests.generator.sixth.month import (
    HEAD,
    NOTHING,
    SUMS,
    Item,
    Month,
    draw_dates,
    dues,
    euros,
    product,
    tax_rate,
)
from tests.generator.sixth.people import draw_employer, draw_individual, spaced_nir
from tests.generator.sixth.ruled import Col, Row, comma, decimals, figures, head, printed, rows

FULL = Decimal("151.67")


def draw_month(random: Random, first: int = 2023, last: int = 2026, begun: int = 1) -> Month:
    """A company's employee since day `begun` of the month, with or without overtime, bonus, meal tickets."""
    start, end = draw_dates(random, first, last)
    start = start.replace(day=begun)
    hours = random.choice((FULL, FULL, FULL, Decimal("104.00"), Decimal("121.33")))
    hours = cents(hours * (end.day - begun + 1) / end.day)
    hourly = euros(random, 11.88, 21)
    earned = [product("Salaire de base", hours, hourly)]
    if hours == FULL and random.random() < 0.4:
        over_hours = random.choice((Decimal("3.00"), Decimal("6.50"), Decimal("17.33")))
        earned.append(product("Heures supplémentaires à 125%", over_hours, cents(hourly * Decimal("1.25"))))
    if random.random() < 0.5:
        earned.append(
            Item(random.choice(("Prime d'ancienneté", "Prime qualité", "Prime 13ème mois")), euros(random, 40, 380))
        )
    if random.random() < 0.3:
        earned.append(Item("Absence maladie", -cents(hourly * 7 * random.randint(1, 3))))
    besides = []
    if random.random() < 0.4:
        besides.append(Item("Remboursement titre de transport", euros(random, 14, 43)))
    if random.random() < 0.4:
        besides.append(Item("Titres-restaurant (part salarié)", -4 * Decimal(random.randint(9, 20))))
    gross = sum((one.amount for one in earned), NOTHING)
    return Month(
        draw_employer(random),
        draw_individual(random),
        start,
        end,
        end - dt.timedelta(days=random.choice((0, 1, 3))),
        random.choice(("Magasinier cariste", "Serveur", "Assistante commerciale", "Agent de propreté", "Préparateur")),
        hours,
        tuple(earned),
        dues(gross, health=euros(random, 18, 42) if random.random() < 0.7 else NOTHING),
        tuple(besides),
        tax_rate=tax_rate(random),
    )


def hours_beyond(month: Month) -> Decimal:
    return sum((one.base or NOTHING for one in month.earned if one.wording.startswith("Heures sup")), NOTHING)


def overtime(month: Month) -> dict[str, tuple[str, ...]]:
    """Other right values: the hours with the overtime."""
    more = hours_beyond(month)
    return {"hours": (str(month.hours + more),)} if more else {}


def elements(random: Random, face: Face) -> Drawn:
    """An accountant's office: to deduct and to pay; month and year side by side; an advance."""
    month = draw_month(random)
    month = replace(
        month, besides=(*month.besides, Item(f"Acompte du {month.start.replace(day=14):%d/%m}", Decimal(-200)))
    )
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.text(10, 8, boss.name, 10, True)
    stack(sheet, 10, 13, (boss.street, boss.town, f"Siret : {boss.siret}    Code Naf : {boss.activity}"), 8, 4)
    sheet.text(120, 8, "BULLETIN DE SALAIRE", 14, True)
    sheet.text(120, 15, f"Période : {month.name_of_month}", 10)
    details = (
        f"Matricule : {random.randint(1, 140):05d}",
        f"N° SS : {spaced_nir(person.nir)}",
        f"Emploi : {month.job}",
        f"Coefficient : {random.randint(140, 260)}   Niveau : {random.choice(('I', 'II', 'III'))}",
        f"Entrée : {day(dt.date(random.randint(2005, 2021), random.randint(1, 12), 4))}",
        f"Conv. coll. : {boss.agreement}",
    )
    stack(sheet, 10, 31, details, 7.5, 4.1)
    sheet.box(112, 30, 88, 26)
    stack(
        sheet, 117, 35, (f"{person.title} {person.last_name} {person.first_name}", person.street, person.town), 9.5, 5
    )
    cols = (Col("Éléments de paie", 12, "L", 72), Col("Base", 104, "R"), Col("Taux", 121), Col("À déduire", 145),
            Col("À payer", 169), Col("Charges patronales", 198))  # fmt: skip
    lines = [
        Row((one.wording, printed(one.base), decimals(one.rate, 4), printed(max(-one.amount, NOTHING)),
             printed(max(one.amount, NOTHING)), ""))
        for one in month.earned
    ]  # fmt: skip
    lines.append(Row(("Salaire brut", "", "", "", comma(month.gross), ""), True, (238, 238, 238)))
    last = ""
    for due in month.dues:
        if due.group != last:
            lines.append(Row((due.group, "", "", "", "", ""), True))
            last = due.group
        rate = decimals(due.own_rate, 4) if due.own else ""
        lines.append(Row((f"  {due.wording}", comma(due.base), rate, printed(due.own), "", printed(due.theirs))))
    lines.append(
        Row(
            ("Total des cotisations et contributions", "", "", comma(month.own), "", comma(month.theirs)),
            True,
            (238, 238, 238),
        )
    )
    if month.net_social is not None:
        lines.append(Row(("Montant net social", "", "", "", comma(month.net_social), ""), True))
    for one in month.besides:
        lines.append(
            Row((one.wording, "", "", printed(max(-one.amount, NOTHING)), printed(max(one.amount, NOTHING)), ""))
        )
    lines.append(Row(("Net à payer avant impôt sur le revenu", "", "", "", comma(month.before_tax), ""), True))
    rate = decimals(month.tax_rate, 2) or "0,00"
    lines.append(
        Row(("Impôt sur le revenu prélevé à la source - PAS", comma(month.net_taxable), rate, comma(month.tax), "", ""))
    )
    sheet.box(10, 63, 190, 6, (224, 228, 234))
    head(sheet, 65, cols, 7.5)
    y = rows(sheet, 71.5, cols, lines, 7.3, 4.35)
    bottom = max(y + 1, 226.0)
    sheet.box(10, 63, 190, bottom - 63)
    for x in (85, 106, 123, 147, 171):
        sheet.line(x, 63, x, bottom)
    sheet.text(12, bottom + 4, f"Paiement le {day(month.paid_on)} par Virement", 8)
    sheet.box(120, bottom + 2, 80, 8, (238, 238, 238))
    sheet.text(122, bottom + 4.4, f"Net payé : {comma(month.net_paid)} euros", 10, True)
    ceiling = Decimal(3925)
    monthly = (month.hours, hours_beyond(month), month.gross, ceiling, month.net_taxable, month.theirs, month.cost)
    figures(
        sheet, 10, bottom + 14, (20, 24, 24, 28, 25, 25, 25, 19),
        (
            ("", "Heures", "Heures suppl.", "Brut", "Plafond S.S.", "Net imposable", "Ch. patronales", "Coût Global"),
            ("Mensuel", *(printed(one) for one in monthly)),
            ("Annuel", *(printed(month.since_january(one)) for one in monthly)),
        ),
    )  # fmt: skip
    sheet.text(10, 286, "Dans votre intérêt, et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans "
               "limitation de durée.", 6.5)  # fmt: skip
    return Drawn(sheet, "payslip", (month.truth(*HEAD, *SUMS, "pay_date", "hours"),), overtime(month))
