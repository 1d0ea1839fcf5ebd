# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips of public employers: a hospital's on two pages, the army's."""

import datetime as dt
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, stack
from tests.generator.payslip import cents
from tests.generator.sixth.month import NOTHING, SUMS, Due, Item, Month, draw_dates, euros, tax_rate
from tests.generator.sixth.people import draw_employer, draw_individual, spaced_nir, spaced_siret
from tests.generator.sixth.ruled import Col, Row, comma, decimals, head, over, plain, printed, rows

POINT = Decimal("4.92278")
_HOSPITALS = ("Centre Hospitalier de {town}", "HOPITAL LOCAL {last}", "Hôpitaux du Haut Pays", "CHU DE {town}")
_FORCES = ("Ministère des Armées",)


def _rank(random: Random) -> tuple[int, tuple[Item, ...]]:
    index = random.randint(368, 520)
    base = cents(index * POINT)
    return index, (
        Item("Traitement base indiciaire", base),
        Item("Indemnité de résidence", cents(base * Decimal("0.01"))),
        Item("Complément traitement indic. (49 pts)", cents(49 * POINT)),
        Item("Prime de service public hospitalier", cents(Decimal(13) * POINT)),
        Item("Indemnité dimanche et jours fériés", 2 * Decimal("57.87")),
        Item("Nuit majorée", cents(Decimal(random.randint(10, 60)) * Decimal("1.07"))),
    )


def _public_dues(earned: tuple[Item, ...], pension: str) -> tuple[Due, ...]:
    gross = sum((one.amount for one in earned), NOTHING)
    base, extras = earned[0].amount, gross - earned[0].amount
    social = cents(gross * Decimal("0.9825"))
    return (
        Due("", pension, base, Decimal("11.10"), Decimal("34.65")),
        Due("", "RAFP", min(extras, cents(base * Decimal("0.2"))), Decimal("5.00"), Decimal("5.00")),
        Due("", "Maladie maternité", base, NOTHING, Decimal("9.88")),
        Due("", "Allocations familiales", base, NOTHING, Decimal("5.25")),
        Due("", "Solidarité autonomie", base, NOTHING, Decimal("0.30")),
        Due("", "Versement mobilité", base, NOTHING, Decimal("0.80")),
        Due("", "CSG déductible", social, Decimal("6.80"), NOTHING),
        Due("", "CSG non déductible", social, Decimal("2.40"), NOTHING, untaxable=True),
        Due("", "CRDS", social, Decimal("0.50"), NOTHING, untaxable=True),
    )


def hospital(random: Random, face: Face) -> Drawn:
    """Two pages: what is earned and due on the first, the nets on the second; hours of a full-time post."""
    start, end = draw_dates(random, 2023, 2026)
    index, earned = _rank(random)
    besides = (
        Item("Remb. frais de transport domicile-travail", euros(random, 11, 40)),
        Item("Mutuelle MNH", -euros(random, 28, 74)),
    )
    month = Month(
        draw_employer(random, _HOSPITALS), draw_individual(random), start, end, end - dt.timedelta(days=random.randint(2, 5)),
        random.choice(("AIDE SOIGNANT CL. NORMALE", "INFIRMIER SOINS GENERAUX", "A.S.H. QUALIFIE", "ADJOINT ADMINISTRATIF")),
        Decimal("151.67"), earned, _public_dues(earned, "CNRACL"), besides, (), tax_rate(random),
    )  # fmt: skip
    boss, person = month.employer, month.person
    name = f"{person.title} {person.last_name} {person.first_name}".upper()
    cols = (Col("RUBR.", 10, "L", 14), Col("LIBELLE", 26, "L", 66), Col("BASE", 116), Col("TAUX", 133),
            Col("A PAYER", 155), Col("A RETENIR", 177), Col("PART PAT.", 200))  # fmt: skip
    code = iter(range(1000, 9999, 120))
    first = [Row((str(next(code)), one.wording, "", "", comma(one.amount), "", "")) for one in month.earned]
    first.append(Row(("", "TOTAL BRUT", "", "", comma(month.gross), "", ""), True, (232, 240, 232)))
    for due in month.dues:
        rate = decimals(due.own_rate or due.their_rate, 2)
        first.append(
            Row((str(next(code)), due.wording, comma(due.base), rate, "", printed(due.own), printed(due.theirs)))
        )
    second = [Row(("", "TOTAL COTISATIONS", "", "", "", comma(month.own), comma(month.theirs)), True, (232, 240, 232))]
    if month.net_social is not None:
        second.append(Row(("", "MONTANT NET SOCIAL", "", "", comma(month.net_social), "", ""), True))
    for one in month.besides:
        gain, kept = printed(max(one.amount, NOTHING)), printed(max(-one.amount, NOTHING))
        second.append(Row((str(next(code)), one.wording, "", "", gain, kept, "")))
    second.append(Row(("", "NET A PAYER AVANT IMPOT SUR LE REVENU", "", "", comma(month.before_tax), "", ""), True))
    second.append(
        Row(
            (
                str(next(code)),
                "PRELEVEMENT A LA SOURCE",
                comma(month.net_taxable),
                decimals(month.tax_rate, 2) or "0,00",
                "",
                comma(month.tax),
                "",
            )
        )
    )
    sheet = Sheet(face)
    file = f"{random.randint(10000, 99999)}"
    for page, lines in enumerate((first, second), 1):
        if page == 2:
            sheet.pdf.add_page()
        sheet.text(8, 8, boss.name, 10, True)
        sheet.text(8, 13, f"Direction des ressources humaines - {boss.street} - {boss.town}", 7)
        sheet.text(8, 17, f"N° SIRET {spaced_siret(boss.siret)}", 7)
        sheet.text(150, 8, f"Page {page} / 2", 8, align="R", width=50)
        sheet.box(8, 23, 194, 7, (232, 240, 232))
        sheet.text(8, 25, f"BULLETIN DE PAYE - {month.name_of_month.upper()}", 10, True, "C", 194)
        sheet.text(10, 34, f"Agent : {name}", 9, True)
        sheet.text(10, 39, f"Matricule {file}   Grade {month.job}", 8)
        if page == 1:
            stack(sheet, 126, 34, (person.street, person.town), 8.5, 4.4)
            facts = ("N° INSEE " + spaced_nir(person.nir), f"Echelon {random.randint(1, 11):02d}   Indice majoré {index}",
                     "Quotité 100 %   Heures rémunérées 151,67   Titulaire")  # fmt: skip
            stack(sheet, 10, 44, facts, 8, 4.2)
        top = 60.0 if page == 1 else 48.0
        sheet.line(8, top, 202, top)
        head(sheet, top + 1.6, cols, 6.8)
        sheet.line(8, top + 5.6, 202, top + 5.6)
        y = rows(sheet, top + 7.5, cols, lines, 7.8, 5.6, (8, 202))
        sheet.line(8, y, 202, y)
    sheet.box(110, y + 8, 92, 11)
    sheet.text(113, y + 11.4, "NET A PAYER", 10, True)
    sheet.text(150, y + 11, f"{comma(month.net_paid)} €", 11, True, "R", 49)
    year = comma(month.since_january(month.net_taxable))
    stack(sheet, 10, y + 8, (f"Net imposable du mois : {comma(month.net_taxable)}", f"Net imposable depuis le 1er janvier : {year}",
                             f"Mis en paiement le {month.paid_on:%d/%m/%Y} - Trésorerie hospitalière",
                             f"Coût total employeur : {comma(month.cost)}"), 8, 4.6)  # fmt: skip
    both = ("period", "employer_name", "employer_siret", "employee_name")
    page_2 = month.truth(*both, "net_social", "net_taxable", "net_paid", "pay_date", pages=2)
    return Drawn(sheet, "payslip", (month.truth(*both, "gross", "hours", pages=2), page_2))


def army(random: Random, face: Face) -> Drawn:
    """A soldier's: no hours, no SIRET, gains at the left and what is kept at the right, points before the cents."""
    start, end = draw_dates(random, 2023, 2026)
    base = cents(random.randint(368, 430) * POINT)
    earned = (
        Item("SOLDE DE BASE", base),
        Item("INDEMNITE D'ETAT MILITAIRE", Decimal("150.00")),
        Item("INDEMNITE DE GARNISON", euros(random, 90, 240)),
        Item("PRIME DE COMPETENCES SPECIFIQUES", euros(random, 25, 130)),
        Item("COMPENSATION CSG", euros(random, 12, 22)),
    )
    month = Month(
        draw_employer(random, _FORCES), draw_individual(random), start, end, end - dt.timedelta(days=2),
        random.choice(("CAPORAL CHEF", "SERGENT", "MATELOT", "AVIATEUR DE 1RE CLASSE")), NOTHING, earned,
        _public_dues(earned, "PENSION CIVILE ET MILITAIRE"), (Item("MASSE DE LOGEMENT", -euros(random, 40, 160)),), (),
        tax_rate(random),
    )  # fmt: skip
    person = month.person
    sheet = Sheet(face)
    sheet.text(12, 10, "MINISTÈRE DES ARMÉES", 11, True)
    stack(
        sheet, 12, 15.5, ("Centre expert des ressources humaines et de la solde", "BP 17 - 54036 NANCY CEDEX"), 7.5, 4
    )
    sheet.text(110, 10, "BULLETIN MENSUEL DE SOLDE", 12, True)
    over(sheet, 110, 17, "MOIS", month.name_of_month.upper(), 9, True)
    over(sheet, 150, 17, "SOLDE VERSÉE LE", f"{month.paid_on:%d/%m/%Y}", 9)
    stack(
        sheet,
        110,
        32,
        (f"{month.job} {person.last_name.upper()}", person.first_name, person.street, person.town),
        9.5,
        4.9,
    )
    over(sheet, 12, 30, "IDENTIFIANT DÉFENSE", f"{random.randint(10**9, 10**10 - 1)}", 8)
    over(sheet, 12, 38, "N° SÉCURITÉ SOCIALE", person.nir, 8)
    over(sheet, 60, 30, "NOM ET PRÉNOM", f"{person.last_name.upper()} {person.first_name}", 8)
    over(sheet, 60, 38, "GRADE", month.job, 8)
    gains = [Row((one.wording, plain(one.amount))) for one in month.earned]
    kept = [Row((due.wording.upper(), plain(due.own))) for due in month.dues if due.own]
    kept += [Row((one.wording, plain(-one.amount))) for one in month.besides]
    left = (Col("ÉLÉMENTS DE SOLDE", 14, "L", 62), Col("MONTANT", 100))
    right = (Col("RETENUES", 110, "L", 62), Col("MONTANT", 196))
    sheet.box(12, 56, 92, 6, (225, 230, 220))
    sheet.box(108, 56, 92, 6, (225, 230, 220))
    head(sheet, 58, left, 7.5)
    head(sheet, 58, right, 7.5)
    rows(sheet, 66, left, gains, 8, 5.4)
    rows(sheet, 66, right, kept, 8, 5.4)
    sheet.box(12, 62, 92, 60)
    sheet.box(108, 62, 92, 60)
    y = 128.0
    sums = [("TOTAL BRUT DE LA SOLDE", month.gross), ("MONTANT NET SOCIAL", month.net_social),
            ("NET A PAYER AVANT IMPOT", month.before_tax), ("NET IMPOSABLE DU MOIS", month.net_taxable),
            (f"IMPOT PRELEVE A LA SOURCE AU TAUX DE {month.tax_rate:.1f} %", month.tax), ("CUMUL NET IMPOSABLE", month.since_january(month.net_taxable)),
            ("CHARGES DE L'ETAT EMPLOYEUR", month.theirs)]  # fmt: skip
    for label, amount in sums:
        if amount is not None:
            sheet.text(14, y, label, 8)
            sheet.text(120, y, plain(amount), 8, align="R", width=40)
            y += 5.4
    sheet.box(12, y + 3, 150, 10, (225, 230, 220))
    sheet.text(14, y + 6, "SOLDE NETTE À PAYER", 10, True)
    sheet.text(110, y + 6, f"{plain(month.net_paid)} €", 11, True, "R", 50)
    shown = ("period", "employer_name", "employee_name", "pay_date", *SUMS)
    return Drawn(sheet, "payslip", (month.truth(*shown),))
