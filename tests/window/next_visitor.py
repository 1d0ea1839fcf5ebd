"""What the next visitor can find of the last one: on the window, in the frame, in the clipboards of the display."""

import ctypes
import ctypes.util
from dataclasses import replace
from typing import Any

from PIL import Image, ImageChops

from kiosk.journey.views import Frame
from kiosk.journey.visit_views import Standby

SELECTIONS = ("PRIMARY", "SECONDARY", "CLIPBOARD")
RING_ROOM = 14
"""Pixels around a button where the ring of the keys may be."""

CLOSE, FEW = 40, 0.002
"""By how much a pixel may differ between two windows, and which share of them may differ more."""


def of_nobody(frame: Frame) -> Frame:
    """`frame` without what the machine itself says at rest: its serial number, a call from here, what is broken."""
    return replace(frame, serial=0, screen=Standby(), overlay=None, help=None, actions=())


def still_parts(window: Image.Image, view: Any) -> Image.Image:
    """The pixels of the resting screen without clock, bar and moving drawing, and whether the keys were used or not."""
    from kiosk.screens.gestures.moving_drawing import MovingDrawing  # Kivy is configured by now

    left, bottom, right, top = (round(one) for one in (view.x, view.y, view.right, view.top))
    ground = window.getpixel((2, window.height // 2))
    assert isinstance(ground, tuple)
    picture = window.copy()
    for tap in [one for one in view.walk(restrict=True) if getattr(one, "action", None) is not None]:
        box = _box(tap, window.height, 0)
        inside = window.crop(box)
        picture.paste(ground, _box(tap, window.height, RING_ROOM))
        picture.paste(inside, box[:2])
    for drawing in [one for one in view.walk(restrict=True) if isinstance(one, MovingDrawing)]:
        picture.paste(ground, _box(drawing, window.height, RING_ROOM))
    return picture.crop((left, window.height - top, right, window.height - bottom))


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show the same words, drawn perhaps by another window."""
    differing = ImageChops.difference(one, other).convert("L").point(lambda shade: 255 * (shade > CLOSE))
    return differing.histogram()[255] <= FEW * differing.width * differing.height


def _box(widget: Any, height: int, more: int) -> tuple[int, int, int, int]:
    x, y = widget.to_window(widget.x, widget.y)
    left, top, right, low = x, height - y - widget.height, x + widget.width, height - y
    return round(left) - more, round(top) - more, round(right) + more, round(low) + more


def held_selections(display: str) -> list[str]:
    """The clipboards of an X display that some program offers: anything there could be pasted by whoever comes next."""
    name = ctypes.util.find_library("X11")
    assert name is not None
    x11 = ctypes.CDLL(name)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XGetSelectionOwner.restype = ctypes.c_ulong
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    assert opened.value, display
    try:
        atoms = {one: ctypes.c_ulong(x11.XInternAtom(opened, one.encode(), 0)) for one in SELECTIONS}
        return [one for one, atom in atoms.items() if x11.XGetSelectionOwner(opened, atom)]
    finally:
        x11.XCloseDisplay(opened)
