"""`kiosk read`: what the kiosk sees on a file, page by page."""

import argparse
import json
import queue
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.settings import load_settings
from kiosk.words import STAFF_LANGUAGES, mark, say

if TYPE_CHECKING:
    from hardware.worker import Worker
    from hardware.worker_messages import WorkerAnswer
    from kiosk.settings import Settings

OK, UNUSABLE = 0, 2
START = 60.0
"""Seconds for a process to be ready on a busy machine."""
AFTER_READING = 15.0
"""Seconds beyond those of the reading in which a page must be there; then its process is killed."""
LARGEST_FILE = 100_000_000
"""Bytes taken from a file: one more and the sentence says that it is too heavy."""
AT_ONCE = 2
"""Files in work at the same time; each also reads its bands on two cores, so that neither core waits."""

KIND_NAMES = {
    "payslip": mark("bulletin de paie"),
    "bank_details": mark("relevé d’identité bancaire"),
    "notice_before_sanction": mark("avertissement avant sanction"),
    "overpayment_notice": mark("notification de trop-perçu"),
    "employer_certificate": mark("attestation de l’employeur"),
    "rent_receipt": mark("quittance de loyer"),
    "energy_bill": mark("facture d’énergie"),
    "tax_notice": mark("avis d’impôt"),
    "identity": mark("pièce d’identité"),
    "sick_leave": mark("arrêt de travail"),
    "employment_contract": mark("contrat de travail"),
    "other": mark("document non reconnu"),
}
OUT_OF_TIME = mark("Lecture arrêtée : le temps prévu est dépassé.")
TOO_SLOW = mark("Ce fichier demande trop de temps. La lecture est arrêtée.")
KILLED = mark("Ce fichier ne peut pas être lu. La lecture est arrêtée.")
NOT_FOUND = mark("Le fichier n’existe pas ou ne peut pas être ouvert.")


@dataclass(frozen=True, slots=True)
class Result:
    """Pages of one file read before `error`, if there was one."""

    file: str
    pages: tuple[dict[str, Any], ...] = ()
    error: str | None = None


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
    given = {"ocr_languages": args.ocr, "page_seconds": args.seconds}
    settings = load_settings(**{name: value for name, value in given.items() if value is not None})
    workers = [_worker(settings, number) for number in range(min(AT_ONCE, len(args.files)))]
    for worker in workers:
        worker.start()
    try:
        missing = _sentence(workers[0].call("missing", seconds=START))
        if missing is not None:
            sys.stderr.write(f"kiosk read: {say(args.language, missing)}\n")
            return UNUSABLE
        return _tell(args, _results(args.files, workers, settings.page_seconds + AFTER_READING))
    finally:
        for worker in workers:
            worker.stop()


def _worker(settings: "Settings", number: int) -> "Worker":
    """A process that reads files. However many of them kill it, the next one finds it again."""
    from hardware.delays import WorkerDelays
    from hardware.worker import Worker

    return Worker(
        f"file-reader-{number}",
        "kiosk.service.file_reader:FileReader",
        {
            "languages": settings.ocr_languages,
            "seconds": settings.page_seconds,
            "scratch": str(settings.scratch_dir),
            "seals": str(settings.seals_dir),
        },
        WorkerDelays(start=START, back_off=(0.0,), failures_allowed=sys.maxsize),
        memory_limit=settings.reader_memory_mb * 1024 * 1024,
    )


def _tell(args: argparse.Namespace, results: Iterator[Result]) -> int:
    status = OK
    pages: list[dict[str, Any]] = []
    for result in results:
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


def _results(files: Sequence[str], workers: "Sequence[Worker]", seconds: float) -> Iterator[Result]:
    """One result per file, in the order given."""
    free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    for worker in workers:
        free.put(worker)

    def one(file: str) -> Result:
        worker = free.get()
        try:
            return _one(file, worker, seconds)
        finally:
            free.put(worker)

    with ThreadPoolExecutor(len(workers)) as pool:
        yield from pool.map(one, files)


def _one(file: str, worker: "Worker", seconds: float) -> Result:
    from hardware.worker_messages import Answer

    try:
        with Path(file).open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError:
        return Result(file, error=NOT_FOUND)
    pages: list[dict[str, Any]] = []
    answer = worker.call("open", data, Path(file).name, seconds=START)
    while _sentence(answer) is None:
        answer = worker.call("page", seconds=seconds)
        match answer:
            case Answer(value=dict() as page):
                pages.append(page | {"file": file})
            case Answer(value=None):
                return Result(file, tuple(pages))
    return Result(file, tuple(pages), _sentence(answer))


def _sentence(answer: "WorkerAnswer") -> str | None:
    """Why there is no page; None where there is one."""
    from hardware.worker_messages import Answer, WorkerFailed, WorkerFault

    match answer:
        case Answer(value=value):
            return getattr(value, "sentence", None)
        case WorkerFailed(fault=WorkerFault.TIMED_OUT):
            return TOO_SLOW
    return KILLED


def _lines(page: dict[str, Any], language: str) -> list[str]:
    """One line per fact, each led by the file and the page."""
    # Imported where it is used: it loads numpy, and every other command would wait for it.
    from kiosk.pages.model import Problem
    from kiosk.pages.sentences import gesture, sentence

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
        f"{lead}kind: {page['kind']} ({say(language, KIND_NAMES[page['kind']])}, {page['confidence']:.2f})",
    ]
    lines.extend(
        f"{lead}{name}: {found['value']} ({found['confidence']:.2f})" for name, found in page["fields"].items()
    )
    return lines
