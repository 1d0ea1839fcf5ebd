"""One pass of the outbox, as the core makes it every few seconds."""

from kiosk.service.delivering import Delivering
from kiosk.service.watching import Watching


def deliver_all(delivering: Delivering, watching: Watching) -> None:
    for owed in delivering.due():
        delivering.deliver(owed)
    watching.look()
