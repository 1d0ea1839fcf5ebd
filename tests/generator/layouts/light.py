"""The light style of recent pay software: no rules, much white, a dark bar, the month's summary at the foot."""

from tests.generator.drawing import Sheet
from tests.generator.payslip import Payslip, day, french

LEFT = 14.0
RIGHTS = (122.0, 144.0, 170.0, 196.0)


def draw(payslip: Payslip) -> Sheet:
    sheet = Sheet()
    sheet.text(LEFT, 12, "Bulletin de paie", 18, bold=True)
    sheet.text(LEFT, 22, payslip.month_name, 11)
    sheet.text(100, 12, f"Période du {day(payslip.start)} au {day(payslip.end)}", 8, align="R", width=96)
    sheet.box(LEFT, 30, 88, 34, fill=(238, 238, 240), edge=False)
    employer, person = payslip.employer, payslip.employee
    _stack(
        sheet,
        LEFT + 4,
        (
            employer.name,
            employer.street,
            employer.town,
            (
                f"SIRET {employer.siret[:3]} {employer.siret[3:6]} {employer.siret[6:9]} {employer.siret[9:]} "
                f"· NAF {employer.activity}"
            ),
            employer.agreement,
        ),
    )
    sheet.box(108, 30, 88, 34)
    _stack(sheet, 112, (person.name, person.street, person.town, payslip.job, f"N° de sécurité sociale {person.nir}"))
    y = _lines(sheet, payslip)
    _bar(sheet, payslip, y)
    _summary(sheet, payslip, y + 18)
    return sheet


def _stack(sheet: Sheet, x: float, lines: tuple[str, ...]) -> None:
    for place, line in enumerate(lines):
        sheet.text(x, 33 + 5 * place, line, 9.5 if place == 0 else 7.5, bold=place == 0)


def _lines(sheet: Sheet, payslip: Payslip) -> float:
    y = 74.0
    sheet.text(LEFT, y, "Rémunération et cotisations", 8)
    sheet.row(y, RIGHTS, ("Base", "Taux", "Salarié", "Employeur"), 8)
    y += 6
    rows: list[tuple[str, tuple[str, ...], bool]] = [
        ("Salaire de base", (french(payslip.hours), french(payslip.hourly), f"{french(payslip.salary)} €", ""), False)
    ]
    if payslip.bonus:
        rows.append(("Prime exceptionnelle", ("", "", f"{french(payslip.bonus)} €", ""), False))
    rows.append(("Rémunération brute", ("", "", f"{french(payslip.gross)} €", ""), True))
    for line in payslip.contributions:
        rate = f"{line.employee_rate:.2f} %".replace(".", ",") if line.employee else ""
        own = f"-{french(line.employee)} €" if line.employee else ""
        other = f"{french(line.employer)} €" if line.employer else ""
        rows.append((line.wording, (french(line.base), rate, own, other), False))
    rows.append(
        (
            "Total des cotisations et contributions",
            ("", "", f"-{french(payslip.employee_total)} €", f"{french(payslip.employer_total)} €"),
            True,
        )
    )
    if payslip.net_social is not None:
        rows.append(("Montant net social", ("", "", f"{french(payslip.net_social)} €", ""), True))
    rows.append(("Net à payer avant impôt sur le revenu", ("", "", f"{french(payslip.net_before_tax)} €", ""), True))
    rate = f"{payslip.tax_rate:.2f} %".replace(".", ",")
    rows.append(
        (
            "Impôt sur le revenu prélevé à la source",
            (f"{french(payslip.net_taxable)} €", rate, f"-{french(payslip.tax)} €", ""),
            False,
        )
    )
    for wording, cells, bold in rows:
        if bold:
            sheet.box(LEFT, y - 0.8, 184, 4.6, fill=(236, 236, 238), edge=False)
        sheet.text(LEFT, y, wording, 7.5, bold)
        sheet.row(y, RIGHTS, cells, 7.5, bold)
        y += 5.2
    return y + 3


def _bar(sheet: Sheet, payslip: Payslip, y: float) -> None:
    sheet.box(LEFT, y, 184, 11, fill=(28, 36, 68), edge=False)
    sheet.ink(255, 255, 255)
    sheet.text(LEFT + 4, y + 3.2, "Net payé", 11, bold=True)
    sheet.text(70, y + 4, f"Virement le {day(payslip.pay_date)}", 7.5)
    sheet.text(140, y + 3, f"{french(payslip.net_paid)} €", 12, bold=True, align="R", width=54)
    sheet.ink(0, 0, 0)


def _summary(sheet: Sheet, payslip: Payslip, y: float) -> None:
    rights = (84.0, 106.0, 152.0, 196.0)
    months = payslip.month.month
    total = payslip.gross + payslip.employer_total
    sheet.text(LEFT, y, "Récapitulatif", 8)
    sheet.row(y, rights, ("Net imposable", "Heures", "Coût total employeur", "Brut"), 8)
    sheet.text(LEFT, y + 6, "Ce mois", 8)
    sheet.row(
        y + 6,
        rights,
        (f"{french(payslip.net_taxable)} €", french(payslip.hours), f"{french(total)} €", f"{french(payslip.gross)} €"),
        8,
    )
    sheet.text(LEFT, y + 11, f"Cumul {payslip.month.year}", 8)
    sheet.row(
        y + 11,
        rights,
        (
            f"{french(payslip.net_taxable * months)} €",
            french(payslip.hours * months),
            f"{french(total * months)} €",
            f"{french(payslip.gross * months)} €",
        ),
        8,
    )
    sheet.text(LEFT, 284, "Conservez ce bulletin de paie sans limitation de durée.", 6.5)
    sheet.text(LEFT, 288, "page 1/1", 6.5)
