"""What keeps and proves, without any device: the stores, their keys, receipts and what follows them."""

import os
from dataclasses import dataclass
from functools import partial

from kiosk.clock import Clock, SystemClock
from kiosk.delivery.timestamping import Authority
from kiosk.guides.library import GuideLibrary, load_guides
from kiosk.proof import p256
from kiosk.proof.keys import KioskKey
from kiosk.proof.note import LogKey, Verifier
from kiosk.proof.seal import new_desk_identity
from kiosk.service.anchoring import Anchoring, newest_stamp
from kiosk.service.control_server import Answer, refusal
from kiosk.service.failures import FailureRecords
from kiosk.service.following import Following
from kiosk.service.kiosk_key import open_key
from kiosk.service.retention import Retention
from kiosk.service.secrets_in_memory import SecretsInMemory
from kiosk.service.stores import Stores
from kiosk.service.submissions import Place, Submissions
from kiosk.service.visits import Visits
from kiosk.settings import Settings
from kiosk.storage.anchors import Anchors
from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.epoch_vault import EpochVault
from kiosk.storage.epochs import Epochs
from kiosk.storage.ledger import Ledger
from kiosk.storage.registry import Registry
from kiosk.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Desk:
    """What keeps and proves, without any device: enough for `kiosk submit`."""

    settings: Settings
    clock: Clock
    guides: GuideLibrary
    registry: Registry
    vault: Vault
    visits: Visits
    ledger: Ledger
    submissions: Submissions
    retention: Retention
    following: Following
    anchoring: Anchoring
    failures: FailureRecords
    place: Place

    def close(self) -> None:
        self.registry.close()
        self.ledger.close()


def open_desk(settings: Settings, clock: Clock | None = None) -> Desk:
    """Open the stores, making keys and tables the first time."""
    clock = clock or SystemClock()
    settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    key, desk_identity = _keys(settings, clock)
    engine = open_engine(settings.registry_url)
    migrate(engine)
    registry = Registry(engine)
    epochs = Epochs(Vault(settings.keys_dir))
    vault = EpochVault(settings.vault_dir, epochs, lambda: clock.now().date())
    guides = load_guides(settings.guides_dir)
    ledger, log_key = Ledger(settings.ledger_path, key.sign, clock), _log_key(settings, key)
    anchors = Anchors(settings.anchors_dir)
    visits = Visits(
        registry, vault, SecretsInMemory(settings.secrets_dir), clock, os.urandom, keep_months=settings.keep_months
    )
    place = Place(settings.kiosk_name, settings.site_name, settings.site_phone, settings.keep_months)
    stores = Stores(registry, ledger, vault, clock, os.urandom)
    submissions = Submissions(
        stores,
        key=key,
        log_key=log_key,
        desk_identity=desk_identity,
        guides=guides,
        place=place,
        since=partial(newest_stamp, anchors),
        stamping=bool(settings.tsa_urls),
    )
    retention = Retention(registry, ledger, vault, epochs, clock, os.urandom, settings.keep_months)
    following = Following(stores, key=key, submissions=submissions, guides=guides, place=place)
    authorities = [Authority(url, settings.tsa_seconds) for url in settings.tsa_urls]
    anchoring = Anchoring(registry, submissions, ledger, anchors, authorities, log_key.name, clock)
    failures = FailureRecords(ledger, clock, os.urandom, key=key, guides=guides, place=place)
    return Desk(
        settings,
        clock,
        guides,
        registry,
        vault,
        visits,
        ledger,
        submissions,
        retention,
        following,
        anchoring,
        failures,
        place,
    )


def anchor_now(desk: Desk) -> Answer:
    """Stamp the receipts that wait, then the ledger's root."""
    receipts = desk.anchoring.stamp_due(at_once=True)
    anchor = desk.anchoring.anchor()
    if anchor is None:
        return refusal("Aucune autorité d’horodatage n’a répondu. Ce qui attend est gardé.")
    return {"ok": True, "sentence": f"Registre horodaté : {anchor.name}. Reçus horodatés : {receipts.done}."}


def _keys(settings: Settings, clock: Clock) -> tuple[KioskKey, str]:
    """The kiosk's signing key and the desk's key, made at the first start."""
    key = open_key(settings, clock)
    vault, folder = Vault(settings.data_dir), settings.keys_dir.name
    if not vault.has(folder, "desk.identity"):
        vault.put(folder, "desk.identity", new_desk_identity()[0].encode())
    return key, vault.get(folder, "desk.identity").decode().strip()


def _log_key(settings: Settings, key: KioskKey) -> LogKey:
    """The key that signs the ledger's checkpoints, made at the first start; the kiosk's key vouches for it."""
    vault, folder = Vault(settings.data_dir), settings.keys_dir.name
    if not vault.has(folder, "log.key.pem"):
        made = LogKey.generate(f"temoin/{settings.kiosk_name}")
        verifier = f"{made.verifier}\n".encode()
        vault.put(folder, "log.vkey", verifier)
        vault.put(folder, "log.vkey.sig", p256.to_der(key.sign(verifier)))
        vault.put(folder, "log.key.pem", made.to_pem())
    # The ledger keeps the name it began with, whatever the kiosk is called later.
    name = Verifier.parse(vault.get(folder, "log.vkey").decode()).name
    return LogKey.from_pem(name, vault.get(folder, "log.key.pem"))
