"""A temporary work agency's bulletin: the missions with the firms that used the work, end of mission and leave pay."""

import datetime as dt
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import KEEP, Col, Row, facts, gain_cells, grouped, lines, put, rated, table
from tests.generator.ninth.schemes import TEMPORARY
from tests.generator.ninth.wage import Wage, drawn_frame, hourly, levied, lowering, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

SAND = (240, 234, 222)
USERS = (
    "LAITERIE DU BELLAY",
    "FONDERIE MORANGE",
    "VERGERS DE L'AUNIS",
    "MECA-PRESS",
    "CARTONNAGES LANDRY",
    "SALAISONS BREMOND",
)


def mission(random: Random, face: Face) -> Drawn:
    """The days worked from and to within the month; two missions at most, at two prices."""
    firm = one_of(
        random, ("ADEQUA", "RELAIS", "SYNERTEM", "PROXITEAM", "ALTEMPO"), ("INTERIM", "TRAVAIL TEMPORAIRE", "EMPLOI")
    )
    frame = drawn_frame(random, firm, "7820Z", "Travail temporaire - salariés intérimaires (IDCC 2378)")
    start, end = frame["start"], frame["end"]
    frame["start"] = start + dt.timedelta(days=random.choice((0, 0, 1, 3, 6)))
    frame["end"] = end - dt.timedelta(days=random.choice((0, 0, 2, 4)))
    frame["pay_date"] = end + dt.timedelta(days=random.choice((8, 10, 11)))
    users = random.sample(USERS, random.choice((1, 2)))
    gains, total = [], Decimal(0)
    for user in users:
        hours = Decimal(random.choice(("35", "42", "56", "63.5", "70"))) * (1 if len(users) == 2 else 2)
        total += hours
        gains.append(worked(f"Heures normales - {user}", hours, hourly(random, start.year, 100, 128)))
    if random.random() < 0.5:
        gains.append(Gain("Prime d'équipe", Decimal(random.randint(1800, 7000)) / 100))
    worked_for = summed(one.amount for one in gains)
    gains.append(Gain("Indemnité de fin de mission 10 %", cents(worked_for / 10)))
    gains.append(Gain("Indemnité compensatrice de congés payés 10 %", cents((worked_for + gains[-1].amount) / 10)))
    gross = summed(one.amount for one in gains)
    levies = levied(TEMPORARY, gross)
    levies += lowering("Exonérations", "Réduction de cotisations employeur", gross, total, start.year)
    after = (
        [Gain("Indemnité de panier non soumise", Decimal(random.randint(6, 18)) * Decimal("7.30"))]
        if random.random() < 0.5
        else []
    )
    if random.random() < 0.5:
        after.append(Gain("Acompte versé", -Decimal(random.choice(("100.00", "200.00", "300.00")))))
    month = Wage(
        **frame,
        job=random.choice(("Agent de production", "Manutentionnaire", "Opérateur de ligne", "Conditionneuse")),
        hours=total,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after),
    )
    sheet = Sheet(face)
    _head(sheet, month, users)
    _body(sheet, month)
    _foot(sheet, month)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, users: list[str]) -> None:
    employer, person = month.employer, month.person
    put(sheet, 10, 10, employer.name, 13, 90, True)
    lines(
        sheet,
        10,
        17,
        ("Entreprise de travail temporaire", employer.street, employer.town, "Tél. 05 00 00 00 00"),
        8,
        90,
        4,
    )
    put(sheet, 10, 33.5, f"N° Siret : {employer.siret} - APE : {employer.activity}", 8, 92)
    put(sheet, 10, 37.5, employer.agreement, 7.5, 92)
    put(sheet, 108, 10, "BULLETIN DE PAIE", 13, 92, True, "R")
    put(sheet, 108, 17, f"Paie du {day(month.start)} au {day(month.end)}", 9.5, 92, align="R")
    put(sheet, 108, 22, f"Réglé le {day(month.pay_date)} par virement", 8.5, 92, align="R")
    title = {"M.": "Monsieur", "Mme": "Madame"}[person.title]
    lines(sheet, 112, 38, (f"{title} {month.full_name}", person.street, person.town), 10, 86, 5)
    items = [
        ("N° intérimaire", f"{month.number:06d}"),
        ("N° sécurité sociale", person.nir),
        ("Qualification", month.job),
        ("Total heures payées", french(month.hours)),
    ]
    if month.birth:
        items.insert(1, ("Nom de naissance", month.birth))
    facts(sheet, 10, 44, items, 34, 94, 8, 4.3)
    rows = [
        Row(
            {"number": f"{month.number * 7 + place:07d}", "user": user, "reason": "Accroissement temporaire d'activité"}
        )
        for place, user in enumerate(users)
    ]
    cols = (
        Col("number", "Contrat n°", 10, 36, "L"),
        Col("user", "Entreprise utilisatrice", 36, 112, "L"),
        Col("reason", "Motif", 112, 200, "L"),
    )
    table(sheet, 67, cols, rows, 7.8, 4.4, "frame", SAND)


def _body(sheet: Sheet, month: Wage) -> None:
    rows = [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "SALAIRE BRUT", "own": french(month.gross)}, True, SAND))
    rows += grouped(month, 3, -1)
    total = {"label": "TOTAL DES COTISATIONS ET CONTRIBUTIONS", "own": french(-month.own), "firm": french(month.firm)}
    rows.append(Row(total, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "own": french(month.net_social)}, True, SAND))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "own": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu prélevé à la source", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate), "own": french(-month.tax)}))
    cols = (
        Col("label", "Libellé", 10, 92, "L"),
        Col("base", "Nombre ou base", 92, 118),
        Col("rate", "Taux", 118, 136),
        Col("own", "Montant salarié", 136, 160),
        Col("firm_rate", "Taux empl.", 160, 178),
        Col("firm", "Employeur", 178, 200),
    )
    table(sheet, 86, cols, rows, 7.5, 4, "frame", SAND, 232)


def _foot(sheet: Sheet, month: Wage) -> None:
    cols = (
        Col("label", "", 10, 28, "L"),
        Col("hours", "Heures", 28, 46),
        Col("gross", "Brut", 46, 68),
        Col("taxable", "Net imposable", 68, 92),
        Col("tax", "PAS", 92, 108),
        Col("cost", "Total versé employeur", 108, 140),
    )
    values = {
        "hours": month.hours,
        "gross": month.gross,
        "taxable": month.taxable,
        "tax": month.tax,
        "cost": month.cost,
    }
    rows = [
        Row({"label": "Ce bulletin"} | {name: french(value) for name, value in values.items()}),
        Row({"label": "Cumul an"} | {name: french(month.year(value)) for name, value in values.items()}),
    ]
    table(sheet, 236, cols, rows, 7.5, 4.8, "rows frame", SAND)
    sheet.box(144, 236, 56, 16.5, SAND)
    put(sheet, 146, 238, "NET A PAYER", 9, 50, True)
    put(sheet, 146, 244, f"{french(month.net_paid)} €", 13, 52, True, "R")
    put(sheet, 10, 262, KEEP, 7, 190)
    put(sheet, 10, 266, "Informations sur les rubriques de cette paie : www.service-public.fr", 7, 190)
