"""kiosk verify: is this receipt what a kiosk issued?

Exit status: 0 genuine, 1 altered or not of a kiosk known here, 2 unusable input.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import SystemClock
from kiosk.proof.model import Check, Verdict, VerificationReport
from kiosk.words import SOURCE_LANGUAGE, STAFF_LANGUAGES, mark, say

if TYPE_CHECKING:
    from cryptography import x509

    from kiosk.proof.keys import Certificate

_STATUS = {Verdict.GENUINE: 0, Verdict.ALTERED: 1, Verdict.UNUSABLE: 2}
_LARGEST_FILE = 512_000_000
_TOO_LARGE = mark("Ce fichier est trop grand : {name}")
_MISSING = mark("Ce fichier n’existe pas : {name}")
_UNREADABLE = mark("Ce fichier ne peut pas être lu : {name}")
_MARKS = {True: "✓", False: "✗", None: "·"}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk verify`."""
    parser = subparsers.add_parser(
        "verify",
        help="dit si un reçu est authentique",
        description="Dit si un reçu est authentique. Sortie : 0 authentique, 1 modifié ou inconnu, 2 inutilisable.",
    )
    parser.add_argument(
        "receipt",
        type=Path,
        metavar="REÇU",
        help="receipt.pdf, une image du ticket, le texte du code, ou la preuve d’une page",
    )
    parser.add_argument("pages", type=Path, nargs="*", metavar="PAGE", help="pages à comparer avec le reçu")
    parser.add_argument("--json", action="store_true", help="écrit le détail en JSON")
    parser.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CERT.pem",
        help="certificat d’une borne connue",
    )
    parser.add_argument(
        "--authority",
        type=Path,
        action="append",
        default=[],
        metavar="CERT.pem",
        help="certificat d’une autorité d’horodatage connue",
    )
    parser.add_argument("--language", choices=STAFF_LANGUAGES, default=SOURCE_LANGUAGE, help="langue du verdict")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Print the verdict; return the exit status."""
    report = _report(args)
    if args.json:
        print(json.dumps(_as_json(report), ensure_ascii=False, indent=2))  # noqa: T201 - a command's output
    elif report.verdict is Verdict.UNUSABLE:
        print(report.sentence, file=sys.stderr)  # noqa: T201
    else:
        print("\n".join([*(_line(check) for check in report.checks), report.sentence]))  # noqa: T201
    return _STATUS[report.verdict]


def _report(args: argparse.Namespace) -> VerificationReport:
    from kiosk.commands.trusted import trusted_authorities, trusted_certificates
    from kiosk.proof.keys import UnusableKey

    try:
        data = _read(args.receipt, args.language)
        contents = [_read(page, args.language) for page in args.pages]
        certificates = trusted_certificates(args.trust)
        authorities = trusted_authorities(args.authority)
    except (_Unusable, UnusableKey) as error:
        return _unusable(say(args.language, str(error)))
    return _verdict(data, contents, certificates, authorities, args.language)


def _verdict(
    data: bytes,
    pages: Sequence[bytes],
    certificates: "Sequence[Certificate]",
    authorities: "Sequence[x509.Certificate]",
    language: str,
) -> VerificationReport:
    from kiosk.proof.verify_any import verify_any

    return verify_any(data, pages, certificates, SystemClock().now(), language, authorities)


class _Unusable(Exception):
    """A file that cannot be read. The message is one French sentence."""


def _read(path: Path, language: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _Unusable(say(language, _TOO_LARGE, name=path.name))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _Unusable(say(language, _MISSING, name=path.name)) from error
    except OSError as error:
        raise _Unusable(say(language, _UNREADABLE, name=path.name)) from error


def _unusable(sentence: str) -> VerificationReport:
    return VerificationReport(Verdict.UNUSABLE, (Check("input", False, sentence),), sentence)


def _line(check: Check) -> str:
    return f"  {_MARKS[check.passed]} {check.sentence}"


def _as_json(report: VerificationReport) -> dict[str, object]:
    checks = [{"name": one.name, "passed": one.passed, "sentence": one.sentence} for one in report.checks]
    return {
        "verdict": report.verdict.value,
        "sentence": report.sentence,
        "since": None if report.since is None else report.since.isoformat(),
        "until": None if report.until is None else report.until.isoformat(),
        "checks": checks,
    }
