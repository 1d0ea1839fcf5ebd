# ruff: noqa: E501 - tables of words, in lines as they come
"""A bulletin put together at random: where parties stand, how dates are said, which columns, what is at the foot."""

from collections.abc import Sequence
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import Pay, draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, pairs, stack, strip, table
from tests.generator.payslip import day, french

WORDS = {
    "gross": (
        "TOTAL BRUT", "Salaire brut", "Rémunération brute", "Total du brut", "SALAIRE BRUT MENSUEL", "Brut total",
        "Total salaire brut", "TOTAL BRUT MENSUEL", "Montant brut", "Rémunération brute totale", "BRUT",
    ),
    "total": ("Total cotisations", "TOTAL RETENUES", "Total des cotisations et contributions", "Total charges"),
    "net_social": ("Montant net social", "MONTANT NET SOCIAL", "Net social", "NET SOCIAL (à déclarer)"),
    "before_tax": (
        "Net à payer avant impôt sur le revenu", "NET A PAYER AVANT IMPOT SUR LE REVENU", "Net avant impôt",
        "Net à payer avant impôt", "Montant net à payer avant impôt sur le revenu",
    ),
    "tax": (
        "Impôt sur le revenu prélevé à la source", "Prélèvement à la source", "Impôt sur le revenu - PAS",
        "PAS taux personnalisé", "Impôt prélevé à la source",
    ),
    "net_paid": (
        "NET A PAYER", "Net payé", "Net à payer", "NET PAYE EN EUROS", "Net à payer au salarié", "NET A PAYER EN EUROS",
        "Montant net à payer", "Net versé", "NET À PAYER APRÈS IMPÔT", "Total net à payer", "Montant net payé",
    ),
    "net_taxable": (
        "Net imposable", "NET IMPOSABLE", "Montant net imposable", "Net fiscal", "Imposable", "Salaire imposable",
        "Base imposable", "Revenu imposable", "Rémunération nette imposable",
    ),
    "hours": (
        "Heures", "Heures payées", "Heures travaillées", "Nb d’heures", "Total heures", "Heures mois", "Hres payées",
        "Nombre d’heures", "Horaire mensuel", "Heures rémunérées", "Nombre heures",
    ),
    "salary": ("Salaire de base", "SALAIRE DE BASE", "Salaire mensuel", "Salaire horaire", "Appointements", "Heures normales"),
}  # fmt: skip
PERIODS = (
    "Période du {start} au {end}",
    "Période : {start} - {end}",
    "Période de paie : du {start} au {end}",
    "{month} – du {start} au {end}",
    "Paie du {start} au {end}",
    "Période d’emploi : {start} au {end}",
    "PERIODE {start} au {end}",
    "{MONTH}",
    "Mois de {month_low}",
    "Paie de {month_low}",
    "Période : {figures}",
    "Bulletin du mois de {month_low}",
)
PAID = (
    "Payé le {paid}",
    "Date de paiement : {paid}",
    "Paiement le {paid} par virement",
    "Virement le {paid}",
    "Date de paiement {paid}",
    "Versé le {paid}",
    "Date de versement : {paid}",
    "Réglé par chèque le {paid}",
    "Date paiement : {paid}",
    "Paiement : {paid}",
    "Payé par virement le {paid}",
    "Date du virement : {paid}",
    "Règlement le : {paid}",
)
TITLES = ("BULLETIN DE PAIE", "Bulletin de salaire", "Bulletin de paie", "FICHE DE PAIE", "BULLETIN DE SALAIRE")


def random_words(random: Random) -> Words:
    return Words(**{name: random.choice(choices) for name, choices in WORDS.items()})


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random, random.choice(("company", "company", "company", "public")))
    words = random_words(random)
    sheet = Sheet(face)
    hidden = {"pages"} | _heading(sheet, pay, random)
    y = 79 + random.choice((0, 3))
    y = _table(sheet, pay, words, random, y)
    _foot(sheet, pay, words, random, y + 4)
    if random.random() < 0.4:
        sheet.text(random.choice((10, 180)), 286, random.choice(("Page 1/1", "page : 1 / 1", "Page 1 sur 1")), 7)
        hidden.discard("pages")
    return Drawn(sheet, "payslip", (pay.truth(*hidden),), pay.also_right())


def _heading(sheet: Sheet, pay: Pay, random: Random) -> set[str]:
    """Title, period, day of payment, parties; returns what is not printed."""
    slip = pay.slip
    period = random.choice(PERIODS)
    names = {
        "start": day(slip.start),
        "end": day(slip.end),
        "month": slip.month_name,
        "MONTH": slip.month_name.upper(),
        "month_low": slip.month_name.lower(),
        "figures": f"{slip.month:%m/%Y}",
        "paid": day(slip.pay_date),
    }
    hidden: set[str] = set() if "{start}" in period else {"period_start", "period_end"}
    lines = [random.choice(TITLES), period.format_map(names)]
    paid = random.choice(PAID).format_map(names)
    paid_with_title = random.random() < 0.6
    if paid_with_title:
        lines.append(paid)
    left_title = random.random() < 0.5
    x = 12 if left_title else 115
    sheet.text(x, 8, lines[0], random.choice((11, 13, 15)), bold=True)
    stack(sheet, x, 16, lines[1:], 9, 5)
    employer_x, employee_x = (115, 12) if left_title else (12, 115)
    if random.random() < 0.3:
        employer_x = employee_x
    employer_y, employee_y = (8.0 if employer_x != x else 28.0), 55.0
    _employer(sheet, pay, random, employer_x, employer_y)
    _employee(sheet, pay, random, employee_x, employee_y)
    other = 12 if employee_x == 115 else 115
    facts = [
        ("Matricule", "00231"),
        ("N° Sécurité sociale", slip.employee.nir),
        ("Emploi", slip.job),
        ("Date d’entrée", "03/06/2017"),
        ("Convention", slip.employer.agreement[:28]),
    ]
    if not paid_with_title:
        facts.append(("Date de paiement", names["paid"]))
    pairs(sheet, other, 48, facts, 34, 7.5, 4.2, random.choice((" :", "", ":")))
    return hidden


def _employer(sheet: Sheet, pay: Pay, random: Random, x: float, y: float) -> None:
    employer = pay.slip.employer
    siret = random.choice(
        (
            employer.siret,
            f"{employer.siret[:3]} {employer.siret[3:6]} {employer.siret[6:9]} {employer.siret[9:]}",
            f"{employer.siret[:9]} {employer.siret[9:]}",
        )
    )
    numbers = random.choice(
        (
            (f"SIRET : {siret}", f"Code APE : {employer.activity}"),
            (f"N° Siret {siret}   NAF {employer.activity}",),
            (f"Siret : {siret} - APE : {employer.activity} - Urssaf : 237000001204",),
            (f"Code NAF {employer.activity}", f"SIRET {siret}"),
        )
    )
    head: Sequence[str] = random.choice(((), (), ("Employeur",), ("EMPLOYEUR :",), ("Établissement",)))
    stack(sheet, x, y, head, 7)
    y += 4 * len(head)
    y = stack(sheet, x, y, (employer.name, employer.street, employer.town), 9, 4.4, bold_first=random.random() < 0.7)
    stack(sheet, x, y, numbers, 8, 4.2)


def _employee(sheet: Sheet, pay: Pay, random: Random, x: float, y: float) -> None:
    person = pay.slip.employee
    title = {"M.": ("M.", "Monsieur", "M", "Mr"), "Mme": ("Mme", "Madame")}[person.title]
    name = random.choice(
        (
            f"{random.choice(title)} {person.first_name} {person.last_name.upper()}",
            f"{random.choice(title)} {person.last_name.upper()} {person.first_name}",
            f"{person.first_name} {person.last_name}",
            f"{person.last_name.upper()} {person.first_name}",
        )
    )
    if random.random() < 0.25:
        sheet.text(x, y - 4, random.choice(("Salarié", "Salarié(e)", "SALARIE")), 7)
    if random.random() < 0.3:
        sheet.box(x - 3, y - 1, 86, 20)
    stack(sheet, x, y + 1, (name, person.street, person.town), random.choice((9, 10.5)), 5)


def _table(sheet: Sheet, pay: Pay, words: Words, random: Random, y: float) -> float:
    columns = random.choice(
        (
            (("Base", 96, "base"), ("Taux", 114, "rate"), ("Montant", 142, "gain+minus"), ("Part employeur", 199, "employer")),
            (("Nombre", 92, "base"), ("Taux", 108, "rate"), ("Gain", 130, "gain"), ("Retenue", 152, "deduction"),
             ("Taux pat.", 172, "employer_rate"), ("Ret. pat.", 199, "employer")),
            (("Base", 100, "base"), ("Taux", 120, "rate"), ("A payer", 146, "gain"), ("A déduire", 170, "deduction"),
             ("Charges patronales", 199, "employer")),
            (("Base", 100, "base"), ("Taux", 120, "rate"), ("A déduire", 146, "deduction"), ("A payer", 170, "gain"),
             ("Employeur", 199, "employer")),
            (("Quantité ou base", 110, "base"), ("Taux", 140, "rate"), ("Montant", 199, "gain+minus")),
        )
    )  # fmt: skip
    lines = [*earnings(pay, words), *contributions(pay, words, random.random() < 0.5), *nets(pay, words)]
    return table(
        sheet,
        10,
        y,
        [Column(*one) for one in columns],
        lines,
        random.choice((7.5, 8)),
        random.choice((4.3, 4.8)),
        random.choice(("columns", "grid", "zebra", "none")),
        random.choice(((225, 225, 225), (215, 225, 235), None)),
        random.choice(("Désignation", "Libellé", "Rubriques", "Éléments de paie", "Intitulé")),
        random.choice((0, 215)),
    )


def _foot(sheet: Sheet, pay: Pay, words: Words, random: Random, y: float) -> None:
    """The net in a box, a bar or a line; the month's sums in a strip or in pairs; sometimes the year's with them."""
    months = pay.slip.month.month
    way = random.randrange(4)
    net = f"{french(pay.net_paid)}{random.choice((' €', '', ' EUR'))}"
    month = (pay.hours, pay.gross, pay.net_taxable, pay.employer_total)
    heads = (words.hours, "Brut", words.net_taxable, random.choice(("Charges patronales", "Coût employeur")))
    if way < 2:
        rows = [("Mois", *map(french, month)), ("Année", *(french(one * months) for one in month))]
        end = strip(sheet, 10, y, (18, 28, 26, 34, 32), ("", *heads), rows, 6.5 if sheet.font == "typewriter" else 7)
        if way == 0:
            sheet.box(152, y, 48, end - y)
            sheet.text(152, y + 2, words.net_paid, 8.5, bold=True, align="C", width=48)
            sheet.text(152, y + 8, net, 11, bold=True, align="C", width=48)
        else:
            sheet.text(100, end + 4, words.net_paid, 10, bold=True)
            sheet.text(150, end + 4, net, 11, bold=True, align="R", width=48)
        return
    sheet.text(12, y, f"{words.hours} :", 8)
    sheet.text(52, y, french(pay.hours), 8, align="R", width=24)
    for place, (label, value) in enumerate(
        ((words.net_taxable, pay.net_taxable), (f"Cumul {words.net_taxable.lower()}", pay.net_taxable * months)), 1
    ):
        sheet.text(12, y + 5 * place, f"{label} :", 8)
        sheet.text(52, y + 5 * place, french(value), 8, align="R", width=24)
    if way == 2:
        sheet.box(112, y, 88, 10, fill=(228, 228, 228))
        sheet.text(115, y + 3, words.net_paid, 9, bold=True)
        sheet.text(150, y + 2.6, net, 11, bold=True, align="R", width=47)
    else:
        sheet.text(130, y, words.net_paid, 9, bold=True, align="R", width=68)
        sheet.text(130, y + 6, net, 12, bold=True, align="R", width=68)
