"""The core process: its parts picked, wired, started and stopped in order."""

import asyncio
import contextlib
import importlib
from collections.abc import AsyncIterator, Mapping
from functools import partial

import structlog

from hardware.scanner.api import ScanRequest
from kiosk.application.desk import Desk, anchor_now, open_desk
from kiosk.application.outgoing import open_copies, open_openings, open_outgoing, open_sending
from kiosk.application.staff import open_staff_side
from kiosk.drivers import open_devices
from kiosk.guides.library import GuideLibrary
from kiosk.guides.schema import Guide
from kiosk.journey.effects import Effect
from kiosk.journey.events import DevicesChanged, Started
from kiosk.journey.model import Delays, GuideFacts, Interrupted, Rules
from kiosk.journey.staff_effects import StaffEffect
from kiosk.journey.visit_views import GuideCard
from kiosk.mediation.escalation import Patience
from kiosk.proof.key_words import all_words
from kiosk.service.awaiting import await_scanner
from kiosk.service.board import Board
from kiosk.service.console_outbox import ConsoleOutbox
from kiosk.service.control_server import Answer, ControlServer, refusal
from kiosk.service.core import Core
from kiosk.service.counting import Counting
from kiosk.service.delivering import work as keep_delivering
from kiosk.service.desk_requests import DeskRequests
from kiosk.service.devices import Devices
from kiosk.service.effects import Effects
from kiosk.service.failures import FailureRequests
from kiosk.service.helping import Helping
from kiosk.service.jobs import Jobs
from kiosk.service.opening import Opening
from kiosk.service.printing import Printing
from kiosk.service.resuming import Resuming
from kiosk.service.returning import Returning
from kiosk.service.scanning import Scanning
from kiosk.service.screen_server import ScreenServer
from kiosk.service.sharing import Sharing
from kiosk.service.space_reports import SpaceReports
from kiosk.settings import Settings
from kiosk.storage.alone import only_core
from kiosk.storage.vault import Vault

log = structlog.get_logger()

HEALTH_SECONDS = 10.0
PURGE_SECONDS = 3600.0


def rules(settings: Settings, guides: GuideLibrary) -> Rules:
    """What the journey is told of this kiosk."""
    return Rules(
        languages=settings.languages,
        guides={guide.id: _facts(guide, settings.languages) for guide in guides.offered()},
        keep_months=settings.keep_months,
        bodies=settings.bodies,
        key_words=all_words(),
        delays=Delays(called=settings.called_seconds).scaled(settings.pace),
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
    screens = ScreenServer(core)
    scanning = Scanning(
        devices,
        desk.visits,
        core.post,
        ScanRequest(settings.scanner_dpi),
        settings.data_dir,
        settings.free_space_mb * 1024 * 1024,
        without_nir=[guide.id for guide in desk.guides.offered() if guide.output.mask_nir],
        show=screens.glimpse,
    )
    printing = Printing(devices, desk.registry, desk.submissions, desk.clock)
    jobs = Jobs(
        devices,
        Returning(desk.registry, desk.visits, desk.submissions, desk.following, desk.retention),
        open_copies(desk),
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
    side = open_staff_side(desk, core, devices, helping, requests.handlers["reprint"])
    control = ControlServer(
        {
            **requests.handlers,
            **sharing.handlers,
            **outbox.handlers,
            "watch": board.handle,
            "opening": opening.handle,
            **SpaceReports(
                desk.registry, desk.guides, desk.clock, lambda: core.visit.out_of_order, settings.site_name
            ).handlers,
            "help": helping.handle,
            **side.handlers,
            **open_sending(desk, devices, openings).handlers,
            "failure": FailureRequests(desk.failures, devices).handle,
            "resume": Resuming(core, desk.visits, effects, desk.registry).handle,
            "anchor": partial(_anchor, desk),
        }
    )

    async def run(effect: Effect) -> None:
        if isinstance(effect, StaffEffect):
            side.start(effect)
        else:
            await effects.run(effect)

    delivering, watching = open_outgoing(desk)
    async with _serving(settings, screens, control, devices):
        log.info("ready")
        try:
            signing = asyncio.to_thread(importlib.import_module, "kiosk.proof.pades")  # not at the first receipt
            side.trying.show()
            await asyncio.gather(
                core.run(run),
                side.work(),
                effects.work(),
                helping.work(),
                board.work(),
                sharing.work(),
                keep_delivering(delivering, watching, settings.pace),
                counting.work(),
                desk.anchoring.work(),
                _watch_devices(core, devices, settings),
                await_scanner(core, devices, desk.clock),
                _keep_purging(desk),
                signing,
            )
        finally:
            await effects.finish()
            await counting.finish()


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
    try:
        screen_server = await screens.serve(settings.screen_socket)
        control_server = await control.serve(settings.control_socket)
        devices.start()
        async with screen_server, control_server:
            yield
    finally:
        await devices.stop()
