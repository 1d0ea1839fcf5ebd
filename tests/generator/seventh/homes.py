"""Layouts of small employers: a childminder's month at a family's, a farm's two stretches of picking."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import MONTHS, cents, day, french
from tests.generator.seventh.frame import (
    KEEP,
    Col,
    Row,
    blank,
    earned,
    euros,
    fit,
    grid,
    label_pairs,
    levied,
    stacked,
    summed,
)
from tests.generator.seventh.month import Earning, draw_month
from tests.generator.seventh.schemes import SIMPLE


def childminder(random: Random, face: Face) -> Drawn:
    """A family's declaration: no SIRET, upkeep and meals after the net social, the day it was drawn up beside."""
    days = Decimal(random.randint(13, 21))
    keep = Earning("Indemnités d’entretien", cents(days * Decimal("3.96")), days, Decimal("3.96"))
    meals = Earning("Indemnités de repas", cents(days * Decimal("4.50")), days, Decimal("4.50"))
    drawn = draw_month(
        random,
        "home",
        SIMPLE,
        hours=("130.00", "117.00", "91.00", "152.00"),
        salary="Salaire mensuel de base",
        extras=lambda _: (keep, meals) if random.random() < 0.7 else (keep,),
    )
    hourly = Decimal(random.randint(390, 520)) / 100
    lines = [Earning("Salaire mensuel de base", cents(drawn.contract * hourly), drawn.contract, hourly)]
    paid = drawn.contract
    if random.random() < 0.5:
        more = Decimal(random.choice(("4.00", "6.50", "9.00")))
        lines.append(Earning("Heures complémentaires", cents(more * hourly), more, hourly))
        paid += more
    lines.append(Earning("Congés payés (10 %)", cents(lines[0].amount / 10)))
    month = replace(drawn, earnings=tuple(lines), paid_hours=paid, hourly=hourly)
    person, employer = month.person, month.employer
    sheet = blank(face)
    sheet.ink(0, 96, 100)
    fit(sheet, 14, 13, "Bulletin de salaire", 17, 100, True)
    sheet.ink(0, 0, 0)
    fit(sheet, 14, 22, "Assistant maternel agréé - particulier employeur", 9, 100)
    name = MONTHS[month.end.month - 1].lower()
    fit(sheet, 120, 14, f"Du 1er {name} {month.end.year} au {month.end.day} {name} {month.end.year}", 9, 76, align="R")
    fit(sheet, 120, 19, f"Date du versement : {day(month.pay_date)}", 9, 76, align="R")
    made = month.pay_date + dt.timedelta(days=random.choice((2, 3, 6)))
    fit(sheet, 120, 24, f"Bulletin établi le {day(made)}", 8, 76, align="R")
    sheet.line(14, 31, 196, 31)
    fit(sheet, 14, 34, "Le parent employeur", 8, 80, True)
    stacked(
        sheet,
        14,
        39,
        (employer.name, employer.street, employer.town, f"N° Urssaf service : Y7{month.number}"),
        9,
        4.7,
        84,
    )
    fit(sheet, 110, 34, "L’assistante ou assistant maternel", 8, 86, True)
    born = f" (née {month.birth.upper()})" if month.birth else ""
    stacked(
        sheet,
        110,
        39,
        (f"{person.first_name} {person.last_name.upper()}{born}", person.street, person.town, f"NIR {person.nir}"),
        9,
        4.7,
        86,
    )
    y = 64.0
    facts = [
        ("Enfant gardé", "Noé, né le 14/02/2021"),
        ("Nombre de jours d’activité", str(days)),
        ("Nombre d’heures rémunérées", french(paid)),
    ]
    y = label_pairs(sheet, 14, y, facts, 60, 120, 8.5, 4.8) + 3
    cols = (
        Col("label", "Détail", 14, 94, "L"),
        Col("base", "Base", 94, 116),
        Col("rate", "Taux", 116, 136),
        Col("all", "Part salariale", 136, 166),
        Col("employer", "Part patronale", 166, 196),
    )
    rows = [*earned(month, french, "Total salaire brut"), *levied(month, french, "Total des cotisations", groups=False)]
    y = grid(sheet, y, cols, rows, 8, 5.1, "rows", (214, 236, 236)) + 5
    nets = [("Montant net imposable", month.taxable), ("Net avant indemnités", month.net_social)]
    if month.states_net_social:
        nets.insert(0, ("Montant net social", month.net_social))
        nets.pop()
    nets += [(one.wording, one.amount) for one in month.extras]
    nets += [("Net à payer avant impôt sur le revenu", month.before_tax)]
    nets += [(f"Impôt prélevé à la source ({f'{month.tax_rate:.2f}'.replace('.', ',')} %)", -month.tax)]
    for label, value in nets:
        fit(sheet, 84, y, label, 9, 76)
        fit(sheet, 160, y, euros(value), 9, 36, align="R")
        y += 5.6
    sheet.box(82, y, 114, 10, fill=(0, 96, 100), edge=False)
    sheet.ink(255, 255, 255)
    fit(sheet, 84, y + 3, "Total net versé au salarié", 11, 70, True)
    fit(sheet, 154, y + 3, euros(month.net_paid), 12, 40, True, "R")
    sheet.ink(0, 0, 0)
    fit(sheet, 14, y + 15, f"Cumul imposable depuis janvier : {euros(month.year(month.taxable))}", 8, 90)
    fit(sheet, 14, 284, KEEP, 7, 182)
    return Drawn(sheet, "payslip", (month.truth("employer_siret"),), month.also())


def harvest(random: Random, face: Face) -> Drawn:
    """A farm's simplified slip: two stretches of work in one month, at the foot a part to be cut off and kept."""
    drawn = draw_month(random, "farm", SIMPLE, hours=("60.00",), jobs=("Vendangeur", "Ouvrier cueilleur"))
    first = Decimal(random.choice(("35.00", "42.00", "49.00")))
    second = Decimal(random.choice(("56.00", "63.00", "70.50")))
    start = drawn.start.replace(day=random.randint(1, 4))
    last = drawn.start.replace(day=random.randint(26, 28))
    pause, again = start + dt.timedelta(days=6), start + dt.timedelta(days=11)
    paid = first + second
    earnings = [
        Earning("Salaire 1re période", cents(first * drawn.hourly), first, drawn.hourly),
        Earning("Salaire 2e période", cents(second * drawn.hourly), second, drawn.hourly),
    ]
    worked = sum((one.amount for one in earnings), Decimal(0))
    earnings.append(Earning("Indemnité compensatrice de congés payés 10 %", cents(worked / 10)))
    lodged = (Earning("Avantage logement déduit", -Decimal(random.randint(3000, 7400)) / 100),)
    month = replace(
        drawn,
        start=start,
        end=last,
        pay_date=last + dt.timedelta(days=random.choice((0, 2, 7))),
        earnings=tuple(earnings),
        paid_hours=paid,
        contract=paid,
        extras=lodged if random.random() < 0.5 else (),
    )
    person, employer = month.person, month.employer
    sheet = blank(face)
    sheet.box(12, 10, 186, 11, fill=(228, 238, 216))
    fit(sheet, 15, 13.5, "TESA - BULLETIN DE PAIE SIMPLIFIÉ - EMPLOI AGRICOLE", 10.5, 130, True)
    fit(sheet, 146, 13.7, f"N° {month.number}/{month.end:%m}", 9, 50, align="R")
    sheet.box(12, 24, 91, 32)
    sheet.box(107, 24, 91, 32)
    fit(sheet, 14, 26, "EMPLOYEUR", 7, 80)
    stacked(
        sheet,
        14,
        30.5,
        (employer.name, employer.street, employer.town, f"SIRET : {employer.siret}", employer.agreement),
        8.5,
        4.7,
        87,
        0,
    )
    fit(sheet, 109, 26, "SALARIÉ", 7, 80)
    named = f"{person.title} {person.last_name.upper()} {person.first_name}"
    stacked(sheet, 109, 30.5, (named, person.street, person.town, f"N° SS : {person.nir}", month.job), 8.5, 4.7, 87, 0)
    fit(
        sheet, 12, 61, f"Période d’emploi du {day(start)} au {day(last)} ({month.job.lower()} saisonnier)", 9, 186, True
    )
    stretches = (
        Col("what", "Période", 12, 50, "L"),
        Col("from", "Du", 50, 80),
        Col("to", "Au", 80, 110),
        Col("hours", "Heures", 110, 135),
        Col("rate", "Taux horaire", 135, 165),
    )
    rows = [
        Row(
            {
                "what": "1re période",
                "from": day(start),
                "to": day(pause),
                "hours": french(first),
                "rate": french(month.hourly),
            }
        ),
        Row(
            {
                "what": "2e période",
                "from": day(again),
                "to": day(last),
                "hours": french(second),
                "rate": french(month.hourly),
            }
        ),
        Row({"what": "Ensemble", "hours": french(paid)}, True),
    ]
    y = grid(sheet, 67, stretches, rows, 8, 4.8, "columns rows", (228, 238, 216)) + 4
    cols = (
        Col("label", "Éléments de la paie", 12, 98, "L"),
        Col("base", "Assiette", 98, 122),
        Col("rate", "Taux", 122, 142),
        Col("own", "Salarié", 142, 170),
        Col("employer", "Employeur", 170, 198),
    )
    pay = [*earned(month, french, "Rémunération brute"), *levied(month, french, "Total cotisations", groups=False)]
    if month.states_net_social:
        pay.append(summed("Montant net social", month.net_social, french))
    pay += [Row({"label": one.wording, "own": french(one.amount)}) for one in month.extras]
    pay.append(summed("Net à payer avant impôt", month.before_tax, french))
    pay.append(Row({"label": "Rémunération nette fiscale", "own": french(month.taxable)}))
    tax = f"Impôt à la source, taux {f'{month.tax_rate:.2f}'.replace('.', ',')} %"
    pay.append(Row({"label": tax, "own": french(-month.tax)}))
    pay.append(summed("NET PAYÉ", month.net_paid, french, (228, 238, 216)))
    y = grid(sheet, y, cols, pay, 8, 4.8, "columns", (228, 238, 216)) + 3
    fit(sheet, 12, y, f"Mode et date de règlement : chèque, {day(month.pay_date)}", 8.5, 120)
    sheet.pdf.set_dash_pattern(dash=2, gap=1.5)
    sheet.line(8, 262, 202, 262)
    sheet.pdf.set_dash_pattern()
    fit(sheet, 12, 266, "Partie à détacher - reçu pour solde de la période", 8, 100, True)
    fit(sheet, 12, 271, f"{named}, {employer.name} : somme reçue {french(month.net_paid)} €", 8.5, 150)
    fit(sheet, 12, 277, "Signature du salarié", 8, 60)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())
