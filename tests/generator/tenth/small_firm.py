"""A small firm's own program: numbered lines, gains and deductions apart, a strip of the year's sums at the foot."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import KEEP, WEB, Col, Row, facts, gain_cells, grouped, lines, put, table
from tests.generator.ninth.wage import Wage, health, hourly, levied, lowering, part_time, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import hired, leave, net_rows, titled
from tests.generator.tenth.schemes import SMALL_FIRM

SHADE = (232, 232, 232)
LABELS = (
    "Montant net social",
    "Net à payer avant impôt sur le revenu",
    "Impôt sur le revenu prélevé à la source - PAS",
)
BUILDING = "Bâtiment - Ouvriers jusqu'à 10 salariés (IDCC 1596)"
TRADES = (
    ("PLOMBERIE", "4322A", BUILDING, ("Plombier", "Chauffagiste", "Aide monteur")),
    ("ÉLECTRICITÉ", "4321A", BUILDING, ("Électricien", "Ouvrier d'exécution")),
    ("ESPACES VERTS", "8130Z", "Entreprises du paysage (IDCC 7018)", ("Ouvrier paysagiste", "Jardinier")),
    ("AUTO SERVICES", "4520A", "Services de l'automobile (IDCC 1090)", ("Mécanicien", "Agent de maintenance")),
    ("OPTIQUE", "4778A", "Optique - lunetterie de détail (IDCC 1431)", ("Vendeuse", "Monteur vendeur")),
)  # fmt: skip


def small_firm(random: Random, face: Face) -> Drawn:
    """The employer stands at the upper left, the days of the month and of payment in a frame at the right."""
    trade, activity, agreement, jobs = random.choice(TRADES)
    firm = one_of(random, ("", "SARL", "EURL"), (trade,), ("CHASTAGNER", "DU HAUT PRÉ", "J. ROUVIÈRE", "BELLEGARDE"))
    frame = framed(random, firm.strip(), activity, agreement, 0.8)
    year, hours = frame["start"].year, part_time(random, "35", "35", "35", "28", "20")
    gains = [worked("Salaire de base", hours, hourly(random, year, 100, 140))]
    if random.random() < 0.3:
        gains.append(Gain("Prime exceptionnelle", Decimal(random.randint(5, 30)) * 10))
    if random.random() < 0.25:
        gains.append(Gain("Absence congés sans solde", -cents(gains[0].amount * random.randint(1, 4) / 22)))
    gross = summed(one.amount for one in gains)
    levies = levied(SMALL_FIRM, gross)
    levies.insert(1, health("Santé", "Complémentaire Santé", Decimal(random.randint(1600, 3200)) / 100))
    levies += lowering("", "Exonérations de cotisations employeur", gross, hours, year)
    days, meal = Decimal(random.randint(8, 21)), Decimal("10.30")
    after = [Gain("Indemnité de repas", days * meal, days, meal)] if random.random() < 0.4 else []
    if random.random() < 0.2:
        after.append(Gain("Acompte", Decimal(-random.randint(2, 5) * 100)))
    month = Wage(
        **frame, job=random.choice(jobs), hours=hours, gains=tuple(gains), levies=tuple(levies), after=tuple(after)
    )
    sheet = Sheet(face)
    _head(sheet, month, random)
    _foot(sheet, month, _body(sheet, month), random)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, random: Random) -> None:
    employer, person = month.employer, month.person
    put(sheet, 12, 12, employer.name, 11, 92, True)
    lines(sheet, 12, 17.5, (employer.street, employer.town), 9, 92, 4.4)
    put(sheet, 12, 28, f"N° Siret : {employer.siret}   Code APE : {employer.activity}", 8, 92)
    put(sheet, 12, 32.4, "Urssaf : 827000000412369870", 8, 92)
    put(sheet, 12, 36.8, f"Conv. coll. : {employer.agreement}", 8, 92)
    sheet.box(112, 10, 86, 24, SHADE)
    put(sheet, 112, 12.5, "BULLETIN DE PAIE", 14, 86, True, "C")
    put(sheet, 112, 20.5, f"Période du {day(month.start)} au {day(month.end)}", 9, 86, align="C")
    put(sheet, 112, 26, f"Payé le {day(month.pay_date)} par virement", 9, 86, align="C")
    lines(sheet, 116, 44, (titled(person, True), person.street, person.town), 10.5, 82, 5.2)
    sheet.box(12, 43, 92, 23.5)
    items = (
        ("Matricule", f"{month.number % 100:05d}"),
        ("N° Sécurité sociale", f"{person.nir[:13]} / {person.nir[13:]}"),
        ("Emploi", month.job),
        ("Coefficient", str(random.choice((150, 170, 185, 210)))),
        ("Date d'entrée", day(hired(random, month.start))),
    )
    facts(sheet, 14, 44.8, items, 32, 88, 8, 4.4)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "gain", "own")) for one in month.gains]
    rows.append(Row({"label": "Salaire brut", "gain": french(month.gross)}, True, SHADE))
    rows += grouped(month, 3)
    total = {"label": "Total des cotisations et contributions", "own": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True))
    rows += net_rows(month, french, "gain", "own", LABELS, SHADE)
    cols = (
        Col("label", "Libellé", 12, 82, "L"),
        Col("base", "Base", 82, 102),
        Col("rate", "Taux", 102, 118),
        Col("gain", "Gain", 118, 138),
        Col("own", "Retenue", 138, 158),
        Col("firm_rate", "Taux pat.", 158, 176),
        Col("firm", "Part pat.", 176, 198),
    )
    return table(sheet, 71, cols, rows, 7.5, 4.3, "columns frame", SHADE, 215)


def _foot(sheet: Sheet, month: Wage, y: float, random: Random) -> None:
    sheet.box(136, y + 3, 62, 14, SHADE)
    put(sheet, 138, y + 7.5, "NET A PAYER", 10, 26, True)
    put(sheet, 160, y + 7, f"{french(month.net_paid)} €", 12.5, 36, True, "R")
    before, now = leave(random)
    cols = (
        Col("label", "Congés", 12, 40, "L"),
        Col("got", "Acquis", 40, 62),
        Col("taken", "Pris", 62, 84),
        Col("left", "Solde", 84, 106),
    )
    keys = ("label", "got", "taken", "left")
    rows = [
        Row(dict(zip(keys, (label, *days), strict=True))) for label, days in (("Année N-1", before), ("Année N", now))
    ]
    table(sheet, y + 3, cols, rows, 7.5, 4.4, "columns rows frame", SHADE)
    values = {
        "hours": month.hours,
        "gross": month.gross,
        "taxable": month.taxable,
        "own": month.own,
        "firm": month.firm,
        "tax": month.tax,
        "cost": month.cost,
    }
    heads = ("Heures", "Brut", "Net imposable", "Charges sal.", "Charges pat.", "PAS", "Total versé employeur")
    edges = (30, 50, 72, 96, 118, 140, 158, 198)
    sums = zip(values, heads, edges[:-1], edges[1:], strict=True)
    strip = (Col("label", "", 12, 30, "L"), *(Col(key, head, left, right) for key, head, left, right in sums))
    rows = [
        Row({"label": "Mois"} | {key: french(value) for key, value in values.items()}),
        Row({"label": "Année"} | {key: french(month.year(value)) for key, value in values.items()}),
    ]
    y = table(sheet, y + 21, strip, rows, 7.5, 4.6, "columns rows frame", SHADE)
    put(sheet, 12, y + 4, KEEP, 7, 186)
    put(sheet, 12, y + 8, WEB, 7, 186)
