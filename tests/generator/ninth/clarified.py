"""A common payroll program's clarified bulletin: framed blocks, one table, the sums and the net in boxes below."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import NOTHING, Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import KEEP, WEB, Col, Row, facts, gain_cells, grouped, lines, put, rated, table, upper
from tests.generator.ninth.schemes import CLARIFIED
from tests.generator.ninth.wage import (
    Wage,
    drawn_frame,
    health,
    hourly,
    levied,
    lowering,
    overtime_levies,
    worked,
)
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, day, french

GREY = (226, 226, 226)


def clarified(random: Random, face: Face) -> Drawn:
    """The employer at the upper left with SIRET, the address window at the right, the period as two days."""
    firm = one_of(
        random,
        ("SARL", "SAS", "EURL"),
        ("COUVERTURE", "SCIERIE", "CHARPENTES", "PLASTURGIE"),
        ("DUVERNEUIL", "MAUPERTUIS", "DES COMBRAILLES", "BOISROND"),
    )
    frame = drawn_frame(random, firm, "4391B", "Bâtiment ouvriers + de 10 salariés (IDCC 1597)")
    price, year = hourly(random, frame["start"].year), frame["start"].year
    extra = Decimal(random.choice(("0", "0", "4.00", "8.00", "17.33")))
    gains = [worked("Salaire de base", FULL_TIME, price)]
    if extra:
        gains.append(
            worked("Heures supplémentaires 125%", extra, (price * Decimal("1.25")).quantize(Decimal("0.0001")))
        )
    overtime = gains[1].amount if extra else NOTHING
    if random.random() < 0.4:
        gains.append(Gain("Prime d'ancienneté", Decimal(random.randint(2500, 9000)) / 100))
    gross = summed(one.amount for one in gains)
    levies = levied(CLARIFIED, gross, overtime)
    levies.insert(1, health("SANTÉ", "Complémentaire Santé", Decimal(random.randint(1650, 3400)) / 100))
    if overtime:
        levies += overtime_levies("CSG/CRDS", overtime)
    levies += lowering("", "EXONÉRATIONS DE COTISATIONS EMPLOYEUR", gross, FULL_TIME + extra, year)
    after = [Gain("Indemnité de trajet et panier non soumise", Decimal(random.randint(12, 22)) * Decimal("10.30"))]
    month = Wage(
        **frame,
        job=random.choice(("Couvreur", "Ouvrier d'exécution", "Conducteur d'engins", "Compagnon professionnel")),
        hours=FULL_TIME,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after if random.random() < 0.6 else ()),
        exempt=overtime,
        other_hours=(FULL_TIME + extra,) if extra else (),
    )
    sheet = Sheet(face)
    _head(sheet, month)
    y = _body(sheet, month)
    _foot(sheet, month, y)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage) -> None:
    employer, person = month.employer, month.person
    put(sheet, 10, 9, employer.name, 10.5, 90, True)
    lines(sheet, 10, 14.5, (employer.street, employer.town), 8.5, 90, 4.2)
    facts(sheet, 10, 25, (("SIRET :", employer.siret), ("Code NAF :", employer.activity)), 20, 80, 8, 4)
    put(sheet, 10, 33.5, f"Convention collective : {employer.agreement}", 7.5, 92)
    sheet.box(106, 8, 94, 19, GREY)
    put(sheet, 106, 10, "BULLETIN DE SALAIRE", 13, 94, True, "C")
    put(sheet, 106, 17, f"Période : {upper(month.end)}", 9, 94, False, "C")
    put(sheet, 106, 21.5, f"Période du {day(month.start)} au {day(month.end)}", 8, 94, False, "C")
    put(sheet, 106, 29, f"Paiement le {day(month.pay_date)} par virement", 8, 94, False, "R")
    name = f"{person.title.replace('Mme', 'Madame').replace('M.', 'Monsieur')} {month.full_name}"
    lines(sheet, 112, 42, (name, person.street, person.town), 10, 86, 5)
    items = (
        ("Matricule", f"{month.number:05d}"),
        ("N° SS", f"{person.nir[:13]} {person.nir[13:]}"),
        ("Emploi", month.job),
        ("Classification", "Niveau II - Coefficient 185"),
        ("Horaire", french(month.hours)),
    )
    sheet.box(10, 39.5, 92, 25)
    facts(sheet, 12, 41.5, items, 26, 88, 8, 4.4)
    if month.birth:
        put(sheet, 112, 57.5, f"Nom de naissance : {month.birth.upper()}", 8, 86)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "Salaire brut", "own": french(month.gross)}, True))
    rows += grouped(month, 4)
    rows.append(
        Row(
            {"label": "TOTAL DES COTISATIONS ET CONTRIBUTIONS", "own": french(month.own), "firm": french(month.firm)},
            True,
        )
    )
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "own": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "NET À PAYER AVANT IMPÔT SUR LE REVENU", "own": french(month.before_tax)}, True, GREY))
    if not month.says_net_social:
        less = french((month.gross * Decimal("0.0143")).quantize(Decimal("0.01")))
        label = "dont évol. rémun. liée à la suppression des cotis. chômage et maladie"
        rows.append(Row({"label": label, "own": less}))
    rows.append(
        Row(
            {
                "label": "Impôt sur le revenu prélevé à la source",
                "base": french(month.taxable),
                "rate": rated(month.tax_rate),
                "own": french(month.tax),
            }
        )
    )
    cols = (
        Col("label", "Éléments de paie", 10, 98, "L"),
        Col("base", "Base", 98, 122),
        Col("rate", "Taux salarial", 122, 146),
        Col("own", "Part salarié", 146, 172),
        Col("firm", "Part employeur", 172, 200),
    )
    return table(sheet, 68, cols, rows, 7.5, 4.15, "columns frame", GREY, 208)


def _foot(sheet: Sheet, month: Wage, y: float) -> None:
    y += 3
    sheet.box(128, y, 72, 15, GREY)
    put(sheet, 130, y + 2, "NET À PAYER AU SALARIÉ", 8.5, 50, True)
    put(sheet, 130, y + 7.5, f"{french(month.net_paid)} €", 14, 68, True, "R")
    put(sheet, 128, y + 18, f"Total versé par l'employeur : {french(month.cost)}", 8, 72, align="R")
    put(sheet, 128, y + 22.5, f"Allègement de cotisations : {french(month.lowered)}", 8, 72, align="R")
    cols = (
        Col("label", "Cumuls", 10, 34, "L"),
        Col("gross", "Brut", 34, 56),
        Col("taxable", "Net imposable", 56, 80),
        Col("tax", "PAS", 80, 96),
        Col("hours", "Heures", 96, 112),
    )
    values = {"gross": month.gross, "taxable": month.taxable, "tax": month.tax, "hours": month.hours}
    rows = [
        Row({"label": "Période"} | {name: french(value) for name, value in values.items()}),
        Row({"label": "Année"} | {name: french(month.year(value)) for name, value in values.items()}),
    ]
    below = table(sheet, y, cols, rows, 7.5, 4.6, "columns rows frame", GREY)
    leave = (
        Col("label", "Congés", 10, 34, "L"),
        Col("got", "Acquis", 34, 56),
        Col("taken", "Pris", 56, 80),
        Col("left", "Solde", 80, 112),
    )
    rows = [
        Row({"label": "N-1", "got": "30.00", "taken": "17.00", "left": "13.00"}),
        Row({"label": "N", "got": "12.50", "taken": "0.00", "left": "12.50"}),
    ]
    table(sheet, below + 2, leave, rows, 7.5, 4.6, "columns rows frame", GREY)
    put(sheet, 10, 272, KEEP, 7, 190)
    put(sheet, 10, 276, WEB, 7, 190)
