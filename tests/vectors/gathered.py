"""The vectors as they are gathered: files, and questions about them."""

import re
from typing import Any

from kiosk.proof.sheet import Sheet
from tests.vectors.world import ISSUED_AT


class Suite:
    """Files and questions as they are gathered."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.cases: list[dict[str, Any]] = []
        self.families: list[dict[str, Any]] = []

    def file(self, name: str, data: bytes) -> str:
        self.files[name] = data
        return name

    def case(self, name: str, file: str, verdict: str, trust: str = "kiosk.pem", **more: Any) -> None:
        self.cases.append({"name": name, "file": file, "trust": [trust] if trust else [], "verdict": verdict} | more)

    def family(self, name: str, file: str, places: range, xor: list[int], **more: Any) -> None:
        mutate = {"from": places.start, "to": places.stop, "step": places.step, "xor": xor}
        values = {"name": name, "file": file, "trust": ["kiosk.pem"], "mutate": mutate, "verdicts": ["altered"]}
        self.families.append(values | more)


def small_pdf(attached: dict[str, bytes]) -> bytes:
    """A PDF with these files attached: nothing is written on it."""
    sheet = Sheet("vecteur", ISSUED_AT, "", "")
    for name, data in attached.items():
        sheet.embed_file(bytes=data, basename=name, mime_type="application/cbor", modification_date=ISSUED_AT)
    return bytes(sheet.output())


def gap_of(pdf: bytes, after: int = 0) -> tuple[int, int]:
    """Where the digits of the first signature behind `after` begin and end."""
    found = re.compile(rb"/ByteRange \[0 (\d+) (\d+) ").search(pdf, after)
    assert found
    return int(found[1]) + 1, int(found[2]) - 1
