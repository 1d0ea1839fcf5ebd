"""`kiosk outbox send|call-back|try-again|pack|link|copy`: by which way a submission leaves, and the papers for it."""

import argparse
import base64
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.papers_out import add_papers
from kiosk.delivery.choice import WAY_WORDS, Way
from kiosk.mediation.client import request

if TYPE_CHECKING:
    from kiosk.settings import Settings

REFUSED = 2
SENDING = ("send", "call-back", "try-again", "pack", "link", "copy")
_HELP = {
    "send": "choisir par où il part",
    "call-back": "renoncer à un envoi qui n’est pas parti",
    "try-again": "tenter de nouveau un envoi qui n’est pas parti",
    "pack": "le pli à poster : lettre, bordereaux, adresse, pages numérotées",
    "link": "le ticket avec l’adresse du formulaire commencé",
    "copy": "la copie de la personne, sur sa clé USB",
}
_PAPERS = {"pack": ("pli", ".pdf"), "ticket": ("formulaire", ".png")}


def add_sending(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    """Declare these commands."""
    parsers = []
    for name in SENDING:
        parser = actions.add_parser(name, help=_HELP[name])
        parser.add_argument("number", metavar="NUMÉRO", help="numéro du reçu")
        match name:
            case "send":
                ways = " ; ".join(f"{way.value} : {words}" for way, words in WAY_WORDS.items())
                parser.add_argument("--by", required=True, choices=[way.value for way in Way], help=ways)
                parser.add_argument(
                    "--details",
                    type=Path,
                    metavar="FICHIER",
                    help="ce qu’il faut pour cet envoi, en JSON (« - » : l’entrée) ; gardé scellé, puis effacé",
                )
            case "pack":
                parser.add_argument("--last-day", metavar="JOUR", help="dernier jour pour poster, en toutes lettres")
                add_papers(parser)
            case "link":
                add_papers(parser)
            case "copy":
                parser.add_argument(
                    "--key", required=True, metavar="-", help="« - » : la clé, ou les douze mots, lus ici"
                )
                parser.add_argument("--plain", action="store_true", help="fichiers lisibles par qui trouve la clé USB")
        parsers.append(parser)
    return parsers


def ask(settings: "Settings", args: argparse.Namespace) -> int:
    """Ask the core. Raises `CoreUnavailable`."""
    message: dict[str, object] = {"control": args.what.replace("-", "_"), "number": args.number.strip()}
    match args.what:
        case "send":
            message["by"] = args.by
            details = _details(args.details)
            if details is None:
                sys.stderr.write("Les détails ne sont pas un objet JSON de textes.\n")
                return REFUSED
            message["details"] = details
        case "pack":
            message |= {"last_day": args.last_day, "print": args.paper}
        case "link":
            message["print"] = args.paper
        case "copy":
            key = sys.stdin.readline() if args.key == "-" else args.key
            message |= {"key": key.strip(), "sealed": not args.plain}
    answer = request(settings.control_socket, message, seconds=120.0)
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    for kind, (word, ending) in _PAPERS.items():
        paper, out = answer.get(kind), getattr(args, "out", None)
        if isinstance(paper, str) and out is not None:
            out.mkdir(parents=True, exist_ok=True)
            path = out / f"{word}_{args.number.strip()}{ending}"
            path.write_bytes(base64.b64decode(paper))
            sys.stdout.write(f"{path}\n")
    names = answer.get("names")
    for name in names if isinstance(names, list) else []:
        sys.stdout.write(f"{name}\n")
    if answer.get("printed") is False:
        sys.stderr.write("Un papier n’est pas sorti : vérifiez les imprimantes.\n")
    return 0


def _details(path: Path | None) -> dict[str, str] | None:
    """The details typed; None for what is not an object of texts."""
    if path is None:
        return {}
    text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    try:
        details = json.loads(text)
    except ValueError:
        return None
    good = isinstance(details, dict) and all(isinstance(value, str) for value in details.values())
    return details if good else None
