# ruff: noqa: E501 - tables of words, in lines as they come
"""Payslips of short jobs: agency work, an artist's day or two."""

import datetime as dt
from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.parts import Drawn, pairs, stack
from tests.generator.payslip import cents, day
from tests.generator.sixth.month import (
    HEAD,
    NOTHING,
    SUMS,
    Due,
    Item,
    Month,
    draw_dates,
    dues,
    euros,
    product,
    tax_rate,
)
from tests.generator.sixth.people import draw_employer, draw_individual, spaced_nir, spaced_siret
from tests.generator.sixth.ruled import Col, Row, comma, decimals, euro, figures, head, plain, printed, rows

_AGENCIES = (
    "Interim Ouest Emploi",
    "INTERPOSTE {town}",
    "Actuelys Travail Temporaire",
    "Proxi'Job SAS",
    "Missions & Co {last}",
)
_STAGES = ("Association Scènes du Canal", "Cie Les Pieds Nus", "Comité des Fêtes de {town}", "Théâtre du Lavoir")


def agency(random: Random, face: Face) -> Drawn:
    """Agency work for some days within a month: the client's name, end-of-contract and holiday pay, an advance."""
    first, last = draw_dates(random, 2023, 2026)
    begun = random.randint(2, 10)
    start, end = first.replace(day=begun), first.replace(day=begun + random.choice((4, 11, 17)))
    hours = Decimal(7 * ((end - start).days * 5 // 7 + 1))
    normal = product("Heures normales", hours, euros(random, 11.9, 16))
    more = (
        [product("Heures supp. 25%", Decimal(4), cents((normal.rate or NOTHING) * Decimal("1.25")))]
        if random.random() < 0.4
        else []
    )
    worked = normal.amount + sum((one.amount for one in more), NOTHING)
    ending = Item("Indemnité fin mission (IFM) 10%", cents(worked / 10))
    holidays = Item("Indemnité congés payés 10%", cents((worked + ending.amount) / 10))
    earned = (normal, *more, ending, holidays)
    gross = sum((one.amount for one in earned), NOTHING)
    client = draw_employer(random)
    month = Month(
        draw_employer(random, _AGENCIES), draw_individual(random), start, end, last + dt.timedelta(days=11),
        random.choice(("Manutentionnaire", "Soudeur", "Préparateur de commandes", "Agent de tri")), hours, earned, dues(gross),
        (product("Panier jour", Decimal((end - start).days * 5 // 7 + 1), Decimal("7.30")), Item("Acompte versé", Decimal(-150))),
        (), tax_rate(random),
    )  # fmt: skip
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.text(10, 8, f"BULLETIN DE SALAIRE N° {random.randint(100000, 999999)}", 12, True)
    sheet.text(10, 14, f"Période du {start:%d/%m/%Y} au {end:%d/%m/%Y}", 9)
    stack(
        sheet,
        130,
        8,
        (boss.name, "Entreprise de travail temporaire", boss.street, boss.town, f"SIRET {boss.siret}"),
        8,
        4,
        True,
    )
    stack(sheet, 24, 30, (f"{person.title} {person.name}".upper(), person.street.upper(), person.town), 10, 5)
    sheet.box(10, 50, 190, 13)
    pairs(sheet, 12, 51.5, (("Entreprise utilisatrice", client.name), ("Lieu de mission", client.town),
                            ("Qualification", month.job)), 38, 7, 3.7)  # fmt: skip
    pairs(sheet, 118, 51.5, (("N° S.S.", person.nir), ("Contrat", f"{random.randint(10**6, 10**7 - 1)} / 1"),
                             ("Paiement", f"virement du {day(month.paid_on)}")), 20, 7, 3.7)  # fmt: skip
    cols = (Col("Libellé", 12, "L", 66), Col("Nombre/Base", 104), Col("Taux", 122), Col("Montant", 148), Col("Taux pat.", 168),
            Col("Montant pat.", 198))  # fmt: skip
    lines = [
        Row((one.wording, printed(one.base, plain), printed(one.rate, plain), plain(one.amount), "", ""))
        for one in earned
    ]
    lines.append(Row(("SALAIRE BRUT", "", "", plain(month.gross), "", ""), True, (240, 232, 220)))
    for due in month.dues:
        own = (f"{due.own_rate:.3f}", plain(-due.own)) if due.own else ("", "")
        theirs = (f"{due.their_rate:.3f}", plain(due.theirs)) if due.theirs else ("", "")
        lines.append(Row((due.wording, plain(due.base), *own, *theirs)))
    lines.append(Row(("TOTAL RETENUES", "", "", plain(-month.own), "", plain(month.theirs)), True, (240, 232, 220)))
    if month.net_social is not None:
        lines.append(Row(("Montant net social", "", "", plain(month.net_social), "", ""), True))
    lines.append(Row(("Net imposable", "", "", plain(month.net_taxable), "", "")))
    lines += [
        Row((one.wording, printed(one.base, plain), printed(one.rate, plain), plain(one.amount), "", ""))
        for one in month.besides
    ]
    lines.append(Row(("Net à payer avant impôt sur le revenu", "", "", plain(month.before_tax), "", ""), True))
    lines.append(
        Row(("Impôt sur le revenu (PAS)", plain(month.net_taxable), f"{month.tax_rate:.2f}", plain(-month.tax), "", ""))
    )
    head(sheet, 67, cols, 7)
    sheet.line(10, 71, 200, 71)
    y = rows(sheet, 73, cols, lines, 7.4, 5.0) + 3
    sheet.box(118, y, 82, 9)
    sheet.text(121, y + 2.6, "NET À PAYER", 10, True)
    sheet.text(150, y + 2.6, plain(month.net_paid), 11, True, "R", 48)
    hours_all = hours + sum((one.base or NOTHING for one in more), NOTHING)
    figures(sheet, 10, y + 16, (38, 38, 38, 38, 38), (
        ("Total heures", "Cumul brut", "Cumul imposable", "Cumul heures", "Coût employeur"),
        (plain(hours_all), *(plain(month.since_january(one)) for one in (month.gross, month.net_taxable, hours)), plain(month.cost)),
    ))  # fmt: skip
    shown = month.truth(*HEAD, *SUMS, "dates", "pay_date", "hours") | {"hours": str(hours_all)}
    return Drawn(sheet, "payslip", (shown,), {"hours": (str(hours),)})


def stage(random: Random, face: Face) -> Drawn:
    """An artist engaged for a night or two by an association: fees for twelve hours each, the dates of the contract."""
    first, last = draw_dates(random, 2023, 2026)
    count = random.choice((1, 2, 3))
    start = first.replace(day=random.randint(3, 24))
    fee = Decimal(random.randint(115, 240))
    earned = (product("Cachet(s) de représentation", Decimal(count), fee),)
    gross = earned[0].amount
    found = tuple(
        Due("", wording, cents(gross * Decimal(share)), Decimal(own), Decimal(theirs), untaxable="non déd" in wording)
        for wording, share, own, theirs in (
            ("Urssaf - assurance maladie", "0.7", "0", "9.10"),
            ("Urssaf - vieillesse", "0.7", "5.11", "7.40"),
            ("Audiens retraite et prévoyance", "0.7", "4.44", "5.60"),
            ("Assurance chômage annexe 10", "0.7", "2.40", "9.40"),
            ("Congés Spectacles", "1", "0", "15.50"),
            ("Afdas formation", "1", "0", "2.50"),
            ("CSG déductible", "0.9825", "6.80", "0"),
            ("CSG + CRDS non déductible", "0.9825", "2.90", "0"),
        )
    )
    month = Month(
        draw_employer(random, _STAGES), draw_individual(random), start, start + dt.timedelta(days=count - 1),
        min(last, start + dt.timedelta(days=count + 4)), random.choice(("Comédien", "Musicien", "Danseuse", "Technicien son")),
        Decimal(12 * count), earned, found, (), (Item("Défraiement (repas, route)", euros(random, 15, 90)),), tax_rate(random),
    )  # fmt: skip
    boss, person = month.employer, month.person
    sheet = Sheet(face)
    sheet.box(14, 10, 182, 12, (230, 236, 226))
    sheet.text(14, 12, "BULLETIN DE PAIE - SPECTACLE VIVANT", 12, True, "C", 182)
    sheet.text(
        14,
        17.4,
        f"Guichet unique du spectacle occasionnel - déclaration n° {random.randint(10**8, 10**9 - 1)}",
        7,
        align="C",
        width=182,
    )
    for x, title in ((14, "L'ORGANISATEUR"), (106, "L'ARTISTE")):
        sheet.box(x, 28, 90, 32)
        sheet.text(x + 2, 29.5, title, 7, True)
    stack(
        sheet,
        16,
        35,
        (boss.name, boss.street, boss.town, f"Siret : {spaced_siret(boss.siret)}", "Licence : 2-1108842"),
        8.5,
        4.6,
    )
    stack(sheet, 108, 35, (f"{person.title} {person.name}", person.street, person.town, f"N° SS : {spaced_nir(person.nir)}",
                           f"Congés Spectacles : {random.choice('ABCDEF')} {random.randint(100000, 999999)}"), 8.5, 4.6)  # fmt: skip
    facts = (("Emploi", month.job), ("Contrat", f"du {start:%d/%m/%Y} au {month.end:%d/%m/%Y}"),
             ("Nombre de cachets", f"{count}"), ("Heures retenues", f"{month.hours}"),
             ("Date de paiement", day(month.paid_on)))  # fmt: skip
    y = pairs(sheet, 16, 66, facts, 48, 9, 5.2) + 4
    cols = (
        Col("", 16, "L", 66),
        Col("Assiette", 112),
        Col("Taux sal.", 130),
        Col("Part artiste", 156),
        Col("Part organisateur", 194),
    )
    head(sheet, y, cols, 7.5)
    lines = [Row((earned[0].wording, str(count), comma(fee), comma(gross), ""))]
    lines.append(Row(("Salaire brut", "", "", comma(gross), ""), True))
    for due in month.dues:
        lines.append(
            Row((due.wording, comma(due.base), decimals(due.own_rate, 2), printed(due.own), printed(due.theirs)))
        )
    lines.append(Row(("Total cotisations", "", "", comma(month.own), comma(month.theirs)), True))
    if month.net_social is not None:
        lines.append(Row(("Montant net social", "", "", comma(month.net_social), ""), True))
    lines.append(Row(("Salaire net imposable", "", "", comma(month.net_taxable), "")))
    lines.append(Row(("Salaire net avant impôt", "", "", comma(month.before_tax), "")))
    lines.append(
        Row((f"Impôt à la source (taux {decimals(month.tax_rate, 1) or '0,0'} %)", "", "", comma(month.tax), ""))
    )
    lines += [Row((one.wording, "", "", comma(one.amount), "")) for one in month.afterwards]
    y = rows(sheet, y + 6, cols, lines, 8.2, 5.6)
    sheet.line(14, y, 196, y)
    sheet.text(16, y + 3, "Net versé à l'artiste", 11, True)
    sheet.text(110, y + 3, euro(month.net_paid), 11, True, "R", 46)
    sheet.text(
        16,
        y + 12,
        f"Total à verser au guichet unique par l'organisateur : {euro(month.own + month.theirs + month.tax)}",
        8,
    )
    return Drawn(sheet, "payslip", (month.truth(*HEAD, *SUMS, "dates", "pay_date", "hours"),))
