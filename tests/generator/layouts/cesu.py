"""The form a private employer gets from the Urssaf for home help: boxes, a violet title, a dark bar for the net."""

from tests.generator.drawing import Sheet
from tests.generator.payslip import Payslip, day, french

VIOLET = (88, 62, 140)
LEFT = 15.0


def draw(payslip: Payslip) -> Sheet:
    sheet = Sheet()
    sheet.ink(*VIOLET)
    sheet.text(LEFT, 12, "Bulletin de salaire  Cesu - emploi à domicile", 14, bold=True)
    sheet.ink(0, 0, 0)
    sheet.text(LEFT, 20, f"Période d’emploi : du {day(payslip.start)} au {day(payslip.end)}", 9)
    sheet.text(120, 20, f"Date de paiement : {day(payslip.pay_date)}", 9)
    _party(
        sheet,
        LEFT,
        "Employeur",
        (payslip.employer.name, payslip.employer.street, payslip.employer.town, "N° Cesu : Z4710098215"),
    )
    person = payslip.employee
    _party(
        sheet,
        110,
        "Salarié(e)",
        (f"{person.title} {person.name}", person.street, person.town, f"N° de sécurité sociale : {person.nir}"),
    )
    y = _pay(sheet, payslip)
    _net(sheet, payslip, _contributions(sheet, payslip, y) + 8)
    return sheet


def _party(sheet: Sheet, x: float, title: str, lines: tuple[str, ...]) -> None:
    sheet.box(x, 28, 84, 30)
    sheet.text(x + 3, 30, title, 9, bold=True)
    for place, line in enumerate(lines):
        sheet.text(x + 3, 35.5 + 5 * place, line, 9)


def _pay(sheet: Sheet, payslip: Payslip) -> float:
    sheet.text(LEFT, 66, "Rémunération", 10, bold=True)
    y = _head(sheet, 72, ("Nombre d’heures", "Taux horaire brut", "Montant"), (110.0, 152.0, 190.0))
    rows = [("Salaire de base", (french(payslip.hours), french(payslip.hourly), f"{french(payslip.salary)} €"))]
    if payslip.bonus:
        rows.append(("Prime", ("", "", f"{french(payslip.bonus)} €")))
    rows.append(("Salaire brut", (french(payslip.hours), "", f"{french(payslip.gross)} €")))
    for wording, cells in rows:
        sheet.text(LEFT + 2, y, wording, 8.5, wording == "Salaire brut")
        sheet.row(y, (110.0, 152.0, 190.0), cells, 8.5)
        y += 6
    return y


def _contributions(sheet: Sheet, payslip: Payslip, y: float) -> float:
    sheet.text(LEFT, y + 2, "Cotisations et contributions sociales", 10, bold=True)
    rights = (108.0, 128.0, 150.0, 170.0, 192.0)
    y = _head(sheet, y + 9, ("Base", "Taux", "Part salariale", "Taux", "Part patronale"), rights)
    for line in payslip.contributions:
        employee = (
            (f"{line.employee_rate:.2f} %".replace(".", ","), french(line.employee)) if line.employee else ("", "")
        )
        employer = (
            (f"{line.employer_rate:.2f} %".replace(".", ","), french(line.employer)) if line.employer else ("", "")
        )
        sheet.text(LEFT + 2, y, line.wording.replace("Sécurité sociale - ", "")[:44], 8)
        sheet.row(y, rights, (french(line.base), *employee, *employer), 8)
        sheet.line(LEFT, y + 4.6, 195, y + 4.6)
        y += 5.6
    sheet.text(LEFT + 2, y, "Total des cotisations", 8.5, True)
    sheet.row(y, rights, ("", "", french(payslip.employee_total), "", french(payslip.employer_total)), 8.5, True)
    return y + 6


def _net(sheet: Sheet, payslip: Payslip, y: float) -> None:
    sheet.text(LEFT, y, "Net", 10, bold=True)
    y += 6
    rows = [
        ("Net à payer avant impôt sur le revenu", payslip.net_before_tax),
        ("Montant net imposable", payslip.net_taxable),
    ]
    if payslip.net_social is not None:
        rows.insert(0, ("Montant net social", payslip.net_social))
    for wording, value in rows:
        sheet.text(LEFT + 2, y, wording, 9)
        sheet.row(y, (130.0,), (f"{french(value)} €",), 9)
        y += 6
    rate = f"{payslip.tax_rate:.2f}".replace(".", ",")
    sheet.text(LEFT + 2, y, f"Impôt sur le revenu - taux {rate} %", 9)
    sheet.row(y, (130.0,), (f"-{french(payslip.tax)} €",), 9)
    sheet.box(LEFT, y + 5.5, 117, 7, fill=VIOLET, edge=False)
    sheet.ink(255, 255, 255)
    sheet.text(LEFT + 2, y + 7, "Net payé au salarié", 10, bold=True)
    sheet.text(100, y + 7, f"{french(payslip.net_paid)} €", 10, bold=True, align="R", width=30)
    sheet.ink(0, 0, 0)
    sheet.text(LEFT, 284, "Conservez ce bulletin de paie sans limitation de durée.", 6.5)


def _head(sheet: Sheet, y: float, heads: tuple[str, ...], rights: tuple[float, ...]) -> float:
    sheet.box(LEFT, y, 180, 6, fill=(236, 232, 244))
    sheet.row(y + 1.4, rights, heads, 8, bold=True)
    return y + 7.5
