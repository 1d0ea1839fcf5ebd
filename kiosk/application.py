"""The one place that picks the parts and drivers of a kiosk, and starts and stops them in order."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import partial

import structlog

from hardware.scanner.api import ScanRequest
from kiosk.assets import asset
from kiosk.clock import Clock, SystemClock
from kiosk.delivery.by_hand import PostChannel
from kiosk.delivery.demarche import DemarcheChannel, DemarcheSettings
from kiosk.delivery.desk import DeskChannel
from kiosk.delivery.mail import MailChannel, MailSettings
from kiosk.delivery.retry import BackOff
from kiosk.delivery.timestamping import Authority
from kiosk.doctor.model import Machine
from kiosk.doctor.trial import try_machine
from kiosk.drivers import open_devices
from kiosk.guides.library import GuideLibrary, load_guides
from kiosk.guides.schema import Guide
from kiosk.journey.effects import Effect
from kiosk.journey.events import DevicesChanged, Started
from kiosk.journey.model import Delays, GuideFacts, Interrupted, Rules, Step
from kiosk.journey.staff_effects import StaffEffect
from kiosk.journey.visit_views import GuideCard
from kiosk.mediation.escalation import Patience
from kiosk.proof import p256
from kiosk.proof.key_words import all_words
from kiosk.proof.keys import KioskKey
from kiosk.proof.note import LogKey, Verifier
from kiosk.proof.seal import new_desk_identity
from kiosk.screens.words.staff import device_line
from kiosk.service.admitting import Admitting
from kiosk.service.anchoring import Anchoring, newest_stamp
from kiosk.service.badges import Badges
from kiosk.service.board import Board
from kiosk.service.console_outbox import ConsoleOutbox
from kiosk.service.control_server import Answer, ControlServer, refusal
from kiosk.service.core import Core
from kiosk.service.counting import Counting
from kiosk.service.delivering import Delivering
from kiosk.service.delivering import work as keep_delivering
from kiosk.service.desk_requests import DeskRequests, Printers
from kiosk.service.devices import Devices
from kiosk.service.effects import Effects
from kiosk.service.failures import FailureRecords, FailureRequests
from kiosk.service.following import Following
from kiosk.service.helping import Helping
from kiosk.service.jobs import Jobs
from kiosk.service.kiosk_key import open_key
from kiosk.service.morning import Morning
from kiosk.service.opening import Opening
from kiosk.service.openings import Openings
from kiosk.service.printing import Printing
from kiosk.service.resuming import Resuming
from kiosk.service.retention import Retention
from kiosk.service.returning import Returning
from kiosk.service.scanning import Scanning
from kiosk.service.screen_server import ScreenServer
from kiosk.service.secrets_in_memory import SecretsInMemory
from kiosk.service.sending import Addresses, Sending
from kiosk.service.sending_requests import SendingRequests
from kiosk.service.sharing import Sharing
from kiosk.service.space_reports import SpaceReports
from kiosk.service.staff import Staff
from kiosk.service.stores import Stores
from kiosk.service.submissions import Place, Submissions
from kiosk.service.tried import Tried
from kiosk.service.trust import Trust
from kiosk.service.trying import Trying
from kiosk.service.visitor_copies import VisitorCopies
from kiosk.service.visits import Visits
from kiosk.service.watching import ASK_AGAIN, Watching
from kiosk.settings import Settings
from kiosk.storage.alone import only_core
from kiosk.storage.anchors import Anchors
from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.epoch_vault import EpochVault
from kiosk.storage.epochs import Epochs
from kiosk.storage.ledger import Ledger
from kiosk.storage.registry import Registry
from kiosk.storage.vault import Vault
from kiosk.words import SOURCE_LANGUAGE

log = structlog.get_logger()

HEALTH_SECONDS = 10.0
PURGE_SECONDS = 3600.0


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


def open_outgoing(desk: Desk) -> tuple[Delivering, Watching]:
    """The outbox with its channels, and what looks at their answers."""
    settings = desk.settings
    mail = MailSettings(
        settings.mail_host,
        settings.mail_port,
        settings.mail_security,
        settings.mail_sender,
        settings.site_name,
        settings.mail_user,
        settings.mail_secret,
        settings.mail_trust,
        int(settings.mail_largest_mb * 1_000_000),
        settings.mail_addresses,
    )
    demarche = DemarcheChannel(DemarcheSettings(settings.demarche_url, settings.demarche_trust), desk.guides)
    channels = (DeskChannel(), PostChannel(), MailChannel(mail, desk.guides), demarche)
    delivering = Delivering(
        desk.registry,
        desk.vault,
        {one.name: one for one in channels},
        BackOff(),
        desk.clock,
        submissions=desk.submissions,
        following=desk.following,
    )
    watching = Watching(
        desk.registry,
        desk.vault,
        desk.clock,
        submissions=desk.submissions,
        following=desk.following,
        demarche=demarche,
        maildir=settings.mail_folder,
        ask_again=ASK_AGAIN * settings.pace,
    )
    return delivering, watching


def open_openings(desk: Desk) -> Openings:
    """Who opened what, in the ledger."""
    return Openings(desk.registry, desk.ledger, desk.vault, desk.submissions, desk.clock, os.urandom)


def open_sending(desk: Desk, printers: Printers, openings: Openings | None = None) -> SendingRequests:
    """What mediators ask of the outbox."""
    settings = desk.settings
    sending = Sending(
        desk.registry,
        desk.vault,
        desk.clock,
        submissions=desk.submissions,
        guides=desk.guides,
        addresses=Addresses(settings.mail_addresses, settings.post_addresses),
    )
    copies = VisitorCopies(
        desk.registry, desk.vault, desk.submissions, settings.stick_folders, mounted=settings.stick_mounted
    )
    openings = openings or open_openings(desk)
    return SendingRequests(desk.registry, sending, copies, printers, desk.clock, openings)


def rules(settings: Settings, guides: GuideLibrary) -> Rules:
    """What the journey is told of this kiosk."""
    return Rules(
        languages=settings.languages,
        guides={guide.id: _facts(guide, settings.languages) for guide in guides.offered()},
        keep_months=settings.keep_months,
        bodies=settings.bodies,
        key_words=all_words(),
        delays=Delays().scaled(settings.pace),
    )


async def run_core(settings: Settings) -> None:
    """The core process: serves the screen and the mediators until cancelled."""
    with only_core(settings.data_dir):
        await _run_alone(settings)


async def _run_alone(settings: Settings) -> None:
    desk = await asyncio.to_thread(open_desk, settings)
    desk.vault.sweep()
    desk.submissions.recover()
    desk.following.recover()
    counting = Counting(desk.registry, desk.clock)
    core = Core(rules(settings, desk.guides), counting.told)
    devices = open_devices(settings)
    opening = Opening(
        Vault(settings.data_dir), desk.clock, settings.opening_hours, settings.site_name, settings.site_phone
    )
    patience = Patience().scaled(settings.pace)
    helping = Helping(desk.registry, desk.clock, core.post, devices, opening, patience=patience)
    scanning = Scanning(
        devices,
        desk.visits,
        core.post,
        ScanRequest(settings.scanner_dpi),
        settings.data_dir,
        settings.free_space_mb * 1024 * 1024,
        without_nir=[guide.id for guide in desk.guides.offered() if guide.output.mask_nir],
    )
    printing = Printing(devices, desk.registry, desk.submissions, desk.clock)
    jobs = Jobs(
        devices,
        Returning(desk.registry, desk.visits, desk.submissions, desk.following, desk.retention),
        desk.failures,
        desk.guides,
        desk.registry,
        desk.clock,
        desk.place,
        ScanRequest(settings.scanner_dpi),
        core.post,
    )
    effects = Effects(core, desk.visits, desk.submissions, scanning, printing, helping, desk.guides, desk.clock, jobs)
    jobs.hold = effects.hold
    await helping.take_up(_take_up(desk, core, effects))
    openings = open_openings(desk)
    requests = DeskRequests(
        desk.registry, desk.submissions, desk.following, desk.retention, devices, openings, desk.clock
    )
    screens = ScreenServer(core)
    board = Board(
        core,
        helping,
        desk.registry,
        opening,
        screens,
        desk.clock,
        settings.kiosk_name,
        settings.site_name,
        patience,
    )
    sharing = Sharing(core, openings, devices, desk.clock, lambda: effects.visit_id)
    outbox = ConsoleOutbox(desk.registry, desk.submissions, openings, desk.guides, desk.clock, settings.reminder_days)
    admitting = Admitting(_trust(settings), desk.clock, os.urandom, devices, settings.site_name)
    control = ControlServer(
        {
            **requests.handlers,
            **sharing.handlers,
            **outbox.handlers,
            "watch": board.handle,
            "opening": opening.handle,
            "pair_issue": admitting.pair_issue,
            "pair_redeem": admitting.pair_redeem,
            **SpaceReports(desk.registry, desk.guides, desk.clock, lambda: core.visit.out_of_order).handlers,
            "print_recovery": admitting.print_recovery,
            "badge_challenge": admitting.badge_challenge,
            "badge_answer": admitting.badge_answer,
            "help": helping.handle,
            **open_sending(desk, devices, openings).handlers,
            "failure": FailureRequests(desk.failures, devices).handle,
            "resume": Resuming(core, desk.visits, effects, desk.registry).handle,
            "anchor": partial(_anchor, desk),
        }
    )
    badges = Badges(devices.card, _trust(settings), desk.clock, os.urandom, core.post, settings.device_patience)
    tried = Tried(settings.data_dir / "devices.json")
    trying = Trying(
        devices,
        badges,
        lambda: try_machine(Machine(settings.data_dir, settings.runtime_dir), settings.free_space_mb * 1024 * 1024),
        tried,
        core.post,
        desk.clock,
        os.urandom,
        kiosk=settings.kiosk_name,
        request=ScanRequest(settings.scanner_dpi),
        sample=asset("samples", "01-bulletin-2026-01.jpg").read_bytes,
        words=lambda facts: device_line(SOURCE_LANGUAGE, facts),
    )
    staff = Staff(badges, trying, requests.handlers["reprint"], core.post, settings.kiosk_name, admitting.issue_for)
    morning = Morning(
        trying.everything,
        lambda: tried.on,
        lambda: core.visit.step is Step.STANDBY and core.visit.staff is None,
        helping.tell_devices,
        desk.clock,
        settings.morning_hour,
    )

    async def run(effect: Effect) -> None:
        if isinstance(effect, StaffEffect):
            staff.start(effect)
        else:
            await effects.run(effect)

    delivering, watching = open_outgoing(desk)
    async with _serving(settings, screens, control, devices):
        log.info("ready")
        try:
            trying.show()
            await asyncio.gather(
                core.run(run),
                badges.watch(),
                morning.watch(),
                effects.work(),
                helping.work(),
                board.work(),
                sharing.work(),
                keep_delivering(delivering, watching, settings.pace),
                counting.work(),
                desk.anchoring.work(),
                _watch_devices(core, devices, settings),
                _keep_purging(desk),
            )
        finally:
            await effects.finish()
            await counting.finish()


def _trust(settings: Settings) -> Trust:
    """Who gives out badges; those of the simulated reader only count where it is used."""
    own = (settings.badge_authority_dir,) if settings.card == "simulated" else ()
    return Trust((settings.keys_dir / "badges", *own))


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


def _facts(guide: Guide, languages: tuple[str, ...]) -> GuideFacts:
    cards = {
        language: GuideCard(guide.id, guide.title.within(language), guide.summary.within(language), guide.pictogram)
        for language in languages
    }
    return GuideFacts(cards, dict.fromkeys(languages, guide.body.name))


def _take_up(desk: Desk, core: Core, effects: Effects) -> str | None:
    """Begin where the last run stopped; the visit that waits for its owner, if any."""
    broken = desk.visits.interrupted()
    effects.hold(broken)
    if broken is None:
        core.post(Started())
        return None
    pages = len(desk.registry.pages_of(broken.id))
    core.post(Started(Interrupted(broken.id, pages, sent=broken.submission_id is not None)))
    return broken.id


async def _keep_purging(desk: Desk) -> None:
    """What is due goes by itself. A store that refuses now is asked again in an hour."""
    while True:
        try:
            await asyncio.to_thread(desk.retention.purge)
        except Exception:
            log.exception("purge_failed")
        await asyncio.sleep(PURGE_SECONDS)


async def _anchor(desk: Desk, _: Mapping[str, object]) -> Answer:
    if not desk.anchoring.configured:
        return refusal("Aucune autorité d’horodatage n’est réglée.")
    return await asyncio.to_thread(anchor_now, desk)


async def _watch_devices(core: Core, devices: Devices, settings: Settings) -> None:
    while True:
        core.post(DevicesChanged(await devices.out_of_order()))
        await asyncio.sleep(HEALTH_SECONDS * settings.device_patience)


@contextlib.asynccontextmanager
async def _serving(
    settings: Settings, screens: ScreenServer, control: ControlServer, devices: Devices
) -> AsyncIterator[None]:
    devices.start()
    try:
        screen_server = await screens.serve(settings.screen_socket)
        control_server = await control.serve(settings.control_socket)
        async with screen_server, control_server:
            yield
    finally:
        await devices.stop()
