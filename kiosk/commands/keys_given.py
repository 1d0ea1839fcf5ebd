"""The key a person gives to a command: its text, its twelve words, a file that holds it, or typed in."""

import argparse
import sys
from pathlib import Path

_LARGEST = 100_000
NO_KEY = "Aucune clé n’est lisible ici. Donnez les douze mots, ou le texte qui commence par AGE-SECRET-KEY-1."


class NoKey(Exception):
    """What was given is no key. The message is one French sentence."""


def add_key(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Declare --key."""
    parser.add_argument(
        "--key",
        required=required,
        metavar="TEXTE|MOTS|FICHIER",
        help="la clé : ses douze mots, son texte, un fichier qui la contient, ou - pour la taper",
    )


def given_identity(key: str) -> str:
    """The age identity in what was given to --key. Raises `NoKey`."""
    from kiosk.proof.key_words import NotTheWords, read_key

    try:
        found = read_key(key) or read_key(_text(key))
    except NotTheWords as error:
        raise NoKey(str(error)) from error
    if found is None:
        raise NoKey(NO_KEY)
    return found


def _text(key: str) -> str:
    if key == "-":
        return sys.stdin.read(_LARGEST)
    try:
        with Path(key).open(encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST)
    except (OSError, ValueError) as error:
        raise NoKey(NO_KEY) from error
