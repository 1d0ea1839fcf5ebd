"""A haulier that counts many hours."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, cell, counted, facts, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import ROAD
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, french


def driver(random: Random, face: Face) -> Drawn:
    """Hours of five kinds counted above the pay, days with full stops, costs of the road given back after the tax."""
    firm = invented(
        random,
        ("SARL TRANSPORTS", "MESSAGERIE", "AUTOCARS", "FRIGO-LOGISTIQUE"),
        ("JOURDAIN", "DU LOT", "PERRET-VIAL", "OUEST-ATLAN"),
    )
    frame = draw_frame(random, firm, "4941B", "CCN 3085 - TRANSPORTS ROUTIERS")
    price = Decimal(random.randint(1190, 1420)) / 100
    over = Decimal(random.choice(("12.00", "17.33", "21.50", "34.33")))
    hours = FULL + over
    gains = [
        worked("Heures de base", FULL, price),
        worked("Heures d'équivalence à 125 %", over, cents(price * Decimal("1.25"))),
        worked("Majoration heures de nuit 20 %", Decimal(random.randint(300, 2900)) / 100, cents(price / 5)),
    ]
    if random.random() < 0.5:
        gains.append(Gain("Prime conduite économique", Decimal(random.randint(30, 90))))
    road = worked("Frais de route : repas", Decimal(random.randint(9, 20)), Decimal("15.96"))
    snack = worked("Frais de route : casse-croûte", Decimal(random.randint(2, 9)), Decimal("8.64"))
    levies = levied(ROAD, summed(one.amount for one in gains), Decimal("21.40"), "Frais de santé obligatoire")
    month = month_of(
        frame,
        job="CONDUCTEUR PL GR. 6 COEFF. 138M",
        hours=hours,
        gains=tuple(gains),
        levies=levies,
        after=(Gain("Saisie sur salaire", Decimal("-80.00")),) if random.random() < 0.3 else (),
        late=(road, snack),
        other_hours=(FULL,),
    )
    sheet, person = Sheet(face), month.person
    put(sheet, 12, 9, firm, 13, 95, True)
    lines(
        sheet,
        12,
        15.5,
        (
            f"{month.employer.street} - {month.employer.town}",
            f"SIREN-NIC {month.employer.siret}  APE {month.employer.activity}",
            month.employer.agreement,
        ),
        8,
        95,
        4.3,
    )
    put(sheet, 112, 9, "BULLETIN DE SALAIRE", 12, 86, True)
    put(sheet, 112, 16, f"Du {month.start:%d.%m.%Y} au {month.end:%d.%m.%Y}", 9, 86)
    put(sheet, 112, 21, f"Payé le {month.pay_date:%d.%m.%Y} par virement", 9, 86)
    lines(sheet, 112, 36, (f"{person.last_name.upper()} {person.first_name}", person.street, person.town), 10, 86, 5.2)
    items = [
        ("Matricule", str(month.number)),
        ("N° S.S.", person.nir),
        ("Emploi", month.job),
        ("Ancienneté", "17.06.2015"),
    ]
    facts(sheet, 12, 35, items, 24, 92, 8, 4.5)
    driving, other = cents(hours * Decimal("0.71")), cents(hours * Decimal("0.2"))
    night = next(one.count for one in gains if "nuit" in one.label)
    assert night is not None
    kinds = (
        ("CONDUITE", driving),
        ("AUTRES TRAVAUX", other),
        ("MISE À DISPO.", hours - driving - other),
        ("TEMPS DE SERVICE", hours),
        ("DONT NUIT", night),
    )
    put(sheet, 12, 57.5, "Décompte des heures issu du chronotachygraphe", 7.5, 100, True)
    for place, (label, count) in enumerate(kinds):
        cell(sheet, 12 + 37.2 * place, 62, 37.2, label, french(count))
    rows = [Row({"label": one.label, "gain": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "TOTAL BRUT", "gain": french(month.gross)}, True))
    rows += [
        Row(
            {
                "label": one.label,
                "base": french(one.base),
                "rate": rated(one.own_rate, 3) if one.own else "",
                "loss": french(one.own) if one.own else "",
                "firm": french(one.firm) if one.firm else "",
            }
        )
        for one in month.levies
    ]
    rows.append(Row({"label": "TOTAL RETENUES", "loss": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "NET SOCIAL (RSA, prime d'activité)", "gain": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "loss": french(-one.amount)}) for one in month.after]
    rows.append(Row({"label": "NET AVANT IMPÔT", "gain": french(month.before_tax)}, True))
    tax = {"label": "Impôt à la source", "base": french(month.taxable), "rate": rated(month.tax_rate, 3)}
    rows.append(Row(tax | {"loss": french(month.tax)}))
    rows += [Row({"label": one.label, "gain": french(one.amount)} | counted(one, french)) for one in month.late]
    cols = (
        Col("label", "RUBRIQUE", 12, 84, "L"),
        Col("base", "NOMBRE/BASE", 84, 108),
        Col("rate", "TAUX", 108, 128),
        Col("gain", "GAINS", 128, 152),
        Col("loss", "RETENUES", 152, 174),
        Col("firm", "PATRONAL", 174, 198),
    )
    y = table(sheet, 77, cols, rows, 7.8, 4.7, "columns frame", None, foot=226)
    heads = ("BRUT CUMULÉ", "IMPOSABLE CUMULÉ", "IMPOSABLE MOIS", "COÛT GLOBAL", "NET À PAYER EN EUROS")
    values = (month.year(month.gross), month.year(month.taxable), month.taxable, month.cost, month.net_paid)
    for place, (label, value) in enumerate(zip(heads, values, strict=True)):
        cell(
            sheet, 12 + 35 * place, y + 3, 46 if place == 4 else 35, label, french(value), 11 if place == 4 else 8.5, 12
        )
    also = dict(month.also())
    also.pop("employee_name", None)
    return Drawn(sheet, "payslip", (month.truth(),), also)
