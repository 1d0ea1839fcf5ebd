"""kiosk unseal: read a sealed copy again, with the key of its stub.

A file of the kiosk's vault has a layer more, that of the day: it is taken off with the key of that day, found beside
the vault or given with --epoch. Without --key only that layer goes: what is left opens with the stock `age` program.

Exit status: 0 all opened, 1 the key does not fit or a file was changed or erased, 2 unusable input.
"""

import argparse
import os
import sys
from pathlib import Path

from kiosk.commands.keys_given import NoKey, add_key, given_identity

_SUFFIX = ".age"
MARKER = "epoch.txt"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk unseal`."""
    parser = subparsers.add_parser(
        "unseal",
        help="ouvre une copie scellée avec sa clé",
        description="Ouvre des fichiers scellés. Sortie : 0 ouverts, 1 clé fausse ou fichier modifié, 2 inutilisable.",
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FICHIER.age")
    add_key(parser, required=False)
    parser.add_argument("--epoch", type=Path, metavar="FICHIER", help="la clé du jour, si le fichier vient du coffre")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DOSSIER", help="où écrire les fichiers ouverts")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Write each opened file; return the exit status."""
    from kiosk.proof.seal import CannotUnseal

    try:
        identity = given_identity(args.key) if args.key is not None else None
        args.out.mkdir(mode=0o700, parents=True, exist_ok=True)
        for file in args.files:
            _open(file, identity, args.epoch, args.out)
    except CannotUnseal as error:
        return _complain(str(error), 1)
    except (NoKey, _Unusable) as error:
        return _complain(str(error), 2)
    except OSError as error:
        return _complain(f"Ce dossier ne peut pas être écrit : {error.strerror}", 2)
    return 0


class _Unusable(Exception):
    """Input that cannot be used. The message is one French sentence."""


def _open(file: Path, identity: str | None, epoch: Path | None, out: Path) -> None:
    if file.suffix != _SUFFIX:
        raise _Unusable(f"Ce fichier n’est pas un fichier .age : {file.name}")
    try:
        sealed = file.read_bytes()
    except OSError as error:
        raise _Unusable(f"Ce fichier ne peut pas être lu : {file.name}") from error
    opened = _opened(file, sealed, identity, epoch)
    target = out / (file.stem if identity is not None else file.name)
    try:
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as output:
            output.write(opened)
    except FileExistsError as error:
        raise _Unusable(f"Ce fichier existe déjà : {target.name}") from error
    print(target)  # noqa: T201 - a command's output


def _opened(file: Path, sealed: bytes, identity: str | None, epoch: Path | None) -> bytes:
    """What is inside: both layers off, or with no `identity` the outer one only."""
    from kiosk.proof.seal import CannotUnseal, unseal

    if identity is not None and epoch is None:
        try:
            return unseal(sealed, identity)
        except CannotUnseal:
            if not file.with_name(MARKER).is_file():
                raise
    inner = unseal(sealed, _key_of_the_day(file, epoch))
    return inner if identity is None else unseal(inner, identity)


def _key_of_the_day(file: Path, given: Path | None) -> str:
    """The key in `given`, else that of the day named beside `file`."""
    from kiosk.proof.seal import CannotUnseal, find_identity

    if given is None:
        from kiosk.settings import load_settings

        try:
            day = file.with_name(MARKER).read_text(encoding="ascii").strip()
        except (OSError, ValueError) as error:
            raise _Unusable("La clé du jour est inconnue. Indiquez-la avec --epoch.") from error
        given = load_settings().epochs_dir / f"{day}.identity"
        if not given.is_file():
            raise CannotUnseal("La clé de ce jour n’existe plus : cette copie est effacée.")
    try:
        found = find_identity(given.read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise _Unusable(f"Ce fichier ne peut pas être lu : {given.name}") from error
    if found is None:
        raise _Unusable(f"Ce fichier ne contient pas de clé : {given.name}")
    return found


def _complain(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return status
