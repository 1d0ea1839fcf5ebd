"""Badges at a desk reader: the real card service with a virtual PIV card, and what is refused, each with its words."""

import asyncio
import base64
import datetime as dt
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from hardware.card.api import CardPresent, CardReader, SignedIn
from hardware.card.piv import PivCardReader
from hardware.card.simulated import SimulatedCardReader
from hardware.dock.badge_maker import Authority, Badge, lay_down, new_authority, new_badge
from hardware.dock.pcsc_box import pcsc_box
from hardware.dock.piv_model import PivCard
from kiosk.clock import FakeClock
from kiosk.commands.console_badge import CannotSignIn, code_for
from kiosk.commands.dock_props import move_badge
from kiosk.console.tls import CERTIFICATE, fingerprint_of
from kiosk.journey.actions import Action
from kiosk.mediation.badge_challenge import challenge
from kiosk.service.admitting import NONCE_SECONDS, Admitting, short_name
from kiosk.service.trust import ROLES, Trust
from tests.console.conftest import Space
from tests.support.console import Visitor
from tests.support.desk import Press

PIN = "123456"
SITE = "ab" * 32
NOW = dt.datetime.now().astimezone()


def trust(folder: Path, authority: Authority, *revoked: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ville.pem").write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    (folder / "revoked.txt").write_text("\n".join(f"{serial:x}" for serial in revoked))
    return folder


def serial(badge: Badge) -> int:
    return x509.load_der_x509_certificate(badge.certificate).serial_number


class Door:
    """The core's side, with a badge that signs what it is asked."""

    def __init__(self, folder: Path, *revoked: int) -> None:
        self.authority = new_authority(NOW)
        self.clock = FakeClock(NOW)
        self.admitting = Admitting(
            Trust((trust(folder, self.authority, *revoked),)), self.clock, os.urandom, Press(), "Essai"
        )

    def answer(self, badge: Badge, *, site: str = SITE, **changed: str) -> dict[str, object]:
        nonce = bytes.fromhex(str(asyncio.run(self.admitting.badge_challenge({}))["nonce"]))
        signature = badge.key.sign(challenge(site, nonce), ec.ECDSA(hashes.SHA256()))
        return {
            "nonce": nonce.hex(),
            "certificate": base64.b64encode(badge.certificate).decode(),
            "signature": base64.b64encode(signature).decode(),
            "site": SITE,
            "place": os.urandom(4).hex(),
            **changed,
        }

    def judge(self, answer: dict[str, object]) -> dict[str, object]:
        return asyncio.run(self.admitting.badge_answer(answer))


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "badges")


def test_a_badge_of_the_site_gets_a_code_with_its_role(door: Door) -> None:
    for role in sorted(ROLES):
        badge = new_badge(door.authority, NOW, "Sofia Exemple", role)
        said = door.judge(door.answer(badge))
        who = asyncio.run(door.admitting.pair_redeem({"code": said["code"], "place": "desk"}))
        assert (who["role"], who["badge"]) == (role, short_name(serial(badge)))


def test_an_answer_is_good_once_and_for_a_minute(door: Door) -> None:
    badge = new_badge(door.authority, NOW, "Sofia")
    answer = door.answer(badge)
    assert door.judge(answer)["ok"]
    assert "déjà servi" in str(door.judge(answer)["sentence"])
    late = door.answer(badge)
    door.clock.advance(NONCE_SECONDS)
    assert "trop tard" in str(door.judge(late)["sentence"])


def test_an_answer_given_to_another_console_opens_nothing(door: Door) -> None:
    badge = new_badge(door.authority, NOW, "Sofia")
    relayed = door.answer(badge, site="cd" * 32)
    assert "signature" in str(door.judge(relayed)["sentence"])


def test_a_cloned_certificate_without_its_key_is_refused(door: Door) -> None:
    badge = new_badge(door.authority, NOW, "Sofia")
    thief = Badge(ec.generate_private_key(ec.SECP256R1()), badge.certificate)
    assert "signature" in str(door.judge(door.answer(thief))["sentence"])


def test_another_site_expired_revoked_and_not_yet_have_their_own_words(tmp_path: Path) -> None:
    door = Door(tmp_path / "badges")
    gone = new_badge(door.authority, NOW, "Sofia")
    trust(tmp_path / "badges", door.authority, serial(gone))
    cases = {
        "n’est pas d’ici": new_badge(new_authority(NOW), NOW, "Sofia"),
        "n’est plus valable": new_badge(door.authority, NOW, "Sofia", days=-1),
        "est annulé": gone,
        "n’ouvre pas cette borne": new_badge(door.authority, NOW, "Sofia", "visitor"),
        "pas encore valable": new_badge(door.authority, NOW + dt.timedelta(days=3), "Sofia"),
    }
    for words, badge in cases.items():
        said = door.judge(door.answer(badge))
        assert words in str(said["sentence"]) and not said["ok"]


@pytest.mark.parametrize("field", ["nonce", "certificate", "signature"])
@pytest.mark.parametrize("value", ["", "zz", "AAAA", "é" * 10, "A" * 40_000])
def test_nonsense_is_refused_and_breaks_nothing(door: Door, field: str, value: str) -> None:
    badge = new_badge(door.authority, NOW, "Sofia")
    assert not door.judge(door.answer(badge, **{field: value}))["ok"]
    assert door.judge(door.answer(badge))["ok"]


def test_forging_again_and_again_takes_longer(door: Door) -> None:
    badge = new_badge(new_authority(NOW), NOW, "Sofia")
    said = [door.judge(door.answer(badge, place="desk")) for _ in range(5)]
    assert "Trop d’essais" in str(said[-1]["sentence"])


def test_challenges_are_not_without_number(door: Door) -> None:
    for _ in range(200):
        last = asyncio.run(door.admitting.badge_challenge({}))
    assert not last["ok"]
    door.clock.advance(NONCE_SECONDS)
    assert asyncio.run(door.admitting.badge_challenge({}))["ok"]


@pytest.fixture(scope="module")
def authority(space: Space) -> Authority:
    made = new_authority(NOW)
    trust(space.core.settings.badges_dir, made)
    return made


@pytest.fixture(scope="module")
def console_print(space: Space) -> str:
    return fingerprint_of(space.core.settings.console_dir / CERTIFICATE)


@pytest.fixture(params=["piv", "simulated"])
def reader(request: pytest.FixtureRequest, authority: Authority, tmp_path: Path) -> Iterator[CardReader]:
    """A badge of this site in the real card service, and in the simulated reader."""
    badge = new_badge(authority, NOW, "Sofia Exemple")
    if request.param == "simulated":
        lay_down(badge, tmp_path / "reader", PIN)
        yield SimulatedCardReader(tmp_path / "reader", tmp_path / "state")
        return
    with pcsc_box() as box:
        found = PivCardReader(box.socket)
        box.insert(PivCard(badge))
        deadline = time.monotonic() + 20
        while not isinstance(found.status(), CardPresent) and time.monotonic() < deadline:
            found.watch(found.status(), 0.5)
        yield found


def test_from_the_card_to_the_browser(space: Space, reader: CardReader, console_print: str) -> None:
    """PIN on the card, challenge signed on the card, code for the browser; then a wrong PIN until it is blocked."""
    code = code_for(space.console.url, console_print, reader, PIN)
    browser = Visitor(space.console)
    assert browser.post("/enter", code=code).place == "/"
    words = []
    for _ in range(4):
        with pytest.raises(CannotSignIn) as refused:
            code_for(space.console.url, console_print, reader, "000000")
        words.append(str(refused.value))
    assert "pas le bon" in words[0] and "un essai" in words[1] and "bloqué" in words[2] and "bloqué" in words[3]
    with pytest.raises(CannotSignIn, match="bloqué"):
        code_for(space.console.url, console_print, reader, PIN)


def test_a_badge_that_left_says_so(space: Space, authority: Authority, console_print: str, tmp_path: Path) -> None:
    reader = SimulatedCardReader(tmp_path / "reader", tmp_path / "state")
    with pytest.raises(CannotSignIn, match="Posez votre badge"):
        code_for(space.console.url, console_print, reader, PIN)


def test_the_pin_goes_to_no_other_console(space: Space, authority: Authority, tmp_path: Path) -> None:
    """A console in between has another key: nothing is asked of the card."""

    class Refusing(SimulatedCardReader):
        def sign_in(self, challenge: bytes, pin: str) -> SignedIn:  # noqa: ARG002
            raise AssertionError("the PIN left")

    with pytest.raises(CannotSignIn, match="empreinte"):
        code_for(space.console.url, "00" * 32, Refusing(tmp_path, tmp_path), PIN)


def test_the_core_logs_no_name_of_a_badge(space: Space) -> None:
    assert "Sofia" not in (space.folder / "core.log").read_text() + (space.folder / "console.log").read_text()


def test_a_badge_at_the_kiosk_shows_a_code_for_the_browser(space: Space) -> None:
    """The whole way of a morning: badge, PIN on the kiosk's pad, code, browser; the badge leaves, the session stays."""
    screen = space.screen
    move_badge(space.core.settings, "in")
    screen.at("pin_pad")
    for digit in PIN:
        screen.tap(Action.TYPE_DIGIT, digit)
    screen.tap(Action.ENTER)
    screen.at("staff_room")
    screen.tap(Action.PAIR_CONSOLE)
    frame = screen.until(lambda frame: getattr(frame.screen, "said", "").startswith("code."))
    code = frame.screen.said.removeprefix("code.")  # type: ignore[union-attr]
    move_badge(space.core.settings, "out")
    screen.at("standby")
    browser = Visitor(space.console)
    assert browser.post("/enter", code=code, name="Sofia").place == "/"
    assert browser.get("/").status == 200
    assert Visitor(space.console).post("/enter", code=code).status == 403
