"""Voices are started, cut off and kept quiet about what is private; every language has one, or its screen says so."""

import io
import shutil
import time
import wave
from array import array
from pathlib import Path

import pytest

from kiosk.journey.views import Volume
from kiosk.languages import language_of
from kiosk.screens.clips import Clips, clip_name
from kiosk.screens.gallery.samples import LONG_EMPLOYER, sample_frames
from kiosk.screens.gallery.studio import Studio
from kiosk.screens.loudness import GAINS, louder
from kiosk.screens.speech import LoudVoice, Mute, Said, choose_voice, has_sound, headphones
from kiosk.screens.widgets.tap import WordButton
from kiosk.words import LANGUAGES, say

FAKE_ESPEAK = """#!/bin/sh
printf '%s ' "$@"
cat
echo x >> {made}
"""
FAKE_PLAYER = """#!/bin/sh
{{ echo "on $@"; cat; }} >> {heard}
case "$*" in *endless*) exec sleep 30;; esac
"""
USB = " 1 [Device         ]: USB-Audio - USB Audio Device\n                      at usb-0000:01:00.0-1.3\n"
BOARD = " 0 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones\n"


class Speaker:
    """A voice whose engine and loudspeaker are scripts that write down what they are given."""

    def __init__(self, folder: Path) -> None:
        self.heard, self.made, self.cards = folder / "heard", folder / "made", folder / "cards"
        self.sounds = folder / "sounds"
        engine, player = folder / "espeak-ng", folder / "player"
        for program, text in (
            (engine, FAKE_ESPEAK.format(made=self.made)),
            (player, FAKE_PLAYER.format(heard=self.heard)),
        ):
            program.write_text(text)
            program.chmod(0o755)
        self.clips = Clips(str(engine), self.sounds)
        self.player = player
        self.voice = LoudVoice(self.clips, [str(player)], self.cards)

    def wait_for(self, text: str) -> str:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            if self.heard.exists() and text in (heard := self.heard.read_text()):
                return heard
            time.sleep(0.01)
        raise AssertionError(f"never heard {text!r}")

    def wait_for_bytes(self, sound: bytes) -> None:
        until = time.monotonic() + 20
        while not (self.heard.exists() and sound in self.heard.read_bytes()):
            assert time.monotonic() < until, "never heard"
            time.sleep(0.01)


@pytest.fixture
def speaker(tmp_path: Path) -> Speaker:
    return Speaker(tmp_path)


def test_sentences_follow_one_another_each_in_its_language(speaker: Speaker) -> None:
    speaker.voice.speak(
        [Said("fr", "Bonjour."), Said("uk", "Добрий день."), Said("ps", "سلام."), Said("en", "Bye.")], slow=True
    )
    heard = speaker.wait_for("Bye.")
    assert heard.index("-v fr -s 115") < heard.index("-v uk") < heard.index("-v en")
    assert "سلام" not in heard


def test_any_touch_cuts_it_off(speaker: Speaker) -> None:
    endless = LoudVoice(speaker.clips, [str(speaker.player), "endless"], speaker.cards)
    endless.speak([Said("fr", "Un."), Said("fr", "Deux.")], slow=False)
    speaker.wait_for("Un.")
    playing = endless._playing
    assert playing is not None
    endless.hush()
    assert playing.wait(20) != 0
    endless.speak([Said("en", "Two.")], slow=False)
    assert "Deux." not in speaker.wait_for("Two.")
    endless.hush()


def test_what_was_said_is_kept_until_the_visitor_is_gone(speaker: Speaker) -> None:
    for _ in range(2):
        speaker.clips.clip("fr", "Bonjour.", slow=False)
    assert speaker.made.read_text().count("x") == 1
    speaker.voice.forget()
    speaker.clips.clip("fr", "Bonjour.", slow=False)
    assert speaker.made.read_text().count("x") == 2


def test_a_recorded_clip_wins(speaker: Speaker) -> None:
    (speaker.sounds / "ps").mkdir(parents=True)
    (speaker.sounds / "ps" / clip_name("سلام.")).write_bytes(b"a person")
    assert speaker.clips.clip("ps", "سلام.", slow=False) == b"a person"
    assert speaker.clips.clip("ps", "مننه.", slow=False) == b""


def test_what_is_private_is_for_headphones_only_and_never_kept(speaker: Speaker) -> None:
    said = [Said("fr", "Chez Dupont.", private=True), Said("fr", "Fini.")]
    speaker.cards.write_text(BOARD)
    speaker.voice.speak(said, slow=False)
    assert "Dupont" not in speaker.wait_for("Fini.")
    speaker.cards.write_text(BOARD + USB)
    speaker.heard.unlink()
    speaker.voice.speak(said, slow=False)
    speaker.wait_for("Dupont")
    assert speaker.wait_for("Fini.").count("-D plughw:1") == 2
    assert not any("Dupont" in sentence for _, sentence, _ in speaker.clips._kept)


def test_a_player_that_is_not_there_stops_nothing(speaker: Speaker) -> None:
    lost = LoudVoice(speaker.clips, ["/nonexistent/player"], speaker.cards)
    lost.speak([Said("fr", "Bonjour.")], slow=False)
    lost.hush()
    assert Clips("/nonexistent/engine", speaker.sounds).clip("fr", "Bonjour.", slow=False) == b""


def test_no_sound_card_means_no_voice(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    assert not has_sound({}, cards)
    cards.write_text("--- no soundcards ---\n")
    assert not has_sound({}, cards)
    assert isinstance(choose_voice({}, cards), Mute)
    cards.write_text(BOARD)
    assert has_sound({}, cards)
    assert headphones(cards) is None
    assert isinstance(choose_voice({}, cards), LoudVoice)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_voice_but_pashto(language: str) -> None:
    sentence = say(language, "Prenez votre reçu.")
    sound = Clips(str(shutil.which("espeak-ng"))).clip(language, sentence, slow=False)
    if language == "ps":
        assert not language_of(language).voice
        assert sound == b""
        return
    with wave.open(io.BytesIO(sound)) as clip:
        assert len(clip.readframes(clip.getframerate() * 20)) / clip.getsampwidth() / clip.getframerate() > 0.5


def test_a_language_without_a_voice_says_so_on_the_screen(studio: Studio) -> None:
    studio.use("1280x800")
    widths = {}
    for language in ("fa", "ps"):
        studio.show(dict(sample_frames(language))["place"])
        bar = [w for w in studio.app.stage.walk(restrict=True) if isinstance(w, WordButton) and w.role == "bar"]
        icons = {button.icon for button in bar}
        assert ("speaker_off" in icons, "speaker" in icons) == (language == "ps", language != "ps")
        widths[language] = studio.app.stage.view.children[-1].width
    assert widths["ps"] >= widths["fa"]


def test_the_employer_is_never_said_aloud(studio: Studio) -> None:
    studio.use("1280x800")
    for name, frame in sample_frames("fr"):
        studio.show(frame)
        aloud = " ".join(said.sentence for said in studio.app.stage.view.said() if not said.private)
        assert aloud, name
        assert LONG_EMPLOYER not in aloud, name
        assert "Belmontet" not in aloud, name


def test_each_language_is_offered_in_itself(studio: Studio) -> None:
    studio.use("1280x800")
    studio.show(dict(sample_frames("fr"))["language"])
    said = studio.app.stage.view.said()
    assert {language: language_of(language).name for language in LANGUAGES}.items() <= {
        (one.language, one.sentence) for one in said
    }


def heights(wav: bytes) -> "array[int]":
    with wave.open(io.BytesIO(wav)) as sound:
        return array("h", sound.readframes(sound.getnframes()))


def test_louder_and_quieter_are_in_the_sound_itself(speaker: Speaker) -> None:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(array("h", [0, 1000, -1000, 30_000]).tobytes())
    wav = stream.getvalue()
    assert list(heights(louder(wav, GAINS[Volume.QUIET]))) == [0, 400, -400, 12_000]
    assert list(heights(louder(wav, GAINS[Volume.LOUD]))) == [0, 2500, -2500, 32_767], "never past the largest height"
    assert louder(b"no sound at all", 2.5) == b"no sound at all"

    (speaker.sounds / "fr").mkdir(parents=True)
    (speaker.sounds / "fr" / clip_name("Bonjour.")).write_bytes(wav)
    speaker.voice.speak([Said("fr", "Bonjour."), Said("fr", "Fini.")], slow=False, volume=Volume.LOUD)
    speaker.wait_for_bytes(louder(wav, GAINS[Volume.LOUD]))
