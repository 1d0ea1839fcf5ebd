"""A slip with a band at its side: the net and the days stand there; the month is split by a return at half time."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, counted, lines, put, rated, spoken, table
from tests.generator.eighth.month import FULL, Gain, Month, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import SUITE
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, french

PALE = (232, 228, 240)


def band(random: Random, face: Face) -> Drawn:
    """Daily benefits of the sickness fund taken out of the gross and given back net; they count for tax."""
    firm = invented(
        random,
        ("Lunea", "Cabinet Hartel", "Coopérative Biosève", "Agence Kernoa"),
        ("Assurances", "et associés", "Services", "Conseil SAS"),
    )
    frame = draw_frame(random, firm, "6622Z", "Courtage d'assurances (IDCC 2247)")
    price = Decimal(random.randint(1310, 2240)) / 100
    turn = random.randint(10, 18)
    whole = cents(FULL * turn / frame.end.day)
    half = cents((FULL - whole) / 2)
    benefit = cents(half * price * Decimal("0.55"))
    gains = (
        worked(f"Salaire du 1 au {turn} (temps plein)", whole, price),
        worked(f"Salaire du {turn + 1} au {frame.end.day} (mi-temps thérapeutique)", half, price),
        Gain("Maintien de salaire employeur", cents(half * price)),
        Gain("IJSS brutes (subrogation)", -benefit),
    )
    after = [Gain("IJSS nettes (subrogation)", cents(benefit * Decimal("0.933")), taxed=True)]
    if random.random() < 0.6:
        after.append(Gain("Tickets restaurant, part salarié", -cents(Decimal(random.randint(8, 19)) * Decimal("3.60"))))
    month = month_of(
        frame,
        job=random.choice(("Chargée de clientèle", "Gestionnaire sinistres", "Assistant commercial")),
        hours=whole + half,
        gains=gains,
        levies=levied(SUITE, summed(one.amount for one in gains), Decimal("35.10"), "Mutuelle d'entreprise"),
        after=tuple(after),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    sheet.box(0, 0, 56, 297, fill=PALE, edge=False)
    left = 6.0
    put(sheet, left, 12, employer.name, 11, 48, True)
    y = lines(
        sheet,
        left,
        18,
        (employer.street, employer.town, f"SIRET {employer.siret}", f"APE {employer.activity}", employer.agreement),
        7.5,
        48,
        4.3,
    )
    blocks = [
        ("Net versé", f"{french(month.net_paid)} €"),
        ("Versé le", spoken(month.pay_date)),
        ("Heures du mois", f"{french(month.hours)} h"),
        ("Net imposable", f"{french(month.taxable)} €"),
        ("Net imposable, année", f"{french(month.year(month.taxable))} €"),
        ("Impôt, année", f"{french(month.year(month.tax))} €"),
        ("Coût employeur", f"{french(month.cost)} €"),
    ]
    if month.says_net_social:
        blocks.insert(3, ("Montant net social", f"{french(month.net_social)} €"))
    y += 8
    for place, (label, value) in enumerate(blocks):
        put(sheet, left, y, label, 8, 48)
        put(sheet, left, y + 4.6, value, 15 if not place else 10, 48, True)
        y += 17 if not place else 13
    put(sheet, left, y + 4, "Congés payés", 8, 48, True)
    lines(
        sheet,
        left,
        y + 9,
        ("N-1 : acquis 25, pris 9,5, reste 15,5", "N : acquis 10,4, pris 0, reste 10,4"),
        7.5,
        48,
        4.4,
    )
    x = 62.0
    put(sheet, x, 12, "Bulletin de salaire", 16, 80, True)
    put(sheet, x, 20, f"{month.name}, du {spoken(month.start)} au {spoken(month.end)}", 9, 110)
    birth = f" née {month.birth}" if month.birth else ""
    lines(
        sheet,
        120,
        32,
        (f"{person.title} {person.first_name} {person.last_name.upper()}{birth}", person.street, person.town),
        10,
        84,
        5,
    )
    lines(
        sheet, x, 32, (month.job, f"Matricule {month.number}", f"NIR {person.nir}", "Entrée le 03/10/2016"), 8, 56, 4.5
    )
    rows = [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "Rémunération brute du mois", "own": french(month.gross)}, True, PALE))
    for levy in month.levies:
        cells = {"label": levy.label, "base": french(levy.base)}
        cells |= {"rate": f"{rated(levy.own_rate)} %", "own": french(-levy.own)} if levy.own else {}
        rows.append(Row(cells | ({"firm": french(levy.firm)} if levy.firm else {})))
    rows.append(
        Row({"label": "Ensemble des cotisations", "own": french(-month.own), "firm": french(month.firm)}, True, PALE)
    )
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net avant impôt", "own": french(month.before_tax)}, True, PALE))
    rows.append(
        Row(
            {
                "label": "Impôt sur le revenu",
                "base": french(month.taxable),
                "rate": f"{rated(month.tax_rate)} %",
                "own": french(-month.tax),
            }
        )
    )
    cols = (
        Col("label", "", x, 132, "L"),
        Col("base", "Base", 132, 150),
        Col("rate", "Taux", 150, 166),
        Col("own", "Vous", 166, 186),
        Col("firm", "Entreprise", 186, 206),
    )
    y = table(sheet, 62, cols, rows, 8, 5.6, "", None)
    put(
        sheet,
        x,
        y + 6,
        "Conservez ce bulletin sans limitation de durée. Rubrique « bulletin de paie » sur service-public.fr",
        6.5,
        140,
    )
    return sheet
