"""One pass of the outbox in a process of its own, killed just before its n-th step that leaves a trace."""

import http.client
import os
import pathlib
import signal
import smtplib
from collections.abc import Callable
from typing import Any

from kiosk.application.desk import open_desk
from kiosk.application.outgoing import open_outgoing
from kiosk.clock import FakeClock
from kiosk.storage.ledger import Ledger
from kiosk.storage.registry import Registry
from kiosk.storage.vault import Vault
from tests.delivery.passes import deliver_all
from tests.support.desk import MORNING, desk_settings

STEPS: tuple[tuple[type, str], ...] = (
    (smtplib.SMTP, "docmd"),
    (smtplib.SMTP, "send"),
    (smtplib.SMTP, "getreply"),
    (http.client.HTTPConnection, "request"),
    (http.client.HTTPConnection, "getresponse"),
    (Ledger, "_execute"),
    (Registry, "move_dispatch"),
    (Registry, "move_submission"),
    (Registry, "settle_dispatches"),
    (Registry, "obligation_done"),
    (Registry, "obligation_failed"),
    (Registry, "add_obligations"),
    (Vault, "put"),
    (Vault, "remove"),
    (pathlib.Path, "replace"),
)
"""What can be seen from outside, on the disk or on the line. Between two of them a kill makes no difference."""


def run(folder: pathlib.Path, settings: dict[str, object], kill_before: int, hours: float) -> None:
    """The process ends by SIGKILL before step `kill_before`, or with status 0 after fewer steps."""
    countdown = kill_before
    desk = open_desk(desk_settings(folder, **settings), FakeClock(MORNING))
    desk.clock.advance(hours * 3600)  # type: ignore[attr-defined]  # a FakeClock

    def killing(genuine: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **more: Any) -> Any:
            nonlocal countdown
            countdown -= 1
            if countdown == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return genuine(*arguments, **more)

        return step

    delivering, watching = open_outgoing(desk)
    for owner, name in STEPS:
        setattr(owner, name, killing(getattr(owner, name)))
    deliver_all(delivering, watching)
