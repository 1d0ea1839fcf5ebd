"""The drawings, by name. Those of refused pages bear the code of the problem that they mend."""

from kiosk.screens.gestures.model import Drawing, Key, Layer


def _fixed(part: str, x: float, y: float, scale: float = 1.0, *, accent: bool = False) -> Layer:
    return Layer(part, (Key(0, x, y, scale),), accent)


def _appears(part: str, x: float, y: float, since: float, scale: float = 0.6) -> Layer:
    return Layer(
        part,
        (Key(0, x, y, scale, alpha=0), Key(since, x, y, scale, alpha=0), Key(since + 0.08, x, y, scale), Key(1, x, y, scale)),
        accent=True,
    )  # fmt: skip


_GLASS = _fixed("glass", 50, 52)
_ON_GLASS = (50.0, 52.0)
_DONE = _appears("check", 84, 18, 0.62)


def _onto_glass(part: str = "sheet_back", *, scale: float = 1.0) -> Layer:
    x, y = _ON_GLASS
    return Layer(
        part, (Key(0, 118, 30, scale, -14, 0), Key(0.12, 108, 34, scale, -14), Key(0.5, x, y, scale), Key(1, x, y, scale))
    )  # fmt: skip


_FLIPPED = (
    Layer(
        "sheet",
        (
            Key(0, 62, 30, 1, -8, 0), Key(0.1, 62, 30, 1, -8), Key(0.24, 62, 30, 1, -4),
            Key(0.34, 60, 36, 1, 0, 1, 0.02), Key(0.341, 60, 36, 1, 0, 0, 0.02), Key(1, 60, 36, 1, 0, 0, 0.02),
        ),
    ),
    Layer(
        "sheet_back",
        (
            Key(0, 60, 36, 1, 0, 0, 0.02), Key(0.34, 60, 36, 1, 0, 0, 0.02), Key(0.341, 60, 36, 1, 0, 1, 0.02),
            Key(0.44, 57, 42), Key(0.6, 50, 52), Key(1, 50, 52),
        ),
    ),
)  # fmt: skip

DRAWINGS = {
    "place": Drawing((_GLASS, *_FLIPPED, _appears("check", 86, 16, 0.64)), 6.0, 0.2),
    "scanning": Drawing(
        (
            _GLASS,
            _fixed("sheet_back", 50, 52),
            Layer("light", (Key(0, 50, 84), Key(0.5, 50, 20), Key(1, 50, 84)), accent=True),
        ),
        3.2,
        0.22,
    ),
    "take": Drawing(
        (
            _GLASS,
            Layer("sheet_back", (Key(0, 50, 52), Key(0.25, 50, 52), Key(0.6, 104, 40, 1, -12), Key(0.8, 122, 36, 1, -14, 0), Key(1, 122, 36, 1, -14, 0))),
        ),
        5.0,
        0.4,
    ),
    "receipt": Drawing(
        (
            Layer("receipt", (Key(0, 50, 62, 0.8), Key(0.15, 50, 62, 0.8), Key(0.6, 50, 30, 0.8), Key(1, 50, 30, 0.8))),
            _fixed("printer", 50, 64),
        ),
        5.0,
        0.6,
    ),
    "welcome": Drawing(
        (
            _fixed("tower", 35, 52, 0.95),
            Layer("sheet", (Key(0, 78, 66, 0.6, -8, 0), Key(0.15, 78, 66, 0.6, -8), Key(0.4, 60, 66, 0.6), Key(0.46, 54, 66, 0.6, 0, 0), Key(1, 54, 66, 0.6, 0, 0))),
            Layer("receipt", (Key(0, 60, 40, 0.6, 0, 0), Key(0.5, 60, 40, 0.6, 0, 0), Key(0.72, 80, 36, 0.75), Key(1, 80, 36, 0.75))),
            _appears("check", 87, 17, 0.78, 0.5),
        ),
        8.0,
        0.9,
    ),
    "sealed": Drawing((_fixed("sheet", 44, 54, 1.3), _fixed("lock", 68, 32, 0.8, accent=True)), 0.0),
    "calling": Drawing(
        (Layer("bell", (Key(0, 50, 50, 1.4), Key(0.1, 50, 50, 1.4, 9), Key(0.2, 50, 50, 1.4, -9), Key(0.3, 50, 50, 1.4, 5), Key(0.4, 50, 50, 1.4), Key(1, 50, 50, 1.4)), accent=True),),
        4.0,
        0.1,
    ),
    "person": Drawing((_fixed("person", 50, 50, 1.35, accent=True),), 0.0),
    "coming": Drawing(
        (
            Layer("person", (Key(0, 20, 50, 0.7, 0, 0), Key(0.2, 26, 50, 0.8), Key(0.7, 50, 50, 1.35), Key(1, 50, 50, 1.35)), accent=True),
        ),
        5.0,
        0.8,
    ),
    "broken_tools": Drawing((_fixed("tools", 50, 50, 1.3),), 0.0),
    "broken_scanner": Drawing((_GLASS, _fixed("tools", 51, 50, 0.8, accent=True)), 0.0),
    "broken_printer": Drawing((_fixed("printer", 50, 60), _fixed("tools", 70, 30, 0.7, accent=True)), 0.0),
    "broken_sheet": Drawing((_fixed("sheet", 46, 52, 1.3), _fixed("question", 72, 28, 0.7, accent=True)), 0.0),
    "broken_lock": Drawing((_fixed("lock", 50, 52, 1.3),), 0.0),
    "blurred": Drawing(
        (
            _GLASS,
            Layer("sheet_back", (Key(0, 53, 54, 1, 5), Key(0.06, 47, 50, 1, -4), Key(0.12, 53, 53, 1, 4), Key(0.18, 47, 51, 1, -3), Key(0.3, 50, 52), Key(1, 50, 52))),
            Layer("hand", (Key(0, 62, 4, 0.9, 0, 0), Key(0.3, 62, 4, 0.9, 0, 0), Key(0.48, 58, 32, 0.9), Key(1, 58, 32, 0.9))),
            _DONE,
        ),
        5.0,
        0.8,
    ),
    "cut_off": Drawing(
        (_GLASS, Layer("sheet_back", (Key(0, 84, 76, 1, 8), Key(0.2, 84, 76, 1, 8), Key(0.55, 50, 52), Key(1, 50, 52))), _DONE),
        5.0,
        0.1,
    ),
    "dark": Drawing(
        (_GLASS, _fixed("sheet_back", 50, 52), Layer("lid", (Key(0, 50, 122), Key(0.2, 50, 110), Key(0.55, 50, 53), Key(1, 50, 53))), _DONE),
        5.0,
        0.36,
    ),
    "glare": Drawing(
        (
            Layer("sheet", (Key(0, 44, 48), Key(0.2, 44, 48), Key(0.6, 44, 74), Key(1, 44, 74))),
            _fixed("sleeve_front", 44, 42),
            _DONE,
        ),
        5.0,
        0.6,
    ),
    "blank": Drawing(
        (
            _GLASS,
            Layer("sheet_back", (Key(0, 50, 52), Key(0.2, 50, 52), Key(0.4, 50, 52, 1, 0, 1, 0.02), Key(0.401, 50, 52, 1, 0, 0, 0.02), Key(1, 50, 52, 1, 0, 0, 0.02))),
            Layer("sheet", (Key(0, 50, 52, 1, 0, 0, 0.02), Key(0.4, 50, 52, 1, 0, 0, 0.02), Key(0.401, 50, 52, 1, 0, 1, 0.02), Key(0.6, 50, 52), Key(1, 50, 52))),
            _fixed("turn", 84, 20, 0.6, accent=True),
        ),
        5.0,
        0.32,
    ),
    "low_resolution": Drawing(
        (_GLASS, Layer("sheet_back", (Key(0, 60, 40, 1.35, 6), Key(0.2, 60, 40, 1.35, 6), Key(0.55, 50, 52), Key(1, 50, 52))), _DONE),
        5.0,
        0.7,
    ),
    "folded": Drawing(
        (
            Layer("half_sheet", (Key(0, 50, 38, 1.4), Key(0.3, 50, 38, 1.4), Key(0.42, 50, 38, 1.4, 0, 0), Key(1, 50, 38, 1.4, 0, 0))),
            Layer("sheet", (Key(0, 50, 50, 1.4, 0, 0), Key(0.3, 50, 50, 1.4, 0, 0), Key(0.45, 50, 52, 1.4), Key(1, 50, 52, 1.4))),
            _DONE,
        ),
        5.0,
        0.1,
    ),
    "not_a_document": Drawing((_GLASS, _fixed("question", 50, 52, 0.8), _onto_glass(), _DONE), 5.0, 0.2),
    "duplicate": Drawing(
        (
            Layer("sheet", (Key(0, 28, 54), Key(1, 28, 54))),
            Layer("sheet", (Key(0, 72, 54), Key(0.3, 72, 54), Key(0.6, 112, 44, 1, -14, 0), Key(1, 112, 44, 1, -14, 0))),
            Layer("equals", (Key(0, 50, 54, 0.6), Key(0.3, 50, 54, 0.6), Key(0.45, 50, 54, 0.6, 0, 0), Key(1, 50, 54, 0.6, 0, 0)), accent=True),
        ),
        5.0,
        0.1,
    ),
    "missing_page": Drawing((_fixed("sheet", 28, 54), _fixed("ghost_sheet", 72, 54), _fixed("plus", 72, 54, 0.55, accent=True)), 0.0),
    "upside_down": Drawing(
        (
            Layer("sheet", (Key(0, 44, 52, 1.2, 180), Key(0.25, 44, 52, 1.2, 180), Key(0.65, 44, 52, 1.2, 0), Key(1, 44, 52, 1.2, 0))),
            _fixed("turn", 82, 22, 0.6, accent=True),
        ),
        5.0,
        0.4,
    ),
}  # fmt: skip


def drawing(name: str) -> Drawing:
    """The drawing of that name; that of laying a sheet down for one that does not exist."""
    return DRAWINGS.get(name, DRAWINGS["place"])
