"""The declaratory slips of a household: for help at home, and for a childminder. No SIRET, a national centre's page."""

from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import draw_individual
from tests.generator.ninth.kit import Col, Row, facts, lines, put, rated, table
from tests.generator.ninth.wage import Wage, drawn_frame, hourly, levied, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

GREEN, SKY = (226, 240, 228), (222, 236, 247)
HOME = (
    ("Santé", "Maladie, maternité, invalidité, décès", "1", "0", "7.00", ""),
    ("Santé", "Prévoyance", "1", "1.04", "0.95", "cover"),
    ("Accidents du travail", "Accidents du travail, maladies professionnelles", "1", "0", "1.50", ""),
    ("Retraite", "Vieillesse plafonnée et déplafonnée", "1", "7.30", "10.57", ""),
    ("Retraite", "Retraite complémentaire", "1", "4.01", "6.01", ""),
    ("Famille", "Allocations familiales", "1", "0", "3.45", ""),
    ("Assurance chômage", "Assurance chômage", "1", "0", "4.00", ""),
    ("Autres", "Autres contributions", "1", "0", "1.36", ""),
    ("CSG/CRDS", "CSG déductible", "0.9825", "6.80", "0", ""),
    ("CSG/CRDS", "CSG/CRDS non déductible", "0.9825", "2.90", "0", "lost"),
)


def _frame(random: Random) -> tuple[dict[str, Any], str]:
    parent, _ = draw_individual(random, 0)
    name = f"{parent.title.replace('.', '').upper()} {parent.last_name.upper()} {parent.first_name.upper()}"
    agreement = "Particuliers employeurs et emploi à domicile (IDCC 3239)"
    return drawn_frame(random, name, "", agreement), random.choice("YZ") + f"{random.randint(1000000, 9999999)}"


def home_help(random: Random, face: Face) -> Drawn:
    """The hours in a box, the ten per cent for leave in the pay, the sums at the right."""
    frame, number = _frame(random)
    hours = Decimal(random.choice(("8", "12", "16", "21", "26", "34.5", "43", "60")))
    pay = worked("Salaire horaire brut", hours, hourly(random, frame["start"].year, 104, 140))
    gains = (pay, Gain("Indemnité de congés payés (10 %)", cents(pay.amount / 10)))
    levies = tuple(levied(HOME, summed(one.amount for one in gains)))
    month = Wage(**frame, job="Employé(e) familial(e)", hours=hours, gains=gains, levies=levies)
    sheet = Sheet(face)
    put(sheet, 12, 10, "Cesu", 20, 40, True)
    put(sheet, 12, 19, "Centre national du Cesu - www.cesu.urssaf.fr", 8, 80)
    put(sheet, 100, 11, "BULLETIN DE SALAIRE", 14, 98, True, "R")
    put(sheet, 100, 18, f"Période d'emploi : du {day(month.start)} au {day(month.end)}", 9, 98, align="R")
    put(sheet, 100, 23, f"Date de paiement : {day(month.pay_date)}", 9, 98, align="R")
    _people(sheet, month, 32, ("N° Cesu employeur", number), "Emploi", GREEN)
    items = (
        ("Nombre d'heures effectuées", french(hours)),
        ("Salaire horaire net", french(cents(month.before_tax / hours))),
        ("Congés payés inclus", "Oui"),
    )
    sheet.box(12, 76, 186, 17)
    facts(sheet, 15, 78, items, 60, 110, 9, 4.8)
    y = _levies(sheet, month, 98, GREEN)
    _sums(sheet, month, y + 4, GREEN)
    put(
        sheet,
        12,
        270,
        "Ce bulletin de salaire est établi par l'Urssaf à partir de la déclaration de l'employeur. "
        "Pour vous aider à faire valoir vos droits, conservez-le sans limitation de durée.",
        6.5,
        186,
    )
    put(sheet, 12, 274, "Pour en savoir plus : www.service-public.fr", 6.5, 186)
    return Drawn(sheet, "payslip", (month.truth("employer_siret"),), month.also())


def childminder(random: Random, face: Face) -> Drawn:
    """Days and hours in boxes, keep and meals added to the net; the payment's day is not said."""
    frame, number = _frame(random)
    hours = Decimal(random.choice(("69", "92", "104", "130", "151", "173")))
    days = random.randint(8, 21)
    price = cents(hourly(random, frame["start"].year, 34, 48))
    gains = [worked("Salaire horaire brut - heures normales", hours, price)]
    extra = Decimal(random.choice(("0", "0", "6")))
    if extra:
        gains.append(worked("Heures majorées", extra, cents(price * Decimal("1.10"))))
    levies = tuple(levied(HOME, summed(one.amount for one in gains)))
    after = [Gain("Indemnités d'entretien", Decimal(days) * Decimal("3.80"))]
    if random.random() < 0.5:
        after.append(Gain("Indemnités de repas", Decimal(days) * Decimal("4.00")))
    month = Wage(
        **frame,
        job="Assistante maternelle agréée",
        hours=hours,
        gains=tuple(gains),
        levies=levies,
        after=tuple(after),
        other_hours=(hours + extra,) if extra else (),
    )
    sheet = Sheet(face)
    sheet.box(0, 0, 210, 20, SKY, edge=False)
    put(sheet, 12, 6, "pajemploi", 17, 60, True)
    put(sheet, 92, 5, "Bulletin de salaire", 13, 106, True, "R")
    put(sheet, 92, 12, f"Période du {day(month.start)} au {day(month.end)}", 9.5, 106, align="R")
    _people(sheet, month, 26, ("N° Pajemploi", number), "Profession", SKY)
    cols = (
        Col("days", "Jours d'activité", 12, 58, "C"),
        Col("hours", "Heures normales", 58, 105, "C"),
        Col("extra", "Heures majorées", 105, 152, "C"),
        Col("leave", "Jours de congés payés", 152, 198, "C"),
    )
    cells = {"days": str(days), "hours": str(hours), "extra": str(extra), "leave": "0"}
    table(sheet, 70, cols, (Row(cells, True),), 8.5, 5.2, "columns rows frame", SKY)
    y = _levies(sheet, month, 86, SKY)
    _sums(sheet, month, y + 4, SKY)
    put(
        sheet,
        12,
        268,
        "Ce document tient lieu de bulletin de paie. Il doit être conservé sans limitation de durée. "
        "www.pajemploi.urssaf.fr",
        7,
        186,
    )
    return Drawn(sheet, "payslip", (month.truth("employer_siret", "pay_date"),), month.also())


def _people(sheet: Sheet, month: Wage, y: float, number: tuple[str, str], job: str, fill: tuple[int, int, int]) -> None:
    employer, person = month.employer, month.person
    sheet.box(12, y, 91, 39)
    sheet.box(107, y, 91, 39)
    sheet.box(12, y, 91, 6, fill)
    sheet.box(107, y, 91, 6, fill)
    put(sheet, 14, y + 1.2, "EMPLOYEUR", 8.5, 80, True)
    put(sheet, 109, y + 1.2, "SALARIÉ", 8.5, 80, True)
    lines(sheet, 14, y + 8, (employer.name, employer.street.upper(), employer.town), 9, 87, 4.6)
    facts(sheet, 14, y + 24, (number, ("Convention", "IDCC 3239")), 34, 86, 8, 4.4)
    title = person.title.replace(".", "").upper()
    lines(
        sheet,
        109,
        y + 8,
        (f"{title} {person.last_name.upper()} {person.first_name.upper()}", person.street.upper(), person.town),
        9,
        87,
        4.6,
    )
    items = [("N° de sécurité sociale", person.nir), (job, month.job)]
    if month.birth:
        items.insert(0, ("Nom de naissance", month.birth.upper()))
    facts(sheet, 109, y + 24, items, 36, 87, 8, 4.4)


def _levies(sheet: Sheet, month: Wage, y: float, fill: tuple[int, int, int]) -> float:
    rows = []
    for one in month.gains:
        cells = {"label": one.label, "own": french(one.amount)}
        if one.count is not None and one.price is not None:
            cells |= {"base": french(one.count), "rate": french(one.price)}
        rows.append(Row(cells))
    rows.append(Row({"label": "Salaire brut", "own": french(month.gross)}, True, fill))
    for levy in month.levies:
        cells = {"label": levy.label, "base": french(levy.base)}
        if levy.own:
            cells |= {"rate": f"{rated(levy.own_rate)} %", "own": french(levy.own)}
        rows.append(Row(cells | ({"firm": french(levy.firm)} if levy.firm else {})))
    rows.append(
        Row(
            {"label": "Total des cotisations et contributions", "own": french(month.own), "firm": french(month.firm)},
            True,
            fill,
        )
    )
    cols = (
        Col("label", "Rémunération et cotisations", 12, 98, "L"),
        Col("base", "Base", 98, 122),
        Col("rate", "Taux", 122, 144),
        Col("own", "Part salarié", 144, 171),
        Col("firm", "Part employeur", 171, 198),
    )
    return table(sheet, y, cols, rows, 8.2, 5, "rows frame", fill)


def _sums(sheet: Sheet, month: Wage, y: float, fill: tuple[int, int, int]) -> None:
    rows = (
        [Row({"label": "Montant net social", "now": french(month.net_social)}, True)] if month.says_net_social else []
    )
    rows += [Row({"label": one.label, "now": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "now": french(month.before_tax)}, True))
    label = f"Impôt sur le revenu prélevé à la source (taux {rated(month.tax_rate)} %)"
    rows.append(Row({"label": label, "now": french(month.tax)}))
    rows.append(Row({"label": "Net payé au salarié", "now": french(month.net_paid)}, True, fill))
    cols = (Col("label", "Montants en euros", 12, 92, "L"), Col("now", "", 92, 116))
    below = table(sheet, y, cols, rows, 8.5, 5.4, "rows frame", fill)
    right = (Col("label", "", 121, 152, "L"), Col("now", "Mois", 152, 174), Col("year", "Cumul annuel", 174, 198))
    items = (("Net imposable", month.taxable), ("Impôt prélevé", month.tax), ("Coût employeur", month.cost))
    body = [Row({"label": label, "now": french(one), "year": french(month.year(one))}) for label, one in items]
    table(sheet, y, right, body, 8.2, 5.4, "rows frame", fill, below - 0.5)
