"""A hospital's slip: typewriter face, heads over values in a framed band, gains and deductions, few accents."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.facts import draw_pay
from tests.generator.fonts import Face
from tests.generator.parts import Column, Drawn, Words, contributions, earnings, nets, stack, strip, table
from tests.generator.payslip import day, french

COLUMNS = (
    Column("NOMBRE/BASE", 108, "base"),
    Column("TAUX", 126, "rate"),
    Column("A PAYER", 150, "gain"),
    Column("A DEDUIRE", 174, "deduction"),
    Column("PART PATRONALE", 201, "employer"),
)


def draw(random: Random, face: Face) -> Drawn:
    pay = draw_pay(random, "public")
    slip, person = pay.slip, pay.slip.employee
    words = Words(
        gross=random.choice(("TOTAL BRUT", "REMUNERATION BRUTE", "TRAITEMENT BRUT TOTAL")),
        total="TOTAL RETENUES",
        net_paid=random.choice(("NET A PAYER", "NET PAYE", "NET A VERSER")),
        net_taxable=random.choice(("IMPOSABLE MOIS", "NET IMPOSABLE DU MOIS", "MONTANT IMPOSABLE")),
        salary="TRAITEMENT INDICIAIRE",
        tax="PRELEVEMENT A LA SOURCE",
    )
    sheet = Sheet(face)
    stack(
        sheet,
        12,
        10,
        (
            slip.employer.name,
            slip.employer.street.upper(),
            slip.employer.town,
            f"SIRET {slip.employer.siret}  APE 8610Z",
        ),
        bold_first=True,
    )
    sheet.text(120, 10, f"BULLETIN DE PAIE  {slip.month_name.upper()}", 11, bold=True)
    sheet.text(120, 16, f"PAIEMENT LE {day(slip.pay_date)}", 9)
    stack(
        sheet,
        120,
        34,
        (
            f"{person.title.upper()} {person.last_name.upper()} {person.first_name.upper()}",
            person.street.upper(),
            person.town,
        ),
        10,
        5,
    )
    strip(
        sheet,
        8,
        58,
        (26, 46, 34, 22, 22, 44),
        ("MATRICULE", "GRADE", "ECHELON / INDICE", "QUOTITE", "HEURES", "N INSEE"),
        (("004417", slip.job.upper()[:22], "05 / 392", "100 %", french(slip.hours), person.nir),),
        7,
    )
    lines = [*earnings(pay, words), *contributions(pay, words, groups=False), *nets(pay, words)]
    lines = [type(one)(one.wording.upper().replace("É", "E").replace("’", "'"), one.cells, one.bold) for one in lines]
    y = table(sheet, 8, 74, COLUMNS, lines, 7.5, 4.8, "columns", (255, 255, 255), "LIBELLE", 210)
    months = slip.month.month
    y = strip(
        sheet,
        8,
        y + 4,
        (38, 38, 38, 38),
        (words.net_taxable, "IMPOSABLE ANNEE", "CUMUL BRUT", "COUT EMPLOYEUR"),
        (
            (
                french(pay.net_taxable),
                french(pay.net_taxable * months),
                french(pay.gross * months),
                french(pay.gross + pay.employer_total),
            ),
        ),
    )
    sheet.text(110, y + 4, f"{words.net_paid} : {french(pay.net_paid)} EUR", 12, bold=True, align="R", width=90)
    sheet.text(8, 284, "DANS VOTRE INTERET CONSERVEZ CE BULLETIN SANS LIMITATION DE DUREE", 7)
    hidden = ("pages", "period_start", "period_end")
    return Drawn(sheet, "payslip", (pay.truth(*hidden),), pay.also_right())
