"""Small pictures of a page for the screen."""

import cv2

from kiosk.pages.model import Image
from kiosk.pages.pixels import scaled

PREVIEW_HEIGHT = 900
THUMBNAIL_HEIGHT = 260
QUALITY = 82


def preview_and_thumbnail(page: Image) -> tuple[bytes, bytes]:
    """`page` as two JPEGs, never enlarged."""
    preview = _at_most(page, PREVIEW_HEIGHT)
    return _jpeg(preview), _jpeg(_at_most(preview, THUMBNAIL_HEIGHT))


def _at_most(page: Image, height: int) -> Image:
    return scaled(page, min(1.0, height / page.shape[0]))


def _jpeg(picture: Image) -> bytes:
    done, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    if not done:
        raise ValueError("the page cannot be written as JPEG")
    return data.tobytes()
