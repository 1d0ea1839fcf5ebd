"""How the papers are arranged: a letter under a band with its references at the left, a form of ruled lines."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import lines, put
from tests.generator.fonts import Face
from tests.generator.papers import REFERENCE, Drawing

BANDS = ((226, 234, 244), (236, 236, 236), (232, 242, 230))


def banded(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A letter: the sender in a coloured band, the addressee at the right, facts as a list, the text below."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.box(14, 10, 182, 14, fill=random.choice(BANDS), edge=False)
    put(sheet, 18, 14, said(spec.sender), random.choice((12, 13.5)), 170, True)
    y = lines(sheet, 18, 28, map(said, spec.address), 8.5, 84, 4.3)
    if spec.referred:
        put(sheet, 18, y + 3, f"{spec.referred} {drawing.values[REFERENCE.get(spec.kind, 'ref')]}", 9, 84)
    lines(sheet, 112, 44, (drawing.values["title_name"], person.street, person.town), 11, 84, 5.4)
    if spec.dated:
        put(sheet, 18, 70, said(spec.dated), 10, 90)
    put(sheet, 18, 82, said(spec.title), 12.5, 174, True)
    sheet.line(18, 89.5, 192, 89.5)
    y = 95.0
    for label, value in spec.facts:
        put(sheet, 18, y, said(label), 10, 66)
        put(sheet, 86, y, said(value), 10, 106, True)
        y += 6.4
    y += 4 if spec.facts else 0
    for paragraph in spec.body:
        y = sheet.paragraph(18, y, said(paragraph), 172, 10.5) + 4
    return sheet


def ruled(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A form: the title in the middle, the sender below at the left, a ruled line for each fact, the date last."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    put(sheet, 20, 16, said(spec.title).upper(), random.choice((14, 15)), 170, True, "C")
    put(sheet, 20, 32, said(spec.sender), 11.5, 150, True)
    y = lines(sheet, 20, 38, map(said, spec.address), 9.5, 120, 4.9)
    if spec.referred and spec.kind not in REFERENCE:
        put(sheet, 20, y, f"{spec.referred} {drawing.values['ref']}", 9.5, 120)
        y += 5
    y += 8
    for label, value in spec.facts:
        put(sheet, 20, y, said(label), 9.5, 66)
        put(sheet, 88, y, said(value), 10.5, 102, True)
        sheet.line(20, y + 6, 190, y + 6)
        y += 9
    y += 5
    for paragraph in spec.body:
        y = sheet.paragraph(20, y, said(paragraph), 170, 10.5) + 4.5
    if spec.dated:
        put(sheet, 20, y + 5, said(spec.dated), 10.5, 170)
    return sheet
