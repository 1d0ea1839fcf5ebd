"""`kiosk failure record|kinds`: a failure record (constat d’impossibilité), numbered in the ledger and printed.

Exit status: 0 done; 2 not possible (unknown guide, impossible time, kiosk not running).
"""

import argparse
import sys
from pathlib import Path

from kiosk.commands.papers_out import add_papers, write_papers
from kiosk.mediation.client import CoreUnavailable, request
from kiosk.proof.failure import KIND_WORDS, FailureKind

REFUSED = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("failure", help="un constat d’impossibilité, daté et numéroté")
    actions = parser.add_subparsers(dest="what", required=True)
    actions.add_parser("kinds", help="ce qui peut être constaté").set_defaults(handler=_kinds)
    record = actions.add_parser("record", help="noter une tentative qui a échoué")
    record.add_argument("kind", choices=[kind.value for kind in FailureKind], help="ce qui n’a pas marché")
    record.add_argument("--guide", required=True, metavar="DÉMARCHE", help="la démarche, par exemple ft.bulletins")
    record.add_argument("--body", metavar="ORGANISME", help="l’organisme, si ce n’est pas celui de la démarche")
    record.add_argument("--at", metavar="QUAND", help="dernière tentative, par exemple 2026-11-24T09:10")
    record.add_argument("--attempts", type=int, default=1, metavar="N", help="combien de fois")
    record.add_argument(
        "--words", type=Path, metavar="FICHIER", help="le récit, sans nom ni numéro ; « - » pour l’entrée"
    )
    record.add_argument("--language", default="fr", metavar="LANGUE", help="seconde langue du papier")
    add_papers(record)
    record.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Ask the core for the record; write its papers."""
    from kiosk.settings import load_settings

    message: dict[str, object] = {
        "control": "failure",
        "kind": args.kind,
        "guide": args.guide,
        "body": args.body,
        "attempts": args.attempts,
        "language": args.language,
        "print": args.paper,
    }
    if args.at is not None:
        message["tried_at"] = args.at
    if args.words is not None:
        text = sys.stdin.read() if str(args.words) == "-" else args.words.read_text(encoding="utf-8", errors="replace")
        message["words"] = text[:4000]
    try:
        answer = request(load_settings().control_socket, message, seconds=60.0)
    except CoreUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    sys.stdout.write(f"{answer['number']}\n")
    write_papers(answer, f"constat_{answer['number']}", args.out)
    return 0


def _kinds(_args: argparse.Namespace) -> int:
    for kind, words in KIND_WORDS.items():
        sys.stdout.write(f"{kind.value:<16} {words}\n")
    return 0
