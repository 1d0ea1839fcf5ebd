"""`kiosk outbox due`: what waits for a person, the most urgent first; with --out or --print, the reminder letters."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from kiosk.commands.papers_out import add_papers, write_papers
from kiosk.delivery.due import DUE_WORDS, Due, DueDays, DueKind, due_list
from kiosk.mediation.client import request

if TYPE_CHECKING:
    from kiosk.settings import Settings

REFUSED = 2


def add_due(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """Declare `due`."""
    parser = actions.add_parser("due", help="ce qui attend quelqu’un, et les lettres de relance")
    parser.add_argument("--json", action="store_true", help="en JSON")
    add_papers(parser)
    return parser


def read_due(settings: "Settings") -> tuple[Due, ...]:
    """The list of this kiosk now, read without the core. Raises `GuideError`, `RegistryUnavailable`."""
    from kiosk.clock import SystemClock
    from kiosk.guides.library import load_guides
    from kiosk.storage.engine import open_for_reading
    from kiosk.storage.registry import Registry

    guides = load_guides(settings.guides_dir).all()
    now, days = SystemClock().now(), DueDays(acknowledgement=settings.reminder_days)
    engine = open_for_reading(settings.registry_url)
    if engine is None:
        return due_list((), (), guides, now, days)
    registry = Registry(engine)
    try:
        rows = registry.submissions()
        dispatches = [one for row in rows for one in registry.dispatches_of(row.id)]
        return due_list(rows, dispatches, guides, now, days, erased=registry.purged_visits())
    finally:
        registry.close()


def due(settings: "Settings", args: argparse.Namespace) -> int:
    """List; write or print the letters. Raises `CoreUnavailable`."""
    lines = read_due(settings)
    if args.json:
        sys.stdout.write(json.dumps([_as_json(line) for line in lines], ensure_ascii=False, indent=2) + "\n")
    elif not lines:
        sys.stdout.write("Rien n’attend.\n")
    status = 0
    for line in lines:
        if not args.json:
            about = line.number or line.guide_id
            sys.stdout.write(f"{about}  depuis le {line.since:%d/%m/%Y}  {line.body}  {DUE_WORDS[line.kind]}\n")
        if line.kind is not DueKind.NOT_ACKNOWLEDGED or (args.out is None and not args.paper):
            continue
        message = {"control": "remind", "number": line.number, "print": args.paper}
        answer = request(settings.control_socket, message, seconds=60.0)
        if answer["ok"]:
            write_papers(answer, f"relance_{line.number}", args.out)
        else:
            sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
            status = REFUSED
    return status


def _as_json(line: Due) -> dict[str, object]:
    return {
        "kind": line.kind.value,
        "number": line.number,
        "guide": line.guide_id,
        "body": line.body,
        "since": line.since.isoformat(),
        "detail": line.detail,
    }
