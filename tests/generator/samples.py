"""Writes the demonstration sheets: `python -m tests.generator.samples [FOLDER]`."""

import argparse
import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import cv2
import PIL.Image

from kiosk.assets import asset
from kiosk.pages.model import Image
from tests.generator import captures, letters
from tests.generator.layouts import classic
from tests.generator.payslip import Payslip, draw_payslip
from tests.generator.people import EMPLOYERS, Employer, Person, draw_nir, draw_siret

LARGEST = 500 * 1024
DPI = 300


def person() -> Person:
    return Person("Mme", "Salomé", "Aubertin", draw_nir(Random(7), "Mme"), "14 rue des Lilas", "23000 GUERET")


def employer() -> Employer:
    name, activity, agreement = EMPLOYERS[0]
    return Employer(name, draw_siret(Random(11)), activity, agreement, "3 place du Marché", "23000 GUERET")


def bulletin(month: int, bonus: str) -> Payslip:
    drawn = draw_payslip(Random(2026), dt.date(2026, month, 1), employer(), person())
    return replace(
        drawn,
        job="Vendeuse",
        hours=Decimal("151.67"),
        hourly=Decimal("12.31"),
        bonus=Decimal(bonus),
        tax_rate=Decimal("1.30"),
        pay_date=drawn.end,
    )


def jpeg(page: Image) -> bytes:
    """A JPEG at 300 dpi, as good as fits in the largest size."""
    picture = PIL.Image.fromarray(cv2.cvtColor(page, cv2.COLOR_BGR2RGB))
    for quality in range(80, 20, -6):
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=quality, dpi=(DPI, DPI), optimize=True)
        if target.tell() <= LARGEST:
            return target.getvalue()
    raise ValueError("the page does not fit")


def samples() -> dict[str, bytes]:
    """Each file's name and content."""
    sheets = {
        month: classic.draw(bulletin(month, bonus)).pages(DPI)[0]
        for month, bonus in ((1, "0"), (3, "60.00"), (4, "35.50"))
    }
    notice = letters.draw(letters.notice_before_sanction(person(), dt.date(2026, 4, 14))).pages(DPI)[0]
    return {
        "01-bulletin-2026-01.jpg": jpeg(captures.flatbed(sheets[1], Random(1), 0.5)),
        "02-bulletin-2026-03-flou.jpg": jpeg(captures.blurred(sheets[3], Random(2))),
        "03-bulletin-2026-03.jpg": jpeg(captures.flatbed(sheets[3], Random(3), -0.4)),
        "04-bulletin-2026-04.jpg": jpeg(captures.flatbed(sheets[4], Random(4), 0.3)),
        "lettre-avertissement.jpg": jpeg(captures.flatbed(notice, Random(5), -0.3)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=asset("samples"))
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in samples().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
