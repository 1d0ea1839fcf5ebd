"""kiosk ledger verify: has anything been changed or lost in the ledger? (The other actions: ledger_log.py.)

Exit status: 0 intact, 1 broken or incomplete, 2 unusable input.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.ledger_log import CannotTell, add_actions, since
from kiosk.proof.model import LedgerPosition
from kiosk.storage.ledger_audit import LedgerReport, Signed, seen

if TYPE_CHECKING:
    from kiosk.proof.keys import Certificate
    from kiosk.proof.log_tree import Levels
    from kiosk.storage.anchor_audit import AnchorReport


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk ledger`."""
    parser = subparsers.add_parser("ledger", help="vérifie le registre")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser(
        "verify",
        help="dit si le registre est intact",
        description="Dit si le registre est intact. Sortie : 0 intact, 1 modifié ou incomplet, 2 inutilisable.",
    )
    verify.add_argument(
        "receipts", type=Path, nargs="*", metavar="REÇU.pdf", help="reçus qui doivent figurer dans le registre"
    )
    verify.add_argument("--ledger", type=Path, help="le fichier du registre, si ce n’est pas celui de cette borne")
    verify.add_argument("--trust", type=Path, action="append", default=[], metavar="CERT.pem")
    verify.add_argument(
        "--since",
        type=Path,
        action="append",
        default=[],
        metavar="POINT",
        help="reçu ou point de contrôle signé que le registre doit continuer",
    )
    verify.add_argument("--log-key", type=Path, metavar="FICHIER", help="clé du journal (log.vkey)")
    verify.add_argument("--authority", type=Path, action="append", default=[], metavar="CERT.pem")
    verify.add_argument("--json", action="store_true", help="écrit le détail en JSON")
    verify.set_defaults(handler=run)
    add_actions(actions)


def run(args: argparse.Namespace) -> int:
    """Print what was found; return the exit status."""
    from kiosk.commands.trusted import trusted_certificates
    from kiosk.proof.keys import UnusableKey
    from kiosk.proof.log_tree import Levels
    from kiosk.storage.ledger import Ledger, LedgerError

    try:
        certificates = trusted_certificates(args.trust)
        if not certificates:
            return _unusable("Aucun certificat de borne n’est connu ici. Indiquez-en un avec --trust.")
        path = args.ledger or _own_ledger()
        if not path.is_file():
            return _unusable(f"Le registre n’existe pas : {path.name}")
        witnesses = [_witness(receipt, certificates) for receipt in args.receipts]
        ledger = Ledger(path)
    except (UnusableKey, LedgerError, _NotAReceipt) as error:
        return _unusable(str(error))
    try:
        report = ledger.verify(_signed_by(certificates))
        strangers = [one for one in witnesses if report.intact and not seen(ledger.rows(), one)]
        tree = ledger.tree() if report.intact else Levels()
        forked = [one.name for one in args.since if not since(one, args.trust, args.log_key, tree)]
    except CannotTell as error:
        return _unusable(str(error))
    finally:
        ledger.close()
    anchors = _anchors(args, path, tree)
    sentence = _sentence(report, strangers, forked, anchors)
    if args.json:
        print(json.dumps(_as_json(report, strangers, forked, anchors, sentence), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print(sentence)  # noqa: T201 - a command's output
    return 0 if report.intact and not strangers and not forked and not anchors.broken else 1


def _anchors(args: argparse.Namespace, ledger: Path, tree: "Levels") -> "AnchorReport":
    """The stampings kept beside the ledger, if any are."""
    from kiosk.commands.trusted import trusted_authorities
    from kiosk.storage.anchor_audit import AnchorReport, audit_anchors
    from kiosk.storage.anchors import Anchors

    folder = ledger.with_name("anchors")
    if not folder.is_dir():
        return AnchorReport(0, 0, ())
    return audit_anchors(Anchors(folder), tree, trusted_authorities(args.authority))


class _NotAReceipt(Exception):
    """A file given as a witness that is no genuine receipt. The message is one French sentence."""


def _own_ledger() -> Path:
    from kiosk.settings import load_settings

    return load_settings().ledger_path


def _witness(receipt: Path, certificates: "list[Certificate]") -> LedgerPosition:
    from kiosk.proof.verify import claims_of

    try:
        claims = claims_of(receipt.read_bytes(), certificates)
    except OSError as error:
        raise _NotAReceipt(f"Ce fichier ne peut pas être lu : {receipt.name}") from error
    if claims is None:
        raise _NotAReceipt(f"Ce n’est pas un reçu authentique : {receipt.name}")
    return LedgerPosition(claims.sequence, claims.head)


def _signed_by(certificates: "list[Certificate]") -> Signed:
    return lambda message, signature: any(one.holds(message, signature) for one in certificates)


def _sentence(report: LedgerReport, strangers: list[LedgerPosition], forked: list[str], anchors: "AnchorReport") -> str:
    if not report.sound:
        return "Le fichier du registre est abîmé."
    if report.broken_at is not None:
        return f"Le registre est modifié à partir de la ligne {report.broken_at}."
    if report.lost_tail:
        return "Le registre est incomplet : ses dernières lignes manquent."
    if strangers:
        return f"Un reçu authentique n’est pas dans le registre : ligne {strangers[0].sequence}."
    if forked:
        return f"Le registre a été réécrit : il ne continue pas {forked[0]}."
    if anchors.broken:
        return f"Un horodatage ne correspond pas au registre : {anchors.broken[0]}."
    backwards = len(report.clock_backwards)
    note = f" L’horloge a reculé {backwards} fois, c’est noté." if backwards else ""
    if anchors.count:
        note += f" Horodatages : {anchors.count}, dont {anchors.vouched} d’une autorité connue."
    lines = "1 ligne" if report.rows == 1 else f"{report.rows} lignes"
    return f"Registre intact : {lines}, tête {report.head.head.hex()}.{note}"


def _as_json(
    report: LedgerReport,
    strangers: list[LedgerPosition],
    forked: list[str],
    anchors: "AnchorReport",
    sentence: str,
) -> dict[str, object]:
    return {
        "intact": report.intact and not strangers and not forked and not anchors.broken,
        "rows": report.rows,
        "sound": report.sound,
        "broken_at": report.broken_at,
        "lost_tail": report.lost_tail,
        "clock_backwards": list(report.clock_backwards),
        "head": report.head.head.hex(),
        "receipts_not_found": [one.sequence for one in strangers],
        "not_continued": forked,
        "anchors": {"count": anchors.count, "vouched": anchors.vouched, "broken": list(anchors.broken)},
        "sentence": sentence,
    }


def _unusable(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return 2
