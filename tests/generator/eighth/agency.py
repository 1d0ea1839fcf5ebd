"""An agency that pays by the week."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import draw_place, invented
from tests.generator.eighth.kit import Col, Row, counted, facts, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import MISSION
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.people import draw_siret


def weekly(random: Random, face: Face) -> Drawn:
    """One week with a user firm that has a SIRET too; an advance; the month's sums beside the week's."""
    firm = invented(
        random, ("ADÉQUALIS", "RANDELIA", "INTÉRIM'AIR", "MANPLUS"), ("INTÉRIM", "TRAVAIL TEMPORAIRE", "ETT")
    )
    frame = draw_frame(random, firm, "7820Z", "Salariés permanents et intérimaires")
    monday = frame.start + dt.timedelta(days=(7 - frame.start.weekday()) % 7 + 7 * random.randint(0, 2))
    sunday = monday + dt.timedelta(days=6)
    frame = replace(frame, start=monday, end=sunday, pay_date=sunday + dt.timedelta(days=random.choice((3, 5))))
    price = Decimal(random.randint(1201, 1590)) / 100
    normal = Decimal(random.choice(("28.00", "35.00", "31.50")))
    over = Decimal(random.choice(("0", "2.00", "4.00"))) if normal == 35 else Decimal(0)
    gains = [worked("Heures normales", normal, price)]
    if over:
        gains.append(worked("Heures supplém. 125%", over, cents(price * Decimal("1.25"))))
    base = summed(one.amount for one in gains)
    ifm = cents(base / 10)
    gains += [Gain("IFM 10%", ifm), Gain("ICP 10%", cents((base + ifm) / 10))]
    advance = Decimal(random.choice((0, 50, 100)))
    after = [worked("Panier de jour non soumis", Decimal(random.randint(3, 5)), Decimal("7.30"))]
    if advance:
        after.append(Gain("Acompte de la semaine", -advance))
    levies = levied(MISSION, summed(one.amount for one in gains))
    month = month_of(
        frame,
        job=random.choice(("CARISTE", "PRÉPARATEUR DE COMMANDES", "MANOEUVRE TP", "AGENT DE TRI")),
        hours=normal + over,
        gains=tuple(gains),
        levies=levies,
        after=tuple(after),
        other_hours=(normal,) if over else (),
    )
    return Drawn(_week(month, random, face), "payslip", (month.truth(),), month.also())


def _week(month: Month, random: Random, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    sheet.box(10, 8, 190, 9, fill=(60, 60, 60))
    sheet.ink(255, 255, 255)
    put(sheet, 12, 10.5, f"{employer.name} – bulletin de paie hebdomadaire", 11, 120, True)
    put(sheet, 140, 10.8, f"Semaine {month.start.isocalendar().week}", 10, 58, True, "R")
    sheet.ink(0, 0, 0)
    lines(
        sheet,
        12,
        20,
        (f"Agence : {employer.street}, {employer.town}", f"SIRET agence {employer.siret} - NAF {employer.activity}"),
        8,
        92,
        4.3,
    )
    facts(
        sheet,
        112,
        20,
        (
            ("Période payée", f"{day(month.start)} - {day(month.end)}"),
            ("Virement du", day(month.pay_date)),
            ("Bulletin", f"{month.number}-01"),
        ),
        28,
        86,
        8,
        4.3,
    )
    birth = (f"Nom de naissance : {month.birth}",) if month.birth else ()
    lines(
        sheet,
        112,
        38,
        (f"{person.title} {person.last_name.upper()} {person.first_name}", *birth, person.street, person.town),
        10,
        86,
        5,
    )
    user, (street, town) = (
        invented(random, ("VERRERIES", "ENTREPÔTS", "SALAISONS"), ("DE L'ALLIER", "BRUNEL", "DU MIDI")),
        draw_place(random),
    )
    sheet.box(12, 36, 92, 22)
    texts = (
        "Lieu de mission",
        f"{user} - SIRET {draw_siret(random)}",
        f"{street} {town}",
        f"{month.job} - contrat {month.number}/B",
    )
    lines(sheet, 13, 37.5, texts, 7.5, 90, 4.6)
    put(sheet, 12, 60, f"N° sécurité sociale {person.nir}", 7.5, 90)
    rows = [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "Rémunération brute", "own": french(month.gross)}, True, (230, 238, 230)))
    for one in month.levies:
        cells = {"label": one.label, "base": french(one.base), "firm": french(one.firm) if one.firm else ""}
        rows.append(Row(cells | ({"rate": f"{rated(one.own_rate, 3)} %", "own": french(-one.own)} if one.own else {})))
    rows.append(Row({"label": "Total cotisations", "own": french(-month.own), "firm": french(month.firm)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.after]
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows.append(Row({"label": "Net avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    rows.append(
        Row(
            {
                "label": "Impôt prélevé (taux neutre)" if random.random() < 0.4 else "Impôt prélevé",
                "base": french(month.taxable),
                "rate": f"{rated(month.tax_rate)} %",
                "own": french(-month.tax),
            }
        )
    )
    rows.append(
        Row({"label": "Net à payer sur votre compte", "own": f"{french(month.net_paid)} €"}, True, (230, 238, 230))
    )
    cols = (
        Col("label", "", 12, 92, "L"),
        Col("base", "nombre / base", 92, 118),
        Col("rate", "taux", 118, 140),
        Col("own", "montant", 140, 168),
        Col("firm", "charges agence", 168, 198),
    )
    y = table(sheet, 66, cols, rows, 8, 5, "rows", (230, 238, 230))
    heads = (
        Col("label", "", 12, 52, "L"),
        Col("hours", "Heures", 52, 84),
        Col("gross", "Brut", 84, 122),
        Col("net", "Net imposable", 122, 160),
        Col("tax", "Impôt", 160, 198),
    )
    once = {
        "label": "Cette semaine",
        "hours": french(month.hours),
        "gross": french(month.gross),
        "net": french(month.taxable),
        "tax": french(month.tax),
    }
    more = Decimal(random.randint(1, min(9, month.start.isocalendar().week)))
    sums = {
        "label": "Cumul de l'année",
        "hours": french(month.hours * more),
        "gross": french(month.gross * more),
        "net": french(month.taxable * more),
        "tax": french(month.tax * more),
    }
    table(sheet, y + 8, heads, (Row(once), Row(sums)), 8, 5, "rows frame", None)
    return sheet
