"""The way by post: the kiosk makes the pack, hands post it. Nothing left until somebody notes the day and number."""

from kiosk.delivery.choice import Way
from kiosk.delivery.desk import DeskChannel


class PostChannel(DeskChannel):
    """What is looked at is the same as at the desk: a bundle that a mediator can open."""

    name = Way.POST.value
