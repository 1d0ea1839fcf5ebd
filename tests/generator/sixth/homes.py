# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips of people who work in others' homes: paid by a household, or by an association of carers."""

import datetime as dt
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, stack
from tests.generator.payslip import cents
from tests.generator.people import Employer
from tests.generator.sixth.month import (
    HEAD,
    NOTHING,
    SUMS,
    Due,
    Item,
    Month,
    draw_dates,
    dues,
    euros,
    product,
    tax_rate,
)
from tests.generator.sixth.people import draw_employer, draw_individual, spaced_nir
from tests.generator.sixth.ruled import Col, Row, comma, decimals, euro, head, over, printed, rows

_CARERS = ("Association ADOM {town}", "Fédération Aide à Domicile {town}", "SSIAD du Haut Pays", "Domicile Services 43")


def household(random: Random, face: Face) -> Drawn:
    """A cheque-employment bulletin: a number in place of the SIRET, what the employer is charged and gets back."""
    start, end = draw_dates(random, 2023, 2026)
    hours = Decimal(random.choice(("12.00", "18.50", "26.00", "32.00", "43.00")))
    pay = product("Salaire brut (congés payés de 10 % inclus)", hours, euros(random, 14, 19))
    host, person = draw_individual(random), draw_individual(random)
    base = pay.amount
    charged = tuple(
        Due("", wording, cents(base * Decimal(share)), Decimal(own), Decimal(theirs), untaxable="non déd" in wording)
        for wording, share, own, theirs in (
            ("Sécurité sociale", "1", "7.30", "17.60"),
            ("Retraite complémentaire et CEG", "1", "4.01", "6.01"),
            ("Prévoyance Ircem", "1", "1.04", "1.40"),
            ("Assurance chômage", "1", "0", "4.05"),
            ("Formation, FNAL, santé au travail", "1", "0", "3.32"),
            ("CSG déductible", "0.9825", "6.80", "0"),
            ("CSG-CRDS non déductibles", "0.9825", "2.90", "0"),
        )
    )
    month = Month(
        Employer(f"{host.title} {host.name}", "", "", "", host.street, host.town), person, start, end,
        end + dt.timedelta(days=random.choice((1, 3, 5))), "Employé familial B", hours, (pay,), charged,
        (Item("Indemnité kilométrique", euros(random, 4, 28)),) if random.random() < 0.5 else (), (), tax_rate(random),
    )  # fmt: skip
    sheet = Sheet(face)
    sheet.box(12, 10, 36, 13, (235, 95, 40), False)
    sheet.ink(255, 255, 255)
    sheet.text(12, 13.5, "Cesu", 16, True, "C", 36)
    sheet.ink(0, 0, 0)
    sheet.text(56, 11, "BULLETIN DE SALAIRE", 13, True)
    sheet.text(56, 18, f"Période d'emploi du {start:%d/%m/%Y} au {end:%d/%m/%Y}", 9)
    sheet.text(14, 31, "Votre employeur", 9, True)
    stack(
        sheet,
        14,
        36,
        (month.employer.name, host.street, host.town, f"N° employeur Cesu : Z{random.randint(10**6, 10**7 - 1)}"),
        8.5,
        4.4,
    )
    sheet.text(110, 31, "Vous", 9, True)
    stack(sheet, 110, 36, (f"{person.title} {person.first_name} {person.last_name.upper()}", person.street, person.town,
                           f"N° Sécurité sociale : {spaced_nir(person.nir)}"), 8.5, 4.4)  # fmt: skip
    sheet.line(14, 57, 196, 57)
    for place, (label, value) in enumerate(
        (("Emploi occupé", month.job), ("Nombre d'heures", comma(hours)), ("Date de paiement", f"{month.paid_on:%d/%m/%Y}"),
         ("Convention collective", "Particuliers employeurs (3239)"))
    ):  # fmt: skip
        over(sheet, (14, 58, 92, 134)[place], 60, label, value, 8.5)
    orange = (252, 236, 226)
    cols = (
        Col("Rubriques", 16, "L", 74),
        Col("Base", 114),
        Col("Taux", 132),
        Col("Part salariale", 162),
        Col("Part patronale", 194),
    )
    lines = [
        Row((pay.wording, comma(hours), decimals(pay.rate, 2), comma(base), "")),
        Row(("Total brut", "", "", comma(month.gross), ""), True, orange),
    ]
    for due in month.dues:
        lines.append(
            Row((due.wording, comma(due.base), decimals(due.own_rate, 2), printed(due.own), printed(due.theirs)))
        )
    lines.append(Row(("Total des cotisations", "", "", comma(month.own), comma(month.theirs)), True, orange))
    if month.net_social is not None:
        lines.append(Row(("Montant net social", "", "", comma(month.net_social), "")))
    lines += [Row((one.wording, "", "", comma(one.amount), "")) for one in month.besides]
    lines.append(Row(("Net à payer avant impôt sur le revenu", "", "", comma(month.before_tax), ""), True))
    rate = decimals(month.tax_rate, 2) or "0,00"
    lines.append(Row(("Impôt sur le revenu prélevé à la source", comma(month.net_taxable), rate, comma(month.tax), "")))
    lines.append(Row(("Net à payer", "", "", comma(month.net_paid), ""), True, orange))
    head(sheet, 73, cols, 7.5)
    y = rows(sheet, 78, cols, lines, 8.2, 6.2, (14, 196)) + 4
    sheet.box(14, y, 182, 21)
    notes = (
        f"Net imposable : {comma(month.net_taxable)}     Cumul net imposable : {comma(month.since_january(month.net_taxable))}",
        f"Coût total pour l'employeur : {comma(month.cost)}, dont {comma(month.own + month.theirs + month.tax)} prélevés sur son compte",
        f"Avance immédiate de crédit d'impôt de l'employeur : {comma(cents(month.cost / 2))}",
    )
    stack(sheet, 17, y + 3, notes, 8, 5.6)
    sheet.text(
        14,
        y + 26,
        "Centre national du Cesu - Ce document remplace le bulletin de paie (art. L. 1271-1 du code du travail).",
        6.8,
    )
    shown = ("period", "employer_name", "employee_name", *SUMS, "dates", "pay_date", "hours")
    return Drawn(sheet, "payslip", (month.truth(*shown),))


def home_care(random: Random, face: Face) -> Drawn:
    """An association's carer: part time, Sundays, a meter of hours, journeys repaid between two nets."""
    start, end = draw_dates(random, 2023, 2026)
    hours = Decimal(random.choice(("86.67", "108.33", "117.00", "130.00")))
    hourly = euros(random, 11.9, 14.6)
    earned = [
        product("Salaire mensualisé", hours, hourly),
        product("Majoration dimanche et férié", Decimal(random.randint(3, 9)), cents(hourly * Decimal("0.45"))),
    ]
    if random.random() < 0.5:
        earned.append(Item("Élément complémentaire de rémunération", euros(random, 18, 70)))
    gross = sum((one.amount for one in earned), NOTHING)
    journeys = product("Frais kilométriques domicile-interventions", Decimal(random.randint(60, 420)), Decimal("0.38"))
    month = Month(
        draw_employer(random, _CARERS), draw_individual(random), start, end, end + dt.timedelta(days=random.choice((3, 6, 8))),
        random.choice(("Auxiliaire de vie", "Aide à domicile", "Aide-soignante")), hours, tuple(earned),
        dues(gross, health=euros(random, 14, 30)), (), (journeys,), tax_rate(random),
    )  # fmt: skip
    boss, person = month.employer, month.person
    of_month = ("d'" if month.name_of_month[0] in "AO" else "de ") + month.name_of_month.lower()
    sheet = Sheet(face)
    sheet.text(10, 9, f"Paie {of_month}", 14, True)
    sheet.text(10, 16, f"versée le {month.paid_on.day}/{month.paid_on.month}/{month.paid_on.year}", 8.5)
    stack(
        sheet,
        10,
        25,
        (f"{person.title} {person.last_name} {person.first_name}", person.street, person.town),
        10,
        5,
        True,
    )
    stack(
        sheet,
        125,
        9,
        (boss.name, "Aide, soins et accompagnement", boss.street, boss.town, f"Siret {boss.siret} - Ape 8810A"),
        8.5,
        4.4,
        True,
    )
    for place, (label, value) in enumerate(
        (("Emploi", month.job), ("Catégorie", f"Employé degré {random.randint(1, 2)} éch. {random.randint(1, 3)}"),
         ("N° Sécurité sociale", spaced_nir(person.nir)), ("Convention", "BAD (2941)"))
    ):  # fmt: skip
        over(sheet, (10, 58, 108, 160)[place], 44, label, value, 8)
    cols = (Col("Intitulé", 12, "L", 70), Col("Qté ou base", 108), Col("Taux salarié", 128), Col("Gains", 150), Col("Retenues", 171),
            Col("Employeur", 198))  # fmt: skip
    lines = [Row((one.wording, printed(one.base), decimals(one.rate, 3), comma(one.amount), "", "")) for one in earned]
    lines.append(Row(("Salaire brut total", "", "", comma(month.gross), "", ""), True, (228, 240, 240)))
    for due in month.dues:
        rate = decimals(due.own_rate, 3) if due.own else ""
        lines.append(Row((due.wording, comma(due.base), rate, "", printed(due.own), printed(due.theirs))))
    lines.append(
        Row(
            ("Total cotisations et contributions", "", "", "", comma(month.own), comma(month.theirs)),
            True,
            (228, 240, 240),
        )
    )
    if month.net_social is not None:
        lines.append(Row(("Montant net social (pour le RSA)", "", "", comma(month.net_social), "", ""), True))
    lines.append(Row(("Net à payer avant impôt sur le revenu", "", "", comma(month.before_tax), "", ""), True))
    rate = decimals(month.tax_rate, 1) or "0,0"
    lines.append(Row(("Impôt prélevé à la source (PAS)", comma(month.net_taxable), rate, "", comma(month.tax), "")))
    lines.append(Row(("Net après impôt", "", "", comma(month.after_tax), "", "")))
    lines.append(
        Row((journeys.wording, printed(journeys.base), decimals(journeys.rate, 3), comma(journeys.amount), "", ""))
    )
    sheet.box(10, 55, 190, 6, (200, 225, 225))
    head(sheet, 57, cols, 7)
    y = rows(sheet, 63, cols, lines, 7.4, 4.9) + 5
    sheet.box(120, y, 80, 14, (228, 240, 240))
    sheet.text(123, y + 1.6, "Montant viré sur votre compte", 8)
    sheet.text(120, y + 6.4, euro(month.net_paid), 13, True, "R", 77)
    for place, (label, value) in enumerate(
        (("Heures du contrat", comma(hours)), ("Compteur de modulation", f"{random.randint(-9, 14)},25 h"),
         ("Net imposable", comma(month.net_taxable)), ("Net imposable cumulé", comma(month.since_january(month.net_taxable))))
    ):  # fmt: skip
        over(sheet, 10 + 54 * (place % 2), y + 9 * (place // 2), label, value, 8.5)
    y += 24
    sheet.text(
        10,
        y,
        f"Congés N : acquis {random.randint(3, 25)},00 j, pris {random.randint(0, 3)},00 j.   Total versé par l'employeur : {comma(month.cost)}",
        7.5,
    )
    sheet.text(
        10, y + 5, "Allègement de cotisations employeur du mois : " + comma(cents(month.gross * Decimal("0.1142"))), 7.5
    )
    return Drawn(sheet, "payslip", (month.truth(*HEAD, *SUMS, "pay_date", "hours"),))
