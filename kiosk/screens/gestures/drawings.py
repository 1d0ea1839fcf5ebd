"""The drawings, by name. Those of refused pages bear the code of the problem that they mend."""

from kiosk.screens.gestures.model import Drawing, Key, Layer


def _moving(part: str, *keys: tuple[float, ...], accent: bool = False) -> Layer:
    """Keys as (at, x, y, scale, angle, alpha, flip), the last ones left out where they are the usual ones."""
    return Layer(part, tuple(Key(*key) for key in keys), accent)


def _fixed(part: str, x: float, y: float, scale: float = 1.0, *, accent: bool = False) -> Layer:
    return _moving(part, (0, x, y, scale), accent=accent)


def _appears(part: str, x: float, y: float, since: float, scale: float = 0.6) -> Layer:
    hidden, shown = (x, y, scale, 0, 0), (x, y, scale)
    return _moving(part, (0, *hidden), (since, *hidden), (since + 0.08, *shown), (1, *shown), accent=True)


_GLASS = _fixed("glass", 50, 52)
_DONE = _appears("check", 84, 18, 0.62)

_ONTO_GLASS = _moving("sheet_back", (0, 118, 30, 1, -14, 0), (0.12, 108, 34, 1, -14), (0.5, 50, 52), (1, 50, 52))

_FLIPPED = (
    _moving(
        "sheet",
        (0, 62, 30, 1, -8, 0),
        (0.1, 62, 30, 1, -8),
        (0.24, 62, 30, 1, -4),
        (0.34, 60, 36, 1, 0, 1, 0.02),
        (0.341, 60, 36, 1, 0, 0, 0.02),
        (1, 60, 36, 1, 0, 0, 0.02),
    ),
    _moving(
        "sheet_back",
        (0, 60, 36, 1, 0, 0, 0.02),
        (0.34, 60, 36, 1, 0, 0, 0.02),
        (0.341, 60, 36, 1, 0, 1, 0.02),
        (0.44, 57, 42),
        (0.6, 50, 52),
        (1, 50, 52),
    ),
)

DRAWINGS = {
    "place": Drawing((_GLASS, *_FLIPPED, _appears("check", 86, 16, 0.64)), 6.0, 0.2),
    "scanning": Drawing(
        (
            _GLASS,
            _fixed("sheet_back", 50, 52),
            _moving("light", (0, 50, 84), (0.5, 50, 20), (1, 50, 84), accent=True),
        ),
        3.2,
        0.22,
        rest=0.0,
    ),
    "take": Drawing(
        (
            _GLASS,
            _moving(
                "sheet_back",
                (0, 50, 52),
                (0.25, 50, 52),
                (0.6, 104, 40, 1, -12),
                (0.8, 122, 36, 1, -14, 0),
                (1, 122, 36, 1, -14, 0),
            ),
        ),
        5.0,
        0.4,
    ),
    "place_ticket": Drawing(
        (
            _GLASS,
            _moving(
                "receipt", (0, 118, 34, 0.7, -14, 0), (0.15, 106, 36, 0.7, -14), (0.55, 50, 52, 0.7), (1, 50, 52, 0.7)
            ),
            _DONE,
        ),
        5.0,
        0.8,
    ),
    "receipt": Drawing(
        (
            _moving("receipt", (0, 50, 62, 0.8), (0.15, 50, 62, 0.8), (0.6, 50, 30, 0.8), (1, 50, 30, 0.8)),
            _fixed("printer", 50, 64),
        ),
        5.0,
        0.6,
    ),
    "plug_stick": Drawing(
        (
            _fixed("tower", 35, 52, 0.95),
            _moving("stick", (0, 96, 62, 0.8, 0, 0), (0.15, 92, 62, 0.8), (0.6, 66, 62, 0.8), (1, 66, 62, 0.8)),
            _appears("check", 86, 20, 0.7, 0.5),
        ),
        5.0,
        0.8,
    ),
    "broken_stick": Drawing((_fixed("stick", 46, 58, 0.9), _fixed("question", 72, 28, 0.7, accent=True)), 0.0),
    "unplug_stick": Drawing(
        (
            _fixed("tower", 35, 52, 0.95),
            _moving("stick", (0, 66, 62, 0.8), (0.2, 66, 62, 0.8), (0.7, 78, 62, 0.8), (1, 78, 62, 0.8)),
        ),
        5.0,
        0.8,
    ),
    "welcome": Drawing(
        (
            _fixed("tower", 35, 52, 0.95),
            _moving(
                "sheet",
                (0, 78, 66, 0.6, -8, 0),
                (0.15, 78, 66, 0.6, -8),
                (0.4, 60, 66, 0.6),
                (0.46, 54, 66, 0.6, 0, 0),
                (1, 54, 66, 0.6, 0, 0),
            ),
            _moving(
                "receipt", (0, 60, 40, 0.6, 0, 0), (0.5, 60, 40, 0.6, 0, 0), (0.72, 80, 36, 0.75), (1, 80, 36, 0.75)
            ),
            _appears("check", 87, 17, 0.78, 0.5),
        ),
        8.0,
        0.9,
        rest=40.0,
    ),
    "sealed": Drawing((_fixed("sheet", 44, 54, 1.3), _fixed("lock", 68, 32, 0.8, accent=True)), 0.0),
    "calling": Drawing(
        (
            _moving(
                "bell",
                (0, 50, 50, 1.4),
                (0.1, 50, 50, 1.4, 9),
                (0.2, 50, 50, 1.4, -9),
                (0.3, 50, 50, 1.4, 5),
                (0.4, 50, 50, 1.4),
                (1, 50, 50, 1.4),
                accent=True,
            ),
        ),
        4.0,
        0.1,
    ),
    "person": Drawing((_fixed("person", 50, 50, 1.35, accent=True),), 0.0),
    "coming": Drawing(
        (
            _moving(
                "person",
                (0, 20, 50, 0.7, 0, 0),
                (0.2, 26, 50, 0.8),
                (0.7, 50, 50, 1.35),
                (1, 50, 50, 1.35),
                accent=True,
            ),
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
            _moving(
                "sheet_back",
                (0, 53, 54, 1, 5),
                (0.06, 47, 50, 1, -4),
                (0.12, 53, 53, 1, 4),
                (0.18, 47, 51, 1, -3),
                (0.3, 50, 52),
                (1, 50, 52),
            ),
            _moving("hand", (0, 62, 4, 0.9, 0, 0), (0.3, 62, 4, 0.9, 0, 0), (0.48, 58, 32, 0.9), (1, 58, 32, 0.9)),
            _DONE,
        ),
        5.0,
        0.8,
    ),
    "cut_off": Drawing(
        (_GLASS, _moving("sheet_back", (0, 70, 66, 1, 8), (0.2, 70, 66, 1, 8), (0.55, 50, 52), (1, 50, 52)), _DONE),
        5.0,
        0.1,
    ),
    "dark": Drawing(
        (
            _fixed("glass", 50, 44, 0.8),
            _fixed("sheet_back", 50, 44, 0.8),
            _moving("lid", (0, 50, 110, 0.8), (0.2, 50, 98, 0.8), (0.55, 50, 45, 0.8), (1, 50, 45, 0.8)),
            _DONE,
        ),
        5.0,
        0.4,
    ),
    "glare": Drawing(
        (
            _moving("sheet", (0, 46, 52, 1.3), (0.25, 46, 52, 1.3), (0.6, 44, 50, 1.3, 24), (1, 44, 50, 1.3, 24)),
            _fixed("turn", 84, 22, 0.6, accent=True),
        ),
        5.0,
        0.7,
    ),
    "blank": Drawing(
        (
            _GLASS,
            _moving(
                "sheet_back",
                (0, 50, 52),
                (0.2, 50, 52),
                (0.4, 50, 52, 1, 0, 1, 0.02),
                (0.401, 50, 52, 1, 0, 0, 0.02),
                (1, 50, 52, 1, 0, 0, 0.02),
            ),
            _moving(
                "sheet",
                (0, 50, 52, 1, 0, 0, 0.02),
                (0.4, 50, 52, 1, 0, 0, 0.02),
                (0.401, 50, 52, 1, 0, 1, 0.02),
                (0.6, 50, 52),
                (1, 50, 52),
            ),
            _fixed("turn", 84, 20, 0.6, accent=True),
        ),
        5.0,
        0.28,
    ),
    "low_resolution": Drawing((_GLASS, *_FLIPPED, _DONE), 6.0, 0.2),
    "folded": Drawing(
        (
            _fixed("ghost_sheet", 50, 52, 1.4),
            _moving(
                "half_sheet", (0, 50, 34, 1.4), (0.3, 50, 34, 1.4), (0.42, 50, 34, 1.4, 0, 0), (1, 50, 34, 1.4, 0, 0)
            ),
            _moving("sheet", (0, 50, 50, 1.4, 0, 0), (0.3, 50, 50, 1.4, 0, 0), (0.45, 50, 52, 1.4), (1, 50, 52, 1.4)),
            _DONE,
        ),
        5.0,
        0.1,
    ),
    "not_a_document": Drawing((_GLASS, _fixed("question", 50, 52, 0.8), _ONTO_GLASS, _DONE), 5.0, 0.2),
    "duplicate": Drawing(
        (
            _moving("sheet", (0, 28, 54), (1, 28, 54)),
            _moving("sheet", (0, 72, 54), (0.3, 72, 54), (0.6, 112, 44, 1, -14, 0), (1, 112, 44, 1, -14, 0)),
            _moving(
                "equals",
                (0, 50, 54, 0.6),
                (0.3, 50, 54, 0.6),
                (0.45, 50, 54, 0.6, 0, 0),
                (1, 50, 54, 0.6, 0, 0),
                accent=True,
            ),
        ),
        5.0,
        0.1,
    ),
    "missing_page": Drawing(
        (_fixed("sheet", 28, 54), _fixed("ghost_sheet", 72, 54), _fixed("plus", 72, 54, 0.55, accent=True)), 0.0
    ),
    "upside_down": Drawing(
        (
            _moving(
                "sheet", (0, 44, 52, 1.2, 180), (0.25, 44, 52, 1.2, 180), (0.65, 44, 52, 1.2, 0), (1, 44, 52, 1.2, 0)
            ),
            _fixed("turn", 82, 22, 0.6, accent=True),
        ),
        5.0,
        0.4,
    ),
    "seal_differs": Drawing((_fixed("sheet", 30, 54), _fixed("person", 72, 50, accent=True)), 0.0),
}


def drawing(name: str) -> Drawing:
    """The drawing of that name; that of laying a sheet down for one that does not exist."""
    return DRAWINGS.get(name, DRAWINGS["place"])
