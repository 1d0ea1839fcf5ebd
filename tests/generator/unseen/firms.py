"""Second held-out set: firms and agencies, after what pay software really prints."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.names import draw_company
from tests.generator.parts import Column, Drawn, Line, Words, contributions, earnings, nets, stack, strip, table
from tests.generator.payslip import MONTHS, french
from tests.generator.people import draw_siret


def _coded(lines: list[Line], start: int) -> list[Line]:
    """Rows with the four-digit code that software puts before a wording."""
    return [
        Line(f"{start + 10 * place:04d}  {line.wording}", line.cells, line.bold) if line.cells else line
        for place, line in enumerate(lines)
    ]


def _dotted(text: str) -> str:
    return text.replace(" ", ".")


def numbered(random: Random, face: Face) -> Drawn:
    """Codes before wordings, years in two digits, a spaced SIRET, sums of the month and the year at the foot."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(gross="Total Brut", total="Total des retenues", net_paid="NET A PAYER", salary="Salaire mensuel")
    sheet = Sheet(face)
    sheet.box(8, 8, 96, 30)
    stack(sheet, 10, 10, (slip.employer.name, slip.employer.street, slip.employer.town), bold_first=True)
    siret = slip.employer.siret
    spaced = f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"
    sheet.text(10, 26, f"Siret : {spaced}     Code Naf : {slip.employer.activity}", 8)
    sheet.text(10, 31, "Urssaf/Msa : URSSAF DU LIMOUSIN   23-000117802", 8)
    sheet.text(110, 9, "BULLETIN DE PAIE", 14, bold=True, align="C", width=90)
    sheet.text(110, 18, f"Période du  {slip.start:%d/%m/%y}  au  {slip.end:%d/%m/%y}", 9)
    sheet.text(110, 23, f"Paiement le  {slip.pay_date:%d/%m/%y}  par  Virement", 9)
    sheet.text(8, 42, f"Matricule : 00012      N° SS : {person.nir[:13]} {person.nir[13:]}", 8)
    sheet.text(8, 47, f"Emploi : {slip.job}      Coefficient : 170", 8)
    sheet.text(8, 52, f"Horaire : {french(slip.hours)}      Entrée : 03/06/19", 8)
    name = f"{person.title} {person.last_name.upper()} {person.first_name}"
    stack(sheet, 112, 42, (name, person.street, person.town), 11, 5)
    columns = (
        Column("Nombre", 94, "base"),
        Column("Taux", 112, "rate"),
        Column("Gain", 131, "gain"),
        Column("Retenue", 150, "deduction"),
        Column("Taux pat.", 171, "employer_rate"),
        Column("Retenue pat.", 198, "employer"),
    )
    rows = _coded([*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)], 10)
    y = table(sheet, 8, 64, columns, rows, 7, 4.5, "columns", None, "N°    Désignation", 212)
    months = slip.month.month

    def sums(times: int) -> list[str]:
        found = (pay.gross, pay.employee_total, pay.employer_total, pay.net_taxable, pay.hours, pay.overtime)
        return [french(one * times) for one in found]

    heads = ("", "Brut", "Ch. salariales", "Ch. patronales", "Net imposable", "Heures trav.", "Heures supp.")
    y = strip(
        sheet,
        8,
        y + 2,
        (18, 22, 24, 26, 26, 22, 22),
        heads,
        (("Période", *sums(1)), ("Année", *sums(months))),
        7,
    )
    sheet.box(168, y - 10, 33, 10)
    sheet.text(168, y - 13.5, words.net_paid, 8, True, "C", 33)
    sheet.text(168, y - 7.5, f"** {french(pay.net_paid)} **", 10, True, "C", 33)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def bureau(random: Random, face: Face) -> Drawn:
    """Dots between thousands, a month in figures, capitals without accents, the name of the firm under a heading."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="SALAIRE BRUT",
        total="TOTAL COTISATIONS SALARIALES",
        before_tax="NET A PAYER AVANT IMPOT SUR LE REVENU",
        tax="IMPOT SUR LE REVENU PRELEVE A LA SOURCE",
        net_paid="NET PAYE EN EUROS",
        net_taxable="NET FISCAL",
        salary="APPOINTEMENTS MENSUELS",
    )
    sheet = Sheet(face)
    sheet.text(8, 8, "BULLETIN DE PAYE", 13, True)
    strip(
        sheet,
        100,
        8,
        (34, 34, 34),
        ("MOIS DE PAIE", "DATE DE PAIEMENT", "MATRICULE"),
        ((f"{slip.month:%m/%Y}", f"{slip.pay_date:%d.%m.%Y}", "A0042817"),),
    )
    sheet.text(8, 22, "ETABLISSEMENT", 7, True)
    stack(sheet, 8, 26, (slip.employer.name, slip.employer.street.upper(), slip.employer.town), 9, 4.5)
    sheet.text(8, 41, f"N° SIRET {slip.employer.siret} - APE {slip.employer.activity}", 8)
    sheet.text(8, 46, f"CONVENTION COLLECTIVE : {slip.employer.agreement}", 8)
    sheet.text(108, 26, "DESTINATAIRE", 7, True)
    title = "MONSIEUR" if person.title == "M." else "MADAME"
    stack(
        sheet,
        108,
        31,
        (f"{title} {person.first_name.upper()} {person.last_name.upper()}", person.street.upper(), person.town),
        10,
        5,
    )
    sheet.text(8, 53, f"EMPLOI {slip.job.upper()}   HORAIRE MENSUEL {french(slip.hours)}   ENTREE LE 14.01.2020", 8)
    columns = (
        Column("BASE", 106, "base"),
        Column("TAUX", 126, "rate"),
        Column("MONTANT SALARIE", 160, "gain+minus"),
        Column("MONTANT EMPLOYEUR", 200, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)]
    dotted = [
        Line(
            line.wording.upper().replace("É", "E"), {key: _dotted(cell) for key, cell in line.cells.items()}, line.bold
        )
        for line in rows
    ]
    y = table(sheet, 8, 60, columns, dotted, 7, 4.4, "zebra", (240, 240, 240), "RUBRIQUE", 222)
    sheet.box(8, y + 3, 192, 9, fill=(225, 232, 240))
    sheet.text(12, y + 5.5, words.net_paid, 10, True)
    sheet.text(150, y + 5.5, _dotted(french(pay.net_paid)), 10, True, "R", 46)
    heads = ("", "HEURES", "BRUT", words.net_taxable, "COUT GLOBAL")
    found = (pay.hours, pay.gross, pay.net_taxable, pay.gross + pay.employer_total)
    month = [_dotted(french(one)) for one in found]
    year = [_dotted(french(one * slip.month.month)) for one in found]
    strip(sheet, 8, y + 16, (30, 30, 40, 40, 52), heads, (("MOIS", *month), ("CUMUL", *year)))
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())


def airy(random: Random, face: Face) -> Drawn:
    """Web software: headings over blocks, dates in words, euros after each amount, sections with their sum."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    month = MONTHS[slip.month.month - 1].lower()
    sheet = Sheet(face)
    sheet.text(15, 14, "Fiche de paie", 18, True)
    sheet.text(15, 24, f"{month.capitalize()} {slip.month.year}", 12)
    paid = f"{slip.pay_date.day} {MONTHS[slip.pay_date.month - 1].lower()} {slip.pay_date.year}"
    sheet.text(15, 31, f"Du 1er {month} au {slip.end.day} {month} {slip.month.year} · Versé le {paid}", 8.5)
    sheet.text(15, 42, "Entreprise", 8, True)
    siret = slip.employer.siret
    lines = (
        slip.employer.name,
        slip.employer.street,
        slip.employer.town,
        f"SIRET : {siret[:9]} {siret[9:]}",
        f"Code NAF : {slip.employer.activity}",
    )
    stack(sheet, 15, 47, lines, 8.5, 4.4)
    sheet.text(110, 42, "Collaborateur" if person.title == "M." else "Collaboratrice", 8, True)
    stack(
        sheet,
        110,
        47,
        (person.name, person.street, person.town, f"N° de sécurité sociale : {person.nir}", slip.job),
        8.5,
        4.4,
    )
    y = 76.0

    def section(title: str, rows: list[tuple[str, str]], total: tuple[str, str] | None) -> None:
        nonlocal y
        sheet.text(15, y, title, 10, True)
        sheet.line(15, y + 5.5, 195, y + 5.5)
        y += 7.5
        for wording, amount in rows:
            sheet.text(15, y, wording, 8)
            sheet.text(150, y, amount, 8, align="R", width=45)
            y += 4.6
        if total:
            sheet.text(15, y, total[0], 8.5, True)
            sheet.text(150, y, total[1], 8.5, True, "R", 45)
            y += 5
        y += 3

    def euros(line: Line) -> str:
        return next((f"{line.cells[key]} €" for key in ("gain", "minus") if key in line.cells), "")

    gains = earnings(pay, Words())
    first = [(f"{line.wording} ({line.cells.get('base', '')} h)".replace(" ( h)", ""), euros(line)) for line in gains]
    section("Votre rémunération", first[:-1], ("Rémunération brute", f"{french(pay.gross)} €"))
    own = [(line.wording, euros(line)) for line in contributions(pay, Words(), False) if euros(line)]
    section("Vos cotisations", own[:-1], ("Total des cotisations salariales", own[-1][1]))
    rest = [(line.wording.capitalize(), euros(line)) for line in nets(pay, Words())]
    section("Votre net", rest, ("Net versé sur votre compte", f"{french(pay.net_paid)} €"))
    section(
        "À savoir",
        [
            ("Montant imposable du mois", f"{french(pay.net_taxable)} €"),
            ("Montant imposable depuis janvier", f"{french(pay.net_taxable * slip.month.month)} €"),
            ("Heures du mois", f"{french(pay.hours)} h"),
            ("Coût total pour l’entreprise", f"{french(pay.gross + pay.employer_total)} €"),
        ],
        None,
    )
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def official(random: Random, face: Face) -> Drawn:
    """The order of the lasting model: by blocks with the employee's and the employer's part, nets at the end."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="Rémunération brute",
        total="Total des cotisations et contributions obligatoires",
        net_social="Montant net social",
        before_tax="Montant net à payer avant impôt sur le revenu",
        tax="Impôt sur le revenu prélevé à la source",
        net_taxable="Montant net imposable",
        net_paid="Montant net à payer au salarié",
    )
    sheet = Sheet(face)
    sheet.text(12, 10, "Bulletin de paie", 13, True, "C", 186)
    sheet.box(12, 19, 90, 34)
    stack(
        sheet,
        14,
        21,
        (
            "Employeur",
            slip.employer.name,
            f"{slip.employer.street}, {slip.employer.town}",
            f"N° SIRET : {slip.employer.siret}",
            f"Code APE : {slip.employer.activity}",
            f"Convention : {slip.employer.agreement}"[:50],
        ),
        8,
        4.8,
        True,
    )
    sheet.box(106, 19, 92, 34)
    stack(
        sheet,
        108,
        21,
        (
            "Salarié",
            f"{person.last_name.upper()} {person.first_name}",
            f"{person.street}, {person.town}",
            f"NIR : {person.nir}",
            f"Emploi : {slip.job}",
            "Statut : non cadre",
        ),
        8,
        4.8,
        True,
    )
    strip(
        sheet,
        12,
        57,
        (46, 46, 46, 48),
        ("Début de période", "Fin de période", "Date de versement", "Durée du travail"),
        (
            (
                f"{slip.start:%d/%m/%Y}",
                f"{slip.end:%d/%m/%Y}",
                f"{slip.pay_date:%d/%m/%Y}",
                f"{french(slip.hours)} heures",
            ),
        ),
    )
    columns = (
        Column("Base", 112, "base"),
        Column("Taux", 130, "rate"),
        Column("Part salarié", 160, "own+gain+minus"),
        Column("Part employeur", 198, "employer"),
    )
    ends = nets(pay, words)
    rows = [*earnings(pay, words), *contributions(pay, words), *ends]
    y = table(sheet, 12, 71, columns, rows, 7.2, 4.4, "grid", (235, 235, 235), "Rubrique", 220)
    for label, amount in (
        (words.net_taxable, pay.net_taxable),
        ("Montant net imposable – cumul annuel", pay.net_taxable * slip.month.month),
        ("Total versé par l’employeur", pay.gross + pay.employer_total),
        (words.net_paid, pay.net_paid),
    ):
        sheet.text(14, y + 3, label, 9, label == words.net_paid)
        sheet.text(160, y + 3, french(amount), 9, label == words.net_paid, "R", 38)
        y += 5.5
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def missions(random: Random, face: Face) -> Drawn:
    """A temp agency: the client firm and its own number in a band, missions' dates beside the period paid."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(gross="BRUT SOUMIS", total="TOTAL RETENUES", net_paid="NET A REGLER", net_taxable="NET IMPOSABLE")
    sheet = Sheet(face)
    sheet.text(10, 9, slip.employer.name, 13, True)
    sheet.text(10, 15, "Entreprise de travail temporaire", 8)
    stack(sheet, 10, 20, (f"Agence : {slip.employer.street}", slip.employer.town), 8, 4.2)
    sheet.text(10, 29, f"SIRET : {slip.employer.siret}   NAF : 7820Z", 8)
    sheet.text(120, 9, "BULLETIN DE SALAIRE", 12, True)
    month = MONTHS[slip.month.month - 1].upper()
    sheet.text(120, 16, f"Mois : {month} {slip.month.year}", 9)
    sheet.text(120, 21, f"Réglé le : {slip.pay_date:%d/%m/%Y}", 9)
    stack(sheet, 120, 34, (f"{person.title} {person.name.upper()}", person.street, person.town), 10, 5)
    sheet.text(10, 40, f"N° SS {person.nir}", 8)
    sheet.text(10, 45, f"Qualification : {slip.job}", 8)
    other = f"{draw_company(random)[:26]} - {draw_siret(random)}"
    strip(
        sheet,
        10,
        54,
        (24, 92, 38, 36),
        ("Contrat", "Entreprise utilisatrice", "Du / Au", "Heures"),
        (("88120-01", other, f"{slip.start:%d/%m} - {slip.end:%d/%m/%Y}", french(slip.hours)),),
        7,
    )
    columns = (
        Column("Quantité", 96, "base"),
        Column("Taux", 114, "rate"),
        Column("A payer", 138, "gain"),
        Column("A retenir", 162, "deduction"),
        Column("Charges patr.", 198, "employer"),
    )
    rows = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    y = table(sheet, 10, 68, columns, rows, 7.2, 4.5, "none", (230, 236, 230), "Libellé", 214)
    sheet.text(10, y + 3, f"{words.net_taxable} : {french(pay.net_taxable)}", 9)
    sheet.text(10, y + 8, f"CUMUL IMPOSABLE : {french(pay.net_taxable * slip.month.month)}", 9)
    sheet.box(120, y + 2, 80, 10)
    sheet.text(123, y + 5, words.net_paid, 10, True)
    sheet.text(150, y + 5, f"{french(pay.net_paid)} EUR", 11, True, "R", 47)
    return Drawn(sheet, "payslip", (pay.truth("pages", "period_start", "period_end"),), pay.also_right())
