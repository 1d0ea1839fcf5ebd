"""A public hospital's bulletin: grade, step and index, wordings in short, amounts with a point."""

from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.drawing import Sheet
from tests.generator.eighth.month import Gain, Levy, summed
from tests.generator.fonts import Face
from tests.generator.ninth.folk import one_of
from tests.generator.ninth.kit import Col, Row, boxed, facts, lines, plain, put, table, upper
from tests.generator.ninth.wage import Wage, drawn_frame
from tests.generator.parts import Drawn
from tests.generator.payslip import FULL_TIME, cents, day

BLUE = (222, 232, 240)
JOBS = (
    ("AIDE SOIGNANT CL NORMALE", "03", 373, 386),
    ("AGENT ENTRETIEN QUALIFIE", "04", 368, 380),
    ("ADJOINT ADMINISTRATIF 2E GRADE", "06", 375, 392),
    ("INFIRMIER EN SOINS GENERAUX 1G", "05", 420, 466),
)


def hospital(random: Random, face: Face) -> Drawn:
    """The period as "MARS 2025" and as a pay month 03/2025; a civil servant's levies."""
    place = random.choice(("VAL-DE-CRAULE", "BOURG-SAINT-ELOI", "LA ROCHE-AUBRY", "MONTREVEL-SUR-ORGE"))
    firm = one_of(random, ("CENTRE HOSPITALIER DE", "EHPAD PUBLIC DE", "HOPITAL LOCAL DE"), (place,))
    frame = drawn_frame(random, firm, "8610Z", "FONCTION PUBLIQUE HOSPITALIERE")
    frame["pay_date"] = frame["end"].replace(day=random.choice((25, 26, 27)))
    job, step, low, high = random.choice(JOBS)
    index = random.randint(low, high)
    month = _month(random, frame, job, index)
    sheet = Sheet(face)
    _head(sheet, month, step, index)
    _foot(sheet, month, _body(sheet, month))
    return Drawn(sheet, "payslip", (month.truth("period_start", "period_end"),), month.also())


def _month(random: Random, frame: dict[str, Any], job: str, index: int) -> Wage:
    year = frame["start"].year
    base = cents(index * Decimal("4.92278" if year > 2023 else "4.85003"))
    gains = [
        Gain("TRAITEMENT DE BASE INDICIAIRE", base),
        Gain("COMPLEMENT DE TRAIT. INDICIAIRE", cents(49 * Decimal("4.92278" if year > 2023 else "4.85003"))),
    ]
    extras = [Gain("IND. SUJETION SPECIALE 13 H", cents(base * Decimal("0.0855")))]
    if random.random() < 0.7:
        extras.append(Gain("IND. DIMANCHES ET JOURS FERIES", Decimal(random.randint(1, 4)) * Decimal("60.00")))
    if random.random() < 0.5:
        extras.append(Gain("PRIME SPECIFIQUE", Decimal("90.00")))
    gains += extras
    gross, bonus = summed(one.amount for one in gains), summed(one.amount for one in extras)
    rafp, csg = min(bonus, cents(base / 5)), cents(gross * Decimal("0.9825"))
    held, hired = cents(gains[0].amount + gains[1].amount), Decimal("34.65" if year > 2024 else "31.65")

    def levy(label: str, part: Decimal, own: str, firm: str, kind: str = "") -> Levy:
        rates = (Decimal(own), Decimal(firm))
        return Levy(
            "", label, part, rates[0], rates[1], cents(part * rates[0] / 100), cents(part * rates[1] / 100), kind
        )

    levies = (
        levy("CNRACL", held, "11.10", str(hired)),
        levy("RAFP", rafp, "5.00", "5.00"),
        levy("URSSAF MALADIE", held, "0", "8.88"),
        levy("URSSAF ALLOCATIONS FAMILIALES", held, "0", "5.25"),
        levy("ATIACL / FEH / CNFPT", held, "0", "2.40"),
        levy("CONTRIB. SOLIDARITE AUTONOMIE", held, "0", "0.30"),
        levy("CSG DEDUCTIBLE", csg, "6.80", "0"),
        levy("CSG NON DEDUCTIBLE", csg, "2.40", "0", "lost"),
        levy("CRDS NON DEDUCTIBLE", csg, "0.50", "0", "lost"),
    )
    after = (
        [Gain("REMB. TRANSPORT DOMICILE-TRAVAIL", Decimal(random.randint(1200, 3300)) / 100)]
        if random.random() < 0.4
        else []
    )
    if random.random() < 0.5:
        after.append(Gain("MUTUELLE PRECOMPTEE", -Decimal(random.randint(3200, 7800)) / 100))
    return Wage(**frame, job=job, hours=FULL_TIME, gains=tuple(gains), levies=levies, after=tuple(after))


def _head(sheet: Sheet, month: Wage, step: str, index: int) -> None:
    employer, person = month.employer, month.person
    put(sheet, 10, 10, employer.name, 11, 100, True)
    lines(sheet, 10, 15.5, ("Direction des ressources humaines", employer.street, employer.town), 8, 90, 4)
    put(sheet, 10, 28, f"N° SIRET {employer.siret}   APE {employer.activity}", 8, 96)
    sheet.box(116, 9, 84, 12, BLUE)
    put(sheet, 116, 10.5, "BULLETIN DE PAIE", 11, 84, True, "C")
    put(sheet, 116, 15.8, upper(month.end), 9.5, 84, True, "C")
    put(sheet, 116, 23, f"Mois de paie : {month.end:%m/%Y}", 8, 84)
    put(sheet, 116, 27, f"Date de paiement : {day(month.pay_date)}", 8, 84)
    title = {"M.": "MONSIEUR", "Mme": "MADAME"}[person.title]
    lines(
        sheet,
        116,
        39,
        (f"{title} {person.last_name.upper()} {person.first_name.upper()}", person.street.upper(), person.town),
        9.5,
        84,
        4.8,
    )
    items = [
        ("Matricule", f"{month.number:06d}"),
        ("N° INSEE", f"{person.nir[:13]} clé {person.nir[13:]}"),
        ("Grade", month.job),
        ("Echelon / Indice majoré", f"{step} / {index}"),
        ("Statut", "Titulaire - temps plein"),
        ("Base horaire", plain(month.hours)),
    ]
    if month.birth:
        items.insert(1, ("Nom de naissance", month.birth.upper()))
    sheet.box(10, 36, 100, 33)
    facts(sheet, 12, 37.5, items, 36, 96, 8, 4.4)


def _body(sheet: Sheet, month: Wage) -> float:
    rows = [Row({"label": one.label, "gain": plain(one.amount)}) for one in month.gains]
    rows.append(Row({"label": "TOTAL BRUT", "gain": plain(month.gross)}, True, BLUE))
    for levy in month.levies:
        cells = {"label": levy.label, "base": plain(levy.base)}
        if levy.own:
            cells |= {"rate": plain(levy.own_rate), "taken": plain(levy.own)}
        if levy.firm:
            cells |= {"firm_rate": plain(levy.firm_rate), "firm": plain(levy.firm)}
        rows.append(Row(cells))
    rows.append(Row({"label": "TOTAL COTISATIONS", "taken": plain(month.own), "firm": plain(month.firm)}, True))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "gain": plain(month.net_social)}, True, BLUE))
    for one in month.after:
        rows.append(Row({"label": one.label, "gain" if one.amount > 0 else "taken": plain(abs(one.amount))}))
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "gain": plain(month.before_tax)}, True))
    tax = {"label": "IMPOT SUR LE REVENU PRELEVE A LA SOURCE", "base": plain(month.taxable)}
    rows.append(Row(tax | {"rate": plain(month.tax_rate), "taken": plain(month.tax)}))
    cols = (
        Col("label", "LIBELLE", 10, 82, "L"),
        Col("base", "BASE", 82, 104),
        Col("rate", "TAUX", 104, 120),
        Col("gain", "A PAYER", 120, 142),
        Col("taken", "A DEDUIRE", 142, 164),
        Col("firm_rate", "TX PAT.", 164, 179),
        Col("firm", "PATRONAL", 179, 200),
    )
    return table(sheet, 74, cols, rows, 8, 4.5, "columns frame", BLUE, 205)


def _foot(sheet: Sheet, month: Wage, y: float) -> None:
    y += 3
    items = (
        ("Brut annuel", plain(month.year(month.gross))),
        ("Net imposable du mois", plain(month.taxable)),
        ("Net imposable annuel", plain(month.year(month.taxable))),
        ("Cumul impôt prélevé", plain(month.year(month.tax))),
    )
    boxed(sheet, 10, y, 76, items)
    leave = (("Congés annuels - droits", "25.00"), ("Congés pris", "9.00"), ("Solde RTT", "6.50"))
    boxed(sheet, 90, y, 46, leave, 7.5)
    sheet.box(140, y, 60, 14, BLUE)
    put(sheet, 142, y + 1.5, "NET A PAYER EN EUROS", 8.5, 56, True)
    put(sheet, 142, y + 6.5, plain(month.net_paid), 13, 55, True, "R")
    put(sheet, 140, y + 16, f"Coût total employeur : {plain(month.cost)}", 8, 60, align="R")
    put(sheet, 10, y + 30, "Bulletin à conserver sans limitation de durée.", 8, 120)
    put(sheet, 10, y + 34.5, "Comprendre votre bulletin : www.service-public.fr", 8, 120)
