"""An accountant's simplified bulletin: a point before the cents, who is paid under the window, sums in small frames."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import NOTHING, Gain, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import (
    Col,
    Row,
    boxed,
    facts,
    gain_cells,
    grouped,
    lines,
    plain,
    put,
    siret_groups,
    table,
    upper,
)
from tests.generator.ninth.wage import Wage, health, hourly, levied, lowering, overtime_levies, part_time, worked
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, french
from tests.generator.tenth.folk import framed
from tests.generator.tenth.kit import hired, leave, net_rows, restyled, titled
from tests.generator.tenth.schemes import ACCOUNTANT

LABELS = ("MONTANT NET SOCIAL", "NET A PAYER AVANT IMPOT SUR LE REVENU", "Impôt sur le revenu prélevé à la source")
TRADES = (
    ("PHARMACIE", "4773Z", "Pharmacie d'officine", ("Préparatrice", "Employée en pharmacie")),
    ("CABINET DENTAIRE DR", "8623Z", "Cabinets dentaires", ("Assistante dentaire", "Aide dentaire")),
    ("BAR TABAC", "5630Z", "Hôtels, cafés, restaurants", ("Serveuse", "Employé polyvalent")),
    ("BOUCHERIE", "4722Z", "Boucherie, charcuterie, traiteur", ("Boucher préparateur", "Vendeuse en boucherie")),
    ("TRANSPORTS", "4941A", "Transports routiers et activités auxiliaires", ("Conducteur PL", "Conducteur livreur")),
)


def accountant(random: Random, face: Face) -> Drawn:
    """A client of an accountant, paid by the hour or the month; the days of the period in two digits each."""
    trade, activity, agreement, jobs = random.choice(TRADES)
    firm = one_of(random, (trade,), ("LE MOAL", "VERDIER", "SAINT-ROCH", "ESTEVAN", "GRANDJEAN ET FILS"))
    frame = framed(random, firm, activity, agreement, 0.35)
    year, hours = frame["start"].year, part_time(random, "35", "35", "30", "24")
    price = hourly(random, year, 100, 135)
    gains = [worked("Salaire mensuel", hours, price)]
    extra = (
        Decimal(random.choice(("4.00", "10.50", "17.33"))) if hours == FULL_TIME and random.random() < 0.4 else NOTHING
    )
    if extra:
        gains.append(worked("Heures supplémentaires à 125 %", extra, cents(price * Decimal("1.25"))))
    overtime = gains[-1].amount if extra else NOTHING
    if random.random() < 0.35:
        gains.append(Gain("Prime d'ancienneté", cents(gains[0].amount * random.choice((3, 6, 9)) / 100)))
    gross = summed(one.amount for one in gains)
    levies = levied(ACCOUNTANT, gross, overtime)
    levies.insert(2, health("SANTE", "Complémentaire Santé", Decimal(random.randint(1500, 3000)) / 100))
    levies += overtime_levies("", overtime) if extra else []
    levies += lowering("", "ALLEGEMENT DE COTISATIONS EMPLOYEUR", gross, hours + extra, year)
    transport = Gain("Indemnité transport domicile-travail", Decimal(random.randint(1500, 4000)) / 100)
    month = Wage(
        **frame,
        job=random.choice(jobs),
        hours=hours,
        gains=tuple(gains),
        levies=tuple(levies),
        after=(transport,) if random.random() < 0.3 else (),
        exempt=overtime,
        other_hours=(hours + extra,) if extra else (),
    )
    sheet = Sheet(face)
    _head(sheet, month, random)
    _foot(sheet, month, _body(sheet, month), random)
    return Drawn(sheet, "payslip", (month.truth(),), month.also())


def _head(sheet: Sheet, month: Wage, random: Random) -> None:
    employer, person = month.employer, month.person
    put(sheet, 10, 8, "BULLETIN DE SALAIRE", 12, 90, True)
    put(sheet, 120, 8, f"PERIODE : {upper(month.end)}", 10, 80, True, "R")
    put(sheet, 120, 13, f"du {month.start:%d/%m/%y} au {month.end:%d/%m/%y}", 8.5, 80, align="R")
    way = random.choice(("virement", "chèque"))
    put(sheet, 120, 17.3, f"Paiement : {month.pay_date:%d/%m/%y} par {way}", 8.5, 80, align="R")
    sheet.line(10, 22, 200, 22)
    items = (
        ("Employeur", employer.name),
        ("Adresse", employer.street),
        ("", employer.town),
        ("SIRET", siret_groups(employer.siret)),
        ("APE", employer.activity),
        ("Convention", employer.agreement),
    )
    facts(sheet, 10, 25, items, 22, 92, 8.5, 4.5)
    lines(sheet, 114, 38, (titled(person, last_first=True), person.street, person.town), 10.5, 84, 5.2)
    sheet.box(10, 55, 190, 15)
    known = (("Matricule", str(month.number)), ("N° SS", person.nir), ("Emploi", month.job))
    facts(sheet, 12, 56.2, known, 20, 84, 8, 4.4)
    entered = f"{hired(random, month.start):%d/%m/%y}"
    held = (("Entrée le", entered), ("Horaire mensuel", plain(month.hours)), ("Classification", "Employé niveau 2"))
    facts(sheet, 112, 56.2, held, 28, 84, 8, 4.4)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row(gain_cells(one, "own")) for one in month.gains]
    rows.append(Row({"label": "SALAIRE BRUT", "own": french(month.gross)}, True))
    rows += grouped(month, 2)
    total = {"label": "TOTAL DES COTISATIONS ET CONTRIBUTIONS", "own": french(month.own), "firm": french(month.firm)}
    rows.append(Row(total, True))
    rows += net_rows(month, french, "own", "own", LABELS, sign=-1)
    cols = (
        Col("label", "Rubriques", 10, 94, "L"),
        Col("base", "Base", 94, 116),
        Col("rate", "Taux sal.", 116, 135),
        Col("own", "Montant sal.", 135, 159),
        Col("firm_rate", "Taux pat.", 159, 177),
        Col("firm", "Montant pat.", 177, 200),
    )
    return table(sheet, 74, cols, restyled(rows), 7.5, 4.3, "columns frame", None, 210)


def _foot(sheet: Sheet, month: Wage, y: float, random: Random) -> None:
    before, now = leave(random)
    items = (
        ("Congés N-1 pris", before[1].replace(",", ".")),
        ("Congés N-1 solde", before[2].replace(",", ".")),
        ("Congés N acquis", now[0].replace(",", ".")),
    )
    boxed(sheet, 10, y + 3, 56, items, 8)
    sums = (
        ("Cumul brut", plain(month.year(month.gross))),
        ("Cumul net imposable", plain(month.year(month.taxable))),
        ("Cumul impôt", plain(month.year(month.tax))),
        ("Cumul heures", plain(month.year(month.hours))),
    )
    boxed(sheet, 70, y + 3, 60, sums, 8)
    sheet.box(134, y + 3, 66, 18.6)
    put(sheet, 136, y + 5, "NET IMPOSABLE", 8, 36)
    put(sheet, 170, y + 5, plain(month.taxable), 8, 28, align="R")
    put(sheet, 136, y + 12, "NET A PAYER (euros)", 9, 36, True)
    put(sheet, 170, y + 11.5, plain(month.net_paid), 12, 28, True, "R")
    y += 27
    put(sheet, 10, y, f"Total versé par l'employeur : {plain(month.cost)}", 8, 90)
    if month.lowered:
        put(sheet, 110, y, f"dont allègement de cotisations : {plain(month.lowered)}", 8, 90, align="R")
    put(
        sheet,
        10,
        y + 7,
        "Pour faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée.",
        7.5,
        190,
    )
    put(
        sheet,
        10,
        y + 11,
        "Pour la définition des termes employés : www.service-public.fr rubrique cotisations sociales",
        7.5,
        190,
    )
