"""The slip that the collector makes for a childminder: a household pays, care and meals come on top, no SIRET."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, rated, table
from tests.generator.eighth.month import Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import day, french
from tests.generator.thirteenth.folk import draw_someone, frame_at
from tests.generator.thirteenth.schemes import NURSERY

VIOLET = (232, 226, 240)


def childcare(random: Random, face: Face) -> Drawn:
    """Three frames: who, the activity of the month, the pay; the collector's name on top."""
    parent, _ = draw_someone(random)
    frame = frame_at(random, f"{parent.title} {parent.first_name} {parent.last_name.upper()}")
    hours = Decimal(random.randint(40, 182))
    price = Decimal(random.randint(364, 520)) / 100
    gains = [worked("Salaire mensualisé", hours, price)]
    if random.random() < 0.4:
        gains.append(worked("Heures complémentaires", Decimal(random.randint(2, 9)), price))
    days = Decimal(random.randint(8, 21))
    after = [worked("Indemnités d'entretien", days, Decimal("3.72"))]
    if random.random() < 0.6:
        after.append(worked("Indemnités de repas", days, Decimal("4.00")))
    month = month_of(
        frame,
        job="Assistante maternelle agréée" if frame.person.title == "Mme" else "Assistant maternel agréé",
        hours=hours,
        gains=tuple(gains),
        levies=levied(NURSERY, summed(one.amount for one in gains)),
        after=tuple(after),
        other_hours=(hours + (gains[1].count or 0),) if len(gains) > 1 else (),
    )
    return Drawn(_sheet(month, days, face), "payslip", (month.truth("employer_siret"),), month.also())


def _frame(sheet: Sheet, y: float, height: float, title: str) -> None:
    sheet.box(14, y, 182, height)
    sheet.box(14, y, 182, 6.5, fill=VIOLET)
    put(sheet, 16, y + 1.6, title, 9, 178, True)


def _sheet(month: Month, days: Decimal, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    sheet.ink(80, 50, 120)
    put(sheet, 14, 10, "Pajemploi", 17, 60, True)
    sheet.ink(0, 0, 0)
    put(sheet, 14, 18, "Un service de l'Urssaf", 8, 60)
    put(sheet, 90, 11, "BULLETIN DE SALAIRE", 14, 106, True, "R")
    put(sheet, 90, 18, f"{month.name}", 10, 106, False, "R")
    _frame(sheet, 26, 44, "EMPLOYEUR ET SALARIÉ")
    theirs = (employer.name, employer.street, employer.town, f"N° Pajemploi : Y{month.number:05d}7731")
    lines(sheet, 16, 36, ("Employeur", *theirs), 9, 84, 5)
    birth = (f"Nom de naissance : {month.birth}",) if month.birth else ()
    own = (f"{person.title} {person.first_name} {person.last_name.upper()}", *birth, person.street, person.town)
    lines(sheet, 106, 36, ("Salarié", *own, f"N° Sécurité sociale : {person.nir}"), 9, 88, 5)
    _frame(sheet, 74, 44, "ACTIVITÉ DU MOIS")
    items = (
        ("Emploi", month.job),
        ("Période d'emploi", f"du {day(month.start)} au {day(month.end)}"),
        ("Nombre d'heures normales", french(month.hours)),
        ("Nombre de jours d'activité", f"{days}"),
        ("Salaire horaire brut", french(month.gains[0].price or Decimal(0))),
        ("Date de paiement", day(month.pay_date)),
    )
    facts(sheet, 16, 84, items, 60, 170, 9, 5.4)
    _frame(sheet, 122, 8, "RÉMUNÉRATION")
    rows = [Row({"label": one.label, "own": french(one.amount)}) for one in month.gains]
    rows.append(Row({"label": "Salaire brut", "own": french(month.gross)}, True, VIOLET))
    for levy in month.levies:
        cells = {"label": levy.label, "base": french(levy.base), "rate": rated(levy.own_rate) if levy.own else ""}
        cells |= {"own": f"- {french(levy.own)}"} if levy.own else {}
        rows.append(Row(cells | ({"firm": french(levy.firm)} if levy.firm else {})))
    rows.append(
        Row({"label": "Total des cotisations", "own": f"- {french(month.own)}", "firm": french(month.firm)}, True)
    )
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu prélevé à la source", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate), "own": f"- {french(month.tax)}"}))
    rows.append(Row({"label": "Net à payer au salarié", "own": f"{french(month.net_paid)} €"}, True, VIOLET))
    cols = (
        Col("label", "Libellé", 14, 92, "L"),
        Col("base", "Base", 92, 116),
        Col("rate", "Taux %", 116, 136),
        Col("own", "Part salariale", 136, 166),
        Col("firm", "Part patronale", 166, 196),
    )
    y = table(sheet, 130, cols, rows, 8.6, 5.3, "frame", (245, 245, 245)) + 5
    sums = (
        ("Net imposable du mois", french(month.taxable)),
        ("Cumul imposable de l'année", french(month.year(month.taxable))),
        ("Congés payés acquis", f"{french(Decimal(month.end.month) * Decimal('2.5'))} jours"),
    )
    y = facts(sheet, 16, y, sums, 62, 120, 9, 5.2)
    sheet.paragraph(16, y + 4, "Ce bulletin tient lieu de bulletin de paie (article L. 133-5-8 du code de la sécurité "
                    "sociale). Conservez-le sans limitation de durée.", 178, 8)  # fmt: skip
    return sheet
