"""One file checked as the kiosk would check it: the contract of `kiosk read`."""

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.pages.files import SourcePage, open_pages
from kiosk.pages.inspection import inspect
from kiosk.pages.model import PrintedCode
from kiosk.pages.reading import read
from kiosk.pages.sentences import seal_sentence
from kiosk.pages.text import require
from kiosk.pages.twoddoc.trust import NOBODY, Trust


def read_file(
    data: bytes, name: str, languages: Sequence[str] = ("fra",), seconds: float = 60.0, trust: Trust = NOBODY
) -> Iterator[dict[str, Any]]:
    """For each page of the file what `kiosk read --json` gives. Raises `UnusableInput`.

    Pages that are refused have no kind, no rotation and no fields: nothing was read. A page whose time was over is
    accepted with `out_of_time`: a person can read it.
    """
    require(languages)
    for source in open_pages(data, name):
        yield read_page(source, name, languages, seconds, trust)


def read_page(
    source: SourcePage, name: str, languages: Sequence[str] = ("fra",), seconds: float = 60.0, trust: Trust = NOBODY
) -> dict[str, Any]:
    inspection = inspect(source.image, source.dpi)
    page: dict[str, Any] = {"file": name, "page": source.number}
    if not inspection.accepted:
        return page | {
            "accepted": False,
            "problems": [str(problem) for problem in inspection.problems],
            "rotation": None,
            "kind": None,
            "confidence": 0.0,
            "fields": {},
            "doubts": [],
            "codes": [],
            "out_of_time": False,
        }
    reading = read(inspection, languages, seconds, trust=trust)
    return page | {
        "accepted": not reading.problems,
        "problems": [str(problem) for problem in reading.problems],
        "rotation": reading.rotation,
        "kind": str(reading.kind),
        "confidence": reading.confidence,
        "fields": {
            field: {"value": found.value, "confidence": found.confidence}
            for field, found in sorted(reading.fields.items())
        },
        "doubts": [str(doubt) for doubt in reading.doubts],
        "codes": [_code(code) for code in reading.codes],
        "out_of_time": reading.out_of_time,
    }


def _code(code: PrintedCode) -> dict[str, Any]:
    """A square code as plain values. What a QR code says is shown, never followed."""
    if code.seal is None:
        return {"symbol": code.symbol, "text": code.text}
    return {
        "symbol": code.symbol,
        "seal": str(code.seal),
        "sentence": seal_sentence(code.seal),
        "type": code.document_type,
        "signer": code.signer,
        "holder": code.holder,
        "sealed_on": code.sealed_on.isoformat() if code.sealed_on else None,
        "values": dict(code.values),
        "differs": list(code.differs),
    }
