"""A chain of shops with its own payroll: the shop beside the company, coded lines, paid breaks, counters of hours."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, facts, gain_cells, grouped, lines, put, table, upper
from tests.generator.ninth.wage import Wage, health, hourly, levied, lowering, part_time, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import comma, hired, net_rows, restyled, spaced_nir, titled
from tests.generator.tenth.schemes import RETAILER

BAND = (222, 230, 236)
LABELS = ("MONTANT NET SOCIAL", "NET A PAYER AVANT IMPOT SUR LE REVENU", "IMPOT SUR LE REVENU PRELEVE A LA SOURCE")
FIRMS = ("GRANDIVAL HYPERMARCHES SAS", "BRICOREX FRANCE", "SUPERMARCHES ORELIA", "MAXIDEAL DISTRIBUTION SAS")


def retailer(random: Random, face: Face) -> Drawn:
    """Amounts with a comma and no thousands; the period with points; the payment at the foot by the net."""
    agreement = "2216 Commerce de détail et de gros alimentaire"
    frame = framed(random, random.choice(FIRMS), "4711F", agreement, 0.4)
    year, hours = frame["start"].year, part_time(random, "35", "35", "35", "30", "26")
    price = hourly(random, year, 100, 118)
    gains = [
        worked("1000 SALAIRE DE BASE", hours, price),
        worked("1015 PAUSE CONVENTIONNELLE 5 %", cents(hours * Decimal("0.05")), price),
    ]
    if random.random() < 0.4:
        gains.append(
            worked("1240 MAJORATION DIMANCHE 20 %", Decimal(random.choice(("4.50", "5.00", "9.00"))), cents(price / 5))
        )
    if random.random() < 0.3:
        gains.append(worked("2110 ABSENCE MALADIE", -Decimal(random.choice(("7.00", "14.00", "21.00"))), price))
    if random.random() < 0.2 and frame["start"].month == 11:
        gains.append(Gain("1500 PRIME ANNUELLE", gains[0].amount))
    gross = summed(one.amount for one in gains)
    levies = levied(RETAILER, gross)
    levies.insert(1, health("Santé", "3410 Complémentaire santé", Decimal(random.randint(1900, 2600)) / 100))
    levies += lowering("", "3990 Exonérations de cotisations employeur", gross, hours, year)
    after = [Gain("4510 REMB. TITRE DE TRANSPORT 50 %", Decimal(random.randint(1400, 4300)) / 100)]
    month = Wage(
        **frame,
        job=random.choice(("EMPLOYE COMMERCIAL", "HOTE DE CAISSE", "EMPLOYE LIBRE SERVICE", "VENDEUR PRODUITS FRAIS")),
        hours=hours,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after if random.random() < 0.25 else ()),
    )
    sheet = Sheet(face)
    _head(sheet, month, random)
    _foot(sheet, month, _body(sheet, month), random)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, random: Random) -> None:
    employer, person = month.employer, month.person
    put(sheet, 12, 9, "BULLETIN DE PAIE", 13, 80, True)
    put(sheet, 110, 9, upper(month.end), 13, 88, True, "R")
    put(sheet, 110, 15, f"PERIODE DU {month.start:%d.%m.%Y} AU {month.end:%d.%m.%Y}", 8, 88, align="R")
    sheet.box(12, 20, 90, 27)
    put(sheet, 14, 21.5, employer.name, 9.5, 86, True)
    lines(sheet, 14, 26.2, (employer.street, employer.town), 8, 86, 4)
    town = employer.town.split(" ", 1)[1]
    items = (
        ("Etablissement", f"{random.randint(101, 989)} MAGASIN DE {town}"),
        ("SIRET", f"{employer.siret}     NAF {employer.activity}"),
        ("Convention", employer.agreement),
    )
    facts(sheet, 14, 34.6, items, 22, 86, 7.5, 4)
    lines(sheet, 112, 30, (titled(person), person.street, "", person.town), 10.5, 86, 5)
    cols = (
        Col("number", "Matricule", 12, 34, "L"),
        Col("nir", "N° sécurité sociale", 34, 72, "L"),
        Col("job", "Emploi", 72, 118, "L"),
        Col("level", "Niveau", 118, 132, "L"),
        Col("entered", "Ancienneté", 132, 156, "L"),
        Col("hours", "Horaire mensuel", 156, 198),
    )
    cells = {
        "number": f"{month.number + 400000}",
        "nir": spaced_nir(person.nir),
        "job": month.job,
        "level": random.choice(("2A", "2B", "3B")),
        "entered": f"{hired(random, month.start):%d.%m.%Y}",
        "hours": comma(month.hours),
    }
    table(sheet, 53, cols, [Row(cells)], 7.5, 4.6, "columns frame", BAND)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "gain", "own")) for one in month.gains]
    rows.append(Row({"label": "REMUNERATION BRUTE", "gain": french(month.gross)}, True))
    rows += grouped(month, 3)
    rows.append(Row({"label": "TOTAL COTISATIONS", "own": french(month.own), "firm": french(month.firm)}, True))
    rows += net_rows(month, french, "gain", "own", LABELS)
    cols = (
        Col("label", "Rubriques", 12, 86, "L"),
        Col("base", "Nombre / Base", 86, 110),
        Col("rate", "Taux", 110, 126),
        Col("gain", "A payer", 126, 149),
        Col("own", "A retenir", 149, 169),
        Col("firm", "Charges employeur", 169, 198),
    )
    return table(sheet, 68, cols, restyled(rows, ","), 7.5, 4.25, "columns frame", BAND, 200)


def _foot(sheet: Sheet, month: Wage, y: float, random: Random) -> None:
    cols = (
        Col("label", "Cumuls", 12, 40, "L"),
        Col("gross", "Brut", 40, 66),
        Col("taxable", "Net fiscal", 66, 92),
        Col("tax", "Impôt PAS", 92, 114),
    )
    values = {"gross": month.gross, "taxable": month.taxable, "tax": month.tax}
    rows = [
        Row({"label": "Du mois"} | {key: comma(value) for key, value in values.items()}),
        Row({"label": "De l'année"} | {key: comma(month.year(value)) for key, value in values.items()}),
    ]
    below = table(sheet, y + 3, cols, rows, 7.5, 4.5, "columns rows frame", BAND)
    sheet.box(120, y + 3, 78, 16)
    put(sheet, 122, y + 5.5, "NET A PAYER", 10, 34, True)
    put(sheet, 156, y + 5, f"{comma(month.net_paid)} EUR", 12, 40, True, "R")
    put(sheet, 122, y + 13, f"Virement du {month.pay_date:%d.%m.%Y}", 8, 74)
    cols = (
        Col("label", "Compteurs", 12, 40, "L"),
        Col("got", "Acquis", 40, 62),
        Col("taken", "Pris", 62, 84),
        Col("left", "Reste", 84, 114),
    )
    taken, modulated = random.randint(0, 20), Decimal(random.randint(0, 2800)) / 100
    rows = [
        Row({"label": "CP en cours", "got": "25,00", "taken": f"{taken},00", "left": f"{25 - taken},00"}),
        Row({"label": "Modulation", "got": comma(modulated), "taken": "0,00", "left": comma(modulated)}),
    ]
    below = table(sheet, below + 3, cols, rows, 7.5, 4.5, "columns rows frame", BAND)
    put(sheet, 120, y + 24, "TOTAL VERSE PAR L'EMPLOYEUR", 8, 50)
    put(sheet, 168, y + 24, comma(month.cost), 8, 30, align="R")
    put(sheet, 120, y + 29, "ALLEGEMENTS DE COTISATIONS", 8, 50)
    put(sheet, 168, y + 29, comma(month.lowered), 8, 30, align="R")
    text = "A conserver sans limitation de durée. Informations sur les cotisations : www.service-public.fr"
    put(sheet, 12, below + 5, text, 7.5, 186, align="C")
