"""How the papers are arranged: a letter with its writer's head centred, a form in two columns of facts."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.eighth.kit import lines, put
from tests.generator.fonts import Face
from tests.generator.papers import REFERENCE, Drawing


def headed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A letter: a rule under the head, the addressee at the right, date and reference in a column at the left."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    left = random.choice((18, 22))
    put(sheet, left, 12, said(spec.sender), random.choice((13, 15)), 190 - left, True)
    y = lines(sheet, left, 19.5, map(said, spec.address), 9, 90, 4.6)
    if spec.addressed:
        lines(sheet, 112, 42, (drawing.values["title_name"], person.street, person.town), 11, 86, 5.6)
    y = max(y + 4, 44)
    if spec.dated:
        put(sheet, left, y, said(spec.dated), 10, 88)
        y += 6
    if spec.referred:
        put(sheet, left, y, f"{spec.referred} {drawing.values[REFERENCE.get(spec.kind, 'ref')]}", 9.5, 88)
    y = 76.0
    put(sheet, left, y, said(spec.title), random.choice((12, 13)), 190 - left, True)
    sheet.line(left, y + 7, 192, y + 7)
    y += 13
    if spec.addressed:
        put(sheet, left, y, f"{'Madame' if person.title == 'Mme' else 'Monsieur'},", 10.5, 100)
        y += 9
    for place, paragraph in enumerate(spec.body):
        y = sheet.paragraph(left, y, said(paragraph), 190 - left, 10.5) + 4
        if place == 0 and spec.facts:
            y = _facts(drawing, sheet, left + 6, y + 1, 178 - left) + 4
    if not spec.body:
        _facts(drawing, sheet, left, y, 190 - left)
    return sheet


def _facts(drawing: Drawing, sheet: Sheet, left: float, y: float, width: float) -> float:
    for label, value in drawing.spec.facts:
        put(sheet, left, y, f"- {drawing.said(label)} :", 10, 62)
        put(sheet, left + 62, y, drawing.said(value), 10, width - 62, True)
        y += 6
    return y


def columned(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A form: the title in a dark line at the top, the sender in a frame, facts one below the other over thin rules."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    put(sheet, 16, 12, said(spec.title), random.choice((14, 16)), 178, True)
    sheet.box(16, 20, 178, 0.8, fill=(60, 70, 90), edge=False)
    tall = 9 + 4.8 * len(spec.address)
    sheet.box(16, 26, 100, tall)
    put(sheet, 19, 28.5, said(spec.sender), 11, 94, True)
    lines(sheet, 19, 34, map(said, spec.address), 9, 94, 4.8)
    if spec.referred and spec.kind not in REFERENCE:
        put(sheet, 122, 28.5, f"{spec.referred} {drawing.values['ref']}", 9.5, 72, False, "R")
    if spec.dated:
        put(sheet, 122, 34, said(spec.dated), 9.5, 72, False, "R")
    y = 26 + tall + 9
    for label, value in spec.facts:
        put(sheet, 18, y, said(label), 9.5, 68)
        put(sheet, 88, y, said(value), 10.5, 104, True)
        sheet.line(16, y + 6, 194, y + 6)
        y += 8.6
    y += 5
    for paragraph in spec.body:
        y = sheet.paragraph(16, y, said(paragraph), 178, 10) + 4
    return sheet
