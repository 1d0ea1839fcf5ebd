"""How the papers are arranged: a letter with its references in a line, a form of facts in a frame."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import lines, put
from tests.generator.fonts import Face
from tests.generator.papers import REFERENCE, Drawing


def windowed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A letter for an envelope with a window: the sender at the left, references over the subject, then the text."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    left = random.choice((16, 20, 24))
    put(sheet, left, 14, said(spec.sender), random.choice((12, 14)), 84, True)
    lines(sheet, left, 21, map(said, spec.address), 9, 84, 4.6)
    if spec.addressed:
        lines(sheet, 108, 46, (drawing.values["title_name"], person.street, person.town), 11, 92, 5.4)
    if spec.dated:
        put(sheet, 108, 72, said(spec.dated), 10, 90)
    y = 84.0
    if spec.referred:
        put(sheet, left, y, f"{spec.referred} {drawing.values[REFERENCE.get(spec.kind, 'ref')]}", 9.5, 120)
        y += 6
    put(sheet, left, y, f"Objet : {said(spec.title)}", 11, 190 - left, True)
    y += 11
    for label, value in spec.facts:
        put(sheet, left, y, f"{said(label)} :", 10, 56)
        put(sheet, left + 56, y, said(value), 10, 110, True)
        y += 6
    y += 4
    for paragraph in spec.body:
        y = sheet.paragraph(left, y, said(paragraph), 190 - left, 10.5) + 4
    sheet.line(left, 276, 194, 276)
    put(sheet, left, 278, f"{said(spec.sender)} - {said(spec.address[-1])}", 7, 190 - left, False, "C")
    return sheet


def framed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A form: the sender at the upper left, the title under a line, the facts in a frame, the date below."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    put(sheet, 18, 14, said(spec.sender), 11.5, 100, True)
    y = lines(sheet, 18, 20, map(said, spec.address), 9, 100, 4.6)
    if spec.referred and spec.kind not in REFERENCE:
        put(sheet, 120, 14, f"{spec.referred} {drawing.values['ref']}", 9.5, 74, False, "R")
    y = max(y, 36.0) + 6
    sheet.line(18, y, 192, y)
    put(sheet, 18, y + 5, said(spec.title), random.choice((14, 16)), 174, True, "C")
    y += 20
    if spec.facts:
        sheet.box(18, y, 174, 7.5 * len(spec.facts) + 4)
        y += 3
        for label, value in spec.facts:
            put(sheet, 22, y + 1, f"{said(label)} :", 9.5, 64)
            put(sheet, 88, y + 1, said(value), 10, 100, True)
            y += 7.5
        y += 8
    for paragraph in spec.body:
        y = sheet.paragraph(18, y, said(paragraph), 174, 10.5) + 4.5
    if spec.dated:
        put(sheet, 18, y + 6, said(spec.dated), 10, 120)
    return sheet
