"""`kiosk console`: the mediators' console. `kiosk console code|recovery|site-key|badge`: the ways into it.

Exit status: 0 done; 2 not possible.
"""

import argparse
import sys
from typing import TYPE_CHECKING

from kiosk.mediation.client import CoreUnavailable, request

if TYPE_CHECKING:
    from kiosk.settings import Settings

REFUSED = 2
ROLES = {"conseiller": "mediator", "responsable": "site_manager"}


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("console", help="la console des conseillers, sur le réseau de l’espace")
    what = parser.add_subparsers(dest="what")
    code = what.add_parser("code", help="un code pour entrer, valable cinq minutes, une fois")
    code.add_argument("--role", choices=ROLES, default="conseiller", help="qui entrera")
    what.add_parser("recovery", help="un nouveau code de secours du responsable, imprimé ; l’ancien ne sert plus")
    what.add_parser("site-key", help="la clé qui relie les bornes de l’espace, et l’adresse de celle-ci")
    badge = what.add_parser("badge", help="entrer avec un badge, par le lecteur de ce poste")
    badge.add_argument("address", metavar="ADRESSE", help="https://nom-de-la-borne:8443")
    badge.add_argument("--fingerprint", metavar="EMPREINTE", required=True, help="celle du papier de l’installation")
    parser.set_defaults(handler=run, what=None)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    from kiosk.settings import load_settings

    if args.what == "badge":
        from kiosk.commands.console_badge import sign_in

        return sign_in(args.address, args.fingerprint)
    settings = load_settings()
    try:
        match args.what:
            case "code":
                return _code(settings, ROLES[args.role])
            case "recovery":
                return _recovery(settings)
            case "site-key":
                return _site_key(settings)
            case _:
                return _serve(settings)
    except CoreUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED


def _code(settings: "Settings", role: str) -> int:
    answer = request(settings.control_socket, {"control": "pair_issue", "role": role})
    if not answer["ok"]:
        sys.stderr.write(f"{answer.get('sentence', 'La borne a refusé.')}\n")
        return REFUSED
    sys.stdout.write(f"{answer['code']}\n")
    return 0


def _recovery(settings: "Settings") -> int:
    """Shown here only where no printer gives it: a code on paper is seen by fewer eyes than one on a terminal."""
    import os

    from kiosk.console.recovery import new_recovery

    code = new_recovery(settings.console_dir, os.urandom)
    try:
        answer = request(settings.control_socket, {"control": "print_recovery", "code": code}, seconds=120)
        printed = answer.get("printed") is True
    except CoreUnavailable:
        printed = False
    sys.stdout.write("Le code de secours est imprimé.\n" if printed else f"Notez ce code de secours : {code}\n")
    return 0


def _site_key(settings: "Settings") -> int:
    from kiosk.clock import SystemClock
    from kiosk.console.site_key import site_key
    from kiosk.console.tls import fingerprint_of, names_of_this_machine, server_certificate

    names = names_of_this_machine(settings.kiosk_name)
    certificate, _ = server_certificate(settings.console_dir, names, SystemClock().now())
    key = site_key(settings.console_dir)
    port = settings.console_port or 8443
    sys.stdout.write(f"{key}\nhttps://{names[2]}:{port}/#{fingerprint_of(certificate)}\n")
    return 0


def _serve(settings: "Settings") -> int:
    from kiosk.commands.run import hold_lifeline
    from kiosk.console.kiosks import BadPeer
    from kiosk.console.server import serve
    from kiosk.console.site_key import site_key
    from kiosk.guides.library import GuideError, load_guides
    from kiosk.logs import set_up_logs

    hold_lifeline()
    set_up_logs()
    try:
        serve(
            host=settings.console_host,
            port=settings.console_port or 8443,
            folder=settings.console_dir,
            control_socket=settings.control_socket,
            kiosk=settings.kiosk_name,
            site=settings.site_name,
            peers=settings.console_peers,
            site_key=site_key(settings.console_dir),
            guides=load_guides(settings.guides_dir),
        )
    except (BadPeer, GuideError) as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return REFUSED
    except SystemExit as ended:  # uvicorn's way to say that the port is taken
        if ended.code:
            sys.stderr.write("kiosk: la console ne peut pas ouvrir son port.\n")
            return REFUSED
    return 0
