"""`kiosk purge`: erase what has been kept long enough. The core does it by itself every hour; this hastens it.

Exit status: 0 done (also when nothing was due), 2 not possible.
"""

import argparse
import sys
from typing import TYPE_CHECKING

from kiosk.mediation.client import CoreNotRunning, CoreUnavailable, request

if TYPE_CHECKING:
    from kiosk.settings import Settings

UNUSABLE = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk purge`."""
    parser = subparsers.add_parser("purge", help="effacer les copies dont la durée de garde est finie")
    parser.add_argument("--dry-run", action="store_true", help="dire ce qui serait effacé, sans rien effacer")
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Through the core where it runs: it alone writes. Else here."""
    from kiosk.proof.keys import UnusableKey
    from kiosk.settings import load_settings
    from kiosk.storage.engine import RegistryUnavailable
    from kiosk.storage.ledger import LedgerError
    from kiosk.storage.vault import StorageFull

    settings = load_settings()
    try:
        visits, days = _purged(settings, dry_run=arguments.dry_run)
    except (CoreUnavailable, RegistryUnavailable, LedgerError, StorageFull, UnusableKey) as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE
    erased, destroyed = ("à effacer", "à détruire") if arguments.dry_run else ("effacés", "détruites")
    keys = ", ".join(days) or "aucune"
    sys.stdout.write(f"Dossiers {erased} : {visits}. Clés de jour {destroyed} : {keys}.\n")
    return 0


def _purged(settings: "Settings", *, dry_run: bool) -> tuple[int, list[str]]:
    try:
        answer = request(settings.control_socket, {"control": "purge", "dry_run": dry_run})
    except CoreNotRunning:
        return _purged_here(settings, dry_run=dry_run)
    days = answer.get("days")
    return int(str(answer.get("visits", 0))), [str(day) for day in days] if isinstance(days, list) else []


def _purged_here(settings: "Settings", *, dry_run: bool) -> tuple[int, list[str]]:
    from kiosk.application.desk import open_desk

    desk = open_desk(settings)
    try:
        purge = desk.retention.purge(dry_run=dry_run)
    finally:
        desk.close()
    return len(purge.visits), [day.isoformat() for day in purge.days]
