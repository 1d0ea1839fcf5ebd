"""`kiosk guides list` and `kiosk guides check`: the démarches at hand, and what is wrong with their files.

Exit status: 0 all is well; 1 (check) a guide has expired; 2 a guide cannot be used.
"""

import argparse
import json
import sys
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.guides.library import GuideError, guide_files, library, load_guide, load_guides
from kiosk.guides.schema import Guide
from kiosk.guides.wording import unverified_facts

EXPIRED, UNUSABLE = 1, 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("guides", help="les démarches proposées, et si leurs fichiers sont bons")
    parser.add_argument(
        "what", choices=("list", "check"), help="list\u00a0: les nommer\u00a0; check\u00a0: les vérifier"
    )
    parser.add_argument("folder", nargs="?", type=Path, help="dossier des guides (ceux du programme sinon)")
    parser.add_argument("--json", action="store_true", help="en JSON")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    try:
        return _list(args) if args.what == "list" else _check(args)
    except GuideError as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE


def _list(args: argparse.Namespace) -> int:
    guides = load_guides(args.folder).all()
    today = SystemClock().now().date()
    if args.json:
        _write_json([_summary(guide, expired=guide.expired(today)) for guide in guides])
        return 0
    for guide in guides:
        note = "  (à revoir)" if guide.expired(today) else ""
        sys.stdout.write(f"{guide.id:<18} {guide.title.fr}{note}\n")
    return 0


def _check(args: argparse.Namespace) -> int:
    good: list[Guide] = []
    faults: dict[str, str] = {}
    for path in guide_files(args.folder):
        try:
            good.append(load_guide(path))
        except GuideError as error:
            faults[path.name] = str(error)
    today = SystemClock().now().date()
    guides = library(good).all()
    expired = [guide for guide in guides if guide.expired(today)]
    if args.json:
        checked = [
            {**_summary(guide, expired=guide in expired), "unverified": list(unverified_facts(guide))}
            for guide in guides
        ]
        _write_json({"guides": checked, "faults": faults})
    else:
        for guide in guides:
            sys.stdout.write(f"{_verdict(guide, expired=guide in expired)}\n")
    for fault in faults.values():
        sys.stderr.write(f"{fault}\n")
    if faults:
        return UNUSABLE
    return EXPIRED if expired else 0


def _verdict(guide: Guide, *, expired: bool) -> str:
    unverified = unverified_facts(guide)
    parts = [f"{guide.id:<18} {guide.version}"]
    parts.append(f"à revoir depuis le {guide.valid_until:%d/%m/%Y}" if expired else "bon")
    if unverified:
        parts.append(f"non vérifié\u00a0: {', '.join(unverified)}")
    return " · ".join(parts)


def _summary(guide: Guide, *, expired: bool) -> dict[str, object]:
    return {
        "id": guide.id,
        "version": guide.version,
        "status": guide.status.value,
        "title": guide.title.model_dump(),
        "body": guide.body.name,
        "checked_on": guide.checked_on.isoformat(),
        "valid_until": guide.valid_until.isoformat(),
        "expired": expired,
    }


def _write_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
