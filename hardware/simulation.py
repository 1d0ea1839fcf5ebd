"""How a simulated device suffers a fault. Shared by all of them; real drivers never import it."""

import os
import threading
import time
from pathlib import Path

from hardware.faults import Device, Effect, Fault, pending_fault, strike

EXIT_STATUS_OF_A_CRASH = 70
DAWDLING = 2.0
"""Seconds that the fault `slow` adds."""


def sensed(state_dir: Path, device: Device) -> str | None:
    """The name of the fault that the device would report now, without an operation."""
    fault = pending_fault(state_dir, device)
    return fault.name if fault is not None and fault.effect is Effect.REFUSES else None


def suffered(state_dir: Path, device: Device) -> str | None:
    """Go through the fault of this operation: hang, die, be slow, or return its name. None: all is well."""
    fault = strike(state_dir, device)
    return None if fault is None else _suffer(fault)


def _suffer(fault: Fault) -> str | None:
    match fault.effect:
        case Effect.HANGS:
            threading.Event().wait()
        case Effect.DIES:
            os._exit(EXIT_STATUS_OF_A_CRASH)
        case Effect.DAWDLES:
            time.sleep(DAWDLING)
            return None
        case Effect.REFUSES | Effect.FAILS:
            return fault.name
    return None


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place at once and for good: whole or not at all, and still there after a power cut."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def free_name(folder: Path, key: str, suffix: str) -> Path:
    """`key` as a file name, with -2, -3... when it was printed before: a second copy must be seen."""
    if not key or key != Path(key).name or key.startswith("."):
        raise ValueError("key")
    path = folder / f"{key}{suffix}"
    copy = 1
    while path.exists():
        copy += 1
        path = folder / f"{key}-{copy}{suffix}"
    return path
