"""Small counts are blurred, so that nobody is recognised in a table of a small place.

Every figure that leaves the kiosk is a multiple of K; one to K - 1 is said to be "less than K". Each is rounded by
itself, totals too: a suppressed figure cannot be found again by taking the others from the total.
"""

K = 5
"""No group of fewer than this many visits is told apart (k-anonymity of published counts)."""
ENOUGH = 20
"""Fewer visits than this give no percentage."""

Cell = int | str


def blurred(count: int) -> Cell:
    """The figure as it is told: 0, « moins de 5 », or the nearest multiple of five."""
    if count < 0:
        raise ValueError("a count is not negative")
    if count == 0:
        return 0
    return f"moins de {K}" if count < K else (count + K // 2) // K * K


def share(part: int, whole: int) -> str:
    """A share in steps of five percent; nothing exact, and nothing at all of few."""
    if whole < ENOUGH:
        return f"moins de {ENOUGH} visites"
    return f"environ {round(100 * part / whole / K) * K} %"
