"""Fourth held-out set: the State, a town, a private employer with Cesu, an association on a form."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, pairs, stack, strip, table
from tests.generator.payslip import MONTHS, day, french
from tests.generator.unseen.fourth_firms import addressee, month_of


def six_digits(random: Random, face: Face) -> Drawn:
    """A state slip: codes of six digits, three columns, the month's sums in boxes at the left foot."""
    pay = draw_pay(random, "public")
    slip = pay.slip
    sheet = Sheet(face)
    sheet.text(10, 8, "BULLETIN DE PAYE", 12, True)
    sheet.text(10, 14, slip.employer.name, 9, True)
    sheet.text(10, 18.5, f"SIRET : {slip.employer.siret}", 8)
    sheet.box(120, 8, 80, 8)
    sheet.text(120, 10, f"{month_of(pay).upper()}", 10, True, "C", 80)
    heads = ("AFFECTATION", "GRADE", "ECHELON", "INDICE OU NB D’HEURES", "TEMPS DE TRAVAIL")
    strip(
        sheet,
        10,
        26,
        (36, 46, 24, 48, 36),
        heads,
        (("063", slip.job.upper(), "04", french(pay.hours), "TEMPS COMPLET"),),
        7,
    )
    addressee(sheet, slip.employee, 118, 44)
    words = Words(
        gross="MONTANT BRUT",
        total="TOTAL DES RETENUES",
        before_tax="NET A PAYER AVANT IMPOT SUR LE REVENU",
        tax="PRELEVEMENT A LA SOURCE",
        net_paid="",
        salary="TRAITEMENT BRUT",
    )
    columns = (
        Column("A PAYER", 132, "gain"),
        Column("A DEDUIRE", 164, "deduction"),
        Column("POUR INFORMATION", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 66, columns, rows, 7.6, 4.7, "columns", None, "CODE   ELEMENTS", 226)
    months = slip.month.month
    boxes = (
        ("BASE SS DE L’ANNEE", pay.gross * months),
        ("MONTANT IMPOSABLE DE L’ANNEE", pay.net_taxable * months),
        ("MONTANT IMPOSABLE DU MOIS", pay.net_taxable),
        ("NET A PAYER", pay.net_paid),
    )
    for place, (label, amount) in enumerate(boxes):
        sheet.box(10 + 48 * place, y + 4, 46, 13)
        sheet.text(10 + 48 * place, y + 5.5, label, 7, align="C", width=46)
        sheet.text(10 + 48 * place, y + 10.5, f"{french(amount)} €", 9, True, "C", 46)
    sheet.text(10, y + 20, f"MIS EN PAIEMENT LE {day(slip.pay_date)}   COMPTABLE : DRFIP 063", 8)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def town(random: Random, face: Face) -> Drawn:
    """A town: the letterhead in the middle, base and rates, sums written in the table's last rows."""
    pay = draw_pay(random, "public")
    slip = pay.slip
    sheet = Sheet(face)
    sheet.text(10, 8, slip.employer.name, 13, True, "C", 190)
    sheet.text(10, 14, f"{slip.employer.street} - {slip.employer.town}", 8, align="C", width=190)
    sheet.text(10, 18, f"Siret : {slip.employer.siret}", 8, align="C", width=190)
    sheet.text(10, 26, f"Bulletin de paie du mois de {month_of(pay).lower()}", 11, True)
    facts = (
        ("Matricule", "A00231"),
        ("Grade", slip.job),
        ("Échelon / indice", "5 / 382"),
        ("N° INSEE", slip.employee.nir),
        ("Heures payées", french(pay.hours)),
        ("Date de virement", day(slip.pay_date)),
    )
    pairs(sheet, 10, 34, facts, 32, 8, 4.4)
    addressee(sheet, slip.employee, 116, 38)
    words = Words(
        gross="TOTAL BRUT", total="TOTAL CHARGES", before_tax="Net avant PAS", net_paid="", salary="Traitement de base"
    )
    columns = (
        Column("Base", 110, "base"),
        Column("Taux", 128, "rate"),
        Column("Part agent", 160, "own+gain+minus"),
        Column("Part employeur", 198, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 66, columns, rows, 7.8, 4.8, "columns", (236, 236, 236), "Libellé", 222)
    sheet.text(12, y + 4, "Net à payer", 11, True)
    sheet.text(60, y + 4, french(pay.net_paid), 11, True, "R", 30)
    sheet.text(112, y + 3, "Imposable du mois", 8)
    sheet.text(160, y + 3, french(pay.net_taxable), 8, align="R", width=38)
    sheet.text(112, y + 7.5, "Imposable cumulé", 8)
    sheet.text(160, y + 7.5, french(pay.net_taxable * slip.month.month), 8, align="R", width=38)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def household(random: Random, face: Face) -> Drawn:
    """Cesu: two blocks, a period of employment, amounts at the right of sentences; no SIRET."""
    pay = draw_pay(random, "household")
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(12, 9, "Urssaf service Cesu", 10, True)
    sheet.text(90, 9, "BULLETIN DE SALAIRE", 14, True)
    sheet.text(90, 17, f"Période d’emploi : du {day(slip.start)} au {day(slip.end)}", 9)
    for x, title, lines in (
        (12, "L’EMPLOYEUR", (slip.employer.name, slip.employer.street, slip.employer.town, "N° Cesu : Z4410032")),
        (108, "LE SALARIÉ", (f"{person.title} {person.first_name} {person.last_name.upper()}", person.street,
                             person.town, f"N° Sécurité sociale : {person.nir}")),
    ):  # fmt: skip
        sheet.box(x, 26, 90, 32)
        sheet.text(x + 2, 28, title, 8, True)
        stack(sheet, x + 2, 34, lines, 9, 5)
    rows = (
        ("Emploi", slip.job),
        ("Nombre d’heures effectuées", french(pay.hours)),
        ("Salaire horaire brut", f"{french(slip.hourly)} €"),
        ("Salaire brut", f"{french(pay.gross)} €"),
        ("Cotisations et contributions sociales du salarié", f"{french(pay.employee_total)} €"),
        ("Montant net social", f"{french(pay.net_social)} €" if pay.net_social is not None else ""),
        ("Indemnité de transport", f"{french(pay.transport)} €" if pay.transport else ""),
        ("Acompte versé", f"{french(pay.advance)} €" if pay.advance else ""),
        ("Salaire net avant impôt sur le revenu", f"{french(pay.net_before_tax)} €"),
        ("Montant net imposable", f"{french(pay.net_taxable)} €"),
        ("Montant de l’impôt prélevé à la source", f"{french(pay.tax)} €"),
        ("Total net à payer", f"{french(pay.net_paid)} €"),
        ("Date de paiement du salaire", day(slip.pay_date)),
        ("Cotisations et contributions sociales de l’employeur", f"{french(pay.employer_total)} €"),
    )
    y = 66.0
    for label, value in rows:
        if value:
            sheet.text(14, y, label, 9, label.startswith("Total"))
            sheet.text(150, y, value, 9, label.startswith("Total"), "R", 46)
            sheet.line(12, y + 5.2, 198, y + 5.2)
            y += 8
    return Drawn(sheet, "payslip", (pay.truth("pages", "employer_siret"),), pay.also_right())


def sports_club(random: Random, face: Face) -> Drawn:
    """An association on a form: month and year in boxes of their own, sums in a column at the right of the table."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(10, 8, "BULLETIN DE PAIE", 12, True)
    for x, label, value in ((120, "Mois", MONTHS[slip.month.month - 1]), (162, "Année", str(slip.month.year))):
        sheet.box(x, 8, 38, 11)
        sheet.text(x, 9, label, 7, align="C", width=38)
        sheet.text(x, 13.5, value, 9, True, "C", 38)
    sheet.text(10, 17, "Nom de l’employeur :", 8)
    sheet.text(44, 17, slip.employer.name, 8.5, True)
    sheet.text(10, 22, "N° SIRET :", 8)
    sheet.text(44, 22, slip.employer.siret, 8.5)
    sheet.text(10, 30, "Nom et prénom du salarié :", 8)
    sheet.text(52, 30, f"{person.title} {person.last_name} {person.first_name}", 8.5, True)
    sheet.text(10, 35, f"Emploi : {slip.job}     Nombre d’heures : {french(pay.hours)}", 8)
    words = Words(gross="Salaire brut total", total="Total des cotisations salariales", before_tax="", net_paid="")
    columns = (
        Column("Base", 84, "base"),
        Column("Taux", 100, "rate"),
        Column("Salarié", 124, "own+gain+deduction"),
        Column("Employeur", 148, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False)]
    table(sheet, 10, 46, columns, rows, 7, 4.6, "grid", (238, 238, 238), "Désignation", 190)
    y = 46.0
    for label, amount in (
        ("Total brut", pay.gross),
        ("Net social", pay.net_social),
        ("Net imposable", pay.net_taxable),
        ("Net avant impôt", pay.net_before_tax),
        ("Impôt (PAS)", pay.tax),
        ("NET À PAYER", pay.net_paid),
    ):
        if amount is not None:
            sheet.box(153, y, 47, 14, fill=(246, 246, 246))
            sheet.text(155, y + 1.8, label, 8, label.isupper())
            sheet.text(155, y + 7.2, french(amount), 10, label.isupper(), "R", 43)
            y += 16
    sheet.text(10, 198, f"Payé le {day(slip.pay_date)} par chèque n° 8814402", 8)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())
