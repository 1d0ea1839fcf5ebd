"""The social security number kept off the copy that is sent. The sealed scan is left as it was."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

import numpy as np

from kiosk.pages.identifiers import nir_places
from kiosk.pages.model import Reading, Word

MARGIN = 0.25
"""Of the height of the figures, painted around them."""
_MISREAD = str.maketrans("OoQIl|", "000111")


def without_nir(reading: Reading) -> Reading:
    """`reading` with every NIR painted black on its page, and taken from its words."""
    hidden = set(nir_words(reading.words))
    if not hidden:
        return reading
    page = np.array(reading.page)
    for word in hidden:
        margin = round(MARGIN * word.height)
        top, left = max(word.y - margin, 0), max(word.x - margin, 0)
        page[top : word.y + word.height + margin, left : word.x + word.width + margin] = 0
    return replace(reading, page=page, words=tuple(word for word in reading.words if word not in hidden))


def nir_words(words: Iterable[Word]) -> list[Word]:
    """The words that hold figures of a NIR, which print often spaces out: one line is looked at as a whole."""
    found: list[Word] = []
    by_line = sorted(words, key=lambda word: (word.line, word.x))
    for _, line in groupby(by_line, key=lambda word: word.line):
        row = list(line)
        text = " ".join(word.text for word in row).translate(_MISREAD)
        ends = np.cumsum([len(word.text) + 1 for word in row])
        for start, stop in nir_places(text):
            first, last = (int(np.searchsorted(ends, place, side="right")) for place in (start, stop - 1))
            found.extend(row[first : last + 1])
    return found
