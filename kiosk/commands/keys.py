"""`kiosk keys show|init-root|request|sign|install`: who signs here, and who says so.

The root lives on a machine without network: `init-root` and `sign` run there, `request` and `install` on the kiosk;
only the request and the certificates travel. Exit status: 0 done, 2 not possible.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import SystemClock

if TYPE_CHECKING:
    from kiosk.proof.keys import Certificate
    from kiosk.settings import Settings

UNUSABLE = 2
ROOT_KEY, ROOT_CERTIFICATE = "root.key.pem", "root.cert.pem"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("keys", help="les clés et certificats de la borne")
    actions = parser.add_subparsers(dest="what", required=True)
    show = actions.add_parser("show", help="empreintes, durées, et où se trouve la clé")
    root = actions.add_parser("init-root", help="hors de la borne : créer la racine de l’opérateur")
    root.add_argument("--name", required=True, metavar="NOM", help="le nom de l’opérateur")
    root.add_argument("--out", type=Path, required=True, metavar="DOSSIER", help="une clé USB gardée sous clé")
    request = actions.add_parser("request", help="sur la borne : la demande de certificat, à porter à la racine")
    request.add_argument("--out", type=Path, required=True, metavar="FICHIER")
    sign = actions.add_parser("sign", help="hors de la borne : signer une demande, pour 400 jours")
    sign.add_argument("request", type=Path, metavar="DEMANDE")
    sign.add_argument("--root", type=Path, required=True, metavar="DOSSIER", help="le dossier de la racine")
    sign.add_argument("--out", type=Path, required=True, metavar="FICHIER")
    install = actions.add_parser("install", help="sur la borne : prendre le certificat signé")
    install.add_argument("certificate", type=Path, metavar="CERTIFICAT")
    install.add_argument("--root", type=Path, required=True, metavar="FICHIER", help="root.cert.pem")
    for action in (show, root, request, sign, install):
        action.set_defaults(handler=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns its exit status."""
    from kiosk.proof.keys import UnusableKey
    from kiosk.settings import load_settings

    try:
        match args.what:
            case "show":
                return _show(load_settings())
            case "init-root":
                return _init_root(args.name, args.out)
            case "request":
                return _request(load_settings(), args.out)
            case "sign":
                return _sign(args.request, args.root, args.out)
            case _:
                return _install(load_settings(), args.certificate, args.root)
    except UnusableKey as error:
        sys.stderr.write(f"{error}\n")
        return UNUSABLE


def _show(settings: "Settings") -> int:
    from kiosk.proof.root import is_root
    from kiosk.service.kiosk_key import kept_key, where

    key = kept_key(settings, SystemClock())
    _describe("Borne", key.certificate)
    issuer = key.certificate.parsed.issuer.rfc4514_string().removeprefix("CN=")
    if key.certificate.parsed.issuer == key.certificate.parsed.subject:
        sys.stdout.write("  signé par : elle-même. Aucune racine : comparez l’empreinte à l’œil.\n")
    else:
        sys.stdout.write(f"  signé par : {issuer}\n")
    sys.stdout.write(f"  {where(settings)}\n")
    root = settings.keys_dir / ROOT_CERTIFICATE
    if root.is_file():
        from kiosk.proof.keys import read_certificates

        for certificate in read_certificates(root.read_bytes()):
            if is_root(certificate):
                _describe("Racine", certificate)
    return 0


def _describe(what: str, certificate: "Certificate") -> None:
    sys.stdout.write(f"{what} : {certificate.name}\n  empreinte : {certificate.fingerprint}\n")
    sys.stdout.write(f"  valable du {certificate.valid_from:%d/%m/%Y} au {certificate.valid_until:%d/%m/%Y}\n")


def _init_root(name: str, out: Path) -> int:
    from cryptography.hazmat.primitives import serialization

    from kiosk.proof.root import new_root

    private, certificate = new_root(name, SystemClock().now())
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _write_new(out / ROOT_KEY, secret, 0o600)
    _write_new(out / ROOT_CERTIFICATE, certificate.to_pem(), 0o644)
    _describe("Racine", certificate)
    sys.stdout.write(f"Gardez {ROOT_KEY} hors ligne, en deux exemplaires. Publiez l’empreinte.\n")
    return 0


def _request(settings: "Settings", out: Path) -> int:
    from kiosk.proof.root import new_request
    from kiosk.service.kiosk_key import kept_key

    key = kept_key(settings, SystemClock())
    _write_new(out, new_request(key), 0o644)
    sys.stdout.write(f"{out}\n")
    return 0


def _sign(request: Path, root: Path, out: Path) -> int:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    from kiosk.proof.keys import UnusableKey, read_certificates
    from kiosk.proof.root import sign_request

    certificate = read_certificates((root / ROOT_CERTIFICATE).read_bytes())[0]
    try:
        private = serialization.load_pem_private_key((root / ROOT_KEY).read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise UnusableKey("La clé de la racine est illisible.") from error
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise UnusableKey("La clé de la racine est illisible.")
    signed = sign_request(request.read_bytes(), certificate, private, SystemClock().now())
    _write_new(out, signed, 0o644)
    _describe("Borne", read_certificates(signed)[0])
    return 0


def _install(settings: "Settings", certificate: Path, root: Path) -> int:
    from kiosk.proof.keys import read_certificates
    from kiosk.proof.root import install
    from kiosk.service.kiosk_key import keep_certificate, kept_key
    from kiosk.storage.vault import Vault

    key = kept_key(settings, SystemClock())
    anchor = read_certificates(root.read_bytes())[0]
    renewed = install(key, certificate.read_bytes(), anchor)
    Vault(settings.data_dir).put(settings.keys_dir.name, ROOT_CERTIFICATE, anchor.to_pem())
    keep_certificate(settings, key, renewed)
    _describe("Borne", renewed.certificate)
    sys.stdout.write("Redémarrez la borne pour qu’elle signe avec ce certificat.\n")
    return 0


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """Never over a file that is there: it may be the only key."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)
