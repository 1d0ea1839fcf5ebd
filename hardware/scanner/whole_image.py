"""Is what came out of the scanner a whole page? SANE says "good" for truncated and empty images too."""

import io
import warnings

from PIL import Image

from hardware.scanner.api import ScanRequest

A4_WIDTH_MM = 210.0
A4_HEIGHT_MM = 297.0
MM_PER_INCH = 25.4
SHORTEST = 0.9
LONGEST = 1.2
"""Of the size asked for: devices clip a few millimetres, or give the whole of their glass (US Letter is wider)."""

FORMATS = ("PNG", "JPEG")


def is_whole_page(image: bytes, request: ScanRequest) -> bool:
    """Whether every pixel of an A4 page at the resolution asked for can be decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(image), formats=FORMATS) as page:
                if not _has_the_size(page.size, request.dpi):
                    return False
                page.load()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Warning):
        return False
    return True


def _has_the_size(size: tuple[int, int], dpi: int) -> bool:
    wanted = (A4_WIDTH_MM / MM_PER_INCH * dpi, A4_HEIGHT_MM / MM_PER_INCH * dpi)
    return all(
        SHORTEST * expected <= pixels <= LONGEST * expected for pixels, expected in zip(size, wanted, strict=True)
    )
