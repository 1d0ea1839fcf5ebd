"""The desk: what waits there is sealed, and is not sent."""

import pyrage

from kiosk.delivery.api import Channel, DeliveryFault, DeliveryItem, Failed, NoHand, WaitingForMediator
from kiosk.delivery.desk import DeskChannel


def item(bundle: bytes) -> DeliveryItem:
    return DeliveryItem("submission", "T-1", "ft.bulletins", bundle)


def test_a_sealed_bundle_waits_for_a_mediator() -> None:
    recipient = pyrage.x25519.Identity.generate().to_public()
    channel: Channel = DeskChannel()
    sealed = pyrage.encrypt(b"%PDF-1.7", [recipient])
    assert channel.deliver(item(sealed), NoHand()) == WaitingForMediator()
    assert channel.deliver(item(sealed), NoHand()) == WaitingForMediator()


def test_a_clear_or_missing_bundle_is_refused() -> None:
    assert DeskChannel().deliver(item(b"%PDF-1.7"), NoHand()) == Failed(DeliveryFault.BUNDLE_DAMAGED)
    assert DeskChannel().deliver(item(b""), NoHand()) == Failed(DeliveryFault.BUNDLE_MISSING)


def test_the_bundle_never_shows_in_a_log() -> None:
    assert "secret" not in repr(item(b"secret"))
