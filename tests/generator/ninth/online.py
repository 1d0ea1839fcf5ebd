"""An online service's bulletin: hardly a rule, much white, the net in a pill of colour at the top."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import Col, Row, gain_cells, levy_cells, lines, put, rated, siret_groups, spoken, table
from tests.generator.ninth.schemes import ONLINE
from tests.generator.ninth.wage import Wage, drawn_frame, health, hourly, levied, lowering, part_time, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import MONTHS, french

LILAC, PALE = (236, 233, 250), (247, 246, 252)


def online(random: Random, face: Face) -> Drawn:
    """The period as "du 1er au 31 mars 2025", the SIRET in groups, what the employee pays with a minus."""
    firm = one_of(
        random,
        ("Atelier", "Studio", "Maison", "Épicerie", "Crèche"),
        ("Pollen", "Brindille", "Miroslav", "Cabane & Cie", "Septembre"),
    )
    frame = drawn_frame(
        random, firm + random.choice((" SAS", " SASU", "")), "4729Z", "Commerces de détail non alimentaires - IDCC 1517"
    )
    hours = part_time(random, "35", "35", "28", "20")
    year = frame["start"].year
    gains = [worked("Salaire de base", hours, hourly(random, year, 100, 160))]
    if random.random() < 0.3:
        gains.append(Gain("Prime exceptionnelle", Decimal(random.randint(50, 300))))
    gross = summed(one.amount for one in gains)
    levies = levied(ONLINE, gross)
    levies.insert(1, health("Santé", "Mutuelle", Decimal(random.randint(1900, 3600)) / 100))
    levies += lowering("Allègements", "Réduction générale de cotisations", gross, hours, year)
    after = (
        [Gain("Remboursement abonnement transport", Decimal(random.randint(1500, 4400)) / 100)]
        if random.random() < 0.5
        else []
    )
    if random.random() < 0.4:
        after.append(Gain("Titres-restaurant", -Decimal(random.randint(12, 20)) * Decimal("3.60")))
    month = Wage(
        **frame,
        job=random.choice(("Chargée de clientèle", "Vendeur", "Assistante administrative", "Préparateur")),
        hours=hours,
        gains=tuple(gains),
        levies=tuple(levies),
        after=tuple(after),
    )
    sheet = Sheet(face)
    _head(sheet, month)
    _foot(sheet, month, _body(sheet, month))
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage) -> None:
    employer, person = month.employer, month.person
    put(sheet, 15, 12, "Bulletin de paie", 17, 80, True)
    span = f"Du 1er au {month.end.day} {MONTHS[month.end.month - 1].lower()} {month.end.year}"
    put(sheet, 15, 20.5, span, 10, 80)
    sheet.box(127, 11, 68, 17, LILAC, edge=False)
    put(sheet, 130, 13, "Net payé", 8, 62)
    put(sheet, 130, 17.5, f"{french(month.net_paid)} €", 13, 62, True)
    put(sheet, 130, 23.8, f"Versé le {spoken(month.pay_date)}", 7.5, 62)
    put(sheet, 15, 34, "EMPLOYEUR", 6.5, 80, True)
    employer_lines = (
        employer.name,
        employer.street,
        employer.town,
        f"SIRET : {siret_groups(employer.siret)}",
        f"Code NAF : {employer.activity}",
        employer.agreement,
    )
    lines(sheet, 15, 38, employer_lines, 8.5, 88, 4.2)
    put(sheet, 108, 34, "SALARIÉ", 6.5, 80, True)
    birth = f" (née {month.birth})" if month.birth else ""
    person_lines = (
        f"{person.first_name} {person.last_name}{birth}",
        person.street,
        person.town,
        f"N° de sécurité sociale : {person.nir}",
        f"Poste : {month.job}",
        f"Contrat : CDI - {french(month.hours)} heures par mois",
    )
    lines(sheet, 108, 38, person_lines, 8.5, 88, 4.2)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row({"label": "Rémunération brute"}, True, PALE)]
    rows += [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "Total brut", "own": french(month.gross)}, True))
    group = ""
    for levy in month.levies:
        if levy.group != group:
            rows.append(Row({"label": levy.group}, True, PALE))
            group = levy.group
        rows.append(Row(levy_cells(levy, 2, -1)))
    total = {"label": "Total des cotisations et contributions", "own": french(-month.own), "firm": french(month.firm)}
    rows.append(Row(total, True))
    if month.says_net_social:
        rows.append(Row({"label": "Montant net social", "own": french(month.net_social)}, True, LILAC))
    if month.after:
        rows.append(Row({"label": "Remboursements et déductions diverses"}, True, PALE))
        rows += [Row({"label": one.label, "own": french(one.amount)}) for one in month.after]
    rows.append(Row({"label": "Net à payer avant impôt sur le revenu", "own": french(month.before_tax)}, True, LILAC))
    tax = {"label": "Impôt sur le revenu prélevé à la source", "base": french(month.taxable)}
    rows.append(Row(tax | {"rate": f"{rated(month.tax_rate)} %", "own": french(-month.tax)}))
    rows.append(Row({"label": "Net payé", "own": french(month.net_paid)}, True))
    cols = (
        Col("label", "", 15, 98, "L"),
        Col("base", "Base", 98, 121),
        Col("rate", "Taux", 121, 140),
        Col("own", "Salarié", 140, 167),
        Col("firm", "Employeur", 167, 195),
    )
    return table(sheet, 69, cols, rows, 7.8, 4.2, "", None)


def _foot(sheet: Sheet, month: Wage, y: float) -> None:
    y += 3
    items = (
        ("Montant net imposable", month.taxable),
        ("Impôt prélevé à la source", month.tax),
        ("Salaire brut", month.gross),
        ("Coût total pour l'employeur", month.cost),
    )
    rows = [Row({"label": label, "now": french(one), "year": french(month.year(one))}) for label, one in items]
    cols = (
        Col("label", "", 15, 67, "L"),
        Col("now", "Ce mois", 67, 91),
        Col("year", f"Depuis janv. {month.end.year}", 91, 118),
    )
    table(sheet, y, cols, rows, 7.5, 4.4, "rows", None)
    leave = (
        Col("label", "Congés payés", 126, 150, "L"),
        Col("got", "Acquis", 150, 164),
        Col("taken", "Pris", 164, 178),
        Col("left", "Solde", 178, 195),
    )
    body = (
        Row({"label": "En cours", "got": "10,40", "taken": "0", "left": "10,40"}),
        Row({"label": "Précédents", "got": "25", "taken": "11", "left": "14"}),
    )
    table(sheet, y, leave, body, 7.5, 4.4, "rows", None)
    put(
        sheet,
        15,
        281,
        "Ce bulletin est à conserver sans limitation de durée. Plus d'informations sur www.service-public.fr",
        7,
        180,
    )
