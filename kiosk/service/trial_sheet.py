"""The sheet that a trial prints: it proves that the printer prints, says what was found, and can be scanned back."""

import datetime as dt
from collections.abc import Callable, Sequence

from kiosk.journey.staff_views import DeviceFacts, Readiness
from kiosk.proof.sheet import GREEN, MARGIN, PROBLEM, QUIET, WIDTH, Sheet
from kiosk.proof.strip import Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

CODE_SIDE = 40.0
PREFIX = "TEMOIN-ESSAI:"
TITLE = mark("Essai des appareils")
NO_PROOF = mark("Ce papier n’est pas un reçu.")
Words = Callable[[DeviceFacts], str]


def trial_code(kiosk: str, now: dt.datetime, nonce: str) -> str:
    """The text of the code: only the sheet of this very trial counts."""
    return f"{PREFIX}{kiosk}:{now:%Y%m%dT%H%M%S}:{nonce}"


def render_trial_sheet(code: str, kiosk: str, now: dt.datetime, devices: Sequence[DeviceFacts], words: Words) -> bytes:
    """One A4 page (PDF)."""
    head = f"{say(SOURCE_LANGUAGE, TITLE)} · {kiosk}"
    sheet = Sheet(title=head, when=now, running_head=head, foot=say(SOURCE_LANGUAGE, NO_PROOF))
    sheet.line_of(head, MARGIN, MARGIN, 16, bold=True, colour=GREEN)
    sheet.line_of(f"{now:%d/%m/%Y %H:%M}", MARGIN, MARGIN + 9, 11)
    sheet.code(code, WIDTH - MARGIN - CODE_SIDE, MARGIN, CODE_SIDE)
    sheet.set_y(MARGIN + 50)
    for device in devices:
        colour = PROBLEM if device.readiness is Readiness.FAULTY else GREEN
        sheet.set_y(sheet.get_y() + 2)
        sheet.paragraph(words(device), 12, bold=device.readiness is Readiness.FAULTY, colour=colour)
    sheet.set_y(sheet.get_y() + 6)
    sheet.paragraph(say(SOURCE_LANGUAGE, mark("Posez cette feuille sur la vitre, puis relisez-la.")), 11, colour=QUIET)
    return bytes(sheet.output())


def render_trial_ticket(kiosk: str, now: dt.datetime) -> bytes:
    """A short ticket (PNG)."""
    strip = Strip()
    strip.text(say(SOURCE_LANGUAGE, TITLE), 34, bold=True)
    strip.text(f"{kiosk} · {now:%d/%m/%Y %H:%M}", 24)
    strip.text(say(SOURCE_LANGUAGE, NO_PROOF), 24)
    return strip.png()
