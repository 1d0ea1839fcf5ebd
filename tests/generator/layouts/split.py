"""The wide table with a salaried and an employer's part, each with its own rate, and sums of the year at the foot."""

from tests.generator.drawing import Sheet
from tests.generator.payslip import Payslip, day, french

LEFT = 8.0
RIGHTS = (90.0, 107.0, 123.0, 142.0, 160.0, 178.0, 201.0)


def draw(payslip: Payslip) -> Sheet:
    sheet = Sheet("Times")
    employer, person = payslip.employer, payslip.employee
    sheet.text(60, 8, "BULLETIN DE SALAIRE", 14, bold=True, align="C", width=90)
    for place, line in enumerate((employer.name, employer.street, employer.town)):
        sheet.text(LEFT + 2, 18 + 4.6 * place, line, 10, bold=place == 0)
    sheet.text(LEFT + 2, 33, f"N° Siret : {employer.siret[:9]} {employer.siret[9:]}", 9)
    sheet.text(LEFT + 2, 37.5, f"Code APE : {employer.activity}", 9)
    sheet.text(110, 18, "Période", 9)
    sheet.text(130, 18, f"du {day(payslip.start)} au {day(payslip.end)}", 9)
    sheet.text(110, 23, "Paiement", 9)
    sheet.text(130, 23, f"le {day(payslip.pay_date)} par virement", 9)
    sheet.box(108, 34, 94, 24)
    for place, line in enumerate(
        (
            f"{'Monsieur' if person.title == 'M.' else 'Madame'} {person.last_name.upper()} {person.first_name}",
            person.street,
            person.town,
        )
    ):
        sheet.text(114, 38 + 5.5 * place, line, 11)
    sheet.text(LEFT + 2, 46, f"Matricule 0007   N° Sécurité sociale {person.nir}", 8.5)
    sheet.text(LEFT + 2, 51, f"Emploi {payslip.job}   Horaire {french(payslip.hours)}", 8.5)
    _table(sheet, payslip)
    _foot(sheet, payslip)
    return sheet


def _table(sheet: Sheet, payslip: Payslip) -> None:
    sheet.box(LEFT, 64, 194, 11, fill=(232, 232, 232))
    sheet.text(112, 65, "Part salariale", 8, bold=True)
    sheet.text(170, 65, "Part patronale", 8, bold=True)
    sheet.text(LEFT + 2, 70, "N°   Désignation", 8, bold=True)
    sheet.row(70, RIGHTS, ("Nombre", "Base", "Taux", "Gain", "Retenue", "Taux", "Retenue"), 8, bold=True)
    sheet.box(LEFT, 75, 194, 140)
    y = 77.0
    rows = [
        (
            "1000 Salaire de base",
            (french(payslip.hours), french(payslip.hourly), "", french(payslip.salary), "", "", ""),
        )
    ]
    if payslip.bonus:
        rows.append(("1200 Prime", ("", "", "", french(payslip.bonus), "", "", "")))
    rows.append(("Total Brut", ("", "", "", french(payslip.gross), "", "", "")))
    for number, line in enumerate(payslip.contributions):
        own = (
            (f"{line.employee_rate:.3f}".replace(".", ","), "", french(line.employee))
            if line.employee
            else ("", "", "")
        )
        other = (f"{line.employer_rate:.3f}".replace(".", ","), french(line.employer)) if line.employer else ("", "")
        rows.append((f"{2000 + 50 * number} {line.wording[:38]}", ("", french(line.base), *own, *other)))
    rows.append(
        ("Total Cotisations", ("", "", "", "", french(payslip.employee_total), "", french(payslip.employer_total)))
    )
    if payslip.net_social is not None:
        rows.append(("MONTANT NET SOCIAL", ("", "", "", french(payslip.net_social), "", "", "")))
    rows.append(("Net à payer avant impôt sur le revenu", ("", "", "", french(payslip.net_before_tax), "", "", "")))
    rate = f"{payslip.tax_rate:.3f}".replace(".", ",")
    rows.append(
        (
            "9000 Impôt sur le revenu prélevé à la source",
            ("", french(payslip.net_taxable), rate, "", french(payslip.tax), "", ""),
        )
    )
    for wording, cells in rows:
        bold = not wording[0].isdigit()
        sheet.text(LEFT + 2, y, wording, 8, bold)
        sheet.row(y, RIGHTS, cells, 8, bold)
        y += 5


def _foot(sheet: Sheet, payslip: Payslip) -> None:
    heads = ("Hres travaillées", "Salaire brut", "Net imposable", "Ch. salariales", "Ch. patronales")
    rights = tuple(52.0 + 27 * place for place in range(5))
    months = payslip.month.month
    month = (payslip.hours, payslip.gross, payslip.net_taxable, payslip.employee_total, payslip.employer_total)
    sheet.box(LEFT, 222, 156, 16)
    sheet.row(223, rights, heads, 7.5, bold=True)
    sheet.text(LEFT + 2, 228, "Période", 7.5)
    sheet.row(228, rights, tuple(map(french, month)), 8)
    sheet.text(LEFT + 2, 233, "Année", 7.5)
    sheet.row(233, rights, tuple(french(value * months) for value in month), 8)
    sheet.box(166, 222, 36, 16)
    sheet.text(168, 224, "NET A PAYER", 9, bold=True)
    sheet.text(166, 231, f"{french(payslip.net_paid)} €", 11, bold=True, align="R", width=33)
    sheet.text(
        LEFT,
        284,
        "Pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée.",
        7,
        align="C",
        width=194,
    )
