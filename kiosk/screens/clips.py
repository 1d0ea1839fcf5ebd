"""Sentences as sound: the clip that a person recorded where there is one, else espeak-ng's voice, kept for a while."""

import hashlib
import subprocess
from collections import OrderedDict
from pathlib import Path

from kiosk.assets import asset
from kiosk.languages import language_of

WORDS_PER_MINUTE = 150
SLOW_WORDS_PER_MINUTE = 115
MOST_KEPT_BYTES = 16_000_000
"""Five minutes of speech."""
PATIENCE_S = 10.0


def clip_name(sentence: str) -> str:
    """The name of the file where a person says `sentence`."""
    plain = " ".join(sentence.split())
    return hashlib.sha256(plain.encode()).hexdigest()[:16] + ".wav"


class Clips:
    """WAV files in memory. `program` is espeak-ng; `recorded` the folder of clips by language."""

    def __init__(self, program: str, recorded: Path | None = None) -> None:
        self._program = program
        self._recorded = recorded if recorded is not None else asset("sounds")
        self._kept: OrderedDict[tuple[str, str, bool], bytes] = OrderedDict()

    def clip(self, language: str, sentence: str, *, slow: bool, keep: bool = True) -> bytes:
        """`sentence` as a WAV file; nothing where no voice speaks `language` or the engine fails.

        With `keep` it stays in memory for the next time; nothing is ever written to the disk.
        """
        key = language, sentence, slow
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        sound = self._from_person(language, sentence) or self._from_engine(language, sentence, slow=slow)
        if keep and sound:
            self._kept[key] = sound
            while sum(map(len, self._kept.values())) > MOST_KEPT_BYTES:
                self._kept.popitem(last=False)
        return sound

    def forget(self) -> None:
        """Keep nothing of what was said: it may hold what a visitor's papers say."""
        self._kept.clear()

    def _from_person(self, language: str, sentence: str) -> bytes:
        path = self._recorded / language / clip_name(sentence)
        return path.read_bytes() if path.is_file() else b""

    def _from_engine(self, language: str, sentence: str, *, slow: bool) -> bytes:
        """The sentence goes through the standard input of espeak-ng: no process list shows it."""
        voice = language_of(language).voice
        if not voice:
            return b""
        pace = SLOW_WORDS_PER_MINUTE if slow else WORDS_PER_MINUTE
        command = [self._program, "-v", voice, "-s", str(pace), "--stdin", "--stdout"]
        text = sentence.replace("\u00a0", " ").encode()
        try:
            done = subprocess.run(command, input=text, capture_output=True, timeout=PATIENCE_S, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return b""
        return done.stdout if done.returncode == 0 else b""
