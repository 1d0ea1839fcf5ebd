"""Screens that speak. A voice never blocks, is cut off by any touch, and says what is private into headphones only."""

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from kiosk.journey.views import Volume
from kiosk.languages import language_of
from kiosk.screens.clips import Clips
from kiosk.screens.loudness import GAINS, louder

SOUND_CARDS = Path("/proc/asound/cards")
HEADPHONES = "USB-Audio"
"""The loudspeaker is on the board or the screen; what is plugged into the USB socket is for one person's ears."""


class Said(NamedTuple):
    """A sentence and the language it is in. `private`: never on the loudspeaker."""

    language: str
    sentence: str
    private: bool = False


class Voice(Protocol):
    """Says sentences aloud."""

    available: bool

    def knows(self, language: str) -> bool:
        """Whether it speaks `language`."""

    def speak(self, said: Sequence[Said], *, slow: bool, volume: Volume = Volume.NORMAL) -> None:
        """Begin to say the sentences, and fall silent about anything before."""

    def hush(self) -> None:
        """Fall silent at once."""

    def forget(self) -> None:
        """The visitor is gone: as at the start."""


class Mute:
    """The voice of a machine without one. The bar then has no button to repeat."""

    available = False

    def knows(self, language: str) -> bool:  # noqa: ARG002 - a mute knows none
        return False

    def speak(self, said: Sequence[Said], *, slow: bool, volume: Volume = Volume.NORMAL) -> None:
        pass

    def hush(self) -> None:
        pass

    def forget(self) -> None:
        pass


class LoudVoice:
    """Clips played one after another by `player`, a command that takes WAV files on its standard input.

    Each sentence is made while the one before is heard. Missing hardware ends the player, never the kiosk.
    """

    available = True

    def __init__(self, clips: Clips, player: Sequence[str], cards: Path = SOUND_CARDS) -> None:
        self._clips, self._player, self._cards = clips, list(player), cards
        self._turn = 0
        self._playing: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def knows(self, language: str) -> bool:
        return bool(language_of(language).voice)

    def speak(self, said: Sequence[Said], *, slow: bool, volume: Volume = Volume.NORMAL) -> None:
        turn = self._next_turn()
        if said:
            threading.Thread(target=self._say, args=(turn, tuple(said), slow, volume), daemon=True).start()

    def hush(self) -> None:
        self._next_turn()

    def forget(self) -> None:
        self.hush()
        self._clips.forget()

    def _next_turn(self) -> int:
        """Whoever speaks now speaks no more."""
        with self._lock:
            self._turn += 1
            playing, self._playing = self._playing, None
            if playing is not None and playing.poll() is None:
                playing.kill()
            return self._turn

    def _say(self, turn: int, said: Sequence[Said], slow: bool, volume: Volume) -> None:
        card = headphones(self._cards)
        playing: subprocess.Popen[bytes] | None = None
        for language, sentence, private in said:
            if private and card is None:
                continue
            sound = self._clips.clip(language, sentence, slow=slow, keep=not private)
            if playing is not None:
                playing.wait()
            if sound and (playing := self._start(turn, louder(sound, GAINS[volume]), card)) is None:
                return

    def _start(self, turn: int, sound: bytes, card: str | None) -> subprocess.Popen[bytes] | None:
        """The player with all of `sound` in its hands; None once it is another's turn, or there is no player."""
        with self._lock:
            if turn != self._turn:
                return None
            where = [] if card is None else ["-D", f"plughw:{card}"]
            try:
                playing = subprocess.Popen(
                    [*self._player, *where], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            except OSError:
                return None
            self._playing = playing
        threading.Thread(target=_feed, args=(playing, sound), daemon=True).start()
        return playing


def _feed(playing: subprocess.Popen[bytes], sound: bytes) -> None:
    try:
        playing.communicate(sound)
    except OSError:
        playing.kill()


def headphones(cards: Path = SOUND_CARDS) -> str | None:
    """The number of the card of headphones in the USB socket, where one person listens alone: all goes there then."""
    try:
        lines = cards.read_text().splitlines()
    except OSError:
        return None
    return next((line.split()[0] for line in lines if "[" in line and HEADPHONES in line), None)


def has_sound(environ: Mapping[str, str], cards: Path = SOUND_CARDS) -> bool:
    """Whether something here can be heard: a sound card, or a sound server of the session."""
    if "PULSE_SERVER" in environ:
        return True
    try:
        return "[" in cards.read_text()
    except OSError:
        return False


def choose_voice(environ: Mapping[str, str] = os.environ, cards: Path = SOUND_CARDS) -> Voice:
    """espeak-ng and aplay where both are installed and something can be heard; a mute elsewhere."""
    program, player = shutil.which("espeak-ng"), shutil.which("aplay")
    if program is None or player is None or not has_sound(environ, cards):
        return Mute()
    return LoudVoice(Clips(program), [player, "-q"], cards)
