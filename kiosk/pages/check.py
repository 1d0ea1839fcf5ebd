"""One file checked as the kiosk would check it: the contract of `kiosk read`."""

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.pages.files import SourcePage, open_pages
from kiosk.pages.inspection import inspect
from kiosk.pages.reading import read
from kiosk.pages.text import require


def read_file(
    data: bytes, name: str, languages: Sequence[str] = ("fra",), seconds: float = 60.0
) -> Iterator[dict[str, Any]]:
    """For each page of the file what `kiosk read --json` gives. Raises `UnusableInput`.

    Pages that are refused have no kind, no rotation and no fields: nothing was read.
    """
    require(languages)
    for source in open_pages(data, name):
        yield read_page(source, name, languages, seconds)


def read_page(
    source: SourcePage, name: str, languages: Sequence[str] = ("fra",), seconds: float = 60.0
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
        }
    reading = read(inspection, languages, seconds)
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
    }
