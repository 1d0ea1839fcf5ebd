"""Layouts of public employers: the Treasury's slip of six-digit lines, a hospital's on two pages."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import MONTHS, cents, day, french
from tests.generator.seventh.frame import (
    Col,
    Row,
    after,
    blank,
    earned,
    fit,
    grid,
    joined,
    label_pairs,
    levied,
    month_name,
    stacked,
    summed,
    taxed,
)
from tests.generator.seventh.month import Earning, Month, draw_month
from tests.generator.seventh.schemes import PUBLIC


def _public(random: Random, employer: str, jobs: tuple[str, ...]) -> Month:
    """Treatment by index, residence allowance, an earlier month's arrears; transport is paid back after."""
    transport = Earning("REMBOURST DOMICILE-TRAVAIL", Decimal(random.randint(1800, 5200)) / 100)
    drawn = draw_month(
        random, employer, PUBLIC, jobs=jobs, extras=lambda _: (transport,) if random.random() < 0.5 else ()
    )
    index = random.randint(366, 540)
    treatment = cents(Decimal(index) * Decimal("4.9228"))
    past = MONTHS[(drawn.end.month - 2) % 12].upper()
    earnings = (
        Earning("TRAITEMENT BRUT", treatment),
        Earning("INDEMNITE DE RESIDENCE", cents(treatment * Decimal("0.01"))),
        Earning("IND. SUIVI ET ORIENTATION", Decimal(random.randint(8000, 21300)) / 100),
        Earning(
            f"RAPPEL {past} ANNEE COURANTE" if drawn.end.month > 1 else "RAPPEL ANNEE PRECEDENTE",
            Decimal(random.randint(700, 9000)) / 100,
        ),
    )
    return replace(drawn, earnings=earnings, paid_hours=Decimal("151.67"), contract=Decimal("151.67"))


def treasury(random: Random, face: Face) -> Drawn:
    """A State agent's: codes, to pay, to deduct, for information; neither hours nor a day of payment."""
    month = _public(random, "state", ("ADJOINT ADMINISTRATIF", "PROFESSEUR DES ECOLES", "ASSISTANT D’EDUCATION"))
    person, employer = month.person, month.employer
    sheet = blank(face)
    fit(sheet, 12, 10, "MINISTÈRE - SERVICE GESTIONNAIRE 087", 8, 90)
    fit(sheet, 12, 14.5, employer.name, 9, 90, True)
    fit(sheet, 12, 19.5, f"{employer.street} {employer.town}".upper(), 7.5, 90)
    fit(sheet, 12, 23.5, f"N° SIRET {employer.siret}", 7.5, 90)
    fit(sheet, 112, 10, "BULLETIN DE PAYE", 13, 86, True, "R")
    fit(sheet, 112, 17, f"MOIS DE {month_name(month).upper()}", 10, 86, align="R")
    fit(sheet, 112, 23.5, "TEMPS DE TRAVAIL : 100 %", 7.5, 86, align="R")
    born = (f"NEE {month.birth.upper()}",) if month.birth else ()
    named = f"{person.title.upper()} {person.last_name.upper()} {person.first_name.upper()}"
    stacked(sheet, 112, 36, (named, *born, person.street.upper(), person.town), 10, 5, 86)
    label_pairs(
        sheet,
        12,
        36,
        (
            ("AFFECTATION", "0871234K 00"),
            ("LIBELLE", month.job),
            ("N° ORDRE / CLE", f"{person.nir[:13]} {person.nir[13:]}"),
        ),
        30,
        92,
        7.5,
        4.6,
    )
    rows = [*earned(month, french, "TOTAL BRUT"), *levied(month, french, "TOTAL COTISATIONS", groups=False)]
    rows += [*after(month, french), taxed(month, french, "IMPOT SUR LE REVENU PRELEVE A LA SOURCE")]
    gross = next(place for place, row in enumerate(rows) if row.cells["label"] == "TOTAL BRUT")
    info = {"label": "TOTAL BRUT", "info": french(month.gross)}
    rows[gross] = Row(info, True)
    if month.states_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "info": french(month.net_social)}, True))
    coded = [
        Row(
            {"code": "" if row.bold else f"{random.randint(101000, 604999)}", "info": row.cells.get("employer", "")}
            | dict(row.cells),
            row.bold,
        )
        for row in rows
    ]
    cols = (
        Col("code", "CODE", 12, 28, "L"),
        Col("label", "ÉLÉMENTS", 28, 112, "L"),
        Col("gain", "À PAYER", 112, 138),
        Col("loss", "À DÉDUIRE", 138, 166),
        Col("info", "POUR INFORMATION", 166, 198),
    )
    y = grid(sheet, 60, cols, coded, 7.6, 4.7, "columns", (238, 238, 238), foot=218)
    to_pay = month.gross + sum((one.amount for one in month.extras), Decimal(0))
    totals = {"label": "TOTAUX DU MOIS", "gain": french(to_pay), "loss": french(month.own_total + month.tax)}
    bare = tuple(replace(col, head="") for col in cols)
    y = grid(sheet, y, bare, [Row(totals | {"info": french(month.employer_total)}, True)], 7.6, 5, "columns")
    sheet.box(12, y + 3, 60, 13)
    fit(sheet, 14, y + 4.5, "MONTANT IMPOSABLE DE L’ANNÉE", 7, 56)
    fit(sheet, 14, y + 9.5, french(month.year(month.taxable)), 10, 56, align="R")
    sheet.box(75, y + 3, 60, 13)
    fit(sheet, 77, y + 4.5, "MONTANT IMPOSABLE DU MOIS", 7, 56)
    fit(sheet, 77, y + 9.5, french(month.taxable), 10, 56, align="R")
    sheet.box(138, y + 3, 60, 13)
    fit(sheet, 140, y + 4.5, "NET À PAYER", 8, 56, True)
    fit(sheet, 140, y + 9.5, f"{french(month.net_paid)} €", 11, 56, True, "R")
    fit(
        sheet,
        12,
        y + 20,
        f"COÛT TOTAL EMPLOYEUR : {french(month.cost)}     NET À PAYER AVANT IMPÔT : {french(month.before_tax)}",
        7.5,
        186,
    )
    hidden = ("hours", "pay_date", "period_start", "period_end")
    also = {"employee_name": month.also().get("employee_name", ())}
    return Drawn(sheet, "payslip", (month.truth(*hidden),), also)


def hospital(random: Random, face: Face) -> Drawn:
    """On two pages, sums carried over from the first to the second, where the nets stand; amounts without spaces."""
    month = _public(
        random, "hospital", ("AIDE SOIGNANT CL NORMALE", "AGENT SERV HOSP QUALIFIE", "INFIRMIER SOINS GENERAUX")
    )
    person, employer = month.person, month.employer
    sheet = blank(face)
    named = f"{person.first_name} {person.last_name.upper()}"
    rows = [*earned(month, joined, "Rémunération brute"), *levied(month, joined, "Total retenues", groups=False)]
    rows += after(month, joined)
    nets = [summed("Net avant impôt sur le revenu", month.before_tax, joined)]
    nets.append(taxed(month, joined, "Prélèvement à la source"))
    if month.states_net_social:
        nets.insert(0, summed("Montant net social", month.net_social, joined))
    cut = len(month.earnings) + 3
    carried = sum((one.own for one in month.levies[:2]), Decimal(0))
    cols = (
        Col("label", "Rubriques de paie", 12, 92, "L"),
        Col("base", "Base", 92, 114),
        Col("rate", "Taux", 114, 132),
        Col("gain", "Gains", 132, 154),
        Col("loss", "Retenues", 154, 176),
        Col("employer", "Employeur", 176, 198),
    )
    for number in (1, 2):
        if number == 2:
            sheet.pdf.add_page()
        fit(sheet, 12, 10, employer.name, 11, 100, True)
        fit(sheet, 12, 15.5, f"{employer.street} - {employer.town}", 8, 100)
        fit(sheet, 120, 10, "Bulletin de salaire", 11, 78, True, "R")
        fit(sheet, 120, 15.5, f"{MONTHS[month.end.month - 1]} {month.end.year}    Page {number}/2", 8.5, 78, align="R")
        fit(sheet, 12, 24, f"Agent : {named}    Matricule : {month.number}    Grade : {month.job}", 8, 186)
        y = 34.0
        if number == 1:
            born = (f"née {month.birth}",) if month.birth else ()
            stacked(sheet, 114, 34, (f"{person.title} {named}", *born, person.street, person.town), 10, 5, 84)
            facts = (
                ("N° INSEE", person.nir),
                ("Indice majoré", "412"),
                ("Position", "Activité"),
                ("SIRET", employer.siret),
            )
            label_pairs(sheet, 12, 34, facts, 26, 90, 8, 4.5)
            part = [
                *rows[:cut],
                Row({"label": "À reporter", "gain": joined(month.gross), "loss": joined(carried)}, True),
            ]
            y = 60.0
        else:
            part = [
                Row({"label": "Report", "gain": joined(month.gross), "loss": joined(carried)}, True),
                *rows[cut:],
                *nets,
            ]
        y = grid(sheet, y, cols, part, 7.8, 5, "columns rows", (220, 230, 228))
    items = [
        ("Heures rémunérées", joined(month.paid_hours)),
        ("Rémunération brute du mois", joined(month.gross)),
        ("Net imposable du mois", joined(month.taxable)),
        ("Net imposable cumulé", joined(month.year(month.taxable))),
        ("Charges patronales cumulées", joined(month.year(month.employer_total))),
    ]
    label_pairs(sheet, 12, y + 4, items, 52, 92, 8.5, 5)
    sheet.box(118, y + 4, 80, 18, fill=(220, 230, 228))
    fit(sheet, 121, y + 7, "Net à payer", 11, 30, True)
    fit(sheet, 152, y + 6.5, f"{joined(month.net_paid)} EUR", 13, 43, True, "R")
    fit(sheet, 121, y + 15.5, f"Mandaté le {day(month.pay_date)}", 8, 74)
    days = ("period_start", "period_end")
    first = month.truth(*days, "pay_date", "net_paid", "net_social", "net_taxable", "hours", pages=2)
    second = month.truth(*days, "employer_siret", pages=2)
    return Drawn(sheet, "payslip", (first, second), {"employee_name": month.also().get("employee_name", ())})
