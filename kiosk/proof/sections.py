"""The sections of the A4 receipt, in the order they are read."""

import io
from collections.abc import Mapping, Sequence

from PIL import Image

from kiosk.proof import procedure, wording
from kiosk.proof.evidence import Evidence
from kiosk.proof.keys import Certificate, grouped
from kiosk.proof.manifest import page_root
from kiosk.proof.model import LedgerPosition, Manifest, PageEntry, ProofLevel
from kiosk.proof.shaped_lines import WHITE
from kiosk.proof.sheet import GREEN, HAIRLINE, INK, MARGIN, PROBLEM, QUIET, WIDTH, Sheet
from kiosk.words import in_french, mark, say

CODE_SIDE = 39.6
"""Millimetres: 61 modules of 0.65 mm, five dots of a 203 dpi printer."""
_INNER = WIDTH - 2 * MARGIN
_LEFT = _INNER - CODE_SIDE - 8
_THUMBNAIL = (14.0, 19.8)
_THUMBNAIL_PIXELS = (165, 234)
_PROBLEM_TINT = (251, 238, 235)


def opening(sheet: Sheet, manifest: Manifest, proof_text: str) -> None:
    """The title, the date and the hour in the largest letters, what was handed over, and the PROOF code."""
    languages = wording.languages(manifest)
    sheet.mark(MARGIN + 5, 20.6, 5)
    sheet.line_of(wording.TITLE, MARGIN + 13, 11.5, 25, bold=True, colour=GREEN)
    sheet.line_of_both(_each(languages, wording.SUBTITLE), MARGIN + 13.3, 23.4, 9, colour=QUIET)
    sheet.code(proof_text, WIDTH - MARGIN - CODE_SIDE, 15, CODE_SIDE)
    _code_caption(sheet, languages)

    date = wording.long_date(manifest.issued_at, languages[0])
    clock = wording.hour(manifest.issued_at, languages[0])
    size = sheet.fitting(date, _LEFT, 38, bold=True)
    sheet.set_y(33)
    sheet.paragraph(date, size, width=_LEFT + 4, bold=True, after=-3)
    sheet.paragraph(clock, 38, width=_LEFT, bold=True, after=-1)
    if len(languages) > 1:
        second = languages[1]
        also = f"{wording.long_date(manifest.issued_at, second)}, {wording.hour(manifest.issued_at, second)}"
        sheet.paragraph(also, 11, width=_LEFT, colour=QUIET)
    sheet.set_y(max(sheet.get_y() + 2, 70))
    for rank, language in enumerate(languages):
        if rank == 0:
            sheet.paragraph(wording.lead(manifest, language), 17, bold=True, colour=GREEN, after=0)
        else:
            sheet.paragraph(wording.lead(manifest, language), 10, colour=QUIET)
    sheet.set_y(sheet.get_y() + 1)


def missing(sheet: Sheet, manifest: Manifest) -> None:
    """What was asked for and not given, where nobody can overlook it."""
    if not manifest.missing:
        return
    languages = wording.languages(manifest)
    texts = [wording.missing(manifest, language) for language in languages]
    inner = _INNER - 10
    first = sheet.height_of(texts[0], 13.5, inner, bold=True)
    second = sheet.height_of(texts[1], 9.5, inner) + 0.8 if len(texts) > 1 else 0
    height = first + second + 5
    sheet.room(height)
    top = sheet.get_y()
    sheet.panel(top, height, fill=_PROBLEM_TINT, edge=PROBLEM)
    sheet.set_y(top + 2.2)
    sheet.paragraph(texts[0], 13.5, x=MARGIN + 5, width=inner, bold=True, colour=PROBLEM, after=0)
    sheet.ground = _PROBLEM_TINT
    for text in texts[1:]:
        sheet.paragraph(text, 9.5, x=MARGIN + 5, width=inner, colour=PROBLEM, after=0)
    sheet.ground = WHITE
    sheet.set_y(top + height + 4)


def facts(sheet: Sheet, manifest: Manifest, number: str) -> None:
    """To whom, for what, how, where: four facts in two columns, then the small numbers."""
    languages = wording.languages(manifest)
    place = "\n".join(filter(None, (manifest.site, manifest.site_phone)))
    entries = [
        (mark("Organisme"), manifest.body),
        (mark("Démarche"), manifest.guide_title),
        (mark("Envoi"), wording.channel(manifest.channel, languages[0])),
        (mark("Lieu"), place),
    ]
    column = (_INNER - 6) / 2
    for pair in (entries[:2], entries[2:]):
        heights = [sheet.height_of(value, 10.5, column) for _, value in pair]
        sheet.room(max(heights) + 6)
        top = sheet.get_y()
        for rank, (name, value) in enumerate(pair):
            x = MARGIN + rank * (column + 6)
            sheet.line_of_both(_each(languages, name), x, top, 8, colour=QUIET)
            sheet.set_y(top + 3.9)
            sheet.paragraph(value, 10.5, x=x, width=column)
        sheet.set_y(top + max(heights) + 5.6)
    if wording.names_a_trusted_person(manifest):
        for language in languages[1:]:
            sheet.paragraph(wording.channel(manifest.channel, language), 9, colour=QUIET)
    small = (
        f"Reçu n° {number} · borne {manifest.kiosk} · heure {wording.offset(manifest.issued_at)}, "
        f"donnée par : {manifest.clock_source} · démarche {manifest.guide_id}, version {manifest.guide_version}"
    )
    sheet.paragraph(small, 7, colour=QUIET)


def pages(sheet: Sheet, manifest: Manifest, thumbnails: Mapping[int, bytes]) -> None:
    """Every page: number, what it was read as, fingerprint, doubts kept, and a small picture where there is one."""
    languages = wording.languages(manifest)
    sheet.heading(_each(languages, mark("Vos pages")), room=30)
    for entry in manifest.pages:
        _page(sheet, entry, _small_picture(thumbnails.get(entry.number)), languages)
    sheet.rule(sheet.get_y())
    sheet.set_y(sheet.get_y() + 1.2)
    note = in_french(
        "Les chiffres sous chaque page sont son empreinte (SHA-256). Une page changée a une autre empreinte."
    )
    sheet.room(6)
    sheet.paragraph(say(languages[0], note), 7.5, colour=QUIET)


def level(sheet: Sheet, manifest: Manifest, evidence: Evidence) -> None:
    """The four levels with the one reached, what it proves and what it does not prove."""
    languages = wording.languages(manifest)
    sheet.heading(_each(languages, mark("Ce que ce reçu prouve")), room=62)
    _ladder(sheet, manifest.level, languages[0])
    words = wording.LEVELS[manifest.level]
    for rank, language in enumerate(languages):
        size, colour = (10.5, INK) if rank == 0 else (8.5, QUIET)
        sheet.paragraph(say(language, words.proves, body=manifest.body), size, colour=colour)
    sheet.heading(_each(languages, mark("Ce qu’il ne prouve pas")), room=26)
    for rank, language in enumerate(languages):
        size, colour = (10.5, INK) if rank == 0 else (8.5, QUIET)
        never = wording.never_proved(manifest.issued_at, evidence.since, language)
        text = " ".join((say(language, words.does_not, body=manifest.body), *never))
        sheet.room(sheet.height_of(text, size, _INNER) + 2)
        sheet.paragraph(text, size, colour=colour)


def remedies(sheet: Sheet, manifest: Manifest) -> None:
    """Deadlines and remedies, as the guide gives them."""
    languages = wording.languages(manifest)
    lists = ((mark("Vos délais"), manifest.deadline_notes), (mark("En cas de désaccord"), manifest.remedies))
    for title, notes in lists:
        if not notes:
            continue
        sheet.heading(_each(languages, title))
        for note in notes:
            sheet.room(sheet.height_of(note, 10, _INNER - 5) + 2)
            top = sheet.get_y()
            sheet.set_fill_color(*GREEN)
            sheet.ellipse(MARGIN + 0.6, top + 1.8, 1.3, 1.3, style="F")
            sheet.paragraph(note, 10, x=MARGIN + 5, width=_INNER - 5)


def acknowledgement(sheet: Sheet, manifest: Manifest) -> None:
    """Room for the public body's own words: the mentions of CRPA, article R112-11-1, left blank."""
    languages = wording.languages(manifest)
    sheet.heading(_each(languages, mark("Accusé de réception de l’organisme")), room=66)
    hint = in_french("À remplir par l’organisme, ou à agrafer ici. Sans lui, demandez-le par écrit.")
    sheet.paragraph(say(languages[0], hint), 8.5, colour=QUIET)
    top, height = sheet.get_y() + 0.5, 45.0
    sheet.set_draw_color(*GREEN)
    sheet.set_line_width(0.35)
    sheet.rect(MARGIN, top, _INNER, height, round_corners=True, corner_radius=2)
    stamp = 58.0
    blanks = (
        in_french("Reçu le (date et heure)"),
        in_french("Numéro d’enregistrement"),
        in_french("Service, adresse, téléphone"),
        in_french("Décision implicite le, voies de recours"),
        in_french("Nombre de pages reçues"),
    )
    width = _INNER - stamp - 9
    for rank, name in enumerate(blanks):
        y = top + 2.6 + rank * 8.4
        sheet.line_of(say(languages[0], name), MARGIN + 4, y, 8, colour=QUIET)
        sheet.set_draw_color(*HAIRLINE)
        sheet.set_line_width(0.25)
        sheet.line(MARGIN + 4, y + 7, MARGIN + 4 + width, y + 7)
    x = WIDTH - MARGIN - stamp
    sheet.set_draw_color(*HAIRLINE)
    sheet.line(x - 1, top + 3, x - 1, top + height - 3)
    sheet.line_of(say(languages[0], in_french("Cachet et signature")), x + 2, top + 2.6, 8, colour=QUIET)
    sheet.set_y(top + height + 2)


_HOW_TO_VERIFY = (
    in_french("Sans rien installer : ouvrez « verifier.html » de la borne. Ou : « kiosk verify recu.pdf page.jpg »."),
    in_french("Avec les outils de tous (borne.pem est le certificat de la borne). Le fichier est entier et signé :"),
    in_french("S’il a été horodaté depuis (autorite.pem est le certificat de l’autorité) :"),
    in_french("Le code de preuve (preuve.cbor, COSE ES256) est signé par la même borne :"),
    in_french("Le code désigne la liste des pages, la liste désigne la page (réponse attendue : 1) :"),
    in_french("Une copie scellée s’ouvre avec votre clé :"),
    in_french("Un certificat expiré depuis n’annule pas le reçu."),
    in_french("La borne qui a signé a cette empreinte. Comparez-la avec celle que donne ce lieu :"),
)
_COMMANDS = ((), procedure.SIGNED_FILE, procedure.STAMPED, procedure.SIGNED_CODE, procedure.PAGES, procedure.UNSEAL)


def verification(
    sheet: Sheet, manifest: Manifest, position: LedgerPosition, certificate: Certificate, evidence: Evidence
) -> None:
    """How a stranger verifies the receipt without us, with the numbers that takes."""
    languages = wording.languages(manifest)
    sheet.heading(_each(languages, mark("Comment vérifier")), room=70)
    said = [say(languages[0], step) for step in _HOW_TO_VERIFY]
    for step, commands in zip(said, (*_COMMANDS, (), ()), strict=True):
        sheet.room(6 + 3.4 * len(commands))
        sheet.paragraph(step, 8.5, after=0.4)
        for command in commands:
            sheet.line_of(f"$ {command}", MARGIN + 3, sheet.get_y(), 6.8, colour=QUIET)
            sheet.set_y(sheet.get_y() + 3.1)
        sheet.set_y(sheet.get_y() + (0.8 if commands else 0))
    sheet.room(22)
    sheet.paragraph(certificate.fingerprint, 9, bold=True, colour=GREEN)
    numbers = [
        f"Registre : ligne {position.sequence}, tête {grouped(position.head)}",
        f"Pages : racine {grouped(page_root(manifest))}",
    ]
    if evidence.log is not None:
        checkpoint = evidence.log.checkpoint
        numbers.append(f"Journal {checkpoint.origin} : {checkpoint.size} lignes, racine {grouped(checkpoint.root)}")
    for text in numbers:
        sheet.paragraph(text, 6.5, colour=QUIET, after=0.2)
    if manifest.keep_until:
        sheet.set_y(sheet.get_y() + 2)
        kept = mark("La copie scellée est gardée jusqu’au {date}, puis effacée.")
        for rank, language in enumerate(languages):
            date = wording.long_date(manifest.keep_until, language)
            size = 9.5 if rank == 0 else 8
            sheet.room(7)
            sheet.paragraph(say(language, kept, date=date), size, colour=INK if rank == 0 else QUIET)


def _code_caption(sheet: Sheet, languages: Sequence[str]) -> None:
    x, y = WIDTH - MARGIN - CODE_SIDE, 15 + CODE_SIDE + 2.4
    for rank, language in enumerate(languages):
        size, colour = (8.5, GREEN) if rank == 0 else (7, QUIET)
        sheet.set_y(y)
        text = say(language, mark("Code de preuve. Vous pouvez le montrer et le photocopier."))
        sheet.paragraph(text, size, x=x, width=CODE_SIDE + 2, colour=colour)
        y = sheet.get_y()


def _page(sheet: Sheet, entry: PageEntry, picture: Image.Image | None, languages: Sequence[str]) -> None:
    label = wording.page_label(entry, languages[0])
    doubt = wording.doubts(entry, languages[0])
    x = MARGIN + 12 + (_THUMBNAIL[0] + 4 if picture else 0)
    width = WIDTH - MARGIN - x
    text_height = sheet.height_of(label, 10.5, width, bold=True) + 3.4 + (4.4 if doubt else 0)
    height = max(text_height, _THUMBNAIL[1] + 1 if picture else 0) + 2.4
    sheet.room(height)
    top = sheet.get_y()
    sheet.rule(top)
    sheet.line_of(str(entry.number), MARGIN, top + 0.6, 12.5, bold=True, colour=GREEN)
    if picture:
        _place(sheet, picture, MARGIN + 12, top + 1.5)
    sheet.set_y(top + 1)
    sheet.paragraph(label, 10.5, x=x, width=width, bold=True, after=-0.3)
    sheet.line_of(grouped(entry.digest), x, sheet.get_y(), 6.8, colour=QUIET)
    if doubt:
        sheet.line_of(doubt, x, sheet.get_y() + 3.4, 9, colour=PROBLEM)
    sheet.set_y(top + height)


def _place(sheet: Sheet, picture: Image.Image, x: float, y: float) -> None:
    scale = min(_THUMBNAIL[0] / picture.width, _THUMBNAIL[1] / picture.height)
    width, height = picture.width * scale, picture.height * scale
    sheet.image(picture, x, y, width, height)
    sheet.set_draw_color(*HAIRLINE)
    sheet.set_line_width(0.2)
    sheet.rect(x, y, width, height)


def _small_picture(data: bytes | None) -> Image.Image | None:
    """A grey picture small enough for paper; None where there is none, or one that cannot be opened."""
    if not data:
        return None
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.draft("L", _THUMBNAIL_PIXELS)
            small = image.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    small.thumbnail(_THUMBNAIL_PIXELS)
    return small


def _ladder(sheet: Sheet, reached: ProofLevel, language: str) -> None:
    steps = list(ProofLevel)
    width = (_INNER - 3 * 3) / len(steps)
    top, height = sheet.get_y() + 0.6, 11.5
    for rank, step in enumerate(steps):
        x = MARGIN + rank * (width + 3)
        done = rank <= steps.index(reached)
        sheet.set_fill_color(*(GREEN if done else (255, 255, 255)))
        sheet.set_draw_color(*(GREEN if done else HAIRLINE))
        sheet.set_line_width(0.35)
        sheet.rect(x, top, width, height, style="DF", round_corners=True, corner_radius=2)
        ink = (255, 255, 255) if done else QUIET
        name = say(language, wording.LEVELS[step].name)
        sheet.line_of(step.value, x + 3, top + 1.4, 8, bold=True, colour=ink)
        size = sheet.fitting(name, width - 6, 9.5)
        sheet.line_of(name, x + 3, top + 5.2, size, bold=False, colour=ink)
    sheet.set_y(top + height + 2.4)


def _each(languages: Sequence[str], message: str) -> list[str]:
    return [say(language, message) for language in languages]
