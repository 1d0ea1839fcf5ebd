"""Draw docs/pictures: the main visit on one sheet in languages that look the most different, and every refusal.

python -m tools.contact_sheets [visit | refusals]
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

from kiosk.pages.model import Problem
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import Studio, open_studio

OUT = Path(__file__).parents[1] / "docs" / "pictures"
VISIT = (
    *("standby", "language", "home", "guide", "consent", "place", "scanning", "accepted-read", "over-zoom-top"),
    *("refused-blurred", "another", "checking", "missing-one", "review-whole", "sending-printing", "receipt-both"),
    *("goodbye-sent", "over-call-coming", "over-comfort", "over-still-there"),
)
REFUSALS = tuple(f"refused-{problem.value}" for problem in Problem)
SHEETS: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "visit": (VISIT, ("fr", "ar", "bn")),
    "refusals": (REFUSALS, ("fr", "ar")),
}
"""Each with its screens and its languages."""
ACROSS, SIZE, GAP, COLOURS = 4, (480, 300), 12, 64


def main() -> int:
    chosen = sys.argv[1:] or list(SHEETS)
    with open_studio("1280x800") as studio:
        for sheet in chosen:
            names, languages = SHEETS[sheet]
            for language in languages:
                path = OUT / f"{sheet}-{language}.png"
                drawn(studio, names, language).quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
                sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} kB\n")
    return 0


def drawn(studio: Studio, names: Sequence[str], language: str) -> Image.Image:
    """The screens called `names`, side by side."""
    frames = dict(sample_frames(language))
    rows = -(-len(names) // ACROSS)
    width, height = SIZE[0] + GAP, SIZE[1] + GAP
    sheet = Image.new("RGB", (ACROSS * width + GAP, rows * height + GAP), "#8B9391")
    for index, name in enumerate(names):
        studio.show(frames[name])
        row, place = divmod(index, ACROSS)
        picture = studio.picture().convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
        sheet.paste(picture, (GAP + place * width, GAP + row * height))
    return sheet


if __name__ == "__main__":
    sys.exit(main())
