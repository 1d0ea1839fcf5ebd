"""A suite's slip on two pages: the pay with its levies, then the nets, the sums and the leave."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.folk import invented
from tests.generator.eighth.kit import Col, Row, counted, facts, lines, put, rated, spoken, table
from tests.generator.eighth.month import FULL, Gain, Month, draw_frame, levied, month_of, summed, worked
from tests.generator.eighth.schemes import SUITE
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

BLUE = (214, 226, 240)


def suite(random: Random, face: Face) -> Drawn:
    """Groups as headings; the second page names the employer and the employee in one line, without the SIRET."""
    firm = invented(
        random,
        ("CLINIQUE", "FONDATION", "MAISON DE RETRAITE", "INSTITUT"),
        ("DES DEUX VALLÉES", "MARGUERITE-ARNAUD", "LES OLIVIERS BLEUS", "SAINT-YRIEIX"),
    )
    frame = draw_frame(random, firm, "8610Z", "Hospitalisation privée à but non lucratif - FEHAP CCN 51")
    price = Decimal(random.randint(1240, 1990)) / 100
    share = random.choice((Decimal(1), Decimal(1), Decimal("0.8")))
    hours = cents(FULL * share)
    gains = [
        worked("Salaire de base conventionnel", hours, price),
        Gain("Prime décentralisée 5 %", cents(hours * price / 20)),
    ]
    gains += [
        worked("Indemnité dimanches et fériés", Decimal(random.randint(7, 22)), Decimal("7.84")),
        Gain("Indemnité Ségur 1", cents(206 * share)),
    ]
    after = [Gain("Prêt du CSE - échéance", Decimal(-60))] if random.random() < 0.3 else []
    after += (
        [Gain("Prise en charge titre de transport", Decimal(random.randint(1800, 4300)) / 100)]
        if random.random() < 0.6
        else []
    )
    month = month_of(
        frame,
        job=random.choice(("Infirmière DE", "Aide-soignant", "Agent de service logistique", "Secrétaire médicale")),
        hours=hours,
        gains=tuple(gains),
        levies=levied(SUITE, summed(one.amount for one in gains), Decimal("27.85"), "Complémentaire frais de santé"),
        after=tuple(after),
    )
    sheet = Sheet(face)
    _first(sheet, month)
    sheet.pdf.add_page()
    _second(sheet, month)
    hidden = ("pay_date", "net_paid", "net_social", "net_taxable")
    first = month.truth(*hidden, pages=2)
    second = month.truth("employer_siret", "gross", "period_start", "period_end", "hours", pages=2)
    return Drawn(sheet, "payslip", (first, second), month.also())


def _first(sheet: Sheet, month: Month) -> None:
    person, employer = month.person, month.employer
    put(sheet, 120, 10, f"Bulletin de paie - {month.name}", 12, 78, True, "R")
    put(sheet, 120, 16.5, "Page 1 sur 2", 8, 78, align="R")
    put(sheet, 12, 10, employer.name, 12, 104, True)
    lines(
        sheet,
        12,
        16.5,
        (employer.street, employer.town, f"SIRET {employer.siret} | Code NAF {employer.activity}", employer.agreement),
        8,
        100,
        4.3,
    )
    birth = f" née {month.birth}" if month.birth else ""
    lines(
        sheet,
        112,
        40,
        (f"{person.title} {person.first_name} {person.last_name}{birth}", person.street, person.town),
        10.5,
        88,
        5.4,
    )
    items = (
        ("Matricule", str(month.number)),
        ("N° de sécurité sociale", person.nir),
        ("Emploi", month.job),
        ("Période", f"{day(month.start)} - {day(month.end)}"),
        ("Temps de travail", f"{french(month.hours)} heures"),
    )
    facts(sheet, 12, 38, items, 36, 96, 8, 4.5)
    rows = [Row({"label": "Rémunération"}, True, BLUE)]
    rows += [Row({"label": one.label, "own": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "Total brut", "own": french(month.gross)}, True))
    group = ""
    for levy in month.levies:
        if levy.group != group:
            group = levy.group
            rows.append(Row({"label": group}, True, BLUE))
        cells = {"label": levy.label, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate, 3), "own": french(-levy.own)} if levy.own else {}
        rows.append(
            Row(cells | ({"firm_rate": rated(levy.firm_rate, 3), "firm": french(levy.firm)} if levy.firm else {}))
        )
    rows.append(
        Row(
            {"label": "Total cotisations et contributions", "own": french(-month.own), "firm": french(month.firm)}, True
        )
    )
    cols = (
        Col("label", "", 12, 92, "L"),
        Col("base", "Base", 92, 116),
        Col("rate", "Taux salarié", 116, 138),
        Col("own", "Part salarié", 138, 164),
        Col("firm_rate", "Taux empl.", 164, 180),
        Col("firm", "Empl.", 180, 198),
    )
    y = table(sheet, 68, cols, rows, 8.2, 5.3, "", None)
    put(sheet, 12, y + 4, "Suite page 2 : net à payer, imposable, congés", 8, 186, align="R")


def _second(sheet: Sheet, month: Month) -> None:
    person = month.person
    birth = f" née {month.birth}" if month.birth else ""
    put(sheet, 12, 10, f"{month.employer.name} - Bulletin de paie - {month.name}", 9.5, 150, True)
    put(sheet, 160, 10, "Page 2 sur 2", 8, 38, align="R")
    put(
        sheet,
        12,
        15.5,
        f"{person.title} {person.first_name} {person.last_name}{birth} - matricule {month.number}",
        8.5,
        150,
    )
    rows = (
        [Row({"label": "Montant net social", "own": french(month.net_social)}, True)] if month.says_net_social else []
    )
    rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True))
    rows.append(
        Row(
            {
                "label": "Impôt sur le revenu - taux personnalisé",
                "base": french(month.taxable),
                "rate": f"{rated(month.tax_rate)} %",
                "own": french(-month.tax),
            }
        )
    )
    cols = (
        Col("label", "Du brut au net", 12, 100, "L"),
        Col("base", "Assiette", 100, 130),
        Col("rate", "Taux", 130, 155),
        Col("own", "Montant", 155, 198),
    )
    y = table(sheet, 26, cols, rows, 9, 6, "rows", BLUE)
    sheet.box(108, y + 5, 90, 20, fill=BLUE)
    put(sheet, 111, y + 8, "Net payé", 13, 36, True)
    put(sheet, 147, y + 8, f"{french(month.net_paid)} €", 14, 49, True, "R")
    put(sheet, 111, y + 17, f"par virement du {spoken(month.pay_date)}", 9, 84)
    heads = (
        Col("label", "Compteurs", 12, 72, "L"),
        Col("now", "Mois", 72, 104),
        Col("year", f"Année {month.end.year}", 104, 140),
    )
    items = (
        ("Net imposable", month.taxable),
        ("Montant de l'impôt prélevé", month.tax),
        ("Cotisations employeur", month.firm),
        ("Total versé par l'employeur", month.cost),
    )
    body = [Row({"label": label, "now": french(value), "year": french(month.year(value))}) for label, value in items]
    y = table(sheet, y + 34, heads, body, 8.5, 5.5, "rows frame", BLUE)
    leave = (
        Col("label", "Congés (jours ouvrés)", 12, 72, "L"),
        Col("got", "Acquis", 72, 96),
        Col("taken", "Pris", 96, 118),
        Col("left", "Solde", 118, 140),
    )
    table(
        sheet,
        y + 8,
        leave,
        (
            Row({"label": "Année N-1", "got": "25,00", "taken": "12,00", "left": "13,00"}),
            Row({"label": "Année N", "got": "8,32", "taken": "0,00", "left": "8,32"}),
        ),
        8.5,
        5.5,
        "rows frame",
        BLUE,
    )
