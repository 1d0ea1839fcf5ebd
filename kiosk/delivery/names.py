"""The name of a bundle on a mediator’s computer: plain ASCII, from the guide’s rule, nothing of the person."""

import datetime as dt
import re
import unicodedata

MAX_NAME_LENGTH = 80
_EXTENSION = ".pdf"
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)
"""File names that Windows keeps for itself."""


def bundle_name(template: str, *, number: str, guide_id: str, body: str, date: dt.date) -> str:
    """Fill the guide’s `output.name`; fields are {number}, {guide}, {body} and {date}.

    The result has only letters, digits, "-" and "_", ends in ".pdf" and is never a path. Raises `ValueError` on a
    template with other fields: a name must not carry what was read on the papers.
    """
    fields = {"number": number, "guide": guide_id, "body": body, "date": date.isoformat()}
    stem = template.removesuffix(_EXTENSION)
    try:
        filled = stem.format_map({name: plain(value) for name, value in fields.items()})
    except (KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"unknown field in the name of the bundle: {error}") from error
    name = plain(filled)[: MAX_NAME_LENGTH - len(_EXTENSION)].strip("-_") or "dossier"
    if name.lower() in _DEVICE_NAMES:
        name = f"{name}_"
    return name + _EXTENSION


def plain(text: str) -> str:
    """`text` without accents; anything but letters, digits, "-" and "_" becomes one "-"."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9_-]+", "-", bare).strip("-")
