"""What goes into the envelope, as one PDF to print: letter, slip twice, address sheet, and the pages numbered n/N."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from fpdf import FPDF

from kiosk.assets import asset
from kiosk.guides.channels import RegisteredMail
from kiosk.proof import wording
from kiosk.proof.letter import Letter, render_letter, render_slip
from kiosk.proof.model import Manifest
from kiosk.proof.sheet import HAIRLINE, MARGIN, QUIET, TINT, WIDTH, Sheet
from kiosk.words import SOURCE_LANGUAGE, mark, say_many

_POINT = 25.4 / 72
_FOLIO_SIZE = 8.0
_BOX = (104.0, 52.0)
"""Width and height of the address, in millimetres: the window of a French envelope, and a label to paste, alike."""
_ADVICE = {
    RegisteredMail.NO: mark("Envoi simple possible. Le recommandé laisse une preuve."),
    RegisteredMail.ADVISED: mark("Recommandé avec avis de réception conseillé."),
    RegisteredMail.REQUIRED: mark("Recommandé avec avis de réception obligatoire."),
}


@dataclass(frozen=True, slots=True)
class Post:
    """Where the letter goes. `address` are its lines, empty where nobody verified them: they are then left to write."""

    number: str
    address: tuple[str, ...]
    registered: RegisteredMail
    last_day: str = ""
    """The last day to post it, in words; empty where no deadline binds."""


def render_pack(manifest: Manifest, bundle: bytes, post: Post, today: dt.datetime) -> bytes:
    """The whole pack as one PDF. `bundle` are the pages; each gets its place, n/N, at its foot."""
    parts = [
        _address_sheet(manifest, post, today),
        render_letter(Letter.COVER, manifest, {"number": post.number, "sent": "", "reference": ""}, today),
        render_slip(manifest, post.number, today),
    ]
    pack = pikepdf.new()
    for part in parts:
        with pikepdf.open(io.BytesIO(part)) as document:
            pack.pages.extend(document.pages)
    with pikepdf.open(io.BytesIO(bundle)) as document:
        sizes = [_size(page) for page in document.pages]
        with pikepdf.open(io.BytesIO(_folios(sizes, post.number))) as folios:
            for page, folio in zip(document.pages, folios.pages, strict=True):
                page.add_overlay(folio, pikepdf.Rectangle(page.cropbox))
        pack.pages.extend(document.pages)
        out = io.BytesIO()
        pack.save(out, deterministic_id=True)
    return out.getvalue()


def _address_sheet(manifest: Manifest, post: Post, today: dt.datetime) -> bytes:
    """What to write on the envelope and on the form of a registered letter."""
    title = f"Pli postal du reçu {post.number}"
    sheet = Sheet(title=title, when=today, running_head=title, foot=f"{title} · à garder, ne pas envoyer")
    sheet.mark(MARGIN + 5, 20.6, 5)
    sheet.line_of(mark("Votre pli à poster"), MARGIN + 13, 16, 17, bold=True)
    sheet.set_y(32)
    pages = say_many(SOURCE_LANGUAGE, "{count} page", "{count} pages", len(manifest.pages))
    sheet.paragraph(f"{manifest.body} · {manifest.guide_title} · {pages}", 12, bold=True)
    sheet.paragraph(_ADVICE[post.registered], 12)
    if post.last_day:
        sheet.paragraph(f"Dernier jour pour poster : {post.last_day}", 14, bold=True, after=2)
    sheet.heading([mark("Destinataire, à découper et coller")])
    _box(sheet, (manifest.body, *post.address), blanks=0 if post.address else 4)
    sheet.heading([mark("Expéditeur, à écrire")])
    _box(sheet, (), blanks=4)
    sheet.heading([mark("À reporter sur l’imprimé du recommandé")])
    for label, value in (
        (mark("Référence de l’expéditeur"), post.number),
        (mark("Objet"), manifest.guide_title),
        (mark("Numéro du recommandé, donné au guichet"), ""),
        (mark("Date du cachet de la poste"), ""),
    ):
        _line(sheet, label, value)
    sheet.heading([mark("Dans l’enveloppe, dans cet ordre")])
    for step in (
        mark("1. La lettre, signée."),
        mark("2. Le bordereau des pages, en deux exemplaires."),
        mark("3. Les pages, sans agrafe."),
        mark("Gardez cette feuille et la preuve de dépôt. Montrez-les au conseiller."),
    ):
        sheet.paragraph(step, 11, after=0.2)
    return bytes(sheet.output())


def _box(sheet: Sheet, lines: Sequence[str], *, blanks: int) -> None:
    width, height = _BOX
    height = height if blanks else 12 + 7.5 * len(lines)
    sheet.room(height + 4)
    top = sheet.get_y() + 1
    sheet.set_draw_color(*HAIRLINE)
    sheet.set_line_width(0.3)
    sheet.set_dash_pattern(dash=1.6, gap=1.4)
    sheet.rect(MARGIN, top, width, height)
    sheet.set_dash_pattern()
    y = top + 5
    for rank, line in enumerate(lines):
        size = sheet.fitting(line, width - 12, 13, bold=rank == 0)
        sheet.line_of(line, MARGIN + 6, y, size, bold=rank == 0)
        y += 7.5
    for _ in range(blanks):
        y += 9
        if y < top + height - 3:
            sheet.line(MARGIN + 6, y, MARGIN + width - 6, y)
    sheet.set_y(top + height + 1)


def _line(sheet: Sheet, label: str, value: str) -> None:
    sheet.room(11)
    top = sheet.get_y()
    sheet.set_fill_color(*TINT)
    sheet.rect(MARGIN, top, WIDTH - 2 * MARGIN, 9.6, style="F")
    sheet.line_of(label, MARGIN + 3, top + 2.4, 9, colour=QUIET)
    sheet.line_of(value, MARGIN + 78, top + 1.8, 11, bold=True)
    sheet.set_y(top + 10.6)


def last_day_words(day: dt.date | None) -> str:
    """A day in words; empty for none."""
    at = None if day is None else dt.datetime.combine(day, dt.time(), dt.UTC)
    return "" if at is None else wording.long_date(at, SOURCE_LANGUAGE)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height of a page in points, as it is seen."""
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    return right - left, top - bottom


def _folios(sizes: Sequence[tuple[float, float]], number: str) -> bytes:
    """One transparent page for each page, with its place in the pack at its foot."""
    pdf = FPDF(unit="pt")
    pdf.set_auto_page_break(False)
    pdf.add_font("Andika", "B", str(asset("fonts", "Andika-Bold.ttf")))
    for place, (width, height) in enumerate(sizes, 1):
        pdf.add_page(format=(width, height))
        size = _FOLIO_SIZE * max(width / (210 / _POINT), 0.6)
        pdf.set_font("Andika", "B", size)
        text = f"Reçu n° {number} · page {place}/{len(sizes)}"
        wide = pdf.get_string_width(text) + size
        x, y = (width - wide) / 2, height - 2.1 * size
        pdf.set_fill_color(255, 255, 255)
        pdf.set_draw_color(28, 42, 41)
        pdf.set_line_width(0.5)
        pdf.rect(x, y, wide, 1.6 * size, style="FD")
        pdf.set_xy(x, y)
        pdf.cell(wide, 1.6 * size, text, align="C")
    return bytes(pdf.output())
