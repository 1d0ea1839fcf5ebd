"""`kiosk outbox sent|returned|received|counted|decided`: what becomes of a submission, step by step."""

import argparse
import base64
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.papers_out import add_papers, write_papers
from kiosk.mediation.client import request

if TYPE_CHECKING:
    from kiosk.settings import Settings

REFUSED = 2
MAX_REFERENCE = 60
LARGEST_DOCUMENT = 5_000_000
STEPS = ("sent", "returned", "received", "counted", "decided")
_HELP = {
    "sent": "noter qu’un dossier a été transmis",
    "returned": "noter qu’un envoi n’est pas arrivé : refusé, revenu, ou introuvable",
    "received": "noter l’accusé de réception de l’organisme",
    "counted": "noter le nombre de pages que l’organisme affiche",
    "decided": "noter la décision de l’organisme",
}


class BadStep(Exception):
    """What was typed cannot be noted. The message is one French sentence."""


def add_steps(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Declare the steps."""
    parsers = []
    for step in STEPS:
        parser = actions.add_parser(step, help=_HELP[step])
        parser.add_argument("number", metavar="NUMÉRO", help="numéro du reçu")
        parser.add_argument("--reference", metavar="R", help="numéro donné par l’organisme")
        if step == "sent":
            parser.add_argument("--tracking", metavar="R", help="numéro du recommandé")
        if step in ("received", "decided", "returned"):
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
    return parsers


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
    if getattr(args, "tracking", None) is not None:
        message["tracking"] = args.tracking
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


def _document(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadStep(f"Ce fichier ne peut pas être lu : {path.name}") from error
    if not 0 < len(data) <= LARGEST_DOCUMENT:
        raise BadStep("Ce document est vide, ou dépasse 5 Mo.")
    return base64.b64encode(data).decode()
