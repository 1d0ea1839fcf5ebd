# ruff: noqa: E501 - tables of words, in lines as they come
"""A payslip of a big firm's supplier of pay."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, stack
from tests.generator.sixth.companies import draw_month, overtime
from tests.generator.sixth.month import HEAD, SUMS
from tests.generator.sixth.people import spaced_nir, spaced_siret
from tests.generator.sixth.ruled import Col, Row, comma, decimals, dotted, head, over, printed, rows


def payroll_service(random: Random, face: Face) -> Drawn:
    """Codes, points between thousands, the month as 03.2026, small grey labels in boxes."""
    month = draw_month(random)
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.box(8, 8, 194, 22)
    sheet.text(11, 10, boss.name, 9, True)
    sheet.text(11, 14.5, f"{boss.street} {boss.town}", 7)
    sheet.text(80, 10, "BULLETIN DE PAIE", 11, True, "C", 60)
    for place, (label, value) in enumerate(
        (("MOIS DE PAIE", f"{month.start:%m.%Y}"), ("DATE DE PAIEMENT", f"{month.paid_on:%d.%m.%Y}"),
         ("SIRET", spaced_siret(boss.siret)), ("APE", boss.activity), ("URSSAF", f"{random.randint(10**9, 10**10 - 1)}"))
    ):  # fmt: skip
        over(sheet, (11, 38, 72, 118, 150)[place], 21, label, value, 8)
    sheet.box(8, 32, 94, 30)
    for x, y, label, value in (
        (11, 34, "MATRICULE", f"{random.randint(100000, 999999)}"), (50, 34, "N° DE SÉCURITÉ SOCIALE", spaced_nir(person.nir)),
        (11, 43, "EMPLOI", month.job), (64, 43, "CLASSIFICATION", f"{random.choice('ABC')}{random.randint(1, 4)}"),
        (11, 52, "HORAIRE MENSUEL", comma(month.hours)), (50, 52, "DATE D'ENTRÉE", f"0{random.randint(1, 9)}.09.{random.randint(2001, 2021)}"),
    ):  # fmt: skip
        over(sheet, x, y, label, value, 7.5)
    stack(
        sheet,
        116,
        40,
        (f"{person.title} {person.first_name} {person.last_name}".upper(), person.street.upper(), person.town),
        9,
        4.8,
    )
    cols = (Col("CODE", 10, "L", 12), Col("LIBELLÉ", 23, "L", 58), Col("BASE", 101), Col("TAUX", 118),
            Col("PART SALARIÉ", 148), Col("TAUX EMPL.", 170), Col("PART EMPLOYEUR", 199))  # fmt: skip
    code = iter(range(1010, 9000, 35))
    lines = [
        Row(
            (
                str(next(code)),
                one.wording.upper(),
                printed(one.base, dotted),
                decimals(one.rate, 3),
                dotted(one.amount),
                "",
                "",
            )
        )
        for one in month.earned
    ]
    lines.append(Row(("", "SALAIRE BRUT", "", "", dotted(month.gross), "", ""), True, (214, 226, 240)))
    for due in month.dues:
        own = dotted(-due.own) if due.own else ""
        theirs = decimals(due.their_rate, 3) if due.theirs else ""
        lines.append(
            Row(
                (
                    str(next(code)),
                    due.wording,
                    dotted(due.base),
                    decimals(due.own_rate, 3) if own else "",
                    own,
                    theirs,
                    printed(due.theirs, dotted),
                )
            )
        )
    lines.append(
        Row(("", "TOTAL COTISATIONS", "", "", dotted(-month.own), "", dotted(month.theirs)), True, (214, 226, 240))
    )
    lines += [Row((str(next(code)), one.wording.upper(), "", "", dotted(one.amount), "", "")) for one in month.besides]
    if month.net_social is not None:
        lines.append(Row(("", "MONTANT NET SOCIAL", "", "", dotted(month.net_social), "", ""), True))
    lines.append(Row(("", "NET À PAYER AVANT IMPÔT SUR LE REVENU", "", "", dotted(month.before_tax), "", ""), True))
    lines.append(
        Row(
            (
                str(next(code)),
                "IMPÔT PRÉLEVÉ À LA SOURCE",
                dotted(month.net_taxable),
                decimals(month.tax_rate, 2),
                dotted(-month.tax),
                "",
                "",
            )
        )
    )
    head(sheet, 67, cols, 6.2)
    sheet.line(8, 70.5, 202, 70.5)
    rows(sheet, 72, cols, lines, 7, 4.6, (8, 202))
    sheet.box(8, 232, 194, 14)
    cumulated = (("CUMUL BRUT", month.gross), ("CUMUL NET IMPOSABLE", month.net_taxable), ("CUMUL HEURES", month.hours),
                 ("COÛT EMPLOYEUR DU MOIS", month.cost))  # fmt: skip
    for place, (label, amount) in enumerate(cumulated):
        shown = amount if label.startswith("COÛT") else month.since_january(amount)
        over(sheet, 11 + 47 * place, 235, label, dotted(shown), 8)
    sheet.box(8, 248, 62, 14)
    over(sheet, 11, 251, "NET IMPOSABLE DU MOIS", dotted(month.net_taxable), 9)
    sheet.box(140, 248, 62, 14, (214, 226, 240))
    over(sheet, 143, 250, "NET PAYÉ EN EUROS", dotted(month.net_paid), 12, True)
    sheet.text(
        8, 268, "Pour la définition des termes employés : www.service-public.fr, rubrique bulletin de paie.", 6.5
    )
    sheet.text(8, 272, "À conserver sans limitation de durée.", 6.5)
    return Drawn(sheet, "payslip", (month.truth(*HEAD, *SUMS, "pay_date", "hours"),), overtime(month))
