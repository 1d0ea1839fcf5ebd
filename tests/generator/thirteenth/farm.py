"""The simplified slip of a farm for a season: the fund's name on top, few days, leave paid with the hours."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, counted, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.thirteenth.folk import firm_name, frame_at
from tests.generator.thirteenth.schemes import FARM

GREEN = (222, 236, 214)


def farm(random: Random, face: Face) -> Drawn:
    """Titled boxes side by side, then the table; the period is part of a month in half of them."""
    firm = firm_name(
        random, ("EARL", "GAEC", "SCEA", "DOMAINE"), ("DES GRANDS CHAMPS", "DE LA COMBE", "DU MAS BLANC", "LEBRETON")
    )
    frame = frame_at(
        random, firm, random.choice(("0121Z", "0124Z", "0113Z")), "Production agricole et CUMA - IDCC 7024"
    )
    frame = replace(frame, tax_rate=random.choice((Decimal(0), Decimal(0), Decimal("1.30"))))
    if random.random() < 0.5:
        begin = frame.start + dt.timedelta(days=random.randint(2, 9))
        frame = replace(frame, start=begin, end=begin + dt.timedelta(days=random.randint(6, 16)))
        frame = replace(frame, pay_date=frame.end + dt.timedelta(days=random.randint(0, 5)))
    hours = Decimal((frame.end - frame.start).days * 5) + Decimal(random.choice(("0", "2.50", "4.00")))
    price = Decimal(random.randint(1188, 1330)) / 100
    salary = worked("Salaire de base", hours, price)
    gains = (salary, Gain("Indemnité compensatrice de congés payés", cents(salary.amount / 10)))
    month = month_of(
        frame,
        job=random.choice(("Vendangeur", "Ouvrière arboricole", "Cueilleur", "Ouvrier maraîcher")),
        hours=cents(hours),
        gains=gains,
        levies=levied(FARM, summed(one.amount for one in gains)),
        after=(Gain("Avantage logement repris", Decimal("-42.60")),) if random.random() < 0.2 else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _titled(sheet: Sheet, x: float, y: float, width: float, title: str, texts: tuple[str, ...]) -> None:
    sheet.box(x, y, width, 34)
    sheet.box(x, y, width, 5.5, fill=GREEN)
    put(sheet, x + 1.5, y + 1.3, title, 8, width - 3, True)
    lines(sheet, x + 1.5, y + 7.5, texts, 8.5, width - 3, 4.6)


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 12, 10, "MSA - TESA simplifié", 12, 80, True)
    put(sheet, 92, 10, "BULLETIN DE PAIE", 15, 106, True, "R")
    put(sheet, 92, 17.5, f"Période du {day(month.start)} au {day(month.end)}", 9, 106, False, "R")
    theirs = (
        employer.name,
        employer.street,
        employer.town,
        f"SIRET : {employer.siret}",
        f"Code APE : {employer.activity}",
    )
    _titled(sheet, 12, 25, 91, "EMPLOYEUR", theirs)
    birth = (f"Nom de naissance : {month.birth}",) if month.birth else ()
    name = f"{person.last_name.upper()} {person.first_name}"
    own = (name, *birth, person.street, person.town, f"N° de sécurité sociale : {person.nir}")
    _titled(sheet, 107, 25, 91, "SALARIÉ", own)
    work = (
        f"Emploi : {month.job}",
        "Contrat à durée déterminée saisonnier",
        f"Date d'embauche : {day(month.start)}",
        "Palier 1 - coefficient 9",
        f"Convention : {employer.agreement}",
    )
    _titled(sheet, 12, 62, 91, "EMPLOI", work)
    paid = (
        f"Date de paiement : {day(month.pay_date)}",
        "Mode de paiement : virement",
        f"Nombre d'heures : {french(month.hours)}",
        f"Heure au taux de : {french(month.gains[0].price or Decimal(0))} €",
    )
    _titled(sheet, 107, 62, 91, "PAIEMENT", paid)
    cols = (
        Col("label", "Désignation", 12, 84, "L"),
        Col("base", "Nombre ou base", 84, 110),
        Col("rate", "Taux", 110, 128),
        Col("own", "Part salariale", 128, 154),
        Col("firm_rate", "Taux", 154, 170),
        Col("firm", "Part patronale", 170, 198),
    )
    y = table(sheet, 100, cols, _rows(month), 8.2, 5.2, "rows frame", GREEN) + 5
    sheet.box(104, y, 94, 12, fill=GREEN)
    put(sheet, 106, y + 3.8, "NET À PAYER", 12, 42, True)
    put(sheet, 148, y + 3.6, f"{french(month.net_paid)} €", 13, 48, True, "R")
    put(sheet, 12, y + 1, f"Net imposable : {french(month.taxable)} €", 9, 88)
    put(sheet, 12, y + 6.5, f"Total versé par l'employeur : {french(month.cost)} €", 9, 88)
    text = (
        "Les cotisations sont versées à la caisse de mutualité sociale agricole. Conservez ce bulletin sans limitation "
    )
    sheet.paragraph(12, y + 18, text + "de durée. Définition des termes : www.service-public.fr", 186, 8)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "Rémunération brute", "own": french(month.gross)}, True))
    for levy in month.levies:
        cells = {"label": levy.label, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate), "own": french(levy.own)} if levy.own else {}
        rows.append(Row(cells | ({"firm_rate": rated(levy.firm_rate), "firm": french(levy.firm)} if levy.firm else {})))
    rows.append(Row({"label": "Total des cotisations", "own": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu", "base": french(month.taxable), "rate": rated(month.tax_rate)}
    rows.append(Row(tax | {"own": french(month.tax)}))
    return rows
