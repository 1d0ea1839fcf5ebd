"""Voices are started, cut off and kept quiet about what is private."""

import time
from pathlib import Path

import pytest

from kiosk.screens.gallery.samples import LONG_EMPLOYER, sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.speech import EspeakVoice, Mute, choose_voice, has_sound

FAKE_ESPEAK = """#!/bin/sh
cat > {heard}
echo "$@" >> {heard}
exec sleep 30
"""


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    return tmp_path / "heard"


@pytest.fixture
def voice(tmp_path: Path, heard: Path) -> EspeakVoice:
    program = tmp_path / "espeak-ng"
    program.write_text(FAKE_ESPEAK.format(heard=heard))
    program.chmod(0o755)
    return EspeakVoice(str(program))


def _wait_until_heard(path: Path, text: str) -> None:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if path.exists() and text in path.read_text():
            return
        time.sleep(0.01)
    raise AssertionError(f"never heard {text!r}")


def test_it_speaks_without_waiting_and_can_be_cut_off(voice: EspeakVoice, heard: Path) -> None:
    before = time.monotonic()
    voice.speak("fr", ["Bonjour.", "Posez la feuille."], slow=False)
    assert time.monotonic() - before < 0.2
    _wait_until_heard(heard, "Posez la feuille.")
    _wait_until_heard(heard, "-v fr -s 150")
    process = voice._process
    assert process is not None
    voice.hush()
    assert process.wait(5) != 0


def test_new_words_cut_off_the_old_ones(voice: EspeakVoice, heard: Path) -> None:
    voice.speak("fr", ["Un."], slow=False)
    _wait_until_heard(heard, "-v fr")
    first = voice._process
    voice.speak("en", ["Two."], slow=True)
    _wait_until_heard(heard, "-v en -s 115")
    assert first is not None
    assert first.wait(5) != 0
    voice.hush()


def test_a_language_without_a_voice_stays_silent(voice: EspeakVoice, heard: Path) -> None:
    voice.speak("ps", ["…"], slow=False)
    time.sleep(0.1)
    assert not heard.exists()


def test_no_sound_card_means_no_voice(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    assert not has_sound({}, cards)
    cards.write_text("--- no soundcards ---\n")
    assert not has_sound({}, cards)
    assert isinstance(choose_voice({}, cards), Mute)
    cards.write_text(" 0 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones\n")
    assert has_sound({}, cards)


def test_the_employer_is_never_said_aloud(studio: Studio) -> None:
    studio.use("1280x800")
    for name, frame in sample_frames("fr"):
        studio.show(frame)
        said = " ".join(studio.app.stage.view.spoken())
        assert said, name
        assert LONG_EMPLOYER not in said, name
        assert "Belmontet" not in said, name
