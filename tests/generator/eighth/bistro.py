"""A bistro that feeds its people: meals in kind in the gross and out of the net."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, counted, facts, lines, of_month, put, rated, table
from tests.generator.eighth.month import FULL, Gain, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import MEALS
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french


def bistro(random: Random, face: Face) -> Drawn:
    """Employee at the left, the employer's part before the employee's; "net fiscal" is what tax is due on."""
    firm = invented(
        random,
        ("LE BISTROT", "AUBERGE", "CRÊPERIE", "TABLE"),
        ("DU HALAGE", "DES TISSERANDS", "DE LA PIE", "DU COQ GRIS"),
    )
    frame = draw_frame(random, firm, "5610A", "Hôtels, cafés, restaurants (IDCC 1979)")
    price = Decimal(random.randint(1201, 1490)) / 100
    meals = Decimal(random.randint(12, 22))
    kind = worked("Avantage en nature : repas", meals, Decimal("4.15"))
    gains = (
        worked("Salaire mensuel", FULL, price),
        worked("Heures majorées à 10 %", Decimal("17.33"), cents(price * Decimal("1.1"))),
        kind,
    )
    advance = Decimal(random.choice((0, 0, 200, 350)))
    after = [Gain("Reprise repas pris sur place", -kind.amount)]
    if random.random() < 0.5:
        after.append(Gain("Abonnement transport (50 %)", Decimal(random.randint(1400, 4000)) / 100))
    levies = levied(MEALS, summed(one.amount for one in gains), Decimal("14.50"), "Mutuelle HCR Santé")
    month = month_of(
        frame,
        job=random.choice(("Serveur", "Commis de cuisine", "Plongeur", "Second de cuisine")),
        hours=Decimal("169.00"),
        gains=gains,
        levies=levies,
        after=tuple(after),
        late=(Gain("Acompte déjà versé", -advance),) if advance else (),
        other_hours=(FULL,),
    )
    sheet, person = Sheet(face), month.person
    put(sheet, 14, 10, "FICHE DE PAIE", 16, 80, True)
    put(sheet, 100, 11, f"Paie {of_month(month.name)}", 11, 96, True, "R")
    put(sheet, 100, 17, f"période du {day(month.start)} au {day(month.end)}", 8.5, 96, align="R")
    sheet.box(14, 25, 90, 36)
    sheet.box(106, 25, 90, 36)
    put(sheet, 16, 26.5, "Salarié :", 7.5, 40, True)
    put(sheet, 108, 26.5, "Employeur :", 7.5, 40, True)
    birth = f" (née {month.birth})" if month.birth else ""
    own = (f"{person.title} {person.first_name} {person.last_name.upper()}{birth}", person.street, person.town)
    lines(
        sheet,
        16,
        31,
        (*own, f"N° sécu. : {person.nir}", f"{month.job} - niveau I échelon 2", "Entrée : 02/05/2021"),
        8.5,
        86,
        4.8,
    )
    siret = month.employer.siret
    theirs = (
        firm,
        month.employer.street,
        month.employer.town,
        f"Siret {siret[:9]} {siret[9:]}   NAF {month.employer.activity}",
    )
    lines(sheet, 108, 31, (*theirs, month.employer.agreement), 8.5, 86, 4.8)
    rows = [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    grey = (235, 235, 235)
    rows.append(Row({"label": "Salaire brut", "own": french(month.gross)}, True, grey))
    rows += [
        Row(
            {
                "label": one.label,
                "base": french(one.base),
                "firm_rate": rated(one.firm_rate) if one.firm else "",
                "firm": french(one.firm) if one.firm else "",
                "rate": rated(one.own_rate) if one.own else "",
                "own": french(-one.own) if one.own else "",
            }
        )
        for one in month.levies
    ]
    rows.append(Row({"label": "Total charges", "firm": french(month.firm), "own": french(-month.own)}, True, grey))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net avant prélèvement à la source", "own": french(month.before_tax)}, True))
    tax = {"label": "Prélèvement à la source", "base": french(month.taxable), "rate": rated(month.tax_rate)}
    rows.append(Row(tax | {"own": french(-month.tax)}))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.late]
    cols = (
        Col("label", "Libellé", 14, 82, "L"),
        Col("base", "Quantité/base", 82, 106),
        Col("firm_rate", "Tx patr.", 106, 124),
        Col("firm", "Part patr.", 124, 148),
        Col("rate", "Tx sal.", 148, 168),
        Col("own", "Part sal.", 168, 196),
    )
    y = table(sheet, 66, cols, rows, 8, 4.9, "columns frame", foot=214)
    sheet.box(110, y + 3, 86, 13, fill=(235, 235, 235))
    put(sheet, 112, y + 6.5, "SALAIRE NET VERSÉ", 11, 44, True)
    put(sheet, 156, y + 6.3, f"{french(month.net_paid)} €", 13, 38, True, "R")
    items = (
        ("Total heures du mois", french(month.hours)),
        ("Net fiscal du mois", french(month.taxable)),
        ("Net fiscal depuis janvier", french(month.year(month.taxable))),
        ("Coût total pour l'employeur", french(month.cost)),
    )
    facts(sheet, 14, y + 3, items, 50, 90, 8.5, 4.8, "R")
    put(sheet, 110, y + 19, f"Réglé par chèque le {day(month.pay_date)}", 8.5, 86)
    put(
        sheet,
        14,
        284,
        "À conserver sans limitation de durée. Voir www.service-public.fr, rubrique bulletin de paie.",
        7,
        180,
    )
    return Drawn(sheet, "payslip", (month.truth(),), month.also())
