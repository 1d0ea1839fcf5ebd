"""The card with the last day to answer a letter: the date in the largest letters, what to do, whom to ask."""

import datetime as dt
from collections.abc import Sequence

from kiosk.proof import wording
from kiosk.proof.strip import MARGIN, Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

_TITLE = mark("Répondez avant la fin de ce jour")
_FROM = mark("Lettre de : {sender}")
_KEEP = mark("Gardez la lettre et son enveloppe.")
_PROOF = mark("Répondez avec une preuve : lettre recommandée, ou reçu de la borne.")
_CHECKED = mark("La borne a lu la lettre, et vous avez confirmé. Vérifiez sur la lettre.")
_HELP = mark("Un conseiller peut vous aider à répondre.")


def render_deadline_card(
    last_day: dt.date, sender: str, printed_at: dt.datetime, site: str, phone: str, language: str, advice: Sequence[str]
) -> bytes:
    """The card as a 1-bit PNG, 576 dots wide. `advice` are sentences of the guide, in French."""
    both = wording.spoken(language)
    strip = Strip()
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(_TITLE, 36, bold=True, x=MARGIN + 62, width=460)
    strip.skip(6)
    strip.fitted(wording.long_date(last_day, SOURCE_LANGUAGE), 84)
    for spoken in both:
        if spoken != SOURCE_LANGUAGE:
            strip.text(f"{say(spoken, _TITLE)} : {wording.long_date(last_day, spoken)}", 26, bold=True)
    strip.skip(6)
    strip.text(say(SOURCE_LANGUAGE, _FROM, sender=sender), 32, bold=True)
    strip.rule()
    for sentence in advice:
        strip.text(sentence, 27)
    for spoken in both:
        for sentence in (_KEEP, _PROOF, _HELP, _CHECKED):
            strip.text(say(spoken, sentence), 25 if spoken == SOURCE_LANGUAGE else 21)
    strip.rule()
    strip.text(f"{site}{f' · {phone}' if phone else ''}", 25, bold=True)
    strip.text(f"{wording.long_date(printed_at, SOURCE_LANGUAGE)}, {wording.hour(printed_at, SOURCE_LANGUAGE)}", 21)
    return strip.png()
