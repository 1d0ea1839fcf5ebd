"""A letter to the public body, with its transmittal slip: every page handed over and its fingerprint.

The words are in `assets/letters`; nothing is filled in but what the submission holds. Name, address and signature are
left blank: they belong to whoever sends it.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from kiosk.assets import asset
from kiosk.proof import wording
from kiosk.proof.keys import grouped
from kiosk.proof.manifest import page_root
from kiosk.proof.model import Manifest
from kiosk.proof.sheet import HAIRLINE, MARGIN, QUIET, WIDTH, Sheet
from kiosk.words import SOURCE_LANGUAGE, mark, say_many

_INNER = WIDTH - 2 * MARGIN
_BLANKS = (mark("Nom et prénom"), mark("Adresse"), mark("Numéro de dossier chez l’organisme"))


class Letter(StrEnum):
    """The letters there are, by the name of their file."""

    COVER = "envoi"
    """Goes with the pages themselves, by post."""
    MISSING_PAGES = "pages-manquantes"
    REMINDER = "relance"
    REMINDER_BY_POST = "relance-courrier"
    """For what was posted: the law of requests (L112-3) speaks of it, not that of electronic messages (L112-11)."""


def render_letter(letter: Letter, manifest: Manifest, values: Mapping[str, object], today: dt.datetime) -> bytes:
    """The letter and its slip, A4 (PDF/A-3U, to be signed by hand). `values` fill what the manifest does not hold:
    number, sent (a date in words), counted (pages) for missing pages; `reference` may be empty.
    """
    filled = {
        "issued": wording.long_date(manifest.issued_at, SOURCE_LANGUAGE),
        "pages": _pages(len(manifest.pages)),
        "guide": manifest.guide_title,
        "body": manifest.body,
        "today": wording.long_date(today, SOURCE_LANGUAGE),
        **values,
    }
    if "counted" in values:
        counted = int(str(values["counted"]))
        filled |= {"counted": _pages(counted), "missing": len(manifest.pages) - counted}
    reference = str(values.get("reference") or "")
    filled["reference"] = f" (référence {reference})" if reference else ""
    subject, *paragraphs = _template(letter).format(**filled).split("\n\n")
    number = str(values.get("number", ""))
    sheet = Sheet(
        title=subject.removeprefix("Objet : "),
        when=today,
        running_head=f"Bordereau des pages · reçu n° {number}",
        foot=f"Lettre du {filled['today']} · reçu n° {number}",
    )
    _opening(sheet, manifest, str(filled["today"]))
    sheet.paragraph(subject, 11.5, bold=True, after=4)
    for paragraph in paragraphs:
        _paragraph(sheet, paragraph.strip())
    _signature(sheet)
    _slip(sheet, manifest, number)
    return bytes(sheet.output())


def render_slip(manifest: Manifest, number: str, today: dt.datetime) -> bytes:
    """The slip alone: the copy that the body stamps and gives back."""
    sheet = Sheet(
        title=f"Bordereau du reçu {number}",
        when=today,
        running_head=f"Bordereau des pages · reçu n° {number}",
        foot=f"Bordereau, exemplaire à garder · reçu n° {number}",
    )
    _slip(sheet, manifest, number, first=True)
    sheet.room(44)
    top = sheet.get_y() + 4
    sheet.set_draw_color(*HAIRLINE)
    sheet.rect(MARGIN, top, _INNER, 36)
    sheet.line_of(mark("Tampon et date de l’organisme"), MARGIN + 3, top + 2, 8.5, colour=QUIET)
    return bytes(sheet.output())


def _pages(count: int) -> str:
    return say_many(SOURCE_LANGUAGE, "{count} page", "{count} pages", count)


def _template(letter: Letter) -> str:
    return asset("letters", f"{letter.value}.txt").read_text(encoding="utf-8").strip()


def _opening(sheet: Sheet, manifest: Manifest, today: str) -> None:
    """The sender's blanks at the left, whom it goes to at the right, the date."""
    sheet.set_draw_color(*HAIRLINE)
    sheet.set_line_width(0.25)
    for rank, name in enumerate(_BLANKS):
        y = MARGIN + rank * 12
        sheet.line_of(name, MARGIN, y, 8, colour=QUIET)
        sheet.line(MARGIN, y + 9.5, MARGIN + 82, y + 9.5)
    right = MARGIN + 104
    sheet.set_y(MARGIN + 26)
    sheet.paragraph(manifest.body, 12, x=right, width=WIDTH - MARGIN - right, bold=True)
    sheet.paragraph(
        mark("Par courrier recommandé, ou par votre espace personnel"), 8.5, x=right, width=72, colour=QUIET
    )
    sheet.set_y(MARGIN + 46)
    sheet.paragraph(f"Le {today}", 10.5, x=right, width=72, after=6)


def _paragraph(sheet: Sheet, text: str) -> None:
    lines = text.split("\n")
    if not all(line.startswith("- ") for line in lines):
        sheet.room(sheet.height_of(text, 10.5, _INNER) + 3)
        sheet.paragraph(text, 10.5, after=2.6)
        return
    for line in lines:
        sheet.room(sheet.height_of(line, 10.5, _INNER - 6) + 2)
        top = sheet.get_y()
        sheet.line_of("–", MARGIN + 1, top, 10.5)
        sheet.set_y(top)
        sheet.paragraph(line[2:], 10.5, x=MARGIN + 6, width=_INNER - 6, after=1.2)
    sheet.set_y(sheet.get_y() + 1.6)


def _signature(sheet: Sheet) -> None:
    sheet.room(28)
    top = sheet.get_y() + 4
    sheet.line_of(mark("Signature"), MARGIN + 104, top, 8, colour=QUIET)
    sheet.set_draw_color(*HAIRLINE)
    sheet.line(MARGIN + 104, top + 20, WIDTH - MARGIN, top + 20)
    sheet.set_y(top + 24)


def _slip(sheet: Sheet, manifest: Manifest, number: str, *, first: bool = False) -> None:
    if not first:
        sheet.add_page()
    sheet.heading([mark("Bordereau des pages remises")])
    date = (
        f"{wording.long_date(manifest.issued_at, SOURCE_LANGUAGE)}, {wording.hour(manifest.issued_at, SOURCE_LANGUAGE)}"
    )
    sheet.paragraph(f"Reçu n° {number} · {date} · {manifest.site}", 9.5, after=2)
    for entry in manifest.pages:
        sheet.room(9.5)
        top = sheet.get_y()
        sheet.rule(top)
        sheet.line_of(str(entry.number), MARGIN, top + 1, 10, bold=True)
        sheet.line_of(wording.page_label(entry, SOURCE_LANGUAGE), MARGIN + 12, top + 0.8, 9.5)
        sheet.line_of(grouped(entry.digest), MARGIN + 12, top + 5.1, 6.8, colour=QUIET)
        sheet.set_y(top + 9)
    sheet.rule(sheet.get_y())
    sheet.set_y(sheet.get_y() + 2)
    sheet.room(16)
    sheet.paragraph(mark("Les chiffres sous chaque page sont son empreinte (SHA-256)."), 8, colour=QUIET)
    sheet.paragraph(f"Racine de toutes les pages : {grouped(page_root(manifest))}", 7, colour=QUIET)
