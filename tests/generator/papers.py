"""Papers other than payslips: what one says, and the ways it may be arranged on the sheet."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.generator.drawing import Sheet
from tests.generator.fonts import Face
from tests.generator.names import draw_individual
from tests.generator.parts import Drawn, pairs, stack
from tests.generator.payslip import MONTHS, day
from tests.generator.people import Person, draw_person


@dataclass(frozen=True, slots=True)
class Spec:
    """What a paper says. In its texts {date}, {ref}, {name}, {town}, {iban}, {amount} stand for what is drawn.

    `dated` and `referred` are the words before the date and the reference, empty where there is none.
    """

    kind: str
    sender: str
    address: tuple[str, ...]
    title: str
    body: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    dated: str = "{town_name}, le {long_date}"
    referred: str = ""
    deadline: int | None = None
    form: bool = False
    addressed: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """A spec with what was drawn for it."""

    spec: Spec
    person: Person
    date: dt.date
    values: Mapping[str, str]

    def said(self, text: str) -> str:
        return text.format_map(self.values)

    def truth(self) -> dict[str, str]:
        truth = {"sender": self.said(self.spec.sender)}
        if self.spec.dated:
            truth["date"] = self.date.isoformat()
        if self.spec.referred:
            truth["reference"] = self.values[REFERENCE.get(self.spec.kind, "ref")]
        if self.spec.deadline is not None:
            truth["deadline_days"] = str(self.spec.deadline)
        return truth


def iban(random: Random) -> str:
    """A French IBAN whose check digits are right."""
    body = f"{random.randint(10000, 49999)}{random.randint(0, 99999):05d}{random.randint(0, 10**11 - 1):011d}"
    key = 97 - (int(body[:5]) * 89 + int(body[5:10]) * 15 + int(body[10:21]) * 3) % 97
    number = f"{body}{key:02d}"
    check = 98 - int(f"{number}152700") % 97
    return f"FR{check:02d}{number}"


def fill(spec: Spec, random: Random) -> Drawing:
    person = draw_person(random)
    first, last = draw_individual(random, person.title)
    person = Person(person.title, first, last, person.nir, person.street, person.town)
    date = dt.date(random.randint(2023, 2026), random.randint(1, 12), random.randint(1, 28))
    account = iban(random)
    values = {
        "date": day(date),
        "long_date": f"{date.day} {MONTHS[date.month - 1].lower()} {date.year}",
        "next": day(date + dt.timedelta(days=21)),
        "ref": f"{random.choice('ABCEFK')}{random.randint(2, 9)}{random.randint(100000, 999999)}",
        "name": person.name,
        "title_name": f"{person.title} {person.first_name} {person.last_name.upper()}",
        "street": person.street,
        "town": person.town,
        "town_name": random.choice(("Guéret", "Cahors", "Nevers", "Épinal", "Aurillac")),
        "iban": account,
        "iban_spaced": " ".join(account[place : place + 4] for place in range(0, len(account), 4)),
        "bank": f"{account[4:9]}   {account[9:14]}   {account[14:25]}   {account[25:]}",
        "amount": f"{random.randint(52, 890)},{random.randint(0, 99):02d} €",
        "month": f"{MONTHS[date.month - 1].lower()} {date.year}",
        "nir": person.nir,
        "card": f"{random.choice('DFGHKX')}{random.randint(10, 99)}C{random.randint(10000, 99999)}",
    }
    return Drawing(spec, person, date, values)


REFERENCE = {"bank_details": "iban", "identity": "card"}
"""Papers whose reference is printed among their facts."""

Style = Callable[[Drawing, Face, Random], Sheet]


def letter(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A letterhead at the upper left, the addressee at the right, the date under it, then a subject and text."""
    spec, person, said = drawing.spec, drawing.person, drawing.said
    sheet = Sheet(face)
    sheet.text(18, 15, said(spec.sender), random.choice((11, 13, 15)), bold=True)
    y = stack(sheet, 18, 23, map(said, spec.address), 9, 4.6)
    if spec.referred:
        sheet.text(18, y + 3, f"{spec.referred} {drawing.values['ref']}", 9)
    if spec.addressed:
        stack(sheet, 112, 44, (drawing.values["title_name"], person.street, person.town), 11, 5.4)
    if spec.dated:
        sheet.text(112, 68, said(spec.dated), 10)
    y = 84.0
    sheet.text(18, y, f"Objet : {said(spec.title)}", 11, bold=True)
    return _text(sheet, drawing, y + 10, 18, 11)


def centred(drawing: Drawing, face: Face, random: Random) -> Sheet:
    """A form: its title in a frame, the sender under it, facts in two columns, the date at the foot."""
    spec, said = drawing.spec, drawing.said
    sheet = Sheet(face)
    sheet.box(20, 12, 170, 12, fill=(232, 236, 240))
    sheet.text(
        20,
        15.5,
        said(spec.title).upper() if random.random() < 0.5 else said(spec.title),
        14,
        bold=True,
        align="C",
        width=170,
    )
    sheet.text(22, 31, said(spec.sender), 11, bold=True)
    y = stack(sheet, 22, 37, map(said, spec.address), 9.5, 4.8)
    if spec.referred and spec.kind not in REFERENCE:
        sheet.text(120, 31, f"{spec.referred} {drawing.values['ref']}", 9.5)
    return _text(sheet, drawing, max(y, 52) + 6, 22, 10, foot=spec.dated)


def _text(sheet: Sheet, drawing: Drawing, y: float, left: float, size: float, foot: str = "") -> Sheet:
    said = drawing.said
    if drawing.spec.facts:
        items = [(said(label), said(value)) for label, value in drawing.spec.facts]
        y = pairs(sheet, left, y, items, 66, size - 0.5, size * 0.58) + 6
    for paragraph in drawing.spec.body:
        y = sheet.paragraph(left, y, said(paragraph), 172, size) + 4
    if foot:
        sheet.text(left, y + 6, said(foot), size)
    return sheet


def draw_paper(spec: Spec, random: Random, face: Face, styles: tuple[Style, Style] = (letter, centred)) -> Drawn:
    """`spec` as a letter or as a form."""
    drawing = fill(spec, random)
    sheet = styles[1 if spec.form else 0](drawing, face, random)
    return Drawn(sheet, spec.kind, (drawing.truth(),))
