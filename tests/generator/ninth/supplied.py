"""A supplier's bill and a tax notice, as they are printed: a column of colour with the contract, sums in a table."""

from decimal import Decimal
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, lines, put, table
from tests.generator.ninth.told import sayer
from tests.generator.papers import Drawing
from tests.generator.payslip import cents, french

ORANGE, BLUE = (252, 236, 220), (224, 232, 244)


def bill(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The contract's numbers stand down the left; the sum to pay is large; what it is made of adds up to it."""
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    sheet.box(0, 0, 66, 297, ORANGE, edge=False)
    put(sheet, 8, 12, spec.sender, 14, 56, True)
    y = lines(sheet, 8, 24, spec.address, 8, 56, 4.2) + 8
    for label, value in spec.facts:
        put(sheet, 8, y, label, 7.5, 56, True)
        put(sheet, 8, y + 4, say(value), 8.5, 56)
        y += 12
    lines(sheet, 112, 40, (drawing.values["title_name"], person.street, person.town), 11, 90, 5.4)
    put(sheet, 74, 14, say(spec.title), 14, 126, True)
    put(sheet, 74, 22, say(spec.dated), 9.5, 126)
    put(sheet, 74, 27, f"{spec.referred} {drawing.values['ref']}", 9.5, 126)
    total = Decimal(drawing.values["amount"].replace(",", ".").removesuffix(" €"))
    standing, taxed = cents(total * Decimal("0.18")), cents(total * Decimal("0.09"))
    vat = cents(standing * Decimal("0.055")) + cents((total - standing - taxed) / 6)
    parts = (
        ("Abonnement (6 kVA)", standing),
        (f"Consommation ({say('{kwh}')} kWh)", total - standing - taxed - vat),
        ("Taxes et contributions (CTA, accise)", taxed),
        ("TVA (5,5 % et 20 %)", vat),
    )
    sheet.box(74, 76, 128, 16, ORANGE)
    put(sheet, 77, 82, "Montant à payer (TTC)", 11, 66, True)
    put(sheet, 140, 80.5, f"{french(total)} €", 16, 59, True, "R")
    put(sheet, 74, 95, say(spec.body[0]), 9.5, 128)
    cols = (Col("label", "Le détail de votre facture", 74, 164, "L"), Col("sum", "Montant en €", 164, 202))
    rows = [Row({"label": label, "sum": french(value)}) for label, value in parts]
    rows.append(Row({"label": "Total TTC", "sum": french(total)}, True))
    y = table(sheet, 106, cols, rows, 9, 6, "rows", ORANGE) + 6
    for paragraph in spec.body[1:]:
        y = sheet.paragraph(74, y, say(paragraph), 126, 9) + 3
    return sheet


def tax_notice(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """References in a frame at the left, the taxpayer's window, the sums in a table, what it is good for below."""
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    put(sheet, 14, 11, "RÉPUBLIQUE FRANÇAISE", 8, 80, True)
    put(sheet, 14, 16, spec.sender, 11, 90, True)
    lines(sheet, 14, 22, spec.address, 8.5, 84, 4.2)
    put(sheet, 106, 11, say(spec.title), 10.5, 92, True)
    sheet.box(14, 38, 86, 36)
    put(sheet, 16, 40, "Vos références", 9, 80, True)
    items = ((spec.referred.removesuffix(" :"), drawing.values["ref"]), *spec.facts)
    y = 46.0
    for label, value in items:
        put(sheet, 16, y, f"{label} : {say(value)}", 8.5, 82)
        y += 4.8
    put(sheet, 16, y, say(spec.dated), 8.5, 82)
    lines(sheet, 112, 44, (drawing.values["title_name"], person.street, person.town), 11, 88, 5.4)
    rows = [
        Row({"label": "Salaires déclarés", "sum": say("{wages}")}),
        Row({"label": "Déduction 10 % ou frais réels", "sum": f"-{say('{deducted}')}"}),
        Row({"label": "Revenu brut global", "sum": say("{reference_income}")}),
        Row({"label": "Revenu fiscal de référence", "sum": say("{reference_income}")}, True, BLUE),
        Row({"label": "Nombre de parts", "sum": "2,00"}),
        Row({"label": "Impôt sur le revenu net avant corrections", "sum": "0"}),
        Row({"label": "Montant qu'il vous reste à payer", "sum": "0 €"}, True, BLUE),
    ]
    cols = (Col("label", "Détail des revenus", 14, 140, "L"), Col("sum", "Déclarant 1", 140, 196))
    y = table(sheet, 92, cols, rows, 9.5, 6.5, "rows frame", BLUE) + 8
    for paragraph in spec.body:
        y = sheet.paragraph(14, y, say(paragraph), 182, 9.5) + 4
    return sheet
