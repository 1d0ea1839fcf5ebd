"""The desk channel: the bundle waits, sealed, until a mediator takes it and uploads it to the portal by hand."""

from kiosk.delivery.api import DeliveryFault, DeliveryItem, DeliveryOutcome, Failed, Hand, WaitingForMediator

DESK = "desk"
_AGE_HEADER = b"age-encryption.org/v1\n"


class DeskChannel:
    """Nothing leaves by itself: the bundle is checked, and is then the mediators’ to send."""

    name = DESK
    repeatable = True

    def deliver(self, item: DeliveryItem, hand: Hand) -> DeliveryOutcome:  # noqa: ARG002 — nothing leaves
        """Look that a mediator will find something to open. A clear bundle is refused: it must not lie about."""
        if not item.bundle:
            return Failed(DeliveryFault.BUNDLE_MISSING)
        if not item.bundle.startswith(_AGE_HEADER):
            return Failed(DeliveryFault.BUNDLE_DAMAGED)
        return WaitingForMediator()
