"""`kiosk deadline GUIDE --from DATE`: the last day to act, in words; with --out, the ticket with its calendar entry.

Exit status: 0 done; 2 not possible (unknown guide or delay, no such date).
"""

import argparse
import datetime as dt
import sys
from pathlib import Path

REFUSED = 2


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("deadline", help="la date limite d’une démarche, et son ticket")
    parser.add_argument("guide", metavar="DÉMARCHE", help="par exemple ft.avertissement")
    parser.add_argument("--from", dest="start", required=True, metavar="DATE", help="jour reçu, ou de l’événement")
    parser.add_argument("--delay", metavar="DÉLAI", help="lequel, si la démarche en a plusieurs ; le premier sinon")
    parser.add_argument("--language", default="fr", metavar="LANGUE", help="seconde langue du ticket")
    parser.add_argument("--out", type=Path, metavar="FICHIER.png", help="où écrire le ticket")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Say the day; write the ticket where asked, once its code was read back."""
    from kiosk.clock import SystemClock
    from kiosk.delivery.deadline_card import calendar_entry, card_of, render_deadline_card
    from kiosk.guides.deadlines import last_day, last_posting_day
    from kiosk.guides.library import GuideError, load_guides
    from kiosk.proof.readback import ticket_reads_back
    from kiosk.settings import load_settings

    try:
        guide = load_guides(load_settings().guides_dir).get(args.guide)
        start = dt.date.fromisoformat(args.start)
    except GuideError as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED
    except ValueError:
        sys.stderr.write("Une date s’écrit comme 2026-11-24.\n")
        return REFUSED
    deadline = next((one for one in guide.deadlines if args.delay in (None, one.id)), None)
    if deadline is None:
        sys.stderr.write("Cette démarche n’a pas ce délai.\n")
        return REFUSED
    now, end = SystemClock().now(), last_day(deadline, start)
    sys.stdout.write(
        f"{deadline.label.fr} : {end:%d/%m/%Y} ; à poster le {last_posting_day(deadline, start):%d/%m/%Y}\n"
    )
    if args.out is not None:
        card = card_of(guide, deadline, start, now)
        ticket = render_deadline_card(card, args.language)
        if not ticket_reads_back(ticket, calendar_entry(card)):
            sys.stderr.write("Le code n’est pas lisible. Rien n’a été écrit.\n")
            return REFUSED
        args.out.write_bytes(ticket)
        sys.stdout.write(f"{args.out}\n")
    return 0
