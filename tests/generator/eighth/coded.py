"""A group's slip by its own codes: full stops in thousands, the minus behind, periods from the 26th to the 25th."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, cell, counted, dotted, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import CODED
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day


def coded(random: Random, face: Face) -> Drawn:
    """The nets are lines with codes in the table; sums of month and year one above the other at the foot."""
    firm = invented(
        random,
        ("SOMEVIA", "CARTOLAB", "OXANDRE", "TECNIFAB"),
        ("EMBALLAGES SAS", "FRANCE SA", "COMPOSANTS", "SÉCURITÉ SASU"),
    )
    frame = draw_frame(random, firm, "2221Z", "PLASTURGIE IDCC 0292")
    if random.random() < 0.6:
        start = (frame.start - dt.timedelta(days=1)).replace(day=26)
        frame = replace(frame, start=start, end=frame.end.replace(day=25))
    by_days = random.random() < 0.3
    price = Decimal(random.randint(1290, 2150)) / 100
    gains = (
        [Gain("SALAIRE FORFAIT 218 JOURS", cents(FULL * price))]
        if by_days
        else [worked("SALAIRE MENSUEL", FULL, price)]
    )
    away = Decimal("7.00") if not by_days and random.random() < 0.5 else Decimal(0)
    if away:
        gains.append(worked("ABSENCE AUTORISEE NON PAYEE", -away, price))
    gains.append(Gain("PRIME D'ANCIENNETE", cents(FULL * price * random.randint(3, 12) / 100)))
    gains.append(Gain("PRIME DE POSTE", Decimal(random.randint(3000, 9900)) / 100))
    after = (Gain("ACOMPTE EN COURS DE MOIS", Decimal(-150)),) if random.random() < 0.4 else ()
    month = month_of(
        frame,
        job="TECHNICIEN METHODES" if by_days else random.choice(("OPERATEUR", "REGLEUR", "MAGASINIER")),
        hours=FULL - away,
        gains=tuple(gains),
        levies=levied(CODED, summed(one.amount for one in gains), Decimal("31.20"), "FRAIS DE SANTE"),
        after=after,
        late=(Gain("REMB. NOTE DE FRAIS", Decimal(random.randint(1200, 19900)) / 100),)
        if random.random() < 0.5
        else (),
        other_hours=(FULL,) if away else (),
    )
    also = dict(month.also())
    also.pop("employee_name", None)
    return Drawn(_sheet(month, by_days, face), "payslip", (month.truth(*(("hours",) if by_days else ())),), also)


def _own(value: Decimal) -> str:
    return f"{dotted(-value)}-" if value < 0 else dotted(value)


def _sheet(month: Month, by_days: bool, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    heads = (
        ("MATRICULE", f"{month.number:08d}"),
        ("PÉRIODE DE PAIE", f"{day(month.start)} {day(month.end)}"),
        ("DATE DE VIREMENT", day(month.pay_date)),
        ("SIRET", employer.siret),
        ("APE", employer.activity),
    )
    x = 8.0
    for (label, value), width in zip(heads, (30, 62, 36, 44, 22), strict=True):
        cell(sheet, x, 8, width, label, value, 8.5, 10)
        x += width
    put(sheet, 8, 21, "BULLETIN DE PAIE", 11, 60, True)
    put(sheet, 8, 27, month.name.upper(), 9, 60)
    lines(
        sheet,
        8,
        34,
        (
            f"N° INSEE {person.nir}",
            f"EMPLOI {month.job}",
            f"CONVENTION {employer.agreement}",
            "COEFF. 730   ENTREE 04/09/2017",
        ),
        7.5,
        88,
        4.2,
    )
    lines(sheet, 104, 22, (employer.name, f"{employer.street} {employer.town}"), 8.5, 98, 4.6)
    lines(
        sheet,
        104,
        37,
        (
            f"{person.title.upper()} {person.first_name.upper()} {person.last_name.upper()}",
            person.street.upper(),
            person.town,
        ),
        9.5,
        96,
        5,
    )
    rows, code = [], 1000
    for one in month.gains:
        code += 15
        cells = {"code": str(code), "label": one.label, "own": _own(one.amount)}
        rows.append(Row(cells | counted(one, _own)))
    rows.append(Row({"code": "1999", "label": "BRUT", "own": dotted(month.gross)}, True))
    code = 4000
    for levy in month.levies:
        code += 35
        cells = {"code": str(code), "label": levy.label, "base": dotted(levy.base)}
        cells |= {"rate": rated(levy.own_rate, 3), "own": _own(-levy.own)} if levy.own else {}
        rows.append(
            Row(cells | ({"firm_rate": rated(levy.firm_rate, 3), "firm": dotted(levy.firm)} if levy.firm else {}))
        )
    rows.append(
        Row({"code": "5990", "label": "TOTAL COTISATIONS", "own": _own(-month.own), "firm": dotted(month.firm)}, True)
    )
    if month.says_net_social:
        rows.append(Row({"code": "6000", "label": "MONTANT NET SOCIAL", "own": dotted(month.net_social)}))
    rows += [Row({"code": "6105", "label": one.label, "own": _own(one.amount)}) for one in month.after]
    rows.append(Row({"code": "6500", "label": "NET AVANT I.R.", "own": dotted(month.before_tax)}, True))
    rows.append(
        Row(
            {
                "code": "6510",
                "label": "IMPOT SUR LE REVENU",
                "base": dotted(month.taxable),
                "rate": rated(month.tax_rate, 3),
                "own": _own(-month.tax),
            }
        )
    )
    rows += [Row({"code": "6720", "label": one.label, "own": _own(one.amount)}) for one in month.late]
    rows.append(Row({"code": "7000", "label": "NET VIRÉ", "own": dotted(month.net_paid)}, True))
    cols = (
        Col("code", "CODE", 8, 22, "L"),
        Col("label", "LIBELLÉ", 22, 84, "L"),
        Col("base", "NOMBRE/BASE", 84, 110),
        Col("rate", "TAUX", 110, 128),
        Col("own", "MONTANT", 128, 154),
        Col("firm_rate", "TAUX PAT.", 154, 174),
        Col("firm", "PATRONAL", 174, 202),
    )
    y = table(sheet, 56, cols, rows, 7.6, 4.5, "frame", None, foot=222) + 2
    worked_hours = "218 J" if by_days else dotted(month.hours)
    heads2 = (
        Col("when", "", 8, 28, "L"),
        Col("hours", "HEURES", 28, 52),
        Col("gross", "BRUT", 52, 82),
        Col("net", "NET IMPOSABLE", 82, 118),
        Col("tax", "IMPÔT", 118, 144),
        Col("firm", "CH. PATRONALES", 144, 174),
        Col("cost", "VERSÉ EMPLOYEUR", 174, 202),
    )
    amounts = {"gross": month.gross, "net": month.taxable, "tax": month.tax, "firm": month.firm, "cost": month.cost}
    now = {"when": "MOIS", "hours": worked_hours} | {key: dotted(value) for key, value in amounts.items()}
    year = {"when": "ANNÉE"} | {key: dotted(month.year(value)) for key, value in amounts.items()}
    table(sheet, y, heads2, (Row(now), Row(year)), 7.4, 4.8, "columns rows frame", None)
    put(sheet, 8, 284, "CONSERVER CE BULLETIN SANS LIMITATION DE DUREE - SERVICE-PUBLIC.FR", 6.5, 190)
    return sheet
