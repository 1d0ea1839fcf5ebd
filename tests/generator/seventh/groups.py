"""Layouts of larger employers: a group's slip on two pages, a builder's split month, a cleaner's several sites."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.generator.fonts import LIBERATION_MONO, Face
from tests.generator.parts import Drawn
from tests.generator.payslip import MONTHS, cents, day, french
from tests.generator.seventh.frame import (
    KEEP,
    Col,
    Row,
    after,
    blank,
    earned,
    euros,
    fit,
    grid,
    label_pairs,
    levied,
    month_name,
    stacked,
    summed,
    taxed,
    trailing,
)
from tests.generator.seventh.month import Earning, draw_month


def group(random: Random, face: Face) -> Drawn:
    """Two sheets: the first says what is paid, in large; the second how it was reckoned."""
    month = draw_month(random, hours=("151.67", "138.67"), jobs=("Technicien qualité", "Chargée de clientèle"))
    person, employer = month.person, month.employer
    sheet = blank(face)
    sheet.ink(20, 60, 110)
    fit(sheet, 14, 14, employer.name, 14, 110, True)
    sheet.ink(0, 0, 0)
    fit(sheet, 14, 21, f"{employer.street}, {employer.town}", 8, 110)
    fit(sheet, 14, 25, f"N° Siret {employer.siret}   Code APE {employer.activity}", 8, 110)
    fit(sheet, 130, 14, "Votre paie", 16, 66, True, "R")
    fit(sheet, 130, 22, month_name(month), 11, 66, align="R")
    fit(sheet, 130, 28, f"du {day(month.start)} au {day(month.end)}", 8, 66, align="R")
    named = f"{person.title} {person.first_name} {person.last_name.upper()}"
    stacked(sheet, 112, 48, (named, person.street, person.town), 11, 5.6, 84)
    fit(sheet, 14, 48, f"Identifiant salarié {month.number}", 8, 90)
    fit(sheet, 14, 52.5, f"Emploi : {month.job}", 8, 90)
    fit(sheet, 14, 57, f"Sécurité sociale : {person.nir}", 8, 90)
    tiles = [
        ("Net avant impôt", month.before_tax),
        ("Impôt prélevé", -month.tax),
        ("Versé sur votre compte", month.net_paid),
    ]
    for place, (label, amount) in enumerate(tiles):
        sheet.box(14 + 62 * place, 80, 58, 26, fill=(232, 239, 248) if place < 2 else (20, 60, 110), edge=False)
        sheet.ink(*((0, 0, 0) if place < 2 else (255, 255, 255)))
        fit(sheet, 18 + 62 * place, 85, label, 9, 50)
        fit(sheet, 18 + 62 * place, 94, euros(amount), 15, 50, True)
    sheet.ink(0, 0, 0)
    fit(
        sheet,
        14,
        116,
        f"Virement du {day(month.pay_date)} sur le compte se terminant par {month.number[-3:].zfill(3)}",
        9,
        180,
    )
    if month.states_net_social:
        fit(sheet, 14, 124, "Montant net social à déclarer (RSA, prime d’activité)", 9, 110)
        fit(sheet, 130, 124, euros(month.net_social), 10, 66, True, "R")
    y = sheet.paragraph(14, 140, "Le détail de votre rémunération et des cotisations se trouve au feuillet 2. ", 180, 9)
    sheet.paragraph(14, y + 2, f"Une question ? Le service paie répond du lundi au jeudi. {KEEP}", 180, 9)
    fit(sheet, 14, 284, "Feuillet 1 sur 2", 8, 182, align="R")
    sheet.pdf.add_page()
    fit(sheet, 14, 12, f"{employer.name} - {named}", 9, 130, True)
    fit(sheet, 146, 12, f"Paie de {month_name(month).lower()}", 9, 50, align="R")
    rows = [*earned(month, french, "Brut du mois"), *levied(month, french, "Total cotisations"), *after(month, french)]
    rows += [summed("Net avant impôt", month.before_tax, french), taxed(month, french, "Impôt prélevé à la source")]
    cols = (
        Col("label", "Libellé", 14, 92, "L"),
        Col("base", "Base", 92, 112),
        Col("rate", "Taux sal. %", 112, 130),
        Col("own", "Salarié", 130, 154),
        Col("erate", "Taux empl. %", 154, 172),
        Col("employer", "Employeur", 172, 196),
    )
    y = grid(sheet, 20, cols, rows, 7.4, 4.6, "rows", (20, 60, 110), (255, 255, 255)) + 6
    totals = (
        Col("what", "Récapitulatif", 14, 74, "L"),
        Col("now", f"{MONTHS[month.end.month - 1]}", 74, 110),
        Col("year", f"Depuis janvier {month.end.year}", 110, 152),
    )
    said = (
        ("Heures payées", month.paid_hours),
        ("Brut", month.gross),
        ("Net imposable", month.taxable),
        ("Coût employeur", month.cost),
    )
    year = [Row({"what": label, "now": french(value), "year": french(month.year(value))}) for label, value in said]
    grid(sheet, y, totals, year, 8, 5, "rows", (232, 239, 248))
    fit(sheet, 14, 284, "Feuillet 2 sur 2", 8, 182, align="R")
    first = month.truth("gross", "net_taxable", "hours", pages=2)
    second = month.truth("period_start", "period_end", "pay_date", "employer_siret", "net_paid", "net_social", pages=2)
    return Drawn(sheet, "payslip", (first, second), {"hours": month.also().get("hours", ())})


def builder(random: Random, face: Face) -> Drawn:
    """From the 21st to the 20th; an earlier month put right, travel after the net social, an advance with its day."""
    drawn = draw_month(random, "builder", hours=("151.67", "169.00"), jobs=("Maçon N3P2", "Couvreur", "Plombier N2"))
    start = (drawn.start - dt.timedelta(days=1)).replace(day=21)
    end = drawn.start.replace(day=20)
    advanced = end - dt.timedelta(days=random.randint(3, 6))
    travel, meals = Decimal(random.randint(15, 20)), Decimal(random.randint(15, 20))
    extras = [
        Earning("Indemnité de trajet zone 2", cents(travel * Decimal("4.12")), travel, Decimal("4.12")),
        Earning("Panier de chantier", cents(meals * Decimal("10.90")), meals, Decimal("10.90")),
    ]
    if random.random() < 0.6:
        extras.append(Earning(f"Acompte versé le {day(advanced)}", -Decimal(random.choice((200, 350, 400)))))
    before = MONTHS[start.month - 1].lower()
    put_right = Earning(f"Régul. heures {before} {start.year}", Decimal(random.randint(-6000, 9000)) / 100)
    month = replace(
        drawn,
        start=start,
        end=end,
        pay_date=end + dt.timedelta(days=random.choice((5, 8, 11))),
        earnings=(*drawn.earnings, put_right),
        extras=tuple(extras),
    )
    person, employer = month.person, month.employer
    sheet = blank(face)
    fit(sheet, 10, 9, employer.name, 14, 190, True, "C")
    fit(sheet, 10, 16, f"{employer.street} - {employer.town}", 8.5, 190, align="C")
    fit(
        sheet,
        10,
        20.5,
        f"SIRET : {employer.siret[:9]} {employer.siret[9:]} - APE : {employer.activity}",
        8.5,
        190,
        align="C",
    )
    sheet.line(10, 26, 200, 26)
    fit(sheet, 10, 29, "FICHE DE PAIE", 13, 60, True)
    fit(sheet, 80, 30, f"Paie de {month_name(month)} - du {day(start)} au {day(end)}", 9, 120, align="R")
    items = (("Nom", f"{person.last_name.upper()} {person.first_name}"), ("Qualification", month.job))
    items += (("N° SS", person.nir), ("Embauche", day(month.since)), ("Convention", employer.agreement))
    label_pairs(sheet, 10, 39, items, 26, 92, 8, 4.5)
    stacked(sheet, 118, 40, (f"{person.title} {person.name}", person.street, person.town), 10.5, 5.2, 82)
    rows = [*earned(month, french, "SALAIRE BRUT"), *levied(month, french, "TOTAL RETENUES")]
    if month.states_net_social:
        rows.append(summed("MONTANT NET SOCIAL", month.net_social, french))
    rows += [*after(month, french), summed("NET À PAYER AVANT IMPÔT", month.before_tax, french)]
    rows.append(taxed(month, french, "Impôt sur le revenu (PAS)"))
    cols = (
        Col("label", "Éléments", 10, 84, "L"),
        Col("base", "Nombre ou base", 84, 106),
        Col("rate", "Taux", 106, 122),
        Col("gain", "À payer", 122, 144),
        Col("loss", "À retenir", 144, 166),
        Col("employer", "Cotisations employeur", 166, 200),
    )
    y = grid(sheet, 66, cols, rows, 7.4, 4.3, "columns rows", (245, 232, 214)) + 4
    left = [
        ("Heures travaillées et payées", french(month.paid_hours)),
        ("Imposable du mois", french(month.taxable)),
        ("Imposable de l’année", french(month.year(month.taxable))),
        ("Brut de l’année", french(month.year(month.gross))),
        ("Total versé par l’employeur", french(month.cost)),
    ]
    label_pairs(sheet, 10, y, left, 50, 84, 8, 4.5)
    sheet.box(120, y - 1, 80, 17)
    fit(sheet, 123, y + 2, "Net à payer", 11, 40, True)
    fit(sheet, 150, y + 1.5, euros(month.net_paid), 14, 47, True, "R")
    fit(sheet, 123, y + 10, f"Réglé le {day(month.pay_date)} par chèque", 8, 74)
    fit(sheet, 10, y + 26, "Congés payés : caisse CIBTP du Grand Sud, certificat remis chaque année", 7.5, 120)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def sites(random: Random, face: Face) -> Drawn:
    """A line printer's listing: several places of work, the year's sums beside the month's, minus signs at the end."""
    face = random.choice((LIBERATION_MONO, LIBERATION_MONO, face))
    drawn = draw_month(random, hours=("108.33", "86.67", "130.00"), jobs=("AGENT DE SERVICE AS1",), salary="")
    first = cents(drawn.contract * Decimal(random.choice(("0.25", "0.40", "0.55"))))
    second = drawn.contract - first
    places = random.sample(("MAIRIE ANNEXE", "CLINIQUE DU PARC", "LYCEE RIMBAUD", "GARE ROUTIERE"), 2)
    worked = (
        Earning(f"HEURES SITE {places[0]}", cents(first * drawn.hourly), first, drawn.hourly),
        Earning(f"HEURES SITE {places[1]}", cents(second * drawn.hourly), second, drawn.hourly),
    )
    month = replace(drawn, earnings=(*worked, *drawn.earnings[1:]))
    person, employer = month.person, month.employer
    sheet = blank(face)
    fit(sheet, 10, 10, employer.name.upper(), 9.5, 90, True)
    stacked(
        sheet,
        10,
        15,
        (employer.street.upper(), employer.town, f"SIRET {employer.siret}", f"APE {employer.activity}"),
        8,
        4.2,
        90,
    )
    fit(sheet, 108, 10, "BULLETIN DE PAYE", 9.5, 92, True)
    fit(sheet, 108, 15, f"PERIODE  {month.start:%d-%m-%Y} / {month.end:%d-%m-%Y}", 8, 92)
    fit(sheet, 108, 19.2, f"PAYE LE  {month.pay_date:%d-%m-%Y}   VIREMENT", 8, 92)
    fit(sheet, 108, 23.4, f"MATR {month.number}   SS {person.nir}", 8, 92)
    named = f"{person.title.upper().rstrip('.')} {person.last_name.upper()} {person.first_name.upper()}"
    stacked(sheet, 108, 36, (named, person.street.upper(), person.town), 9.5, 4.8, 92)
    stacked(
        sheet, 10, 40, (f"EMPLOI {month.job}", f"ENTREE {month.since:%d-%m-%Y}", employer.agreement.upper()), 7.5, 4, 92
    )
    rows = [*earned(month, trailing, "** BRUT **"), *levied(month, trailing, "** TOTAL COTISATIONS **", groups=False)]
    rows += after(month, trailing)
    if month.states_net_social:
        rows.append(summed("** MONTANT NET SOCIAL **", month.net_social, trailing))
    rows.append(summed("** NET AVANT IMPOT SUR LE REVENU **", month.before_tax, trailing))
    rows.append(taxed(month, trailing, "IMPOT PRELEVE A LA SOURCE"))
    rows = [Row({key: text.upper() for key, text in row.cells.items()}, row.bold) for row in rows]
    cols = (
        Col("label", "RUBRIQUE", 10, 92, "L"),
        Col("base", "BASE", 92, 114),
        Col("rate", "TAUX", 114, 130),
        Col("own", "MONTANT", 130, 154),
        Col("erate", "TX PATR", 154, 172),
        Col("employer", "PATRONAL", 172, 200),
    )
    y = grid(sheet, 58, cols, rows, 7.4, 4.4, "none", None, foot=200)
    sheet.line(10, y, 200, y)
    sums = (("HEURES", month.paid_hours), ("BRUT", month.gross), ("IMPOSABLE", month.taxable), ("PAS", month.tax))
    table = (Col("what", "", 10, 60, "L"), Col("now", "", 60, 92), Col("year", "", 92, 124))
    lines = [Row({"now": "MOIS", "year": "CUMUL"}, True)]
    lines += [Row({"what": name, "now": french(value), "year": french(month.year(value))}) for name, value in sums]
    end = grid(sheet, y + 2, table, lines, 8, 4.6, "none")
    fit(sheet, 130, y + 8, "NET A VIRER EUR", 9, 34, True)
    fit(sheet, 164, y + 7.5, f"**{french(month.net_paid)}", 11, 36, True, "R")
    fit(sheet, 10, end + 4, KEEP.upper(), 6, 190)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())
