"""`kiosk erase`: erase at once the copies that a key opens, for whoever shows it. There is no way back.

Exit status: 0 erased; 2 not possible (nothing of that key is kept, kiosk not running).
"""

import argparse
import sys

from kiosk.commands.keys_given import NoKey, add_key, given_identity
from kiosk.commands.papers_out import add_papers, write_papers
from kiosk.mediation.client import CoreUnavailable, request

REFUSED = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk erase`."""
    parser = subparsers.add_parser("erase", help="effacer tout de suite les copies que cette clé ouvre")
    add_key(parser)
    add_papers(parser)
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Ask the core; the receipt of the erasure goes to --out or to the printers."""
    from kiosk.settings import load_settings

    try:
        message = {"control": "erase", "key": given_identity(args.key), "print": args.paper}
        answer = request(load_settings().control_socket, message, seconds=60.0)
    except (NoKey, CoreUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    number = answer.get("number")
    sys.stdout.write(f"Effacé : {number or 'une visite sans envoi'}.\n")
    write_papers(answer, f"effacement_{number}", args.out)
    return 0
