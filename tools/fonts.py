"""Make the fonts of the shaped scripts: Noto's Arabic and Bengali letters with Noto Sans' Latin ones in the same file.

A line of text is drawn with one font: « France Travail » inside an Arabic sentence needs both. Only what the twelve
languages of the kiosk write is kept. Run after `apt install fonts-noto-core`: `python -m tools.fonts`.
"""

import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

NOTO = Path("/usr/share/fonts/truetype/noto")
OUT = Path(__file__).parents[1] / "assets" / "fonts"
LATIN = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    0x20AC,
    *range(0x2010, 0x2023),
    0x2026,
    0x202F,
    0x2039,
    0x203A,
    0x2192,
]
MARKS = [0x200B, 0x200C, 0x200D, 0x200E, 0x200F]
ARABIC = [*range(0x600, 0x700), *range(0xFB50, 0xFDD0), 0xFDF2, *range(0xFE70, 0xFF00), *MARKS]
BENGALI = [*range(0x980, 0xA00), 0x964, 0x965, 0x25CC, *MARKS]
SCRIPTS = {"Arabic": ARABIC, "Bengali": BENGALI}


def make(script: str, weight: str, source: Path, out: Path) -> Path:
    """`out`/Temoin{script}-{weight}.ttf, renamed so that nobody takes it for Noto itself."""
    path = out / f"Temoin{script}-{weight}.ttf"
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            _part(source / f"NotoSans{script}-{weight}.ttf", SCRIPTS[script], Path(folder) / "letters.ttf"),
            _part(source / f"NotoSans-{weight}.ttf", LATIN, Path(folder) / "latin.ttf"),
        ]
        font = Merger().merge([str(part) for part in parts])
    family = f"Temoin {script}"
    names = {1: family, 3: f"{family} {weight}", 4: f"{family} {weight}", 6: f"Temoin{script}-{weight}", 16: None}
    for number, name in names.items():
        if name is not None:
            font["name"].setName(name, number, 3, 1, 0x409)
        else:
            font["name"].removeNames(nameID=number)
    font.save(path)
    return path


def _part(path: Path, characters: list[int], to: Path) -> Path:
    options = subset.Options(layout_features=["*"], hinting=False, drop_tables=["DSIG"])
    options.name_IDs = ["*"]
    font = TTFont(path)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    font.save(to)
    return to


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else NOTO
    for script in SCRIPTS:
        for weight in ("Regular", "Bold"):
            path = make(script, weight, source, OUT)
            sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
