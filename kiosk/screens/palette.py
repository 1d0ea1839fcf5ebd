"""Four themes, each a colour for every role. A widget asks for a role, never for a colour."""

from dataclasses import dataclass

from kiosk.journey.views import Theme

Colour = tuple[float, float, float, float]


def colour(text: str) -> Colour:
    """`#RRGGBB` as red, green, blue and opacity from 0 to 1."""
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue, 1.0


@dataclass(frozen=True, slots=True)
class Palette:
    """`card` is the ground of cards and of the bar, `edge` their outline, `action_line` green on either ground."""

    ground: Colour
    card: Colour
    edge: Colour
    text: Colour
    quiet: Colour
    action: Colour
    on_action: Colour
    action_line: Colour
    call: Colour
    on_call: Colour
    call_edge: Colour
    problem: Colour
    on_problem: Colour
    idle: Colour
    mark: Colour


def _palette(**roles: str) -> Palette:
    return Palette(**{role: colour(value) for role, value in roles.items()})


PALETTES = {
    Theme.CLEAR: _palette(
        ground="#FBF7F0", card="#FFFFFF", edge="#E3DBCB", text="#1C2A29", quiet="#45524F",
        action="#0A5239", on_action="#FFFFFF", action_line="#0A5239",
        call="#FFC233", on_call="#1C2A29", call_edge="#E0A21A",
        problem="#8A1F11", on_problem="#FFFFFF", idle="#D8D2C2", mark="#FFC233",
    ),
    Theme.NIGHT: _palette(
        ground="#0E1716", card="#172322", edge="#31413F", text="#F6F1E6", quiet="#C3CFCB",
        action="#86E3B5", on_action="#06251A", action_line="#86E3B5",
        call="#FFD166", on_call="#1C1400", call_edge="#B8923F",
        problem="#FFB4A6", on_problem="#2A0500", idle="#3A4A48", mark="#FFD166",
    ),
    Theme.SOFT: _palette(
        ground="#DDD4C1", card="#E9E1D1", edge="#B7AC95", text="#2A2722", quiet="#3B372F",
        action="#28473A", on_action="#F3EBDB", action_line="#213C31",
        call="#D9B35A", on_call="#2A2722", call_edge="#AA8A3E",
        problem="#6B241A", on_problem="#F3EBDB", idle="#BDB39D", mark="#D9B35A",
    ),
    Theme.CONTRAST: _palette(
        ground="#FFFFFF", card="#FFFFFF", edge="#000000", text="#000000", quiet="#000000",
        action="#000000", on_action="#FFFFFF", action_line="#000000",
        call="#FFFFFF", on_call="#000000", call_edge="#000000",
        problem="#000000", on_problem="#FFFFFF", idle="#BBBBBB", mark="#FFFFFF",
    ),
}  # fmt: skip

TEXT_PAIRS = (
    ("text", "ground"),
    ("text", "card"),
    ("quiet", "ground"),
    ("quiet", "card"),
    ("on_action", "action"),
    ("action_line", "ground"),
    ("action_line", "card"),
    ("on_call", "call"),
    ("problem", "ground"),
    ("problem", "card"),
    ("on_problem", "problem"),
)
"""Every pair (writing, what is behind it) that the screens use."""


def luminance(shade: Colour) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shade[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
