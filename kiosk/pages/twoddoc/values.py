"""What a seal says, in the terms of `kiosk read`."""

import datetime as dt
import re
from decimal import Decimal

from kiosk.pages.model import Kind
from kiosk.pages.twoddoc.message import Message, day

KINDS = {
    "03": Kind.BANK_DETAILS,
    "04": Kind.TAX_NOTICE,
    "05": Kind.BANK_DETAILS,
    "06": Kind.PAYSLIP,
    "07": Kind.IDENTITY,
    "08": Kind.IDENTITY,
    "10": Kind.EMPLOYMENT_CONTRACT,
    "13": Kind.IDENTITY,
    "18": Kind.TAX_NOTICE,
    "28": Kind.TAX_NOTICE,
}
"""Type 01 is any bill (energy, telephone, water): what is printed tells which."""


def kind_of(message: Message) -> Kind | None:
    """What the document is, None where its type does not tell."""
    return KINDS.get(message.document_type)


def values_of(message: Message) -> dict[str, str]:
    """Values by the names of our own fields; those that cannot be read as such are left out."""
    found = _payslip(message.fields) if message.document_type == "06" else _paper(message)
    return {name: value for name, value in found.items() if value}


def _payslip(fields: dict[str, str]) -> dict[str, str | None]:
    start, end = day(fields.get("53", "")), day(fields.get("54", ""))
    return {
        "period": _month(start, end),
        "period_start": start.isoformat() if start else None,
        "period_end": end.isoformat() if end else None,
        "employer_name": fields.get("5M") or _joined(fields.get("5P"), fields.get("5O")),
        "employer_siret": _siret(fields.get("50", "")),
        "employee_name": _person(fields),
        "gross": _amount(fields.get("5A", "")),
        "net_taxable": _amount(fields.get("58", "")),
        "hours": _amount(fields.get("51", "")),
    }


def _paper(message: Message) -> dict[str, str | None]:
    fields = message.fields
    stated = _date(fields.get("4A") or fields.get("4B") or "") or message.issued
    return {
        "date": stated.isoformat() if stated else None,
        "reference": fields.get("44") or fields.get("18"),
    }


def _month(start: dt.date | None, end: dt.date | None) -> str | None:
    """The month that holds both days: "YYYY-MM"."""
    if start is None or end is None or (start.year, start.month) != (end.year, end.month):
        return None
    return f"{start:%Y-%m}"


def _amount(text: str) -> str | None:
    """ "0157,5" is 157.50."""
    if not re.fullmatch(r"-?[0-9]{1,9}([.,][0-9]{1,4})?", text):
        return None
    return f"{Decimal(text.replace(',', '.')):.2f}"


def _siret(text: str) -> str | None:
    return text if re.fullmatch(r"[0-9]{14}", text) and int(text) else None


def _date(text: str) -> dt.date | None:
    """ "31072022" is 31 July 2022."""
    try:
        return dt.datetime.strptime(text, "%d%m%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _person(fields: dict[str, str]) -> str | None:
    """ "M/EXEMPLE/HENRY" is title, name and first name; or the three apart."""
    line = fields.get("10")
    if not line:
        return _joined(fields.get("12"), fields.get("13"))
    _, *names = line.split("/") if line.count("/") == 2 else ("", line.replace("/", " "))
    return _joined(*reversed(names))


def _joined(*parts: str | None) -> str | None:
    return " ".join(part for part in parts if part) or None
