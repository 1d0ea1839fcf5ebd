"""Who works here and put a badge in: kept beside the visit, which waits beneath and loses nothing."""

from dataclasses import dataclass, field
from enum import StrEnum


class Stage(StrEnum):
    """How far a badge has come."""

    READING = "reading"
    REFUSED = "refused"
    PIN = "pin"
    CHECKING = "checking"
    OPEN = "open"
    WORKING = "working"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Seat:
    """A badge in the reader. `typed` are the digits given so far: the PIN never leaves this place but for the card."""

    stage: Stage = Stage.READING
    holder: str = ""
    role: str = ""
    tries_left: int = 0
    fault: str = ""
    said: str = ""
    typed: str = field(default="", repr=False)
