"""`kiosk resume`: with the key ticket in hand, let the owner of a visit that a power cut broke off go on.

Exit status: 0 the screen offers to go on, 2 not possible (no such visit, kiosk busy or not running).
"""

import argparse
import sys

from kiosk.commands.keys_given import NoKey, add_key, given_identity
from kiosk.mediation.client import CoreUnavailable, request

UNUSABLE = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk resume`."""
    parser = subparsers.add_parser("resume", help="reprendre une visite coupée, avec le ticket-clé")
    add_key(parser)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Ask the core; the key goes over its socket and stays in memory."""
    from kiosk.settings import load_settings

    try:
        identity = given_identity(arguments.key)
        answer = request(load_settings().control_socket, {"control": "resume", "key": identity})
    except (NoKey, CoreUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return UNUSABLE
    sys.stdout.write(f"Pages gardées : {answer.get('pages')}. La personne peut continuer à l’écran.\n")
    return 0
