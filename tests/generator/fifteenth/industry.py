"""The slip of an industrial group: every levy on its own line, over two pages; the nets stand on the second."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fifteenth.schemes import INDUSTRY, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

COLS = (
    Col("label", "Désignation", 12, 82, "L"),
    Col("base", "Nombre / Base", 82, 106),
    Col("rate", "Taux sal.", 106, 122),
    Col("own", "Montant sal.", 122, 146),
    Col("firm_rate", "Taux pat.", 146, 164),
    Col("firm", "Montant pat.", 164, 198),
)


def industry(random: Random, face: Face) -> Drawn:
    """Shifts, seniority, a thirteenth month's part; the head is printed on both pages."""
    group = random.choice(("ACIERIES DE L'EST", "VERRERIES DU CENTRE", "PAPETERIES DE L'AVRE", "FONDERIES REUNIES"))
    frame = framed(random, f"{group} {random.choice(('SA', 'SAS'))}", "2410Z", "Métallurgie - IDCC 3248")
    base = Decimal(random.randint(1950, 2900)) + Decimal("0.00")
    gains = [Gain("Appointements mensuels", base), Gain("Prime d'ancienneté", cents(base * Decimal("0.05")))]
    gains.append(worked("Prime de poste 2x8", Decimal(random.randint(12, 21)) + Decimal("0.00"), Decimal("7.85")))
    gains.append(Gain("Acompte 13e mois", cents(base / 12)))
    if random.random() < 0.4:
        gains.append(Gain("Prime d'habillage", Decimal("22.50")))
    month = month_of(
        frame,
        job=random.choice(("Technicien de maintenance", "Conductrice de ligne", "Régleur", "Magasinier")),
        hours=FULL,
        gains=tuple(gains),
        levies=levied(INDUSTRY, summed(one.amount for one in gains), Decimal("36.20"), "Frais de santé obligatoire"),
        after=(Gain("Participation transport", Decimal("18.40")),) if random.random() < 0.5 else (),
        late=(Gain("Cantine", Decimal("-51.75")),) if random.random() < 0.5 else (),
    )
    first = month.truth("net_paid", "net_social", "net_taxable", pages=2)
    second = month.truth("gross", "hours", pages=2)
    return Drawn(_sheet(month, face), "payslip", (first, second), month.also())


def _head(sheet: Sheet, month: Month, page: int) -> None:
    employer = month.employer
    put(sheet, 12, 10, employer.name, 12, 90, True)
    put(sheet, 12, 16, f"SIRET {employer.siret} - NAF {employer.activity}", 8, 90)
    put(sheet, 106, 10, "BULLETIN DE PAIE", 12, 92, True, "R")
    put(sheet, 106, 15.5, f"Période du {day(month.start)} au {day(month.end)}", 9, 92, False, "R")
    put(sheet, 106, 20, f"Date de paiement : {day(month.pay_date)}", 9, 92, False, "R")
    put(sheet, 12, 285, f"Matricule {month.number:06d} - {employer.name}", 7.5, 120)
    put(sheet, 150, 285, f"Page {page}/2", 8, 48, False, "R")


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person = Sheet(face), month.person
    _head(sheet, month, 1)
    left = (
        ("Convention", month.employer.agreement),
        ("Emploi", month.job),
        ("Classification", f"Groupe C - classe {month.number % 3 + 5}"),
        ("Horaire mensuel", f"{french(month.hours)} h"),
        ("N° sécurité sociale", person.nir),
        ("Établissement", month.employer.town),
    )
    facts(sheet, 12, 30, left, 32, 90, 8.5, 4.8)
    lines(sheet, 114, 34, (named(month, "first last"), person.street, person.town), 10.5, 84, 5.6)
    rows = gain_rows(month.gains, "own")
    rows.append(Row({"label": "RÉMUNÉRATION BRUTE", "own": french(month.gross)}, True, (232, 232, 232)))
    levies = levy_rows(month.levies, True)
    cut = next(place for place, row in enumerate(levies) if row.cells["label"] == "Famille")
    table(sheet, 64, COLS, rows + levies[:cut], 8.5, 6.2, "columns frame", (218, 226, 222), 276)
    sheet.pdf.add_page()
    _head(sheet, month, 2)
    put(sheet, 12, 24, f"Salarié : {named(month, 'last first')}", 9.5, 120)
    y = table(sheet, 34, COLS, levies[cut:] + _ends(month), 8.5, 6.2, "columns frame", (218, 226, 222)) + 5
    sheet.box(98, y, 100, 13, fill=(218, 226, 222))
    put(sheet, 101, y + 4.2, "NET À PAYER", 12, 44, True)
    put(sheet, 146, y + 4, f"{french(month.net_paid)} €", 13, 50, True, "R")
    put(sheet, 12, y + 1, f"Net imposable : {french(month.taxable)}", 9.5, 84)
    put(sheet, 12, y + 7, f"Allègements et coût total : {french(month.cost)}", 9.5, 84)
    y += 20
    year = (
        ("Cumul brut", french(month.year(month.gross))),
        ("Cumul net imposable", french(month.year(month.taxable))),
        ("Congés acquis / pris", f"{month.number % 25 + 2},00 / {month.number % 4},00"),
    )
    facts(sheet, 12, y, year, 40, 80, 8.5, 5, "R")
    text = "Définition des termes : www.service-public.fr. Conservez ce bulletin sans limitation de durée."
    sheet.paragraph(12, y + 22, text, 186, 8)
    return sheet


def _ends(month: Month) -> list[Row]:
    totals = {"own": french(month.own), "firm": french(month.firm)}
    rows = [Row({"label": "TOTAL DES COTISATIONS ET CONTRIBUTIONS"} | totals, True)]
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "own": french(month.net_social)}, True))
    rows += gain_rows(month.after, "own")
    rows.append(Row({"label": "NET À PAYER AVANT IMPÔT SUR LE REVENU", "own": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": french(month.tax)}
    rows.append(Row({"label": "Impôt sur le revenu prélevé à la source"} | tax))
    return rows + gain_rows(month.late, "own")
