"""How the papers are arranged: letters with their references beside the window, each form as its kind is printed."""

from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.ninth.kit import Col, Row, facts, lines, put, table
from tests.generator.ninth.told import sayer
from tests.generator.papers import Drawing
from tests.generator.tenth.supplied import bill, tax_notice

PALE = (234, 234, 234)


def posted(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A letter: the sender at the top, the window at the right with the day under it, references in a column."""
    if drawing.spec.kind == "energy_bill":
        return bill(drawing, face, random)
    if drawing.spec.kind == "tax_notice":
        return tax_notice(drawing, face, random)
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    sheet.ink(*random.choice(((0, 70, 140), (30, 30, 30), (40, 60, 150))))
    put(sheet, 18, 12, spec.sender, 13.5, 100, True)
    sheet.ink(0, 0, 0)
    lines(sheet, 18, 19.5, spec.address, 9, 84, 4.5)
    lines(sheet, 112, 42, (drawing.values["title_name"], person.street, person.town), 11, 86, 5.4)
    put(sheet, 112, 66, say(spec.dated), 10, 86)
    items = [(spec.referred, drawing.values["ref"])]
    items += [(f"{label} :", say(value)) for label, value in spec.facts]
    sheet.line(18, 48, 96, 48)
    y = facts(sheet, 18, 50, items, 42, 80, 9, 5)
    sheet.line(18, y + 0.5, 96, y + 0.5)
    y = sheet.paragraph(18, 80, f"Objet : {say(spec.title)}", 176, 11) + 6
    for paragraph in spec.body:
        y = sheet.paragraph(18, y, say(paragraph), 176, 10.5) + 4
    return sheet


def filled_in(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A form in the way of its kind."""
    draw = {"bank_details": _bank, "sick_leave": _sick, "rent_receipt": _receipt}.get(drawing.spec.kind, _stated)
    return draw(drawing, face, random)


def _bank(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """Who owns the account at the left, the desk at the right; the IBAN in cells of four, the national number below."""
    spec, person = drawing.spec, drawing.person
    told = dict(spec.facts)
    sheet = Sheet(face)
    put(sheet, 16, 14, spec.sender, 13, 90, True)
    put(sheet, 110, 14, spec.title, 12.5, 84, True, "R")
    sheet.line(16, 22, 194, 22)
    put(sheet, 16, 28, "Titulaire du compte (Account Owner)", 8, 80)
    lines(sheet, 16, 33, (drawing.values["title_name"], person.street, person.town), 10, 86, 5)
    put(sheet, 112, 28, "Agence", 8, 80)
    lines(sheet, 112, 33, spec.address, 9.5, 82, 5)
    put(sheet, 16, 56, "IBAN (International Bank Account Number)", 8.5, 120, True)
    for place, group in enumerate(drawing.values["iban_spaced"].split()):
        sheet.box(16 + 19 * place, 61, 19, 8)
        put(sheet, 16 + 19 * place, 63, group, 11, 19, align="C")
    put(sheet, 156, 56, "BIC (Bank Identifier Code)", 8.5, 40, True)
    put(sheet, 152, 63, told["BIC"], 11, 42, align="R")
    bank, desk, account, key = drawing.values["bank"].split()
    cols = (
        Col("bank", "Banque", 16, 42, "L"),
        Col("desk", "Guichet", 42, 68, "L"),
        Col("account", "N° compte", 68, 108, "L"),
        Col("key", "Clé", 108, 122, "L"),
        Col("coin", "Devise", 122, 140, "L"),
        Col("place", "Domiciliation", 140, 194, "L"),
    )
    cells = {
        "bank": bank,
        "desk": desk,
        "account": account,
        "key": key,
        "coin": "EUR",
        "place": told["Domiciliation"],
    }
    put(sheet, 16, 76, "RIB - Identifiant national de compte", 8.5, 120, True)
    y = table(sheet, 81, cols, [Row(cells)], 9.5, 6, "columns frame", PALE)
    sheet.paragraph(16, y + 6, spec.body[0], 178, 8.5)
    return sheet


def _sick(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A notice that the doctor's program prints after sending it: one frame for the patient, one for the leave."""
    spec, say = drawing.spec, sayer(drawing, random)
    sheet = Sheet(face)
    put(sheet, 16, 12, "Volet 3 - employeur ou France Travail", 8.5, 90)
    put(sheet, 16, 20, spec.title, 16, 178, True, "C")
    put(
        sheet,
        16,
        28,
        "(art. L. 321-1, L. 321-2, R. 321-2 du Code de la sécurité sociale) - avis dématérialisé",
        8,
        178,
        align="C",
    )
    y = 38.0
    for head, told in (("L'ASSURÉ(E)", spec.facts[:3]), ("L'ARRÊT DE TRAVAIL", spec.facts[3:])):
        top = y
        sheet.box(16, y, 178, 7, PALE)
        put(sheet, 18, y + 2, head, 9, 120, True)
        y = facts(sheet, 18, y + 10, [(label, say(value)) for label, value in told], 76, 172, 9.5, 6.5)
        sheet.box(16, top, 178, y - top + 1)
        y += 6
    sheet.box(16, y, 178, 34)
    put(sheet, 18, y + 2.5, "LE PRATICIEN", 9, 60, True)
    put(sheet, 18, y + 9, spec.sender, 10.5, 90, True)
    lines(sheet, 18, y + 14.5, spec.address, 8.5, 90, 4.3)
    put(sheet, 122, y + 9, say(spec.dated), 10, 70)
    put(sheet, 122, y + 15, "Signé électroniquement", 8.5, 70)
    y += 40
    for paragraph in spec.body:
        y = sheet.paragraph(16, y, say(paragraph), 178, 9.5) + 3
    return sheet


def _receipt(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A landlord's receipt: the tenant's window, the dwelling, the term in a table whose sums add up."""
    spec, person, say = drawing.spec, drawing.person, sayer(drawing, random)
    sheet = Sheet(face)
    put(sheet, 16, 13, spec.sender, 14, 90, True)
    lines(sheet, 16, 20.5, spec.address, 9, 84, 4.5)
    lines(sheet, 112, 42, (drawing.values["title_name"], person.street, person.town), 11, 84, 5.4)
    put(sheet, 112, 64, say(spec.dated), 10, 84)
    sheet.box(16, 76, 178, 10, PALE, edge=False)
    put(sheet, 19, 78.5, spec.title, 13, 90, True)
    put(sheet, 110, 79, f"{spec.referred} {drawing.values['ref']}", 10, 80, align="R")
    y = facts(sheet, 18, 91, [(f"{label} :", say(value)) for label, value in spec.facts], 30, 172, 10, 6)
    put(sheet, 18, y + 1, say("Terme : du {first_day} au {last_day}"), 10, 172, True)
    cols = (Col("label", "Libellé", 16, 150, "L"), Col("sum", "Montant", 150, 194))
    rows = [
        Row({"label": "Loyer principal", "sum": say("{rent}")}),
        Row({"label": "Provisions pour charges locatives", "sum": say("{charges}")}),
        Row({"label": "Total payé", "sum": say("{amount}")}, True, PALE),
    ]
    y = table(sheet, y + 10, cols, rows, 10, 6.5, "rows frame", PALE) + 8
    for paragraph in spec.body:
        y = sheet.paragraph(16, y, say(paragraph), 178, 10) + 4
    return sheet


def _stated(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A firm's own paper: its heading in the middle, the title in a frame, text, the day and the signature below."""
    spec, say = drawing.spec, sayer(drawing, random)
    contract = spec.kind == "employment_contract"
    sheet = Sheet(face)
    put(sheet, 20, 14, spec.sender, 14, 170, True, "C")
    put(sheet, 20, 21.5, " - ".join(spec.address[:3]), 8.5, 170, align="C")
    put(sheet, 20, 26, spec.address[3], 8.5, 170, align="C")
    top = 38 if contract else 58
    sheet.box(30, top, 150, 11)
    put(sheet, 32, top + 3, say(spec.title), 12.5, 146, True, "C")
    y = top + 22.0
    for paragraph in spec.body:
        y = sheet.paragraph(20, y, say(paragraph), 170, 10.5) + (4 if contract else 6)
    put(sheet, 20, y + 6, say(spec.dated), 10.5, 120)
    if contract:
        put(sheet, 20, y + 16, "Pour la société, la gérante", 9.5, 80)
        put(sheet, 120, y + 16, "Le salarié (« lu et approuvé »)", 9.5, 72)
    else:
        lines(sheet, 120, y + 16, ("Séverine Aubry", "Responsable des ressources humaines"), 10, 70, 5)
    return sheet
