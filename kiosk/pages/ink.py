"""Print told apart from paper: the page's light evened out, what is ink, what looks like letters and lines of them."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.pages.model import Image
from kiosk.pages.pixels import fitted, grey_of

WORK_LENGTH = 1754
"""Longest side, in pixels, of the page that is measured: A4 at 150 dpi."""
INK_CONTRAST = 0.14
"""Ink is darker than its paper by this share. Show-through stays under 0.10, thermal and carbon copies above 0.25."""
DARKEST_SHARE = 0.7
"""Per cent of a page that is certainly print, also on a page with few lines."""
PALE, USUAL = 85, 60
"""Grey of the darkest print above which a page is pale, and the grey it is brought to."""
GREY, PAPER = 190, 215
"""Print whose darkest grey is under the first, on ground above the second, is made as dark as usual place by place."""
STRONGEST = 2.5
"""Dust and the grain of paper are not made print."""
AROUND = (33, 11)
"""Width and height of the place looked at: four letters of small print, A4 at 200 dpi."""
STROKE = 13
"""Wider than a stroke of small print: what is dark over more is a tint."""
BETWEEN_WORDS, BETWEEN_LETTERS = 6, 2
"""Half the gap in pixels at working size between two words of a line, and between two letters of a word."""
TALLEST, LONGEST = 45, 260
"""Thickness and length of the largest word in pixels at working size: 8 mm and 44 mm."""

Grey = NDArray[np.uint8]
Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Ink:
    """A page at working size. `even`: grey with the paper brought to 240; `paper`: the paper's own grey, place
    by place.

    `words`: what of `mask` is no larger than a word. `letters`: boxes (x, y, width, height) of marks as big as letters;
    `line_count`: rows or columns that letters form; `across`: whether they are rows.
    """

    scale: float
    grey: Grey
    paper: Grey
    even: Grey
    mask: Mask
    words: Mask
    letters: NDArray[np.int32]
    line_count: int
    across: bool

    @property
    def letter_size(self) -> float:
        """Median long side of the letters in pixels at working size."""
        return float(np.median(np.maximum(self.letters[:, 2], self.letters[:, 3])))

    def at_letters(self, place: Grey) -> Grey:
        """What an image of the page, at working size, has in the middle of each letter."""
        x, y, width, height = self.letters.T
        return np.asarray(place[y + height // 2, x + width // 2], np.uint8)


def paper_of(grey: Grey) -> Grey:
    """The brightness of the paper at each place, print removed."""
    small = cv2.resize(grey, (max(grey.shape[1] // 8, 1), max(grey.shape[0] // 8, 1)), interpolation=cv2.INTER_AREA)
    light = cv2.dilate(small, np.ones((5, 5), np.uint8))
    light = cv2.medianBlur(light, 21)
    light = cv2.GaussianBlur(light, (0, 0), 3)
    return cv2.resize(light, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def even_light(grey: Grey, paper: Grey) -> Grey:
    """`grey` divided by its paper: paper becomes 240 wherever light fell unevenly."""
    return np.asarray(cv2.divide(grey, np.maximum(paper, 8), scale=240), np.uint8)


def strong(grey: Grey) -> Grey:
    """`grey` (its paper at 240) with pale print made as dark as print usually is."""
    darkest = float(np.percentile(grey[::3, ::3], DARKEST_SHARE))
    if not PALE < darkest < 200:
        return grey
    levels = np.arange(256, dtype=np.float32)
    curve = np.where(levels >= 240, levels, 240 - (240 - levels) * (240 - USUAL) / (240 - darkest))
    return cv2.LUT(grey, np.clip(curve, 0, 255).astype(np.uint8)).astype(np.uint8)


def grey_print_darkened(grey: Grey) -> Grey:
    """`grey` (A4 at 200 dpi, paper at 240) with grey print as dark as black print beside it; tints stay as they are.

    The engine tells ink from paper at one level for many lines: beside bold black print small grey labels break up.
    """
    around = cv2.getStructuringElement(cv2.MORPH_RECT, AROUND)
    ground = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((STROKE, STROKE), np.uint8))
    # how much darker is decided for every fourth pixel: it changes from word to word only
    darkest = cv2.blur(np.ascontiguousarray(cv2.erode(grey, around)[::4, ::4]), (3, 1)).astype(np.float32)
    beside = ground[::4, ::4].astype(np.float32)
    factor = np.clip((beside - USUAL) / np.maximum(beside - darkest, 1), 1, STRONGEST).astype(np.float32)
    factor[(beside < PAPER) | (darkest >= GREY)] = 1
    factor = cv2.resize(factor, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    darker = cv2.multiply(cv2.subtract(ground, grey), factor, dtype=cv2.CV_8U)
    return np.asarray(cv2.subtract(ground, darker), np.uint8)


def dark_print(grey: Grey) -> Grey:
    """`grey` (A4 at 200 dpi, paper at 240) with pale print dark: of the whole page where all is pale, else by places.

    Both on one page would make print of the dust and the grain that the first has made stronger.
    """
    whole = strong(grey)
    return grey_print_darkened(grey) if whole is grey else whole


def find_ink(page: Image) -> Ink:
    """Measure `page` (already cropped to the sheet)."""
    return ink_of(*fitted(page, WORK_LENGTH))


def ink_of(small: Image, scale: float) -> Ink:
    """As `find_ink`, of a page already brought to working size by `scale`."""
    grey = grey_of(small)
    paper = paper_of(grey)
    even = even_light(grey, paper)
    mask = mask_of(even)
    marks = _marks(mask)
    letters = _letters(marks)
    return Ink(scale, grey, paper, even, mask, _words(marks), letters, *_lines(letters, mask.shape))


def mask_of(even: Grey) -> Mask:
    """What is ink on evenly lit paper."""
    return np.asarray(cv2.threshold(even, 240 * (1 - INK_CONTRAST), 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Connected ink: `labels` tell which mark a pixel is of (0: none), `stats` its box and area."""

    labels: NDArray[np.int32]
    stats: NDArray[np.int32]


def _marks(mask: Mask) -> _Marks:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return _Marks(np.asarray(labels, np.int32), np.asarray(stats, np.int32))


def _letters(marks: _Marks) -> NDArray[np.int32]:
    """Boxes of the connected marks between 1 and 9 mm (A4 at 150 dpi), neither rules nor specks."""
    boxes = marks.stats[1:]
    width, height, area = boxes[:, cv2.CC_STAT_WIDTH], boxes[:, cv2.CC_STAT_HEIGHT], boxes[:, cv2.CC_STAT_AREA]
    big_side, small_side = np.maximum(width, height), np.minimum(width, height)
    chosen = (big_side >= 5) & (small_side >= 2) & (big_side <= 60) & (area >= 8) & (area > 0.12 * width * height)
    return boxes[chosen][:, :4].astype(np.int32)


def _lines(letters: NDArray[np.int32], shape: tuple[int, ...]) -> tuple[int, bool]:
    """How many rows (or columns, for a page on its side) of at least four neighbouring letters there are; whether
    letters stand in rows."""
    if len(letters) < 4:
        return 0, True
    most = 0
    for across in (True, False):
        _, _, stats, _ = cv2.connectedComponentsWithStats(_stretched(letters, shape, across, BETWEEN_WORDS))
        length = stats[1:, cv2.CC_STAT_WIDTH if across else cv2.CC_STAT_HEIGHT]
        thickness = stats[1:, cv2.CC_STAT_HEIGHT if across else cv2.CC_STAT_WIDTH]
        most = max(most, int(np.count_nonzero((length > 45) & (thickness < 30) & (length > 4 * thickness))))
    # rows close to each other look like columns: the next letter of a word is closer
    halves = letters // 2, (shape[0] // 2 + 1, shape[1] // 2 + 1)
    rows, columns = (
        cv2.connectedComponents(_stretched(*halves, across, BETWEEN_LETTERS // 2))[0] for across in (True, False)
    )
    return most, rows <= columns


def _stretched(letters: NDArray[np.int32], shape: tuple[int, ...], across: bool, reach: int) -> Mask:
    """A third of each letter, so that neighbouring lines stay apart, longer by `reach` at both ends along the line."""
    canvas = np.zeros(shape[:2], np.uint8)
    for x, y, width, height in letters.tolist():
        if across:
            start, end = (x - reach, y + height // 3), (x + width + reach, y + 2 * height // 3)
        else:
            start, end = (x + width // 3, y - reach), (x + 2 * width // 3, y + height + reach)
        cv2.rectangle(canvas, start, end, 255, -1)
    return canvas


def words_of(mask: Mask) -> Mask:
    """Marks no larger than a word of ordinary print, also when blur has run its letters together."""
    return _words(_marks(mask))


def _words(marks: _Marks) -> Mask:
    stats = marks.stats
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    thin, long = np.minimum(width, height), np.maximum(width, height)
    kept = (thin >= 2) & (long >= 4) & (thin <= TALLEST) & (long <= LONGEST)
    kept &= ~((stats[:, cv2.CC_STAT_AREA] > 0.86 * width * height) & (thin > 12))
    kept[0] = False
    return np.take(np.where(kept, 255, 0).astype(np.uint8), marks.labels)
