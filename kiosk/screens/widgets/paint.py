"""The roles of the theme that each kind of button takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paint:
    """Names of roles of the palette; `shadow` None where the plate lies flat."""

    fill: str
    ink: str
    edge: str
    shadow: str | None = None


PAINT = {
    "filled": Paint("action", "on_action", "action"),
    "outlined": Paint("card", "action_line", "action_line"),
    "card": Paint("card", "text", "edge", "edge"),
    "chosen": Paint("card", "text", "action_line", "action_line"),
    "bar": Paint("card", "action_line", "action_line"),
    "call": Paint("call", "on_call", "call_edge"),
    "called": Paint("card", "text", "call_edge"),
    "problem": Paint("card", "problem", "problem"),
    "idle": Paint("card", "quiet", "card"),
}
