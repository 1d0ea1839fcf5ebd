"""`kiosk submit`: the same visit without a screen, for mediators' scripts, tests and measurements."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.application.desk import Desk
    from kiosk.service.live import LiveVisit, Trusted
    from kiosk.service.submissions import Issued
    from kiosk.settings import Settings

UNUSABLE = 2
MEDIA_TYPES = {
    b"\xff\xd8": "image/jpeg",
    b"\x89P": "image/png",
    b"II": "image/tiff",
    b"MM": "image/tiff",
    b"%P": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that a public body might send back, kept all the same: no one is there to ask."""

    file: str
    page: int
    problems: tuple[str, ...]


class CannotSubmit(Exception):
    """Nothing was submitted. The message is one French sentence."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`kiosk submit`."""
    parser = commands.add_parser("submit", help="remettre des papiers et recevoir le reçu, sans écran")
    parser.add_argument("--guide", required=True, metavar="ID", help="la démarche (`kiosk guides list`)")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="où écrire les papiers (ici)")
    parser.add_argument("--language", default="fr", help="langue du reçu, en plus du français")
    parser.add_argument("--also-for", metavar="NOM", help="qui pourra aussi ouvrir les pages : la personne l’a demandé")
    parser.add_argument("--json", action="store_true", help="le résultat en JSON")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="JPEG, PNG, TIFF ou PDF")
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """0 with the receipt number and the files written; 2 and one sentence where nothing was submitted."""
    from kiosk.application.desk import open_desk
    from kiosk.guides.library import GuideError
    from kiosk.proof.keys import UnusableKey
    from kiosk.settings import load_settings
    from kiosk.storage.engine import RegistryUnavailable
    from kiosk.storage.ledger import LedgerError
    from kiosk.storage.registry_base import RegistryBroken
    from kiosk.storage.space import DISK_FULL, disk_is_full
    from kiosk.storage.vault import StorageFull

    settings = load_settings()
    try:
        desk = open_desk(settings)
        desk.guides.get(arguments.guide)
        result = _submit(desk, settings, arguments)
    except (CannotSubmit, GuideError, UnusableKey) as error:
        sys.stderr.write(f"kiosk submit: {error}\n")
        return UNUSABLE
    except (LedgerError, RegistryBroken, RegistryUnavailable, StorageFull, OSError) as error:
        full = disk_is_full(settings.data_dir)
        sys.stderr.write(f"kiosk submit: {DISK_FULL if full else error}\n")
        return UNUSABLE
    _tell(result, as_json=arguments.json)
    return 0


def _submit(desk: "Desk", settings: "Settings", arguments: argparse.Namespace) -> dict[str, object]:
    trusted = None if arguments.also_for is None else _trusted(settings, arguments.also_for)
    settings.scratch_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    tempfile.tempdir = str(settings.scratch_dir)
    arguments.out.mkdir(parents=True, exist_ok=True)
    contents = [(path, _content(path)) for path in arguments.files]
    visit = desk.visits.open(arguments.language, arguments.guide, trusted)
    try:
        doubtful = tuple(_accept_all(desk, settings, visit, contents))
        issued, missing = _hand_over(desk, visit)
    except BaseException:
        if visit.submission_id is None:
            desk.visits.end(visit, "erased")
        raise
    files = _write_papers(desk, visit, arguments.out)
    desk.visits.end(visit, "finished")
    return {
        "number": issued.number,
        "issued_at": issued.issued_at.isoformat(),
        "pages": issued.pages,
        "missing": list(missing),
        "kept_despite": [asdict(kept) for kept in doubtful],
        "files": [str(path) for path in files],
    }


def _trusted(settings: "Settings", name: str) -> "Trusted":
    """Whom the visitor named: never anybody else than the one who is set."""
    from kiosk.proof.seal import InvalidRecipient, seal
    from kiosk.service.live import Trusted

    if not settings.trusted_name or not settings.trusted_key:
        raise CannotSubmit("Aucune personne de confiance n’est réglée sur cette borne.")
    if name != settings.trusted_name:
        raise CannotSubmit(f"Sur cette borne, la personne de confiance est : {settings.trusted_name}.")
    try:
        seal(b"", [settings.trusted_key])
    except InvalidRecipient as error:
        raise CannotSubmit("La clé de la personne de confiance est inutilisable.") from error
    return Trusted(name, settings.trusted_key)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotSubmit(f"{path.name} : le fichier ne s’ouvre pas ({error.strerror}).") from error


def _accept_all(
    desk: "Desk", settings: "Settings", visit: "LiveVisit", contents: list[tuple[Path, bytes]]
) -> Iterator[Kept]:
    from kiosk.pages.model import UnusableInput
    from kiosk.pages.twoddoc.trust import trust_in
    from kiosk.service.reader import inspections, judge, read_sheet

    trust = trust_in(settings.seals_dir)
    mask_nir = desk.guides.get(visit.guide_id).output.mask_nir
    for path, data in contents:
        media_type = MEDIA_TYPES.get(data[:2], "application/octet-stream")
        try:
            for inspection, number, of in inspections(data, path.name):
                judged = judge(inspection)
                page = desk.visits.accept(visit, data, media_type, judged, judged.problems, (number, of))
                sheet = read_sheet(inspection, settings.ocr_languages, settings.page_seconds, trust, mask_nir=mask_nir)
                desk.visits.record_reading(visit, page, sheet)
                if page.doubts:
                    yield Kept(path.name, number, page.doubts)
        except UnusableInput as error:
            raise CannotSubmit(f"{path.name} : {error}") from error


def _hand_over(desk: "Desk", visit: "LiveVisit") -> "tuple[Issued, tuple[str, ...]]":
    from kiosk.service.checking import what_is_missing

    missing = what_is_missing(desk.guides.get(visit.guide_id), visit, desk.clock.now().date())
    return desk.submissions.submit(visit, missing.months, missing.papers), (*missing.months, *missing.papers)


def _write_papers(desk: "Desk", visit: "LiveVisit", out: Path) -> tuple[Path, ...]:
    papers = {
        "receipt.pdf": desk.submissions.receipt(visit),
        "ticket.png": desk.submissions.ticket(visit),
        "bundle.pdf": desk.submissions.bundle(visit),
    }
    for name, paper in papers.items():
        (out / name).write_bytes(paper)
    return tuple(out / name for name in papers)


def _tell(result: dict[str, object], *, as_json: bool) -> None:
    kept = result["kept_despite"]
    for page in kept if isinstance(kept, list) else []:
        problems = ", ".join(page["problems"])
        sys.stderr.write(f"kiosk submit: {page['file']}, page {page['page']} gardée malgré un doute : {problems}\n")
    if as_json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
        return
    files = result["files"]
    sys.stdout.write(f"{result['number']}\n")
    sys.stdout.write("".join(f"{path}\n" for path in files) if isinstance(files, list) else "")
