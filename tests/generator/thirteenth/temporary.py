"""A temp agency's slip of one month: a line of hours for each week, the end-of-mission and leave payments."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, counted, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.thirteenth.folk import draw_place, firm_name, frame_at
from tests.generator.thirteenth.schemes import MISSIONS

BLUE = (222, 230, 246)


def temporary(random: Random, face: Face) -> Drawn:
    """The user firm stands in a frame of its own, without a number."""
    firm = firm_name(
        random, ("ACTIVIA", "LYNX", "PROMAN'UP", "START", "TEMPORIS"), ("INTÉRIM SAS", "EMPLOI", "TRAVAIL TEMPORAIRE")
    )
    frame = frame_at(random, firm, "7820Z", "Travail temporaire")
    first = frame.start + dt.timedelta(days=(7 - frame.start.weekday()) % 7)
    weeks = random.randint(2, 3)
    frame = replace(frame, start=first, end=first + dt.timedelta(days=7 * weeks - 3))
    frame = replace(frame, pay_date=frame.end + dt.timedelta(days=random.randint(4, 12)))
    price = Decimal(random.randint(1188, 1640)) / 100
    gains = []
    for week in range(weeks):
        monday = first + dt.timedelta(days=7 * week)
        count = Decimal(random.choice(("35.00", "35.00", "28.00", "21.00")))
        gains.append(worked(f"Heures normales sem. {monday.isocalendar().week:02d}", count, price))
    hours = summed(one.count or Decimal(0) for one in gains)
    over = Decimal(random.choice((0, 0, 3, 5)))
    if over:
        gains.append(worked("Heures supplémentaires 25 %", over, cents(price * Decimal("1.25"))))
    base = summed(one.amount for one in gains)
    ending = cents(base / 10)
    gains += [
        Gain("Indemnité de fin de mission", ending),
        Gain("Indemnité compensatrice CP", cents((base + ending) / 10)),
    ]
    month = month_of(
        frame,
        job=random.choice(("Cariste", "Agent de production", "Manutentionnaire", "Aide-maçon", "Opératrice de tri")),
        hours=hours + over,
        gains=tuple(gains),
        levies=levied(MISSIONS, summed(one.amount for one in gains), Decimal("9.20"), "Intérimaires Santé"),
        after=(worked("Panier jour", Decimal(5 * weeks), Decimal("7.40")),) if random.random() < 0.6 else (),
        late=(Gain("Acompte versé", -Decimal(random.choice((100, 150)))),) if random.random() < 0.4 else (),
        other_hours=(hours,) if over else (),
    )
    return Drawn(_sheet(month, random, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, random: Random, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 12, 9, employer.name, 15, 100, True)
    texts = (f"{employer.street} - {employer.town}", f"SIRET {employer.siret} - APE {employer.activity}")
    lines(sheet, 12, 16.5, (*texts, "Convention : salariés intérimaires"), 8, 100, 4.3)
    put(sheet, 120, 9.5, "BULLETIN DE PAIE", 13, 78, True, "R")
    put(sheet, 120, 16, f"Paie de {month.name} - N° {month.number:06d}", 8.5, 78, False, "R")
    x = 12.0
    heads = (
        ("Début de période", day(month.start)),
        ("Fin de période", day(month.end)),
        ("Payé le", day(month.pay_date)),
    )
    for label, value in heads:
        cell(sheet, x, 32, 30, label, value, 9)
        x += 30
    street, town = draw_place(random)
    user = firm_name(
        random, ("FONDERIE", "CONSERVERIE", "PLATEFORME", "PAPETERIE"), ("DE L'OUEST", "MARTEL", "DU RHÔNE")
    )
    sheet.box(12, 45, 90, 20)
    mission = ("Entreprise utilisatrice :", user, f"{street}, {town}", f"Qualification : {month.job}")
    lines(sheet, 13.5, 46.5, mission, 8, 87, 4.5)
    birth = (f"née {month.birth}",) if month.birth else ()
    name = f"{person.title} {person.first_name} {person.last_name.upper()}"
    lines(sheet, 116, 38, (name, *birth, person.street, person.town), 10.5, 82, 5.2)
    put(sheet, 116, 61, f"N° de sécurité sociale {person.nir}", 8, 82)
    cols = (
        Col("label", "Rubrique", 12, 80, "L"),
        Col("base", "Nombre / Base", 80, 104),
        Col("rate", "Taux", 104, 122),
        Col("own", "Part salarié", 122, 146),
        Col("firm_rate", "Taux empl.", 146, 168),
        Col("firm", "Part employeur", 168, 198),
    )
    y = table(sheet, 69, cols, _rows(month), 7.7, 4.5, "frame columns", BLUE) + 4
    heads4 = (("Heures", french(month.hours)), ("Brut", french(month.gross)), ("Net imposable", french(month.taxable)))
    for place, (label, value) in enumerate(heads4):
        cell(sheet, 12 + 32 * place, y, 32, label, value, 9.5, 11)
    sheet.box(120, y, 78, 11, fill=BLUE)
    put(sheet, 122, y + 3.4, "NET À PAYER", 11, 32, True)
    put(sheet, 154, y + 3.2, f"{french(month.net_paid)} €", 12.5, 42, True, "R")
    put(sheet, 12, y + 15, f"Coût total employeur : {french(month.cost)} €. Relevé d'heures joint.", 8, 186)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "SALAIRE BRUT", "own": french(month.gross)}, True, BLUE))
    group = ""
    for levy in month.levies:
        if levy.group != group:
            group = levy.group
            rows.append(Row({"label": group.upper()}, True))
        cells = {"label": levy.label, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate, 3), "own": french(-levy.own)} if levy.own else {}
        rows.append(
            Row(cells | ({"firm_rate": rated(levy.firm_rate, 3), "firm": french(levy.firm)} if levy.firm else {}))
        )
    total = {"label": "TOTAL DES COTISATIONS ET CONTRIBUTIONS", "own": french(-month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, BLUE))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "own": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.after]
    rows.append(Row({"label": "NET À PAYER AVANT IMPÔT SUR LE REVENU", "own": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu prélevé à la source", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate), "own": french(-month.tax)}))
    return rows + [Row({"label": one.label, "own": french(one.amount)}) for one in month.late]
