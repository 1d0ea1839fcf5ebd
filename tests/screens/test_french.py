"""The words of the screens are plain, short and well set."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

STRINGS = Path(__file__).parents[2] / "assets" / "strings"
MOST_WORDS = 12
JARGON = ("uploader", "numériser", "valider", "télécharger", "récépissé", "accusé de réception", "erreur", "scan ")


def _sentences() -> list[str]:
    with (STRINGS / "visitor.pot").open("rb") as stream:
        messages = [message for message in read_po(stream) if message.id]
    shown = [message for message in messages if any("kiosk/screens" in place for place, _ in message.locations)]
    return [text for message in shown for text in (message.id if isinstance(message.id, tuple) else (message.id,))]


@pytest.mark.parametrize("text", _sentences())
def test_a_sentence_is_short_and_plain(text: str) -> None:
    for sentence in re.split(r"(?<=[.?!])\s", text):
        assert len(re.split(r"[\s’]+", sentence.strip())) <= MOST_WORDS, sentence
    assert "'" not in text
    assert not re.search(r"[^\u00a0\w][?!:;]|\w[?!:;]", text), f"a hard space is missing in {text!r}"
    assert not [word for word in JARGON if word in text.lower()]
    assert not re.findall(r"\b[A-ZÀ-Ý]{4,}\b", text)
