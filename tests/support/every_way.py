"""A guide that allows every way out, made from a shipped one, and the settings of a site that uses them all."""

from pathlib import Path
from typing import Any

import yaml

from kiosk.assets import asset
from tests.support.demarche_server import DEMARCHE, DemarcheServer
from tests.support.mail_server import PASSWORD, USER, MailServer
from tests.support.tls import Certificates

GUIDE = "essai.tout"
TO = "accueil@caf.example"
NAME_CANARY, ADDRESS_CANARY = "CANARI-Aubertin Salomé", "CANARI-14 rue des Lilas"
DETAILS = {"name": NAME_CANARY, "address": ADDRESS_CANARY}
FIELD = "champ_Q2hhbXAtMjI="
FIELDS = {FIELD: "CANARI-champ", "identite_prenom": "CANARI-Salomé"}


def guides(folder: Path, max_pages: int = 20) -> Path:
    """The shipped guides, and one more, in `folder`; its body takes files of at most `max_pages`."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in asset("guides").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    guide: dict[str, Any] = yaml.safe_load(asset("guides", "caf.dtr.yaml").read_text("utf-8"))
    fact = {"verified": False, "checked_on": guide["checked_on"]}
    portal = next(one for one in guide["channels"] if one["kind"] == "portal")
    portal["reserved"] = False
    portal["prefill"] = {"demarche": DEMARCHE, "fields": {FIELD: "Numéro", "identite_prenom": "Prénom"}}
    guide["channels"].append(
        {"kind": "email", "label": {"fr": "Par courriel", "en": "By e-mail"}, "receipt": {"kind": "are"}, **fact}
    )
    guide["id"] = GUIDE
    guide["output"]["max_pages"] = max_pages
    (folder / f"{GUIDE}.yaml").write_text(yaml.safe_dump(guide, allow_unicode=True), "utf-8")
    return folder


def site(
    folder: Path, certificates: Certificates, mail: MailServer | None = None, portal: DemarcheServer | None = None
) -> dict[str, object]:
    """Settings, as `load_settings` takes them."""
    secret = folder / "mail.secret"
    secret.write_text(PASSWORD)
    sticks = folder / "sticks"
    sticks.mkdir(exist_ok=True)
    return {
        "guides_dir": guides(folder / "guides"),
        "mail_host": "127.0.0.1" if mail else "",
        "mail_port": mail.port if mail else 587,
        "mail_user": USER,
        "mail_secret": secret,
        "mail_trust": certificates.authority,
        "mail_sender": USER,
        "mail_folder": folder / "Maildir",
        "mail_addresses": {"caf": TO},
        "demarche_url": portal.url if portal else "",
        "demarche_trust": certificates.authority,
        "stick_folders": (sticks,),
        "stick_mounted": False,
    }


def put_mail(folder: Path, raw: bytes, name: str = "1.report") -> None:
    """What the site's mail program does: a file written aside, then put where it is new."""
    maildir = folder / "Maildir"
    for part in ("tmp", "new", "cur"):
        (maildir / part).mkdir(parents=True, exist_ok=True)
    aside = maildir / "tmp" / name
    aside.write_bytes(raw)
    aside.replace(maildir / "new" / name)
