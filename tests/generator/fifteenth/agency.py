"""The slip of a temporary work agency: the mission and its client, end-of-mission and leave pay, hours by kind."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, rated, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fifteenth.schemes import GENERAL, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

BLUE = (214, 226, 240)


def agency(random: Random, face: Face) -> Drawn:
    """Some weeks of a month with one client."""
    name = random.choice(("INTERIM DES RIVIERES", "PROXI'TRAVAIL", "AXEMPLOI", "TEMPO REGIONS"))
    frame = framed(random, name, "7820Z", "Travail temporaire - IDCC 2378")
    begin = frame.start + dt.timedelta(days=random.randint(0, 6))
    end = frame.end - dt.timedelta(days=random.randint(0, 4))
    frame = replace(frame, start=begin, end=end)
    price = Decimal(random.randint(1202, 1490)) / 100
    hours = Decimal(random.choice(("112.00", "119.00", "126.00", "133.50", "140.00")))
    gains = [worked("Heures normales", hours, price)]
    others: tuple[Decimal, ...] = ()
    if random.random() < 0.5:
        extra = Decimal(random.choice(("4.00", "8.00", "6.50")))
        gains.append(worked("Heures supplémentaires 125 %", extra, cents(price * Decimal("1.25"))))
        others = (hours + extra,)
    paid = summed(one.amount for one in gains)
    gains.append(Gain("Indemnité de fin de mission 10 %", cents(paid / 10)))
    gains.append(Gain("Indemnité compensatrice congés payés 10 %", cents(paid * Decimal("0.11"))))
    month = month_of(
        frame,
        job=random.choice(
            ("Préparateur de commandes", "Cariste CACES 1", "Opératrice de production", "Manutentionnaire")
        ),
        hours=hours,
        gains=tuple(gains),
        levies=levied(GENERAL, summed(one.amount for one in gains)),
        late=(Gain("Panier de nuit", Decimal("42.60")),) if random.random() < 0.3 else (),
        other_hours=others,
    )
    client = random.choice(("LOGISTIQUE DU PLATEAU", "CONSERVERIE MARTINET", "PLASTIQUES DE L'OUEST"))
    return Drawn(_sheet(month, face, client), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face, client: str) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 12, 11, employer.name, 13, 90, True)
    texts = (
        employer.street,
        employer.town,
        f"SIRET : {employer.siret} - APE : {employer.activity}",
        employer.agreement,
    )
    lines(sheet, 12, 18, texts, 8, 90, 4.2)
    put(sheet, 112, 11, "BULLETIN DE PAIE", 14, 86, True, "R")
    put(sheet, 112, 18, f"Du {day(month.start)} au {day(month.end)}", 10, 86, False, "R")
    put(sheet, 112, 23, f"Payé le {day(month.pay_date)}", 9, 86, False, "R")
    lines(sheet, 118, 33, (named(month, "last first"), person.street, person.town), 10, 80, 5)
    sheet.box(12, 52, 186, 20, fill=BLUE)
    left = (
        ("Intérimaire n°", f"{month.number}"),
        ("N° sécurité sociale", person.nir),
        ("Qualification", month.job),
    )
    facts(sheet, 14, 54, left, 36, 92, 8.5, 5.4)
    right = (
        ("Entreprise utilisatrice", client),
        ("Contrat de mission n°", f"{month.number + 40211}"),
        ("Nombre d'heures", french(month.hours)),
    )
    facts(sheet, 108, 54, right, 40, 88, 8.5, 5.4)
    cols = (
        Col("label", "Libellé", 12, 82, "L"),
        Col("base", "Nombre ou base", 82, 106),
        Col("rate", "Taux", 106, 122),
        Col("gain", "À payer", 122, 142),
        Col("own", "À retenir", 142, 160),
        Col("firm_rate", "Taux", 160, 174),
        Col("firm", "Employeur", 174, 198),
    )
    y = table(sheet, 76, cols, _rows(month), 8, 4.8, "frame", BLUE) + 4
    facts(
        sheet,
        12,
        y + 1,
        (("Net imposable", french(month.taxable)), ("Total versé par l'employeur", french(month.cost))),
        46,
        90,
        9,
        5.5,
    )
    sheet.box(112, y, 86, 12)
    put(sheet, 114, y + 3.8, "Net à payer", 12, 40, True)
    put(sheet, 150, y + 3.6, f"{french(month.net_paid)} €", 13, 47, True, "R")
    text = "Vos relevés d'heures sont à remettre à l'agence en fin de semaine. Bulletin à conserver sans limitation "
    sheet.paragraph(12, y + 18, text + "de durée - www.service-public.fr", 186, 7.5)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains)
    rows.append(Row({"label": "Total brut", "gain": french(month.gross)}, True, BLUE))
    rows += levy_rows(month.levies, True)
    totals = {"own": french(month.own), "firm": french(month.firm)}
    rows.append(Row({"label": "Total des cotisations et contributions"} | totals, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "gain": french(month.net_social)}, True))
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "gain": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": french(month.tax)}
    rows.append(Row({"label": "Prélèvement à la source"} | tax))
    return rows + gain_rows(month.late)
