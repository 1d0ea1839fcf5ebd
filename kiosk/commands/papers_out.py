"""Papers that the core gave back to a command: written where the mediator asked."""

import argparse
import base64
import sys
from collections.abc import Mapping
from pathlib import Path

_ENDINGS = {
    "ticket": ".png",
    "sheet": ".pdf",
    "ticket_counted": "-comptees.png",
    "sheet_counted": "-comptees.pdf",
    "letter": "-lettre.pdf",
}


def add_papers(parser: argparse.ArgumentParser) -> None:
    """Declare --out and --print."""
    parser.add_argument("--out", type=Path, metavar="DOSSIER", help="où écrire les papiers")
    parser.add_argument("--print", action="store_true", dest="paper", help="les imprimer à la borne")


def write_papers(answer: Mapping[str, object], name: str, out: Path | None) -> None:
    """Write the papers of `answer` as `name` and an ending, and say where. Raises OSError."""
    for kind, ending in _ENDINGS.items():
        paper = answer.get(kind)
        if out is None or not isinstance(paper, str):
            continue
        out.mkdir(parents=True, exist_ok=True)
        path = out / f"{name}{ending}"
        path.write_bytes(base64.b64decode(paper))
        sys.stdout.write(f"{path}\n")
    if answer.get("printed") is False:
        sys.stderr.write("Un papier n’est pas sorti : vérifiez les imprimantes.\n")
