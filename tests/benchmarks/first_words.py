"""How soon a screen speaks. Arguments: languages (all with a voice). Prints JSON: milliseconds, new and kept."""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from kiosk.languages import language_of
from kiosk.screens.clips import Clips
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import open_studio
from kiosk.screens.speech import LoudVoice, Said
from kiosk.words import LANGUAGES
from tools.contact_sheets import VISIT

PLAYER = """#!/bin/sh
head -c 1 >/dev/null
date +%s.%N >> "$0.heard"
cat >/dev/null
"""
"""Stands where the loudspeaker would: it notes when the first sound is in its hands."""
PATIENCE_S = 10.0


def milliseconds(voice: LoudVoice, heard: Path, said: tuple[Said, ...]) -> float:
    """From asking for the sentences to the first sound at the player."""
    heard.unlink(missing_ok=True)
    asked = time.time()
    voice.speak(said, slow=False)
    while not (heard.exists() and (text := heard.read_text()).endswith("\n")):
        if time.time() - asked > PATIENCE_S:
            raise TimeoutError(said[0].sentence)
        time.sleep(0.002)
    voice.hush()
    return (float(text.split()[0]) - asked) * 1000


def main() -> int:
    program = shutil.which("espeak-ng")
    if program is None:
        raise FileNotFoundError("espeak-ng")
    languages = sys.argv[1:] or [one for one in LANGUAGES if language_of(one).voice]
    figures: dict[str, list[float]] = {"new": [], "kept": []}
    with tempfile.TemporaryDirectory() as name, open_studio("1280x800") as studio:
        player = Path(name) / "player"
        player.write_text(PLAYER)
        player.chmod(0o755)
        heard = player.with_name("player.heard")
        voice = LoudVoice(Clips(program), [str(player)])
        for language in languages:
            samples = dict(sample_frames(language))
            for screen in VISIT:
                studio.show(samples[screen])
                view = studio.app.stage.view
                said = tuple(one for one in view.said() if not one.private) if view is not None else ()
                if not said:
                    continue
                voice.forget()
                figures["new"].append(milliseconds(voice, heard, said))
                figures["kept"].append(milliseconds(voice, heard, said))
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
