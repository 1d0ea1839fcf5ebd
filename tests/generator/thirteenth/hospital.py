"""A public hospital's slip: what is paid and what is taken in one table, the nets in a column at the lower right."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import Col, Row, counted, facts, lines, put, rated, table
from tests.generator.eighth.month import FULL, Gain, Month, levied, month_of, summed, worked
from tests.generator.fonts import Face
from tests.generator.parts import Drawn
from tests.generator.payslip import cents, day, french
from tests.generator.thirteenth.folk import firm_name, frame_at
from tests.generator.thirteenth.schemes import HOSPITAL

BAND = (216, 232, 226)


def hospital(random: Random, face: Face) -> Drawn:
    """Sundays and nights are paid by the piece; the share of full time is printed beside the hours."""
    firm = firm_name(
        random,
        ("CENTRE HOSPITALIER", "EHPAD PUBLIC", "CH INTERCOMMUNAL", "HÔPITAL LOCAL"),
        ("DE VALMONT", "DU PAYS D'ARDELLE", "JEANNE-DE-FLANDRE", "SAINT-ROCH"),
    )
    frame = frame_at(random, firm, "8610Z")
    share = random.choice((Decimal(1), Decimal(1), Decimal("0.8"), Decimal("0.5")))
    index = random.randint(366, 478)
    gains = [
        Gain(f"TRAITEMENT DE BASE INDICE {index}", cents(Decimal(index) * Decimal("4.92278") * share)),
        Gain("COMPLEMENT TRAITEMENT INDICIAIRE", cents(Decimal("241.22") * share)),
        worked("INDEMNITE DIMANCHE ET FERIE", Decimal(random.randint(8, 24)), Decimal("7.50")),
        Gain("PRIME DE SERVICE MENSUALISEE", Decimal(random.randint(4000, 15000)) / 100),
    ]
    if random.random() < 0.5:
        gains.append(worked("MAJORATION NUIT", Decimal(random.randint(10, 60)), Decimal("2.46")))
    after = []
    if random.random() < 0.5:
        after.append(Gain("PARTICIPATION TRANSPORT", Decimal(random.randint(1800, 4000)) / 100))
    if random.random() < 0.4:
        after.append(Gain("SELF DU PERSONNEL", -Decimal(random.randint(900, 6200)) / 100))
    month = month_of(
        frame,
        job=random.choice(("AIDE-SOIGNANT CL NORMALE", "INFIRMIERE GRADE 1", "AGENT ENTRETIEN QUALIFIE", "ASHQ")),
        hours=cents(FULL * share),
        gains=tuple(gains),
        levies=levied(HOSPITAL, summed(one.amount for one in gains)),
        after=tuple(after),
    )
    return Drawn(_sheet(month, f"{share * 100:.0f} %", face), "payslip", (month.truth(),), month.also())


def _sheet(month: Month, share: str, face: Face) -> Sheet:
    sheet, person, employer = Sheet(face), month.person, month.employer
    sheet.box(10, 8, 190, 8, fill=BAND, edge=False)
    put(sheet, 12, 9.8, f"BULLETIN DE PAIE DU MOIS DE {month.name.upper()}", 11, 130, True)
    put(sheet, 150, 10.2, "FONCTION PUBLIQUE HOSPITALIERE", 7.5, 49, False, "R")
    texts = (employer.name, employer.street, employer.town, f"Siret {employer.siret}", f"NAF {employer.activity}")
    lines(sheet, 12, 20, texts, 8.5, 92, 4.5)
    birth = (f"née {month.birth}",) if month.birth else ()
    name = f"{person.title} {person.last_name.upper()} {person.first_name}"
    lines(sheet, 114, 30, (name, *birth, person.street, person.town), 10.5, 84, 5.2)
    left = (
        ("N° agent", f"{month.number:06d}"),
        ("Sécurité sociale", person.nir),
        ("Grade", month.job),
        ("Affectation", "Médecine polyvalente"),
    )
    right = (
        ("Période", f"du {day(month.start)} au {day(month.end)}"),
        ("Temps de travail", share),
        ("Nombre d'heures", french(month.hours)),
        ("Position", "Activité - titulaire"),
    )
    facts(sheet, 12, 54, left, 30, 90, 8, 4.4)
    facts(sheet, 114, 54, right, 30, 84, 8, 4.4)
    cols = (
        Col("label", "Libellé", 12, 80, "L"),
        Col("base", "Base / Nb", 80, 104),
        Col("rate", "Taux", 104, 121),
        Col("pay", "À payer", 121, 144),
        Col("less", "À retenir", 144, 166),
        Col("firm", "Part employeur", 166, 198),
    )
    y = table(sheet, 75, cols, _rows(month), 7.8, 4.8, "frame", BAND, foot=204) + 4
    sums = (
        ("Brut imposable de l'année", french(month.year(month.gross))),
        ("Net imposable du mois", french(month.taxable)),
        ("Net imposable de l'année", french(month.year(month.taxable))),
        ("Charges de l'établissement", french(month.firm)),
        ("Coût total pour l'établissement", french(month.cost)),
    )
    facts(sheet, 12, y, sums, 52, 88, 8.5, 5, "R")
    nets = [("Net avant impôt", french(month.before_tax))]
    nets.append((f"Prélèvement à la source {rated(month.tax_rate)} %", f"-{french(month.tax)}"))
    if month.says_net_social:
        nets.insert(0, ("Montant net social", french(month.net_social)))
    below = facts(sheet, 114, y, nets, 52, 84, 9, 5.2, "R")
    sheet.box(112, below + 1, 88, 10, fill=BAND)
    put(sheet, 114, below + 3.6, "NET À PAYER", 11, 40, True)
    put(sheet, 154, below + 3.4, f"{french(month.net_paid)} €", 12.5, 44, True, "R")
    put(sheet, 112, below + 13, f"Virement le {day(month.pay_date)}", 8.5, 88, False, "R")
    put(sheet, 12, 284, "Bulletin à conserver sans limitation de durée - www.service-public.fr", 6.8, 186, False, "C")
    return sheet


def _rows(month: Month) -> list[Row]:
    rows = [Row({"label": one.label, "pay": french(one.amount)} | counted(one, french)) for one in month.gains]
    rows.append(Row({"label": "TOTAL BRUT", "pay": french(month.gross)}, True, BAND))
    for levy in month.levies:
        cells = {"label": levy.label, "base": french(levy.base)}
        cells |= {"rate": rated(levy.own_rate), "less": french(levy.own)} if levy.own else {}
        rows.append(Row(cells | ({"firm": french(levy.firm)} if levy.firm else {})))
    rows.append(Row({"label": "TOTAL COTISATIONS", "less": french(month.own), "firm": french(month.firm)}, True, BAND))
    for one in month.after:
        rows.append(Row({"label": one.label, "pay" if one.amount > 0 else "less": french(abs(one.amount))}))
    return rows
