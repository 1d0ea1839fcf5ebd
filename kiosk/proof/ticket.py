"""The 80 mm ticket (may be shown, copied, shared) and the key stub (never leaves its holder)."""

import datetime as dt
from collections.abc import Sequence

from kiosk.proof import wording
from kiosk.proof.code import proof_text
from kiosk.proof.evidence import Bounds, Evidence
from kiosk.proof.keys import grouped
from kiosk.proof.manifest import page_root, receipt_number
from kiosk.proof.model import LedgerPosition, Manifest
from kiosk.proof.strip import INNER, MARGIN, WIDTH, Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

_NO_EVIDENCE = Evidence()
_NO_BOUNDS = Bounds()
CODE_DOTS = 5
"""Dots per module of the PROOF code: 61 modules are 38 mm, the size at which faded prints were still read."""
_KEY_DOTS = 7
_WORD_LINE = 29
"""Dots from one word of the key to the next."""
_FINGERPRINT_LENGTH = 16
_GROUP = 8


def render_ticket(
    manifest: Manifest,
    position: LedgerPosition,
    proof: bytes,
    duplicate: bool = False,
    reprinted_at: dt.datetime | None = None,
    evidence: Evidence = _NO_EVIDENCE,
    known: Bounds = _NO_BOUNDS,
) -> bytes:
    """The ticket as a 1-bit PNG, 576 dots wide at 203 dpi; `proof` is the COSE_Sign1 of the receipt.

    A duplicate is marked, with the time of the first print and that of this one, and with the times between which an
    authority has meanwhile placed the receipt (`known`).
    """
    strip = Strip()
    if duplicate or reprinted_at:
        _duplicate(strip, manifest, reprinted_at, known)
    _opening(strip, manifest)
    _facts(strip, manifest)
    _code(strip, manifest, proof)
    _pages(strip, manifest)
    _level(strip, manifest, evidence)
    _remedies(strip, manifest)
    _small_print(strip, manifest, position, evidence)
    return strip.png()


def render_key_stub(
    identity: str,
    number_or_visit: str,
    issued_at: dt.datetime,
    language: str = SOURCE_LANGUAGE,
    words: Sequence[str] = (),
) -> bytes:
    """The KEY stub as a 1-bit PNG: the age identity as a QR code and in characters, and beside it its twelve `words`.

    The code holds the identity itself (all of it in the alphanumeric alphabet), so that any telephone and the stock
    `age` program are enough to read the sealed copy again. The words are for people: to copy, to read aloud, to type.
    """
    both = wording.spoken(language)
    strip = Strip()
    strip.eye(MARGIN + 26, strip.y + 36, 26)
    strip.text(mark("Votre clé"), 54, bold=True, x=MARGIN + 68)
    strip.skip(6)
    for spoken in both:
        strip.banner(say(spoken, mark("Ne donnez jamais ce ticket.")), 34 if spoken == SOURCE_LANGUAGE else 26)
    if words:
        _code_and_words(strip, identity, words)
    else:
        strip.code(identity, _KEY_DOTS)
    for row in _key_rows(identity):
        strip.centred(row, 19 if words else 23)
    strip.skip(10)
    for spoken in both:
        size = 26 if spoken == SOURCE_LANGUAGE else 22
        strip.text(say(spoken, mark("Elle seule ouvre la copie scellée de vos pages.")), size)
        if words:
            strip.text(say(spoken, mark("Le code ou les douze mots : c’est la même clé.")), size)
        strip.text(say(spoken, mark("Perdue, personne ne peut la refaire. Gardez-la chez vous.")), size)
    strip.rule()
    date = f"{wording.long_date(issued_at, SOURCE_LANGUAGE)}, {wording.hour(issued_at, SOURCE_LANGUAGE)}"
    strip.text(f"{date} · {number_or_visit}", 20)
    return strip.png()


def _code_and_words(strip: Strip, identity: str, words: Sequence[str]) -> None:
    """The code at the left, the words numbered at its right, as high as the code."""
    top = strip.y
    width = strip.code(identity, _KEY_DOTS + 1, 0)
    for place, word in enumerate(words):
        strip.back_to(top + place * _WORD_LINE + 5)
        strip.text(str(place + 1), 17, x=width - 6)
        strip.back_to(top + place * _WORD_LINE)
        strip.text(word, 24, bold=True, x=width + 22)
    strip.back_to(top + len(words) * _WORD_LINE + 6)


def _key_rows(identity: str) -> list[str]:
    """The identity in groups that can be typed: its fixed beginning, then rows of four groups of eight."""
    head, _, rest = identity.partition("1")
    groups = [rest[at : at + _GROUP] for at in range(0, len(rest), _GROUP)]
    return [f"{head}1", *(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))]


def _duplicate(strip: Strip, manifest: Manifest, reprinted_at: dt.datetime | None, known: Bounds) -> None:
    strip.banner("DUPLICATA", 44)
    times = [(mark("Premier tirage"), manifest.issued_at), (mark("Ce tirage"), reprinted_at)]
    for name, when in times:
        if when:
            date = f"{wording.long_date(when, SOURCE_LANGUAGE)}, {wording.hour(when, SOURCE_LANGUAGE)}"
            strip.text(f"{name} : {date}", 24)
    between = wording.between(manifest.issued_at, known, SOURCE_LANGUAGE)
    if between:
        strip.text(between, 24, bold=True)
    strip.skip(10)


def _opening(strip: Strip, manifest: Manifest) -> None:
    languages = wording.languages(manifest)
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(wording.TITLE, 46, bold=True, x=MARGIN + 62)
    subtitles = dict.fromkeys(say(language, wording.SUBTITLE) for language in languages)
    for subtitle in subtitles:
        strip.text(subtitle, 20)
    strip.skip(4)
    strip.fitted(wording.long_date(manifest.issued_at, languages[0]), 84)
    strip.fitted(wording.hour(manifest.issued_at, languages[0]), 76)
    for second in languages[1:]:
        strip.text(f"{wording.long_date(manifest.issued_at, second)}, {wording.hour(manifest.issued_at, second)}", 24)
    strip.skip(10)
    strip.text(wording.lead(manifest, languages[0]), 36, bold=True)
    for second in languages[1:]:
        strip.text(wording.lead(manifest, second), 24)
    strip.skip(6)
    for language in languages:
        lacking = wording.missing(manifest, language)
        if lacking:
            strip.banner(lacking, 32 if language == SOURCE_LANGUAGE else 24)


def _facts(strip: Strip, manifest: Manifest) -> None:
    french = SOURCE_LANGUAGE
    for value in (manifest.guide_title, wording.channel(manifest.channel, french), manifest.site):
        strip.text(value, 25)
    if manifest.site_phone:
        strip.text(say(french, mark("Téléphone : {number}"), number=manifest.site_phone), 25, bold=True)


def _code(strip: Strip, manifest: Manifest, proof: bytes) -> None:
    top = strip.y + 2
    strip.back_to(top)
    width = strip.code(proof_text(proof), CODE_DOTS, x=0)
    bottom = strip.y
    strip.back_to(top + 60)
    for language in wording.languages(manifest):
        size = 24 if language == SOURCE_LANGUAGE else 20
        text = say(language, mark("Code de preuve. Vous pouvez le montrer et le photocopier."))
        strip.text(text, size, x=width, width=WIDTH - width - MARGIN)
        strip.skip(8)
    strip.back_to(max(bottom, strip.y))


def _pages(strip: Strip, manifest: Manifest) -> None:
    french = SOURCE_LANGUAGE
    strip.rule()
    indent = 52
    for entry in manifest.pages:
        top = strip.y
        strip.text(str(entry.number), 27, bold=True)
        strip.back_to(top)
        strip.text(wording.page_label(entry, french), 25, bold=True, x=MARGIN + indent, width=INNER - indent)
        strip.text(grouped(entry.digest, _FINGERPRINT_LENGTH), 20, x=MARGIN + indent)
        doubt = wording.doubts(entry, french)
        if doubt:
            strip.text(doubt, 22, x=MARGIN + indent, width=INNER - indent)
        strip.skip(6)
    strip.text(say(french, mark("Empreinte de toutes les pages :")), 20)
    strip.text(grouped(page_root(manifest)), 20)


def _level(strip: Strip, manifest: Manifest, evidence: Evidence) -> None:
    words = wording.LEVELS[manifest.level]
    strip.rule()
    for language in wording.languages(manifest):
        french = language == SOURCE_LANGUAGE
        if french:
            strip.text(f"{manifest.level.value} · {say(language, words.name)}", 30, bold=True)
        size = 25 if french else 21
        strip.text(say(language, words.proves, body=manifest.body), size)
        strip.skip(4)
        strip.text(say(language, words.does_not, body=manifest.body), size, bold=french)
        for sentence in wording.never_proved(manifest.issued_at, evidence.since, language)[:2]:
            strip.text(sentence, 21 if french else 19)
        strip.skip(6)


def _remedies(strip: Strip, manifest: Manifest) -> None:
    notes = (*manifest.deadline_notes, *manifest.remedies)
    if not notes:
        return
    strip.rule()
    strip.text(say(SOURCE_LANGUAGE, mark("Vos délais et vos recours")), 28, bold=True)
    for note in notes:
        top = strip.y
        strip.text("•", 24)
        strip.back_to(top)
        strip.text(note, 24, x=MARGIN + 24, width=INNER - 24)


def _small_print(strip: Strip, manifest: Manifest, position: LedgerPosition, evidence: Evidence) -> None:
    french = SOURCE_LANGUAGE
    strip.rule()
    if manifest.keep_until:
        date = wording.long_date(manifest.keep_until, french)
        strip.text(say(french, mark("La copie scellée est gardée jusqu’au {date}, puis effacée."), date=date), 22)
    strip.text(say(french, mark("Ce papier pâlit. Gardez-le loin de la chaleur, ou photocopiez-le.")), 22)
    number = receipt_number(manifest.kiosk, position.sequence)
    strip.text(f"Reçu n° {number} · {wording.offset(manifest.issued_at)}, {manifest.clock_source}", 19)
    strip.text(f"Registre {grouped(position.head, _FINGERPRINT_LENGTH)}", 19)
    if evidence.log is not None:
        checkpoint = evidence.log.checkpoint
        strip.text(f"Journal {checkpoint.size} {grouped(checkpoint.root, _FINGERPRINT_LENGTH)}", 19)
