"""The public vectors, read back from their files as a stranger would."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.proof import base45

HERE = Path(__file__).parent
FILES = HERE / "files"


@dataclass(frozen=True, slots=True)
class Question:
    """One file to examine, and the verdicts a verifier may reach."""

    name: str
    data: bytes
    pages: Sequence[bytes]
    trust: Sequence[Path]
    authorities: Sequence[Path]
    verdicts: Sequence[str]
    stock: bool
    proof: bytes | None
    """The bytes of the PROOF, where the question is about a code."""


def described() -> dict[str, Any]:
    """vectors.json."""
    return dict(json.loads((HERE / "vectors.json").read_text("utf-8")))


def questions() -> Iterator[Question]:
    """Every case, then every member of every family, in order."""
    said = described()
    for case in said["cases"]:
        yield _question(case, _bytes(case["file"]), case["name"], [case["verdict"]])
    for family in said["families"]:
        original = _bytes(family["file"])
        mutate = family["mutate"]
        for place in range(mutate["from"], mutate["to"], mutate["step"]):
            for xor in mutate["xor"]:
                changed = bytearray(original)
                changed[place] ^= xor
                yield _question(family, bytes(changed), f"{family['name']}, {place} ^ {xor}", family["verdicts"])


def _question(said: dict[str, Any], data: bytes, name: str, verdicts: Sequence[str]) -> Question:
    code = said.get("as") == "code"
    given = f"T1:{base45.encode(data)}".encode() if code else data
    pages = [_bytes(page) for page in said.get("pages", ())]
    trust = [FILES / one for one in said["trust"]]
    authorities = [FILES / one for one in said.get("authorities", ())]
    return Question(name, given, pages, trust, authorities, verdicts, bool(said.get("stock")), data if code else None)


def _bytes(name: str) -> bytes:
    return (FILES / name).read_bytes()
