"""`kiosk outbox list|take|send|pack|…|due`: submissions on their way to the public body.

Exit status: 0 done; 2 not possible (no such number, no desk key, folder that cannot be written, kiosk not running).
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.outbox_due import add_due, due
from kiosk.commands.outbox_send import SENDING, add_sending, ask
from kiosk.commands.outbox_steps import BadStep, add_steps, note
from kiosk.delivery.takeout import CannotTake, take_out
from kiosk.guides.library import GuideError, load_guides
from kiosk.mediation.client import CoreUnavailable

if TYPE_CHECKING:
    from kiosk.settings import Settings
    from kiosk.storage.registry import SubmissionRow

REFUSED = 2
BUNDLE = "bundle.pdf.age"
DESK_IDENTITY = "desk.identity"
STATE_WORDS = {
    "preparing": "en préparation",
    "prepared": "à envoyer",
    "unsure": "peut-être envoyé",
    "sent": "envoyé",
    "received": "reçu par l’organisme",
    "counted": "compté par l’organisme",
    "decided": "décidé",
    "failed": "non remis, à reprendre",
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("outbox", help="les dossiers à transmettre à l’organisme")
    actions = parser.add_subparsers(dest="what", required=True)
    listing = actions.add_parser("list", help="les dossiers qui attendent")
    listing.add_argument("--all", action="store_true", help="aussi ceux qui sont partis")
    listing.add_argument("--json", action="store_true", help="en JSON")
    take = actions.add_parser("take", help="ouvrir un dossier pour le déposer sur le portail")
    take.add_argument("number", metavar="NUMÉRO", help="numéro du reçu")
    take.add_argument("--out", type=Path, default=Path(), metavar="DOSSIER", help="où écrire le fichier")
    for action in (listing, take, *add_steps(actions), *add_sending(actions), add_due(actions)):
        action.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    from kiosk.settings import BadSettings, load_settings
    from kiosk.storage.engine import RegistryUnavailable

    try:
        settings = load_settings()
        match args.what:
            case "list":
                return _list(_submissions(settings, every=args.all), as_json=args.json)
            case "take":
                return _take(settings, args.number, args.out)
            case "due":
                return due(settings, args)
            case what if what in SENDING:
                return ask(settings, args)
            case _:
                row = _find(settings, args.number)
                return note(settings, args, args.number.strip() if row is None else row.number or "")
    except (BadSettings, BadStep, RegistryUnavailable, CannotTake, CoreUnavailable, GuideError) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED


def _submissions(settings: "Settings", *, every: bool) -> "tuple[SubmissionRow, ...]":
    from kiosk.storage.engine import open_for_reading
    from kiosk.storage.registry import Registry

    engine = open_for_reading(settings.registry_url)
    if engine is None:
        return ()
    registry = Registry(engine)
    try:
        rows, erased = registry.submissions(), registry.purged_visits()
    finally:
        registry.close()
    waiting = (row for row in rows if row.state in ("prepared", "unsure", "failed") and row.visit_id not in erased)
    return rows if every else tuple(waiting)


def _find(settings: "Settings", number: str) -> "SubmissionRow | None":
    """The submission of that number, capitals or not; None if there is none."""
    wanted = number.strip().casefold()
    rows = _submissions(settings, every=True)
    return next((row for row in rows if row.number is not None and row.number.casefold() == wanted), None)


def _list(rows: "Sequence[SubmissionRow]", *, as_json: bool) -> int:
    if as_json:
        sys.stdout.write(json.dumps([_row(row) for row in rows], ensure_ascii=False, indent=2) + "\n")
    elif not rows:
        sys.stdout.write("Rien à transmettre.\n")
    else:
        for row in rows:
            when = f"{row.issued_at.astimezone():%d/%m %H:%M}" if row.issued_at else "-"
            state = STATE_WORDS[row.state]
            sys.stdout.write(f"{row.number or '-'}  {when}  {row.body}  {row.guide_id}  {row.page_count} p.  {state}\n")
    return 0


def _row(row: "SubmissionRow") -> dict[str, object]:
    return {
        "number": row.number,
        "guide": row.guide_id,
        "body": row.body,
        "channel": row.channel,
        "pages": row.page_count,
        "level": row.level,
        "state": row.state.value,
        "issued_at": row.issued_at.isoformat() if row.issued_at else None,
        "moved_at": row.moved_at.isoformat(),
        "reference": row.reference,
        "pages_counted": row.pages_counted,
    }


def _take(settings: "Settings", number: str, folder: Path) -> int:
    from kiosk.delivery.parts import named_parts
    from kiosk.proof.seal import CannotUnseal, find_identity, unseal
    from kiosk.storage.epoch_vault import open_to_read

    row = _find(settings, number)
    if row is None:
        raise CannotTake(f"Aucun dossier n’a le numéro {number.strip()}.")
    guide = load_guides(settings.guides_dir).get(row.guide_id)
    try:
        identity = (settings.keys_dir / DESK_IDENTITY).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotTake("La clé du bureau ne peut pas être lue sur cette machine.") from error
    try:
        sealed = open_to_read(settings.vault_dir, settings.keys_dir).get(row.visit_id, BUNDLE)
        bundle = unseal(sealed, find_identity(identity) or identity)
    except CannotUnseal as error:
        raise CannotTake(str(error)) from error
    except OSError as error:
        raise CannotTake("Le dossier n’est plus dans le coffre de la borne.") from error
    date = (row.issued_at or row.begun_at).astimezone().date()
    for name, part in named_parts(bundle, guide, row.number or "", date):
        path = take_out(part, folder, name)
        sys.stdout.write(f"{path}\n")
    return 0
