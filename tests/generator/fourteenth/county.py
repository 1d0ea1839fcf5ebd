"""A department's slip for a titular agent: index, grade, codes of three figures, what is for information aside."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, cell, facts, lines, put, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed
from tests.generator.fonts import Face
from tests.generator.fourteenth.folk import frame_of
from tests.generator.fourteenth.lines import of_gains, of_levies, of_tax
from tests.generator.fourteenth.schemes import COUNTY
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french

BODIES = ("DEPARTEMENT DE LA HAUTE-VALLEE", "CONSEIL DEPARTEMENTAL DES COLLINES", "DEPARTEMENT DU PAYS D'AUBRAC")
GRADES = (
    ("ADJOINT TECHNIQUE PAL 2CL", "AGENT DES COLLEGES"),
    ("ASSISTANT SOCIO-EDUCATIF", "ASSISTANTE SOCIALE"),
    ("ADJOINT ADMINISTRATIF PAL 1CL", "SECRETAIRE"),
    ("AGENT DE MAITRISE", "AGENT DES ROUTES"),
)
GREY = (226, 230, 232)


def county(random: Random, face: Face) -> Drawn:
    frame = frame_of(
        random, random.choice(BODIES), "8411Z", "Statut de la fonction publique territoriale", (-5, -4, -3)
    )
    grade, job = random.choice(GRADES)
    index = random.randint(366, 480)
    salary = cents(Decimal(index) * Decimal("4.92278"))
    gains = [Gain(f"TRAITEMENT INDICIAIRE IM {index}", salary)]
    if random.random() < 0.4:
        gains.append(Gain("SUPPLEMENT FAMILIAL", Decimal(random.choice(("2.29", "73.79")))))
    gains.append(Gain("INDEMNITE DE RESIDENCE", cents(salary / 100)))
    gains.append(Gain("IFSE MENSUELLE", Decimal(random.randint(12000, 42000)) / 100))
    if random.random() < 0.4:
        gains.append(Gain("NOUVELLE BONIFICATION IND. 10 PTS", Decimal("49.23")))
    month = month_of(
        frame,
        job=job,
        hours=FULL,
        gains=tuple(gains),
        levies=levied(COUNTY, summed(one.amount for one in gains)),
        after=(Gain("REMB. TRANSPORT DOMICILE TRAVAIL", Decimal("33.75")),) if random.random() < 0.3 else (),
    )
    return Drawn(
        _sheet(month, face, grade, index), "payslip", (month.truth("period_start", "period_end"),), month.also()
    )


def _sheet(month: Month, face: Face, grade: str, index: int) -> Sheet:
    sheet, employer, person = Sheet(face), month.employer, month.person
    put(sheet, 10, 9, employer.name, 12, 100, True)
    lines(sheet, 10, 15, ("Direction des ressources humaines", employer.street, employer.town), 9, 100, 4.5)
    put(sheet, 10, 30, f"SIRET {employer.siret} - APE {employer.activity}", 8.5, 100)
    put(sheet, 118, 9, "BULLETIN DE PAIE", 14, 82, True, "R")
    put(sheet, 118, 16, month.name.upper(), 12, 82, True, "R")
    put(sheet, 118, 22.5, f"Date de paiement : {day(month.pay_date)}", 9, 82, False, "R")
    lines(
        sheet,
        118,
        38,
        (f"{person.title} {person.last_name.upper()} {person.first_name}", person.street, person.town),
        10.5,
        82,
        5.3,
    )
    own = (
        ("Matricule", f"{month.number:06d}"),
        ("N° INSEE", person.nir),
        ("Statut", "TITULAIRE CNRACL"),
        ("Grade", grade),
        ("Emploi", month.job),
    )
    facts(sheet, 10, 37, own, 24, 98, 8.5, 4.5)
    boxes = (("Indice brut", str(index + 38)), ("Indice majoré", str(index)), ("Échelon", f"{index % 9 + 1:02d}"),
             ("Taux d'emploi", "100,00 %"), ("Nb d'heures", french(month.hours)))  # fmt: skip
    for place, (label, value) in enumerate(boxes):
        cell(sheet, 10 + 38 * place, 62, 38, label, value, 8.5)
    cols = (
        Col("code", "CODE", 10, 22, "L"),
        Col("label", "LIBELLÉ", 22, 92, "L"),
        Col("base", "BASE", 92, 114),
        Col("rate", "TAUX", 114, 130),
        Col("pay", "À PAYER", 130, 150),
        Col("hold", "À RETENIR", 150, 169),
        Col("firm_rate", "TAUX", 169, 182),
        Col("firm", "PATRONAL", 182, 200),
    )
    rows = [*of_gains(month.gains), Row({"label": "MONTANT BRUT", "pay": french(month.gross)}, True, GREY)]
    rows += of_levies(month.levies, places=2)
    rows.append(Row({"label": "TOTAL RETENUES", "hold": french(month.own), "firm": french(month.firm)}, True, GREY))
    if month.says_net_social:
        rows.append(Row({"label": "MONTANT NET SOCIAL", "pay": french(month.net_social)}, True))
    rows += of_gains(month.after)
    rows.append(Row({"label": "NET A PAYER AVANT IMPOT SUR LE REVENU", "pay": french(month.before_tax)}, True))
    rows.append(of_tax(month, "PRELEVEMENT A LA SOURCE"))
    coded = [Row({"code": f"{100 + 7 * n}"} | dict(row.cells), row.bold, row.fill) for n, row in enumerate(rows)]
    y = table(sheet, 76, cols, coded, 8, 5, "frame columns", GREY, 214) + 4
    amounts = (
        ("Net imposable du mois", month.taxable),
        ("Net imposable de l'année", month.year(month.taxable)),
        ("Charges patronales", month.firm),
        ("Coût pour la collectivité", month.cost),
    )
    for place, (label, amount) in enumerate(amounts):
        put(sheet, 10, y + 1 + 5 * place, label, 9, 48)
        put(sheet, 58, y + 1 + 5 * place, french(amount), 9, 26, False, "R")
    sheet.box(118, y, 82, 18, fill=GREY)
    put(sheet, 121, y + 2.5, "NET À PAYER", 11, 76, True)
    put(sheet, 121, y + 9.5, f"{french(month.net_paid)} €", 14, 76, True, "R")
    put(sheet, 10, y + 26, "Comptable assignataire : paierie départementale. Virement sur votre compte.", 8, 190)
    put(
        sheet, 10, y + 31, "Bulletin à conserver sans limitation de durée. Informations : www.service-public.fr", 8, 190
    )
    return sheet
