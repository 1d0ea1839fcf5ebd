"""`kiosk receipts list|reprint|lost`: the receipts issued here, and a second copy of one.

Exit status: 0 done; 2 not possible (no such number, copies erased, kiosk not running).
"""

import argparse
import json
import sys

from kiosk.commands.papers_out import add_papers, write_papers
from kiosk.mediation.client import CoreUnavailable, request

REFUSED = 2
_EVENTS = ("sent", "received", "counted", "decided")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("receipts", help="les reçus faits ici")
    actions = parser.add_subparsers(dest="what", required=True)
    listing = actions.add_parser("list", help="tous les reçus : numéro, date, pages, état")
    listing.add_argument("--json", action="store_true", help="en JSON")
    reprint = actions.add_parser("reprint", help="un second exemplaire, marqué DUPLICATA")
    reprint.add_argument("number", metavar="NUMÉRO", help="numéro du reçu")
    reprint.add_argument("--event", choices=_EVENTS, help="le suivi de cette étape, au lieu du reçu")
    add_papers(reprint)
    lost = actions.add_parser("lost", help="un reçu perdu : la preuve seule, retrouvée sans la clé")
    lost.add_argument("--date", required=True, metavar="AAAA-MM-JJ")
    lost.add_argument("--hour", required=True, metavar="HH:MM", help="à une heure près")
    lost.add_argument("--pages", required=True, type=int, metavar="NOMBRE")
    lost.add_argument("--body", required=True, metavar="ORGANISME")
    add_papers(lost)
    for action in (listing, reprint, lost):
        action.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    from kiosk.settings import load_settings
    from kiosk.storage.engine import RegistryUnavailable

    settings = load_settings()
    try:
        if args.what == "list":
            return _list(settings.registry_url, as_json=args.json)
        message = _lost(args) if args.what == "lost" else _reprint(args)
        answer = request(settings.control_socket, message, seconds=60.0)
    except (CoreUnavailable, RegistryUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    names = ("duplicata", answer.get("number") or message.get("number"), message.get("event"))
    write_papers(answer, "_".join(str(name) for name in names if name), args.out)
    return 0


def _reprint(args: argparse.Namespace) -> dict[str, object]:
    message: dict[str, object] = {"control": "reprint", "number": args.number.strip(), "print": args.paper}
    return message | ({"event": args.event} if args.event else {})


def _lost(args: argparse.Namespace) -> dict[str, object]:
    told: dict[str, object] = {"date": args.date, "hour": args.hour, "pages": args.pages, "body": args.body}
    return told | {"control": "lost", "print": args.paper}


def _list(url: str, *, as_json: bool) -> int:
    from kiosk.commands.outbox import STATE_WORDS
    from kiosk.storage.engine import open_for_reading
    from kiosk.storage.registry import Registry, SubmissionRow

    rows: tuple[SubmissionRow, ...] = ()
    erased: frozenset[str] = frozenset()
    engine = open_for_reading(url)
    if engine is not None:
        registry = Registry(engine)
        rows, erased = registry.submissions(), registry.purged_visits()
        registry.close()
    issued = [row for row in rows if row.number and row.issued_at]
    if as_json:
        found = [
            {
                "number": row.number,
                "issued_at": row.issued_at.isoformat() if row.issued_at else None,
                "body": row.body,
                "pages": row.page_count,
                "state": row.state.value,
                "erased": row.visit_id in erased,
            }
            for row in issued
        ]
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return 0
    for row in issued:
        when = f"{row.issued_at.astimezone():%d/%m/%Y %H:%M}" if row.issued_at else "-"
        state = STATE_WORDS[row.state] + (", copies effacées" if row.visit_id in erased else "")
        sys.stdout.write(f"{row.number}  {when}  {row.body}  {row.page_count} p.  {state}\n")
    if not issued:
        sys.stdout.write("Aucun reçu.\n")
    return 0
