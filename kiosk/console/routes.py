"""Every address of the console with who may use it. The automatic scan of the tests is made from this table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum

from starlette.requests import Request
from starlette.responses import Response

Endpoint = Callable[[Request], Awaitable[Response]]


class Access(IntEnum):
    """What an address asks for; each includes the one before, but for `PEER`."""

    OPEN = 0
    """The way in, and what has no secret."""
    MEDIATOR = 1
    """Signed in: steps and calls."""
    WARM = 2
    """Signed in, and a person touched the console lately: papers."""
    MANAGER = 3
    PEER = 9
    """Another kiosk of the space, with the site's key."""


SMALL, LARGE = 64 * 1024, 6 * 1024 * 1024
"""Bytes a request may carry: a form, or an acknowledgement as a file."""


@dataclass(frozen=True, slots=True)
class Address:
    """`method` on `path` (as Starlette writes it) for whoever has `access`; at most `room` bytes of body."""

    method: str
    path: str
    endpoint: Endpoint
    access: Access
    room: int = SMALL
    name: str = ""
