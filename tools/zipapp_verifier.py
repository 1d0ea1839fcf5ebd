"""Make dist/temoin-verify.pyz: `kiosk verify` for a lawyer's own Python, without the kiosk.

It needs Python 3.11, cryptography and cbor2, and nothing else. The same commit always makes the same file.

    python -m tools.zipapp_verifier [FILE]
"""

import sys
import zipfile
from pathlib import Path

import kiosk

SOURCES = (
    *("__init__.py", "assets.py", "clock.py", "languages.py", "words.py"),
    *("commands/__init__.py", "commands/verify.py", "commands/trusted.py", "commands/prove_page.py"),
    *(f"proof/{name}.py" for name in ("__init__", "age_format", "attachments", "base45", "canonical", "cms", "code")),
    *(f"proof/{name}.py" for name in ("examination", "keys", "manifest", "model", "p256", "page_proof", "pdf_objects")),
    *(f"proof/{name}.py" for name in ("receipt_names", "root", "sentences", "signature", "tree", "verify", "wording")),
    *(f"proof/{name}.py" for name in ("event_code", "event_sentences", "event_words", "verify_any", "verify_page")),
    *(f"proof/{name}.py" for name in ("checkpoint", "der", "evidence", "findings", "late_stamp", "log_tree", "note")),
    *(f"proof/{name}.py" for name in ("times", "timestamp", "verify_code")),
)
MAIN = '''"""The stand-alone verifier: kiosk verify and kiosk prove-page, with the certificates it is given."""

import argparse
import sys

try:
    import cbor2  # noqa: F401
    import cryptography  # noqa: F401
except ImportError as missing:
    sentence = f"Il manque une bibliothèque Python\\u00a0: {missing.name}."
    print(f"{sentence} Installez cryptography et cbor2.", file=sys.stderr)
    sys.exit(2)

from kiosk.commands import prove_page, verify

parser = argparse.ArgumentParser(prog="temoin-verify.pyz", description="Témoin\\u00a0: dit si un reçu est authentique.")
commands = parser.add_subparsers(dest="command", required=True, metavar="COMMANDE")
for command in (verify, prove_page):
    command.add_parser(commands)
chosen = parser.parse_args()
if not chosen.trust:
    print("Indiquez le certificat de la borne avec --trust.", file=sys.stderr)
    sys.exit(2)
sys.exit(chosen.handler(chosen))
'''
_SHEBANG = b"#!/usr/bin/env python3\n"
_PACKAGE = Path(kiosk.__file__).parent
_THEN = (2026, 1, 1, 0, 0, 0)


def make(path: Path) -> None:
    """Write the program to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(_SHEBANG)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            _add(archive, "__main__.py", MAIN)
            for name in SOURCES:
                _add(archive, f"kiosk/{name}", (_PACKAGE / name).read_text("utf-8"))
    path.chmod(0o755)


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _THEN)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "dist/temoin-verify.pyz")
    make(target)
    sys.stdout.write(f"{target}: {target.stat().st_size} bytes\n")
