"""Where everything is kept, for those who write to more than one place."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.storage.ledger import Ledger
from kiosk.storage.registry import Registry
from kiosk.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Stores:
    """The registry, the ledger and the sealed files of one kiosk, with its clock and its source of secrets."""

    registry: Registry
    ledger: Ledger
    vault: Vault
    clock: Clock
    random: Callable[[int], bytes]
