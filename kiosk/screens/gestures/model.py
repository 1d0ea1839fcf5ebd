"""A drawing that moves: layers that go from key to key, in a square of 100 × 100 units, y upwards."""

from bisect import bisect_right
from dataclasses import dataclass

PLAYS_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Key:
    """Where a layer is at `at` (0 to 1 of the loop). `flip` squeezes its width: 0 is seen edge on."""

    at: float
    x: float
    y: float
    scale: float = 1.0
    angle: float = 0.0
    alpha: float = 1.0
    flip: float = 1.0


@dataclass(frozen=True, slots=True)
class Layer:
    """A part of assets/icons/parts, and its keys in order. `accent` draws it in the colour of actions."""

    part: str
    keys: tuple[Key, ...]
    accent: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """`period` and `rest` in seconds; `still` is the moment (0 to 1) that says most when nothing may move.

    It plays twice, then rests between two plays: without a graphics chip every redraw costs 30 ms of a processor.
    """

    layers: tuple[Layer, ...]
    period: float = 5.0
    still: float = 0.55
    rest: float = 12.0

    def moment(self, seconds: float) -> float:
        """Where the loop is (0 to 1), `seconds` after it came on the screen. It begins and rests at `still`."""
        if not self.period:
            return self.still
        if seconds > PLAYS_AT_ONCE * self.period:
            seconds = min(self.period, (seconds - PLAYS_AT_ONCE * self.period) % (self.rest + self.period) - self.rest)
        return (self.still + max(0.0, seconds) / self.period) % 1.0


def _ease(ratio: float) -> float:
    return ratio * ratio * (3 - 2 * ratio)


def pose(layer: Layer, at: float) -> Key:
    """Where `layer` is at the moment `at`, from 0 to 1."""
    after = bisect_right([key.at for key in layer.keys], at)
    if after == 0:
        return layer.keys[0]
    before = layer.keys[after - 1]
    if after == len(layer.keys):
        return before
    following = layer.keys[after]
    share = _ease((at - before.at) / (following.at - before.at))

    def between(name: str) -> float:
        start: float = getattr(before, name)
        end: float = getattr(following, name)
        return start + (end - start) * share

    return Key(at, *(between(name) for name in ("x", "y", "scale", "angle", "alpha", "flip")))
