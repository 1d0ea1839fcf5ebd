"""How the papers are arranged: a letter with its references in the margin, a form under a bar of colour."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import lines, put
from tests.generator.fonts import Face
from tests.generator.papers import REFERENCE, Drawing

UNSIGNED = ("tax_notice", "bank_details")


def margined(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """What there is to refer to stands in a narrow column at the left, each label above its value."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    put(sheet, 14, 12, said(spec.sender), 12.5, 90, True)
    lines(sheet, 14, 19, map(said, spec.address), 8.5, 80, 4.4)
    if spec.addressed:
        lines(sheet, 110, 42, (drawing.values["title_name"], person.street, person.town), 11, 90, 5.4)
    y = 76.0
    if spec.referred:
        put(sheet, 14, y, spec.referred, 7.5, 44, True)
        put(sheet, 14, y + 4, drawing.values[REFERENCE.get(spec.kind, "ref")], 9, 44)
        y += 13
    for label, value in spec.facts:
        put(sheet, 14, y, said(label), 7.5, 44, True)
        put(sheet, 14, y + 4, said(value), 8.5, 44)
        y += 12
    if spec.dated:
        put(sheet, 110, 64, said(spec.dated), 9.5, 90)
    sheet.line(59, 76, 59, 250)
    put(sheet, 63, 76, said(spec.title), random.choice((11, 12, 13)), 132, True)
    y = 88.0
    for paragraph in spec.body:
        y = sheet.paragraph(63, y, said(paragraph), 132, 10) + 4.5
    return sheet


def barred(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A bar with the title, the sender at the right of it, facts in ruled rows, the date and a place to sign below."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    colour = random.choice(((223, 232, 244), (240, 230, 214), (226, 226, 226)))
    sheet.box(0, 14, 210, 13, fill=colour, edge=False)
    put(sheet, 16, 17.5, said(spec.title), 14, 178, True)
    put(sheet, 108, 32, said(spec.sender), 11, 90, True)
    y = lines(sheet, 108, 38, map(said, spec.address), 8.5, 90, 4.4)
    if spec.referred and spec.kind not in REFERENCE:
        put(sheet, 16, 32, f"{spec.referred} {drawing.values['ref']}", 9.5, 88)
    y = max(y, 48.0) + 8
    for label, value in spec.facts:
        put(sheet, 18, y + 1.2, said(label), 9, 66)
        put(sheet, 86, y + 1.2, said(value), 9.5, 106, True)
        y += 7
        sheet.line(16, y, 194, y)
    y += 6
    for paragraph in spec.body:
        y = sheet.paragraph(16, y, said(paragraph), 178, 10) + 4
    if spec.dated:
        put(sheet, 16, y + 5, said(spec.dated), 10, 100)
        put(sheet, 130, y + 5, "" if spec.kind in UNSIGNED else "Signature", 9, 60)
    return sheet
