"""A cleaning firm's slip: hours by site, codes before the wordings, rules between all rows."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, lines, put, table
from tests.generator.eighth.month import Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies, of_tax
from tests.generator.fourteenth.schemes import PLAIN
from tests.generator.parts import Drawn
from tests.generator.payslip import day, french

FIRMS = ("PROPRETE DU LIMOUSIN", "NET & CLAIR SERVICES", "SOCIETE BRILLANCE NETTOYAGE", "ATLAS PROPRETE")
SITES = (
    "CPAM siège",
    "Lycée Renoir",
    "Agence Crédit Foncier",
    "Clinique Ste-Anne",
    "Galerie Les Arcades",
    "Gare routière",
)


def cleaning(random: Random, face: Face) -> Drawn:
    frame = frame_of(random, random.choice(FIRMS), "8121Z", "Entreprises de propreté et services associés", (5, 8, 10))
    price = Decimal(random.randint(1190, 1310)) / 100
    counts = [Decimal(random.randint(40, 180)) / 4 for _ in range(random.randint(2, 4))]
    sites = zip(random.sample(SITES, len(counts)), counts, strict=True)
    gains = [worked(f"Heures site {site}", count, price) for site, count in sites]
    if random.random() < 0.5:
        gains.append(
            Gain("Prime d'expérience 2%", (summed(one.amount for one in gains) / 50).quantize(Decimal("0.01")))
        )
    if random.random() < 0.3:
        gains.append(Gain("Absence congé sans solde", -(price * 7).quantize(Decimal("0.01"))))
    month = month_of(
        frame,
        job=random.choice(("Agent de service AS1", "Agente de service AS2", "Agent très qualifié ATQS")),
        hours=summed(counts),
        gains=tuple(gains),
        levies=levied(PLAIN, summed(one.amount for one in gains), Decimal("15.24"), "Mutuelle obligatoire"),
        after=(Gain("Indemnité transport conventionnelle", Decimal("20.75")),) if random.random() < 0.6 else (),
        late=(Gain("Acompte versé", Decimal("-150.00")),) if random.random() < 0.3 else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 8, 8, employer.name, 12, 96, True)
    theirs = (employer.street, employer.town, f"N° SIRET {employer.siret}", f"NAF {employer.activity}")
    lines(sheet, 8, 14, theirs, 8.5, 96, 4.3)
    put(sheet, 8, 32, f"Conv. coll. : {employer.agreement}", 8, 110)
    put(sheet, 120, 8, "BULLETIN DE PAYE", 14, 82, True, "C")
    put(sheet, 120, 15, f"Mois de {month.name.lower()}", 10.5, 82, False, "C")
    put(sheet, 120, 21, f"Paie du {day(month.start)} au {day(month.end)}", 9, 82, False, "C")
    name = f"{person.title} {person.last_name.upper()} {person.first_name}"
    lines(sheet, 120, 38, (name, person.street, person.town), 11, 82, 5.3)
    for place, (label, value) in enumerate(
        (
            ("Matricule", f"{month.number:06d}"),
            ("N° INSEE", person.nir),
            ("Emploi", month.job),
            ("Date de paiement", day(month.pay_date)),
            ("Total heures", french(month.hours)),
        )
    ):
        cell(sheet, 8 + 38.8 * place, 58, 38.8, label, value, 8)
    cols = (
        Col("code", "Code", 8, 20, "L"),
        Col("label", "Désignation", 20, 88, "L"),
        Col("base", "Base", 88, 110),
        Col("rate", "Taux", 110, 127),
        Col("pay", "A payer", 127, 147),
        Col("hold", "A déduire", 147, 166),
        Col("firm_rate", "Taux pat.", 166, 182),
        Col("firm", "Charges pat.", 182, 202),
    )
    rows = [*of_gains(month.gains), Row({"label": "TOTAL BRUT", "pay": french(month.gross)}, True)]
    rows += of_levies(month.levies, places=2)
    rows.append(Row({"label": "TOTAL DES RETENUES", "hold": french(month.own), "firm": french(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "pay": french(month.net_social)}, True))
    rows += of_gains(month.after)
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT", "pay": french(month.before_tax)}, True))
    rows.append(of_tax(month, "PAS - impôt sur le revenu"))
    rows += of_gains(month.late)
    numbered = [Row({"code": f"{1000 + 45 * n}"} | dict(row.cells), row.bold) for n, row in enumerate(rows, 3)]
    y = table(sheet, 71, cols, numbered, 7.8, 4.8, "rows columns frame", (232, 232, 232)) + 6
    for place, (label, amount) in enumerate(
        (("Net fiscal du mois", month.taxable), ("Cumul net fiscal", month.year(month.taxable)),
         ("Cumul brut", month.year(month.gross)), ("Total employeur", month.cost))
    ):  # fmt: skip
        cell(sheet, 8 + 31 * place, y, 31, label, french(amount), 8.5, 11)
    sheet.box(140, y, 62, 16)
    put(sheet, 142, y + 2, "NET A PAYER EN EUROS", 9, 58, True)
    put(sheet, 142, y + 8, french(month.net_paid), 14, 58, True, "R")
    put(sheet, 8, y + 24, "Dans votre intérêt, conservez ce bulletin sans limitation de durée.", 7.5, 194)
    return sheet
