"""A haulier's slip, as an older program prints it: capitals, numbered lines, no spaces in amounts."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, joined, lines, put, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies, of_tax
from tests.generator.fourteenth.schemes import PLAIN
from tests.generator.parts import Drawn
from tests.generator.payslip import day

FIRMS = ("TRANSPORTS LEFORT ET FILS", "STE RHODANIENNE DE FRET", "MESSAGERIE DES CAUSSES", "TRANSPORTS FRIGO OUEST")


def road(random: Random, face: Face) -> Drawn:
    """Hours at 25 % are counted apart: with them, the hours of the month are right as well."""
    frame = frame_of(random, random.choice(FIRMS), random.choice(("4941A", "4941B")), "Transports routiers IDCC 0016")
    price = Decimal(random.randint(1195, 1340)) / 100
    gains = [worked("SALAIRE DE BASE", FULL, price)]
    extra = random.choice((Decimal("17.33"), Decimal("34.33"), Decimal(0)))
    if extra:
        gains.append(worked("HEURES D'EQUIVALENCE 125 %", extra, (price * Decimal("1.25")).quantize(Decimal("0.0001"))))
    if random.random() < 0.5:
        gains.append(Gain("PRIME DE NON ACCIDENT", Decimal(random.choice(("45.00", "76.22")))))
    month = month_of(
        frame,
        job=random.choice(("CONDUCTEUR PL", "CONDUCTRICE SPL", "CHAUFFEUR LIVREUR VL")),
        hours=FULL,
        gains=tuple(gains),
        levies=levied(PLAIN, summed(one.amount for one in gains)),
        after=(
            worked("FRAIS REPAS", Decimal(random.randint(9, 21)), Decimal("15.54")),
            *((worked("FRAIS CASSE-CROUTE", Decimal(random.randint(2, 9)), Decimal("8.40")),) if extra else ()),
        ),
        late=(Gain("ACOMPTE DU 15", Decimal("-300.00")),) if random.random() < 0.3 else (),
        other_hours=(FULL + extra,) if extra else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    sheet.box(9, 8, 100, 30)
    put(sheet, 11, 10, employer.name, 11, 96, True)
    lines(sheet, 11, 16, (employer.street, employer.town), 9, 96, 4.6)
    put(sheet, 11, 26.5, f"SIRET {employer.siret}     APE {employer.activity}", 9, 96)
    put(sheet, 11, 32, employer.agreement, 8.5, 96)
    sheet.box(113, 8, 88, 14)
    put(sheet, 113, 10, "BULLETIN DE PAIE", 13, 88, True, "C")
    put(sheet, 113, 16.5, f"DU {day(month.start)} AU {day(month.end)}", 9, 88, False, "C")
    name = f"{person.title.upper()} {person.last_name.upper()} {person.first_name.upper()}"
    lines(sheet, 117, 29, (name, person.street.upper(), person.town), 10.5, 84, 5.2)
    heads = (
        ("MATRICULE", str(month.number)),
        ("N° SECURITE SOCIALE", person.nir),
        ("EMPLOI", month.job),
        ("COEFF", "138 M"),
        ("PAYE LE", day(month.pay_date)),
    )
    x = 9.0
    for (label, value), wide in zip(heads, (26, 46, 56, 26, 38), strict=True):
        cell(sheet, x, 49, wide, label, value, 8.5)
        x += wide
    cols = (
        Col("code", "N°", 9, 19, "L"),
        Col("label", "LIBELLE", 19, 86, "L"),
        Col("base", "NOMBRE OU BASE", 86, 112),
        Col("rate", "TAUX", 112, 130),
        Col("pay", "GAINS", 130, 149),
        Col("hold", "RETENUES", 149, 168),
        Col("firm_rate", "TX PATR.", 168, 183),
        Col("firm", "PATRONAL", 183, 201),
    )
    rows = [*of_gains(month.gains, joined), Row({"label": "BRUT", "pay": joined(month.gross)}, True)]
    rows += of_levies(month.levies, joined, 2)
    rows.append(Row({"label": "TOTAL COTISATIONS", "hold": joined(month.own), "firm": joined(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "pay": joined(month.net_social)}, True))
    rows += of_gains(month.after, joined)
    rows.append(Row({"label": "NET AVANT IMPOT SUR LE REVENU", "pay": joined(month.before_tax)}, True))
    rows.append(of_tax(month, "IMPOT SUR LE REVENU PRELEVE A LA SOURCE", joined))
    rows += of_gains(month.late, joined)
    coded = [Row({"code": f"{n:03d}"} | dict(row.cells), row.bold) for n, row in enumerate(rows, 1)]
    y = table(sheet, 63, cols, coded, 8, 4.8, "columns frame", None, 222) + 3
    foot = (
        ("HEURES", month.hours, month.year(month.hours)),
        ("BRUT", month.gross, month.year(month.gross)),
        ("NET IMPOSABLE", month.taxable, month.year(month.taxable)),
        ("CHARGES PATR.", month.firm, month.year(month.firm)),
    )
    put(sheet, 9, y + 5.5, "MOIS", 8, 14, True)
    put(sheet, 9, y + 10.5, "ANNEE", 8, 14, True)
    for place, (head, amount, so_far) in enumerate(foot):
        left = 23 + 29 * place
        sheet.box(left, y, 29, 15)
        put(sheet, left + 1, y + 1, head, 7, 27, True, "C")
        put(sheet, left + 1, y + 5.5, joined(amount), 8.5, 27, False, "R")
        put(sheet, left + 1, y + 10.5, joined(so_far), 8.5, 27, False, "R")
    sheet.box(142, y, 59, 15)
    put(sheet, 144, y + 1.6, "NET A PAYER", 10, 55, True)
    put(sheet, 144, y + 7.5, f"{joined(month.net_paid)} EUR", 13, 55, True, "R")
    put(sheet, 9, y + 20, "CONSERVER CE BULLETIN SANS LIMITATION DE DUREE", 7.5, 190)
    return sheet
