"""A small restaurant's slip from its accountant's program: the official groups, sums and leave at the foot."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, counted, facts, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.thirteenth.folk import firm_name, frame_at
from tests.generator.thirteenth.schemes import OFFICIAL

GREY = (233, 233, 233)


def accountant(random: Random, face: Face) -> Drawn:
    """Meals are a benefit in kind taken back out of the net; overtime to 39 hours a week in half of them."""
    firm = firm_name(
        random,
        ("SARL LE RELAIS", "BRASSERIE", "SAS AU BON ACCUEIL", "EURL LA CANTINE", "PIZZERIA"),
        ("DE LA PLACE", "DES HALLES", "DU CANAL", "BEAU RIVAGE"),
    )
    frame = frame_at(random, firm, "5610A", "Hôtels cafés restaurants (HCR) - IDCC 1979")
    price = Decimal(random.randint(1188, 1620)) / 100
    gains = [worked("Salaire de base", FULL, price)]
    hours = FULL
    if random.random() < 0.5:
        hours = Decimal("169.00")
        gains.append(worked("Heures supplémentaires à 110 %", Decimal("17.33"), cents(price * Decimal("1.10"))))
    meals = worked("Avantages en nature repas", Decimal(random.randint(14, 40)), Decimal("4.15"))
    gains.append(meals)
    late = (Gain("Acompte", -Decimal(random.choice((100, 200, 300)))),) if random.random() < 0.3 else ()
    month = month_of(
        frame,
        job=random.choice(("Serveuse", "Cuisinier", "Employé polyvalent", "Chef de rang", "Plongeur")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(
            OFFICIAL, summed(one.amount for one in gains), Decimal("16.40"), "Complémentaire santé - HCR Santé"
        ),
        after=(Gain("Reprise avantages en nature", -meals.amount),),
        late=late,
        other_hours=(FULL,) if hours != FULL else (),
    )
    return Drawn(_sheet(month, face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    put(sheet, 12, 10, employer.name, 11, 88, True)
    texts = (
        employer.street,
        employer.town,
        "",
        f"SIRET : {employer.siret}   Code NAF : {employer.activity}",
        f"Convention collective : {employer.agreement}",
    )
    lines(sheet, 12, 15.5, texts, 8, 88, 4.2)
    sheet.box(104, 9, 94, 9, fill=GREY, edge=False)
    put(sheet, 104, 11, "BULLETIN DE SALAIRE", 13, 94, True, "C")
    put(sheet, 104, 20, f"Période : {month.name}", 9.5, 94, True, "C")
    put(sheet, 104, 25, f"du {day(month.start)} au {day(month.end)}", 8, 94, False, "C")
    birth = f" née {month.birth.upper()}" if month.birth else ""
    own = (f"{person.title} {person.first_name} {person.last_name.upper()}{birth}", person.street, person.town)
    lines(sheet, 112, 44, own, 10.5, 84, 5.2)
    items = (
        ("Matricule", f"{month.number:05d}"),
        ("N° SS", f"{person.nir[:13]} {person.nir[13:]}"),
        ("Emploi", month.job),
        ("Statut professionnel", "Employé"),
        ("Niveau - Échelon", "I - 3"),
        ("Entrée", f"01/{month.start.month:02d}/2021"),
    )
    facts(sheet, 12, 40, items, 34, 88, 8, 4.2)
    cols = (
        Col("label", "Éléments de paie", 12, 92, "L"),
        Col("base", "Base", 92, 112),
        Col("rate", "Taux", 112, 129),
        Col("loss", "À déduire", 129, 149),
        Col("gain", "À payer", 149, 170),
        Col("firm", "Charges patronales", 170, 198),
    )
    y = table(sheet, 68, cols, _rows(month), 7.6, 4.35, "columns frame", GREY)
    sheet.box(108, y + 2, 90, 11, fill=GREY)
    put(sheet, 110, y + 5, "NET À PAYER AU SALARIÉ", 10, 50, True)
    put(sheet, 160, y + 4.6, f"{french(month.net_paid)} €", 12.5, 36, True, "R")
    put(sheet, 108, y + 14, f"Paiement le {day(month.pay_date)} par virement", 8, 90, False, "R")
    leave = tuple(Col(key, head, 12 + 18 * place, 30 + 18 * place) for place, (key, head) in enumerate(_LEAVE))
    past = Row({"what": "Acquis", "last": "30,00", "now": french(Decimal(month.end.month) * Decimal("2.5"))})
    rest = Row({"what": "Solde", "last": f"{month.number % 20},00", "now": past.cells["now"]})
    table(sheet, y + 2, leave, (past, rest), 7.4, 4.3, "rows frame", GREY)
    _foot(sheet, month, y + 24)
    text = "Dans votre intérêt, et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans "
    text += "limitation de durée. Informations sur www.service-public.fr"
    put(sheet, 12, 286, text, 6.5, 186, False, "C")
    return sheet


_LEAVE = (("what", "Congés"), ("last", "N-1"), ("now", "N"))


def _rows(month: Month) -> list[Row]:
    rows = [Row({"label": one.label, "gain": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "Salaire brut", "gain": french(month.gross)}, True, GREY))
    group = ""
    for levy in month.levies:
        if levy.label and levy.group != group:
            rows.append(Row({"label": levy.group}, True))
        group = levy.group
        cells = {"label": levy.label or levy.group, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate, 4), "loss": french(levy.own)} if levy.own else {}
        cells |= {"firm": french(levy.firm)} if levy.firm else {}
        rows.append(Row(cells, not levy.label and levy.group.isupper()))
    total = {"label": "Total des cotisations et contributions", "loss": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, GREY))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "loss": french(-one.amount)}) for one in month.after]
    rows.append(Row({"label": "NET À PAYER AVANT IMPÔT SUR LE REVENU", "gain": french(month.before_tax)}, True))
    cells = {"label": "Impôt sur le revenu prélevé à la source - PAS", "base": french(month.taxable)}
    rows.append(Row(cells | {"rate": f"{rated(month.tax_rate)}", "loss": french(month.tax)}))
    return rows + [Row({"label": one.label, "loss": french(-one.amount)}) for one in month.late]


def _foot(sheet: Sheet, month: Month, y: float) -> None:
    heads = ("", "Heures", "Brut", "Net imposable", "Impôt (PAS)", "Ch. patronales", "Coût global")
    keys = ("when", "hours", "gross", "net", "tax", "firm", "cost")
    cols = tuple(
        Col(key, head, 12 + 26.57 * place, 12 + 26.57 * (place + 1), "L" if place == 0 else "R")
        for place, (key, head) in enumerate(zip(keys, heads, strict=True))
    )
    amounts = {"gross": month.gross, "net": month.taxable, "tax": month.tax, "firm": month.firm, "cost": month.cost}
    now = {"when": "Mensuel", "hours": french(month.hours)} | {key: french(one) for key, one in amounts.items()}
    year = {"when": "Annuel"} | {key: french(month.year(one)) for key, one in amounts.items()}
    year["hours"] = french(month.hours * month.end.month)
    table(sheet, y, cols, (Row(now), Row(year)), 7.6, 4.6, "columns rows frame", GREY)
