"""The Urssaf's form for a child minder: a private employer, labels with amounts at the right, no table of rates."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, Words, contributions, stack
from tests.generator.payslip import day, french


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random, "household")
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(15, 10, "pajemploi", 16, bold=True)
    sheet.text(80, 10, "BULLETIN DE SALAIRE", 14, bold=True)
    sheet.text(80, 17, f"Période d’emploi du {day(slip.start)} au {day(slip.end)}", 9)
    sheet.text(80, 22, f"Date de paiement : {day(slip.pay_date)}", 9)
    for x, title, lines in (
        (15, "EMPLOYEUR", (slip.employer.name, slip.employer.street, slip.employer.town, "N° Pajemploi : Y8302266410")),
        (
            110,
            "SALARIÉ",
            (
                f"{person.title} {person.first_name} {person.last_name.upper()}",
                person.street,
                person.town,
                f"N° Sécurité sociale : {person.nir}",
                "Emploi : Assistante maternelle agréée",
            ),
        ),
    ):
        sheet.box(x, 30, 88, 34)
        sheet.text(x + 3, 32, title, 9, bold=True)
        stack(sheet, x + 3, 38, lines, 9, 5)
    words = Words(total="Total des cotisations salariales")
    y = 72.0
    y = _section(
        sheet,
        y,
        "ÉLÉMENTS DU SALAIRE",
        [
            ("Nombre d’heures normales", french(slip.hours)),
            ("Salaire horaire brut", f"{french(slip.hourly)} €"),
            *([("Heures majorées", f"{french(pay.overtime_amount)} €")] if pay.overtime else []),
            *([("Prime", f"{french(slip.bonus)} €")] if slip.bonus else []),
            *([("Absence", f"- {french(pay.absence)} €")] if pay.absence else []),
            (random.choice(("Salaire brut", "Total du salaire brut")), f"{french(pay.gross)} €"),
        ],
    )
    y = _section(
        sheet,
        y,
        "COTISATIONS SALARIALES",
        [
            (one.wording, f"{one.cells['deduction']} €")
            for one in contributions(pay, words, False)
            if one.cells.get("deduction")
        ],
    )
    rows = []
    if pay.net_social is not None:
        rows.append(("Montant net social", f"{french(pay.net_social)} €"))
    rows += [("Transport", f"{french(pay.transport)} €")] if pay.transport else []
    rows += [("Acompte", f"- {french(pay.advance)} €")] if pay.advance else []
    rows += [
        ("Salaire net avant impôt sur le revenu", f"{french(pay.net_before_tax)} €"),
        (random.choice(("Salaire net imposable", "Montant imposable")), f"{french(pay.net_taxable)} €"),
        (f"Impôt sur le revenu prélevé à la source ({slip.tax_rate} %)".replace(".", ","), f"{french(pay.tax)} €"),
    ]
    y = _section(sheet, y, "SALAIRE NET", rows)
    sheet.box(15, y, 183, 9, fill=(30, 110, 120))
    sheet.ink(255, 255, 255)
    sheet.text(18, y + 2.5, random.choice(("Salaire net payé", "Net payé au salarié", "NET À PAYER")), 10, bold=True)
    sheet.text(150, y + 2.5, f"{french(pay.net_paid)} €", 11, bold=True, align="R", width=45)
    sheet.ink(0, 0, 0)
    sheet.text(15, 285, "Ce bulletin est à conserver sans limitation de durée. www.pajemploi.urssaf.fr", 7)
    return Drawn(sheet, "payslip", (pay.truth("pages", "employer_siret"),), pay.also_right())


def _section(sheet: Sheet, y: float, title: str, rows: list[tuple[str, str]]) -> float:
    sheet.text(15, y, title, 9, bold=True)
    sheet.line(15, y + 5, 198, y + 5)
    y += 7
    for wording, amount in rows:
        sheet.text(18, y, wording, 9)
        sheet.text(150, y, amount, 9, align="R", width=45)
        y += 5.4
    return y + 4
