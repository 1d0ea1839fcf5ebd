"""Second held-out set: households and public bodies."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, pairs, stack, strip, table
from tests.generator.payslip import MONTHS, day, french


def home_help(random: Random, face: Face) -> Drawn:
    """A household's declared help: two framed identities, a short list of sums, no SIRET."""
    pay = draw_pay(random, "household")
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(15, 12, "Chèque emploi service universel", 12, True)
    sheet.text(15, 19, "BULLETIN DE SALAIRE", 14, True)
    sheet.text(120, 19, f"Période d’emploi du {day(slip.start)} au {day(slip.end)}", 8.5)
    sheet.box(15, 30, 86, 30)
    stack(
        sheet,
        17,
        32,
        ("L’employeur", slip.employer.name, slip.employer.street, slip.employer.town, "N° Cesu : Z2104477512"),
        9,
        5,
        True,
    )
    sheet.box(109, 30, 86, 30)
    stack(
        sheet,
        111,
        32,
        (
            "Le salarié",
            f"{person.title} {person.name}",
            person.street,
            person.town,
            f"N° de sécurité sociale : {person.nir}",
        ),
        9,
        5,
        True,
    )
    y = pairs(
        sheet,
        15,
        68,
        (
            ("Nombre d’heures effectuées", french(slip.hours)),
            ("Salaire horaire brut", french(slip.hourly)),
            ("Date de paiement du salaire", day(slip.pay_date)),
            ("Convention collective", "Particuliers employeurs (IDCC 3239)"),
        ),
        62,
        9,
        5.4,
    )
    columns = (Column("Base", 120, "base"), Column("Taux", 145, "rate"), Column("Montant", 190, "own+minus"))
    words = Words(total="Total des cotisations salariales")
    lines = [line for line in contributions(pay, words, False) if "minus" in line.cells]
    y = table(sheet, 15, y + 5, columns, lines, 8, 5, "grid", (235, 242, 250), "Cotisations") + 6
    sums = [
        ("Salaire brut", pay.gross),
        ("Total des cotisations et contributions salariales", pay.employee_total),
        ("Montant net social", pay.net_social),
        ("Indemnités de transport", pay.transport),
        ("Acompte déjà versé", pay.advance),
        ("Net à payer avant impôt", pay.net_before_tax),
        ("Net imposable", pay.net_taxable),
        (f"Retenue à la source au taux de {slip.tax_rate} %", pay.tax),
        ("Net à payer après impôt", pay.net_paid),
        ("Cotisations de l’employeur", pay.employer_total),
    ]
    for label, amount in sums:
        if amount is not None:
            sheet.text(15, y, label, 9)
            sheet.text(150, y, f"{french(amount)} €", 9, align="R", width=40)
            y += 5.6
    return Drawn(sheet, "payslip", (pay.truth("pages", "employer_siret"),), pay.also_right())


def childminder(random: Random, face: Face) -> Drawn:
    """A childminder's slip: labels at the left, dotted leaders, a month in words, what the parent pays last."""
    pay = draw_pay(random, "household")
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(20, 14, "Bulletin de salaire – Garde d’enfants", 14, True)
    sheet.text(20, 22, f"Mois de {MONTHS[slip.month.month - 1].lower()} {slip.month.year}", 11)
    sheet.text(20, 33, "PARENT EMPLOYEUR", 8, True)
    stack(sheet, 20, 38, (slip.employer.name, slip.employer.street, slip.employer.town), 9.5, 4.8)
    sheet.text(20, 54, "N° Pajemploi : Y5503318207", 8.5)
    sheet.text(115, 33, "ASSISTANTE MATERNELLE", 8, True)
    stack(sheet, 115, 38, (f"{person.title} {person.name}", person.street, person.town), 9.5, 4.8)
    sheet.text(115, 54, f"N° SS : {person.nir}", 8.5)
    y = 66.0
    for label, value in (
        ("Nombre d’heures normales", french(slip.hours)),
        ("Nombre de jours d’activité", "20"),
        ("Salaire brut total", french(pay.gross)),
        ("Total des cotisations salariales", french(pay.employee_total)),
        ("Montant net social", french(pay.net_social) if pay.net_social is not None else ""),
        ("Indemnités d’entretien", french(pay.transport)),
        ("Acompte", french(pay.advance)),
        ("Salaire net avant impôt", french(pay.net_before_tax)),
        ("Salaire net imposable", french(pay.net_taxable)),
        (f"Impôt prélevé à la source ({slip.tax_rate} %)", french(pay.tax)),
        ("Salaire net versé", french(pay.net_paid)),
        ("Versé le", day(slip.pay_date)),
    ):
        if value:
            sheet.text(20, y, f"{label} {'.' * (88 - len(label))}", 9)
            sheet.box(148, y - 0.5, 45, 5.5, fill=(255, 255, 255), edge=False)
            sheet.text(150, y, value, 9, align="R", width=40)
            y += 6.5
    return Drawn(
        sheet, "payslip", (pay.truth("pages", "employer_siret", "period_start", "period_end"),), pay.also_right()
    )


def small_firm(random: Random, face: Face) -> Drawn:
    """The state's free service for small firms: a sheet with numbered boxes, the sums in one band."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(10, 10, "TESE – Bulletin de paie", 13, True)
    sheet.text(10, 17, "Titre emploi service entreprise – Centre national", 8)
    strip(
        sheet,
        110,
        10,
        (45, 45),
        ("Période du", "au"),
        ((day(slip.start), day(slip.end)),),
    )
    sheet.box(10, 26, 92, 30)
    sheet.text(12, 28, "Identification de l’entreprise", 7.5, True)
    lines = (
        f"Raison sociale : {slip.employer.name}",
        f"Adresse : {slip.employer.street}",
        slip.employer.town,
        f"N° SIRET : {slip.employer.siret}",
        f"APE : {slip.employer.activity}",
    )
    stack(sheet, 12, 33, lines, 8, 4.4)
    sheet.box(106, 26, 94, 30)
    sheet.text(108, 28, "Identification du salarié", 7.5, True)
    lines = (
        f"Nom : {person.last_name.upper()}",
        f"Prénom : {person.first_name}",
        f"Adresse : {person.street}, {person.town}",
        f"NIR : {person.nir}",
        f"Emploi : {slip.job}",
    )
    stack(sheet, 108, 33, lines, 8, 4.4)
    strip(
        sheet,
        10,
        60,
        (38, 38, 38, 38, 38),
        ("Heures rémunérées", "Taux horaire", "Salaire brut", "Net imposable", "Payé le"),
        ((french(slip.hours), french(slip.hourly), french(pay.gross), french(pay.net_taxable), day(slip.pay_date)),),
        8,
    )
    columns = (
        Column("Assiette", 112, "base"),
        Column("Taux", 130, "rate"),
        Column("Part salariale", 160, "own+gain+minus"),
        Column("Part patronale", 198.5, "employer"),
    )
    words = Words(gross="Salaire brut", total="Total cotisations", before_tax="Net avant impôt", tax="Montant du PAS")
    rows = [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)]
    y = table(sheet, 10, 74, columns, rows, 7, 4.4, "columns", (225, 238, 225), "Éléments", 220)
    sheet.box(110, y + 4, 90, 10, fill=(225, 238, 225))
    sheet.text(113, y + 7, "Net à payer au salarié", 10, True)
    sheet.text(150, y + 7, french(pay.net_paid), 10, True, "R", 47)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def ward(random: Random, face: Face) -> Drawn:
    """A public hospital: the month beside the title, codes, sums to pay and to deduct, the net at the foot."""
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="TOTAL DES ELEMENTS BRUTS",
        total="TOTAL DES RETENUES",
        net_social="MONTANT NET SOCIAL",
        before_tax="NET AVANT PAS",
        tax="PAS TAUX PERSONNALISE",
        salary="TRAITEMENT DE BASE",
    )
    sheet = Sheet(face)
    month = MONTHS[slip.month.month - 1].upper()
    sheet.text(10, 8, f"BULLETIN DE PAYE DU MOIS DE {month} {slip.month.year}", 11, True)
    stack(sheet, 10, 16, (slip.employer.name, slip.employer.street, slip.employer.town), 9, 4.4, True)
    sheet.text(10, 31, f"SIRET : {slip.employer.siret}", 8)
    name = f"{person.title} {person.last_name.upper()} {person.first_name.upper()}"
    stack(sheet, 115, 30, (name, person.street.upper(), person.town), 10, 5)
    left = (
        ("Matricule", "017733"),
        ("Grade", slip.job),
        ("Echelon", "4"),
        ("Indice majoré", "378"),
        ("Nb heures", french(slip.hours)),
        ("N° INSEE", person.nir),
        ("Date de paiement", day(slip.pay_date)),
    )
    pairs(sheet, 10, 38, left, 30, 8, 4.2)
    columns = (
        Column("BASE", 112, "base"),
        Column("TAUX", 130, "rate"),
        Column("A PAYER", 152, "gain"),
        Column("A DEDUIRE", 175, "deduction"),
        Column("PATRONAL", 199, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 72, columns, rows, 7, 4.4, "columns", (245, 245, 245), "CODE LIBELLE", 215)
    heads = ("BRUT DU MOIS", "IMPOSABLE DU MOIS", "IMPOSABLE CUMULE", "COUT TOTAL", "NET A PERCEVOIR")
    sums = (
        pay.gross,
        pay.net_taxable,
        pay.net_taxable * slip.month.month,
        pay.gross + pay.employer_total,
        pay.net_paid,
    )
    strip(sheet, 10, y + 4, (36, 38, 38, 36, 42), heads, ([french(one) for one in sums],), 8)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def soldier(random: Random, face: Face) -> Drawn:
    """An army's pay: "solde" for wage, the ministry as employer, credits and debits, the month as 03/2024."""
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="TOTAL BRUT",
        total="TOTAL COTISATIONS OUVRIERES",
        before_tax="NET A PAYER AVANT IMPOT",
        tax="PRELEVEMENT A LA SOURCE",
        salary="SOLDE DE BASE",
    )
    sheet = Sheet(face)
    sheet.text(10, 8, "BULLETIN MENSUEL DE SOLDE", 13, True, "C", 190)
    sheet.text(10, 18, f"Organisme payeur : {slip.employer.name}", 9)
    sheet.text(10, 23, f"SIRET : {slip.employer.siret}", 9)
    sheet.text(10, 28, f"Mois de solde : {slip.month:%m/%Y}", 9)
    sheet.text(10, 33, f"Date de mise en paiement : {day(slip.pay_date)}", 9)
    stack(
        sheet,
        110,
        30,
        (f"{person.title.upper()} {person.name.upper()}", person.street.upper(), person.town),
        10,
        5,
    )
    sheet.text(10, 40, "Grade : CAPORAL-CHEF      Echelon : 03      Identifiant défense : 0512207731", 8)
    columns = (
        Column("BASE", 108, "base"),
        Column("TAUX", 126, "rate"),
        Column("CREDIT", 150, "gain"),
        Column("DEBIT", 174, "deduction"),
        Column("CHARGES ETAT", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 50, columns, rows, 7.4, 4.7, "none", (238, 238, 228), "NATURE", 212)
    sheet.text(10, y + 4, f"Montant imposable du mois : {french(pay.net_taxable)}", 9)
    sheet.text(10, y + 9, f"Montant imposable de l’année : {french(pay.net_taxable * slip.month.month)}", 9)
    sheet.text(110, y + 4, f"NET A PAYER : {french(pay.net_paid)} €", 12, True, "R", 88)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end", "hours"),))
