"""What is said of a page: the values that leave this room."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""Pixels, height × width × 3 (blue, green, red)."""


class Problem(StrEnum):
    """Why a public body would send the page back."""

    BLURRED = "blurred"
    CUT_OFF = "cut_off"
    DARK = "dark"
    GLARE = "glare"
    BLANK = "blank"
    LOW_RESOLUTION = "low_resolution"
    FOLDED = "folded"
    NOT_A_DOCUMENT = "not_a_document"
    DUPLICATE = "duplicate"
    MISSING_PAGE = "missing_page"
    UPSIDE_DOWN = "upside_down"
    SEAL_DIFFERS = "seal_differs"


class Kind(StrEnum):
    """What a paper is. `OTHER` also stands for "I don't know"."""

    PAYSLIP = "payslip"
    BANK_DETAILS = "bank_details"
    NOTICE_BEFORE_SANCTION = "notice_before_sanction"
    OVERPAYMENT_NOTICE = "overpayment_notice"
    EMPLOYER_CERTIFICATE = "employer_certificate"
    RENT_RECEIPT = "rent_receipt"
    ENERGY_BILL = "energy_bill"
    TAX_NOTICE = "tax_notice"
    IDENTITY = "identity"
    SICK_LEAVE = "sick_leave"
    EMPLOYMENT_CONTRACT = "employment_contract"
    OTHER = "other"


class Seal(StrEnum):
    """What is known of the signature of a 2D-Doc."""

    VALID = "valid"
    INVALID = "invalid"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Field:
    """A value read on a page, with the probability (0 to 1) that it is right.

    Amounts are decimal strings ("1497.34"), dates ISO, months "YYYY-MM".
    """

    value: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in pixels of the upright page; `confidence` from 0 to 1, `line` numbers its line."""

    text: str
    x: int
    y: int
    width: int
    height: int
    confidence: float
    line: int


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A square code on the page: `symbol` is "2d-doc", "data_matrix" or "qr".

    `text` is what a plain code holds: data, never followed. A 2D-Doc has the rest: `signer` names its authority and
    certificate, `holder` who that is where the seal is valid; `values` are named like fields; `differs` names those
    that the print contradicts.
    """

    symbol: str
    text: str = ""
    seal: Seal | None = None
    document_type: str | None = None
    signer: str | None = None
    holder: str | None = None
    sealed_on: dt.date | None = None
    kind: Kind | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """The verdict before any reading: what is wrong with the capture, and the page cut out of it.

    `page` is flattened and cropped but not yet turned upright; `dpi` is what it is believed to have.
    """

    problems: tuple[Problem, ...]
    page: Image
    dpi: float

    @property
    def accepted(self) -> bool:
        return not self.problems


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read on a page. `rotation` is the degrees clockwise that made the capture upright."""

    page: Image
    rotation: int
    kind: Kind
    confidence: float
    fields: Mapping[str, Field] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What only reading can tell, e.g. `UPSIDE_DOWN` that could not be put right."""
    codes: tuple[PrintedCode, ...] = ()
    doubts: tuple[Problem, ...] = ()
    """What a person should look at; the page is accepted all the same."""
    out_of_time: bool = False
    """Whether the time allowed was over before the words were read."""


class UnusableInput(Exception):
    """A file that cannot be opened as pages. The message is one sentence for people, in French."""
