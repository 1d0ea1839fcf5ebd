# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips made on the web: by a subscription, by Urssaf's form."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, stack
from tests.generator.payslip import day
from tests.generator.sixth.companies import draw_month, overtime
from tests.generator.sixth.month import HEAD, NOTHING, SUMS, Due, Item, Month, draw_dates, dues, euros, product
from tests.generator.sixth.people import draw_employer, draw_individual, spaced_siret
from tests.generator.sixth.ruled import Col, Row, comma, decimals, euro, head, over, printed, rows

_SHOPS = ("Salon Coiff'{last}", "Boucherie {last}", "Fleurs {last}", "Garage {last}")


def cards(random: Random, face: Face) -> Drawn:
    """A web firm's: airy, euro signs, sections; the work began within the month; costs repaid after the tax."""
    begun = draw_month(random, 2024, begun=random.choice((6, 11, 16, 20)))
    costs = Item("Remboursement de frais professionnels", euros(random, 12, 160))
    month = replace(begun, besides=(), afterwards=(costs,))
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.text(15, 12, "Bulletin de paie", 17, True)
    sheet.ink(90, 90, 110)
    sheet.text(15, 21, f"Période du {day(month.start)} au {day(month.end)}", 9)
    sheet.ink(0, 0, 0)
    stack(
        sheet,
        15,
        31,
        (boss.name, boss.street, boss.town, f"SIRET {spaced_siret(boss.siret)}", f"APE {boss.activity}"),
        8.5,
        4.4,
        True,
    )
    stack(sheet, 118, 31, (person.name, person.street, person.town, f"N° de sécurité sociale {person.nir}",
                           f"{month.job} · entrée le {day(month.start)}"), 8.5, 4.4, True)  # fmt: skip
    cols = (Col("", 15, "L", 76), Col("Base", 108), Col("Taux salarial", 128), Col("Montant salarial", 153),
            Col("Taux patronal", 172), Col("Montant patronal", 196))  # fmt: skip
    pale, dark = (244, 245, 250), (70, 80, 160)
    lines = [Row(("Rémunération brute", "", "", "", "", ""), True, None, dark)]
    for one in month.earned:
        lines.append(Row((one.wording, printed(one.base), decimals(one.rate, 2), euro(one.amount), "", "")))
    lines.append(Row(("Total brut", "", "", euro(month.gross), "", ""), True, pale))
    last = ""
    for due in month.dues:
        if due.group != last:
            lines.append(Row((due.group, "", "", "", "", ""), True, None, dark))
            last = due.group
        own, theirs = printed(due.own, euro), printed(due.theirs, euro)
        lines.append(Row((due.wording, euro(due.base), f"{decimals(due.own_rate, 2)} %" if own else "", own,
                          f"{decimals(due.their_rate, 2)} %" if theirs else "", theirs)))  # fmt: skip
    lines.append(
        Row(("Total cotisations et contributions", "", "", euro(month.own), "", euro(month.theirs)), True, pale)
    )
    head(sheet, 60, cols, 6.2, False)
    y = rows(sheet, 65, cols, lines, 7.2, 4.5, (13, 198)) + 4
    sums = [
        ("Coût total pour l'employeur", month.cost, False),
        ("Montant net social", month.net_social or NOTHING, True),
        ("Net à payer avant impôt sur le revenu", month.before_tax, True),
        (
            f"Impôt sur le revenu prélevé à la source ({decimals(month.tax_rate, 2) or '0,00'} % de {euro(month.net_taxable)})",
            -month.tax,
            False,
        ),
        (month.afterwards[0].wording, month.afterwards[0].amount, False),
    ]
    for label, amount, bold in sums:
        sheet.text(70, y, label, 8, bold)
        sheet.text(150, y, euro(amount), 8, bold, "R", 46)
        y += 5.2
    sheet.box(68, y, 130, 10, (70, 80, 160), False)
    sheet.ink(255, 255, 255)
    sheet.text(72, y + 3, f"Net payé par virement le {day(month.paid_on)}", 9, True)
    sheet.text(150, y + 2.8, euro(month.net_paid), 11, True, "R", 45)
    sheet.ink(0, 0, 0)
    y += 15
    over(sheet, 15, y, "Heures travaillées", f"{comma(month.hours)} h", 8)
    over(sheet, 55, y, "Net imposable", euro(month.net_taxable), 8)
    over(sheet, 95, y, "Net imposable depuis l'entrée", euro(month.net_taxable), 8)
    over(sheet, 140, y, "Congés payés restants", f"{random.randint(2, 24)},50 jours", 8)
    return Drawn(sheet, "payslip", (month.truth(*HEAD, *SUMS, "dates", "pay_date", "hours"),), overtime(month))


def apprentice(random: Random, face: Face) -> Drawn:
    """A small shop's by Urssaf's form: nothing due of an apprentice's pay, hence one sum for gross and nets."""
    start, end = draw_dates(random, 2024, 2026)
    hours = Decimal("151.67")
    pay = product("Salaire de base", hours, euros(random, 4.6, 7.1))
    month = Month(
        draw_employer(random, _SHOPS), draw_individual(random), start, end, end + dt.timedelta(days=random.choice((0, 2, 5))),
        "Apprenti CAP 2e année", hours, (pay,),
        tuple(Due(one.group, one.wording, one.base, NOTHING, one.their_rate) for one in dues(pay.amount) if one.theirs)[:5],
    )  # fmt: skip
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.ink(20, 60, 130)
    sheet.text(12, 10, "Tese", 18, True)
    sheet.ink(0, 0, 0)
    sheet.text(40, 12, "Titre emploi service entreprise - Bulletin de paie", 11, True)
    sheet.text(
        12,
        24,
        f"Période d'emploi : du {start:%d/%m/%Y} au {end:%d/%m/%Y}     Date de paiement : {month.paid_on:%d/%m/%Y}",
        8.5,
    )
    stack(sheet, 12, 34, ("Employeur", boss.name, boss.street, boss.town, f"N° Siret : {boss.siret}"), 9, 4.8, True)
    stack(sheet, 112, 34, ("Salarié", f"{person.last_name.upper()} {person.first_name}", person.street, person.town,
                           f"N° Sécurité sociale : {person.nir}", f"Emploi : {month.job}"), 9, 4.8, True)  # fmt: skip
    cols = (
        Col("Libellé", 14, "L", 70),
        Col("Base", 110),
        Col("Taux", 134),
        Col("Salarié", 162),
        Col("Employeur", 196),
    )
    blue = (222, 232, 246)
    base = month.earned[0]
    lines = [
        Row((base.wording, comma(hours), decimals(base.rate, 2), comma(base.amount), "")),
        Row(("Rémunération brute", "", "", comma(month.gross), ""), True, blue),
        *(Row((one.wording, comma(one.base), "exonéré", "0,00", comma(one.theirs))) for one in month.dues),
        Row(("Total des cotisations et contributions", "", "", "0,00", comma(month.theirs)), True, blue),
        Row(("Montant net social", "", "", comma(month.gross), ""), True),
        Row(("Net à payer avant impôt sur le revenu", "", "", comma(month.gross), ""), True),
        Row(("Impôt sur le revenu prélevé à la source", "", "", "0,00", "")),
        Row(("Net à payer au salarié", "", "", comma(month.gross), ""), True, blue),
    ]
    sheet.box(12, 64, 186, 7, blue)
    head(sheet, 66.4, cols, 8)
    y = rows(sheet, 74, cols, lines, 8.5, 6.4, (12, 198))
    sheet.text(
        14,
        y + 4,
        f"Heures rémunérées : {comma(hours)}    Rémunération de l'apprenti exonérée d'impôt jusqu'au Smic annuel",
        7.5,
    )
    sheet.text(14, y + 9, f"Total versé par l'employeur : {comma(month.cost)}", 7.5)
    return Drawn(
        sheet, "payslip", (month.truth(*HEAD, "gross", "net_social", "net_paid", "dates", "pay_date", "hours"),)
    )
