"""The form an association's cheque gives: numbered frames, the collector's name on top, few contributions."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, facts, joined, put, rated, table
from tests.generator.eighth.month import Gain, Month, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import SHORT
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day

GREEN = (218, 234, 222)


def association(random: Random, face: Face) -> Drawn:
    """Hours of a few lessons or games, leave paid with them; costs of the road are given back after the tax."""
    firm = invented(
        random,
        ("ASSOCIATION", "AMICALE", "ÉCOLE DE MUSIQUE", "FOYER RURAL", "CLUB OMNISPORTS"),
        ("DE LA HAUTE-SEILLE", "LES TROIS CLOCHERS", "DU CANTON DE BRÉHAL", "L'ESCAPADE"),
    )
    frame = draw_frame(random, firm, "9499Z", "ECLAT (ex-animation) - IDCC 1518")
    frame = replace(frame, tax_rate=random.choice((Decimal(0), Decimal("1.10"), Decimal("2.60"))))
    price = Decimal(random.randint(1240, 2380)) / 100
    hours = Decimal(random.randint(16, 150)) / 2
    salary = worked("Salaire pour heures effectuées", hours, price)
    gains = (salary, Gain("Congés payés (10 %)", cents(salary.amount / 10)))
    late = Gain("Indemnités kilométriques", Decimal(random.randint(1100, 8800)) / 100)
    month = month_of(
        frame,
        job=random.choice(("Professeur de piano", "Éducateur sportif", "Animatrice périscolaire", "Secrétaire")),
        hours=cents(hours),
        gains=gains,
        levies=levied(SHORT, summed(one.amount for one in gains)),
        late=(late,) if random.random() < 0.5 else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _title(sheet: Sheet, x: float, y: float, width: float, text: str) -> None:
    sheet.box(x, y, width, 6, fill=GREEN)
    put(sheet, x + 1, y + 1.4, text, 8.5, width - 2, True)


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 15, 9, "Chèque emploi associatif", 14, 100, True)
    put(
        sheet,
        15,
        16,
        "Urssaf - Centre national - TSA 20301 - document établi pour le compte de l'association",
        7.5,
        120,
    )
    put(sheet, 135, 9, "Bulletin de paie", 13, 60, True, "R")
    put(sheet, 135, 15.5, f"n° {month.number:08d}", 8, 60, align="R")
    birth = f" (nom de naissance : {month.birth})" if month.birth else ""
    _title(sheet, 15, 24, 88, "1 - L'association employeur")
    items = [
        ("Dénomination", employer.name),
        ("Adresse", employer.street),
        ("", employer.town),
        ("N° Siret", employer.siret),
        ("Code APE", employer.activity),
        ("Convention", employer.agreement),
    ]
    facts(sheet, 16, 32, items, 24, 86, 8, 4.8)
    _title(sheet, 107, 24, 88, "2 - Le salarié")
    items = [
        ("Identité", f"{person.title} {person.last_name} {person.first_name}{birth}"),
        ("Adresse", person.street),
        ("", person.town),
        ("N° SS", person.nir),
        ("Emploi occupé", month.job),
        ("Contrat", "CDI intermittent"),
    ]
    facts(sheet, 108, 32, items, 24, 86, 8, 4.8)
    sheet.box(15, 30, 88, 32)
    sheet.box(107, 30, 88, 32)
    _title(sheet, 15, 66, 180, "3 - Période d'emploi et salaire")
    items = [
        ("Salaire de la période du", f"{day(month.start)}   au   {day(month.end)}"),
        ("Salaire versé le", day(month.pay_date)),
        ("Nombre d'heures effectuées", joined(month.hours)),
    ]
    items += [
        (
            one.label if one.count is None else "Salaire horaire brut",
            f"{joined(one.price if one.price is not None else one.amount)} €",
        )
        for one in month.gains
    ]
    items.append(("Salaire brut total", f"{joined(month.gross)} €"))
    facts(sheet, 16, 74, items, 70, 150, 8.5, 5)
    sheet.box(15, 72, 180, 33)
    _title(sheet, 15, 109, 180, "4 - Cotisations et contributions sociales")
    cols = (
        Col("label", "Nature", 15, 85, "L"),
        Col("base", "Assiette", 85, 110),
        Col("rate", "Taux sal.", 110, 130),
        Col("own", "Part salariale", 130, 152),
        Col("firm_rate", "Taux pat.", 152, 172),
        Col("firm", "Part patron.", 172, 195),
    )
    rows = []
    for one in month.levies:
        cells = {"label": one.label, "base": joined(one.base)}
        cells |= {"rate": f"{rated(one.own_rate)} %", "own": joined(one.own)} if one.own else {}
        rows.append(
            Row(cells | ({"firm_rate": f"{rated(one.firm_rate)} %", "firm": joined(one.firm)} if one.firm else {}))
        )
    rows.append(Row({"label": "Total", "own": joined(month.own), "firm": joined(month.firm)}, True))
    y = table(sheet, 115, cols, rows, 8.2, 5.6, "columns rows frame", None) + 4
    _title(sheet, 15, y, 180, "5 - Du salaire net au montant payé")
    items = [("Montant net social", f"{joined(month.net_social)} €")] if month.says_net_social else []
    items += [
        ("Salaire net avant impôt", f"{joined(month.before_tax)} €"),
        ("Salaire net imposable", f"{joined(month.taxable)} €"),
    ]
    items.append((f"Retenue à la source ({rated(month.tax_rate)} %)", f"- {joined(month.tax)} €"))
    items += [(one.label, f"+ {joined(one.amount)} €") for one in month.late]
    items.append(("Montant à régler au salarié", f"{joined(month.net_paid)} €"))
    under = facts(sheet, 16, y + 8, items, 120, 176, 9, 5.6, "R")
    sheet.box(15, y + 6, 180, under - y - 5)
    _title(sheet, 15, under + 5, 180, "6 - Cumul depuis le 1er janvier")
    items = [
        ("Imposable", f"{joined(month.year(month.taxable))} €"),
        ("Retenue à la source", f"{joined(month.year(month.tax))} €"),
        ("Total payé par l'association ce mois", f"{joined(month.cost)} €"),
    ]
    facts(sheet, 16, under + 13, items, 120, 176, 8.5, 5, "R")
    return sheet
