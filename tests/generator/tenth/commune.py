"""A commune's bulletin, of an official or a contract agent: index and step, coded lines, no day of payment."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, Levy, summed
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, facts, gain_cells, levy_cells, lines, put, table
from tests.generator.ninth.wage import Wage, levied
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import net_rows, titled
from tests.generator.tenth.schemes import CONTRACT_AGENT

GREY = (230, 230, 230)
LABELS = ("MONTANT NET SOCIAL", "NET A PAYER AVANT IMPOT SUR LE REVENU", "IMPOT SUR LE REVENU PRELEVE A LA SOURCE")
PENSIONS = {2022: "30.65", 2023: "30.65", 2024: "31.65", 2025: "34.65", 2026: "37.65"}
"""What a commune pays to its officials' pension fund, per cent of the index pay."""
POINT = Decimal("4.92278")
"""Euros a month for each point of the index, since July 2023; before it `EARLIER`."""
EARLIER = Decimal("4.85003")
GRADES = (
    "Adjoint technique",
    "Adjoint administratif",
    "ATSEM principal 2e classe",
    "Adjoint d'animation",
    "Agent social",
)
BODIES = (
    "COMMUNE DE SAINT-AVRIN",
    "MAIRIE DE MONTREGEL",
    "COMMUNE DE VILLEDIEU SUR ARCE",
    "VILLE DE BEAUMONT-LES-ARCES",
)


def commune(random: Random, face: Face) -> Drawn:
    """The month with its number; what is to pay and to deduct in two columns, the employer's part in a third."""
    frame = framed(random, random.choice(BODIES), "8411Z", "Statut de la fonction publique territoriale", 0.4)
    official = random.random() < 0.6
    index, step = random.randint(368, 425), random.randint(1, 9)
    point = POINT if (frame["start"].year, frame["start"].month) >= (2023, 7) else EARLIER
    gains = [Gain("1010 TRAITEMENT DE BASE", cents(point * index))]
    if random.random() < 0.3:
        gains.append(Gain("1210 SUPPLEMENT FAMILIAL", Decimal("2.29")))
    gains.append(Gain("2310 I.F.S.E.", Decimal(random.randint(60, 240))))
    if official:
        gains.append(Gain("2990 TRANSFERT PRIMES/POINTS", Decimal("-13.92")))
    gross = summed(one.amount for one in gains)
    levies = _official(gains, frame["start"].year) if official else levied(CONTRACT_AGENT, gross)
    after = (Gain("8110 MUTUELLE LABELLISEE", Decimal(-random.randint(2800, 6200)) / 100),)
    month = Wage(
        **frame,
        job=random.choice(GRADES),
        hours=FULL_TIME,
        gains=tuple(gains),
        levies=tuple(levies),
        after=after if random.random() < 0.3 else (),
    )
    sheet = Sheet(face)
    _head(sheet, month, "TITULAIRE" if official else "CONTRACTUEL", index, step)
    _foot(sheet, month, _body(sheet, month))
    return Drawn(sheet, "payslip", (month.truth("period_start", "period_end", "pay_date"),), month.also())


def _official(gains: list[Gain], year: int) -> list[Levy]:
    """Levies of an official: the pension is of the index pay, the additional one of the allowances."""
    base, gross = gains[0].amount, summed(one.amount for one in gains)
    extra = min(gross - base + Decimal("13.92"), cents(base / 5))
    csg = cents(gross * Decimal("0.9825"))

    def levy(label: str, of: Decimal, own: str, firm: str, kind: str = "") -> Levy:
        rates = Decimal(own), Decimal(firm)
        return Levy("", label, of, *rates, cents(of * rates[0] / 100), cents(of * rates[1] / 100), kind)

    return [
        levy("6010 MALADIE TITULAIRE", base, "0", "9.88"),
        levy("6020 C.N.R.A.C.L.", base, "11.10", PENSIONS[year]),
        levy("6025 A.T.I.A.C.L.", base, "0", "0.40"),
        levy("6030 R.A.F.P.", extra, "5.00", "5.00"),
        levy("6130 ALLOCATIONS FAMILIALES", base, "0", "5.25"),
        levy("6150 FNAL", base, "0", "0.50"),
        levy("6155 SOLIDARITE AUTONOMIE", base, "0", "0.30"),
        levy("6410 CNFPT", base, "0", "0.90"),
        levy("6420 CENTRE DE GESTION", base, "0", "1.20"),
        levy("7010 CSG DEDUCTIBLE", csg, "6.80", "0"),
        levy("7020 CSG NON DEDUCTIBLE", csg, "2.40", "0", "lost"),
        levy("7030 CRDS", csg, "0.50", "0", "lost"),
    ]


def _head(sheet: Sheet, month: Wage, status: str, index: int, step: int) -> None:
    employer, person = month.employer, month.person
    put(sheet, 12, 10, employer.name, 11, 90, True)
    lines(sheet, 12, 16, (employer.street, employer.town), 9, 90, 4.4)
    put(sheet, 12, 25.5, f"SIRET {employer.siret}  APE {employer.activity}", 8.5, 90)
    put(sheet, 12, 30, employer.agreement, 8, 90)
    put(sheet, 110, 10, "BULLETIN DE PAIE", 14, 88, True, "C")
    put(sheet, 110, 18, f"Mois de paie : {month.end:%m/%Y}", 10, 88, align="C")
    lines(sheet, 118, 40, (titled(person, last_first=True), person.street, person.town), 10.5, 80, 5.2)
    sheet.box(12, 36, 96, 30)
    items = (
        ("Matricule", f"{month.number:06d}"),
        ("N° INSEE", f"{person.nir[:13]} {person.nir[13:]}"),
        ("Grade", month.job.upper()),
        ("Statut", status),
        ("Echelon", f"{step:02d}     Indice majoré : {index}"),
        ("Nombre d'heures", french(month.hours)),
    )
    facts(sheet, 14, 38, items, 30, 92, 8.5, 4.5)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "gain", "own")) for one in month.gains]
    rows.append(Row({"label": "TOTAL BRUT", "gain": french(month.gross)}, True, GREY))
    rows += [Row(levy_cells(levy, 2)) for levy in month.levies]
    rows.append(
        Row({"label": "TOTAL DES COTISATIONS", "own": french(month.own), "firm": french(month.firm)}, True, GREY)
    )
    rows += net_rows(month, french, "gain", "own", LABELS, GREY)
    cols = (
        Col("label", "Code  Libellé", 12, 84, "L"),
        Col("base", "Base", 84, 106),
        Col("rate", "Taux", 106, 122),
        Col("gain", "A payer", 122, 145),
        Col("own", "A déduire", 145, 167),
        Col("firm_rate", "Taux pat.", 167, 180),
        Col("firm", "Part pat.", 180, 198),
    )
    return table(sheet, 72, cols, rows, 8, 4.6, "columns frame", GREY, 205)


def _foot(sheet: Sheet, month: Wage, y: float) -> None:
    cols = (
        Col("label", "", 12, 36, "L"),
        Col("gross", "Total brut", 36, 62),
        Col("taxable", "Net imposable", 62, 90),
        Col("tax", "Impôt source", 90, 114),
        Col("cost", "Coût employeur", 114, 142),
    )
    values = {"gross": month.gross, "taxable": month.taxable, "tax": month.tax, "cost": month.cost}
    rows = [
        Row({"label": "Mensuel"} | {key: french(value) for key, value in values.items()}),
        Row({"label": "Annuel"} | {key: french(month.year(value)) for key, value in values.items()}),
    ]
    table(sheet, y + 3, cols, rows, 8, 5, "columns rows frame", GREY)
    sheet.box(148, y + 3, 50, 17)
    put(sheet, 148, y + 5, "NET A PAYER", 10, 50, True, "C")
    put(sheet, 148, y + 11.5, french(month.net_paid), 13, 50, True, "C")
    put(sheet, 12, y + 25, "Mode de paiement : virement par la trésorerie - Service de gestion comptable", 8, 186)
    put(sheet, 12, y + 34, "Dans votre intérêt, conservez ce bulletin de paie sans limitation de durée.", 8, 186)
