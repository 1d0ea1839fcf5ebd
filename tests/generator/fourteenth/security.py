"""A security firm's slip, of two pages: pay and levies, then the nets and the year so far."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies, of_tax
from tests.generator.fourteenth.schemes import CLEAR
from tests.generator.parts import Drawn
from tests.generator.payslip import day, french

FIRMS = ("VIGIE SURETE PRIVEE", "CERBERE PROTECTION SAS", "OCTANT SECURITE", "GARDE ET PREVENTION DU CENTRE")
BLUE = (214, 224, 240)


def security(random: Random, face: Face) -> Drawn:
    frame = frame_of(random, random.choice(FIRMS), "8010Z", "Prévention et sécurité (IDCC 1351)", (4, 8, 10))
    price = Decimal(random.randint(1210, 1360)) / 100
    hours = random.choice((FULL, FULL, Decimal("108.00")))
    gains = [worked("Salaire de base", hours, price)]
    if random.random() < 0.6:
        gains.append(worked("Heures de nuit majorées 10%", Decimal(random.randint(12, 60)), price / 10))
    gains.append(worked("Heures de dimanche majorées 10%", Decimal(random.choice((12, 24))), price / 10))
    gains.append(Gain("Prime d'habillage", Decimal("20.40")))
    month = month_of(
        frame,
        job=random.choice(("Agent de sécurité confirmé", "Agent SSIAP 1", "Agent cynophile")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(CLEAR, summed(one.amount for one in gains), Decimal("18.90"), "Complémentaire santé"),
        after=(worked("Indemnité de panier", Decimal(random.randint(6, 14)), Decimal("4.28")),),
    )
    hidden = ("net_paid", "net_social", "net_taxable")
    first = month.truth(*hidden, pages=2)
    second = month.truth("gross", "hours", "pay_date", pages=2)
    return Drawn(_sheet(month, face), "payslip", (first, second), month.also())


def _head(sheet: Sheet, month: Month, page: int) -> None:
    employer, person = month.employer, month.person
    put(sheet, 12, 10, employer.name, 12, 100, True)
    theirs = (f"{employer.street}, {employer.town}", f"Siret : {employer.siret}  -  Code APE : {employer.activity}")
    lines(sheet, 12, 16.5, theirs, 8.5, 110, 4.4)
    put(sheet, 126, 10, "BULLETIN DE PAIE", 13, 72, True, "R")
    put(sheet, 126, 16.5, f"Période du {day(month.start)} au {day(month.end)}", 8.5, 72, False, "R")
    put(sheet, 126, 21, f"Page {page}/2", 8.5, 72, False, "R")
    sheet.line(12, 27, 198, 27)
    put(sheet, 12, 29.5, f"{person.title} {person.first_name} {person.last_name.upper()}", 10, 110, True)
    put(sheet, 126, 29.5, f"Matricule {month.number:05d}", 9, 72, False, "R")


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person = Sheet(face), month.person
    _head(sheet, month, 1)
    own = (
        ("Emploi", month.job),
        ("Coefficient", "140 - niveau 3 échelon 2"),
        ("N° Sécurité sociale", person.nir),
        ("Adresse", f"{person.street}, {person.town}"),
        ("Convention", month.employer.agreement),
        ("Date de paiement", f"{day(month.pay_date)} par virement"),
    )
    facts(sheet, 12, 37, own, 38, 150, 8.5, 4.6)
    cols = (
        Col("label", "Éléments de paie", 12, 84, "L"),
        Col("base", "Base", 84, 106),
        Col("rate", "Taux", 106, 124),
        Col("hold", "À déduire", 124, 144),
        Col("pay", "À payer", 144, 164),
        Col("firm_rate", "Taux", 164, 179),
        Col("firm", "Charges pat.", 179, 198),
    )
    rows = [*of_gains(month.gains), Row({"label": "Salaire brut", "pay": french(month.gross)}, True, BLUE)]
    rows += of_levies(month.levies, titled=True)
    total = {"label": "Total des cotisations et contributions", "hold": french(month.own), "firm": french(month.firm)}
    y = table(sheet, 68, cols, [*rows, Row(total, True, BLUE)], 8, 5.2, "frame columns", BLUE) + 5
    put(sheet, 12, y, f"Heures du mois : {french(month.hours)}", 8.5, 90)
    put(sheet, 110, y, "Suite de votre bulletin page 2", 8.5, 88, False, "R")
    sheet.pdf.add_page()
    _head(sheet, month, 2)
    put(sheet, 12, 38, f"Employeur : {month.employer.name}", 8.5, 120)
    nets = (
        [Row({"label": "Montant net social", "pay": french(month.net_social)}, True)] if month.says_net_social else []
    )
    nets += of_gains(month.after)
    nets.append(Row({"label": "Net à payer avant impôt sur le revenu", "pay": french(month.before_tax)}, True))
    nets.append(of_tax(month, "Impôt sur le revenu prélevé à la source - PAS"))
    nets.append(Row({"label": "NET À PAYER", "pay": french(month.net_paid)}, True, BLUE))
    y = table(sheet, 46, cols[:5], nets, 8.5, 6, "frame columns", BLUE) + 8
    put(sheet, 12, y, f"Net imposable : {french(month.taxable)}", 9.5, 90, True)
    put(sheet, 110, y, f"Total versé par l'employeur : {french(month.cost)}", 9.5, 88)
    y += 10
    year = (
        Col("label", f"Année {month.end.year}", 12, 60, "L"),
        Col("base", "Brut", 60, 90),
        Col("rate", "Imposable", 90, 120),
        Col("hold", "Congés acquis", 120, 150),
    )
    cells = {"label": "Cumul", "base": french(month.year(month.gross)), "rate": french(month.year(month.taxable))}
    y = table(sheet, y, year, [Row(cells | {"hold": "12,50"})], 8.5, 5.5, "frame columns", BLUE) + 8
    text = "Pour faire valoir vos droits, conservez ce bulletin sans limitation de durée. Les termes employés sont "
    sheet.paragraph(12, y, text + "expliqués sur www.service-public.fr.", 186, 8.5)
    return sheet
