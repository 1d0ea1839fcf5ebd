"""The letters of the console, Andika’s French ones only: `python -m tools.console_fonts`.

A font that was changed may not bear the name of the original (OFL, reserved names): this one is « Lettres ».
"""

from pathlib import Path

from fontTools import subset

from kiosk.assets import asset

OUT = Path(__file__).parent.parent / "kiosk" / "console" / "static"
LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + "ŒœŸ’‘“”«»…–—·•←→●▲°€\u202f\u2009"
FONTS = {"Andika-Regular.ttf": "letters.woff", "Andika-Bold.ttf": "letters-bold.woff"}
NAME = "Lettres"


def main() -> None:
    """Write both."""
    for source, made in FONTS.items():
        options = subset.Options(
            name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
            flavor="woff",
            layout_features=["kern", "mark", "mkmk", "ccmp"],
            hinting=False,
        )
        font = subset.load_font(str(asset("fonts") / source), options)
        cutter = subset.Subsetter(options)
        cutter.populate(text=LETTERS)
        cutter.subset(font)
        font.recalcTimestamp = False  # the same bytes each time
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6, 16):
                record.string = NAME
        subset.save_font(font, str(OUT / made), options)


if __name__ == "__main__":
    main()
