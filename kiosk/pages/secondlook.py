"""A second look at rows whose label was read but whose figure was not: one strip, read as a single line."""

import re
from collections.abc import Sequence

import numpy as np

from kiosk.pages import text
from kiosk.pages.layout import Layout
from kiosk.pages.model import Field, Image
from kiosk.pages.payslip.amounts import LABELS
from kiosk.pages.payslip.labels import amounts_for, places
from kiosk.pages.pixels import Pixels, grey_of, scaled

LINE = 7
"""Page segmentation of tesseract: one line of text."""
MOST = 3
"""Strips per page: each costs about a twentieth of a page."""


def missing_rows(layout: Layout, fields: dict[str, Field]) -> list[tuple[int, int]]:
    """Upper and lower edge of the rows that name a missing amount without giving it, or give it cut short."""
    rows: list[tuple[int, int]] = []
    for name in ("net_paid", "net_social", "gross"):
        sure = name in fields and fields[name].confidence >= 0.8
        if sure:
            continue
        for label in LABELS[name][:2]:
            for place in places(layout, label.pattern):
                found = amounts_for(layout, place)
                if any(item.token.confidence > 0.75 for item in found) and name in fields:
                    continue
                if not found or name not in fields:
                    height = max(place.y1 - place.y0, 8)
                    rows.append((place.y0 - round(0.45 * height), place.y1 + round(0.45 * height)))
    return list(dict.fromkeys(rows))[:MOST]


def look_again(
    page: Image, rows: Sequence[tuple[int, int]], languages: Sequence[str], dpi: float, seconds: float
) -> list[text.Seen]:
    """What stands on `rows` of the upright page, read line by line in pixels of the page."""
    seen: list[text.Seen] = []
    for edge, end in rows:
        top, bottom = max(0, edge), min(page.shape[0], end)
        if bottom - top < 6:
            continue
        line = grey_of(page[top:bottom])
        if float(np.median(line)) < 128:
            line = 255 - line
        scale = 1.0 if dpi >= 260 else 1.5
        strip = np.pad(_without_rules(scaled(line, scale)), 12, constant_values=250)
        for word in text.see(strip, languages, dpi * scale, seconds, LINE):
            seen.append(
                text.Seen(
                    word.text,
                    round((word.x - 12) / scale),
                    round((word.y - 12) / scale) + top,
                    round(word.width / scale),
                    round(word.height / scale),
                    word.confidence,
                )
            )
    return seen


def merged(first: Sequence[text.Seen], second: Sequence[text.Seen], rows: Sequence[tuple[int, int]]) -> list[text.Seen]:
    """Words of the second look take the place of those of the first on the same rows, where they read amounts
    better."""
    kept = list(first)
    for top, bottom in rows:
        new = [word for word in second if top <= word.y + word.height / 2 <= bottom]
        old = [word for word in kept if top <= word.y + word.height / 2 <= bottom]
        if _figures(new) > _figures(old) and re.search(r"[a-zA-Z]{3}", " ".join(word.text for word in new)):
            kept = [word for word in kept if word not in old] + new
    return kept


def _figures(words: Sequence[text.Seen]) -> int:
    return sum(len(re.findall(r"\d,\d\d", word.text)) for word in words)


def _without_rules(strip: Pixels) -> Pixels:
    """Vertical rules as high as the strip painted white: they would be read as letters or bars."""
    dark = (strip < 150).mean(axis=0) > 0.85
    strip = strip.copy()
    strip[:, dark] = 250
    return strip
