"""Levies of the payers: group, wording, share of the gross, employee's and employer's rate in per cent."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.eighth.kit import Row, counted, rated
from tests.generator.eighth.month import Frame, Gain, Levy, Month, draw_frame
from tests.generator.names import draw_individual
from tests.generator.payslip import french
from tests.generator.people import Person, draw_nir

GENERAL = (
    ("Santé", "Maladie - maternité - invalidité - décès", "1", "0", "7.00"),
    ("Santé", "Prévoyance incapacité décès", "1", "0.42", "0.63"),
    ("Accidents du travail", "Accidents du travail et maladies prof.", "1", "0", "1.84"),
    ("Retraite", "Sécurité sociale plafonnée", "1", "6.90", "8.55"),
    ("Retraite", "Sécurité sociale déplafonnée", "1", "0.40", "2.02"),
    ("Retraite", "Complémentaire tranche 1", "1", "4.01", "6.01"),
    ("Famille", "Allocations familiales", "1", "0", "3.45"),
    ("Assurance chômage", "Assurance chômage et AGS", "1", "0", "4.20"),
    ("Autres", "Autres contributions de l'employeur", "1", "0", "1.62"),
    ("CSG", "CSG déductible de l'impôt", "0.9825", "6.80", "0"),
    ("CSG", "CSG/CRDS non déductible", "0.9825", "2.90", "0"),
)
COUNCIL = (
    ("Cotisations", "URSSAF maladie", "1", "0", "13.00"),
    ("Cotisations", "URSSAF vieillesse plafonnée", "1", "6.90", "8.55"),
    ("Cotisations", "URSSAF vieillesse déplafonnée", "1", "0.40", "2.02"),
    ("Cotisations", "Allocations familiales", "1", "0", "5.25"),
    ("Cotisations", "IRCANTEC tranche A", "1", "2.80", "4.20"),
    ("Cotisations", "FNAL", "1", "0", "0.50"),
    ("Cotisations", "Centre de gestion", "1", "0", "1.30"),
    ("Cotisations", "CNFPT", "1", "0", "0.90"),
    ("Cotisations", "Accident du travail", "1", "0", "1.61"),
    ("Cotisations", "CSG déductible", "0.9825", "6.80", "0"),
    ("Cotisations", "CSG non déductible", "0.9825", "2.40", "0"),
    ("Cotisations", "CRDS non déductible", "0.9825", "0.50", "0"),
)
HOME = (
    ("", "Maladie, solidarité autonomie", "1", "0", "7.30"),
    ("", "Assurance vieillesse", "1", "7.30", "10.57"),
    ("", "Allocations familiales", "1", "0", "3.45"),
    ("", "Accident du travail", "1", "0", "1.90"),
    ("", "Retraite complémentaire et CEG", "1", "4.01", "6.01"),
    ("", "Prévoyance IRCEM", "1", "1.06", "1.21"),
    ("", "Assurance chômage", "1", "0", "4.05"),
    ("", "CSG déductible", "0.9825", "6.80", "0"),
    ("", "CSG et CRDS non déductibles", "0.9825", "2.90", "0"),
)
BUILDING = (
    *GENERAL[:2],
    ("Santé", "PRO BTP frais médicaux", "1", "0.85", "0.85"),
    ("Accidents du travail", "Accidents du travail (maçonnerie)", "1", "0", "5.90"),
    *GENERAL[3:8],
    ("Autres", "Caisse de congés payés du bâtiment", "1", "0", "20.10"),
    ("Autres", "OPPBTP - chômage intempéries", "1", "0", "0.79"),
    *GENERAL[9:],
)
INDUSTRY = (
    *GENERAL[:2],
    ("Santé", "Prévoyance non cadre TA", "1", "0.53", "0.80"),
    *GENERAL[2:6],
    ("Retraite", "Contribution d'équilibre général T1", "1", "0.86", "1.29"),
    ("Retraite", "Retraite supplémentaire art. 83", "1", "0.60", "1.40"),
    *GENERAL[6:8],
    ("Autres", "Versement mobilité", "1", "0", "1.80"),
    ("Autres", "FNAL", "1", "0", "0.50"),
    ("Autres", "Contribution solidarité autonomie", "1", "0", "0.30"),
    ("Autres", "Formation professionnelle", "1", "0", "1.00"),
    ("Autres", "Taxe d'apprentissage", "1", "0", "0.68"),
    ("Autres", "Participation construction", "1", "0", "0.45"),
    ("Autres", "Dialogue social", "1", "0", "0.016"),
    *GENERAL[9:],
)


STREETS = ("rue de la Fontaine", "avenue du Général-Leclerc", "rue Pasteur", "chemin des Vignes", "rue du 8 Mai 1945")
TOWNS = ("07000 PRIVAS", "27200 VERNON", "40000 MONT-DE-MARSAN", "71100 CHALON", "86000 POITIERS", "62400 BETHUNE")


def placed(random: Random) -> tuple[str, str]:
    return f"{random.randint(1, 96)} {random.choice(STREETS)}", random.choice(TOWNS)


def framed(random: Random, employer: str, activity: str, agreement: str) -> Frame:
    """A month at `employer`, of someone invented."""
    frame = draw_frame(random, employer, activity, agreement)
    title, (street, town), (own_street, own_town) = random.choice(("M.", "Mme")), placed(random), placed(random)
    first, last = draw_individual(random, title)
    person = Person(title, first, last, draw_nir(random, title), own_street, own_town)
    return replace(frame, person=person, birth="", employer=replace(frame.employer, street=street, town=town))


def gain_rows(gains: tuple[Gain, ...], key: str = "gain", minus: str = "") -> list[Row]:
    """Gains with count and price; those below nought go without sign to the column `minus`, if there is one."""
    rows = []
    for one in gains:
        lost = bool(minus) and one.amount < 0
        cells = {"label": one.label, minus if lost else key: french(-one.amount if lost else one.amount)}
        rows.append(Row(cells | counted(one, french)))
    return rows


def levy_rows(levies: tuple[Levy, ...], titled: bool = False, sign: str = "", places: int = 2) -> list[Row]:
    """One row for each levy: base, rates, both parts; with the title of its group above where it begins."""
    rows, last = [], ""
    for one in levies:
        if titled and one.group != last:
            rows.append(Row({"label": one.group}, True))
            last = one.group
        cells = {"label": one.label, "base": french(one.base)}
        if one.own:
            cells |= {"rate": rated(one.own_rate, places), "own": f"{sign}{french(one.own)}"}
        if one.firm:
            cells |= {"firm_rate": rated(one.firm_rate, places), "firm": french(one.firm)}
        rows.append(Row(cells))
    return rows


def count_of(random: Random, low: int, high: int) -> Decimal:
    """A number of hours between, by quarters."""
    return Decimal(random.randint(low * 4, high * 4)) / 4 + Decimal("0.00")


def named(month: Month, way: str) -> str:
    """The employee as a program prints it."""
    person = month.person
    return {
        "last first": f"{person.title} {person.last_name.upper()} {person.first_name}",
        "first last": f"{person.title} {person.first_name} {person.last_name.upper()}",
        "plain": f"{person.first_name} {person.last_name}",
        "capitals": f"{person.last_name} {person.first_name}".upper(),
    }[way]
