"""What the codes of a page say beside what is printed on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kiosk.pages.codes import Code
from kiosk.pages.layout import fold
from kiosk.pages.model import Field, Kind, PrintedCode, Seal
from kiosk.pages.twoddoc.message import NotASeal, looks_like_one, parse
from kiosk.pages.twoddoc.seal import check
from kiosk.pages.twoddoc.trust import Trust
from kiosk.pages.twoddoc.values import kind_of, values_of

SURE = 0.99
"""Confidence of a value under a valid seal: only its issuer can be wrong."""
AGREED = 0.98
"""Confidence of a printed value that an unchecked seal gives too: two readings of one paper."""
BELIEVED = 0.75
"""Printed values under this confidence may be misread: they contradict nobody."""
NAMES = frozenset({"employer_name", "employee_name"})
COMPARED = frozenset(
    {"period", "period_start", "period_end", "employer_siret", "gross", "net_taxable", "employer_name", "employee_name"}
)
"""The day a letter was sealed may differ from the day printed on it, and hours are counted in several ways."""
LONGEST_TEXT = 500


def printed_codes(codes: Sequence[Code], trust: Trust) -> tuple[PrintedCode, ...]:
    """Each code of a page with the verdict on its seal, if it bears one."""
    return tuple(_printed(code, trust) for code in codes)


def _printed(code: Code, trust: Trust) -> PrintedCode:
    if not looks_like_one(code.content):
        text = code.content.decode("utf-8", "replace")
        return PrintedCode(str(code.symbol), text=text[:LONGEST_TEXT])
    try:
        message = parse(code.content)
    except NotASeal:
        return PrintedCode("2d-doc", seal=Seal.UNCHECKED)
    checked = check(message, trust)
    return PrintedCode(
        "2d-doc",
        seal=checked.seal,
        document_type=message.document_type,
        signer=f"{message.authority} {message.certificate}",
        holder=checked.holder,
        sealed_on=message.sealed,
        kind=kind_of(message),
        values=values_of(message),
    )


def known_kind(codes: Sequence[PrintedCode], kind: Kind, confidence: float) -> tuple[Kind, float]:
    """The kind of the page: what a valid seal says, or any seal that is not false where the print said nothing."""
    seal = _only_seal(codes)
    if seal is None or seal.kind is None or seal.seal is Seal.INVALID:
        return kind, confidence
    if seal.seal is Seal.VALID:
        return seal.kind, SURE
    return (seal.kind, BELIEVED) if kind is Kind.OTHER else (kind, confidence)


def compared(
    codes: Sequence[PrintedCode], kind: Kind, fields: Mapping[str, Field]
) -> tuple[tuple[PrintedCode, ...], dict[str, Field]]:
    """The codes with the names of the values that the print contradicts, and the fields a valid seal corrected."""
    seal = _only_seal(codes)
    if seal is None or seal.seal is Seal.INVALID or seal.kind not in (None, kind):
        return tuple(codes), dict(fields)
    differing = tuple(
        name
        for name, value in seal.values.items()
        if name in COMPARED
        and name in fields
        and fields[name].confidence >= BELIEVED
        and not _same(name, value, fields[name].value)
    )
    better = dict(fields)
    for name, value in seal.values.items():
        printed = fields.get(name)
        agrees = printed is not None and _same(name, value, printed.value)
        if agrees and printed is not None:
            # a seal writes names short and in capitals: the print has the better spelling
            better[name] = Field(printed.value, max(printed.confidence, AGREED))
        elif seal.seal is Seal.VALID and (printed is None or name in COMPARED):
            better[name] = Field(value, SURE)
    return tuple(replace(code, differs=differing) if code is seal else code for code in codes), better


def is_doubtful(codes: Sequence[PrintedCode]) -> bool:
    """Whether a person should look: a false seal, or one that says something else than the print."""
    return any(code.seal is Seal.INVALID or code.differs for code in codes)


def _only_seal(codes: Sequence[PrintedCode]) -> PrintedCode | None:
    """The page's seal; None where there are several, since each may speak of a part."""
    seals = [code for code in codes if code.document_type is not None]
    return seals[0] if len(seals) == 1 else None


def _same(name: str, sealed: str, printed: str) -> bool:
    if name in NAMES:
        return bool(_words(sealed) & _words(printed))
    return sealed == printed


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]{2,}", fold(name)))
