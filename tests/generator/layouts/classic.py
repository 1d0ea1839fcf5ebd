"""The dense ruled table of most pay software: base, rates, deductions, payments and the employer's share."""

from decimal import Decimal

from tests.generator.drawing import Sheet
from tests.generator.payslip import Payslip, day, french

LEFT, TOP, BOTTOM = 10.0, 84.0, 214.0
RIGHTS = (92.0, 112.0, 134.0, 156.0, 200.0)
HEADS = ("Base", "Taux", "A déduire", "A payer", "Charges patronales")


def draw(payslip: Payslip) -> Sheet:
    sheet = Sheet()
    _heading(sheet, payslip)
    y = _table(sheet, payslip)
    _social(sheet, payslip, y)
    _foot(sheet, payslip)
    return sheet


def _heading(sheet: Sheet, payslip: Payslip) -> None:
    employer, person = payslip.employer, payslip.employee
    sheet.text(LEFT, 12, employer.name, 11, bold=True)
    for place, line in enumerate((employer.street, employer.town)):
        sheet.text(LEFT, 18 + 4 * place, line)
    sheet.text(LEFT, 28, f"Siret : {employer.siret}   Code Naf : {employer.activity}", 7.5)
    sheet.text(LEFT, 32, "Urssaf/Msa : 117000001566331842", 7.5)
    sheet.text(110, 12, "BULLETIN DE SALAIRE", 13, bold=True, align="C", width=90)
    sheet.text(
        110,
        20,
        f"Période : {payslip.month_name}   du {day(payslip.start)} au {day(payslip.end)}",
        8.5,
        align="C",
        width=90,
    )
    nir = payslip.employee.nir
    for place, line in enumerate(
        (
            "Matricule : 00042",
            f"N° SS : {nir[0]} {nir[1:3]} {nir[3:5]} {nir[5:7]} {nir[7:10]} {nir[10:13]} {nir[13:]}",
            f"Emploi : {payslip.job}",
            "Statut professionnel : Employé   Niveau : II",
            f"Entrée : 02/05/2019   Ancienneté : {payslip.month.year - 2019} an(s)",
            f"Convention collective : {employer.agreement}",
        )
    ):
        sheet.text(LEFT, 44 + 4 * place, line, 7.5)
    for place, line in enumerate(
        (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street, person.town)
    ):
        sheet.text(118, 48 + 5 * place, line, 10)


def _table(sheet: Sheet, payslip: Payslip) -> float:
    sheet.box(LEFT, TOP, 190, 6, fill=(225, 225, 225))
    sheet.text(LEFT + 1, TOP + 1.5, "Eléments de paie", 7.5, bold=True)
    sheet.row(TOP + 1.5, RIGHTS, HEADS, bold=True)
    sheet.box(LEFT, TOP + 6, 190, BOTTOM - TOP - 6)
    for right in (78.0, 95.0, 114.0, 136.0, 158.0):
        sheet.line(right, TOP, right, BOTTOM)
    y = TOP + 8
    y = _line(
        sheet, y, "Salaire de base", (french(payslip.hours), french(payslip.hourly), "", french(payslip.salary), "")
    )
    if payslip.bonus:
        y = _line(sheet, y, "Prime exceptionnelle", ("", "", "", french(payslip.bonus), ""))
    y = _line(sheet, y, "Salaire brut", ("", "", "", french(payslip.gross), ""), bold=True)
    group = ""
    for line in payslip.contributions:
        if line.group != group:
            group = line.group
            y = _line(sheet, y, group, ("", "", "", "", ""), bold=True)
        employee = (f"{line.employee_rate:.4f}".replace(".", ","), french(line.employee)) if line.employee else ("", "")
        employer = french(line.employer) if line.employer else ""
        y = _line(sheet, y, line.wording, (french(line.base), *employee, "", employer))
    return _line(
        sheet, y, "Total des cotisations et contributions",
        ("", "", french(payslip.employee_total), "", french(payslip.employer_total)), bold=True,
    )  # fmt: skip


def _social(sheet: Sheet, payslip: Payslip, y: float) -> None:
    if payslip.net_social is not None:
        y = _line(sheet, y, "Montant net social", ("", "", "", french(payslip.net_social), ""), bold=True)
    y = _line(
        sheet, y, "Net à payer avant impôt sur le revenu", ("", "", "", french(payslip.net_before_tax), ""), bold=True
    )
    rate = f"{payslip.tax_rate:.2f}".replace(".", ",")
    _line(
        sheet,
        y,
        "Impôt sur le revenu prélevé à la source",
        (french(payslip.net_taxable), rate, french(payslip.tax), "", ""),
    )


def _line(sheet: Sheet, y: float, wording: str, cells: tuple[str, ...], bold: bool = False) -> float:
    sheet.text(LEFT + 1, y, wording, 7, bold)
    sheet.row(y, RIGHTS, cells, 7.5, bold)
    return y + 4.1


def _foot(sheet: Sheet, payslip: Payslip) -> None:
    sheet.box(LEFT, 222, 190, 12)
    sheet.text(LEFT + 2, 224, f"Paiement le {day(payslip.pay_date)} par virement", 8)
    sheet.text(LEFT + 2, 228.5, "Allègement de cotisations : 112,40", 7)
    sheet.text(120, 226, f"Net payé : {french(payslip.net_paid)} euros", 12, bold=True, align="R", width=78)
    heads = ("Heures", "Brut", "Plafond S.S.", "Net imposable", "Ch. patronales", "Total versé")
    months = payslip.month.month
    year = tuple(
        value * months
        for value in (payslip.hours, payslip.gross, Decimal("3925.00"), payslip.net_taxable, payslip.employer_total)
    )
    total = payslip.gross + payslip.employer_total
    rights = tuple(50.0 + 30 * place for place in range(6))
    sheet.box(LEFT, 240, 190, 15)
    sheet.row(241, rights, heads, 7, bold=True)
    sheet.text(LEFT + 1, 245.5, "Mensuel", 7)
    sheet.row(
        245.5,
        rights,
        tuple(
            map(
                french,
                (payslip.hours, payslip.gross, Decimal("3925.00"), payslip.net_taxable, payslip.employer_total, total),
            )
        ),
        7,
    )
    sheet.text(LEFT + 1, 250, "Annuel", 7)
    sheet.row(250, rights, tuple(map(french, (*year, total * months))), 7)
    sheet.text(
        LEFT,
        282,
        (
            "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de "
            "paie sans limitation de durée."
        ),
        6.5,
        align="C",
        width=190,
    )
    sheet.text(LEFT, 285, "Informations sur le bulletin de paie : www.service-public.fr", 6.5, align="C", width=190)
    sheet.text(LEFT, 289, "Page 1/1", 6.5, align="R", width=190)
