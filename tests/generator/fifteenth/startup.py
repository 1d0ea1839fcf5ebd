"""The slip of an online payroll program: much white, sections with thin lines, the net in a pale band."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, facts, lines, put, rated, spoken, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed
from tests.generator.fifteenth.schemes import GENERAL, framed, gain_rows, levy_rows, named
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import french

PALE = (234, 238, 250)


def startup(random: Random, face: Face) -> Drawn:
    """A firm of few people: a salary, sometimes a bonus, meal vouchers and half of the transport."""
    name = random.choice(("Nuage Studio", "Petit Caillou", "Lumio", "Atelier Octave", "Kelpia"))
    frame = framed(random, f"{name} {random.choice(('SAS', 'SASU'))}", "6201Z", "Syntec (IDCC 1486)")
    salary = Decimal(random.randint(2200, 4200)) + Decimal("0.00")
    gains = [Gain("Salaire de base", salary)]
    if random.random() < 0.4:
        gains.append(Gain("Prime sur objectifs", Decimal(random.choice(("150.00", "300.00", "420.50")))))
    after = [Gain("Titres-restaurant", Decimal(random.choice(("-76.00", "-72.20", "-81.00"))))]
    if random.random() < 0.6:
        after.append(Gain("Remboursement transport (50 %)", Decimal(random.choice(("43.20", "44.40", "21.60")))))
    health = Decimal(random.choice(("19.62", "24.10", "31.55")))
    month = month_of(
        frame,
        job=random.choice(("Développeuse", "Chargé de clientèle", "Graphiste", "Responsable produit")),
        hours=FULL,
        gains=tuple(gains),
        levies=levied(GENERAL, summed(one.amount for one in gains), health, "Mutuelle obligatoire"),
        after=tuple(after),
    )
    return Drawn(_sheet(month, face, random), "payslip", (month.truth("period_start", "period_end"),), month.also())


def _sheet(month: Month, face: Face, random: Random) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 15, 13, "Bulletin de paie", 17, 90, True)
    put(sheet, 15, 21, month.name, 12, 90)
    put(sheet, 110, 13, employer.name, 11, 85, True, "R")
    for step, text in enumerate(
        (employer.street, employer.town, f"SIRET {employer.siret}", f"NAF {employer.activity}")
    ):
        put(sheet, 110, 18.5 + 4.2 * step, text, 8, 85, False, "R")
    sheet.line(15, 38, 195, 38)
    put(sheet, 15, 41, named(month, "first last"), 11, 90, True)
    lines(sheet, 15, 47, (person.street, person.town, f"N° de sécurité sociale {person.nir}"), 8.5, 90, 4.4)
    work = (
        ("Emploi", month.job),
        ("Convention collective", month.employer.agreement),
        ("Heures mensuelles", french(month.hours)),
        ("Date de versement", spoken(month.pay_date) if random.random() < 0.5 else f"{month.pay_date:%d/%m/%Y}"),
    )
    facts(sheet, 110, 41.5, work, 38, 86, 8.5, 4.6)
    cols = (
        Col("label", "Éléments de paie", 15, 87, "L"),
        Col("base", "Base", 87, 110),
        Col("rate", "Taux salarié", 110, 128),
        Col("own", "Montant salarié", 128, 153),
        Col("firm_rate", "Taux empl.", 153, 171),
        Col("firm", "Part employeur", 171, 195),
    )
    y = table(sheet, 64, cols, _rows(month), 8, 4.9, "rows", PALE) + 5
    sheet.box(15, y, 180, 13, fill=PALE, edge=False)
    put(sheet, 19, y + 4, random.choice(("Net payé", "Net payé en euros")), 12, 80, True)
    put(sheet, 110, y + 4, f"{french(month.net_paid)} €", 13, 81, True, "R")
    y = facts(
        sheet,
        15,
        y + 17,
        (("Net imposable", f"{french(month.taxable)} €"), ("Coût total employeur", f"{french(month.cost)} €")),
        42,
        90,
        9,
        5,
    )
    text = "Pour faire valoir vos droits, conservez ce bulletin sans limitation de durée. Plus d'informations : "
    sheet.paragraph(15, 280, text + "www.service-public.fr", 180, 7)
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = gain_rows(month.gains, "own")
    rows.append(Row({"label": "Salaire brut", "own": french(month.gross)}, True, PALE))
    rows += levy_rows(month.levies, True)
    totals = {"own": french(month.own), "firm": french(month.firm)}
    rows.append(Row({"label": "Total des cotisations et contributions"} | totals, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows += gain_rows(month.after, "own")
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    tax = {"base": french(month.taxable), "rate": rated(month.tax_rate), "own": french(month.tax)}
    rows.append(Row({"label": "Impôt prélevé à la source"} | tax))
    return rows
