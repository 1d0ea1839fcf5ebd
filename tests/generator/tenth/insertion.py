"""An insertion association's bulletin, twenty-six hours a week: the period in words, the net in a framed line."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, boxed, facts, gain_cells, grouped, lines, month_name, put, spoken, table
from tests.generator.ninth.wage import LEAST, Wage, health, levied, lowering, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import comma, hired, leave, net_rows, restyled, titled
from tests.generator.tenth.schemes import INSERTION

GREEN = (229, 238, 226)
HOURS = Decimal("112.67")
LABELS = (
    "Montant net social",
    "Net à payer avant impôt sur le revenu",
    "Impôt sur le revenu prélevé à la source (PAS)",
)
FIRMS = (
    "Association Le Relais du Causse",
    "TREMPLIN D'ARCE",
    "Les Jardins de la Colline",
    "CHANTIERS DU VAL VERT",
)


def insertion(random: Random, face: Face) -> Drawn:
    """Who is paid stands at the left under the employer, without a window; the day of payment under the net."""
    frame = framed(random, random.choice(FIRMS), "8899B", "Ateliers et chantiers d'insertion (IDCC 3016)", 0.6)
    year, price = frame["start"].year, LEAST[frame["start"].year]
    gains = [worked("Salaire de base", HOURS, price)]
    if random.random() < 0.45:
        away = Decimal(random.choice(("3.50", "6.50", "7.00", "14.00")))
        label = random.choice(("Absence injustifiée", "Absence maladie"))
        gains.append(Gain(label, -cents(away * price), away, price))
    gross = summed(one.amount for one in gains)
    levies = levied(INSERTION, gross)
    levies.insert(1, health("Santé", "Complémentaire santé", Decimal(random.randint(1400, 2100)) / 100))
    levies += lowering("", "Exonérations de cotisations employeur", gross, HOURS, year)
    after = [Gain("Indemnité de transport", Decimal(random.randint(1000, 3600)) / 100)]
    if random.random() < 0.5:
        after.append(Gain("Acompte versé", -Decimal(random.choice((100, 150, 200, 300)))))
    frame["tax_rate"] = Decimal(0)
    month = Wage(
        **frame,
        job=random.choice(("Ouvrier polyvalent", "Ouvrière maraîchère", "Agent d'entretien", "Valoriste")),
        hours=HOURS,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after if random.random() < 0.5 else after[1:]),
    )
    sheet = Sheet(face)
    _head(sheet, month, random)
    _foot(sheet, month, _body(sheet, month), random)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, random: Random) -> None:
    employer, person = month.employer, month.person
    put(sheet, 14, 10, f"BULLETIN DE PAIE - {month_name(month.end)}", 13, 182, True, "C")
    first = f"1er au {spoken(month.end)}"
    put(sheet, 14, 17, f"Période de paie : du {first}", 9, 182, align="C")
    sheet.box(14, 24, 88, 30)
    put(sheet, 16, 26, "EMPLOYEUR", 7.5, 84, True)
    put(sheet, 16, 30.5, employer.name, 9.5, 84, True)
    lines(sheet, 16, 35.5, (employer.street, employer.town), 8.5, 84, 4.2)
    put(sheet, 16, 44.5, f"SIRET {employer.siret} - Code APE {employer.activity}", 8, 84)
    put(sheet, 16, 48.8, employer.agreement, 8, 84)
    sheet.box(106, 24, 90, 30)
    put(sheet, 108, 26, "SALARIÉ", 7.5, 84, True)
    put(sheet, 108, 30.5, titled(person, last_first=True), 9.5, 84, True)
    lines(sheet, 108, 35.5, (person.street, person.town), 8.5, 84, 4.2)
    put(sheet, 108, 44.5, f"N° SS : {person.nir[:13]} {person.nir[13:]}", 8, 84)
    put(sheet, 108, 48.8, f"Matricule : {month.number % 1000:04d}", 8, 84)
    end = month.start.replace(day=15, month=random.randint(1, 12), year=month.start.year + 1)
    items = (("Emploi", month.job), ("Contrat", "CDD d'insertion (CDDI)"))
    facts(sheet, 14, 57, items, 24, 88, 8, 4.4)
    entered = hired(random, month.start)
    while (month.start - entered).days > 650:
        entered = hired(random, month.start)
    items = (("Entrée", f"{day(entered)}   Fin de contrat : {day(end)}"), ("Horaire", "26 h hebdomadaires"))
    facts(sheet, 106, 57, items, 20, 90, 8, 4.4)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "Total brut", "own": french(month.gross)}, True, GREEN))
    rows += grouped(month, 2)
    total = {"label": "Total des cotisations et contributions", "own": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, GREEN))
    rows += net_rows(month, french, "own", "own", LABELS, GREEN)
    cols = (
        Col("label", "Désignation", 14, 92, "L"),
        Col("base", "Base", 92, 114),
        Col("rate", "Taux", 114, 130),
        Col("own", "Part salariale", 130, 154),
        Col("firm_rate", "Taux", 154, 172),
        Col("firm", "Part employeur", 172, 196),
    )
    return table(sheet, 69, cols, restyled(rows, ","), 7.5, 4.4, "rows frame", GREEN)


def _foot(sheet: Sheet, month: Wage, y: float, random: Random) -> None:
    y += 4
    sheet.box(14, y, 182, 10, GREEN)
    put(sheet, 17, y + 2.8, "Net à payer au salarié", 11, 80, True)
    put(sheet, 120, y + 2.5, f"{comma(month.net_paid)} €", 13, 73, True, "R")
    put(sheet, 14, y + 12.5, f"Versé par virement le {day(month.pay_date)}", 8.5, 90)
    before, now = leave(random)
    items = (("Congés N-1 restants", before[2]), ("Congés N acquis", now[0]), ("Congés N pris", now[1]))
    boxed(sheet, 14, y + 19, 60, items, 8)
    items = (
        ("Net imposable", comma(month.taxable)),
        ("Cumul net imposable", comma(month.year(month.taxable))),
        ("Cumul brut", comma(month.year(month.gross))),
    )
    boxed(sheet, 78, y + 19, 58, items, 8)
    costs = (("Total employeur", comma(month.cost)), ("Allègements", comma(month.lowered)))
    boxed(sheet, 140, y + 19, 56, costs, 8)
    text = "Pour vous aider à faire valoir vos droits, conservez ce bulletin sans limitation de durée."
    put(sheet, 14, y + 40, text, 7.5, 182)
    put(sheet, 14, y + 44, "Rubrique dédiée au bulletin de paie : www.service-public.fr", 7.5, 182)
