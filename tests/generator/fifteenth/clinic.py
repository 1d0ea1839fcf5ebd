"""The slip of a private hospital: a frame of titles at the head, nights and Sundays, what is due set at the right."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fifteenth.schemes import GENERAL, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import day, french


def clinic(random: Random, face: Face) -> Drawn:
    """A salary by coefficient, allowances of nights and Sundays, the premium of the reform, meals taken in."""
    name = random.choice(("CLINIQUE SAINTE-ODILE", "POLYCLINIQUE DES ORMES", "CLINIQUE DU BELVEDERE"))
    frame = framed(random, name, "8610Z", "Hospitalisation privée - IDCC 2264")
    price = Decimal(random.randint(1230, 1760)) / 100
    gains = [worked("Salaire de base", FULL, price), Gain("Revalorisation Ségur", Decimal("241.00"))]
    if random.random() < 0.6:
        gains.append(worked("Indemnité de nuit", Decimal(random.choice(("20.00", "40.00"))), Decimal("3.20")))
    if random.random() < 0.6:
        gains.append(worked("Indemnité dimanche et férié", Decimal(random.choice(("12.00", "24.00"))), Decimal("4.10")))
    month = month_of(
        frame,
        job=random.choice(("Aide-soignante", "Infirmier D.E.", "Agent de service hospitalier", "Secrétaire médicale")),
        hours=FULL,
        gains=tuple(gains),
        levies=levied(GENERAL, summed(one.amount for one in gains), Decimal("28.44"), "Mutuelle santé base"),
        late=(Gain("Repas pris au self", Decimal("-24.50")),) if random.random() < 0.4 else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth("period_start", "period_end"),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    sheet.box(10, 9, 190, 10)
    put(sheet, 12, 12, employer.name, 11, 80, True)
    put(sheet, 92, 12, "BULLETIN DE PAIE", 11, 50, True, "C")
    put(sheet, 142, 12, month.name, 10.5, 56, True, "R")
    firm = (
        ("Adresse", f"{employer.street} - {employer.town}"),
        ("SIRET", f"{employer.siret[:3]} {employer.siret[3:6]} {employer.siret[6:9]} {employer.siret[9:]}"),
        ("Code NAF", employer.activity),
        ("Convention", employer.agreement),
        ("Salarié", named(month, "plain")),
        ("N° sécurité sociale", person.nir),
        ("Emploi", month.job),
        ("Coefficient", str(200 + month.number % 90)),
        ("Ancienneté", f"{month.number % 17 + 1} ans"),
        ("Horaire mensuel", f"{french(month.hours)} h"),
        ("Date de paiement", day(month.pay_date)),
    )
    facts(sheet, 10, 22, firm, 34, 100, 8, 4.3)
    lines(sheet, 122, 36, (named(month, "first last"), person.street, person.town), 10.5, 76, 5.4)
    cols = (
        Col("label", "Rubrique", 10, 76, "L"),
        Col("base", "Base", 76, 98),
        Col("rate", "Taux sal.", 98, 114),
        Col("own", "Retenues sal.", 114, 136),
        Col("firm_rate", "Taux pat.", 136, 152),
        Col("firm", "Part pat.", 152, 174),
        Col("gain", "Gains", 174, 200),
    )
    y = table(sheet, 73, cols, _rows(month), 8, 4.7, "columns frame", (235, 235, 235)) + 4
    sheet.line(10, y, 200, y)
    totals = (
        ("Brut", french(month.gross)),
        ("Charges salariales", french(month.own)),
        ("Net fiscal", french(month.taxable)),
        ("Cumul net fiscal", french(month.year(month.taxable))),
        ("Coût employeur", french(month.cost)),
    )
    facts(sheet, 10, y + 2, totals, 44, 90, 8.5, 4.6, "R")
    put(sheet, 118, y + 6, "NET A PAYER", 13, 40, True)
    put(sheet, 156, y + 6, f"{french(month.net_paid)} EUR", 13, 44, True, "R")
    put(sheet, 118, y + 13, "par virement bancaire", 8, 80)
    put(sheet, 10, 284, "À conserver sans limitation de durée - voir www.service-public.fr", 7.5, 190, False, "C")
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains)
    rows.append(Row({"label": "TOTAL BRUT", "gain": french(month.gross)}, True))
    rows += levy_rows(month.levies, True, places=3)
    rows.append(Row({"label": "TOTAL COTISATIONS", "own": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": french(month.net_social)}, True))
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT", "gain": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate, 3), "own": french(month.tax)}
    rows.append(Row({"label": "Impôt sur le revenu prélevé"} | tax))
    return rows + gain_rows(month.late, "gain", "own")
