"""Who may come in, and what they do there: badges, codes for the console, trying the machine."""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass

from hardware.scanner.api import ScanRequest
from kiosk.application.desk import Desk
from kiosk.assets import asset
from kiosk.doctor.model import Machine
from kiosk.doctor.trial import try_machine
from kiosk.journey.model import Step
from kiosk.journey.staff_effects import StaffEffect
from kiosk.screens.words.staff import device_line
from kiosk.service.admitting import Admitting
from kiosk.service.badges import Badges
from kiosk.service.control_server import Handler
from kiosk.service.core import Core
from kiosk.service.devices import Devices
from kiosk.service.helping import Helping
from kiosk.service.morning import Morning
from kiosk.service.staff import Staff
from kiosk.service.trial_requests import TrialRequests
from kiosk.service.tried import Tried
from kiosk.service.trust import Trust
from kiosk.service.trying import Trying
from kiosk.settings import Settings
from kiosk.words import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class StaffSide:
    """The parts that a badge opens. `handlers`: who may enter, asked by the console; trials, asked by the doctor."""

    admitting: Admitting
    badges: Badges
    trying: Trying
    staff: Staff
    morning: Morning
    trials: TrialRequests

    @property
    def handlers(self) -> Mapping[str, Handler]:
        return {
            "pair_issue": self.admitting.pair_issue,
            "pair_redeem": self.admitting.pair_redeem,
            "print_recovery": self.admitting.print_recovery,
            "badge_challenge": self.admitting.badge_challenge,
            "badge_answer": self.admitting.badge_answer,
            **self.trials.handlers,
        }

    def start(self, effect: StaffEffect) -> None:
        self.staff.start(effect)

    async def work(self) -> None:
        """Watch the reader and the morning until cancelled."""
        await asyncio.gather(self.badges.watch(), self.morning.watch())


def open_staff_side(desk: Desk, core: Core, devices: Devices, helping: Helping, reprint: Handler) -> StaffSide:
    """`reprint` is what the mediators' command asks too."""
    settings, clock, post = desk.settings, desk.clock, core.post
    trust = trust_in_badges(settings)
    admitting = Admitting(trust, clock, os.urandom, devices, settings.site_name)
    badges = Badges(devices.card, trust, clock, os.urandom, post, settings.device_patience)
    tried = Tried(settings.data_dir / "devices.json")
    trying = Trying(
        devices,
        badges,
        lambda: try_machine(Machine(settings.data_dir, settings.runtime_dir), settings.free_space_mb * 1024 * 1024),
        tried,
        post,
        clock,
        os.urandom,
        kiosk=settings.kiosk_name,
        request=ScanRequest(settings.scanner_dpi),
        sample=asset("samples", "01-bulletin-2026-01.jpg").read_bytes,
        words=lambda facts: device_line(SOURCE_LANGUAGE, facts),
    )
    staff = Staff(badges, trying, reprint, post, settings.kiosk_name, admitting.issue_for)

    def is_free() -> bool:
        return core.visit.step is Step.STANDBY and core.visit.staff is None

    morning = Morning(
        trying.everything,
        lambda: tried.on,
        is_free,
        helping.tell_devices,
        clock,
        settings.morning_hour,
    )
    return StaffSide(admitting, badges, trying, staff, morning, TrialRequests(trying, tried, is_free))


def trust_in_badges(settings: Settings) -> Trust:
    """The one judge of badges; those of the simulated reader only count where it is used."""
    own = (settings.badge_authority_dir,) if settings.card == "simulated" else ()
    return Trust((settings.badges_dir, *own))
