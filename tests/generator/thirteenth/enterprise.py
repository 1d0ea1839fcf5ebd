"""A big enterprise's slip: who and what at the left, the pay at the right; its counters follow on a second page."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, counted, facts, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.thirteenth.folk import firm_name, frame_at
from tests.generator.thirteenth.schemes import GROUP

TINT = (226, 234, 242)


def enterprise(random: Random, face: Face) -> Drawn:
    """Part-time for some, a bonus for seniority, vouchers; the second page has neither SIRET nor sums."""
    firm = firm_name(
        random,
        ("LOGIDIS", "CARREDOR", "NORVIA", "SODEXPRO", "MERCANTIS"),
        ("FRANCE SAS", "HYPERMARCHÉS SA", "SUPPLY CHAIN", "PROXIMITÉ"),
    )
    frame = frame_at(random, firm, "4711F", "3305 - Commerce de détail et de gros à prédominance alimentaire")
    price = Decimal(random.randint(1190, 1740)) / 100
    hours = random.choice((FULL, FULL, Decimal("130.00"), Decimal("108.33")))
    gains = [worked("Salaire mensuel", hours, price)]
    gains.append(Gain("Prime d'ancienneté", cents(hours * price * random.randint(3, 9) / 100)))
    if random.random() < 0.5:
        gains.append(worked("Majoration travail de nuit 20 %", Decimal(random.randint(6, 40)), cents(price / 5)))
    away = Decimal(random.choice((0, 0, 7, 14)))
    if away:
        gains.append(worked("Absence maladie", -away, price))
    after = [Gain("Titres-restaurant part salarié", -Decimal(random.randint(12, 21) * 4))]
    if random.random() < 0.5:
        after.append(Gain("Remb. abonnement transport", Decimal(random.randint(1500, 4400)) / 100))
    month = month_of(
        frame,
        job=random.choice(("Employée commerciale", "Préparateur de commandes", "Hôte de caisse", "Boucher")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(GROUP, summed(one.amount for one in gains), Decimal("24.10"), "Complémentaire santé"),
        after=tuple(after),
        other_hours=(hours - away,) if away else (),
    )
    sheet = Sheet(face)
    _pay(sheet, month)
    sheet.pdf.add_page()
    _counters(sheet, month)
    hidden = ("employer_siret", "gross", "net_paid", "net_social", "net_taxable", "pay_date", "hours")
    return Drawn(sheet, "payslip", (month.truth(pages=2), month.truth(*hidden, pages=2)), month.also())


def _name(month: Month) -> str:
    birth = f" ({month.birth.upper()})" if month.birth else ""
    return f"{month.person.title} {month.person.last_name.upper()}{birth} {month.person.first_name}"


def _pay(sheet: Sheet, month: Month) -> None:
    person, employer = month.person, month.employer
    put(sheet, 10, 9, employer.name, 14, 90, True)
    put(sheet, 110, 9, "BULLETIN DE PAIE", 13, 90, True, "R")
    put(sheet, 110, 15.5, f"{month.name}   -   page 1/2", 9, 90, False, "R")
    sheet.line(10, 21, 200, 21)
    y = 26.0
    blocks = (
        (
            "Employeur",
            (employer.name, employer.street, employer.town, f"SIRET {employer.siret}", f"APE {employer.activity}"),
        ),
        ("Convention", (employer.agreement[:4], "Commerce alimentaire")),
        (
            "Salarié",
            (f"Matricule {month.number:08d}", f"NIR {person.nir}", "Entrée : 14/09/2015", "Ancienneté : 14/09/2015"),
        ),
        ("Emploi", (month.job, "Niveau 2B", f"Horaire : {french(month.hours)} h")),
        ("Période", (f"Du {day(month.start)}", f"au {day(month.end)}")),
        ("Paiement", (f"Le {day(month.pay_date)}", "Par virement bancaire")),
        ("Coût total employeur", (f"{french(month.cost)} €",)),
    )
    for title, texts in blocks:
        sheet.box(10, y, 44, 4.6, fill=TINT, edge=False)
        put(sheet, 10.5, y + 0.9, title, 7.5, 43, True)
        y = lines(sheet, 10.5, y + 5.8, texts, 7.5, 43, 4) + 3
    lines(sheet, 118, 27, (_name(month), person.street, person.town), 10.5, 80, 5.2)
    cols = (
        Col("label", "Rubriques", 58, 108, "L"),
        Col("base", "Base", 108, 126),
        Col("rate", "Taux sal.", 126, 140),
        Col("own", "Montant salarié", 140, 162),
        Col("firm_rate", "Taux pat.", 162, 177),
        Col("firm", "Montant employeur", 177, 200),
    )
    y = table(sheet, 52, cols, _rows(month), 7.2, 4.4, "frame", TINT)
    sheet.box(118, y + 3, 82, 14, fill=TINT)
    put(sheet, 120, y + 5, "Net payé", 12, 30, True)
    put(sheet, 150, y + 5, f"{french(month.net_paid)} EUR", 13, 48, True, "R")
    put(sheet, 120, y + 12, f"Net imposable du mois : {french(month.taxable)}", 8, 78)


def _rows(month: Month) -> list[Row]:
    rows = [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "REMUNERATION BRUTE", "own": french(month.gross)}, True, TINT))
    group = ""
    for levy in month.levies:
        if levy.group != group:
            group = levy.group
            rows.append(Row({"label": group}, True))
        cells = {"label": levy.label, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate, 3), "own": french(-levy.own)} if levy.own else {}
        cells |= {"firm_rate": rated(levy.firm_rate, 3), "firm": french(levy.firm)} if levy.firm else {}
        rows.append(Row(cells))
    total = {"label": "TOTAL COTISATIONS ET CONTRIBUTIONS", "own": french(-month.own), "firm": french(month.firm)}
    rows.append(Row(total, True, TINT))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "own": french(month.net_social)}, True))
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "NET AVANT IMPOT SUR LE REVENU", "own": french(month.before_tax)}, True))
    tax = {"label": "Impôt sur le revenu (PAS)", "base": french(month.taxable), "rate": rated(month.tax_rate, 3)}
    rows.append(Row(tax | {"own": french(-month.tax)}))
    return rows


def _counters(sheet: Sheet, month: Month) -> None:
    put(sheet, 10, 9, month.employer.name, 14, 90, True)
    put(sheet, 110, 9, "BULLETIN DE PAIE", 13, 90, True, "R")
    put(sheet, 110, 15.5, f"{month.name}   -   page 2/2", 9, 90, False, "R")
    sheet.line(10, 21, 200, 21)
    items = (
        ("Salarié", _name(month)),
        ("Matricule", f"{month.number:08d}"),
        ("Période", f"du {day(month.start)} au {day(month.end)}"),
    )
    y = facts(sheet, 10, 27, items, 30, 120, 9, 5.2) + 6
    cols = (
        Col("label", "Compteurs (jours ouvrables)", 10, 80, "L"),
        Col("got", "Acquis", 80, 110),
        Col("taken", "Pris", 110, 140),
        Col("left", "Solde", 140, 170),
    )
    taken = month.number % 13
    counters = (
        Row({"label": "Congés payés N-1", "got": "30,00", "taken": f"{taken},00", "left": f"{30 - taken},00"}),
        Row({"label": "Congés payés N", "got": "12,50", "taken": "0,00", "left": "12,50"}),
        Row({"label": "Repos compensateur (heures)", "got": "3,50", "taken": "3,50", "left": "0,00"}),
    )
    y = table(sheet, y, cols, counters, 8.5, 5.4, "rows frame", TINT) + 8
    days = (Col("label", "Détail des absences", 10, 80, "L"), Col("from", "Du", 80, 110), Col("to", "Au", 110, 140))
    away = Row({"label": "Congés payés", "from": day(month.start), "to": day(month.start.replace(day=4))})
    y = table(sheet, y, days, (away,), 8.5, 5.4, "rows frame", TINT) + 8
    notes = (
        "Un accord sur le travail dominical a été signé. Il est affiché dans chaque établissement.",
        "Votre espace de paie en ligne garde vos bulletins cinquante ans. Demandez vos codes au service du personnel.",
        "Pour la définition des termes employés, voir www.service-public.fr, rubrique cotisations salariales.",
        "Conservez ce bulletin sans limitation de durée.",
    )
    for note in notes:
        y = sheet.paragraph(10, y, note, 186, 9) + 2.5
