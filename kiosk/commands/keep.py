"""`kiosk keep`: keep the copies that a key opens for fewer months, for whoever shows it.

Exit status: 0 done; 2 not possible (nothing of that key is kept, or not for longer; kiosk not running).
"""

import argparse
import sys

from kiosk.commands.keys_given import NoKey, add_key, given_identity
from kiosk.mediation.client import CoreUnavailable, request

REFUSED = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk keep`."""
    parser = subparsers.add_parser("keep", help="garder moins longtemps les copies que cette clé ouvre")
    add_key(parser)
    parser.add_argument("--months", type=int, required=True, metavar="MOIS", help="0 : jusqu’à demain")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Ask the core, and say until when they are kept now."""
    from kiosk.settings import load_settings

    try:
        message = {"control": "keep", "key": given_identity(args.key), "months": args.months}
        answer = request(load_settings().control_socket, message)
    except (NoKey, CoreUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    sys.stdout.write(f"Gardé jusqu’au {answer['keep_until']}.\n")
    return 0
