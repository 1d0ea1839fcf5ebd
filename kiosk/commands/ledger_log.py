"""kiosk ledger checkpoint | export | compare: the ledger as a log that strangers can check.

Exit status: 0 done or consistent, 1 two papers contradict one another, 2 unusable input or not enough to tell.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.proof.checkpoint import Checkpoint
    from kiosk.proof.log_tree import Levels, Read
    from kiosk.proof.note import LogKey, Verifier

UNUSABLE = 2
_CHECKPOINT = "checkpoint"
Handler = Callable[[argparse.Namespace], int]


class CannotTell(Exception):
    """The input does not allow an answer. The message is one French sentence."""


def add_actions(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the actions of `kiosk ledger` that are about the tree."""
    checkpoint = actions.add_parser("checkpoint", help="écrit l’état signé du registre (C2SP)")
    checkpoint.add_argument("--size", type=int, help="l’état à ce nombre de lignes, au lieu du dernier")
    checkpoint.set_defaults(handler=_told(_write_checkpoint))
    export = actions.add_parser("export", help="écrit le registre en tuiles (c2sp.org/tlog-tiles)")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.set_defaults(handler=_told(_export))
    compare = actions.add_parser(
        "compare",
        help="dit si deux reçus ou points de contrôle viennent du même registre",
        description="Sortie : 0 le même registre, 1 ils se contredisent, 2 impossible à dire.",
    )
    compare.add_argument("papers", type=Path, nargs=2, metavar="REÇU")
    compare.add_argument("--tiles", type=Path, metavar="DIR", help="un export du registre, si ce n’est pas cette borne")
    compare.add_argument("--trust", type=Path, action="append", default=[], metavar="CERT.pem")
    compare.add_argument("--log-key", type=Path, metavar="FICHIER", help="clé du journal (log.vkey)")
    compare.set_defaults(handler=_told(_compare))


def since(path: Path, trust: "Sequence[Path]", log_key: Path | None, tree: "Levels") -> bool:
    """Whether the ledger continues the checkpoint in `path`, a receipt or a signed note. Raises `CannotTell`."""
    from kiosk.proof.log_tree import root_at

    old, _ = _checkpoint_in(path, trust, log_key)
    return old.size <= tree.size and root_at(tree.read, old.size) == old.root


def _told(action: Handler) -> Handler:
    def handler(args: argparse.Namespace) -> int:
        from kiosk.proof.keys import UnusableKey
        from kiosk.proof.note import BadNote
        from kiosk.storage.ledger import LedgerError

        try:
            return action(args)
        except (CannotTell, UnusableKey, LedgerError) as error:
            sentence = str(error)
        except BadNote:
            sentence = "La clé du journal est illisible."
        except OSError as error:
            sentence = f"Ce fichier ne peut pas être lu ou écrit : {Path(str(error.filename or '')).name}"
        sys.stderr.write(f"{sentence}\n")
        return UNUSABLE

    return handler


def _write_checkpoint(args: argparse.Namespace) -> int:
    tree = _own_tree()
    size = tree.size if args.size is None else args.size
    if not 0 <= size <= tree.size:
        raise CannotTell(f"Le registre a {tree.size} lignes.")
    sys.stdout.write(_checkpoint(tree, size).signed(_own_key()))
    return 0


def _export(args: argparse.Namespace) -> int:
    from kiosk.proof.tiles import entry_bundles, tiles
    from kiosk.settings import load_settings

    entries = _own_heads()
    tree, key, keys = _tree_of(entries), _own_key(), load_settings().keys_dir
    for path, data in (*tiles(tree), *entry_bundles(entries)):
        _write(args.out / path, data)
    for name in ("log.vkey", "log.vkey.sig"):
        _write(args.out / name, (keys / name).read_bytes())
    # Last: what a checkpoint promises must be there before it.
    _write(args.out / _CHECKPOINT, _checkpoint(tree, tree.size).signed(key).encode())
    sys.stdout.write(f"{tree.size} lignes dans {args.out}\n")
    return 0


def _compare(args: argparse.Namespace) -> int:
    from kiosk.proof.log_tree import consistency, consistent

    (first, one), (second, other) = (_checkpoint_in(path, args.trust, args.log_key) for path in args.papers)
    if one != other:
        raise CannotTell("Ces papiers ne viennent pas du même journal : rien à comparer.")
    old, new = sorted((first, second), key=lambda checkpoint: checkpoint.size)
    if old.size == new.size:
        return _verdict(old, new, same=old.root == new.root)
    read, size = _proofs(args.tiles, one)
    if size < new.size:
        raise CannotTell("Le registre donné est plus court que les papiers.")
    try:
        proof = consistency(read, old.size, new.size)
    except (LookupError, OSError) as error:
        raise CannotTell("Il manque des tuiles dans cet export.") from error
    if consistent(old.size, old.root, new.size, new.root, proof):
        return _verdict(old, new, same=True)
    return _contradicted(read, old, new)


def _contradicted(read: "Read", old: "Checkpoint", new: "Checkpoint") -> int:
    """A fork is proved only if the register given agrees with one of the two papers, and not with the other."""
    from kiosk.proof.log_tree import root_at

    agrees = [root_at(read, paper.size) == paper.root for paper in (old, new)]
    if any(agrees):
        return _verdict(old, new, same=False)
    raise CannotTell("Le registre donné n’est celui d’aucun des deux papiers.")


def _verdict(old: "Checkpoint", new: "Checkpoint", *, same: bool) -> int:
    if same:
        sys.stdout.write(f"Même registre : l’état à la ligne {new.size} continue celui à la ligne {old.size}.\n")
        return 0
    sys.stdout.write(f"Contradiction : le registre a été réécrit entre les lignes {old.size} et {new.size}.\n")
    return 1


def _checkpoint_in(path: Path, trust: "Sequence[Path]", log_key: Path | None) -> "tuple[Checkpoint, Verifier]":
    """The signed checkpoint of a genuine receipt, or of a note signed by the known log key."""
    from kiosk.proof.checkpoint import open_checkpoint
    from kiosk.proof.note import BadNote, Verifier

    data = path.read_bytes()
    if data.startswith(b"%PDF-"):
        return _checkpoint_of_receipt(path, data, trust)
    try:
        verifier = Verifier.parse(log_key.read_text("utf-8")) if log_key else _own_key().verifier
        return open_checkpoint(data.decode("utf-8"), verifier), verifier
    except (BadNote, UnicodeDecodeError) as error:
        raise CannotTell(f"Ce n’est pas un point de contrôle signé par ce journal : {path.name}") from error


def _checkpoint_of_receipt(path: Path, pdf: bytes, trust: "Sequence[Path]") -> "tuple[Checkpoint, Verifier]":
    from kiosk.commands.trusted import trusted_certificates
    from kiosk.proof.verify import attested_by

    attested = attested_by(pdf, trusted_certificates(trust))
    if attested is None:
        raise CannotTell(f"Ce n’est pas un reçu authentique : {path.name}")
    if attested.evidence.log is None:
        raise CannotTell(f"Ce reçu ne porte pas de point de contrôle : {path.name}")
    return attested.evidence.log.checkpoint, attested.evidence.log.verifier


def _proofs(tiles: Path | None, verifier: "Verifier") -> "tuple[Read, int]":
    """Where proofs can be computed from, and how many rows it has. The tiles need not be trusted."""
    if tiles is None:
        tree = _own_tree()
        return tree.read, tree.size
    from kiosk.proof.checkpoint import open_checkpoint
    from kiosk.proof.note import BadNote
    from kiosk.proof.tiles import read_from

    try:
        checkpoint = open_checkpoint((tiles / _CHECKPOINT).read_text("utf-8"), verifier)
    except (BadNote, UnicodeDecodeError) as error:
        raise CannotTell("Cet export n’est pas celui du journal de ces papiers.") from error
    return read_from(lambda path: (tiles / path).read_bytes(), checkpoint.size), checkpoint.size


def _own_heads() -> list[bytes]:
    from kiosk.settings import load_settings
    from kiosk.storage.ledger import Ledger

    path = load_settings().ledger_path
    if not path.is_file():
        raise CannotTell("Cette borne n’a pas encore de registre.")
    ledger = Ledger(path)
    try:
        return ledger.heads()
    finally:
        ledger.close()


def _tree_of(heads: "Sequence[bytes]") -> "Levels":
    from kiosk.proof.log_tree import Levels, leaf_hash

    return Levels.of(map(leaf_hash, heads))


def _own_tree() -> "Levels":
    return _tree_of(_own_heads())


def _own_key() -> "LogKey":
    from kiosk.proof.note import LogKey, Verifier
    from kiosk.settings import load_settings

    keys = load_settings().keys_dir
    try:
        name = Verifier.parse((keys / "log.vkey").read_text("utf-8")).name
        return LogKey.from_pem(name, (keys / "log.key.pem").read_bytes())
    except OSError as error:
        raise CannotTell("La clé du journal n’est pas sur cette machine. Indiquez --log-key.") from error


def _checkpoint(tree: "Levels", size: int) -> "Checkpoint":
    from kiosk.proof.checkpoint import Checkpoint
    from kiosk.proof.log_tree import root_at

    return Checkpoint(_own_key().name, size, root_at(tree.read, size))


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: an export is read while it is renewed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".tmp")
    draft.write_bytes(data)
    draft.replace(path)
