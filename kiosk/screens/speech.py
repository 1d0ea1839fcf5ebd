"""Screens that speak. A voice never blocks, is cut off by any touch, and never says what is private."""

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

VOICES = {"fr": "fr", "en": "en"}
WORDS_PER_MINUTE = 150
SLOW_WORDS_PER_MINUTE = 115
SOUND_CARDS = Path("/proc/asound/cards")


class Voice(Protocol):
    """Says sentences aloud."""

    available: bool

    def speak(self, language: str, sentences: Sequence[str], *, slow: bool) -> None:
        """Begin to say `sentences`, and fall silent about anything before."""

    def hush(self) -> None:
        """Fall silent at once."""


class Mute:
    """The voice of a machine without one. The bar then has no button to repeat."""

    available = False

    def speak(self, language: str, sentences: Sequence[str], *, slow: bool) -> None:
        pass

    def hush(self) -> None:
        pass


class EspeakVoice:
    """espeak-ng in a process of its own. The text goes through its standard input, so no process list shows it."""

    available = True

    def __init__(self, program: str) -> None:
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def speak(self, language: str, sentences: Sequence[str], *, slow: bool) -> None:
        self.hush()
        voice = VOICES.get(language)
        if voice is None or not sentences:
            return
        pace = SLOW_WORDS_PER_MINUTE if slow else WORDS_PER_MINUTE
        command = [self._program, "-v", voice, "-s", str(pace), "--stdin"]
        text = "\n".join(sentences).replace("\u00a0", " ").encode()
        threading.Thread(target=self._say, args=(command, text), daemon=True).start()

    def _say(self, command: Sequence[str], text: bytes) -> None:
        with self._lock:
            self.hush()
            try:
                process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            except OSError:
                return
            self._process = process
        try:
            process.communicate(text)
        except OSError:
            process.kill()

    def hush(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.kill()


def has_sound(environ: Mapping[str, str], cards: Path = SOUND_CARDS) -> bool:
    """Whether something here can be heard: a sound card, or a sound server of the session."""
    if "PULSE_SERVER" in environ:
        return True
    try:
        return "[" in cards.read_text()
    except OSError:
        return False


def choose_voice(environ: Mapping[str, str] = os.environ, cards: Path = SOUND_CARDS) -> Voice:
    """espeak-ng where it is installed and something can be heard; a mute elsewhere."""
    program = shutil.which("espeak-ng")
    if program is None or not has_sound(environ, cards):
        return Mute()
    return EspeakVoice(program)
