"""Next, previous and OK: every screen can be worked without touching it."""

from collections.abc import Callable, Sequence

from kiosk.journey.actions import Action
from kiosk.screens.widgets.tap import Tap

NEXT = frozenset({9, 274, 275})
PREVIOUS = frozenset({273, 276})
PRESS = frozenset({13, 32, 271})
TAB = 9
"""Key codes of SDL: tab and arrows; return, space and the return of the number pad."""


class Keys:
    """Which button the keys are on. The ring is drawn only once a key has been used."""

    def __init__(
        self,
        taps: Callable[[], Sequence[Tap]],
        press: Callable[[Tap], None],
        said: Callable[[Tap], None] = lambda _tap: None,
    ) -> None:
        """`said` hears what the keys came upon, to say it aloud."""
        self._taps, self._press, self._said = taps, press, said
        self._focused: Tap | None = None
        self._used = False
        self._pointed: Action | None = None

    @property
    def focused(self) -> Tap | None:
        """The button the keys are on: the way forward, else the first choice, where it was on none."""
        taps = self._taps()
        if self._focused not in taps:
            self._focused = next((tap for tap in taps if tap.kind == "filled"), taps[0] if taps else None)
        return self._focused

    def redraw(self) -> None:
        """The screen changed: the ring goes with the keys."""
        focused = self.focused
        for tap in self._taps():
            pointed = self._pointed is not None and tap.action == self._pointed
            tap.ringed = pointed or (self._used and tap is focused and self._pointed is None)

    def point_at(self, action: Action | None) -> None:
        """A mediator shows which button: it alone has the ring."""
        self._pointed = action

    def touched(self) -> None:
        """A finger needs no ring."""
        self._used = False
        self.redraw()

    def key(self, code: int, modifiers: Sequence[str]) -> bool:
        """Take a key; False when it means nothing here."""
        back = code in PREVIOUS or (code == TAB and "shift" in modifiers)
        if back or code in NEXT:
            self.step(-1 if back else 1)
            return True
        if code in PRESS and self.focused is not None:
            self.press_focused()
            return True
        return False

    @property
    def shown(self) -> bool:
        """Whether the ring is on the screen."""
        return self._used

    def press_focused(self) -> None:
        """Press what the keys are on."""
        if (focused := self.focused) is not None:
            self._press(focused)

    def light(self) -> None:
        """Show where the keys are."""
        self._used = True
        self.redraw()
        self._tell()

    def step(self, by: int) -> None:
        """Go on by so many choices; the first time, only show where the keys are."""
        taps, focused = self._taps(), self.focused
        if focused is not None and self._used:
            self._focused = taps[(taps.index(focused) + by) % len(taps)]
        self.light()

    def _tell(self) -> None:
        if (focused := self.focused) is not None:
            self._said(focused)
