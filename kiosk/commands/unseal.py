"""kiosk unseal: read a sealed copy again, with the key of its stub.

Exit status: 0 all opened, 1 the key does not fit or a file was changed, 2 unusable input.
"""

import argparse
import os
import sys
from pathlib import Path

from kiosk.commands.keys_given import NoKey, add_key, given_identity

_SUFFIX = ".age"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk unseal`."""
    parser = subparsers.add_parser(
        "unseal",
        help="ouvre une copie scellée avec sa clé",
        description="Ouvre des fichiers scellés. Sortie : 0 ouverts, 1 clé fausse ou fichier modifié, 2 inutilisable.",
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FICHIER.age")
    add_key(parser)
    parser.add_argument("--out", type=Path, default=Path(), metavar="DOSSIER", help="où écrire les fichiers ouverts")
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Write each opened file; return the exit status."""
    from kiosk.proof.seal import CannotUnseal

    try:
        identity = given_identity(args.key)
        args.out.mkdir(mode=0o700, parents=True, exist_ok=True)
        for file in args.files:
            _open(file, identity, args.out)
    except CannotUnseal as error:
        return _complain(str(error), 1)
    except (NoKey, _Unusable) as error:
        return _complain(str(error), 2)
    except OSError as error:
        return _complain(f"Ce dossier ne peut pas être écrit : {error.strerror}", 2)
    return 0


class _Unusable(Exception):
    """Input that cannot be used. The message is one French sentence."""


def _open(file: Path, identity: str, out: Path) -> None:
    from kiosk.proof.seal import unseal

    if file.suffix != _SUFFIX:
        raise _Unusable(f"Ce fichier n’est pas un fichier .age : {file.name}")
    try:
        sealed = file.read_bytes()
    except OSError as error:
        raise _Unusable(f"Ce fichier ne peut pas être lu : {file.name}") from error
    opened = unseal(sealed, identity)
    target = out / file.stem
    try:
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as output:
            output.write(opened)
    except FileExistsError as error:
        raise _Unusable(f"Ce fichier existe déjà : {target.name}") from error
    print(target)  # noqa: T201 - a command's output


def _complain(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return status
