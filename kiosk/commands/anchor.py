"""kiosk anchor: have the waiting receipts and the ledger's root stamped by the time-stamp authorities, now.

Exit status: 0 done, 1 no authority answered (what waits is kept), 2 none configured, or the core refused.
"""

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.settings import Settings

SECONDS = 300.0
UNUSABLE = 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk anchor`."""
    parser = commands.add_parser(
        "anchor",
        help="fait horodater le registre et les reçus en attente",
        description="Fait horodater le registre. Sortie : 0 fait, 1 aucune autorité n’a répondu, 2 inutilisable.",
    )
    parser.set_defaults(handler=run)


def run(_: argparse.Namespace) -> int:
    """Through the core where it runs: it alone writes. Otherwise here."""
    from kiosk.mediation.client import CoreUnavailable, request
    from kiosk.settings import load_settings

    settings = load_settings()
    if not settings.tsa_urls:
        sys.stderr.write("kiosk anchor: aucune autorité d’horodatage n’est réglée (KIOSK_TSA_URLS).\n")
        return UNUSABLE
    try:
        answer = request(settings.control_socket, {"control": "anchor"}, seconds=SECONDS)
    except CoreUnavailable:
        if settings.control_socket.exists() and _in_use(settings):
            sys.stderr.write("kiosk anchor: la borne ne répond pas. Réessayez dans un instant.\n")
            return UNUSABLE
        return _here(settings)
    if not answer["ok"]:
        sys.stderr.write(f"kiosk anchor: {answer.get('sentence', 'La borne a refusé.')}\n")
        return 1
    sys.stdout.write(f"{answer.get('sentence', '')}\n")
    return 0


def _in_use(settings: "Settings") -> bool:
    """Whether a process listens on the control socket; a file left by a crash does not."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.settimeout(1)
        return link.connect_ex(str(settings.control_socket)) == 0


def _here(settings: "Settings") -> int:
    from kiosk.application.desk import anchor_now, open_desk
    from kiosk.proof.keys import UnusableKey
    from kiosk.storage.engine import RegistryUnavailable
    from kiosk.storage.vault import StorageFull

    try:
        desk = open_desk(settings)
        answer = anchor_now(desk)
        desk.close()
    except (RegistryUnavailable, StorageFull, UnusableKey) as error:
        sys.stderr.write(f"kiosk anchor: {error}\n")
        return UNUSABLE
    (sys.stdout if answer["ok"] else sys.stderr).write(f"{answer['sentence']}\n")
    return 0 if answer["ok"] else 1
