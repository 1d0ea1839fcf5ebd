# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips held out: layouts, wordings and typefaces that no one looked at while the reader was tuned."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import Pay, draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import (
    Column,
    Drawn,
    Line,
    Words,
    contributions,
    earnings,
    nets,
    pairs,
    rate,
    stack,
    strip,
    table,
)
from tests.generator.payslip import day, french


def state(random: Random, face: Face) -> Drawn:
    """A ministry's slip: line codes, to pay, to deduct, for information; month in a box of its own."""
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="TOTAL BRUT",
        total="TOTAUX DES RETENUES",
        salary="TRAITEMENT BRUT",
        tax="IMPOT SUR LE REVENU PRELEVE A LA SOURCE",
    )
    sheet = Sheet(face)
    sheet.text(70, 8, "BULLETIN DE PAYE", 14, bold=True)
    sheet.box(150, 6, 50, 9)
    sheet.text(150, 8.5, f"MOIS DE {slip.month_name.upper()}", 8.5, align="C", width=50)
    stack(
        sheet,
        10,
        18,
        (slip.employer.name, slip.employer.street.upper(), slip.employer.town, f"SIRET {slip.employer.siret}"),
        8.5,
    )
    strip(
        sheet,
        10,
        40,
        (54, 40, 30, 30, 36),
        ("NUMERO INSEE", "GRADE", "ENFANTS A CHARGE", "ECHELON", "TEMPS PARTIEL"),
        ((person.nir, slip.job.upper()[:18], "00", "07", "100 %"),),
        6.5,
    )
    stack(
        sheet,
        112,
        20,
        (
            f"{person.title.upper()} {person.first_name.upper()} {person.last_name.upper()}",
            person.street.upper(),
            person.town,
        ),
        9.5,
    )
    columns = (
        Column("A PAYER", 140, "gain"),
        Column("A DEDUIRE", 168, "deduction"),
        Column("POUR INFORMATION", 199, "employer"),
    )
    lines = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    coded = [
        Line(f"{'' if one.bold else 101000 + 100 * place} {one.wording.upper()}".strip(), one.cells, one.bold)
        for place, one in enumerate(lines)
    ]
    y = table(sheet, 10, 56, columns, coded, 7.5, 5, "columns", None, "CODE ELEMENTS", 220)
    y = strip(
        sheet,
        10,
        y + 3,
        (46, 46, 50),
        ("MONTANT IMPOSABLE DE L'ANNEE", "MONTANT IMPOSABLE DU MOIS", "COUT TOTAL EMPLOYEUR"),
        (
            (
                french(pay.net_taxable * slip.month.month),
                french(pay.net_taxable),
                french(pay.gross + pay.employer_total),
            ),
        ),
        7,
    )
    sheet.text(158, y - 9, "NET A PAYER", 9, bold=True)
    sheet.text(150, y - 4, f"{french(pay.net_paid)} EUR", 10, bold=True, align="R", width=50)
    sheet.text(10, y + 4, f"MIS EN PAIEMENT LE {day(slip.pay_date)}", 8)
    hidden = ("pages", "period_start", "period_end")
    hours = pay.truth(*hidden)
    hours.pop("hours")
    return Drawn(sheet, "payslip", (hours,))


def chain(random: Random, face: Face) -> Drawn:
    """A chain store's bulletin: the person at the left window, the employer at the right; the employer's share apart."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="Brut du mois",
        total="Total retenues",
        net_paid="Net à verser",
        before_tax="Net avant prélèvement à la source",
        salary="Salaire mensuel",
    )
    sheet = Sheet(face)
    stack(
        sheet,
        14,
        30,
        (f"{person.title} {person.first_name} {person.last_name.upper()}", person.street, person.town),
        10.5,
        5,
    )
    stack(
        sheet,
        118,
        10,
        (slip.employer.name, slip.employer.street, slip.employer.town, f"N° SIRET : {slip.employer.siret}"),
        9,
    )
    sheet.text(14, 12, "Bulletin de salaire", 14, bold=True)
    sheet.text(14, 19, f"Mois : {slip.month:%m/%Y}", 10)
    pairs(
        sheet,
        118,
        34,
        (
            ("Début de période", day(slip.start)),
            ("Fin de période", day(slip.end)),
            ("Date de règlement", day(slip.pay_date)),
            ("Sécurité sociale", person.nir),
            ("Emploi", slip.job),
        ),
        34,
    )
    columns = (
        Column("Quantité", 104, "base"),
        Column("Taux ou valeur", 132, "rate"),
        Column("Gain", 162, "gain"),
        Column("Retenue", 198, "deduction"),
    )
    lines = [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)]
    own = [
        Line(one.wording, {k: v for k, v in one.cells.items() if not k.startswith("employer")}, one.bold)
        for one in lines
    ]
    own = [one for one in own if one.bold or (any(one.cells.values()) and set(one.cells) != {"base"})]
    y = table(
        sheet,
        10,
        62,
        columns,
        [one for one in own if one.cells.get("gain") or one.cells.get("deduction")],
        8,
        5,
        "zebra",
        (215, 215, 215),
        "Libellé",
    )
    sheet.box(110, y + 2, 90, 9)
    sheet.text(113, y + 4.5, words.net_paid, 10, bold=True)
    sheet.text(150, y + 4.2, f"{french(pay.net_paid)} €", 11, bold=True, align="R", width=47)
    y = table(
        sheet,
        10,
        y + 16,
        (Column("Base", 140, "base"), Column("Taux", 165, "employer_rate"), Column("Montant", 198, "employer")),
        [one for one in contributions(pay, words, False) if one.cells.get("employer")],
        7,
        4.2,
        "zebra",
        (215, 215, 215),
        "Cotisations à la charge de l’employeur",
    )
    strip(
        sheet,
        10,
        y + 4,
        (24, 34, 40, 34),
        ("", "Brut", "Net fiscal", "Heures"),
        (
            ("Mois", french(pay.gross), french(pay.net_taxable), french(pay.hours)),
            ("Cumul", *(french(one * slip.month.month) for one in (pay.gross, pay.net_taxable, pay.hours))),
        ),
    )
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def leaders(random: Random, face: Face) -> Drawn:
    """A small association's bulletin: no table, each amount after a row of dots."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    sheet = Sheet(face)
    sheet.text(20, 12, "BULLETIN DE PAIE SIMPLIFIÉ", 13, bold=True, align="C", width=170)
    sheet.text(
        20,
        19,
        f"pour la période du {slip.start.day} au {slip.end.day} {slip.month_name.lower()}",
        10,
        align="C",
        width=170,
    )
    sheet.text(20, 30, f"Employeur : {slip.employer.name}", 9)
    sheet.text(20, 35, f"Adresse : {slip.employer.street}, {slip.employer.town}", 9)
    sheet.text(20, 40, f"SIRET : {slip.employer.siret} – Code APE : {slip.employer.activity}", 9)
    sheet.text(20, 49, f"Salarié : {person.first_name} {person.last_name.upper()}", 9)
    sheet.text(20, 54, f"Adresse : {person.street}, {person.town}", 9)
    sheet.text(20, 59, f"N° de sécurité sociale : {person.nir}", 9)
    rows = [
        ("Nombre d'heures payées", french(slip.hours)),
        ("Taux horaire", french(slip.hourly)),
        *([("Heures supplémentaires", french(pay.overtime_amount))] if pay.overtime else []),
        *([("Prime", french(slip.bonus))] if slip.bonus else []),
        *([("Absence", f"- {french(pay.absence)}")] if pay.absence else []),
        ("Rémunération brute totale", french(pay.gross)),
    ]
    words = Words(total="Total des cotisations du salarié")
    rows += [
        (one.wording[:44], one.cells["deduction"])
        for one in contributions(pay, words, False)
        if one.cells.get("deduction")
    ]
    rows += [("Montant net social", french(pay.net_social))] if pay.net_social is not None else []
    rows += [("Transport", french(pay.transport))] if pay.transport else []
    rows += [("Tickets repas", f"- {french(pay.meals)}")] if pay.meals else []
    rows += [("Avance sur salaire", f"- {french(pay.advance)}")] if pay.advance else []
    rows += [
        ("Net à payer avant impôt sur le revenu", french(pay.net_before_tax)),
        ("Revenu net imposable", french(pay.net_taxable)),
        (f"Prélèvement à la source ({rate(slip.tax_rate)} %)", french(pay.tax)),
        ("Somme nette versée au salarié", french(pay.net_paid)),
    ]
    y = 70.0
    for wording, amount in rows:
        sheet.text(20, y, sheet.shortened(f"{wording} {'.' * 140}", 138, 9.5), 9.5)
        sheet.text(150, y, f"{amount}" if wording.startswith("Nombre") else f"{amount} €", 9.5, align="R", width=40)
        y += 6
    sheet.text(20, y + 6, f"Payé par chèque le {day(slip.pay_date)}", 9.5)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def grid(random: Random, face: Face) -> Drawn:
    """Everything in cells: parties and dates in a grid of small labels over their values, the net in the last cell."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="Total rémunération brute",
        total="Total contributions",
        net_paid="Net payé",
        net_taxable="Net à déclarer",
        tax="Prélèvement à la source (PAS)",
    )
    sheet = Sheet(face)
    sheet.text(10, 7, "BULLETIN DE PAIE", 12, bold=True)

    def cell(x: float, y: float, width: float, label: str, *lines: str, height: float = 10) -> None:
        sheet.box(x, y, width, height)
        sheet.text(x + 1, y + 0.8, label, 5.5)
        stack(sheet, x + 1.5, y + 4, lines, 8.5, 4)

    cell(10, 14, 95, "EMPLOYEUR", slip.employer.name, slip.employer.street, slip.employer.town, height=18)
    cell(
        105,
        14,
        95,
        "SALARIÉ(E)",
        f"{person.last_name.upper()} {person.first_name}",
        person.street,
        person.town,
        height=18,
    )
    for place, (label, value) in enumerate(
        (
            ("SIRET", slip.employer.siret),
            ("CODE NAF", slip.employer.activity),
            ("N° SÉCURITÉ SOCIALE", person.nir),
            ("EMPLOI", slip.job),
        )
    ):
        cell(10 + 47.5 * place, 32, 47.5, label, value)
    for place, (label, value) in enumerate(
        (
            ("PÉRIODE DU", day(slip.start)),
            ("AU", day(slip.end)),
            ("DATE DE PAIEMENT", day(slip.pay_date)),
            ("HEURES RÉMUNÉRÉES", french(slip.hours)),
        )
    ):
        cell(10 + 47.5 * place, 42, 47.5, label, value)
    columns = (
        Column("Base", 100, "base"),
        Column("Taux sal.", 116, "rate"),
        Column("Montant sal.", 142, "gain+minus"),
        Column("Taux empl.", 162, "employer_rate"),
        Column("Montant empl.", 198.5, "employer"),
    )
    y = table(
        sheet,
        10,
        56,
        columns,
        [*earnings(pay, words), *contributions(pay, words), *nets(pay, words)],
        7,
        4.3,
        "grid",
        (235, 235, 235),
        "Intitulé",
        235,
    )
    months = slip.month.month
    values = (
        (words.gross, pay.gross),
        ("Cumul brut", pay.gross * months),
        (words.net_taxable, pay.net_taxable),
        ("Cumul à déclarer", pay.net_taxable * months),
        (words.net_paid, pay.net_paid),
    )
    for place, (label, amount) in enumerate(values):
        cell(10 + 38 * place, y + 3, 38, label, f"{french(amount)} €")
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def town_hall(random: Random, face: Face) -> Drawn:
    """A town's slip: the month in the title, the base and both shares side by side, sums in a foot of two rows."""
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross="Brut",
        total="Cotisations",
        net_social="Net social",
        before_tax="Net avant impôt sur le revenu",
        net_paid="Net à payer",
        salary="Traitement de base indiciaire",
        tax="Impôt prélevé à la source",
    )
    sheet = Sheet(face)
    stack(
        sheet,
        12,
        10,
        (slip.employer.name, slip.employer.street, slip.employer.town, f"Siret {slip.employer.siret} – APE 8411Z"),
        9,
    )
    sheet.text(110, 10, f"Bulletin de paye de {slip.month_name.lower()}", 12, bold=True)
    pairs(
        sheet,
        12,
        34,
        (
            ("Agent n°", "1187"),
            ("Sécurité sociale", person.nir),
            ("Grade", "Adjoint technique territorial"),
            ("Heures", french(slip.hours)),
            ("Indice majoré", "376"),
        ),
        32,
        colon="",
    )
    stack(
        sheet,
        115,
        36,
        (
            f"{'Monsieur' if person.title == 'M.' else 'Madame'} {person.last_name.upper()} {person.first_name}",
            person.street,
            person.town,
        ),
        10.5,
        5.2,
    )
    columns = (
        Column("Base", 98, "base"),
        Column("Taux", 112, "rate"),
        Column("Agent", 140, "gain+minus"),
        Column("Taux", 158, "employer_rate"),
        Column("Collectivité", 198, "employer"),
    )
    y = table(
        sheet,
        10,
        62,
        columns,
        [*earnings(pay, words), *contributions(pay, words, False), *nets(pay, words)],
        8,
        5,
        "none",
        (226, 232, 236),
        "Rubrique",
    )
    strip(
        sheet,
        10,
        max(y + 8, 230),
        (34, 38, 38, 38, 42),
        ("Brut mensuel", "Imposable mensuel", "Imposable annuel", "Charges patronales", "Net à payer"),
        (
            (
                french(pay.gross),
                french(pay.net_taxable),
                french(pay.net_taxable * slip.month.month),
                french(pay.employer_total),
                f"{french(pay.net_paid)} €",
            ),
        ),
    )
    sheet.text(10, 262, f"Virement du {day(slip.pay_date)}", 8)
    sheet.text(180, 285, "Page 1/1", 7)
    return Drawn(sheet, "payslip", (pay.truth("period_start", "period_end"),), pay.also_right())


def split_month(random: Random, face: Face) -> Drawn:
    """A bulletin of two contracts in one month: two parts with their dates, the whole month at the head."""
    pay = draw_pay(random)
    slip, person = pay.slip, pay.slip.employee
    words = Words(gross="Total brut", total="Total des charges", net_paid="NET À PAYER", net_taxable="Imposable")
    sheet = Sheet(face)
    sheet.box(105, 8, 95, 20, fill=(238, 238, 238))
    sheet.text(105, 10, "BULLETIN DE PAIE", 12, bold=True, align="C", width=95)
    sheet.text(105, 17, f"Paie du {day(slip.start)} au {day(slip.end)}", 9, align="C", width=95)
    sheet.text(105, 22, f"Paiement par virement le {day(slip.pay_date)}", 8, align="C", width=95)
    stack(
        sheet,
        10,
        10,
        (
            slip.employer.name,
            slip.employer.street,
            slip.employer.town,
            f"SIRET {slip.employer.siret} APE {slip.employer.activity}",
        ),
        9,
        bold_first=True,
    )
    stack(sheet, 112, 38, (f"{person.title} {person.first_name} {person.last_name}", person.street, person.town), 10, 5)
    sheet.text(10, 40, f"N° SS {person.nir}", 8)
    sheet.text(10, 45, f"{slip.job} – ancienneté 3 ans", 8)
    columns = (
        Column("Nb", 96, "base"),
        Column("Taux", 112, "rate"),
        Column("Montant", 140, "gain+minus"),
        Column("Part empl.", 170, "employer"),
    )
    half = slip.start.replace(day=15)
    parts = [Line(f"Contrat 1 du {day(slip.start)} au {day(half)}", bold=True), *earnings(pay, words)]
    parts += [Line(f"Contrat 2 du {day(half.replace(day=16))} au {day(slip.end)}", bold=True)]
    y = table(
        sheet,
        10,
        60,
        columns,
        [*parts, *contributions(pay, words), *nets(pay, words)],
        7.5,
        4.5,
        "grid",
        (225, 225, 225),
        "Élément",
    )
    pairs(
        sheet,
        10,
        y + 5,
        (
            ("Heures du mois", french(slip.hours)),
            ("Imposable du mois", f"{french(pay.net_taxable)} €"),
            ("Imposable cumulé", f"{french(pay.net_taxable * slip.month.month)} €"),
            ("Coût employeur", f"{french(pay.gross + pay.employer_total)} €"),
        ),
        40,
    )
    sheet.box(130, y + 5, 70, 14)
    sheet.text(133, y + 6.5, words.net_paid, 9)
    sheet.text(133, y + 11.5, f"{french(pay.net_paid)} euros", 11, bold=True)
    return Drawn(sheet, "payslip", (pay.truth("pages"),), pay.also_right())


def two_sided(random: Random, face: Face) -> Drawn:
    """Two sides: the second carries the nets, the sums and the leave; both say which page they are."""
    pay = draw_pay(random)
    words = Words(
        gross="SALAIRE BRUT TOTAL",
        total="TOTAL COTISATIONS",
        net_paid="NET PAYE AU SALARIE",
        net_taxable="NET IMPOSABLE",
    )
    sheet = Sheet(face)
    columns = (
        Column("BASE", 104, "base"),
        Column("TAUX", 122, "rate"),
        Column("SALARIE", 152, "gain+minus"),
        Column("EMPLOYEUR", 198, "employer"),
    )
    _head(sheet, pay, 1)
    table(
        sheet, 10, 74, columns, [*earnings(pay, words), *contributions(pay, words)], 8.5, 5.6, "zebra", None, "RUBRIQUE"
    )
    sheet.pdf.add_page()
    _head(sheet, pay, 2)
    y = table(sheet, 10, 74, columns, nets(pay, words), 8.5, 5.6, "zebra", None, "RUBRIQUE")
    for label, value in ((words.net_taxable, pay.net_taxable), (words.net_paid, pay.net_paid)):
        y += 8
        sheet.text(12, y, label, 10, bold=True)
        sheet.text(120, y, f"{french(value)} €", 10, bold=True, align="R", width=60)
    whole = pay.truth() | {"pages": "2"}
    first = {name: value for name, value in whole.items() if not name.startswith("net_")}
    second = {name: value for name, value in whole.items() if name not in ("gross", "hours")}
    return Drawn(sheet, "payslip", (first, second), pay.also_right())


def _head(sheet: Sheet, pay: Pay, page: int) -> None:
    slip, person = pay.slip, pay.slip.employee
    sheet.text(10, 8, slip.employer.name, 11, bold=True)
    stack(sheet, 10, 14, (slip.employer.street, slip.employer.town, f"SIRET {slip.employer.siret}"), 8.5)
    sheet.text(120, 8, "FICHE DE PAIE", 13, bold=True)
    sheet.text(120, 15, f"Du {day(slip.start)} au {day(slip.end)}", 9)
    sheet.text(120, 20, f"Versée le {day(slip.pay_date)}", 9)
    stack(
        sheet,
        120,
        36,
        (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street, person.town),
        10,
    )
    sheet.text(10, 40, f"Sécurité sociale {person.nir}", 8.5)
    sheet.text(10, 46, f"{slip.job} – {french(slip.hours)} heures" if page == 1 else slip.job, 8.5)
    sheet.text(170, 287, f"page {page} de 2", 8)
