"""How the other papers of the seventh set are arranged: letters with a window, and a form for each kind."""

from collections.abc import Callable
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.papers import Drawing
from tests.generator.seventh.frame import blank, fit

Said = Callable[[str], str]


def _said(drawing: Drawing) -> Said:
    """What a text of the spec says, with the day written 05.03.2024 besides."""
    values = dict(drawing.values) | {"dotted": f"{drawing.date:%d.%m.%Y}"}
    return lambda text: text.format_map(values)


def windowed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """The sender above a rule, the addressee in the window at the right, references and date on one line under it."""
    spec, person, said = drawing.spec, drawing.person, _said(drawing)
    sheet = blank(face)
    tone = random.choice(((0, 0, 0), (24, 72, 120), (110, 30, 60)))
    sheet.ink(*tone)
    fit(sheet, 22, 16, said(spec.sender), 14, 165, True)
    sheet.ink(0, 0, 0)
    for place, line in enumerate(spec.address):
        fit(sheet, 22, 24 + 4.6 * place, said(line), 9, 120)
    sheet.line(22, 36, 188, 36)
    if spec.addressed:
        for place, line in enumerate((drawing.values["title_name"], person.street, person.town)):
            fit(sheet, 108, 46 + 5.6 * place, line, 11, 82)
    y = 76.0 if spec.addressed else 46.0
    if spec.referred:
        number = drawing.values["ref"]
        fit(sheet, 22, y, f"{spec.referred} {number[:2]} {number[2:5]} {number[5:]}", 9.5, 84)
    below = spec.kind in ("rent_receipt", "employment_contract")
    if not below:
        fit(sheet, 108, y, said(spec.dated), 9.5, 80)
    if spec.kind in ("rent_receipt", "employment_contract"):
        fit(sheet, 22, y + 12, said(spec.title).upper(), 13, 166, True, "C")
    else:
        fit(sheet, 22, y + 12, f"Objet : {said(spec.title)}", 10.5, 166, True)
        fit(sheet, 22, y + 22, "Madame, Monsieur,", 10.5, 100)
    y += 32
    for paragraph in spec.body:
        y = sheet.paragraph(22, y, said(paragraph), 166, 10.5) + 3.6
    if below:
        fit(sheet, 22, y + 5, said(spec.dated), 10.5, 120)
        y += 9
    fit(sheet, 120, y + 9, random.choice(("Signature", "Pour le service", "La responsable")), 10, 60)
    return sheet


def formed(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """Each kind of form as it is usually printed."""
    sheet = blank(face)
    special = {"identity": _card, "other": _poster, "sick_leave": _ruled, "bank_details": _framed}
    special.get(drawing.spec.kind, _table)(sheet, drawing, random)
    return sheet


def _table(sheet: Sheet, drawing: Drawing, random: Random) -> None:
    """A coloured band, the reference and the addressee under it, the facts in a ruled table, the date at the foot."""
    spec, person, said = drawing.spec, drawing.person, _said(drawing)
    tone = random.choice(((0, 92, 138), (70, 70, 70), (150, 70, 10)))
    sheet.box(0, 10, 210, 15, fill=tone, edge=False)
    sheet.ink(255, 255, 255)
    fit(sheet, 16, 14.5, said(spec.title), 14, 178, True)
    sheet.ink(0, 0, 0)
    fit(sheet, 16, 32, said(spec.sender), 10.5, 90, True)
    for place, line in enumerate(spec.address):
        fit(sheet, 16, 37.5 + 4.6 * place, said(line), 8.5, 90)
    if spec.referred:
        fit(sheet, 16, 52, f"{spec.referred} {drawing.values['ref']}", 9.5, 88, True)
    if spec.addressed:
        for place, line in enumerate((drawing.values["title_name"], person.street, person.town)):
            fit(sheet, 118, 42 + 5.4 * place, line, 10.5, 78)
    y = 70.0
    for label, value in spec.facts:
        sheet.box(16, y, 70, 7.5)
        sheet.box(86, y, 108, 7.5)
        fit(sheet, 18, y + 2, said(label), 9, 66)
        fit(sheet, 88, y + 2, said(value), 9.5, 104)
        y += 7.5
    y += 7
    for paragraph in spec.body:
        y = sheet.paragraph(16, y, said(paragraph), 178, 9.5) + 3
    if spec.dated != "{date}":  # else it stands among the facts
        fit(sheet, 16, y + 5, said(spec.dated), 9.5, 178)


def _framed(sheet: Sheet, drawing: Drawing, _random: Random) -> None:
    """A bank's slip: half a page in a frame, the number of the account in one line of four parts."""
    spec, said = drawing.spec, _said(drawing)
    sheet.box(18, 16, 174, 104)
    fit(sheet, 24, 21, said(spec.sender), 13, 90, True)
    fit(sheet, 126, 21.5, said(spec.dated), 8.5, 60, align="R")
    for place, line in enumerate(spec.address):
        fit(sheet, 24, 28 + 4.6 * place, said(line), 8.5, 100)
    fit(sheet, 24, 42, said(spec.title).upper(), 12, 162, True, "C")
    y = 53.0
    for label, value in spec.facts:
        fit(sheet, 24, y, said(label), 8, 58)
        fit(sheet, 84, y, said(value), 10, 102, label == "IBAN")
        y += 7.2
    sheet.paragraph(24, y + 5, said(spec.body[0]), 160, 8.5)


def _ruled(sheet: Sheet, drawing: Drawing, _random: Random) -> None:
    """A doctor's printed form: its words in colour, what was filled in after them in black, on ruled lines."""
    spec, said = drawing.spec, _said(drawing)
    sheet.ink(30, 80, 120)
    sheet.box(14, 12, 182, 16)
    fit(sheet, 18, 15, said(spec.title), 14, 120, True)
    fit(sheet, 18, 22.5, "volet 1, à conserver par le service médical", 8, 120)
    for place, line in enumerate((said(spec.sender), *map(said, spec.address))):
        fit(sheet, 18, 33 + 4.8 * place, line, 9, 120, place == 0)
    y = 54.0
    for label, value in spec.facts:
        sheet.ink(30, 80, 120)
        fit(sheet, 18, y, said(label), 8.5, 74)
        sheet.ink(0, 0, 0)
        fit(sheet, 94, y - 0.4, said(value), 10, 98)
        sheet.line(18, y + 5.4, 192, y + 5.4)
        y += 9.2
    sheet.ink(30, 80, 120)
    sheet.paragraph(18, y + 4, said(spec.body[0]), 174, 9)
    sheet.ink(0, 0, 0)
    fit(sheet, 140, y + 16, "Signature et cachet", 9, 50)


def _card(sheet: Sheet, drawing: Drawing, random: Random) -> None:
    """An identity card laid on the glass: 86 by 54 mm on an empty sheet."""
    spec, person = drawing.spec, drawing.person
    left, top = random.uniform(18, 100), random.uniform(20, 170)
    sheet.box(left, top, 86, 54, fill=(222, 232, 240))
    fit(sheet, left + 4, top + 3, spec.sender.upper(), 8, 60, True)
    fit(sheet, left + 4, top + 7.5, spec.address[0], 5.5, 70)
    sheet.box(left + 4, top + 13, 23, 30, fill=(176, 186, 196))
    sheet.box(left + 10, top + 18, 11, 13, fill=(120, 126, 134), edge=False)
    sex = "F" if person.title == "Mme" else "M"
    lines = (
        ("NOM / Surname", person.last_name.upper()),
        ("Prénoms / Given names", person.first_name),
        ("SEXE / Sex   NATIONALITÉ   DATE DE NAISS.", f"{sex}   FRA   14 07 19{random.randint(62, 99)}"),
        ("N° DU DOCUMENT / Document No", drawing.values["card"]),
        ("DATE D’EXPIR. / Expiry date", f"09 11 20{random.randint(28, 34)}"),
    )
    y = top + 12.5
    for label, value in lines:
        fit(sheet, left + 31, y, label, 4.6, 52)
        fit(sheet, left + 31, y + 2.4, value, 7.5, 52, True)
        y += 7.6


def _poster(sheet: Sheet, drawing: Drawing, random: Random) -> None:
    """A notice for a wall, all of it in the middle."""
    spec, said = drawing.spec, _said(drawing)
    tone = random.choice(((180, 40, 30), (20, 90, 60), (30, 50, 140)))
    sheet.box(12, 14, 186, 40, fill=tone, edge=False)
    sheet.ink(255, 255, 255)
    fit(sheet, 16, 28, said(spec.title), 30, 178, True, "C")
    sheet.ink(*tone)
    fit(sheet, 16, 66, said(spec.dated), 20, 178, True, "C")
    sheet.ink(0, 0, 0)
    fit(sheet, 16, 80, spec.address[0], 13, 178, align="C")
    y = 100.0
    for line in spec.body:
        fit(sheet, 16, y, said(line), 13, 178, align="C")
        y += 11
    sheet.box(40, y + 6, 130, 60, fill=(244, 238, 214), edge=False)
    fit(sheet, 16, y + 78, spec.sender, 14, 178, True, "C")
