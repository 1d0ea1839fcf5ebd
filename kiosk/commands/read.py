"""`kiosk read`: what the kiosk sees on a file, page by page."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.pages.check import read_file
from kiosk.pages.model import Kind, Problem, UnusableInput
from kiosk.pages.sentences import gesture, sentence
from kiosk.pages.text import require
from kiosk.pages.twoddoc.trust import Trust, trust_in
from kiosk.settings import load_settings
from kiosk.words import STAFF_LANGUAGES, mark, say

OK, UNUSABLE = 0, 2
AT_ONCE = 2
"""Files in work at the same time; each also reads its bands on two cores, so that neither core waits."""

KIND_NAMES = {
    Kind.PAYSLIP: mark("bulletin de paie"),
    Kind.BANK_DETAILS: mark("relevé d’identité bancaire"),
    Kind.NOTICE_BEFORE_SANCTION: mark("avertissement avant sanction"),
    Kind.OVERPAYMENT_NOTICE: mark("notification de trop-perçu"),
    Kind.EMPLOYER_CERTIFICATE: mark("attestation de l’employeur"),
    Kind.RENT_RECEIPT: mark("quittance de loyer"),
    Kind.ENERGY_BILL: mark("facture d’énergie"),
    Kind.TAX_NOTICE: mark("avis d’impôt"),
    Kind.IDENTITY: mark("pièce d’identité"),
    Kind.SICK_LEAVE: mark("arrêt de travail"),
    Kind.EMPLOYMENT_CONTRACT: mark("contrat de travail"),
    Kind.OTHER: mark("document non reconnu"),
}
OUT_OF_TIME = mark("Lecture arrêtée : le temps prévu est dépassé.")
NOT_FOUND = mark("Le fichier n’existe pas ou ne peut pas être ouvert.")


@dataclass(frozen=True, slots=True)
class Result:
    """Pages of one file read before `error`, if there was one."""

    file: str
    pages: tuple[dict[str, Any], ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class How:
    """How every page is read."""

    languages: tuple[str, ...]
    seconds: float
    trust: Trust


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "read",
        help="check and read pages: JPEG, PNG, TIFF or PDF",
        description=(
            "Checks and reads pages. Exit status: 0 done, 2 a file could not be used (the others are still read)."
        ),
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="JPEG, PNG, TIFF or PDF")
    parser.add_argument("--json", action="store_true", help="print a list with one object per page")
    parser.add_argument(
        "--language", choices=STAFF_LANGUAGES, default="fr", help="language of the sentences (default: fr)"
    )
    parser.add_argument(
        "--ocr",
        metavar="CODES",
        help="languages to read, as tesseract names them, e.g. fra+eng (default: the setting ocr_languages)",
    )
    parser.add_argument("--seconds", type=float, help="time allowed per page (default: the setting page_seconds)")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    settings = load_settings(**({"ocr_languages": args.ocr} if args.ocr else {}))
    languages = settings.ocr_languages
    how = How(languages, args.seconds or settings.page_seconds, trust_in(settings.seals_dir))
    try:
        require(languages)
    except UnusableInput as missing:
        sys.stderr.write(f"kiosk read: {say(args.language, str(missing))}\n")
        return UNUSABLE
    status = OK
    pages: list[dict[str, Any]] = []
    for result in _results(args.files, how):
        pages.extend(result.pages)
        if not args.json:
            for page in result.pages:
                sys.stdout.write("\n".join(_lines(page, args.language)) + "\n")
                sys.stdout.flush()
        if result.error is not None:
            status = UNUSABLE
            sys.stderr.write(f"{result.file}: {say(args.language, result.error)}\n")
    if args.json:
        json.dump(pages, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    return status


def _results(files: Sequence[str], how: How) -> Iterator[Result]:
    """One result per file, in the order given."""
    with ThreadPoolExecutor(min(AT_ONCE, len(files))) as pool:
        yield from pool.map(lambda file: _one(file, how), files)


def _one(file: str, how: How) -> Result:
    pages: list[dict[str, Any]] = []
    try:
        for page in read_file(Path(file).read_bytes(), Path(file).name, how.languages, how.seconds, how.trust):
            pages.append(page | {"file": file})
    except UnusableInput as error:
        return Result(file, tuple(pages), str(error))
    except OSError:
        return Result(file, tuple(pages), NOT_FOUND)
    return Result(file, tuple(pages))


def _lines(page: dict[str, Any], language: str) -> list[str]:
    """One line per fact, each led by the file and the page."""
    lead = f"{page['file']} p. {page['page']}: "
    if not page["accepted"]:
        lines = []
        for code in page["problems"]:
            problem = Problem(code)
            lines.append(f"{lead}{code}: {say(language, sentence(problem))} {say(language, gesture(problem))}")
        return lines
    lines = [
        f"{lead}accepted",
        f"{lead}rotation: {page['rotation']}",
        f"{lead}kind: {page['kind']} ({say(language, KIND_NAMES[Kind(page['kind'])])}, {page['confidence']:.2f})",
    ]
    lines.extend(
        f"{lead}{name}: {found['value']} ({found['confidence']:.2f})" for name, found in page["fields"].items()
    )
    return lines
