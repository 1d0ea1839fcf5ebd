"""Fourth held-out set, private firms: drawn from the facts about pay software, before the reader was changed again."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import Pay, draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, strip, table
from tests.generator.payslip import MONTHS, day, french
from tests.generator.people import Person


def month_of(pay: Pay) -> str:
    return f"{MONTHS[pay.slip.month.month - 1]} {pay.slip.month.year}"


def addressee(sheet: Sheet, person: Person, x: float, y: float) -> None:
    """The window of the envelope: last name in capitals first."""
    lines = (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street.upper(), person.town)
    stack(sheet, x, y, lines, 10, 5)


def employer_first(random: Random, face: Face) -> Drawn:
    """Employer's columns stand before the employee's; years of two digits; sums under their heads at the foot."""
    pay = draw_pay(random)
    slip = pay.slip
    sheet = Sheet(face)
    stack(sheet, 8, 9, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.5, True)
    sheet.text(8, 24, f"SIRET {slip.employer.siret[:9]} {slip.employer.siret[9:]}  NAF {slip.employer.activity}", 7.5)
    sheet.text(110, 9, "BULLETIN DE PAIE", 14, True, "C", 90)
    sheet.text(110, 17, f"{slip.start:%d/%m/%y} au {slip.end:%d/%m/%y}", 9, False, "C", 90)
    sheet.text(110, 22, f"Réglé le {slip.pay_date:%d/%m/%y} par virement", 8, False, "C", 90)
    addressee(sheet, slip.employee, 112, 36)
    facts = ("Matricule 00417", f"Emploi {slip.job}", f"N° S.S. {slip.employee.nir}", f"CC {slip.employer.agreement}")
    stack(sheet, 8, 34, facts, 7.5, 4)
    words = Words(gross="SALAIRE BRUT", before_tax="NET AVANT IMPOT", net_paid="")
    columns = (
        Column("Base", 92, "base"),
        Column("Tx empl.", 112, "employer_rate"),
        Column("Employeur", 136, "employer"),
        Column("Tx sal.", 156, "rate"),
        Column("A payer", 178, "gain"),
        Column("A retenir", 201, "deduction"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)]
    y = table(sheet, 8, 58, columns, rows, 7.2, 4.3, "columns", None, "Rubrique", 232)
    months = slip.month.month
    heads = ("", "HEURES", "BRUT", "NET FISCAL", "COUT EMPLOYEUR")
    year = [french(one * months) for one in (pay.hours, pay.gross, pay.net_taxable, pay.gross + pay.employer_total)]
    now = [french(one) for one in (pay.hours, pay.gross, pay.net_taxable, pay.gross + pay.employer_total)]
    y = strip(sheet, 8, y + 4, (18, 26, 30, 32, 36), heads, (("PERIODE", *now), ("EXERCICE", *year)))
    sheet.box(152, y - 15, 49, 15)
    sheet.text(152, y - 13, "NET PAYE EN EUROS", 8, True, "C", 49)
    sheet.text(152, y - 7, french(pay.net_paid), 12, True, "C", 49)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def stated_above(random: Random, face: Face) -> Drawn:
    """All facts of the head under small labels; gross and nets as a ladder of sentences beneath the table."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(12, 10, "Fiche de paie", 15, True)
    sheet.text(12, 18, month_of(pay), 11)
    for place, (label, value) in enumerate(
        (
            ("Société", slip.employer.name),
            ("Numéro SIRET", slip.employer.siret),
            ("Salarié", person.name),
            ("Date d’entrée", "04/09/2017"),
            ("Date de versement", day(slip.pay_date)),
            ("Heures du mois", f"{french(pay.hours)} h"),
        )
    ):
        x, y = 12 + 64 * (place % 3), 28 + 12 * (place // 3)
        sheet.ink(120, 120, 120)
        sheet.text(x, y, label, 6.5)
        sheet.ink(0, 0, 0)
        sheet.text(x, y + 3.6, sheet.shortened(value, 62, 8.5, True), 8.5, True)
    words = Words(gross="Rémunération brute", total="Total des retenues", before_tax="Net avant impôt", net_paid="")
    columns = (
        Column("Assiette", 118, "base"),
        Column("Taux", 138, "rate"),
        Column("Montant", 166, "own+gain+minus"),
        Column("Part employeur", 198, "employer"),
    )
    y = table(
        sheet, 12, 56, columns, [*earnings(pay, words), *contributions(pay, words)], 7.5, 4.7, "none", None, "Rubriques"
    )
    ladder = (
        ("Montant net social", pay.net_social),
        ("Frais de transport", pay.transport or None),
        ("Titres-restaurant et acompte", -(pay.meals + pay.advance) or None),
        ("Net à payer avant impôt sur le revenu", pay.net_before_tax),
        (f"Prélèvement à la source ({french(slip.tax_rate)} % de {french(pay.net_taxable)} €)", -pay.tax),
        ("Net à payer", pay.net_paid),
        ("Salaire net imposable", pay.net_taxable),
        ("Salaire net imposable cumulé", pay.net_taxable * slip.month.month),
        ("Coût total pour l’entreprise", pay.gross + pay.employer_total),
    )
    y += 5
    for label, amount in ladder:
        if amount is not None:
            bold = label == "Net à payer"
            sheet.text(80, y, label, 8, bold)
            sheet.text(168, y, f"{french(amount)} €", 8, bold, "R", 30)
            sheet.line(80, y + 4.2, 198, y + 4.2)
            y += 5.4
    truth = pay.truth("pages", "period_start", "period_end") | {
        "employer_name": sheet.shortened(slip.employer.name, 62, 8.5, True).strip()
    }
    return Drawn(sheet, "payslip", (truth,), pay.also_right())


def accountant(random: Random, face: Face) -> Drawn:
    """An accountant's software: boxed head with labels over values, codes in front of lines, a big net at the foot."""
    pay = draw_pay(random)
    slip = pay.slip
    sheet = Sheet(face)
    sheet.box(8, 8, 95, 28)
    stack(sheet, 10, 10, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.6, True)
    sheet.text(10, 25, f"N° Siret : {slip.employer.siret}  Code Naf : {slip.employer.activity}", 7.5)
    sheet.text(10, 30, "Urssaf : 117000001512345678  Auvergne", 7.5)
    sheet.box(106, 8, 96, 14)
    sheet.text(106, 9.5, "BULLETIN DE SALAIRE", 12, True, "C", 96)
    sheet.text(106, 16, f"Période : {month_of(pay)}", 9, False, "C", 96)
    addressee(sheet, slip.employee, 112, 28)
    y = strip(
        sheet,
        8,
        50,
        (26, 44, 34, 30, 30, 30),
        ("Matricule", "Emploi", "Ancienneté", "Entré(e) le", "Horaire", "Paiement le"),
        (("12", slip.job[:22], "5 ans 3 mois", "02/01/2019", french(pay.hours), day(slip.pay_date)),),
        7,
    )
    words = Words(
        gross="Salaire brut",
        total="Total des cotisations et contributions",
        before_tax="Net à payer avant impôt",
        tax="Impôt prélevé à la source",
        net_paid="",
    )
    columns = (
        Column("Nombre", 96, "base"),
        Column("Taux sal.", 116, "rate"),
        Column("Gain", 136, "gain"),
        Column("Retenue", 158, "deduction"),
        Column("Taux pat.", 178, "employer_rate"),
        Column("Cotis. pat.", 201, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 8, y + 3, columns, rows, 7.4, 4.6, "grid", (220, 226, 236), "Libellé", 226)
    months = slip.month.month
    heads = ("Cumuls", "Heures", "Bruts", "Imposable", "Charges sal.", "Charges pat.")
    values = (pay.hours, pay.gross, pay.net_taxable, pay.employee_total, pay.employer_total)
    now, year = ([french(one * times) for one in values] for times in (1, months))
    y = strip(sheet, 8, y + 3, (16, 22, 26, 26, 26, 26), heads, (("Mois", *now), ("Année", *year)), 7)
    sheet.box(152, y - 15, 50, 15, fill=(220, 226, 236))
    sheet.text(154, y - 10, "Net à payer", 9, True)
    sheet.text(172, y - 10, f"{french(pay.net_paid)} EUR", 10, True, "R", 28)
    sheet.text(8, y + 4, "Dans votre intérêt, conservez ce bulletin sans limitation de durée.", 7)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def two_assignments(random: Random, face: Face) -> Drawn:
    """A temp agency: two client firms, weeks of hours, end-of-assignment pay; sums at the right foot."""
    pay = draw_pay(random)
    slip = pay.slip
    sheet = Sheet(face)
    sheet.text(10, 8, slip.employer.name, 12, True)
    sheet.text(10, 14, f"Agence de travail temporaire - {slip.employer.street} {slip.employer.town}", 7.5)
    sheet.text(10, 18, f"SIRET : {slip.employer.siret} - Garantie financière : Crédit mutuel, 75017 Paris", 7.5)
    sheet.text(120, 8, "BULLETIN DE PAYE INTÉRIMAIRE", 11, True)
    sheet.text(120, 14, f"Période du {day(slip.start)} au {day(slip.end)}", 8.5)
    sheet.text(120, 18.5, f"Date de paiement : {day(slip.pay_date)}", 8.5)
    sheet.text(10, 28, f"Qualification : {slip.job}", 8)
    sheet.text(10, 32, f"N° sécurité sociale : {slip.employee.nir}", 8)
    addressee(sheet, slip.employee, 116, 30)
    middle = slip.start.replace(day=14)
    first = (pay.hours / 2).quantize(pay.hours)
    missions = (
        ("30214", "LOGIPARC ENTREPOTS SAS", f"{slip.start:%d/%m}", f"{middle:%d/%m/%Y}", french(first)),
        ("30388", "USINE DES PRES SARL", f"{middle.replace(day=15):%d/%m}", day(slip.end), french(pay.hours - first)),
    )
    heads = ("Contrat", "Entreprise utilisatrice", "Début", "Fin", "Heures")
    y = strip(sheet, 10, 50, (22, 74, 30, 30, 34), heads, missions, 7.5)
    words = Words(gross="TOTAL BRUT", before_tax="NET A PAYER AVANT IMPOT SUR LE REVENU", net_paid="")
    columns = (
        Column("Base", 104, "base"),
        Column("Taux", 122, "rate"),
        Column("Montant", 148, "own+gain+minus"),
        Column("Taux employeur", 174, "employer_rate"),
        Column("Montant employeur", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, y + 4, columns, rows, 7.2, 4.4, "zebra", (225, 225, 225), "Éléments de paie", 222)
    foot = (
        ("Total des heures", french(pay.hours)),
        ("Net imposable du mois", french(pay.net_taxable)),
        ("Net imposable annuel", french(pay.net_taxable * slip.month.month)),
        ("Net à payer (euros)", french(pay.net_paid)),
    )
    y += 4
    for label, value in foot:
        sheet.text(118, y, label, 8.5, label.startswith("Net à"))
        sheet.text(170, y, value, 8.5, label.startswith("Net à"), "R", 30)
        y += 4.8
    sheet.text(10, y, "Page 1/1", 7)
    return Drawn(sheet, "payslip", (pay.truth(),), pay.also_right())


def carried_over(random: Random, face: Face) -> Drawn:
    """Two pages: everything but the nets and the pay date on the first; a short second page with a box of sums."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)

    def head(page: str) -> None:
        sheet.text(10, 8, "Bulletin de salaire", 12, True)
        sheet.text(10, 14, f"Mois de paie : {slip.month:%m/%Y}", 9)
        sheet.text(175, 8, page, 8)
        name = f"{person.last_name.upper()} {person.first_name}"
        sheet.text(110, 14, f"Salarié : {name}", 9)
        sheet.text(10, 19, f"Employeur : {slip.employer.name}", 9)
        sheet.text(110, 19, f"Etablissement : {slip.employer.siret}", 9)

    head("1 / 2")
    words = Words(gross="Total brut", total="Total cotisations", before_tax="Net avant prélèvement à la source")
    columns = (
        Column("Quantité", 96, "base"),
        Column("Taux", 114, "rate"),
        Column("Gains", 136, "gain"),
        Column("Retenues", 158, "deduction"),
        Column("Employeur", 198, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words)]
    y = table(sheet, 10, 30, columns, rows, 8.5, 6, "zebra", (232, 232, 232), "Désignation")
    sheet.text(10, y + 6, f"Temps de travail payé : {french(pay.hours)} heures", 8.5)
    sheet.pdf.add_page()
    head("2 / 2")
    y = table(sheet, 10, 30, columns, nets(pay, words), 8.5, 6, "zebra", (232, 232, 232), "Désignation")
    heads = ("Net fiscal", "Net fiscal cumulé", "Net à payer", "Payé le")
    values = (french(pay.net_taxable), french(pay.net_taxable * slip.month.month), french(pay.net_paid))
    strip(sheet, 10, y + 10, (46, 46, 50, 46), heads, ((*values, day(slip.pay_date)),), 9, step=6)
    whole = pay.truth("period_start", "period_end") | {"pages": "2"}
    later = {"net_paid", "net_social", "net_taxable", "pay_date"}
    first = {name: value for name, value in whole.items() if name not in later}
    second = {name: value for name, value in whole.items() if name not in {"gross", "hours"}}
    return Drawn(sheet, "payslip", (first, second), pay.also_right())
