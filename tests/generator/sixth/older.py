# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips as they were printed before 2018, or still are by old programs: every line, codes, cumulated sums."""

import datetime as dt
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, pairs, stack
from tests.generator.payslip import cents
from tests.generator.sixth.month import NOTHING, Due, Item, Month, detailed, draw_dates, dues, euros, product, tax_rate
from tests.generator.sixth.people import draw_employer, draw_individual, spaced_nir, spaced_siret
from tests.generator.sixth.ruled import Col, Row, comma, decimals, figures, head, plain, printed, rows

FULL = Decimal("151.67")
_SENIORITY = Decimal("0.03")
_WORKS = ("Charpentes {last}", "{last} Bâtiment SARL", "Couverture Zinguerie {last}", "SNC Travaux du Littoral",
          "Peinture et Ravalement {last}", "Électricité Générale {last} & Cie")  # fmt: skip


def _ledger_month(random: Random) -> Month:
    start, end = draw_dates(random, 2013, 2017)
    hourly = euros(random, 9.76, 15)
    earned = [product("Salaire mensuel", FULL, hourly)]
    if random.random() < 0.6:
        earned.append(product("H.S. structurelles 25%", Decimal("17.33"), cents(hourly * Decimal("1.25"))))
    if random.random() < 0.6:
        earned.append(product("Prime d'ancienneté", cents(FULL * hourly), _SENIORITY))
    gross = sum((one.amount for one in earned), NOTHING)
    besides = [Item("Indemnité transport", euros(random, 4, 30))] if random.random() < 0.5 else []
    if random.random() < 0.5:
        besides.append(Item("Acompte", Decimal(-random.choice((100, 150, 300)))))
    return Month(
        draw_employer(random),
        draw_individual(random),
        start,
        end,
        end,
        random.choice(("MONTEUR", "OPERATEUR DE PRESSE", "AIDE-COMPTABLE", "CONDUCTEUR OFFSET")),
        FULL,
        tuple(earned),
        detailed(gross),
        tuple(besides),
    )


_COLS = (
    Col("N°", 8, "L", 9),
    Col("Désignation", 19, "L", 50),
    Col("Nombre", 84),
    Col("Base", 101),
    Col("Taux", 115),
    Col("Gain", 134),
    Col("Retenue", 153),
    Col("Taux", 168),
    Col("Retenue", 201),
)


def _ledger_rows(month: Month) -> list[Row]:
    lines = []
    for number, one in enumerate(month.earned):
        cells = (printed(one.base), decimals(one.rate, 4), "")
        if one.rate == _SENIORITY:
            cells = ("", printed(one.base), decimals(one.rate * 100, 3))
        lines.append(Row((f"{100 + 20 * number}", one.wording, *cells, comma(one.amount), "", "", "")))
    lines.append(Row(("", "Total Brut", "", "", "", comma(month.gross), "", "", ""), True))
    for number, due in enumerate(month.dues):
        own = (decimals(due.own_rate, 3), "", comma(due.own)) if due.own else ("", "", "")
        theirs = (decimals(due.their_rate, 3), comma(due.theirs)) if due.theirs else ("", "")
        lines.append(Row((f"{3000 + 110 * number}", due.wording, "", comma(due.base), *own, *theirs)))
    return lines


def _ledger_head(sheet: Sheet, month: Month, number: int, page: int) -> None:
    boss, person = month.employer, month.person
    sheet.box(7, 7, 90, 25)
    stack(sheet, 10, 9, (boss.name, boss.street, boss.town), 8.5, 4.2, True)
    sheet.text(10, 23, f"SIRET : {boss.siret}   APE : {boss.activity}", 7)
    sheet.text(10, 27, f"URSSAF : {number}{boss.siret[:9]}", 7)
    sheet.text(105, 8, "BULLETIN DE PAIE", 14, True, "C", 98)
    sheet.text(105, 16, f"Période du {month.start:%d/%m/%y} au {month.end:%d/%m/%y}", 8.5, align="C", width=98)
    sheet.text(105, 20.5, f"Paiement le {month.paid_on:%d/%m/%y} par virement", 8.5, align="C", width=98)
    sheet.text(105, 25, f"Page {page}/2", 7.5, align="C", width=98)
    stack(
        sheet,
        118,
        36,
        (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street, person.town),
        9.5,
        4.8,
    )
    facts = (("Matricule", f"{number:04d}"), ("N° Sécu", spaced_nir(person.nir)), ("Emploi", month.job),
             ("Horaire", f"{comma(month.hours)} heures"), ("Convention", month.employer.agreement))  # fmt: skip
    pairs(sheet, 9, 36, facts, 20, 7.5, 3.9)
    sheet.box(7, 59, 196, 10, (226, 226, 226))
    sheet.text(121, 60, "Part salariale", 7, True, "C", 30)
    sheet.text(158, 60, "Part patronale", 7, True, "C", 44)
    head(sheet, 64.6, _COLS, 6.8)


def ledger(random: Random, face: Face) -> Drawn:
    """Before 2018, on two pages: all contributions, no net social, no tax; month and year at the end."""
    month = _ledger_month(random)
    number = random.randint(2, 480)
    lines = _ledger_rows(month)
    cut = len(month.earned) + 1 + 10
    sheet = Sheet(face)
    for page, part in enumerate((lines[:cut], lines[cut:]), 1):
        if page == 2:
            sheet.pdf.add_page()
            owed = ("Total des retenues", "", "", "", "", comma(month.own), "", comma(month.theirs))
            part.append(Row(("", *owed), True))
            for one in month.besides:
                gain, kept = printed(max(one.amount, NOTHING)), printed(max(-one.amount, NOTHING))
                part.append(Row(("8100", one.wording, "", "", "", gain, kept, "", "")))
        _ledger_head(sheet, month, number, page)
        rows(sheet, 71, _COLS, part, 7.2, 6.0)
        bottom = 262.0 if page == 1 else 200.0
        sheet.box(7, 59, 196, bottom - 59)
        for x in (17, 71, 86, 103, 117, 136, 155, 170):
            sheet.line(x, 63.5, x, bottom)
        if page == 1:
            sheet.text(9, 265, "Suite page suivante", 7.5)
    monthly = (month.hours, month.gross, Decimal(3269), month.net_taxable, month.own, month.theirs)
    figures(
        sheet,
        7,
        206,
        (22, 21, 24, 25, 25, 27, 27),
        (
            ("Cumuls", "Heures", "Brut", "Plafond S.S.", "Net imposable", "Ch. salariales", "Ch. patronales"),
            ("Période", *map(comma, monthly)),
            ("Année", *(comma(month.since_january(one)) for one in monthly)),
        ),
    )
    sheet.box(152, 226, 51, 13)
    sheet.text(154, 228, "NET A PAYER", 7.5, True)
    sheet.text(152, 232.5, f"{comma(month.net_paid)} EUR", 12, True, "R", 49)
    sheet.text(7, 228, f"Congés : acquis {random.randint(4, 25)},00   pris {random.randint(0, 4)},00", 7.5)
    sheet.text(7, 246, "Pour vous aider à faire valoir vos droits, conservez ce bulletin sans limitation de durée.", 7)
    both = ("period", "dates", "pay_date", "employer_name", "employer_siret", "employee_name", "gross", "hours")
    also = {"hours": (str(FULL + Decimal("17.33")),)} if len(month.earned) > 1 else {}
    first = month.truth(*both, pages=2)
    return Drawn(sheet, "payslip", (first, month.truth(*both, "net_taxable", "net_paid", pages=2)), also)


def builder(random: Random, face: Face) -> Drawn:
    """A small building firm: dotted leaders, sums without thousands' marks, meals and journeys after the net."""
    start, end = draw_dates(random, 2023, 2026)
    hourly = euros(random, 12.2, 17.5)
    days = random.randint(12, 21)
    earned = (
        product("Heures normales", FULL, hourly),
        product("Heures à 25 %", Decimal(random.choice(("8.00", "11.50", "17.33"))), cents(hourly * Decimal("1.25"))),
    )
    gross = sum((one.amount for one in earned), NOTHING)
    cover = Due("", "Prévoyance PRO BTP ouvriers", gross, Decimal("0.87"), Decimal("1.72"))
    bad_weather = Due("", "Chômage intempéries", gross, NOTHING, Decimal("0.68"))
    holidays = Due("", "Caisse congés payés du bâtiment", gross, NOTHING, Decimal("20.30"))
    month = Month(
        draw_employer(random, _WORKS),
        draw_individual(random),
        start,
        end,
        end + dt.timedelta(days=random.choice((1, 4, 5))),
        random.choice(("Maçon N2", "Couvreur N3P1", "Plaquiste", "Peintre", "Charpentier")),
        FULL,
        earned,
        (*dues(gross), cover, bad_weather, holidays),
        (product("Indemnités de repas (paniers)", Decimal(days), Decimal("10.30")),
         product("Indemnités de trajet zone 2", Decimal(days), Decimal("5.56"))),
        (Item("Acompte déjà versé", Decimal(-random.choice((250, 400)))),),
        tax_rate(random),
    )  # fmt: skip
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.text(14, 10, boss.name, 11, True)
    stack(sheet, 14, 16, (boss.street, boss.town, f"Siret {spaced_siret(boss.siret)}  NAF 4399C"), 8, 4.2)
    sheet.text(120, 10, "FICHE DE PAIE", 13, True)
    sheet.text(120, 17, month.name_of_month.upper(), 11)
    stack(
        sheet, 120, 27, (f"{person.title} {person.first_name} {person.last_name}", person.street, person.town), 9.5, 4.8
    )
    stack(sheet, 14, 33, (f"S.S. {spaced_nir(person.nir)}", f"Qualification : {month.job}",
                          "Ouvriers du bâtiment - plus de 10 salariés (IDCC 1597)"), 8, 4.2)  # fmt: skip
    cols = (
        Col("Rubrique", 14, "L", 66),
        Col("Base", 118),
        Col("Taux", 136),
        Col("Salarié", 164),
        Col("Employeur", 194),
    )
    lines = [
        Row((one.wording, printed(one.base, plain), printed(one.rate, plain), plain(one.amount), ""))
        for one in month.earned
    ]
    lines.append(Row(("Brut du mois", "", "", plain(month.gross), ""), True))
    for due in month.dues:
        rate = f"{due.own_rate if due.own else due.their_rate:.2f}"
        own = f"{plain(due.own)}-" if due.own else ""
        lines.append(Row((due.wording, plain(due.base), rate, own, printed(due.theirs, plain))))
    lines.append(Row(("Total des cotisations", "", "", f"{plain(month.own)}-", plain(month.theirs)), True))
    if month.net_social is not None:
        lines.append(Row(("Montant net social", "", "", plain(month.net_social), ""), True))
    lines += [
        Row((one.wording, printed(one.base, plain), printed(one.rate, plain), plain(one.amount), ""))
        for one in month.besides
    ]
    lines.append(Row(("Net avant impôt sur le revenu", "", "", plain(month.before_tax), ""), True))
    lines.append(
        Row(("Retenue à la source", plain(month.net_taxable), plain(month.tax_rate), f"{plain(month.tax)}-", ""))
    )
    lines += [Row((one.wording, "", "", f"{plain(-one.amount)}-", "")) for one in month.afterwards]
    head(sheet, 53, cols, 8)
    sheet.line(14, 57.5, 195, 57.5)
    y = rows(sheet, 60, cols, lines, 7.8, 5.0, leaders=True)
    sheet.line(14, y + 1, 195, y + 1)
    sheet.text(14, y + 5, f"NET A VERSER LE {month.paid_on:%d/%m/%Y}", 10.5, True)
    sheet.text(150, y + 5, f"{plain(month.net_paid)} EUROS", 10.5, True, "R", 44)
    extra = earned[1].base or NOTHING
    sheet.text(14, y + 13, f"Net imposable : {plain(month.net_taxable)}   Cumul imposable : {plain(month.since_january(month.net_taxable))}"
               f"   Cumul brut : {plain(month.since_january(month.gross))}", 7.8)  # fmt: skip
    sheet.text(14, y + 18, f"Heures du mois : {plain(FULL + extra)} dont {plain(extra)} supplémentaires", 7.8)
    sheet.text(14, y + 23, "Les congés payés sont réglés par la caisse CIBTP.", 7.8)
    shown = ("period", "employer_name", "employer_siret", "employee_name", "gross", "net_social", "net_taxable",
             "net_paid", "pay_date", "hours")  # fmt: skip
    return Drawn(sheet, "payslip", (month.truth(*shown) | {"hours": str(FULL + extra)},), {"hours": (str(FULL),)})
