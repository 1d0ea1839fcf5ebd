"""kiosk prove-page: one page of a receipt proved without showing the others.

Exit status: 0 written, 1 not a receipt that can be believed or no such page, 2 unusable input.
"""

import argparse
import sys
from pathlib import Path

from kiosk.words import mark, say

_LANGUAGE = "fr"
_NO_SUCH_PAGE = mark("Ce reçu n’a pas de page {number}. Il en a {count}.")
_WRITTEN = mark("Preuve de la page {number} sur {count}\u00a0: {name}. Donnez-la avec le fichier de la page.")
_EXISTS = mark("Ce fichier existe déjà\u00a0: {name}")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare `kiosk prove-page`."""
    parser = subparsers.add_parser(
        "prove-page",
        help="prouve une page d’un reçu sans montrer les autres",
        description="Écrit un petit fichier qui prouve une page, à donner avec elle. « kiosk verify » le lit.",
    )
    parser.add_argument("receipt", type=Path, metavar="REÇU", help="le reçu en PDF")
    parser.add_argument("number", type=int, metavar="N", help="le numéro de la page")
    parser.add_argument("--out", type=Path, metavar="FICHIER", help="où écrire (page-N.preuve)")
    parser.add_argument(
        "--trust", type=Path, action="append", default=[], metavar="CERT.pem", help="certificat d’une borne connue"
    )
    parser.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Write the proof; return the exit status."""
    from kiosk.commands.trusted import trusted_certificates
    from kiosk.proof.keys import UnusableKey
    from kiosk.proof.model import Verdict
    from kiosk.proof.verify import verify_receipt

    try:
        pdf = args.receipt.read_bytes()
        trusted = trusted_certificates(args.trust)
    except (OSError, UnusableKey) as error:
        return _refused(str(error) if isinstance(error, UnusableKey) else f"{error.strerror} : {args.receipt.name}", 2)
    report = verify_receipt(pdf, [], trusted)
    if report.verdict is not Verdict.GENUINE:
        return _refused(report.sentence, 1 if report.verdict is Verdict.ALTERED else 2)
    return _write(pdf, args.number, args.out or Path(f"page-{args.number}.preuve"))


def _write(pdf: bytes, number: int, path: Path) -> int:
    """The proof of page `number` of a genuine receipt into `path`, which must not exist."""
    from kiosk.proof.attachments import Unreadable, read_attachments
    from kiosk.proof.manifest import decode_manifest
    from kiosk.proof.page_proof import prove_page

    attached = read_attachments(pdf)
    if isinstance(attached, Unreadable):
        raise AssertionError("a genuine receipt has its attachments")
    manifest = decode_manifest(attached.manifest)
    count = len(manifest.pages)
    try:
        proof = prove_page(manifest, attached.proof, number)
    except IndexError:
        return _refused(say(_LANGUAGE, _NO_SUCH_PAGE, number=number, count=count), 1)
    try:
        with path.open("xb") as file:
            file.write(proof)
    except FileExistsError:
        return _refused(say(_LANGUAGE, _EXISTS, name=path.name), 2)
    sys.stdout.write(say(_LANGUAGE, _WRITTEN, number=number, count=count, name=path.name) + "\n")
    return 0


def _refused(sentence: str, status: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return status
