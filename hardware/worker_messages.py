"""What the core and a worker say to each other, and what the core makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class WorkerFault(StrEnum):
    """Why a call gave no answer."""

    TIMED_OUT = "timed_out"
    """Not done by its deadline; the child and all its children were killed."""

    CRASHED = "crashed"
    """The child died, or spoke nonsense, in the middle of the call."""

    RAISED = "raised"
    """The method raised; the child lives on. `detail` is the name of the exception's class, never its text."""

    BUSY = "busy"
    """Another call held the worker until this one's deadline. Nothing was killed."""

    UNAVAILABLE = "unavailable"
    """No child: stopped, restarting later than the deadline, or failed too often. See `status()`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the method returned."""

    value: object


@dataclass(frozen=True, slots=True)
class WorkerFailed:
    """The call gave nothing."""

    fault: WorkerFault
    detail: str = ""


WorkerAnswer = Answer | WorkerFailed


@dataclass(frozen=True, slots=True)
class Running:
    """A child is there, or is being started. `ready` once its object is built."""

    pid: int
    ready: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Not started, or stopped on purpose."""


@dataclass(frozen=True, slots=True)
class BackingOff:
    """It failed; the next child starts in `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class CircuitOpen:
    """It failed too often; one attempt to heal is made in `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """Healing failed. Only a person's `start()` tries again."""


WorkerStatus = Running | Stopped | BackingOff | CircuitOpen | OutOfOrder


# --- on the wire --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Build:
    """The first message to a child: what it serves. `memory_limit` in bytes of address space."""

    factory: str
    arguments: Mapping[str, object]
    memory_limit: int | None


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    arguments: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """The object is built."""


@dataclass(frozen=True, slots=True)
class Returned:
    value: object


@dataclass(frozen=True, slots=True)
class Raised:
    exception: str


Reply = Ready | Returned | Raised
