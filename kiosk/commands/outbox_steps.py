"""`kiosk outbox sent|received|counted|decided|due`: what becomes of a submission, step by step."""

import argparse
import base64
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.papers_out import add_papers, write_papers
from kiosk.mediation.client import request

if TYPE_CHECKING:
    from kiosk.settings import Settings
    from kiosk.storage.registry import SubmissionRow

REFUSED = 2
MAX_REFERENCE = 60
LARGEST_DOCUMENT = 5_000_000
STEPS = ("sent", "received", "counted", "decided")
_HELP = {
    "sent": "noter qu’un dossier a été transmis",
    "received": "noter l’accusé de réception de l’organisme",
    "counted": "noter le nombre de pages que l’organisme affiche",
    "decided": "noter la décision de l’organisme",
}


class BadStep(Exception):
    """What was typed cannot be noted. The message is one French sentence."""


def add_steps(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Declare the steps and `due`."""
    parsers = []
    for step in STEPS:
        parser = actions.add_parser(step, help=_HELP[step])
        parser.add_argument("number", metavar="NUMÉRO", help="numéro du reçu")
        parser.add_argument("--reference", metavar="R", help="numéro donné par l’organisme")
        if step in ("received", "decided"):
            parser.add_argument("--document", type=Path, metavar="FICHIER", help="son papier, numérisé : gardé scellé")
        if step in ("sent", "counted"):
            parser.add_argument(
                "--pages",
                type=int,
                metavar="N",
                required=step == "counted",
                help="pages comptées par l’organisme",
            )
        add_papers(parser)
        parsers.append(parser)
    due = actions.add_parser("due", help="les envois sans accusé de réception, et leurs lettres de relance")
    add_papers(due)
    return [*parsers, due]


def note(settings: "Settings", args: argparse.Namespace, number: str) -> int:
    """Ask the core to note a step. Raises `BadStep`, `CoreUnavailable`."""
    pages, document = getattr(args, "pages", None), getattr(args, "document", None)
    if pages is not None and pages < 0:
        raise BadStep("Le nombre de pages ne peut pas être négatif.")
    if args.reference is not None and len(args.reference.encode()) > MAX_REFERENCE:
        raise BadStep(f"La référence est trop longue (au plus {MAX_REFERENCE} signes).")
    message: dict[str, object] = {
        "control": args.what,
        "number": number,
        "reference": args.reference,
        "pages": pages,
    }
    if document is not None:
        message["document"] = _document(document)
    if args.paper:
        message["print"] = True
    answer = request(settings.control_socket, message, seconds=60.0)
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    write_papers(answer, f"suivi_{number}_{args.what}", args.out)
    return 0


def due(settings: "Settings", rows: "Sequence[SubmissionRow]", args: argparse.Namespace) -> int:
    """List what nobody acknowledged in time; with --out or --print, the letters."""
    if not rows:
        sys.stdout.write("Aucune relance à faire.\n")
        return 0
    status = 0
    for row in rows:
        sys.stdout.write(f"{row.number}  envoyé le {row.moved_at.astimezone():%d/%m/%Y}  {row.body}\n")
        if args.out is None and not args.paper:
            continue
        message = {"control": "remind", "number": row.number, "print": args.paper}
        answer = request(settings.control_socket, message, seconds=60.0)
        if answer["ok"]:
            write_papers(answer, f"relance_{row.number}", args.out)
        else:
            sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
            status = REFUSED
    return status


def _document(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadStep(f"Ce fichier ne peut pas être lu : {path.name}") from error
    if not 0 < len(data) <= LARGEST_DOCUMENT:
        raise BadStep("Ce document est vide, ou dépasse 5 Mo.")
    return base64.b64encode(data).decode()
