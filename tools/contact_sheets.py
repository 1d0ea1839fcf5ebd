"""Draw docs/pictures/visit-LANGUAGE.png: the main visit on one sheet, in languages that look the most different.

python -m tools.contact_sheets
"""

import sys
from pathlib import Path

from PIL import Image

from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import open_studio

OUT = Path(__file__).parents[1] / "docs" / "pictures"
LANGUAGES = ("fr", "ar", "bn")
VISIT = (
    *("standby", "language", "home", "guide", "consent", "place", "scanning", "accepted-read", "over-zoom-top"),
    *("refused-blurred", "another", "checking", "missing-one", "review-whole", "sending-printing", "receipt-both"),
    *("goodbye-sent", "over-call-coming", "over-comfort", "over-still-there"),
)
ACROSS, SIZE, GAP, COLOURS = 4, (480, 300), 12, 64


def main() -> int:
    with open_studio("1280x800") as studio:
        for language in LANGUAGES:
            frames = dict(sample_frames(language))
            rows = -(-len(VISIT) // ACROSS)
            width, height = SIZE[0] + GAP, SIZE[1] + GAP
            sheet = Image.new("RGB", (ACROSS * width + GAP, rows * height + GAP), "#8B9391")
            for index, name in enumerate(VISIT):
                studio.show(frames[name])
                row, place = divmod(index, ACROSS)
                picture = studio.picture().convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
                sheet.paste(picture, (GAP + place * width, GAP + row * height))
            path = OUT / f"visit-{language}.png"
            sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
            sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
