# ruff: noqa: E501 - tables of words, in lines as they come
"""How this set arranges other papers: letters with a margin of references, forms, a bill, the two sides of a card."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.papers import REFERENCE, Drawing
from tests.generator.parts import stack
from tests.generator.payslip import day
from tests.generator.sixth.ruled import over


def letters(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A letter of a public body, or a sheet of a firm with its name centred."""
    return _office(drawing, face, random) if drawing.spec.addressed else _centred(drawing, face)


def forms(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A card, a bill, a notice in columns or a slip in a frame, as the kind has it."""
    draw = {"identity": _card, "energy_bill": _bill, "tax_notice": _columns}.get(drawing.spec.kind, _slip)
    return draw(drawing, face, random)


def _office(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """Coloured name, references in a margin at the left of the text, the addressee in the window's place."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.ink(*random.choice(((10, 60, 120), (130, 30, 60), (20, 90, 70))))
    sheet.text(15, 14, said(spec.sender), 14, bold=True)
    sheet.ink(0, 0, 0)
    stack(sheet, 15, 21.5, map(said, spec.address), 8.5, 4.3)
    stack(sheet, 110, 47, (drawing.values["title_name"], person.street, person.town), 10.5, 5.2)
    sheet.text(110, 72, said(spec.dated), 10)
    if spec.referred:
        sheet.ink(110, 110, 110)
        sheet.text(15, 47, "À rappeler", 7)
        sheet.ink(0, 0, 0)
        sheet.text(15, 51, f"{spec.referred} {drawing.values['ref']}", 8.5)
    sheet.text(48, 86, "Objet", 10, bold=True)
    y = sheet.paragraph(62, 85.6, said(spec.title), 125, 10.5) + 8
    for paragraph in spec.body:
        y = sheet.paragraph(48, y, said(paragraph), 142, 10.5) + 4.5
    sheet.text(
        125, y + 8, random.choice(("La responsable du service", "Le directeur adjoint", "Pour la directrice")), 10
    )
    return sheet


def _centred(drawing: Drawing, face: Face) -> Sheet:
    """The firm at the middle of the top, a title with a line under it, the date at the lower right."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    sheet.text(20, 15, said(spec.sender), 14, True, "C", 170)
    y = 22.0
    for line in spec.address:
        sheet.text(20, y, said(line), 9, align="C", width=170)
        y += 4.5
    sheet.line(60, y + 3, 150, y + 3)
    sheet.text(20, y + 20, said(spec.title).upper(), 14, True, "C", 170)
    y += 40
    for paragraph in spec.body:
        y = sheet.paragraph(24, y, said(paragraph), 162, 11) + 5
    sheet.text(88, y + 8, said(spec.dated), 10)
    sheet.text(88, y + 15, "Signature et cachet", 9)
    return sheet


def _slip(drawing: Drawing, face: Face, _random: Random) -> Sheet:
    """All in one frame: the title in a dark band, facts in ruled rows."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    sheet.box(16, 14, 178, 11, (70, 70, 78), False)
    sheet.ink(255, 255, 255)
    sheet.text(20, 17, said(spec.title), 13, True)
    sheet.ink(0, 0, 0)
    sheet.text(20, 31, said(spec.sender), 10.5, True)
    y = stack(sheet, 20, 36.5, map(said, spec.address), 8.5, 4.4)
    sheet.text(130, 31, said(spec.dated), 9)
    if spec.referred and spec.kind not in REFERENCE:
        sheet.text(130, 36, f"{spec.referred} {drawing.values['ref']}", 9)
    y += 6
    for label, value in spec.facts:
        sheet.line(16, y, 194, y)
        sheet.text(20, y + 2.2, said(label), 9)
        sheet.text(88, y + 2.2, said(value), 9.5, True)
        y += 8
    sheet.line(16, y, 194, y)
    y += 5
    for paragraph in spec.body:
        y = sheet.paragraph(20, y, said(paragraph), 168, 9.5) + 4
    sheet.box(16, 14, 178, y + 6 - 14)
    return sheet


def _bill(drawing: Drawing, face: Face, _random: Random) -> Sheet:
    """A bill: what is to be paid in a big tile, the contract in a column at the left, a bar for each month."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.ink(0, 120, 90)
    sheet.text(14, 12, said(spec.sender), 18, True)
    sheet.ink(0, 0, 0)
    sheet.text(120, 13, said(spec.title), 12, True)
    sheet.text(120, 19.5, said(spec.dated), 9)
    sheet.text(120, 24.5, f"{spec.referred} {drawing.values['ref']}", 9)
    stack(sheet, 14, 24, map(said, spec.address), 8, 4.2)
    stack(sheet, 112, 44, (drawing.values["title_name"], person.street, person.town), 10.5, 5.2)
    sheet.box(110, 70, 82, 26, (222, 243, 234), False)
    sheet.text(114, 74, "Montant à payer TTC", 9)
    sheet.text(114, 82, drawing.values["amount"], 17, True)
    y = 72.0
    for label, value in spec.facts:
        over(sheet, 14, y, said(label), said(value), 9)
        y += 10
    sheet.text(110, 104, "Vos consommations (kWh)", 8, True)
    for place in range(12):
        height = 6 + (place * 37 % 23)
        sheet.box(112 + 6.5 * place, 140 - height, 4, height, (140, 200, 175), False)
    for paragraph in spec.body:
        y = sheet.paragraph(14, max(y + 6, 150), said(paragraph), 176, 9.5)
    return sheet


def _columns(drawing: Drawing, face: Face, _random: Random) -> Sheet:
    """A tax notice: references in a frame at the left, the addressee at the right, sums behind dots."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.text(14, 12, "RÉPUBLIQUE FRANÇAISE", 8, True)
    sheet.text(14, 17, said(spec.sender).upper(), 9, True)
    words = said(spec.title).upper().split()
    for place, part in enumerate((" ".join(words[:4]), " ".join(words[4:]))):
        sheet.text(100, 12 + 5.5 * place, part, 11, True, "C", 96)
    sheet.box(14, 28, 82, 40)
    sheet.text(17, 31, "Vos références", 9, True)
    lines = (f"Numéro fiscal : {person.nir[:2]} {person.nir[2:5]} {person.nir[5:8]} {person.nir[8:11]} 4", said(f"{spec.referred} {{ref}}"),
             said(spec.dated), *map(said, spec.address))  # fmt: skip
    stack(sheet, 17, 37, lines, 8.5, 4.9)
    stack(sheet, 112, 44, (drawing.values["title_name"], person.street, person.town), 10.5, 5.2)
    y = 84.0
    for label, value in spec.facts:
        sheet.text(17, y, said(label), 9.5)
        sheet.text(90, y, "." * 30, 9.5)
        sheet.text(140, y, said(value), 9.5, True, "R", 54)
        y += 7
    for paragraph in spec.body:
        y = sheet.paragraph(17, y + 6, said(paragraph), 176, 9.5)
    return sheet


def _card(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A copy of both sides of a card, one under the other, at one and a half times their size."""
    person, values = drawing.person, drawing.values
    sheet = Sheet(face)
    for top in (40, 140):
        sheet.box(40, top, 128, 81, (226, 234, 244))
    sheet.text(45, 44, "RÉPUBLIQUE FRANÇAISE", 10, True)
    sheet.text(45, 49.5, "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", 7.5)
    sheet.box(45, 58, 33, 42, (186, 192, 200))
    born = random.randint(1, 28), random.randint(1, 12), random.randint(1958, 2003)
    expires = drawing.date.replace(year=drawing.date.year + 10)
    for x, y, label, value in (
        (84, 58, "NOM / Surname", person.last_name.upper()), (84, 67, "Prénoms / Given names", person.first_name),
        (84, 76, "SEXE / Sex", "M" if person.title == "M." else "F"), (104, 76, "NATIONALITÉ / Nationality", "FRA"),
        (84, 85, "DATE DE NAISS. / Date of birth", f"{born[0]:02d} {born[1]:02d} {born[2]}"),
        (84, 94, "N° DU DOCUMENT / Document No", values["card"]), (128, 94, "DATE D'EXPIR. / Expiry date", f"{expires:%d %m %Y}"),
        (45, 146, "ADRESSE / Address", f"{person.street} {person.town}".upper()), (45, 156, "DATE DE DÉLIVRANCE / Date of issue", day(drawing.date)),
        (45, 166, "TAILLE / Height", f"1,{random.randint(55, 92)} m"),
    ):  # fmt: skip
        over(sheet, x, y, label, value, 9, True)
    name = f"{person.last_name}<<{person.first_name}".upper().replace(" ", "<").replace("-", "<")
    for place, line in enumerate(
        (f"IDFRA{values['card']}", f"{born[2] % 100:02d}{born[1]:02d}{born[0]:02d}7{expires:%y%m%d}4FRA", name)
    ):
        sheet.text(45, 194 + 6 * place, line.ljust(30, "<")[:30], 11)
    return sheet
