"""Memory that was freed goes back to the system, in processes that open large pictures and never end."""

import contextlib
import ctypes

M_MMAP_THRESHOLD = -3
"""From malloc.h: blocks at least so large are mapped one by one."""
LARGE_BLOCK = 1 << 20


def map_large_blocks() -> None:
    """From now on each large block goes back as soon as it is freed; where the C library is not glibc, nothing changes.

    glibc raises this threshold by itself after a large block was freed, and then keeps such blocks for ever.
    """
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK)


def give_back() -> None:
    """What was freed in small pieces goes back too. Takes some milliseconds."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
