"""`kiosk screen`: the interface. Started by `kiosk run` or by systemd; may be killed and started again at any time."""

import argparse
import sys
from pathlib import Path

PANELS = ("1280x800", "1920x1080")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk screen`."""
    parser = commands.add_parser("screen", help="l’écran de la borne, seul")
    add_options(parser)
    parser.set_defaults(handler=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that `kiosk run` has too."""
    parser.add_argument("--windowed", action="store_true", help="dans une fenêtre, sur un bureau")
    parser.add_argument("--panel", choices=PANELS, default=PANELS[0], help="taille de l’écran en pixels")
    parser.add_argument("--play", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    parser.add_argument("--pace", type=float, default=0.8, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Draw until closed; with `--play`, play the demonstration visit and leave its pictures in DIR."""
    from kiosk.commands.run import hold_lifeline
    from kiosk.screens.display import NothingToDrawOn
    from kiosk.screens.main import run as run_screen
    from kiosk.settings import load_settings

    hold_lifeline()
    settings = load_settings()
    try:
        player = None
        if arguments.play is not None:
            from kiosk.screens.demo_visit import demo_player

            player = demo_player(arguments.play, arguments.pace)
        return run_screen(
            settings.screen_socket,
            windowed=arguments.windowed,
            panel=arguments.panel,
            player=player,
            switch_seconds=settings.switch_seconds,
        )
    except NothingToDrawOn as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return 2
