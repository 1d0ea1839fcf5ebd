"""How much memory the screen takes more after so many visits. Argument: visits. Prints megabytes.

After each visit what it took is given back, as the screen does a moment after whoever was there has gone.
"""

import os
import sys
from pathlib import Path

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import open_studio
from tools.contact_sheets import VISIT

WARM = 20
"""Visits after which every picture and letter was drawn."""


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    visits = int(sys.argv[1])
    samples = dict(sample_frames("fr"))
    before = 0.0
    with open_studio("1280x800") as studio:
        from kiosk.screens.warmth import sweep  # brings Kivy, which must be configured by then

        for visit in range(WARM + visits):
            if visit == WARM:
                before = resident_mb()
            for name in VISIT:
                studio.show(samples[name])
                studio.pump(1)
            sweep()
        sys.stdout.write(f"{resident_mb() - before:.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
