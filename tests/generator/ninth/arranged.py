"""How the papers are arranged: a body's letter with its window, and forms each as their kind is printed."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.ninth.kit import lines, put
from tests.generator.ninth.supplied import bill, tax_notice
from tests.generator.ninth.told import sayer
from tests.generator.papers import REFERENCE, Drawing

OWN = {"energy_bill": bill, "tax_notice": tax_notice}


def windowed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The body and its references at the left, the addressee's window and the day at the right, then the text."""
    if drawing.spec.kind in OWN:
        return OWN[drawing.spec.kind](drawing, face, random)
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    colour = random.choice(((20, 60, 120), (30, 30, 30), (120, 20, 60)))
    sheet.ink(*colour)
    put(sheet, 16, 13, spec.sender, 13, 84 if len(spec.sender) < 40 else 110, True)
    sheet.ink(0, 0, 0)
    y = lines(sheet, 16, 20.5, spec.address, 8.5, 84, 4.3) + 4
    if spec.referred:
        put(sheet, 16, y, f"{spec.referred} {drawing.values['ref']}", 9, 84)
        y += 4.8
    for label, value in spec.facts:
        put(sheet, 16, y, f"{label} : {say(value)}", 9, 84)
        y += 4.8
    lines(sheet, 110, 44, (drawing.values["title_name"], person.street, person.town), 11, 88, 5.4)
    put(sheet, 110, 72, say(spec.dated), 10, 88)
    subject = random.choice(("Objet : ", "")) + say(spec.title)
    put(sheet, 16, 90, subject, 11.5, 178, True)
    y = 101.0
    for paragraph in spec.body:
        y = sheet.paragraph(16, y, say(paragraph), 178, 10.5) + 4.5
    return sheet


def printed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A form in the way of its kind."""
    draw = {"bank_details": _bank, "identity": _passport, "sick_leave": _sick}.get(drawing.spec.kind, _headed)
    return draw(drawing, face, random)


def _bank(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The bank's grid: four cells with the national number, the IBAN and the BIC below."""
    spec, say = drawing.spec, sayer(drawing, random)
    facts = dict(spec.facts)
    sheet = Sheet(face)
    put(sheet, 18, 14, spec.sender, 14, 90, True)
    lines(sheet, 18, 21, spec.address, 9, 90, 4.5)
    put(sheet, 18, 42, spec.title, 14, 174, True, "C")
    lines(
        sheet, 20, 56, (f"Titulaire du compte : {say(facts['Titulaire du compte'])}", say(facts["Adresse"])), 10, 170, 6
    )
    bank, desk, account, key = drawing.values["bank"].split()
    x = 20.0
    for label, value, width in (
        ("Code banque", bank, 30),
        ("Code guichet", desk, 30),
        ("N° de compte", account, 50),
        ("Clé RIB", key, 20),
        ("Domiciliation", facts["Domiciliation"], 40),
    ):
        sheet.box(x, 74, width, 14)
        put(sheet, x + 1, 75.5, label, 7.5, width - 2, align="C")
        put(sheet, x + 1, 81, value, 10, width - 2, True, "C")
        x += width
    for place, label in enumerate(("IBAN (International Bank Account Number)", "BIC (Bank Identifier Code)")):
        sheet.box(20, 92 + 16 * place, 170, 14)
        put(sheet, 22, 93.5 + 16 * place, label, 7.5, 166)
        put(sheet, 22, 99 + 16 * place, say(facts[label]), 11, 166, True)
    sheet.paragraph(20, 130, say(spec.body[0]), 170, 8.5)
    return sheet


def _passport(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The page of a passport, copied larger upon a sheet: each label small above its value."""
    spec, say = drawing.spec, sayer(drawing, random)
    sheet = Sheet(face)
    sheet.box(25, 40, 160, 130, (240, 238, 232))
    put(sheet, 30, 43, spec.sender.upper() if random.random() < 0.5 else spec.sender, 12, 90, True)
    put(sheet, 118, 43, say(spec.title), 11, 62, True, "R")
    sheet.box(30, 53, 42, 54, (205, 205, 205))
    x, y = 78.0, 53.0
    for place, (label, value) in enumerate(spec.facts):
        room = 33 if place < 3 else 100
        put(sheet, x, y, label, 6.5, room)
        put(sheet, x, y + 3.2, say(value), 10.5, room, True)
        if place < 2:
            x += (26, 46)[place]
            continue
        x, y = 78.0, y + 10.2
    label, value = say(spec.dated).split("   ")
    put(sheet, 78, y, label, 6.5, 100)
    put(sheet, 78, y + 3.2, value, 10.5, 100, True)
    sheet.font = "Courier"
    for place, text in enumerate(spec.body):
        put(sheet, 30, y + 13 + 6 * place, say(text), 12, 152)
    return sheet


def _sick(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The health insurance's form: rules below each answer, the doctor's stamp at the foot."""
    spec, say = drawing.spec, sayer(drawing, random)
    sheet = Sheet(face)
    put(sheet, 14, 10, "cerfa n° 10170*08", 8, 50)
    put(sheet, 60, 10, spec.title, 16, 90, True, "C")
    put(sheet, 152, 10, "volet 3", 9, 44, True, "R")
    put(
        sheet,
        14,
        19,
        "(articles L. 162-4-1, L. 321-1, L. 321-2, R. 321-2 et D. 323-2 du code de la sécurité sociale)",
        7,
        182,
        align="C",
    )
    y = 30.0
    for place, (label, value) in enumerate(spec.facts):
        if place in (0, 3):
            sheet.box(14, y, 182, 6, (222, 230, 238), edge=False)
            put(sheet, 16, y + 1.4, "l'assuré(e)" if place == 0 else "le praticien", 8.5, 80, True)
            y += 10
        put(sheet, 16, y, label, 8.5, 70)
        put(sheet, 88, y - 0.5, say(value), 10, 106, True)
        sheet.line(86, y + 5, 194, y + 5)
        y += 9.5
    for paragraph in spec.body:
        y = sheet.paragraph(16, y + 2, say(paragraph), 178, 9) + 2
    sheet.box(14, y + 6, 182, 36)
    put(sheet, 16, y + 8, say(spec.dated), 9.5, 60, True)
    put(sheet, 16, y + 14, "identification du praticien et signature", 7.5, 80)
    put(sheet, 100, y + 8, spec.sender, 10, 90, True)
    lines(sheet, 100, y + 14, spec.address, 8.5, 90, 4.4)
    return sheet


def _headed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The firm's heading, the title in the middle between two rules, facts, text, the day and the place to sign."""
    spec, say = drawing.spec, sayer(drawing, random)
    sheet = Sheet(face)
    put(sheet, 18, 14, spec.sender, 13, 110, True)
    y = max(lines(sheet, 18, 21, spec.address, 9, 110, 4.5), 44)
    sheet.line(18, y + 4, 192, y + 4)
    put(sheet, 18, y + 7, say(spec.title), 14, 174, True, "C")
    if spec.referred and spec.kind not in REFERENCE:
        put(sheet, 18, y + 14, f"{spec.referred} {drawing.values['ref']}", 9.5, 174, False, "C")
    sheet.line(18, y + 20, 192, y + 20)
    y += 28
    for label, value in spec.facts:
        put(sheet, 20, y, f"{label} :", 10, 58)
        put(sheet, 80, y, say(value), 10, 112)
        y += 6.5
    y += 4
    for paragraph in spec.body:
        y = sheet.paragraph(18, y, say(paragraph), 174, 10.5) + 4.5
    put(sheet, 18, y + 6, say(spec.dated), 10.5, 110)
    if spec.kind == "employment_contract":
        put(sheet, 18, y + 16, "L'employeur (cachet et signature)", 9, 80)
        put(sheet, 118, y + 16, "Le ou la salarié(e) (lu et approuvé)", 9, 76)
    else:
        put(sheet, 140, y + 6, "Signature et cachet", 9, 54)
    return sheet
