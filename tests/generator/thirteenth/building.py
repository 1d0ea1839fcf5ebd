"""A building firm's slip: rubrics by number, gains and deductions apart, the leave left to its fund."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, counted, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.thirteenth.folk import firm_name, frame_at
from tests.generator.thirteenth.schemes import SITES


def building(random: Random, face: Face) -> Drawn:
    """Journeys and meals of the sites are added after the contributions; overtime in most months."""
    firm = firm_name(
        random,
        ("ENTREPRISE", "SARL MAÇONNERIE", "CHARPENTES", "SAS BÂTI", "TRAVAUX PUBLICS"),
        ("FERRAND PÈRE ET FILS", "GONCALVES", "DU BOCAGE", "MAILLARD", "DE LA LOIRE"),
    )
    frame = frame_at(random, firm, random.choice(("4399C", "4120A", "4391A")), "Bâtiment ouvriers jusqu'à 10 sal. 1596")
    price = Decimal(random.randint(1215, 1790)) / 100
    gains = [worked("Salaire de base", FULL, price)]
    over = Decimal(random.choice(("0", "8.00", "17.33")))
    if over:
        gains.append(worked("Heures suppl. 125 %", over, cents(price * Decimal("1.25"))))
    if random.random() < 0.3:
        gains.append(worked("Heures intempéries", Decimal("-7.00"), price))
    days = Decimal(random.randint(12, 22))
    after = (
        worked("Indemnité repas (panier)", days, Decimal("11.20")),
        worked("Indemnité trajet zone 2", days, Decimal("3.05")),
        worked("Indemnité transport zone 2", days, Decimal("4.85")),
    )
    month = month_of(
        frame,
        job=random.choice(("Maçon", "Couvreur", "Manoeuvre", "Plaquiste", "Conducteur d'engins")),
        hours=FULL + over,
        gains=tuple(gains),
        levies=levied(SITES, summed(one.amount for one in gains), Decimal("31.75"), "PRO BTP Frais médicaux"),
        after=after[: random.choice((1, 2, 3))],
        late=(Gain("Acompte du 15", Decimal(-300)),) if random.random() < 0.3 else (),
        other_hours=(FULL,) if over else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    sheet.box(8, 8, 92, 32)
    texts = (employer.street, employer.town, f"Siret : {employer.siret}     Code Naf : {employer.activity}")
    put(sheet, 10, 10, employer.name, 11, 88, True)
    lines(sheet, 10, 16, (*texts, "Urssaf : 247 0000018845", "Caisse CIBTP : 0412-88731"), 8, 88, 4.4)
    put(sheet, 104, 9, "BULLETIN DE PAIE", 15, 98, True, "C")
    head = (("Période du", day(month.start)), ("au", day(month.end)), ("Paiement le", day(month.pay_date)))
    for place, (label, value) in enumerate(head):
        cell(sheet, 104 + 32.7 * place, 18, 32.7, label, value, 8.5)
    birth = (f"née {month.birth}",) if month.birth else ()
    own = (f"{person.title} {person.last_name.upper()} {person.first_name}", *birth, person.street, person.town)
    lines(sheet, 114, 36, own, 10, 86, 5)
    heads = (
        ("Matricule", f"{month.number:05d}", 22),
        ("N° Sécurité sociale", f"{person.nir[:13]} {person.nir[13:]}", 40),
        ("Emploi", month.job, 44),
        ("Qualification", "N2 P1 coef. 185", 36),
        ("Entrée", "06/04/2020", 24),
        ("Taux horaire", french(month.gains[0].price or Decimal(0)), 28),
    )
    x = 8.0
    for label, value, width in heads:
        cell(sheet, x, 62, width, label, value, 8)
        x += width
    put(sheet, 8, 74, f"Convention collective : {employer.agreement}", 7.5, 190)
    cols = (
        Col("code", "N°", 8, 18, "L"),
        Col("label", "Désignation", 18, 72, "L"),
        Col("count", "Nombre", 72, 88),
        Col("base", "Base", 88, 106),
        Col("rate", "Taux sal.", 106, 121),
        Col("gain", "Gain", 121, 140),
        Col("loss", "Retenue", 140, 158),
        Col("firm_rate", "Taux pat.", 158, 174),
        Col("firm", "Retenue pat.", 174, 202),
    )
    y = table(sheet, 79, cols, _rows(month), 7.4, 4.3, "columns frame", (238, 238, 238), foot=226) + 3
    boxes = (
        ("Heures payées", french(month.hours)),
        ("Net imposable", french(month.taxable)),
        ("Charges patronales", french(month.firm)),
        ("Total versé employeur", french(month.cost)),
    )
    for place, (label, value) in enumerate(boxes):
        cell(sheet, 8 + 33 * place, y, 33, label, value, 9)
        cell(sheet, 8 + 33 * place, y + 10, 33, "Cumul annuel", french(month.year(_number(value))), 8.5)
    sheet.box(144, y, 58, 20, fill=(228, 228, 228))
    put(sheet, 146, y + 2, "NET A PAYER", 11, 54, True, "C")
    put(sheet, 146, y + 10, f"{french(month.net_paid)} €", 15, 54, True, "C")
    put(
        sheet,
        8,
        y + 23,
        "Congés payés : certificat à présenter à la caisse CIBTP. Pas de provision au bulletin.",
        8,
        134,
    )
    put(sheet, 8, 286, "Pour faire valoir vos droits, conservez ce bulletin sans limitation de durée.", 6.5, 190)
    return sheet


def _number(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


def _rows(month: Month) -> list[Row]:
    rows = []
    for place, one in enumerate(month.gains):
        key = "gain" if one.amount > 0 else "loss"
        cells = counted(one, french)
        said = {"count": cells.get("base", ""), "base": cells.get("rate", ""), key: french(abs(one.amount))}
        rows.append(Row({"code": str(100 + 10 * place), "label": one.label} | said))
    rows.append(Row({"label": "TOTAL BRUT", "gain": french(month.gross)}, True))
    for place, levy in enumerate(month.levies):
        cells = {"code": str(400 + 15 * place), "label": levy.label, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate, 3), "loss": french(levy.own)} if levy.own else {}
        cells |= {"firm_rate": rated(levy.firm_rate, 3), "firm": french(levy.firm)} if levy.firm else {}
        rows.append(Row(cells))
    rows.append(Row({"label": "TOTAL DES RETENUES", "loss": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": french(month.net_social)}, True))
    for place, one in enumerate(month.after):
        cells = counted(one, french)
        said = {"count": cells["base"], "base": cells["rate"], "gain": french(one.amount)}
        rows.append(Row({"code": str(700 + 5 * place), "label": one.label} | said))
    rows.append(Row({"label": "NET AVANT IMPOT SUR LE REVENU", "gain": french(month.before_tax)}, True))
    tax = {"code": "790", "label": "Impôt sur le revenu (PAS)", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": rated(month.tax_rate), "loss": french(month.tax)}))
    return rows + [Row({"code": "810", "label": one.label, "loss": french(-one.amount)}) for one in month.late]
