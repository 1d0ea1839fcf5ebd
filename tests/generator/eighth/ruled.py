"""A spreadsheet's slip of a tiny firm: every cell ruled, points in the amounts, the employer's stamp at the foot."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, bare, counted, lines, of_month, pointed, put, table
from tests.generator.eighth.month import FULL, Gain, Month, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import SHORT
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents


def ruled(random: Random, face: Face) -> Drawn:
    """Days without noughts; the employer's levies are one sum; what is paid stands in the last row."""
    firm = invented(
        random,
        ("EURL", "Ets", "Ferronnerie", "Toilettage", "Plomberie"),
        ("Sabatier", "Chez Plume", "Lanoë Père et Fille", "du Pont Cassé"),
    )
    frame = draw_frame(random, firm, random.choice(("2512Z", "9609Z", "4322A")), "")
    price = Decimal(random.randint(1198, 1620)) / 100
    hours = random.choice((FULL, Decimal("104.00"), Decimal("65.00"), Decimal("121.33")))
    gains = [worked("Salaire", hours, price)]
    more = Decimal(random.choice((0, 4, 6)))
    if more:
        gains.append(
            worked("Heures complémentaires" if hours < FULL else "Heures sup.", more, cents(price * Decimal("1.1")))
        )
    if random.random() < 0.4:
        gains.append(Gain("Prime exceptionnelle", Decimal(random.randint(5, 30) * 10)))
    month = month_of(
        frame,
        job=random.choice(("Ouvrier", "Aide-plombier", "Toiletteuse", "Vendeur")),
        hours=hours + more,
        gains=tuple(gains),
        levies=levied(SHORT, summed(one.amount for one in gains)),
        after=(Gain("Acompte remis en espèces", -Decimal(random.randint(1, 4) * 50)),) if random.random() < 0.4 else (),
        other_hours=(hours,) if more else (),
    )
    also = dict(month.also())
    also.pop("employee_name", None)
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), also)


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 22, 16, f"BULLETIN DE SALAIRE {of_month(month.name).upper()}", 13, 166, True, "C")
    top = (
        ("Salarié :", f"{person.first_name} {person.last_name}"),
        ("Adresse :", f"{person.street} {person.town}"),
        ("Sécurité sociale :", person.nir),
        ("Poste :", month.job),
        ("Période :", f"du {bare(month.start)} au {bare(month.end)}"),
        ("Heures payées :", pointed(month.hours)),
        ("Date du paiement :", bare(month.pay_date)),
    )
    cols = (Col("label", "", 22, 62, "L"), Col("value", "", 62, 188, "L"))
    y = table(
        sheet,
        26,
        cols,
        [Row({"label": label, "value": value}) for label, value in top],
        9.5,
        6,
        "rows columns frame",
        None,
    )
    rows = [
        Row({"label": one.label, "more": pointed(one.amount)} | counted(one, pointed, pointed)) for one in month.gains
    ]
    rows.append(Row({"label": "BRUT", "more": pointed(month.gross)}, True))
    for levy in month.levies:
        if levy.own:
            rows.append(
                Row(
                    {
                        "label": levy.label,
                        "base": pointed(levy.base),
                        "rate": f"{levy.own_rate.normalize():f}%",
                        "less": pointed(levy.own),
                    }
                )
            )
    rows.append(Row({"label": "Total des retenues", "less": pointed(month.own)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "Net social", "more": pointed(month.net_social)}))
    rows += [Row({"label": one.label, "less": pointed(-one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net avant impôt", "more": pointed(month.before_tax)}, True))
    rows.append(
        Row(
            {
                "label": "Impôt à la source",
                "base": pointed(month.taxable),
                "rate": f"{month.tax_rate}%",
                "less": pointed(month.tax),
            }
        )
    )
    rows.append(Row({"label": "NET", "more": pointed(month.net_paid)}, True, (225, 225, 225)))
    wide = (
        Col("label", "Désignation", 22, 92, "L"),
        Col("base", "Nb ou base", 92, 116),
        Col("rate", "Tarif ou %", 116, 138),
        Col("more", "À payer", 138, 163),
        Col("less", "À retenir", 163, 188),
    )
    y = table(sheet, y + 5, wide, rows, 9, 6, "rows columns frame")
    rest = (
        ("Net imposable", month.taxable),
        ("Net imposable cumulé", month.year(month.taxable)),
        ("Charges patronales", month.firm),
        ("Coût total", month.cost),
    )
    cols = (Col("label", "", 22, 92, "L"), Col("value", "", 92, 116))
    y = table(
        sheet,
        y + 5,
        cols,
        [Row({"label": label, "value": pointed(value)}) for label, value in rest],
        9,
        6,
        "rows columns frame",
        None,
    )
    sheet.box(118, y + 4, 70, 34)
    put(sheet, 120, y + 5, "Cachet de l'employeur", 7, 60)
    lines(
        sheet,
        120,
        y + 11,
        (employer.name, employer.street, employer.town, f"Siret {employer.siret}", f"Code APE {employer.activity}"),
        9,
        66,
        5,
    )
    return sheet
