"""Reading the guide files, and saying in one sentence what is wrong with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from kiosk.assets import asset
from kiosk.guides.french import explain
from kiosk.guides.schema import Guide
from kiosk.guides.strict_yaml import StrictLoader

MAX_FILE_BYTES = 256 * 1024


class GuideError(Exception):
    """A guide that cannot be used. The message is one French sentence that names the file and the field."""


class UnknownGuide(GuideError):
    """No guide of that name."""


@dataclass(frozen=True, slots=True)
class GuideLibrary:
    """The guides at hand, in the order they are shown."""

    guides: tuple[Guide, ...]

    def get(self, guide_id: str) -> Guide:
        """The guide `guide_id`; raises `UnknownGuide`."""
        for guide in self.guides:
            if guide.id == guide_id:
                return guide
        known = ", ".join(guide.id for guide in self.guides) or "aucune"
        raise UnknownGuide(f"La démarche «\u00a0{guide_id}\u00a0» n’existe pas\u00a0; il y a\u00a0: {known}.")

    def all(self) -> tuple[Guide, ...]:
        """Every guide, withdrawn ones included."""
        return self.guides

    def offered(self) -> tuple[Guide, ...]:
        """Those a visitor may choose."""
        return tuple(guide for guide in self.guides if guide.offered)


def load_guides(folder: Path | None = None) -> GuideLibrary:
    """All the guides of `folder` (those shipped, by default); raises `GuideError` on the first that is wrong."""
    return library(load_guide(path) for path in guide_files(folder))


def library(guides: Iterable[Guide]) -> GuideLibrary:
    """Guides in the order they are shown."""
    return GuideLibrary(tuple(sorted(guides, key=lambda guide: (guide.rank, guide.id))))


def guide_files(folder: Path | None = None) -> tuple[Path, ...]:
    """The guide files of `folder`, by name; raises `GuideError` when there is none."""
    place = folder if folder is not None else asset("guides")
    files = tuple(sorted(place.glob("*.yaml")))
    if not files:
        raise GuideError(f"{place}\u00a0: aucun guide (fichier .yaml) dans ce dossier.")
    return files


def load_guide(path: Path) -> Guide:
    """The guide in the file `path`; raises `GuideError`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise GuideError(f"{path.name}\u00a0: le fichier ne peut pas être lu ({error.strerror}).") from error
    if len(raw) > MAX_FILE_BYTES:
        raise GuideError(f"{path.name}\u00a0: le fichier est trop gros pour un guide.")
    try:
        content = yaml.load(raw, Loader=StrictLoader)  # noqa: S506 — a SafeLoader, stricter
    except yaml.YAMLError as error:
        raise GuideError(f"{path.name}\u00a0: {_where(error)}ce n’est pas du YAML lisible.") from error
    except (UnicodeDecodeError, ValueError) as error:
        raise GuideError(f"{path.name}\u00a0: ce n’est pas du texte YAML lisible.") from error
    if not isinstance(content, dict):
        raise GuideError(f"{path.name}\u00a0: le fichier ne contient pas un guide.")
    try:
        guide = Guide.model_validate(content)
    except ValidationError as error:
        raise GuideError(f"{path.name}\u00a0: {explain(error)}.") from error
    if path.stem != guide.id:
        raise GuideError(
            f"{path.name}\u00a0: le champ «\u00a0id\u00a0» dit «\u00a0{guide.id}\u00a0», le nom du fichier autre chose."
        )
    return guide


def _where(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        reason = f"{error.problem}\u00a0; " if error.problem and error.problem.startswith("«") else ""
        return f"ligne {error.problem_mark.line + 1}, {reason}"
    return ""
