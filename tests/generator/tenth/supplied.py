"""A supplier's bill and a tax notice: what to pay in a band under the window, how it is made up in tables."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, facts, lines, put, table
from tests.generator.ninth.told import sayer
from tests.generator.papers import Drawing
from tests.generator.payslip import cents, french

TEAL, GREY = (214, 236, 234), (232, 232, 236)
BEFORE_TAX = Decimal("1.2")


def bill(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """Number and day of the bill at the upper left, the contract below; sums before tax, the tax, and with it."""
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    sheet.ink(0, 110, 105)
    put(sheet, 14, 11, spec.sender, 15, 90, True)
    sheet.ink(0, 0, 0)
    lines(sheet, 14, 19, spec.address, 8.5, 84, 4.3)
    put(sheet, 14, 36, spec.title, 11.5, 86, True)
    put(sheet, 14, 42.5, f"{spec.referred} {drawing.values['ref']} {say(spec.dated)}", 9.5, 86)
    lines(sheet, 114, 42, (drawing.values["title_name"], person.street, person.town), 11, 84, 5.4)
    facts(sheet, 14, 52, [(label, say(value)) for label, value in spec.facts], 38, 94, 8.5, 4.8)
    total = Decimal(drawing.values["amount"].replace(",", ".").removesuffix(" €"))
    net = cents(total / BEFORE_TAX)
    standing, taxes = cents(net * Decimal("0.22")), cents(net * Decimal("0.15"))
    sheet.box(14, 78, 182, 17, TEAL, edge=False)
    put(sheet, 18, 83.5, "Total à payer TTC", 12, 80, True)
    put(sheet, 120, 82.5, f"{french(total)} €", 16, 72, True, "R")
    put(sheet, 14, 98, say(spec.body[0]), 9.5, 182)
    index, used = random.randint(2000, 9000), int(say("{kwh}"))
    cols = (
        Col("label", "Relevé du compteur", 14, 80, "L"),
        Col("old", "Ancien index", 80, 110),
        Col("new", "Nouvel index", 110, 140),
        Col("used", "Consommation en kWh", 140, 196),
    )
    cells = {
        "label": "Index télérelevé (1 m3 = 11 kWh)",
        "old": str(index),
        "new": str(index + used),
        "used": str(used * 11),
    }
    y = table(sheet, 108, cols, [Row(cells)], 8.5, 5.5, "rows frame", TEAL)
    sums = (Col("label", "Détail de la facture", 14, 150, "L"), Col("sum", "Montant HT (€)", 150, 196))
    parts = (
        ("Abonnement", standing),
        ("Consommation", net - standing - taxes),
        ("Taxes et contributions (CTA, accise sur le gaz)", taxes),
        ("Total hors TVA", net),
        ("TVA 20 %", total - net),
        ("Total TTC", total),
    )
    rows = [Row({"label": label, "sum": french(value)}, label.startswith("Total")) for label, value in parts]
    y = table(sheet, y + 7, sums, rows, 9, 6, "rows frame", TEAL)
    sheet.paragraph(14, y + 7, say(spec.body[1]), 182, 8.5)
    return sheet


def tax_notice(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The State's heading, references in a column at the left, the sum in a frame at the right, then the reckoning."""
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    put(sheet, 14, 10, spec.sender.upper(), 9.5, 92, True)
    lines(sheet, 14, 15.5, spec.address, 8.5, 84, 4.2)
    put(sheet, 110, 10, say(spec.title), 12, 86, True, "R")
    put(sheet, 110, 16, say("Impôt sur les revenus de {before}"), 9.5, 86, align="R")
    lines(sheet, 112, 42, (drawing.values["title_name"], person.street, person.town), 11, 84, 5.4)
    put(sheet, 14, 36, "Vos références", 10, 80, True)
    items = [(f"{label} :", say(value)) for label, value in spec.facts]
    items.insert(1, (spec.referred, drawing.values["ref"]))
    y = facts(sheet, 14, 42, items, 36, 92, 8.5, 4.6)
    put(sheet, 14, y, say(spec.dated), 8.5, 90)
    put(sheet, 14, y + 4.6, say("Date de mise en recouvrement : {next}"), 8.5, 90)
    sheet.box(112, 68, 84, 16, GREY)
    put(sheet, 114, 70.5, "Vous n'avez rien à payer.", 10.5, 80, True)
    put(sheet, 114, 76.5, "Revenu fiscal de référence :", 9.5, 46)
    put(sheet, 160, 76.5, f"{say('{reference_income}')} €", 10, 34, True, "R")
    cols = (
        Col("label", "Détail des revenus", 14, 116, "L"),
        Col("one", "Déclar. 1", 116, 156),
        Col("all", "Total", 156, 196),
    )
    values = (
        ("Salaires", "{wages}", ""),
        ("Déduction 10 % ou frais réels", "- {deducted}", ""),
        ("Salaires, pensions, rentes nets", "{reference_income}", "{reference_income}"),
        ("Revenu brut global", "", "{reference_income}"),
        ("Revenu imposable", "", "{reference_income}"),
        ("Impôt sur les revenus soumis au barème", "", "0"),
        ("Décote", "", "0"),
        ("Total de l'impôt sur le revenu net", "", "0"),
    )
    rows = [Row({"label": label, "one": say(one), "all": say(both)}) for label, one, both in values]
    y = table(sheet, 94, cols, rows, 9, 6, "columns frame", GREY) + 4
    put(sheet, 14, y, "Nombre de parts : 1,50     Situation de famille : D", 9.5, 182)
    y += 10
    for paragraph in spec.body:
        y = sheet.paragraph(14, y, say(paragraph), 182, 9.5) + 4
    return sheet
