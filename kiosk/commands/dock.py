"""`kiosk dock`: break a simulated device on purpose, and mend it. For demonstrations and the training of mediators.

kiosk dock scanner jammed      until `kiosk dock clear`
kiosk dock printer paper_out --times 1
kiosk dock scanner             the faults of the scanner
kiosk dock badge in            the training badge into the reader; out
kiosk dock glass dusty         an empty glass with dust; empty, test (the printed test sheet), sheets (the pages again)
kiosk dock window              the same as a page of this machine's browser, a button a fault
kiosk dock serve               virtual devices on loopback for the real drivers; they obey the same words
"""

import argparse
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.settings import Settings

DEVICES = ("scanner", "printer", "ticket", "card", "camera")
PROPS = ("badge", "glass")
UNUSABLE = 2
LOOK_SECONDS = 0.2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk dock`."""
    parser = commands.add_parser("dock", help="mettre un appareil d’essai en panne, pour se former")
    parser.add_argument(
        "what",
        choices=(*DEVICES, *PROPS, "clear", "serve", "window"),
        metavar="APPAREIL|badge|glass|clear|serve|window",
    )
    parser.add_argument("fault", nargs="?", help="la panne ; sans elle, la liste des pannes")
    parser.add_argument("--times", type=int, help="combien de fois elle frappe ; sinon jusqu’à « clear »")
    parser.add_argument("--out", type=Path, help="serve : où mettre ce qui s’imprime")
    parser.add_argument("--port", type=int, default=0, help="window : le port ; sinon un port libre")
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """0 done; 2 no such fault."""
    from kiosk.settings import load_settings

    settings = load_settings()
    if arguments.what == "serve":
        return _serve(settings, arguments.out or settings.prints_dir)
    if arguments.what == "window":
        return _window(settings, arguments.port)
    if arguments.what in PROPS:
        return _lay(settings, arguments.what, arguments.fault or "")
    if arguments.what == "clear":
        return _clear(settings, arguments.fault)
    return _break(settings, arguments.what, arguments.fault, arguments.times)


def _break(settings: "Settings", device: str, name: str | None, times: int | None) -> int:
    from hardware.faults import FAULTS, Device, UnknownFaultError, set_fault

    known = [fault for fault in FAULTS if fault.device == device]
    if name is None:
        sys.stdout.write("".join(f"{fault.name:<14} {fault.meaning}\n" for fault in known))
        return 0
    if times is not None and times < 1:
        sys.stderr.write("kiosk: --times doit être 1 ou plus\n")
        return UNUSABLE
    try:
        set_fault(settings.devices_dir, Device(device), name, times)
    except UnknownFaultError:
        names = ", ".join(fault.name for fault in known)
        sys.stderr.write(f"kiosk: panne inconnue. Pannes possibles : {names}\n")
        return UNUSABLE
    return 0


def _lay(settings: "Settings", what: str, how: str) -> int:
    from kiosk.commands.dock_props import BADGES, GLASSES, NAME, PIN, lay_on_glass, move_badge

    choices = BADGES if what == "badge" else GLASSES
    if how not in choices:
        sys.stderr.write(f"kiosk: choix possibles : {', '.join(choices)}\n")
        return UNUSABLE
    if what == "badge":
        move_badge(settings, how)
        if how == "in":
            sys.stdout.write(f"{NAME}, code {PIN}\n")
    elif not lay_on_glass(settings, how):
        sys.stderr.write("kiosk: aucune feuille d’essai n’est imprimée\n")
        return UNUSABLE
    return 0


def _clear(settings: "Settings", device: str | None) -> int:
    from hardware.faults import Device, clear_faults

    if device is not None and device not in DEVICES:
        sys.stderr.write(f"kiosk: appareil inconnu. Appareils : {', '.join(DEVICES)}\n")
        return UNUSABLE
    clear_faults(settings.devices_dir, None if device is None else Device(device))
    return 0


def _serve(settings: "Settings", out: Path) -> int:
    from hardware.dock.bench import Bench
    from kiosk.assets import asset

    bench = Bench(settings.devices_dir, settings.scanner_folder or asset("samples"), out)
    stopping = _until_stopped()
    bench.start()
    try:
        sys.stdout.write(f"scanner {bench.scanner.uri}\nticket {bench.ticket.address}\nprinter {bench.printer.uri}\n")
        sys.stdout.flush()
        while not stopping.wait(LOOK_SECONDS):
            bench.follow()
        bench.follow()
    finally:
        bench.stop()
    return 0


def _window(settings: "Settings", port: int) -> int:
    from kiosk.commands.dock_window import DockWindow

    stopping = _until_stopped()
    try:
        window = DockWindow(settings, port)
    except (OSError, OverflowError):
        sys.stderr.write(f"kiosk: le port {port} n’est pas libre\n")
        return UNUSABLE
    window.start()
    try:
        sys.stdout.write(f"Ouvrez cette adresse sur cette machine : {window.url}\n")
        sys.stdout.flush()
        stopping.wait()
    finally:
        window.stop()
    return 0


def _until_stopped() -> threading.Event:
    """Set once the program is asked to end."""
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    return stopping
