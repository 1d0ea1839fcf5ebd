"""The State's slip: codes of six digits, sums to pay, to deduct and for information, no days and no gross."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, joined, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day
from tests.generator.thirteenth.folk import firm_name, frame_at
from tests.generator.thirteenth.schemes import STATE

_CODES = ("101000", "102000", "104000", "200205", "201883")


def ministry(random: Random, face: Face) -> Drawn:
    """Pay by index with residence and duties; the tax is a line among the deductions."""
    firm = firm_name(
        random,
        ("RECTORAT DE L'ACADEMIE", "PREFECTURE", "DIRECTION INTERREGIONALE", "TRIBUNAL JUDICIAIRE"),
        ("DE VALMONT", "DU HAUT-PLATEAU", "DE L'ARDELLE", "DE MONTFERRAN"),
    )
    frame = frame_at(random, firm)
    frame = replace(frame, pay_date=frame.end.replace(day=random.randint(25, 28)))
    index = random.randint(366, 560)
    salary = cents(Decimal(index) * Decimal("4.92278"))
    gains = [Gain("TRAITEMENT BRUT", salary)]
    if random.random() < 0.6:
        gains.append(Gain("INDEMNITE DE RESIDENCE", cents(salary / 100)))
    if random.random() < 0.4:
        gains.append(Gain("SUPPLEMENT FAMILIAL", Decimal("73.79")))
    gains.append(
        Gain(
            random.choice(("I.F.S.E.", "ISOE PART FIXE", "IND SUJETIONS")), Decimal(random.randint(15000, 42000)) / 100
        )
    )
    month = month_of(
        frame,
        job=random.choice(("ADJ ADM PRINCIPAL 2CL", "PROF CERTIFIE CL N", "SECR ADM CL NORMALE", "SURVEILLANT")),
        hours=Decimal(0),
        gains=tuple(gains),
        levies=levied(STATE, summed(one.amount for one in gains)),
        after=(Gain("REMBT DOMICILE TRAVAIL", Decimal(random.randint(1500, 4300)) / 100),)
        if random.random() < 0.4
        else (),
    )
    hidden = ("period_start", "period_end", "hours", "gross")
    return Drawn(_sheet(month, index, face), "payslip", (month.truth(*hidden),), month.also())


def _sheet(month: Month, index: int, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 10, 8, "BULLETIN DE PAYE", 13, 60, True)
    put(sheet, 80, 8, f"MOIS DE {month.name.upper()}", 11, 60, True, "C")
    put(sheet, 150, 9, "TEMPS COMPLET", 8, 50, False, "R")
    texts = ("AFFECTATION", employer.name, f"{employer.street.upper()} {employer.town}", f"SIRET {employer.siret}")
    lines(sheet, 10, 17, texts, 8, 94, 4.3)
    sheet.box(108, 16, 92, 28)
    title = "MME" if person.title == "Mme" else "M."
    birth = (f"NEE {month.birth.upper()}",) if month.birth else ()
    own = (
        f"{title} {person.last_name.upper()} {person.first_name.upper()}",
        *birth,
        person.street.upper(),
        person.town,
    )
    lines(sheet, 112, 20, own, 10, 86, 5.2)
    heads = (
        ("MIN", "206", 12),
        ("IDENTIFIANT / CLE", f"{person.nir[:13]} {person.nir[13:]}", 44),
        ("GRADE", month.job, 54),
        ("ENF. A CH.", str(month.number % 4), 16),
        ("ECHELON", f"{month.number % 11 + 1:02d}", 18),
        ("INDICE", f"{index:04d}", 22),
        ("TPS PARTIEL", "100 %", 24),
    )
    x = 10.0
    for label, value, width in heads:
        cell(sheet, x, 48, width, label, value, 8, 10)
        x += width
    cols = (
        Col("code", "CODE", 10, 26, "L"),
        Col("label", "ELEMENTS", 26, 100, "L"),
        Col("pay", "A PAYER", 100, 132),
        Col("less", "A DEDUIRE", 132, 164),
        Col("info", "POUR INFORMATION", 164, 200),
    )
    y = table(sheet, 62, cols, _rows(month), 8.2, 5.0, "columns frame", None, foot=208)
    paid = summed(one.amount for one in (*month.gains, *month.after))
    totals = {"label": "TOTAUX DU MOIS", "pay": joined(paid), "less": joined(month.own + month.tax)}
    y = table(
        sheet,
        y,
        tuple(replace(col, head="") for col in cols),
        (Row(totals | {"info": joined(month.firm)}, True),),
        8.2,
        6,
        "columns frame",
    )
    sheet.box(108, y + 4, 92, 11)
    put(sheet, 111, y + 7, "NET A PAYER", 11, 40, True)
    put(sheet, 150, y + 6.8, f"{joined(month.net_paid)} EUR", 12, 48, True, "R")
    boxes = (
        ("COUT TOTAL EMPLOYEUR", joined(month.cost)),
        ("MONTANT IMPOSABLE DE L'ANNEE", joined(month.year(month.taxable))),
        ("MONTANT IMPOSABLE DU MOIS", joined(month.taxable)),
    )
    for place, (label, value) in enumerate(boxes):
        cell(sheet, 10 + 42 * place, y + 19, 42, label, value, 9, 11)
    put(sheet, 10, y + 6, f"MIS EN PAIEMENT LE {day(month.pay_date)}", 8.5, 90)
    put(sheet, 140, y + 22, "VIREMENT SUR VOTRE COMPTE BANCAIRE", 7, 60, False, "R")
    put(
        sheet,
        10,
        284,
        "DANS VOTRE INTERET, CONSERVEZ CE BULLETIN DE PAYE SANS LIMITATION DE DUREE",
        6.5,
        190,
        False,
        "C",
    )
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = [
        Row({"code": code, "label": one.label, "pay": joined(one.amount)})
        for code, one in zip(_CODES, month.gains, strict=False)
    ]
    rows += [Row({"code": "202203", "label": one.label, "pay": joined(one.amount)}) for one in month.after]
    for levy in month.levies:
        cells = {"code": levy.group, "label": levy.label}
        cells |= {"less": joined(levy.own)} if levy.own else {}
        rows.append(Row(cells | ({"info": joined(levy.firm)} if levy.firm else {})))
    if month.says_net_social:
        rows.append(Row({"code": "558000", "label": "MONTANT NET SOCIAL", "info": joined(month.net_social)}))
    before = {"code": "558100", "label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "info": joined(month.before_tax)}
    tax = {
        "code": "558200",
        "label": f"IMPOT A LA SOURCE (PAS) TAUX {rated(month.tax_rate)} %",
        "less": joined(month.tax),
    }
    return [*rows, Row(before), Row(tax)]
