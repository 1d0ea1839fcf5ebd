"""One or two switches: the choices light up one after another, and a press takes the one that is lit."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.screens.keys import Keys

SWITCH, STEP = 290, 291
"""Key codes of SDL: F9 is the switch, F10 the second one, which steps by hand."""
PERIOD_S = 1.6
SLOW_FACTOR = 3.0
ROUNDS = 3
"""After so many rounds without a press the light rests, until the switch is pressed again."""


class Switching:
    """`every` calls back at an interval in seconds and gives something to cancel it with.

    A choice is lit for `period` seconds.
    """

    def __init__(
        self,
        keys: "Keys",
        count: Callable[[], int],
        every: Callable[[Callable[[], None], float], Any],
        period: float = PERIOD_S,
    ) -> None:
        self._keys, self._count, self._every, self._period = keys, count, every, period
        self._ticking: Any = None
        self._steps = 0
        self.slow = False

    @property
    def running(self) -> bool:
        return self._ticking is not None

    def key(self, code: int) -> bool:
        """Take a key of a switch; False for any other."""
        if code == STEP:
            self.rest()
            self._keys.step(1)
            return True
        if code != SWITCH:
            return False
        if self._keys.shown and (self.running or not self._rested):
            self._keys.press_focused()
        self._begin()
        return True

    def new_screen(self) -> None:
        """The choices changed: the light begins again where the keys are."""
        if self.running:
            self._begin()

    def rest(self) -> None:
        """The light stays where it is."""
        if self._ticking is not None:
            self._ticking.cancel()
        self._ticking = None

    @property
    def _rested(self) -> bool:
        """Whether the light stopped by itself: the next press only wakes it."""
        return self._steps >= ROUNDS * max(1, self._count())

    def _begin(self) -> None:
        self.rest()
        self._steps = 0
        self._keys.light()
        self._ticking = self._every(self._tick, self._period * (SLOW_FACTOR if self.slow else 1.0))

    def _tick(self) -> None:
        self._steps += 1
        if self._rested:
            self.rest()
        else:
            self._keys.step(1)
