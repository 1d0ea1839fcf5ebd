"""`kiosk help list`, and `kiosk help seen|coming|here|close ID`: the calls of visitors, and answering them.

Exit status: 0 done; 2 the call does not move, or the kiosk does not run.
"""

import argparse
import datetime as dt
import json
import sys

from kiosk.clock import SystemClock
from kiosk.mediation.client import CoreUnavailable, request
from kiosk.mediation.help import HelpRequest, position
from kiosk.mediation.sentences import STATE_WORDS

REFUSED = 2
HISTORY = 100
_STATES = {"seen": "seen", "coming": "coming", "here": "here", "close": "closed"}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("help", help="les appels des visiteurs\u00a0: les voir, y répondre")
    actions = parser.add_subparsers(dest="what", required=True)
    listing = actions.add_parser("list", help="les appels en attente")
    listing.add_argument("--all", action="store_true", help="aussi ceux qui sont finis")
    listing.add_argument("--json", action="store_true", help="en JSON")
    listing.set_defaults(handler=run)
    for name, meaning in (
        ("seen", "appel vu"),
        ("coming", "j’arrive"),
        ("here", "je suis sur place"),
        ("close", "appel terminé"),
    ):
        action = actions.add_parser(name, help=meaning)
        action.add_argument("id", metavar="ID", help="nom de l’appel, ou son début («\u00a0kiosk help list\u00a0»)")
        action.add_argument("--name", metavar="PRÉNOM", help="prénom montré au visiteur")
        action.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    from kiosk.settings import BadSettings, load_settings
    from kiosk.storage.engine import RegistryUnavailable

    try:
        settings = load_settings()
        if args.what == "list":
            return _list(_calls(settings.registry_url, every=args.all), as_json=args.json)
        call = _whole_id(args.id, _calls(settings.registry_url, every=True))
        message = {"control": "help", "id": call, "state": _STATES[args.what], "mediator": args.name}
        answer = request(settings.control_socket, message)
    except (BadSettings, RegistryUnavailable, CoreUnavailable) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    if answer["ok"]:
        return 0
    sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
    return REFUSED


def _calls(url: str, *, every: bool) -> tuple[HelpRequest, ...]:
    from kiosk.storage.engine import open_for_reading
    from kiosk.storage.registry import Registry

    engine = open_for_reading(url)
    if engine is None:
        return ()
    registry = Registry(engine)
    try:
        return registry.help_history(HISTORY) if every else registry.open_help_requests()
    finally:
        registry.close()


def _whole_id(start: str, calls: tuple[HelpRequest, ...]) -> str:
    """The call that begins with `start`, if there is just one; `start` itself otherwise: the core will judge."""
    found = [call.id for call in calls if call.id.startswith(start)]
    return found[0] if len(found) == 1 else start


def _list(calls: tuple[HelpRequest, ...], *, as_json: bool) -> int:
    if as_json:
        rows = [_row(call, position(call.id, calls)) for call in calls]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif not calls:
        sys.stdout.write("Aucun appel en attente.\n")
    else:
        now = SystemClock().now()
        for call in calls:
            sys.stdout.write(f"{_line(call, now)}\n")
    return 0


def _line(call: HelpRequest, now: dt.datetime) -> str:
    waited = int(((call.here_at or call.ended_at or now) - call.sent_at).total_seconds())
    who = f" ({call.mediator})" if call.mediator else ""
    since = f"{call.sent_at.astimezone():%d/%m %H:%M:%S}"
    state = STATE_WORDS[call.state]
    return f"{call.id}  {since}  {state}{who}  attente {waited} s  étape {call.step}  langue {call.language}"


def _row(call: HelpRequest, place: int) -> dict[str, object]:
    times = {
        name: moment.isoformat() if moment is not None else None
        for name, moment in (
            ("sent_at", call.sent_at),
            ("seen_at", call.seen_at),
            ("coming_at", call.coming_at),
            ("here_at", call.here_at),
            ("ended_at", call.ended_at),
        )
    }
    return {
        "id": call.id,
        "state": call.state.value,
        "step": call.step,
        "language": call.language,
        "mediator": call.mediator,
        "position": place if call.open else None,
        **times,
    }
