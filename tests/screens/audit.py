"""What is wrong with a screen, computed from the tree of its widgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.screens.widgets.icon import Icon
from kiosk.screens.widgets.tap import Card, Tap
from kiosk.screens.widgets.text import Text

SLACK = 1.5
"""Pixels that rounding may take."""


@dataclass(frozen=True)
class Box:
    """What a person sees of a widget, in pixels of the window."""

    label: str
    x: float
    y: float
    right: float
    top: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.x < other.right - SLACK
            and other.x < self.right - SLACK
            and self.y < other.top - SLACK
            and other.y < self.top - SLACK
        )

    def inside(self, other: "Box") -> bool:
        return (
            self.x >= other.x - SLACK
            and self.right <= other.right + SLACK
            and self.y >= other.y - SLACK
            and self.top <= other.top + SLACK
        )

    def gap_to(self, other: "Box") -> float:
        across = max(self.x - other.right, other.x - self.right)
        along = max(self.y - other.top, other.y - self.top)
        return max(across, along)


def _box(widget: Any, label: str) -> Box:
    x, y = widget.to_window(widget.x, widget.y)
    return Box(label, x, y, x + widget.width, y + widget.height)


def _ink(text: Text) -> Box:
    """The lines of a text as they are drawn, which may be more than its box."""
    setting, box = text.setting, _box(text, text.text)
    top = box.top
    if text.valign == "middle":
        top -= (text.height - setting.height) / 2
    x = {"left": box.x, "center": box.x + (text.width - setting.width) / 2, "right": box.right - setting.width}[
        text.side
    ]
    return Box(text.text, x, top - setting.height, x + setting.width, top)


def _owner(widget: Any) -> Tap | None:
    parent = widget.parent
    while parent is not None and parent is not widget:
        if isinstance(parent, Tap):
            return parent
        if parent.parent is parent:
            return None
        parent = parent.parent
    return None


def faults(app: Any) -> Iterator[str]:
    """Every fault of the screen in front, in words."""
    stage, look = app.stage, app.look
    window = _box(stage, "window")
    widgets = list(stage.walk(restrict=True))
    texts = [w for w in widgets if isinstance(w, Text) and w.text]
    taps = [w for w in widgets if isinstance(w, Tap)]
    icons = [w for w in widgets if isinstance(w, Icon) and w.name and min(w.size) > 0]
    if not any(text.text == getattr(stage.view, "title", None) for text in texts):
        yield "the title is not on the screen"
    yield from _text_faults(texts, window, look)
    yield from _overlaps(texts, icons, taps)
    yield from _tap_faults(taps, window, look)


def _text_faults(texts: list[Text], window: Box, look: Any) -> Iterator[str]:
    for text in texts:
        ink = _ink(text)
        if not text.setting.whole:
            yield f"a word is cut: {text.text!r}"
        if not ink.inside(window):
            yield f"out of the window: {text.text!r}"
        owner = _owner(text)
        if owner is not None and not ink.inside(_box(owner, "its button")):
            yield f"out of its button: {text.text!r}"
        if text.setting.size + 1 < look.least(text.lowest or text.role):
            yield f"too small: {text.text!r}"


def _overlaps(texts: list[Text], icons: list[Icon], taps: list[Tap]) -> Iterator[str]:
    inks = [(_ink(text), _owner(text)) for text in texts]
    inks += [(_box(icon, f"icon {icon.name}"), _owner(icon)) for icon in icons]
    plates = [(_box(tap, f"button {tap.action}"), tap) for tap in taps]
    for index, (ink, owner) in enumerate(inks):
        for other, _ in inks[index + 1 :]:
            if ink.overlaps(other):
                yield f"{ink.label!r} overlaps {other.label!r}"
        for plate, tap in plates:
            if tap is not owner and ink.overlaps(plate):
                yield f"{ink.label!r} overlaps {plate.label}"


def _tap_faults(taps: list[Tap], window: Box, look: Any) -> Iterator[str]:
    boxes = [_box(tap, f"{tap.action} {tap.value or ''}") for tap in taps]
    for tap, box in zip(taps, boxes, strict=True):
        if min(tap.size) < look.mm(20.0) - 1:
            yield f"smaller than 20 mm: {box.label} {min(tap.size) / look.mm(1):.1f} mm"
        if not box.inside(window):
            yield f"out of the window: {box.label}"
        if isinstance(tap, Card) and not tap.title:
            yield f"a card without words: {box.label}"
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if box.gap_to(other) < look.mm(5.0) - 1:
                yield f"closer than 5 mm: {box.label} and {other.label}"
