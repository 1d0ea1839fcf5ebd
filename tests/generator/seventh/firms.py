"""Layouts of firms' programs of pay: a ledger of numbered lines, an accountant's bureau, the renewed model."""

from random import Random

from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import MONTHS, day, french
from tests.generator.seventh.frame import (
    KEEP,
    Col,
    Row,
    after,
    blank,
    earned,
    euros,
    fit,
    grid,
    joined,
    label_pairs,
    levied,
    month_name,
    pointed,
    stacked,
    summed,
    taxed,
)
from tests.generator.seventh.month import Month, draw_month


def ledger(random: Random, face: Face) -> Drawn:
    """Numbered lines, gains and deductions apart, years of two digits; the strip at the foot holds the year only."""
    month = draw_month(random, salary="Salaire mensuel")
    person, employer = month.person, month.employer
    sheet = blank(face)
    sheet.box(10, 10, 92, 27)
    siret = employer.siret
    lines = (
        employer.name,
        employer.street,
        employer.town,
        f"Siret : {siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}",
    )
    stacked(sheet, 12, 12, (*lines, f"APE : {employer.activity}   Urssaf : 117{siret[:9]}"), 8.5, 4.9, 88, 0)
    fit(sheet, 110, 11, "BULLETIN DE PAIE", 15, 90, True, "R")
    fit(sheet, 110, 20, f"Période du {month.start:%d/%m/%y} au {month.end:%d/%m/%y}", 8.5, 90, align="R")
    fit(sheet, 110, 25, f"Paiement le {month.pay_date:%d/%m/%y} par virement", 8.5, 90, align="R")
    agreed = employer.agreement
    items = (
        ("Matricule", month.number),
        ("N° S.S.", person.nir),
        ("Emploi", month.job),
        ("Entrée", f"{month.since:%d/%m/%y}"),
        ("Conv. coll.", agreed),
    )
    label_pairs(sheet, 12, 41, items, 20, 92, 7.5, 4)
    named = f"{person.title} {person.last_name.upper()} {person.first_name}"
    also = (f"Née {month.birth.upper()}",) if month.birth else ()
    stacked(sheet, 115, 41, (named, *also, person.street, person.town), 10, 5, 84)
    rows = [*earned(month, french, "Salaire brut"), *levied(month, french, "Total des cotisations")]
    rows += [*after(month, french), Row({"label": f"Net imposable : {french(month.taxable)}"})]
    if month.states_net_social:
        rows.append(summed("Montant net social", month.net_social, french))
    rows += [summed("Net à payer avant impôt sur le revenu", month.before_tax, french)]
    rows.append(taxed(month, french, "Impôt sur le revenu prélevé à la source"))
    number = iter(range(1000, 9000, 130))
    rows = [Row({"no": "" if row.bold else str(next(number))} | dict(row.cells), row.bold) for row in rows]
    cols = (
        Col("no", "N°", 10, 19, "L"),
        Col("label", "Désignation", 19, 87, "L"),
        Col("base", "Nombre / Base", 87, 106),
        Col("rate", "Taux sal.", 106, 121),
        Col("gain", "Gain", 121, 140),
        Col("loss", "Retenue", 140, 158),
        Col("erate", "Taux pat.", 158, 174),
        Col("employer", "Charges pat.", 174, 200),
    )
    y = grid(sheet, 64, cols, rows, 7.2, 4.15, "columns", foot=225)
    heads = ("Cumuls", "Heures", "Brut", "Plafond S.S.", "Net imposable", "Coût employeur")
    sums = (month.paid_hours, month.gross, month.contract * 24, month.taxable, month.cost)
    edges = (10, 28, 46, 67, 88, 112, 138)
    strip = [Col(str(place), head, edges[place], edges[place + 1]) for place, head in enumerate(heads)]
    year = {str(place): french(month.year(one)) for place, one in enumerate(sums, 1)}
    grid(sheet, y + 3, strip, [Row({"0": f"{month.end.year}"} | year)], 7, 4.2, "columns rows")
    sheet.box(144, y + 3, 56, 15, fill=(235, 235, 235))
    fit(sheet, 146, y + 5, "NET A PAYER", 9, 52, True)
    fit(sheet, 146, y + 10.5, euros(month.net_paid), 13, 52, True, "R")
    fit(sheet, 10, y + 21, f"Heures payées du mois : {french(month.paid_hours)}", 7.5, 100)
    fit(sheet, 10, 286, KEEP, 6.5, 190)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def accountant(random: Random, face: Face) -> Drawn:
    """A bureau's slip: the employer at the right, the sums in a panel beside the table, no days of the period."""
    month = draw_month(random, hours=("151.67", "130.00", "95.33"), salary="Appointements")
    person, employer = month.person, month.employer
    money = random.choice((pointed, joined))
    sheet = blank(face)
    sheet.box(10, 9, 190, 9, fill=(40, 58, 82), edge=False)
    sheet.ink(255, 255, 255)
    fit(sheet, 14, 11.4, "Bulletin de salaire", 12, 90, True)
    fit(sheet, 104, 11.4, f"Mois de paie : {month_name(month)}", 10, 92, align="R")
    sheet.ink(0, 0, 0)
    named = f"{person.title} {person.first_name} {person.last_name}"
    also = (f"(nom de naissance : {month.birth})",) if month.birth else ()
    stacked(sheet, 14, 24, (named, *also, person.street, person.town), 10, 5, 84, 0)
    stacked(
        sheet,
        116,
        24,
        (
            employer.name,
            employer.street,
            employer.town,
            f"SIRET {employer.siret} - NAF {employer.activity}",
            employer.agreement,
        ),
        8.5,
        4.4,
        84,
        0,
    )
    facts = f"Sécurité sociale {person.nir}   Matricule {month.number}   {month.job}"
    fit(sheet, 10, 52, f"{facts}   Ancienneté depuis le {month.since:%d.%m.%Y}", 7.5, 190)
    label = "Total des retenues"
    rows = [*earned(month, money, "Rémunération brute"), *levied(month, money, label, upper=True), *after(month, money)]
    rows += [summed("Net avant impôt", month.before_tax, money), taxed(month, money, "Retenue à la source (DGFiP)")]
    cols = (
        Col("label", "Rubrique", 10, 76, "L"),
        Col("base", "Assiette", 76, 94),
        Col("rate", "Taux", 94, 107),
        Col("all", "Montant", 107, 126),
        Col("erate", "Taux", 126, 138),
        Col("employer", "Patronal", 138, 156),
    )
    grid(sheet, 58, cols, rows, 7.2, 4.3, "rows", (214, 222, 232), foot=230)
    panel = [
        ("Heures payées", money(month.paid_hours)),
        ("Brut du mois", money(month.gross)),
        ("Brut cumulé", money(month.year(month.gross))),
        ("Net fiscal du mois", money(month.taxable)),
        ("Net fiscal cumulé", money(month.year(month.taxable))),
        ("Coût total entreprise", money(month.cost)),
        ("Impôt cumulé", money(month.year(month.tax))),
    ]
    if month.states_net_social:
        panel.insert(5, ("Montant net social", money(month.net_social)))
    y = 58.0
    for label, value in panel:
        sheet.box(160, y, 40, 11.5, fill=(244, 246, 250))
        fit(sheet, 162, y + 1.6, label, 7, 36)
        fit(sheet, 162, y + 6, value, 9.5, 36, True, "R")
        y += 12.5
    sheet.box(160, y + 4, 40, 23, fill=(214, 222, 232))
    fit(sheet, 162, y + 6, "NET À VERSER", 9, 36, True)
    fit(sheet, 162, y + 12, f"{money(month.net_paid)} €", 13, 36, True, "R")
    fit(sheet, 162, y + 20, f"Virement du {month.pay_date:%d.%m.%Y}", 7.5, 36)
    fit(sheet, 10, 284, KEEP, 6.5, 190, align="C")
    return Drawn(sheet, "payslip", (month.truth("period_start", "period_end"),), month.also())


def renewed(random: Random, face: Face) -> Drawn:
    """The renewed model: sections in the order of the decree, days in words, the employer's cost under the net."""
    month = draw_month(random, years=(2024, 2026), salary="Salaire de base mensualisé")
    person, employer = month.person, month.employer
    sheet = blank(face)
    tint = random.choice(((222, 235, 226), (232, 226, 240), (226, 234, 246)))
    stacked(sheet, 12, 12, (employer.name, employer.street, employer.town), 9.5, 4.8, 90, 0)
    fit(sheet, 12, 27, f"SIRET {employer.siret} · Code NAF {employer.activity}", 7.5, 90)
    fit(sheet, 12, 31, employer.agreement, 7.5, 90)
    fit(sheet, 110, 12, f"Bulletin de paie de {month_name(month).lower()}", 13, 88, True)
    name = MONTHS[month.end.month - 1].lower()
    fit(sheet, 110, 19, f"Période : du 1er au {month.end.day} {name} {month.end.year}", 8.5, 88)
    paid = f"{month.pay_date.day} {MONTHS[month.pay_date.month - 1].lower()} {month.pay_date.year}"
    fit(sheet, 110, 23.5, f"Date de paiement : {paid}", 8.5, 88)
    born = f" née {month.birth}" if month.birth else ""
    stacked(sheet, 110, 32, (f"{person.first_name} {person.last_name}{born}", person.street, person.town), 10, 5, 88, 0)
    facts = f"{month.job} · Entrée le {day(month.since)} · N° de sécurité sociale {person.nir}"
    fit(sheet, 12, 40, facts, 7.5, 94)
    cols = (
        Col("label", "", 12, 100, "L"),
        Col("base", "", 100, 124),
        Col("rate", "", 124, 144),
        Col("own", "", 144, 172),
        Col("employer", "", 172, 198),
    )
    heads = {"base": "Base", "rate": "Taux salarié", "own": "Montant salarié", "employer": "Part employeur"}
    rows = [Row({"label": "ÉLÉMENTS DE REVENU BRUT"} | heads, True, tint), *earned(month, french, "Salaire brut")]
    rows.append(Row({"label": "COTISATIONS ET CONTRIBUTIONS SOCIALES"}, True, tint))
    rows += levied(month, french, "Total des cotisations et contributions")
    rows.append(summed("MONTANT NET SOCIAL", month.net_social, french, tint))
    if month.extras:
        rows += [Row({"label": "REMBOURSEMENTS ET DÉDUCTIONS DIVERSES"}, True, tint), *after(month, french)]
    rows.append(summed("MONTANT NET À PAYER AVANT IMPÔT SUR LE REVENU", month.before_tax, french, tint))
    rows.append(Row({"label": "IMPÔT SUR LE REVENU"} | {"base": "Base", "rate": "Taux", "own": "Montant"}, True, tint))
    rows.append(Row({"label": "Montant net imposable", "own": french(month.taxable)}))
    rows.append(taxed(month, french, "Prélèvement à la source"))
    rows.append(Row({"label": "Cumul annuel du prélèvement à la source", "own": french(month.year(month.tax))}))
    y = grid(sheet, 52, cols, rows, 7.3, 4.35, "none") + 2
    sheet.box(12, y, 186, 11, fill=tint)
    fit(sheet, 14, y + 3, "MONTANT NET À PAYER", 12, 90, True)
    fit(sheet, 120, y + 3, euros(month.net_paid), 13, 76, True, "R")
    items = _years(month)
    label_pairs(sheet, 14, y + 15, items, 70, 130, 7.5, 4.2)
    fit(sheet, 12, 286, KEEP, 6.5, 186)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _years(month: Month) -> list[tuple[str, str]]:
    return [
        ("Durée du travail rémunérée", f"{french(month.paid_hours)} h"),
        ("Coût total pour l’employeur", french(month.cost)),
        ("Cumul annuel net imposable", french(month.year(month.taxable))),
        ("Cumul annuel montant net social", french(month.year(month.net_social))),
        ("Cumul annuel heures", french(month.year(month.paid_hours))),
    ]
