"""Fills the texts of the ninth set's papers: a drawing's own values, and numbers that follow from them."""

import calendar
import datetime as dt
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.generator.ninth.kit import spoken
from tests.generator.papers import Drawing
from tests.generator.payslip import day, french

Say = Callable[[str], str]


def sayer(drawing: Drawing, random: Random) -> Say:
    """What fills a text: the same drawing and state of `random` give the same values."""
    date, person = drawing.date, drawing.person
    amount = Decimal(drawing.values["amount"].replace(",", ".").replace(" €", ""))
    charges = min(Decimal("45.00"), amount / 2)
    wages = random.randint(9000, 24000)
    plain = unicodedata.normalize("NFD", f"{person.last_name}<<{person.first_name}").upper()
    issued_until = date.replace(year=date.year + 10) - dt.timedelta(days=1)
    card, until = drawing.values["card"], f"{issued_until:%y%m%d}"
    composite = "".join(one + check_digit(one) for one in (card, "880917", until, "<" * 14))
    last_day = calendar.monthrange(date.year, date.month)[1]
    values = {
        **drawing.values,
        "year": str(date.year),
        "before": str(date.year - 1),
        "past": day(date - dt.timedelta(days=random.randint(6, 16))),
        "first_day": f"01/{date:%m/%Y}",
        "last_day": f"{last_day}/{date:%m/%Y}",
        "spaced_date": f"{date:%d %m %Y}",
        "long": f"{random.randint(1000000, 9999999)}{random.choice('ABKLW')}",
        "client": f"6 {random.randint(100, 999)} {random.randint(100, 999)} {random.randint(100, 999)}",
        "pdl": f"{random.randint(10**13, 10**14 - 1)}",
        "fiscal": " ".join(("30", str(random.randint(10, 99)), *(str(random.randint(100, 999)) for _ in range(3)))),
        "kwh": str(random.randint(240, 780)),
        "wages": french(Decimal(wages)).removesuffix(",00"),
        "reference_income": french(Decimal(wages * 9 // 10)).removesuffix(",00"),
        "rent": f"{french(amount - charges)} €",
        "charges": f"{french(charges)} €",
        "first": person.first_name,
        "last": person.last_name.upper(),
        "sex": "F" if person.title == "Mme" else "M",
        "plain_name": machine(plain).ljust(39, "<")[:39],
        "long_date": spoken(date),
        "deducted": french(Decimal(wages - wages * 9 // 10)).removesuffix(",00"),
        "expiry": f"{issued_until:%d %m %Y}",
        "expiry_short": until,
        "composite": check_digit(composite),
        "card_check": check_digit(card),
        "birth_check": check_digit("880917"),
        "expiry_check": check_digit(until),
    }
    return lambda text: text.format_map(values)


def machine(name: str) -> str:
    """`name`, decomposed, as machine-readable zones write it: capitals without accents, "<" for all else."""
    return "".join(one if one.isalpha() else "<" for one in name if not unicodedata.combining(one))


def check_digit(text: str) -> str:
    """The check digit of machine-readable zones (ICAO 9303): weights 7, 3, 1, letters from 10 on."""
    return str(sum(int(one.replace("<", "0"), 36) * (7, 3, 1)[place % 3] for place, one in enumerate(text)) % 10)
