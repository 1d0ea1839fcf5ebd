"""A home-help association's slip: pay on the first page, the hours at each client's on the second."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import draw_client, frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies, of_tax
from tests.generator.fourteenth.schemes import PLAIN
from tests.generator.parts import Drawn
from tests.generator.payslip import day, french

NAMES = ("ASSOCIATION AIDE ET PRESENCE", "ADMR DU VAL FLEURI", "ASSOCIATION VIVRE CHEZ SOI", "UNA PAYS DES SOURCES")
Visits = list[tuple[str, Decimal, int]]


def homehelp(random: Random, face: Face) -> Drawn:
    """Hours of the month are those of the clients and of the ways between them."""
    agreement = "Branche de l'aide à domicile - IDCC 2941"
    frame = frame_of(random, random.choice(NAMES), "8810A", agreement, (-1, 0, 5, 8))
    visits = [
        (draw_client(random), Decimal(random.randint(16, 110)) / 4, random.randint(4, 20))
        for _ in range(random.randint(4, 8))
    ]
    ways = Decimal(random.randint(8, 26)) / 4
    hours = summed(count for _, count, _ in visits) + ways
    price = Decimal(random.randint(1190, 1370)) / 100
    gains = [worked("Salaire de base", hours, price)]
    if random.random() < 0.5:
        gains.append(worked("Majoration dimanche 45 %", Decimal(random.choice((4, 7))), Decimal("5.42")))
    gains.append(Gain("Indemnité de téléphone soumise", Decimal("5.00")))
    month = month_of(
        frame,
        job=random.choice(("Aide à domicile", "Auxiliaire de vie sociale", "Employée à domicile")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(PLAIN, summed(one.amount for one in gains), Decimal("19.32"), "Mutuelle branche domicile"),
        after=(worked("Indemnité kilométrique", Decimal(random.randint(40, 320)), Decimal("0.38")),),
    )
    hidden = ("gross", "net_paid", "net_social", "net_taxable", "pay_date", "employer_siret")
    truth = (month.truth(pages=2), month.truth(*hidden, pages=2))
    return Drawn(_sheet(month, face, visits, ways), "payslip", truth, month.also())


def _sheet(month: Month, face: Face, visits: Visits, ways: Decimal) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 14, 11, employer.name, 12, 92, True)
    theirs = (employer.street, employer.town, f"SIRET : {employer.siret}", f"APE : {employer.activity}")
    lines(sheet, 14, 17.5, theirs, 9, 92, 4.6)
    put(sheet, 112, 11, "Bulletin de salaire", 14, 84, True)
    when = (
        ("Mois", month.name),
        ("Période", f"{day(month.start)} - {day(month.end)}"),
        ("Versement", day(month.pay_date)),
        ("Page", "1 / 2"),
    )
    facts(sheet, 112, 18, when, 24, 84, 9, 4.6)
    sheet.box(14, 41, 182, 27)
    own = (
        ("Nom, prénom", f"{person.last_name.upper()} {person.first_name}"),
        ("N° SS", person.nir),
        ("Fonction", month.job),
        ("Catégorie", "Degré 1 - échelon 2"),
        ("Contrat", "CDI à temps partiel"),
    )
    facts(sheet, 17, 44, own, 26, 88, 8.5, 4.6)
    lines(
        sheet,
        116,
        46,
        (f"{person.title} {person.first_name} {person.last_name.upper()}", person.street, person.town),
        10,
        76,
        5,
    )
    cols = (
        Col("label", "Intitulé", 14, 82, "L"),
        Col("base", "Quantité ou base", 82, 108),
        Col("rate", "Taux salarié", 108, 127),
        Col("hold", "Retenue", 127, 145),
        Col("pay", "Montant", 145, 163),
        Col("firm_rate", "Taux empl.", 163, 179),
        Col("firm", "Employeur", 179, 196),
    )
    rows = [*of_gains(month.gains), Row({"label": "Total brut", "pay": french(month.gross)}, True)]
    rows += of_levies(month.levies, places=2)
    rows.append(Row({"label": "Total cotisations", "hold": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "pay": french(month.net_social)}, True))
    rows += of_gains(month.after)
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "pay": french(month.before_tax)}, True))
    rows.append(of_tax(month, "Prélèvement à la source"))
    y = table(sheet, 72, cols, rows, 8, 4.9, "rows", None) + 5
    put(sheet, 14, y, f"Net imposable du mois : {french(month.taxable)}", 9, 90)
    put(sheet, 14, y + 5.5, f"Cumul net imposable : {french(month.year(month.taxable))}", 9, 90)
    put(sheet, 14, y + 11, f"Heures rémunérées : {french(month.hours)}", 9, 90)
    sheet.box(116, y, 80, 12)
    put(sheet, 119, y + 3.8, "Net à payer", 12, 34, True)
    put(sheet, 152, y + 3.6, f"{french(month.net_paid)} €", 13, 42, True, "R")
    put(sheet, 14, 282, "Document à conserver sans limitation de durée - www.service-public.fr", 7.5, 182)
    _second(sheet, month, visits, ways)
    return sheet


def _second(sheet: Sheet, month: Month, visits: Visits, ways: Decimal) -> None:
    person = month.person
    sheet.pdf.add_page()
    put(sheet, 14, 11, month.employer.name, 12, 110, True)
    put(sheet, 126, 11, "Page 2 / 2", 9, 70, False, "R")
    put(sheet, 14, 19, f"Annexe au bulletin de salaire - {month.name}", 12, 182, True)
    put(sheet, 14, 26, f"Période : {day(month.start)} - {day(month.end)}", 9, 100)
    put(sheet, 14, 31, f"Salarié : {person.last_name.upper()} {person.first_name}", 9, 100)
    cols = (
        Col("label", "Bénéficiaire", 14, 90, "L"),
        Col("base", "Interventions", 90, 120),
        Col("rate", "Heures", 120, 150),
    )
    rows = [Row({"label": name, "base": str(number), "rate": french(count)}) for name, count, number in visits]
    rows.append(Row({"label": "Temps de déplacement entre deux interventions", "rate": french(ways)}))
    rows.append(Row({"label": "Heures rémunérées", "rate": french(month.hours)}, True))
    y = table(sheet, 40, cols, rows, 9, 6.2, "rows frame", (230, 230, 230)) + 8
    text = "Les heures ci-dessus sont celles que vous avez validées par télégestion. Toute remarque est à faire au "
    sheet.paragraph(14, y, text + "responsable de secteur avant le 10 du mois suivant.", 182, 9)
