"""The slip of a town hall for one under contract: codes of lines, amounts to pay and to keep in two columns."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed
from tests.generator.fifteenth.schemes import COUNCIL, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, french


def council(random: Random, face: Face) -> Drawn:
    """Pay by index, residence allowance, a premium of the council; no date of payment is printed."""
    town = random.choice(("SAINT-AUBIN", "VALMONT", "PONT-DE-BRIE", "LA ROCHETTE", "CHAMPIGNELLES"))
    frame = framed(random, f"COMMUNE DE {town}", "8411Z", "Fonction publique territoriale")
    points = random.randint(366, 460)
    share = random.choice((Decimal(1), Decimal(1), Decimal("0.8"), Decimal("0.5")))
    base = cents(Decimal("4.92278") * points * share)
    gains = [Gain("Traitement indiciaire", base), Gain("Indemnité de résidence", cents(base / 100))]
    gains.append(Gain("IFSE - RIFSEEP", Decimal(random.choice(("85.00", "120.00", "175.50")))))
    if random.random() < 0.4:
        gains.append(Gain("Supplément familial de traitement", Decimal(random.choice(("2.29", "73.79")))))
    month = month_of(
        frame,
        job=random.choice(
            ("Adjoint technique territorial", "ATSEM principal", "Adjoint d'animation", "Agent d'accueil")
        ),
        hours=cents(FULL * share),
        gains=tuple(gains),
        levies=levied(COUNCIL, summed(one.amount for one in gains)),
        late=(Gain("Restauration municipale", Decimal("-38.40")),) if random.random() < 0.25 else (),
    )
    truth = month.truth("period_start", "period_end", "pay_date")
    return Drawn(_sheet(month, face, points), "payslip", (truth,), month.also())


def _sheet(month: Month, face: Face, points: int) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    sheet.box(10, 10, 92, 32)
    put(sheet, 12, 12, employer.name, 11, 88, True)
    texts = (
        "Hôtel de ville",
        employer.street,
        employer.town,
        f"N° SIRET : {employer.siret}",
        f"APE : {employer.activity}",
    )
    lines(sheet, 12, 18, texts, 8.5, 88, 4.5)
    put(sheet, 108, 11, "BULLETIN DE SALAIRE", 13, 92, True, "C")
    put(sheet, 108, 18, f"Mois de paie : {month.name.upper()}", 10, 92, False, "C")
    lines(sheet, 116, 28, (named(month, "first last"), person.street, person.town), 9.5, 84, 4.8)
    boxes = (
        ("Matricule", f"{month.number:06d}"),
        ("N° INSEE", person.nir),
        ("Grade ou emploi", month.job),
        ("Indice majoré", str(points)),
        ("Nb heures", french(month.hours)),
    )
    x = 10.0
    for (label, value), width in zip(boxes, (26, 40, 70, 26, 28), strict=True):
        cell(sheet, x, 47, width, label, value, 8.5)
        x += width
    put(sheet, 10, 60, "Statut : agent contractuel de droit public", 8.5, 100)
    cols = (
        Col("code", "Code", 10, 22, "L"),
        Col("label", "Libellé", 22, 86, "L"),
        Col("base", "Base", 86, 108),
        Col("rate", "Taux", 108, 122),
        Col("gain", "À payer", 122, 144),
        Col("own", "À déduire", 144, 164),
        Col("firm_rate", "Taux pat.", 164, 178),
        Col("firm", "Part pat.", 178, 200),
    )
    y = table(sheet, 67, cols, _rows(month), 8, 4.7, "columns frame", (226, 226, 226), 215) + 4
    x = 10.0
    cells = [
        ("Total brut", french(month.gross)),
        ("Total retenues", french(month.own)),
        ("Charges patronales", french(month.firm)),
        ("Net imposable", french(month.taxable)),
    ]
    for label, value in cells:
        cell(sheet, x, y, 34, label, value, 9, 11)
        x += 34
    sheet.box(x, y, 54, 11, fill=(226, 226, 226))
    put(sheet, x + 1, y + 1, "NET À PAYER", 8, 30, True)
    put(sheet, x + 1, y + 4.6, f"{french(month.net_paid)} €", 12, 52, True, "R")
    put(sheet, 10, y + 14, "Comptable assignataire : service de gestion comptable", 8, 120)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains)
    rows.append(Row({"label": "TRAITEMENT BRUT", "gain": french(month.gross)}, True))
    rows += levy_rows(month.levies)
    rows = [
        Row({"code": f"{1000 + 37 * number}"} | dict(row.cells), row.bold) if not row.bold else row
        for number, row in enumerate(rows)
    ]
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": french(month.net_social)}, True))
    rows.append(Row({"label": "NET AVANT IMPÔT SUR LE REVENU", "gain": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": french(month.tax)}
    rows.append(Row({"code": "9000", "label": "Prélèvement à la source"} | tax))
    rows += gain_rows(month.late, "gain", "own")
    return rows
