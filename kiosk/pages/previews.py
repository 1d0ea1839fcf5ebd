"""A small picture of a page for the screen."""

import cv2

from kiosk.pages.model import Image

QUALITY = 82


def preview_jpeg(page: Image, height: int) -> bytes:
    """`page` as a JPEG `height` pixels high, never enlarged."""
    scale = min(1.0, height / page.shape[0])
    small = cv2.resize(
        page, (max(round(page.shape[1] * scale), 1), max(round(page.shape[0] * scale), 1)), interpolation=cv2.INTER_AREA
    )
    done, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, QUALITY, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    if not done:
        raise ValueError("the page cannot be written as JPEG")
    return data.tobytes()
