"""An accountant's bulletin from a widespread online program: what is taken off and what is paid in two columns."""

from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import NOTHING, Gain, Levy, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import Col, Row, facts, gain_cells, lines, month_name, put, rated, table
from tests.generator.ninth.schemes import APPRENTICE, CABINET
from tests.generator.ninth.wage import LEAST, Wage, drawn_frame, health, hourly, levied, lowering, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, day, french

PALE = (235, 238, 243)
TRADES = (
    ("BOULANGERIE", "1071C", "Boulangerie pâtisserie (entreprises artisanales)"),
    ("COIFFURE", "9602A", "Coiffure et professions connexes"),
    ("PIZZERIA", "5610C", "Restauration rapide"),
    ("FLEURS", "4776Z", "Fleuristes, vente et services des animaux familiers"),
)


def cabinet(random: Random, face: Face) -> Drawn:
    """A small shop's employee or apprentice; the foot has the month's and the year's sums in a strip."""
    trade, activity, agreement = random.choice(TRADES)
    firm = one_of(random, (trade,), ("MARCHADIER", "L'ANGÉLUS", "DU CENTRE", "CHEZ NINO", "AU FIL DES SAISONS"))
    frame = drawn_frame(random, firm, activity, agreement)
    month = _apprentice(random, frame) if random.random() < 0.35 else _employee(random, frame)
    sheet = Sheet(face)
    _head(sheet, month)
    _body(sheet, month)
    _foot(sheet, month)
    return Drawn(sheet, "payslip", (month.truth("period_start", "period_end"),), month.also())


def _apprentice(random: Random, frame: dict[str, Any]) -> Wage:
    year = frame["start"].year
    share = Decimal(random.choice(("0.43", "0.51", "0.53", "0.61")))
    gains = (worked("Salaire apprenti", FULL_TIME, (LEAST[year] * share).quantize(Decimal("0.0001"))),)
    gross = summed(one.amount for one in gains)
    levies: list[Levy] = levied(APPRENTICE, gross)
    levies += lowering(
        "Exonérations de cotisations employeur", "Exonérations de cotisations employeur", gross, FULL_TIME, year
    )
    frame |= {"tax_rate": NOTHING, "birth": ""}
    job = random.choice(("Apprenti CAP 2e année", "Apprentie BP", "Apprenti"))
    return Wage(**frame, job=job, hours=FULL_TIME, gains=gains, levies=tuple(levies))


def _employee(random: Random, frame: dict[str, Any]) -> Wage:
    year = frame["start"].year
    hours = random.choice((FULL_TIME, FULL_TIME, cents(Decimal(30 * 52) / 12), cents(Decimal(24 * 52) / 12)))
    gains = [worked("Salaire de base", hours, hourly(random, year, 100, 130))]
    if random.random() < 0.35:
        gains.append(Gain("Absence maladie", -cents(gains[0].amount * random.randint(2, 6) / 22)))
    gross = summed(one.amount for one in gains)
    levies = levied(CABINET, gross)
    levies.insert(1, health("Santé", "Complémentaire Santé", Decimal(random.randint(1500, 2900)) / 100))
    levies += lowering(
        "Exonérations de cotisations employeur", "Exonérations de cotisations employeur", gross, hours, year
    )
    after = (Gain("Remboursement transport public", Decimal(random.randint(1200, 3800)) / 100),)
    return Wage(
        **frame,
        job=random.choice(("Vendeuse", "Employé de vente", "Ouvrier qualifié", "Serveur")),
        hours=hours,
        gains=tuple(gains),
        levies=tuple(levies),
        after=after if random.random() < 0.4 else (),
    )


def _head(sheet: Sheet, month: Wage) -> None:
    employer, person = month.employer, month.person
    lines(sheet, 12, 10, (employer.name, employer.street, employer.town), 9, 84, 4.4)
    put(sheet, 12, 25, f"Siret : {employer.siret}    Code Naf : {employer.activity}", 8, 84)
    put(sheet, 12, 29.2, "Urssaf/Msa : 747000001523698741", 8, 84)
    put(sheet, 110, 9, "BULLETIN DE SALAIRE", 15, 88, True, "R")
    put(sheet, 110, 16.5, f"Période : {month_name(month.end)}", 10, 88, False, "R")
    items = [
        ("Matricule :", f"{month.number:04d}"),
        ("N° SS :", person.nir),
        ("Emploi :", month.job),
        ("Statut professionnel :", month.job.split()[0] if month.job.startswith("Appr") else "Employé"),
        ("Entrée :", "02/09/2021"),
    ]
    facts(sheet, 12, 38, items, 32, 92, 8, 4.2)
    put(sheet, 12, 60, f"Convention collective : {employer.agreement}", 8, 92)
    title = {"M.": "Monsieur", "Mme": "Madame"}[person.title]
    name = f"{title} {person.last_name.upper()} {person.first_name}"
    lines(sheet, 112, 42, (name, person.street, "", person.town), 10, 86, 4.8)


def _body(sheet: Sheet, month: Wage) -> None:
    rows = [Row(gain_cells(one, "gain", "taken")) for one in month.gains]
    rows.append(Row({"label": "Salaire brut", "gain": french(month.gross)}, True, PALE))
    group = ""
    for levy in month.levies:
        cells = {"label": levy.label}
        if levy.group not in (group, levy.label):
            rows.append(Row({"label": levy.group}, True))
        group = levy.group
        if levy.base:
            cells["base"] = french(levy.base)
        if levy.own:
            cells |= {"rate": rated(levy.own_rate, 4), "taken": french(levy.own)}
        if levy.firm:
            cells["firm"] = french(levy.firm)
        rows.append(Row(cells, levy.group == levy.label))
    total = {"label": "Total des cotisations et contributions", "taken": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, PALE))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "gain": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "gain": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "gain": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu prélevé à la source - PAS", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate, 4), "taken": french(month.tax)}))
    cols = (
        Col("label", "Eléments de paie", 12, 94, "L"),
        Col("base", "Base", 94, 116),
        Col("rate", "Taux", 116, 134),
        Col("taken", "A déduire", 134, 155),
        Col("gain", "A payer", 155, 177),
        Col("firm", "Charges patronales", 177, 200),
    )
    table(sheet, 66, cols, rows, 7.5, 4.2, "columns frame", PALE, 216)


def _foot(sheet: Sheet, month: Wage) -> None:
    cols = (
        Col("label", "", 12, 30, "L"),
        Col("hours", "Heures", 30, 47),
        Col("gross", "Brut", 47, 66),
        Col("ceiling", "Plafond S.S.", 66, 86),
        Col("taxable", "Net imposable", 86, 107),
        Col("firm", "Ch. patronales", 107, 127),
        Col("tax", "PAS", 127, 142),
        Col("cost", "Total versé empl.", 142, 166),
        Col("lowered", "Allègements", 166, 200),
    )
    ceiling = {2022: 3428, 2023: 3666, 2024: 3864, 2025: 3925, 2026: 4005}[month.end.year]
    values = {
        "hours": month.hours,
        "gross": month.gross,
        "ceiling": cents(Decimal(ceiling) * month.hours / FULL_TIME),
        "taxable": month.taxable,
        "firm": month.firm,
        "tax": month.tax,
        "cost": month.cost,
        "lowered": month.lowered,
    }
    rows = [
        Row({"label": "Mensuel"} | {name: french(value) for name, value in values.items()}),
        Row({"label": "Annuel"} | {name: french(month.year(value)) for name, value in values.items()}),
    ]
    y = table(sheet, 220, cols, rows, 7.5, 4.8, "columns rows frame", PALE) + 3
    leave = (Col("label", "Congés", 12, 30, "L"), Col("before", "N-1", 30, 47), Col("now", "N", 47, 66))
    rows = [
        Row({"label": "Acquis", "before": "30,00", "now": "17,50"}),
        Row({"label": "Pris", "before": "24,00", "now": "0,00"}),
        Row({"label": "Solde", "before": "6,00", "now": "17,50"}),
    ]
    table(sheet, y, leave, rows, 7.5, 4.4, "columns frame", PALE)
    sheet.box(118, y, 82, 15)
    put(sheet, 121, y + 2.5, "Net payé :", 11, 30, True)
    put(sheet, 148, y + 2.5, f"{french(month.net_paid)} euros", 11, 50, True, "R")
    put(sheet, 121, y + 9.5, f"Paiement le {day(month.pay_date)} par Virement", 8, 76)
    put(
        sheet,
        12,
        270,
        "Pour la définition des termes employés, se reporter au site internet www.service-public.fr "
        "rubrique cotisations sociales",
        6.5,
        188,
    )
    put(
        sheet,
        12,
        274,
        "Dans votre intérêt, et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie "
        "sans limitation de durée",
        6.5,
        188,
    )
