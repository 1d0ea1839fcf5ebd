"""A small shop's slip from the program of its accountant: frames, one wide table, totals in boxes at the foot."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, facts, lines, put, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies, of_tax
from tests.generator.fourteenth.schemes import CLEAR
from tests.generator.parts import Drawn
from tests.generator.payslip import day, french

SHOPS = (
    ("FLEURS ET SENTEURS", "4776Z", "Fleuristes, vente et services (IDCC 1978)"),
    ("SARL OPTIQUE DU MARCHE", "4778A", "Optique-lunetterie de détail (IDCC 1431)"),
    ("AU PANIER DE MARGUERITE", "4721Z", "Commerce de détail fruits et légumes (IDCC 1505)"),
    ("QUINCAILLERIE POULAIN", "4752A", "Quincaillerie, commerces (IDCC 3243)"),
    ("LA MALLE AUX JOUETS", "4765Z", "Commerces de détail non alimentaires (IDCC 1517)"),
)


def shop(random: Random, face: Face) -> Drawn:
    frame = frame_of(random, *random.choice(SHOPS))
    hours = random.choice((FULL, FULL, Decimal("121.33"), Decimal("104.00")))
    gains = [worked("Salaire de base", hours, Decimal(random.randint(1188, 1480)) / 100)]
    if random.random() < 0.4:
        gains.append(worked("Heures supplémentaires à 25%", Decimal("4.00"), Decimal(random.randint(1490, 1840)) / 100))
    if random.random() < 0.5:
        gains.append(Gain("Prime d'ancienneté", Decimal(random.randint(1800, 9600)) / 100))
    health = Decimal(random.choice(("0", "16.50", "21.40")))
    after = (Gain("Indemnité de transport", Decimal("22.50")),) if random.random() < 0.4 else ()
    month = month_of(
        frame,
        job=random.choice(("Vendeuse", "Vendeur qualifié", "Employée de magasin", "Caissière")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(CLEAR, summed(one.amount for one in gains), health, "Complémentaire santé"),
        after=after,
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 10, 9, "BULLETIN DE SALAIRE", 15, 100, True)
    put(sheet, 120, 9, f"Période : {month.name}", 11, 80, True, "R")
    sheet.box(10, 18, 92, 32)
    put(sheet, 12, 20, employer.name, 10.5, 88, True)
    lines(sheet, 12, 26, (employer.street, employer.town), 9, 88, 4.6)
    theirs = (("SIRET", employer.siret), ("Code NAF", employer.activity))
    facts(sheet, 12, 37, theirs, 22, 88, 8.5, 4.4)
    put(sheet, 12, 45.6, employer.agreement, 7.5, 88)
    sheet.box(108, 18, 92, 32)
    lines(sheet, 114, 27, (f"{person.title} {person.last_name.upper()} {person.first_name}",), 11, 84, 5)
    lines(sheet, 114, 33, (person.street, person.town), 10, 84, 5)
    left = (("Matricule", f"{month.number:05d}"), ("N° Sécu", person.nir), ("Emploi", month.job))
    facts(sheet, 12, 53, left, 24, 88, 8.5, 4.6)
    right = (
        ("Du", f"{day(month.start)} au {day(month.end)}"),
        ("Paiement le", f"{day(month.pay_date)} par virement"),
        ("Horaire mensuel", f"{french(month.hours)} h"),
    )
    facts(sheet, 110, 53, right, 30, 88, 8.5, 4.6)
    cols = (
        Col("label", "Rubriques", 10, 84, "L"),
        Col("base", "Base", 84, 107),
        Col("rate", "Taux sal.", 107, 124),
        Col("hold", "Retenues", 124, 144),
        Col("pay", "Gains", 144, 165),
        Col("firm_rate", "Taux pat.", 165, 181),
        Col("firm", "Part pat.", 181, 200),
    )
    rows = [*of_gains(month.gains), Row({"label": "SALAIRE BRUT", "pay": french(month.gross)}, True)]
    rows += of_levies(month.levies, titled=True)
    total = {"label": "TOTAL COTISATIONS ET CONTRIBUTIONS", "hold": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "pay": french(month.net_social)}, True))
    rows += of_gains(month.after)
    rows.append(Row({"label": "NET À PAYER AVANT IMPÔT SUR LE REVENU", "pay": french(month.before_tax)}, True))
    rows.append(of_tax(month, "Impôt sur le revenu prélevé à la source"))
    y = table(sheet, 69, cols, rows, 8, 4.7, "columns frame", (222, 222, 222), 226) + 4
    wide = 190 / 5
    heads = ("Brut", "Net imposable", "Charges salariales", "Charges patronales", "Coût total")
    for place, amount in enumerate((month.gross, month.taxable, month.own, month.firm, month.cost)):
        cell(sheet, 10 + place * wide, y, wide, heads[place], french(amount))
        cell(sheet, 10 + place * wide, y + 10, wide, "Cumul annuel", french(month.year(amount)))
    sheet.box(120, y + 24, 80, 11, fill=(222, 222, 222))
    put(sheet, 122, y + 27.2, "NET PAYÉ", 12, 34, True)
    put(sheet, 156, y + 27, f"{french(month.net_paid)} €", 13, 42, True, "R")
    put(sheet, 10, y + 28, "Bulletin à conserver sans limitation de durée.", 7.5, 105)
    return sheet
