"""Fifth held-out set: six layouts, written after the fourth had been used for mending, and not used for it."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, pairs, stack, strip, table
from tests.generator.payslip import MONTHS, day, french
from tests.generator.unseen.fourth_firms import addressee, month_of


def builder(random: Random, face: Face) -> Drawn:
    """A building firm: hours in words at the top, the table without rules, sums in two rows of boxes at the foot."""
    pay = draw_pay(random)
    slip = pay.slip
    sheet = Sheet(face)
    sheet.box(8, 7, 194, 20)
    sheet.text(10, 9, slip.employer.name, 11, True)
    sheet.text(10, 15, f"{slip.employer.street}, {slip.employer.town}", 8)
    sheet.text(10, 20, f"Siret {slip.employer.siret} - APE {slip.employer.activity}", 8)
    sheet.text(120, 9, "BULLETIN DE PAYE", 12, True)
    sheet.text(120, 16, f"Paye du {day(slip.start)} au {day(slip.end)}", 8.5)
    sheet.text(120, 21, f"Payée le {day(slip.pay_date)} - virement", 8.5)
    addressee(sheet, slip.employee, 120, 34)
    facts = (("Qualification", slip.job), ("Coefficient", "150"), ("Temps payé", f"{french(pay.hours)} heures"))
    pairs(sheet, 10, 34, facts, 26, 8, 4.5)
    words = Words(gross="BRUT", total="TOTAL RETENUES", before_tax="NET A PAYER AVANT PAS", tax="PAS", net_paid="")
    columns = (
        Column("NOMBRE", 100, "base"),
        Column("TAUX", 120, "rate"),
        Column("SOMMES DUES", 146, "gain"),
        Column("RETENUES", 172, "deduction"),
        Column("PATRONALES", 201, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 8, 58, columns, rows, 8, 5, "none", (235, 235, 235), "LIBELLE", 214)
    months = slip.month.month
    heads = ("BRUT DU MOIS", "IMPOSABLE DU MOIS", "BRUT DE L’ANNEE", "IMPOSABLE DE L’ANNEE")
    amounts = (pay.gross, pay.net_taxable, pay.gross * months, pay.net_taxable * months)
    y = strip(sheet, 8, y + 4, (48, 48, 48, 50), heads, ([french(one) for one in amounts],), 7.5)
    sheet.box(120, y + 3, 82, 10, fill=(225, 225, 225))
    sheet.text(122, y + 6, "NET A VOUS REGLER", 9, True)
    sheet.text(160, y + 5.6, f"{french(pay.net_paid)} €", 11, True, "R", 40)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def cards_web(random: Random, face: Face) -> Drawn:
    """Web software: the employee left, the employer right, the net in a dark band, rows with the euro sign."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(12, 8, f"Bulletin de paie - {month_of(pay)}", 14, True)
    sheet.text(12, 20, "Salarié(e)", 7)
    stack(sheet, 12, 24, (person.name, person.street, person.town), 9, 4.6, True)
    sheet.text(120, 20, "Employeur", 7)
    stack(sheet, 120, 24, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.6, True)
    sheet.text(120, 38.5, f"SIRET : {slip.employer.siret}", 8)
    sheet.text(12, 38.5, f"{slip.job} - {french(pay.hours)} h / mois", 8)
    sheet.box(12, 48, 186, 12, fill=(40, 60, 90), edge=False)
    sheet.ink(255, 255, 255)
    sheet.text(15, 51.5, "Net à payer", 11, True)
    sheet.text(70, 52, f"viré le {day(slip.pay_date)}", 9)
    sheet.text(150, 51.5, f"{french(pay.net_paid)} €", 12, True, "R", 45)
    sheet.ink(0, 0, 0)
    words = Words(
        gross="Total brut", total="Total cotisations", before_tax="Net avant impôt sur le revenu", net_paid=""
    )
    columns = (
        Column("Base", 112, "base"),
        Column("Taux", 130, "rate"),
        Column("Part salarié", 160, "own+gain+minus"),
        Column("Part employeur", 197, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)]
    y = table(sheet, 12, 66, columns, rows, 7.4, 4.5, "zebra", None, "Élément")
    facts = (
        ("Net imposable", f"{french(pay.net_taxable)} €"),
        ("Cumul imposable", f"{french(pay.net_taxable * slip.month.month)} €"),
        ("Total versé par l’employeur", f"{french(pay.gross + pay.employer_total)} €"),
    )
    pairs(sheet, 12, y + 6, facts, 54, 8, 4.8)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def regional(random: Random, face: Face) -> Drawn:
    """A local body: labels over values in a grid of boxes, the year's sums beside the month's on one row."""
    pay = draw_pay(random, "public")
    slip = pay.slip
    sheet = Sheet(face)
    sheet.text(8, 8, "Collectivité", 7)
    sheet.text(8, 12, slip.employer.name, 10, True)
    sheet.text(8, 17, slip.employer.town, 9)
    sheet.text(110, 8, "BULLETIN DE SALAIRE", 12, True)
    first = ("Mois", "N° SIRET", "Date de paie")
    values = (f"{slip.month:%m/%Y}", slip.employer.siret, day(slip.pay_date))
    strip(sheet, 110, 15, (22, 42, 28), first, (values,), 8)
    addressee(sheet, slip.employee, 112, 34)
    second = ("Grade", "Indice majoré", "Nb heures", "Taux d’emploi")
    strip(sheet, 8, 54, (60, 44, 44, 46), second, ((slip.job, "371", french(pay.hours), "100 %"),), 8)
    words = Words(
        gross="Total brut",
        total="Total des cotisations",
        before_tax="Net à payer avant impôt sur le revenu",
        net_paid="Net à payer",
        salary="Traitement indiciaire",
    )
    columns = (
        Column("Base", 96, "base"),
        Column("Taux", 112, "rate"),
        Column("A payer", 136, "gain"),
        Column("A retenir", 160, "deduction"),
        Column("Part patronale", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 8, 68, columns, rows, 7.6, 4.7, "columns", (230, 236, 230), "Rubrique", 224)
    months = slip.month.month
    heads = ("Imposable mois", "Imposable année", "Brut mois", "Brut année", "Net à payer")
    amounts = (pay.net_taxable, pay.net_taxable * months, pay.gross, pay.gross * months, pay.net_paid)
    strip(sheet, 8, y + 4, (38, 38, 38, 38, 42), heads, ([french(one) for one in amounts],), 8)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def nanny(random: Random, face: Face) -> Drawn:
    """Pajemploi as a list of sentences with dotted leaders; parents and child minder in sentences, too."""
    pay = draw_pay(random, "household")
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(14, 9, "pajemploi - bulletin de salaire", 12, True)
    sheet.text(14, 17, f"Salaire de {month_of(pay).lower()}", 10)
    sheet.text(14, 26, "Parent employeur", 8, True)
    stack(sheet, 14, 30, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.6)
    sheet.text(112, 26, "Salarié", 8, True)
    stack(sheet, 112, 30, (f"{person.title} {person.name}", person.street, person.town), 9, 4.6)
    sheet.text(14, 46, f"Travail du {slip.start.day} au {slip.end.day} {MONTHS[slip.month.month - 1].lower()} "
               f"{slip.month.year}", 9)  # fmt: skip
    rows = (
        ("Heures normales", french(pay.hours)),
        ("Salaire brut", french(pay.gross)),
        ("Cotisations salariales", french(pay.employee_total)),
        ("Net social", french(pay.net_social) if pay.net_social is not None else ""),
        ("Net avant impôt", french(pay.net_before_tax)),
        ("Net imposable", french(pay.net_taxable)),
        ("Impôt prélevé à la source", french(pay.tax)),
        ("Total versé au salarié", french(pay.net_paid)),
    )
    y = 56.0
    for label, value in rows:
        if value:
            sheet.text(14, y, label, 9.5)
            sheet.text(70, y, "." * 70, 8)
            sheet.text(150, y, f"{value} €", 9.5, True, "R", 44)
            y += 7
    sheet.text(14, y + 4, f"Date de paiement : {day(slip.pay_date)}", 9)
    return Drawn(sheet, "payslip", (pay.truth("pages", "employer_siret"),), pay.also_right())


def shipping(random: Random, face: Face) -> Drawn:
    """A transport firm: month named in the table's title bar, net before the table's end, page count at the foot."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    stack(sheet, 10, 8, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.5, True)
    stack(sheet, 10, 23, (f"N° SIRET : {slip.employer.siret}", f"Code APE : {slip.employer.activity}"), 7.5, 4)
    name = f"{person.title} {person.first_name} {person.last_name}"
    stack(sheet, 118, 22, (name, person.street, person.town), 10, 5)
    sheet.box(10, 44, 190, 8, fill=(210, 220, 230))
    sheet.text(12, 46, f"BULLETIN DE SALAIRE - {month_of(pay).upper()}", 10, True)
    sheet.text(140, 46, f"Règlement : {day(slip.pay_date)}", 9)
    sheet.text(10, 55, f"Emploi : {slip.job}   Horaire : {french(pay.hours)}   N° SS : {person.nir}", 8)
    words = Words(
        gross="REMUNERATION BRUTE",
        total="TOTAL DES COTISATIONS ET CONTRIBUTIONS",
        before_tax="NET A PAYER AVANT IMPOT SUR LE REVENU",
        net_paid="",
    )
    columns = (
        Column("Base", 96, "base"),
        Column("Tx sal.", 114, "rate"),
        Column("Gain", 134, "gain"),
        Column("Retenue", 156, "deduction"),
        Column("Tx pat.", 174, "employer_rate"),
        Column("Montant pat.", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)]
    y = table(sheet, 10, 61, columns, rows, 7, 4.3, "grid", (210, 220, 230), "Rubriques")
    sheet.text(120, y + 3, "NET A PAYER", 11, True)
    sheet.text(160, y + 3, french(pay.net_paid), 11, True, "R", 40)
    months = slip.month.month
    heads = ("", "Brut", "Net imposable", "Heures")
    month, year = ([french(one * times) for one in (pay.gross, pay.net_taxable, pay.hours)] for times in (1, months))
    strip(sheet, 10, y + 10, (26, 30, 34, 26), heads, (("Du mois", *month), ("Depuis janvier", *year)), 7.5)
    sheet.text(10, 285, "Page 1 sur 1", 7)
    return Drawn(sheet, "payslip", (pay.truth("period_start", "period_end"),), pay.also_right())


def ministry(random: Random, face: Face) -> Drawn:
    """A ministry: capital labels, the paying office and the employer apart, sums as sentences under the table."""
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(10, 8, "BULLETIN DE PAYE", 11, True)
    sheet.text(60, 8, "DIRECTION REGIONALE DES FINANCES", 8)
    sheet.text(150, 8, month_of(pay).upper(), 11, True)
    sheet.text(10, 16, f"EMPLOYEUR : {slip.employer.name}", 8.5)
    sheet.text(10, 20.5, f"N° SIRET : {slip.employer.siret}", 8.5)
    sheet.text(10, 25, f"AGENT : {person.title} {person.last_name.upper()} {person.first_name.upper()}", 8.5)
    sheet.text(10, 29.5, f"CORPS / GRADE : {slip.job.upper()}   NB HEURES : {french(pay.hours)}", 8.5)
    words = Words(
        gross="TOTAL BRUT",
        total="TOTAL A DEDUIRE",
        net_social="MONTANT NET SOCIAL",
        before_tax="NET A PAYER AVANT IMPOT SUR LE REVENU",
        tax="IMPOT SUR LE REVENU PRELEVE A LA SOURCE",
        salary="TRAITEMENT BRUT",
        net_paid="",
    )
    columns = (
        Column("A PAYER", 130, "gain"),
        Column("A DEDUIRE", 162, "deduction"),
        Column("POUR INFORMATION", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 40, columns, rows, 8, 5, "columns", None, "ELEMENTS DE REMUNERATION", 206)
    stack(
        sheet,
        12,
        y + 4,
        (
            f"MONTANT IMPOSABLE DU MOIS : {french(pay.net_taxable)} EUR",
            f"MONTANT IMPOSABLE DEPUIS LE 1ER JANVIER : {french(pay.net_taxable * slip.month.month)} EUR",
            f"NET A PAYER : {french(pay.net_paid)} EUR",
            f"VIREMENT LE {day(slip.pay_date)}",
        ),
        9,
        5.4,
    )
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())
