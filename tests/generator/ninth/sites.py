"""A cleaning firm's bulletin on two pages: the hours site by site and the levies, then the nets, sums and leave."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import KEEP, WEB, Col, Row, boxed, facts, levy_cells, lines, put, rated, table, upper
from tests.generator.ninth.schemes import CLEANING
from tests.generator.ninth.wage import Wage, drawn_frame, health, hourly, levied, lowering, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

GREY = (230, 230, 230)
PLACES = (
    "RESIDENCE LES CEDRES",
    "AGENCE GAMBETTA",
    "CRECHE MUNICIPALE",
    "CABINET DENTAIRE",
    "BUREAUX SODIMEC",
    "ECOLE PASTEUR",
    "SYNDIC VAUBAN",
)


def sites(random: Random, face: Face) -> Drawn:
    """The sheet numbers its pages; both name employer and employee, the first the SIRET and the second the net."""
    firm = one_of(
        random,
        ("NETTOYAGE", "PROPRETE", "HYGIENE SERVICE", "SARL"),
        ("LIMOUSINE", "AZUREENNE", "CLAIRVAL", "ECLANET", "BRILLANCE 36"),
    )
    frame = drawn_frame(random, firm, "8121Z", "Entreprises de propreté et services associés (IDCC 3043)")
    price = hourly(random, frame["start"].year, 102, 112)
    gains = []
    for number, place in enumerate(random.sample(PLACES, random.choice((2, 3, 4)))):
        hours = cents(Decimal(random.choice(("3", "5", "6", "7.5", "10"))) * 52 / 12)
        gains.append(worked(f"SITE {112 + 37 * number} {place}", hours, price))
    total = summed(one.count for one in gains if one.count is not None)
    gains.append(Gain("Prime d'expérience 2 %", cents(summed(one.amount for one in gains) / 50)))
    if random.random() < 0.3:
        gains.append(Gain("Absence injustifiée", -cents(price * Decimal("3.5"))))
    gross = summed(one.amount for one in gains)
    levies = levied(CLEANING, gross)
    levies.insert(2, health("", "Frais de santé", Decimal(random.randint(1450, 2500)) / 100))
    levies += lowering("", "Réduction générale des cotisations", gross, total, frame["start"].year)
    after = [Gain("Indemnité de transport", Decimal(random.randint(900, 3900)) / 100)] if random.random() < 0.6 else []
    if random.random() < 0.2:
        after.append(Gain("Saisie sur salaire", -Decimal(random.randint(2500, 9000)) / 100))
    month = Wage(
        **frame,
        job=random.choice(("Agent de service AS1", "Agente de propreté AS2", "Agent qualifié AQS1")),
        hours=total,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after),
    )
    sheet = Sheet(face)
    _first(sheet, month)
    sheet.pdf.add_page()
    _second(sheet, month)
    first = month.truth("net_paid", "net_social", "net_taxable", "pay_date", pages=2)
    second = month.truth("employer_siret", "gross", "period_start", "period_end", "hours", pages=2)
    return Drawn(sheet, "payslip", (first, second), month.also())


def _first(sheet: Sheet, month: Wage) -> None:
    employer, person = month.employer, month.person
    put(sheet, 74, 10, "BULLETIN DE PAYE", 13, 62, True, "C")
    put(sheet, 160, 10, "Page : 1/2", 8, 40, align="R")
    put(sheet, 74, 16.5, f"Période du {day(month.start)} au {day(month.end)}", 8.5, 62, align="C")
    lines(sheet, 10, 26, (employer.name, employer.street, employer.town), 9.5, 90, 4.6)
    put(sheet, 10, 41, f"SIRET : {employer.siret[:9]} {employer.siret[9:]}    APE : {employer.activity}", 8, 92)
    put(sheet, 10, 45.5, employer.agreement, 7.5, 92)
    title = {"M.": "M.", "Mme": "Mme"}[person.title]
    lines(
        sheet,
        114,
        32,
        (f"{title} {person.last_name.upper()} {person.first_name}", person.street, person.town),
        10,
        84,
        5,
    )
    items = [
        ("Matricule", f"{month.number:05d}"),
        ("Numéro de S.S.", person.nir),
        ("Emploi", month.job),
        ("Contrat", "CDI à temps partiel"),
    ]
    if month.birth:
        items.insert(1, ("Nom de naissance", month.birth.upper()))
    facts(sheet, 10, 54, items, 32, 94, 8, 4.3)
    put(sheet, 114, 54, f"Heures payées du mois : {french(month.hours)}", 8.5, 84)
    rows = []
    for one in month.gains:
        cells = {"label": one.label, "own": french(one.amount)}
        if one.count is not None and one.price is not None:
            cells |= {"base": french(one.count), "rate": rated(one.price, 3)}
        rows.append(Row(cells))
    rows.append(Row({"label": "Rémunération brute", "own": french(month.gross)}, True, GREY))
    rows += [Row(levy_cells(levy, 3, -1)) for levy in month.levies]
    total = {"label": "Total des cotisations", "own": french(-month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, GREY))
    cols = (
        Col("label", "Rubriques", 10, 88, "L"),
        Col("base", "Base", 88, 110),
        Col("rate", "Taux sal.", 110, 130),
        Col("own", "Montant salarial", 130, 156),
        Col("firm_rate", "Taux pat.", 156, 174),
        Col("firm", "Montant patronal", 174, 200),
    )
    table(sheet, 80, cols, rows, 8.2, 5.2, "columns frame", GREY, 230)
    put(sheet, 10, 240, "./.. suite page 2", 8, 190, align="R")


def _second(sheet: Sheet, month: Wage) -> None:
    person, birth = month.person, f" née {month.birth.upper()}" if month.birth else ""
    put(sheet, 10, 10, month.employer.name, 9.5, 90, True)
    put(sheet, 74, 10, "BULLETIN DE PAYE (suite)", 11, 62, True, "C")
    put(sheet, 160, 10, "Page : 2/2", 8, 40, align="R")
    put(
        sheet,
        10,
        16,
        f"Salarié : {month.number:05d} {person.title} {person.last_name.upper()} {person.first_name}{birth}",
        8.5,
        120,
    )
    put(sheet, 140, 16, upper(month.end), 8.5, 60, align="R")
    rows = (
        [Row({"label": "Montant net social", "own": french(month.net_social)}, True)] if month.says_net_social else []
    )
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu prélevé à la source (barème)", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate), "own": french(-month.tax)}))
    rows.append(Row({"label": "NET A PAYER", "own": french(month.net_paid)}, True, GREY))
    cols = (
        Col("label", "Rubriques", 10, 104, "L"),
        Col("base", "Base", 104, 132),
        Col("rate", "Taux", 132, 158),
        Col("own", "Montant", 158, 200),
    )
    y = table(sheet, 25, cols, rows, 9, 6, "columns frame", GREY) + 4
    put(sheet, 10, y, f"Payé le {day(month.pay_date)} par virement", 9, 120)
    heads = (Col("label", "", 10, 60, "L"), Col("now", "Mois", 60, 88), Col("year", "Exercice", 88, 118))
    items = (
        ("Net imposable", month.taxable),
        ("Impôt prélevé à la source", month.tax),
        ("Charges patronales", month.firm),
        ("Allègements de cotisations", month.lowered),
        ("Total versé par l'employeur", month.cost),
    )
    body = [Row({"label": label, "now": french(value), "year": french(month.year(value))}) for label, value in items]
    below = table(sheet, y + 10, heads, body, 8.5, 5.4, "columns rows frame", GREY)
    leave = (
        ("Congés N-1 acquis", "25,00"),
        ("Congés N-1 pris", "20,00"),
        ("Congés N-1 restants", "5,00"),
        ("Congés N acquis", "8,32"),
    )
    boxed(sheet, 128, y + 10, 72, leave, 8.5, 5.2)
    put(sheet, 10, below + 10, KEEP, 7.5, 190)
    put(sheet, 10, below + 14.5, WEB, 7.5, 190)
