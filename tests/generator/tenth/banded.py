"""A larger firm's modern bulletin in two colours: a band of three sums above the lines, roomy rows, no rules."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import Col, Row, boxed, facts, gain_cells, grouped, lines, month_name, put, spoken, table
from tests.generator.ninth.wage import LEAST, Wage, health, levied, lowering
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, day, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import Colour, hired, leave, net_rows, titled
from tests.generator.tenth.schemes import BANDED

TINTS: tuple[tuple[Colour, Colour], ...] = (
    ((0, 92, 122), (225, 240, 245)),
    ((74, 44, 110), (238, 232, 246)),
    ((20, 88, 60), (228, 242, 234)),
)
LABELS = ("Montant net social", "Net à payer avant impôt sur le revenu", "Impôt sur le revenu prélevé à la source")


def banded(random: Random, face: Face) -> Drawn:
    """The month in words only, the day of payment in words; euro signs at the sums of the band."""
    firm = one_of(
        random, ("Alvetis", "Corvanne", "Nordalys", "Setrama"), ("Ingénierie", "Logistique", "Industries SAS")
    )
    frame = framed(random, firm, "7112B", "Bureaux d'études techniques (IDCC 1486)")
    year = frame["start"].year
    salary = cents(LEAST[year] * FULL_TIME * random.randint(104, 175) / 100)
    gains = [Gain("Salaire de base", salary, FULL_TIME, (salary / FULL_TIME).quantize(Decimal("0.0001")))]
    if random.random() < 0.35:
        gains.append(Gain("Prime de vacances", Decimal(random.randint(80, 320))))
    gross = summed(one.amount for one in gains)
    levies = levied(BANDED, gross)
    levies.insert(1, health("Santé", "Complémentaire frais de santé", Decimal(random.randint(2200, 4800)) / 100))
    levies += lowering("Exonérations", "Allègement de cotisations employeur", gross, FULL_TIME, year)
    tickets = Decimal(random.randint(12, 20))
    after = [Gain("Titres-restaurant", -tickets * Decimal("3.60"), tickets, Decimal("3.60"))]
    if random.random() < 0.4:
        after.append(Gain("Forfait télétravail", Decimal(random.randint(4, 10)) * Decimal("2.60")))
    month = Wage(
        **frame,
        job=random.choice(
            ("Technicienne support", "Gestionnaire clientèle", "Assistant administratif", "Préparateur de commandes")
        ),
        hours=FULL_TIME,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after if random.random() < 0.7 else ()),
    )
    sheet, tint = Sheet(face), random.choice(TINTS)
    _head(sheet, month, tint, random)
    _foot(sheet, month, _body(sheet, month, tint), tint, random)
    return Drawn(sheet, "payslip", (month.truth("period_start", "period_end"),), month.also())


def _head(sheet: Sheet, month: Wage, tint: tuple[Colour, Colour], random: Random) -> None:
    employer, person = month.employer, month.person
    sheet.box(0, 0, 210, 17, tint[0], edge=False)
    sheet.ink(255, 255, 255)
    put(sheet, 12, 5, "Bulletin de paie", 15, 90, True)
    put(sheet, 110, 5.5, month_name(month.end), 13, 88, True, "R")
    sheet.ink(*tint[0])
    put(sheet, 12, 21, employer.name, 12, 90, True)
    sheet.ink(0, 0, 0)
    lines(sheet, 12, 27, (employer.street, employer.town), 8.5, 90, 4.3)
    items = (("SIRET", employer.siret), ("Code NAF", employer.activity), ("Convention", employer.agreement))
    facts(sheet, 12, 36.5, items, 22, 90, 8, 4.2)
    lines(sheet, 116, 38, (titled(person, True), person.street, person.town), 10.5, 82, 5.2)
    items = (
        ("Matricule", f"E{month.number:05d}"),
        ("N° de sécurité sociale", person.nir),
        ("Emploi", month.job),
    )
    facts(sheet, 12, 54, items, 36, 96, 8, 4.4)
    items = (
        ("Classification", "ETAM - Position 2.1 - Coefficient 275"),
        ("Date d'entrée", day(hired(random, month.start))),
        ("Date de paiement", spoken(month.pay_date)),
    )
    facts(sheet, 112, 58, items, 30, 88, 8, 4.4)
    x = 12.0
    for label, value in (
        ("Net à payer avant impôt", month.before_tax),
        ("Impôt prélevé à la source", month.tax),
        ("Net à payer", month.net_paid),
    ):
        last = label == "Net à payer"
        sheet.box(x, 73, 60, 15, tint[0] if last else tint[1], edge=False)
        sheet.ink(*((255, 255, 255) if last else tint[0]))
        put(sheet, x + 2, 74.8, label, 8.5, 56)
        put(sheet, x + 2, 80, f"{french(value)} €", 13, 56, True)
        x += 63
    sheet.ink(0, 0, 0)


def _body(sheet: Sheet, month: Wage, tint: tuple[Colour, Colour]) -> float:
    rows = [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "Rémunération brute", "own": french(month.gross)}, True, tint[1]))
    rows += grouped(month, 4, -1)
    total = {"label": "Total des cotisations et contributions", "own": french(-month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, tint[1]))
    rows += net_rows(month, french, "own", "own", LABELS, tint[1], -1)
    cols = (
        Col("label", "", 12, 98, "L"),
        Col("base", "Base", 98, 120),
        Col("rate", "Taux", 120, 140),
        Col("own", "Salarié", 140, 168),
        Col("firm", "Employeur", 168, 198),
    )
    return table(sheet, 92, cols, rows, 7.5, 4.25, "", tint[1], 225)


def _foot(sheet: Sheet, month: Wage, y: float, tint: tuple[Colour, Colour], random: Random) -> None:
    before, now = leave(random)
    cols = (
        Col("label", "Congés payés (jours)", 12, 46, "L"),
        Col("got", "Acquis", 46, 60),
        Col("taken", "Pris", 60, 74),
        Col("left", "Solde", 74, 90),
    )
    keys = ("label", "got", "taken", "left")
    rows = [Row(dict(zip(keys, (label, *days), strict=True))) for label, days in (("N-1", before), ("N", now))]
    below = table(sheet, y + 3, cols, rows, 7.5, 4.4, "rows", tint[1])
    items = (
        ("Net imposable", french(month.taxable)),
        ("Net imposable annuel", french(month.year(month.taxable))),
        ("Brut annuel", french(month.year(month.gross))),
        ("Impôt annuel", french(month.year(month.tax))),
        ("Total versé par l'employeur", french(month.cost)),
        ("Allègements de cotisations", french(month.lowered)),
    )
    lowest = boxed(sheet, 112, y + 3, 86, items, 8)
    put(sheet, 12, below + 4, "Virement sur le compte FR76 XXXX XXXX XXXX 0183", 7.5, 90)
    text = "Ce bulletin est à conserver sans limitation de durée. Plus d'informations : www.service-public.fr"
    put(sheet, 12, max(lowest + 5, 275), text, 7.5, 186, align="C")
