"""A territory's agent: pay by index, capital wordings, no days of the period, a rate of presence."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, cell, joined, lines, put, rated, spoken, table
from tests.generator.eighth.month import FULL, Gain, Month, draw_frame, levied, month_of, summed
from tests.generator.eighth.schemes import TERRITORY
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents

_SHARES = (
    ("100,00 %", Decimal(1)),
    ("80,00 %", Decimal(6) / 7),
    ("90,00 %", Decimal(32) / 35),
    ("50,00 %", Decimal("0.5")),
)


def region(random: Random, face: Face) -> Drawn:
    """Codes at the left, what the body pays at the far right, the nets in a row of boxes at the foot."""
    firm = invented(
        random,
        ("CONSEIL RÉGIONAL DU", "DÉPARTEMENT DU", "COMMUNAUTÉ DE COMMUNES DU", "SYNDICAT MIXTE DU"),
        ("HAUT-BRÉVAL", "VAL D'ARCOMBE", "PAYS DE SOLANNE", "TERROIR DE MAZERE"),
    )
    frame = draw_frame(random, firm, "8411Z", "")
    frame = replace(frame, pay_date=frame.end.replace(day=random.randint(24, 27)))
    said, share = random.choice(_SHARES)
    index = random.randint(366, 502)
    salary = cents(Decimal(index) * Decimal("4.9228") * share)
    gains = [
        Gain(f"TRAITEMENT INDICIAIRE IM {index}", salary),
        Gain("INDEMNITE DE RESIDENCE 1 %", cents(salary / 100)),
        Gain("I.F.S.E.", Decimal(random.randint(9000, 32000)) / 100),
        Gain("TRANSFERT PRIMES/POINTS", Decimal("-13.92")),
    ]
    if random.random() < 0.5:
        gains.insert(2, Gain("SUPPLEMENT FAMILIAL 2 ENF.", Decimal("73.79")))
    after = [Gain("TITRES RESTAURANT", -Decimal(random.randint(10, 19) * 3))]
    if random.random() < 0.5:
        after.append(Gain("PARTICIP. TRAJET DOMICILE", Decimal(random.randint(1500, 4800)) / 100))
    month = month_of(
        frame,
        job=random.choice(("ADJOINT TECHNIQUE PPAL 2CL", "ATSEM PPAL 1CL", "REDACTEUR", "AGENT DE MAITRISE")),
        hours=cents(FULL * share),
        gains=tuple(gains),
        levies=levied(TERRITORY, summed(one.amount for one in gains)),
        after=tuple(after),
    )
    hidden = ("period_start", "period_end")
    return Drawn(_sheet(month, said, face), "payslip", (month.truth(*hidden),), month.also())


def _sheet(month: Month, share: str, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 60, 8, "BULLETIN DE PAYE", 14, 90, True, "C")
    put(sheet, 60, 15, f"PAYE DU MOIS DE : {month.name.upper()}", 10, 90, False, "C")
    put(sheet, 10, 24, "COLLECTIVITÉ", 7, 60, True)
    lines(
        sheet,
        10,
        28,
        (
            employer.name,
            "Direction des ressources humaines",
            employer.street,
            employer.town,
            f"N° SIRET : {employer.siret}",
        ),
        8.5,
        90,
        4.5,
    )
    put(sheet, 108, 24, "AGENT", 7, 60, True)
    birth = (f"NÉE {month.birth.upper()}",) if month.birth else ()
    title = "MADAME" if person.title == "Mme" else "MONSIEUR"
    lines(
        sheet,
        108,
        28,
        (f"{title} {person.last_name.upper()} {person.first_name.upper()}", *birth, person.street.upper(), person.town),
        10,
        92,
        5,
    )
    heads = (
        ("MATRICULE", f"{month.number:06d}"),
        ("N° SÉCURITÉ SOCIALE", f"{person.nir[:13]} {person.nir[13:]}"),
        ("GRADE", month.job),
        ("QUOTITÉ", share),
        ("HEURES", joined(month.hours)),
        ("RÈGLEMENT", spoken(month.pay_date)),
    )
    x = 10.0
    for (label, value), width in zip(heads, (20, 38, 52, 20, 22, 38), strict=True):
        cell(sheet, x, 54, width, label, value, 8)
        x += width
    rows = [
        Row(
            {
                "code": f"{1010 + place * 7}",
                "label": one.label,
                "gain": joined(one.amount) if one.amount > 0 else "",
                "loss": joined(-one.amount) if one.amount < 0 else "",
            }
        )
        for place, one in enumerate(month.gains)
    ]
    rows.append(Row({"label": "TOTAL REMUNERATION BRUTE", "gain": joined(month.gross)}, True))
    for place, levy in enumerate(month.levies):
        cells = {"code": f"{3000 + place * 11}", "label": levy.label, "base": joined(levy.base)}
        cells |= {"rate": rated(levy.own_rate), "loss": joined(levy.own)} if levy.own else {}
        cells |= {"firm_rate": rated(levy.firm_rate), "firm": joined(levy.firm)} if levy.firm else {}
        rows.append(Row(cells))
    rows.append(
        Row({"label": "TOTAL DES RETENUES OBLIGATOIRES", "loss": joined(month.own), "firm": joined(month.firm)}, True)
    )
    if month.says_net_social:
        rows.append(Row({"code": "7100", "label": "MONTANT NET SOCIAL", "gain": joined(month.net_social)}))
    for place, one in enumerate(month.after):
        key = "gain" if one.amount > 0 else "loss"
        rows.append(Row({"code": f"{8100 + place}", "label": one.label, key: joined(abs(one.amount))}))
    cols = (
        Col("code", "Code", 10, 22, "L"),
        Col("label", "Éléments", 22, 84, "L"),
        Col("base", "Base", 84, 104),
        Col("rate", "Taux", 104, 118),
        Col("gain", "À payer", 118, 138),
        Col("loss", "À retenir", 138, 158),
        Col("firm_rate", "Taux coll.", 158, 176),
        Col("firm", "Part coll.", 176, 200),
    )
    y = table(sheet, 68, cols, rows, 7.8, 4.9, "columns frame", (222, 230, 240), foot=212) + 3
    boxes = (
        ("NET FISCAL DU MOIS", joined(month.taxable)),
        ("NET FISCAL DE L'ANNÉE", joined(month.year(month.taxable))),
        ("NET AVANT PRÉLÈVEMENT", joined(month.before_tax)),
        (f"IMPÔT À LA SOURCE {rated(month.tax_rate)} %", f"-{joined(month.tax)}"),
        ("NET À VERSER", f"{joined(month.net_paid)} EUR"),
    )
    for place, (label, value) in enumerate(boxes):
        cell(
            sheet,
            10 + 38 * place,
            y,
            38,
            label,
            value,
            9.5 if place < 4 else 11,
            12,
            (222, 230, 240) if place == 4 else None,
        )
    put(
        sheet,
        10,
        y + 16,
        f"COÛT POUR LA COLLECTIVITÉ : {joined(month.cost)}     BRUT ANNUEL : {joined(month.year(month.gross))}",
        7.5,
        190,
    )
    return sheet
