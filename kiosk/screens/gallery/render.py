"""All the sample screens as PNG files, and one sheet with all of them."""

import math
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.journey.views import Comfort
from kiosk.screens.gallery.samples import sample_frames
from kiosk.screens.gallery.studio import open_studio
from kiosk.screens.look import REGULAR
from kiosk.screens.shots import save

ACROSS = 5
THUMB_WIDTH = 480
GAP = 16
LABEL = 34


def render(out: Path, language: str, comfort: Comfort, panel: str) -> Iterator[Path]:
    """Draw every sample into `out`, then `contact.png`; gives each path once written. Raises `NothingToDrawOn`."""
    out.mkdir(parents=True, exist_ok=True)
    thumbs: list[tuple[str, Image.Image]] = []
    with open_studio(panel) as studio:
        studio.use(panel)
        for number, (name, frame) in enumerate(sample_frames(language, comfort), 1):
            studio.show(frame)
            image = studio.picture()
            path = out / f"{number:02d}-{name}.png"
            save(image, path)
            height = round(THUMB_WIDTH * image.height / image.width)
            thumbs.append((path.stem, image.resize((THUMB_WIDTH, height), Image.Resampling.LANCZOS)))
            yield path
    contact = out / "contact.png"
    save(_contact_sheet(thumbs), contact)
    yield contact


def _contact_sheet(thumbs: list[tuple[str, Image.Image]]) -> Image.Image:
    rows = math.ceil(len(thumbs) / ACROSS)
    tall = thumbs[0][1].height + LABEL
    sheet = Image.new("RGB", (ACROSS * (THUMB_WIDTH + GAP) + GAP, rows * (tall + GAP) + GAP), "#8B9391")
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(REGULAR, 18)
    for index, (name, image) in enumerate(thumbs):
        row, place = divmod(index, ACROSS)
        x, y = GAP + place * (THUMB_WIDTH + GAP), GAP + row * (tall + GAP)
        pen.text((x, y), name, fill="#FFFFFF", font=font)
        sheet.paste(image, (x, y + LABEL))
    return sheet
