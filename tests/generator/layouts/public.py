"""A civil servant's slip: line codes, columns to pay, to deduct and for information, the year's sums beside
the month's."""

from tests.generator.drawing import Sheet
from tests.generator.payslip import Payslip, day, french

LEFT = 12.0
RIGHTS = (140.0, 168.0, 198.0)


def draw(payslip: Payslip) -> Sheet:
    sheet = Sheet("Courier")
    employer, person = payslip.employer, payslip.employee
    sheet.text(LEFT, 12, employer.name, 11, bold=True)
    sheet.text(LEFT, 17, employer.street, 9)
    sheet.text(LEFT, 21, employer.town, 9)
    sheet.text(LEFT, 26, f"SIRET : {employer.siret}", 9)
    sheet.text(120, 12, "BULLETIN DE PAYE", 13, bold=True)
    sheet.text(120, 19, f"MOIS DE {payslip.month_name.upper()}", 10)
    sheet.text(120, 24, f"DU {day(payslip.start)} AU {day(payslip.end)}", 9)
    sheet.box(LEFT, 34, 90, 22)
    for place, line in enumerate(
        (
            f"NO INSEE {person.nir}",
            f"GRADE : {payslip.job.upper()}",
            "ECHELON 04   INDICE 371",
            f"TEMPS DE TRAVAIL : {french(payslip.hours)} HEURES",
        )
    ):
        sheet.text(LEFT + 2, 36 + 5 * place, line, 8)
    for place, line in enumerate(
        (
            f"{person.title.upper()} {person.first_name.upper()} {person.last_name.upper()}",
            person.street.upper(),
            person.town,
        )
    ):
        sheet.text(122, 38 + 5 * place, line, 10)
    y = _lines(sheet, payslip)
    _foot(sheet, payslip, max(y + 6, 196))
    return sheet


def _lines(sheet: Sheet, payslip: Payslip) -> float:
    sheet.box(LEFT, 66, 188, 7, fill=(228, 234, 228))
    sheet.text(LEFT + 2, 67.5, "CODE   ELEMENTS", 8.5, bold=True)
    sheet.row(67.5, RIGHTS, ("A PAYER", "A DEDUIRE", "POUR INFORMATION"), 8.5, bold=True)
    sheet.box(LEFT, 73, 188, 118)
    y = 76.0
    rows = [("101000 TRAITEMENT DE BASE", (french(payslip.salary), "", ""))]
    if payslip.bonus:
        rows.append(("200205 INDEMNITE", (french(payslip.bonus), "", "")))
    rows.append(("       TOTAL BRUT", (french(payslip.gross), "", "")))
    for number, line in enumerate(payslip.contributions):
        name = line.wording.upper().replace("É", "E").replace("’", "'")[:46]
        rows.append(
            (
                f"{401000 + 13 * number} {name}",
                ("", french(line.employee) if line.employee else "", french(line.employer) if line.employer else ""),
            )
        )
    rows.append(
        (
            "       TOTAUX DU MOIS",
            (french(payslip.gross), french(payslip.employee_total), french(payslip.employer_total)),
        )
    )
    if payslip.net_social is not None:
        rows.append(("       MONTANT NET SOCIAL", (french(payslip.net_social), "", "")))
    rows.append(("       NET A PAYER AVANT IMPOT SUR LE REVENU", (french(payslip.net_before_tax), "", "")))
    rate = f"{payslip.tax_rate:.2f}".replace(".", ",")
    rows.append((f"558000 IMPOT SUR LE REVENU PRELEVE A LA SOURCE TAUX {rate} %", ("", french(payslip.tax), "")))
    for wording, cells in rows:
        bold = wording.startswith(" ")
        sheet.text(LEFT + 2, y, wording, 7.5, bold)
        sheet.row(y, RIGHTS, cells, 8, bold)
        y += 5
    return y


def _foot(sheet: Sheet, payslip: Payslip, y: float) -> None:
    months = payslip.month.month
    sheet.box(LEFT, y, 188, 12)
    sheet.text(LEFT + 2, y + 1.5, "MONTANT IMPOSABLE DE L’ANNEE", 7)
    sheet.text(LEFT + 66, y + 1.5, "MONTANT IMPOSABLE DU MOIS", 7)
    sheet.text(LEFT + 2, y + 6.5, french(payslip.net_taxable * months), 9)
    sheet.text(LEFT + 66, y + 6.5, french(payslip.net_taxable), 9)
    sheet.box(LEFT + 124, y + 16, 64, 16)
    sheet.text(LEFT + 127, y + 18, "NET A PAYER EN EUROS", 9, bold=True)
    sheet.text(LEFT + 127, y + 24.5, french(payslip.net_paid), 13, bold=True)
    sheet.text(LEFT, y + 20, f"MIS EN PAIEMENT LE {day(payslip.pay_date)}", 9)
    sheet.text(LEFT, 286, "CONSERVEZ CE BULLETIN DE PAYE SANS LIMITATION DE DUREE", 7)
