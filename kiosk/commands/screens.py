"""`kiosk screens`: a picture of every screen in every state, for people to look at."""

import argparse
import sys
from pathlib import Path

from kiosk.journey.views import Comfort, TextSize, Theme
from kiosk.words import LANGUAGES

PANELS = ("1280x800", "1920x1080")
UNUSABLE = 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk screens`."""
    parser = commands.add_parser("screens", help="dessiner tous les écrans en images, sans la borne")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="où laisser les images")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="langue des écrans")
    parser.add_argument("--size", choices=[size.value for size in TextSize], default="normal", help="taille du texte")
    parser.add_argument("--theme", choices=[theme.value for theme in Theme], default="clear", help="couleurs")
    parser.add_argument("--panel", choices=PANELS, default=PANELS[0], help="taille de l’écran en pixels")
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """0 when all were drawn; 2 when this machine cannot draw, or DIR cannot be written."""
    from kiosk.screens.display import NothingToDrawOn
    from kiosk.screens.gallery.render import render

    comfort = Comfort(TextSize(arguments.size), Theme(arguments.theme))
    try:
        paths = list(render(arguments.out, arguments.language, comfort, arguments.panel))
    except NothingToDrawOn as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return UNUSABLE
    except OSError as error:
        sys.stderr.write(f"kiosk: les images ne peuvent pas être écrites : {error.strerror}.\n")
        return UNUSABLE
    sys.stdout.write(f"{len(paths) - 1} écrans, et tous ensemble : {paths[-1]}\n")
    return 0
