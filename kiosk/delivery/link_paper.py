"""A ticket with the address of a form begun for the visitor: a code for a telephone, and what to do with it."""

from kiosk.proof import wording
from kiosk.proof.strip import MARGIN, Strip
from kiosk.words import SOURCE_LANGUAGE, mark, say

_DOTS = 6
_TITLE = mark("Votre formulaire est commencé")
_SENTENCES = (
    mark("Ouvrez ce code avec un téléphone, ou avec un conseiller."),
    mark("Vérifiez tout. Ajoutez vos papiers. Puis appuyez sur « Déposer »."),
)
_NOT_SENT = mark("Rien n’est envoyé tant que vous n’avez pas déposé.")
_SECRET = mark("Ce code ouvre votre formulaire. Ne le donnez à personne.")


def render_link(url: str, guide: str, number: str, language: str) -> bytes:
    """The ticket as a 1-bit PNG; its code is `url` and nothing else."""
    strip = Strip()
    strip.eye(MARGIN + 24, strip.y + 30, 24)
    strip.text(_TITLE, 32, bold=True, x=MARGIN + 62, width=500)
    strip.skip(18)
    spoken = wording.spoken(language)
    for one in spoken[1:]:
        strip.text(say(one, _TITLE), 26)
    strip.text(guide, 27)
    strip.skip(4)
    for one in spoken:
        strip.banner(say(one, _NOT_SENT), 30 if one == SOURCE_LANGUAGE else 24)
    strip.code(url, _DOTS if len(url) < 160 else _DOTS - 1)
    for one in spoken:
        for sentence in _SENTENCES:
            strip.text(say(one, sentence), 27 if one == SOURCE_LANGUAGE else 22)
        strip.text(say(one, _SECRET), 27 if one == SOURCE_LANGUAGE else 22, bold=one == SOURCE_LANGUAGE)
        strip.skip(6)
    strip.rule()
    strip.text(f"Reçu n° {number}", 19)
    return strip.png()
