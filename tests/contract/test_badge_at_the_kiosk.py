"""A badge at a running kiosk, on the real card service and on the simulated reader: the visitor keeps the seat."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from hardware.dock.badge_maker import Authority, Badge, lay_down, new_authority, new_badge
from hardware.dock.pcsc_box import PcscBox, pcsc_box
from hardware.dock.piv_model import Knobs, PivCard
from kiosk.journey.actions import Action
from kiosk.journey.staff_views import BadgeSeen, PinPad, StaffRoom
from tests.support.running_core import RunningCore, SocketScreen, running_core

PIN = "123456"


@dataclass
class Kiosk:
    """A running core in the middle of a visit, and the hand that puts a badge in and takes it out."""

    core: RunningCore
    screen: SocketScreen
    insert: Callable[[Badge], object]
    remove: Callable[[], object]
    authority: Authority

    def badge(self, name: str = "Sofia Exemple", role: str = "mediator", days: int = 365) -> Badge:
        return new_badge(self.authority, dt.datetime.now(dt.UTC), name, role, days)

    def type(self, pin: str) -> None:
        for digit in pin:
            self.screen.tap(Action.TYPE_DIGIT, digit)
        self.screen.tap(Action.ENTER)

    def pad(self, **wanted: object) -> PinPad:
        frame = self.screen.until(
            lambda frame: (
                isinstance(frame.screen, PinPad)
                and all(getattr(frame.screen, name) == value for name, value in wanted.items())
            )
        )
        assert isinstance(frame.screen, PinPad)
        return frame.screen


def to_consent(screen: SocketScreen) -> None:
    screen.at("standby")
    screen.tap(Action.START)
    screen.tap(Action.CHOOSE_LANGUAGE, "en")
    screen.tap(Action.CHOOSE_JOB, "send")
    screen.tap(Action.CHOOSE_GUIDE, "ft.bulletins")
    screen.at("consent")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return new_authority(dt.datetime.now(dt.UTC))


@pytest.fixture(scope="module")
def service() -> Iterator[PcscBox]:
    with pcsc_box() as box:
        yield box


@pytest.fixture(scope="module", params=["piv", "simulated"])
def kiosk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, authority: Authority, service: PcscBox
) -> Iterator[Kiosk]:
    folder = tmp_path_factory.mktemp("kiosk")
    environment = {"KIOSK_CARD": request.param, "PCSCLITE_CSOCK_NAME": str(service.socket)}
    with running_core(folder, **environment) as core:
        badge_dir, keys = core.settings.badge_dir, core.settings.keys_dir / "badges"

        def take_out() -> None:
            for name in ("badge.der", "badge.pem", "badge.json"):
                (badge_dir / name).unlink(missing_ok=True)

        screen = core.screen()
        screen.at("standby")
        keys.mkdir(parents=True)
        (keys / "ville.der").write_bytes(authority.der)
        to_consent(screen)
        if request.param == "piv":
            yield Kiosk(core, screen, lambda badge: service.insert(PivCard(badge)), service.remove_all, authority)
            service.remove_all()
        else:
            yield Kiosk(core, screen, lambda badge: lay_down(badge, badge_dir, PIN), take_out, authority)


def test_the_staff_screen_opens_with_badge_and_pin_and_leaves_with_the_badge(kiosk: Kiosk) -> None:
    kiosk.insert(kiosk.badge("Sofia Exemple"))
    assert kiosk.pad(digits=0) == PinPad("Sofia Exemple", "mediator", 0, 3)
    kiosk.type("999999")
    assert kiosk.pad(refused=True).tries_left == 2
    kiosk.type(PIN)
    room = kiosk.screen.at("staff_room")
    assert isinstance(room.screen, StaffRoom)
    assert (room.screen.holder, room.screen.visitor_waits, room.language) == ("Sofia Exemple", True, "fr")
    kiosk.remove()
    assert kiosk.screen.at("consent").language == "en"
    log = (kiosk.core.folder / "core.log").read_text()
    assert "Sofia" not in log and PIN not in log


def test_a_badge_of_another_town_is_told_so(kiosk: Kiosk) -> None:
    now = dt.datetime.now(dt.UTC)
    kiosk.insert(new_badge(new_authority(now, "Ailleurs"), now, "Paul Exemple"))
    kiosk.screen.until(lambda frame: frame.screen == BadgeSeen("unknown_authority"))
    kiosk.remove()
    kiosk.screen.at("consent")


def test_an_expired_badge_is_told_so(kiosk: Kiosk) -> None:
    kiosk.insert(kiosk.badge(days=-2))
    kiosk.screen.until(lambda frame: frame.screen == BadgeSeen("expired"))
    kiosk.remove()
    kiosk.screen.at("consent")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, authority: Authority, service: PcscBox) -> Iterator[Kiosk]:
    folder = tmp_path_factory.mktemp("real")
    with running_core(folder, KIOSK_CARD="piv", PCSCLITE_CSOCK_NAME=str(service.socket)) as core:
        screen = core.screen()
        screen.at("standby")
        keys = core.settings.keys_dir / "badges"
        keys.mkdir(parents=True)
        (keys / "ville.der").write_bytes(authority.der)
        to_consent(screen)
        yield Kiosk(core, screen, lambda badge: service.insert(PivCard(badge)), service.remove_all, authority)
        service.remove_all()


def test_another_card_and_two_readers(real: Kiosk, service: PcscBox) -> None:
    service.insert(PivCard(real.badge(), knobs=Knobs(foreign=True)))
    real.screen.until(lambda frame: frame.screen == BadgeSeen("wrong_card"))
    service.insert(PivCard(real.badge()), slot=1)
    real.screen.until(lambda frame: frame.screen == BadgeSeen("two_cards"))
    service.remove_all()
    real.screen.at("consent")


def test_a_copied_badge_and_a_blocked_one(real: Kiosk, service: PcscBox) -> None:
    service.insert(PivCard(real.badge(), knobs=Knobs(forged=True)))
    real.pad(digits=0)
    real.type(PIN)
    real.screen.until(lambda frame: frame.screen == BadgeSeen("forged"))
    service.remove_all()
    real.screen.at("consent")
    service.insert(PivCard(real.badge(), tries=1))
    assert real.pad(digits=0).tries_left == 1
    real.type("999999")
    assert real.pad(refused=True).tries_left == 0
    assert Action.TYPE_DIGIT not in real.screen.until(lambda frame: frame.screen.screen == "pin_pad").actions
    service.remove_all()
    real.screen.at("consent")


def test_the_card_service_dies_with_a_badge_in_and_comes_back(real: Kiosk, service: PcscBox) -> None:
    service.insert(PivCard(real.badge()))
    real.pad(digits=0)
    service.kill()
    real.screen.at("consent")
    service.start()
    service.insert(PivCard(real.badge("Paul Exemple")))
    assert real.pad(digits=0).holder == "Paul Exemple"
    service.remove_all()
    real.screen.at("consent")
    service.stop()
    service.start(with_readers=False)
    assert real.screen.frame is not None and real.screen.frame.screen.screen == "consent"
