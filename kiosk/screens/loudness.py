"""Speech made louder or quieter in the sound itself: the mixer of the machine stays as it was for the next visitor."""

import sys
from array import array

from kiosk.journey.views import Volume

GAINS = {Volume.QUIET: 0.4, Volume.NORMAL: 1.0, Volume.LOUD: 2.5}
LARGEST, SMALLEST = 32767, -32768


def louder(wav: bytes, gain: float) -> bytes:
    """`wav` (16 bits a sample) with its samples times `gain`; as it is where it is something else."""
    start = wav.find(b"data") + len(b"data") + 4
    if gain == 1.0 or len(wav) < start or wav[34:36] != b"\x10\x00":
        return wav
    end = start + (len(wav) - start) // 2 * 2
    samples = array("h", wav[start:end])
    if sys.byteorder == "big":
        samples.byteswap()
    changed = array("h", (max(SMALLEST, min(LARGEST, round(one * gain))) for one in samples))
    if sys.byteorder == "big":
        changed.byteswap()
    return wav[:start] + changed.tobytes() + wav[end:]
