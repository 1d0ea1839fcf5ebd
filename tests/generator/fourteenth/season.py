"""The slip that a simplified service makes for very small firms and seasons: a form in sections, few lines."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, put, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies
from tests.generator.fourteenth.schemes import BRIEF
from tests.generator.parts import Drawn, rate
from tests.generator.payslip import cents, day, french

FIRMS = (
    ("CAMPING LES PINS VERTS", "5530Z", "Hôtellerie de plein air - 1631"),
    ("GLACIER DU PORT", "5610C", "Hôtels, cafés, restaurants - 1979"),
    ("SNACK LE GRAND BLEU", "5610C", "Hôtels, cafés, restaurants - 1979"),
    ("LOISIRS NAUTIQUES DU LAC", "9329Z", "Espaces de loisirs - 1790"),
)
TINT = (232, 238, 246)


def season(random: Random, face: Face) -> Drawn:
    """Half of them begin or end within the month."""
    frame = frame_of(random, *random.choice(FIRMS), (0, 1, 4))
    if random.random() < 0.5:
        begin = frame.start + dt.timedelta(days=random.randint(1, 12))
        frame = replace(frame, start=begin)
    weeks = Decimal((frame.end - frame.start).days + 1) / 7
    hours = (weeks * random.choice((20, 30, 35))).quantize(Decimal("1"))
    base = worked("Salaire de base", hours, Decimal(random.randint(1188, 1310)) / 100)
    gains = (base, Gain("Indemnité de congés payés 10 %", cents(base.amount / 10)))
    month = month_of(
        frame,
        job=random.choice(("Saisonnier polyvalent", "Serveuse", "Agent d'accueil", "Plagiste")),
        hours=hours.quantize(Decimal("0.01")),
        gains=gains,
        levies=levied(BRIEF, summed(one.amount for one in gains)),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _title(sheet: Sheet, y: float, text: str) -> None:
    sheet.box(15, y, 180, 6, fill=TINT, edge=False)
    put(sheet, 17, y + 1.5, text, 9, 170, True)


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 15, 12, "Titre emploi service entreprise", 11, 100, True)
    put(sheet, 110, 12, "Bulletin de paie", 15, 85, True, "R")
    period = f"Période d'emploi : du {day(month.start)} au {day(month.end)}"
    put(sheet, 90, 20, period, 9.5, 105, False, "R")
    _title(sheet, 28, "L'employeur")
    theirs = (
        ("Raison sociale", employer.name),
        ("Adresse", f"{employer.street}, {employer.town}"),
        ("Siret", employer.siret),
        ("Code APE", employer.activity),
        ("Convention collective", employer.agreement),
    )
    facts(sheet, 17, 37, theirs, 44, 170, 9, 5)
    _title(sheet, 64, "Le salarié")
    own = (
        ("Nom et prénom", f"{person.last_name.upper()} {person.first_name}"),
        ("Adresse", f"{person.street}, {person.town}"),
        ("N° de sécurité sociale", person.nir),
        ("Emploi occupé", month.job),
        ("Nature du contrat", "CDD saisonnier, employé niveau I"),
        ("Nombre d'heures", french(month.hours)),
        ("Date de paiement", day(month.pay_date)),
    )
    facts(sheet, 17, 73, own, 44, 170, 9, 5)
    _title(sheet, 111, "La rémunération")
    cols = (
        Col("label", "", 15, 89, "L"),
        Col("base", "Base", 89, 115),
        Col("rate", "Taux", 115, 135),
        Col("hold", "Part salarié", 135, 157),
        Col("firm_rate", "Taux", 157, 172),
        Col("firm", "Part employeur", 172, 195),
    )
    gains = [
        Row({("hold" if key == "pay" else key): text for key, text in row.cells.items()})
        for row in of_gains(month.gains)
    ]
    rows = [
        *gains,
        Row({"label": "Salaire brut", "hold": french(month.gross)}, True),
        *of_levies(month.levies, places=2),
    ]
    rows.append(Row({"label": "Total des cotisations", "hold": french(month.own), "firm": french(month.firm)}, True))
    y = table(sheet, 119, cols, rows, 8.8, 5.6, "rows", None) + 5
    _title(sheet, y, "À payer")
    nets = [("Net à payer avant impôt sur le revenu", french(month.before_tax))]
    if month.says_net_social:
        nets.insert(0, ("Montant net social", french(month.net_social)))
    nets.append(("Net imposable", french(month.taxable)))
    nets.append((f"Impôt prélevé à la source ({rate(month.tax_rate)} %)", french(month.tax)))
    y += 9
    for label, value in nets:
        put(sheet, 17, y, label, 9, 100)
        put(sheet, 150, y, f"{value} €", 9, 45, False, "R")
        y += 5.4
    sheet.box(15, y + 1, 180, 10, fill=TINT)
    put(sheet, 18, y + 4, "Net à payer", 11.5, 100, True)
    put(sheet, 140, y + 3.8, f"{french(month.net_paid)} €", 12.5, 52, True, "R")
    put(sheet, 15, y + 17, f"Total versé par l'employeur : {french(month.cost)} €", 8.5, 180)
    put(sheet, 15, y + 22, "Conservez ce bulletin sans limitation de durée. www.letese.urssaf.fr", 8.5, 180)
    return sheet
