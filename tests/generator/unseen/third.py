"""Third held-out set: four layouts, written after the second set had been used for mending, and not used for it."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import Pay, draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, strip, table
from tests.generator.payslip import MONTHS, day, french


def _month(pay: Pay) -> str:
    return f"{MONTHS[pay.slip.month.month - 1]} {pay.slip.month.year}"


def tiles(random: Random, face: Face) -> Drawn:
    """The nets in big tiles at the top of the sheet, the table under them."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(12, 9, slip.employer.name, 12, True)
    sheet.text(12, 15, f"{slip.employer.street} - {slip.employer.town}", 8)
    sheet.text(12, 19.5, f"RCS {slip.employer.siret[:9]} - Siret {slip.employer.siret}", 8)
    sheet.text(130, 9, f"Paie de {_month(pay).lower()}", 12, True)
    sheet.text(130, 15.5, f"Virement émis le {day(slip.pay_date)}", 8)
    stack(sheet, 120, 28, (f"{person.title} {person.name}", person.street, person.town), 10, 5)
    tiles_of = [("Vous recevez", pay.net_paid), ("Net imposable", pay.net_taxable), ("Brut", pay.gross)]
    for place, (label, amount) in enumerate(tiles_of):
        sheet.box(12 + 63 * place, 50, 59, 17, fill=(230, 238, 246))
        sheet.text(12 + 63 * place, 52, label, 8, align="C", width=59)
        sheet.text(12 + 63 * place, 58, f"{french(amount)} €", 13, True, "C", 59)
    columns = (
        Column("Base", 110, "base"),
        Column("Taux", 128, "rate"),
        Column("Salarié", 160, "own+gain+minus"),
        Column("Employeur", 197, "employer"),
    )
    words = Words(gross="Total brut", net_paid="", before_tax="Net à payer avant impôt sur le revenu")
    rows = [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)]
    y = table(sheet, 12, 74, columns, rows, 7.2, 4.5, "zebra", (236, 236, 236), "", 222)
    sheet.text(12, y + 4, f"Heures rémunérées ce mois : {french(pay.hours)}", 8)
    sheet.text(12, y + 9, f"Net imposable depuis le 1er janvier : {french(pay.net_taxable * slip.month.month)}", 8)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def typed(random: Random, face: Face) -> Drawn:
    """A small shop's spreadsheet: no ruled head, labels ended by colons, the sums written as sentences."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(20, 12, "BULLETIN DE SALAIRE", 13, True, "C", 170)
    head = (
        f"Employeur : {slip.employer.name}",
        f"Adresse : {slip.employer.street}, {slip.employer.town}",
        f"N° Siret : {slip.employer.siret}",
        "",
        f"Salarié : {person.title} {person.name}",
        f"Adresse : {person.street}, {person.town}",
        f"Sécurité sociale : {person.nir}",
        f"Poste : {slip.job}",
        "",
        f"Salaire du mois de : {_month(pay)}",
        f"Nombre d’heures : {french(pay.hours)}",
    )
    y = stack(sheet, 20, 24, head, 9.5, 5) + 4
    words = Words(gross="Total du brut", total="Total des charges salariales")
    for line in (*earnings(pay, words), *contributions(pay, words, False)):
        value = next((line.cells[key] for key in ("own", "gain", "minus") if key in line.cells), "")
        if value:
            sheet.text(20, y, line.wording[:58], 9, line.bold)
            sheet.text(150, y, value, 9, line.bold, "R", 40)
            y += 5.2
    for label, amount in (
        ("Montant net social", pay.net_social),
        ("Transport remboursé", pay.transport),
        ("Repas et acomptes retenus", pay.meals + pay.advance),
        ("Net avant impôt", pay.net_before_tax),
        (f"Impôt à la source ({slip.tax_rate} %)", pay.tax),
        ("Net imposable", pay.net_taxable),
        ("Salaire net à verser", pay.net_paid),
    ):
        if amount is not None:
            sheet.text(20, y, f"{label} :", 9.5)
            sheet.text(150, y, f"{french(amount)} euros", 9.5, align="R", width=40)
            y += 5.6
    sheet.text(20, y + 6, f"Payé par virement le {day(slip.pay_date)}.", 9.5)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def school(random: Random, face: Face) -> Drawn:
    """A state school's slip: the paying office, a band of codes, to pay and to deduct, the net in words of its own."""
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="MONTANT BRUT",
        total="TOTAL DES COTISATIONS",
        before_tax="NET A PAYER AVANT IMPOT SUR LE REVENU",
        tax="IMPOT SUR LE REVENU PRELEVE A LA SOURCE",
        salary="TRAITEMENT INDICIAIRE BRUT",
    )
    sheet = Sheet(face)
    sheet.text(10, 8, "BULLETIN DE PAYE", 12, True)
    sheet.text(70, 8, f"MOIS DE : {_month(pay).upper()}", 10, True)
    stack(
        sheet, 10, 17, ("EMPLOYEUR", slip.employer.name, slip.employer.town, f"SIRET {slip.employer.siret}"), 8.5, 4.3
    )
    name = f"{person.title} {person.last_name.upper()} {person.first_name.upper()}"
    stack(sheet, 112, 26, (name, person.street.upper(), person.town), 10, 5)
    strip(
        sheet,
        10,
        46,
        (44, 30, 30, 30, 56),
        ("GRADE", "ECHELON", "INDICE", "NB HEURES", "DATE DE MISE EN PAIEMENT"),
        ((slip.job.upper()[:20], "06", "395", french(pay.hours), day(slip.pay_date)),),
        7.5,
    )
    columns = (
        Column("ELEMENTS", 92, "base"),
        Column("A PAYER", 122, "gain"),
        Column("A DEDUIRE", 152, "deduction"),
        Column("POUR INFORMATION", 199, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 60, columns, rows, 7.2, 4.5, "columns", (240, 240, 240), "CODE ET LIBELLE", 216)
    heads = ("BASE IMPOSABLE DU MOIS", "BASE IMPOSABLE DE L’ANNEE", "TOTAL CHARGES PATRONALES", "NET A PAYER")
    amounts = (pay.net_taxable, pay.net_taxable * slip.month.month, pay.employer_total, pay.net_paid)
    strip(sheet, 10, y + 4, (48, 50, 50, 42), heads, ([french(one) for one in amounts],), 7.5)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def seasonal(random: Random, face: Face) -> Drawn:
    """A farm's seasonal help: the dates of the work, paid by the hour, all in one narrow column at the left."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(14, 10, "TITRE EMPLOI SIMPLIFIÉ AGRICOLE", 11, True)
    sheet.text(14, 16, "Bulletin de paie", 10)
    sheet.text(14, 26, "Exploitation", 8, True)
    stack(sheet, 14, 30, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.5)
    sheet.text(14, 45, f"Siret : {slip.employer.siret}   Caisse : MSA Auvergne", 8)
    sheet.text(112, 26, "Travailleur saisonnier", 8, True)
    stack(sheet, 112, 30, (f"{person.title} {person.name}", person.street, person.town), 9, 4.5)
    last = MONTHS[slip.month.month - 1].lower()
    sheet.text(14, 55, f"Travail effectué du 1 au {slip.end.day} {last} {slip.month.year}", 9)
    sheet.text(14, 60, f"Salaire remis le {day(slip.pay_date)}", 9)
    y = 70.0
    rows = [
        ("Heures travaillées", french(pay.hours), ""),
        ("Salaire horaire", french(slip.hourly), "€"),
        ("Rémunération brute totale", french(pay.gross), "€"),
        ("Cotisations ouvrières", french(pay.employee_total), "€"),
        ("Montant net social", french(pay.net_social) if pay.net_social is not None else "", "€"),
        ("Net avant impôt sur le revenu", french(pay.net_before_tax), "€"),
        ("Rémunération nette imposable", french(pay.net_taxable), "€"),
        ("Impôt retenu", french(pay.tax), "€"),
        ("Net payé au salarié", french(pay.net_paid), "€"),
        ("Cotisations de l’exploitant (CSG, vieillesse...)", french(pay.employer_total), "€"),
    ]
    for label, value, unit in rows:
        if value:
            sheet.box(14, y, 110, 8)
            sheet.text(16, y + 2.4, label, 9)
            sheet.text(80, y + 2.4, f"{value} {unit}".strip(), 9, True, "R", 42)
            y += 8
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())
