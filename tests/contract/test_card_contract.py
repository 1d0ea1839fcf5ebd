"""One contract for every badge reader: a virtual PIV card behind the real pcscd, the simulator, the disabled twin."""

import datetime as dt
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509

from hardware.card.api import (
    BadgeRead,
    CardAbsent,
    CardFailed,
    CardFault,
    CardPresent,
    CardReader,
    CardUnavailable,
    SignedIn,
)
from hardware.card.disabled import DisabledCardReader
from hardware.card.piv import PivCardReader
from hardware.card.simulated import SimulatedCardReader
from hardware.card.verification import Distrust, distrust, is_signed_by
from hardware.dock.badge_maker import Authority, Badge, lay_down, new_authority, new_badge
from hardware.dock.pcsc_box import PcscBox, pcsc_box
from hardware.dock.piv_model import Knobs, PivCard
from hardware.faults import FAULTS, Device, Effect, Fault, clear_faults, set_fault
from hardware.worker import Worker
from hardware.worker_messages import Answer, WorkerFailed, WorkerFault

NOW = dt.datetime(2026, 5, 4, 10, 30, tzinfo=dt.UTC)
PIN = "123456"
CHALLENGE = bytes(range(32))
SOON = 5.0
OPENSC_MODULE = "opensc-pkcs11.so"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return new_authority(NOW)


@pytest.fixture(scope="module")
def badge(authority: Authority) -> Badge:
    return new_badge(authority, NOW, "Sofia Exemple")


@pytest.fixture(scope="module")
def service() -> Iterator[PcscBox]:
    with pcsc_box() as box:
        yield box


@pytest.fixture
def box(service: PcscBox) -> Iterator[PcscBox]:
    yield service
    service.remove_all()


@dataclass(frozen=True, slots=True)
class Desk:
    """A reader, and the hand that puts a badge into it and takes it out."""

    reader: CardReader
    insert: Callable[[], object]
    remove: Callable[[], object]


def real_desk(box: PcscBox, badge: Badge) -> Desk:
    reader = PivCardReader(box.socket)
    reader.watch(CardPresent("Virtual PCD 00 00"), 2.0)  # the card of the test before is still being forgotten
    return Desk(reader, lambda: box.insert(PivCard(badge)), box.remove_all)


def simulated_desk(folder: Path, badge: Badge) -> Desk:
    reader = SimulatedCardReader(folder / "reader", folder / "state")
    return Desk(reader, lambda: lay_down(badge, folder / "reader"), (folder / "reader/badge.der").unlink)


@pytest.fixture(params=["piv", "simulated"])
def desk(request: pytest.FixtureRequest, badge: Badge, tmp_path: Path) -> Desk:
    if request.param == "simulated":
        return simulated_desk(tmp_path, badge)
    return real_desk(request.getfixturevalue("box"), badge)


# --- the contract -------------------------------------------------------------------------------------------------


def test_a_badge_is_seen_coming_and_going(desk: Desk) -> None:
    empty = desk.reader.status()
    assert isinstance(empty, CardAbsent)
    hand = threading.Timer(0.2, desk.insert)
    hand.start()
    there = desk.reader.watch(empty, SOON)
    hand.join()
    assert isinstance(there, CardPresent)
    hand = threading.Timer(0.2, desk.remove)
    hand.start()
    assert desk.reader.watch(there, SOON) == empty
    hand.join()


def test_the_holder_is_known_before_the_pin(desk: Desk, badge: Badge) -> None:
    desk.insert()
    desk.reader.watch(CardAbsent(2), SOON)
    assert desk.reader.read() == BadgeRead(badge.certificate, 3)
    subject = x509.load_der_x509_certificate(badge.certificate).subject.rfc4514_string()
    assert "OU=mediator" in subject


def test_the_right_pin_lets_the_card_sign(desk: Desk, badge: Badge) -> None:
    desk.insert()
    desk.reader.watch(CardAbsent(2), SOON)
    signed = desk.reader.sign_in(CHALLENGE, PIN)
    assert isinstance(signed, SignedIn)
    assert is_signed_by(badge.certificate, CHALLENGE, signed.signature)
    assert not is_signed_by(badge.certificate, CHALLENGE[::-1], signed.signature)


def test_the_card_counts_the_wrong_pins_and_a_right_one_forgives(desk: Desk) -> None:
    desk.insert()
    desk.reader.watch(CardAbsent(2), SOON)
    assert desk.reader.sign_in(CHALLENGE, "000000") == CardFailed(CardFault.WRONG_PIN, 2)
    assert desk.reader.sign_in(CHALLENGE, "000000") == CardFailed(CardFault.LAST_TRY, 1)
    assert isinstance(desk.reader.sign_in(CHALLENGE, PIN), SignedIn)
    for _ in range(3):
        last = desk.reader.sign_in(CHALLENGE, "000000")
    assert last == CardFailed(CardFault.PIN_BLOCKED, 0)
    assert desk.reader.sign_in(CHALLENGE, PIN) == CardFailed(CardFault.PIN_BLOCKED, 0)


def test_without_a_badge_nobody_signs_in(desk: Desk) -> None:
    assert desk.reader.read() == CardFailed(CardFault.NO_CARD)
    assert desk.reader.sign_in(CHALLENGE, PIN) == CardFailed(CardFault.NO_CARD)


def test_a_challenge_of_another_length_is_a_mistake(desk: Desk) -> None:
    with pytest.raises(ValueError, match="challenge"):
        desk.reader.sign_in(b"short", PIN)


def test_the_disabled_reader_says_so() -> None:
    reader = DisabledCardReader()
    off = CardUnavailable(CardFault.DISABLED)
    assert reader.status() == off
    assert reader.watch(off, 0.05) == off
    assert reader.read() == reader.sign_in(CHALLENGE, PIN) == CardFailed(CardFault.DISABLED)


# --- the real stack -----------------------------------------------------------------------------------------------


def present(box: PcscBox, badge: Badge, **knobs: bool) -> tuple[PivCardReader, PivCard]:
    reader = PivCardReader(box.socket)
    reader.watch(CardPresent("Virtual PCD 00 00"), 2.0)
    card = PivCard(badge, knobs=Knobs(**knobs))
    box.insert(card)
    assert isinstance(reader.watch(CardAbsent(2), SOON), CardPresent)
    return reader, card


@pytest.mark.parametrize(
    ("knob", "fault"),
    [
        ("foreign", CardFault.WRONG_CARD),
        ("broken", CardFault.WRONG_CARD),
        ("forged", CardFault.FORGED),
        ("leaves", CardFault.REMOVED),
    ],
)
def test_a_card_that_is_not_a_badge_is_named_for_what_it_is(
    knob: str, fault: CardFault, box: PcscBox, badge: Badge
) -> None:
    reader, _ = present(box, badge, **{knob: True})
    outcome = reader.sign_in(CHALLENGE, PIN)
    assert isinstance(outcome, CardFailed)
    assert outcome.fault is fault
    if knob == "leaves":  # the virtual reader, not the service, does not see the next card after this
        box.stop()
        box.start()


def test_what_cannot_be_a_pin_costs_no_try(box: PcscBox, badge: Badge) -> None:
    reader, card = present(box, badge)
    for pin in ("", "12345", "123456789", "abcdef", "１２３４５６"):
        assert isinstance(reader.sign_in(CHALLENGE, pin), CardFailed)
    assert card.tries == 3


def test_a_badge_that_signed_must_be_given_its_pin_again(box: PcscBox, badge: Badge) -> None:
    reader, _ = present(box, badge)
    assert isinstance(reader.sign_in(CHALLENGE, PIN), SignedIn)
    assert reader.sign_in(CHALLENGE, "000000") == CardFailed(CardFault.WRONG_PIN, 2)


def test_two_badges_at_once_are_one_too_many(box: PcscBox, badge: Badge) -> None:
    reader, _ = present(box, badge)
    box.insert(PivCard(badge), slot=1)
    crowd = reader.watch(CardPresent("Virtual PCD 00 00"), SOON)
    assert crowd == CardUnavailable(CardFault.TWO_CARDS)
    assert reader.read() == CardFailed(CardFault.TWO_CARDS)
    box.remove_all()
    assert reader.watch(crowd, SOON) != crowd


def test_a_card_service_that_dies_is_noticed_and_so_is_its_return(box: PcscBox, badge: Badge) -> None:
    reader, _ = present(box, badge)
    box.kill()
    down = CardUnavailable(CardFault.SERVICE_DOWN)
    assert reader.status() == down
    assert reader.sign_in(CHALLENGE, PIN) == CardFailed(CardFault.SERVICE_DOWN)
    back = threading.Timer(0.3, box.start)
    back.start()
    assert reader.watch(down, SOON) == CardAbsent(2)
    back.join()
    returned = time.monotonic()
    box.insert(PivCard(badge))
    assert isinstance(reader.watch(CardAbsent(2), SOON), CardPresent)
    assert isinstance(reader.sign_in(CHALLENGE, PIN), SignedIn)
    assert time.monotonic() - returned < 2.0


def test_a_service_that_dies_while_we_watch_ends_the_watch(box: PcscBox) -> None:
    reader = PivCardReader(box.socket)
    reader.watch(CardPresent("Virtual PCD 00 00"), 2.0)
    crash = threading.Timer(0.3, box.kill)
    crash.start()
    assert reader.watch(CardAbsent(2), SOON) == CardUnavailable(CardFault.SERVICE_DOWN)
    crash.join()
    box.start()


def test_without_a_reader_there_is_no_reader(box: PcscBox) -> None:
    box.stop()
    box.start(with_readers=False)
    try:
        assert PivCardReader(box.socket).status() == CardUnavailable(CardFault.NO_READER)
        assert PivCardReader(box.socket).read() == CardFailed(CardFault.NO_READER)
    finally:
        box.stop()
        box.start()


def test_a_mute_card_is_given_up_at_the_deadline_and_the_next_badge_works(box: PcscBox, badge: Badge) -> None:
    present(box, badge, mute=True)
    worker = Worker("card", "hardware.card.piv:PivCardReader", {"socket": str(box.socket)})
    worker.start()
    try:
        assert worker.call("read", seconds=2.0) == WorkerFailed(WorkerFault.TIMED_OUT)
        box.remove_all()
        assert isinstance(worker.call("watch", CardPresent("Virtual PCD 00 00"), SOON, seconds=20), Answer)
        box.insert(PivCard(badge))
        assert isinstance(worker.call("watch", CardAbsent(2), SOON, seconds=20), Answer)
        answer = worker.call("sign_in", CHALLENGE, PIN, seconds=20)
        assert isinstance(answer, Answer)
        assert isinstance(answer.value, SignedIn)
    finally:
        worker.stop()


def test_opensc_takes_the_virtual_badge_for_a_piv_card_and_openssl_its_signature_for_one(
    box: PcscBox, badge: Badge, tmp_path: Path
) -> None:
    present(box, badge)
    environment = {**os.environ, "PCSCLITE_CSOCK_NAME": str(box.socket), "LC_ALL": "C"}

    def run(*command: str) -> bytes:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=30, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    assert b"Personal Identity Verification Card" in run("opensc-tool", "-r", "0", "-n")
    digest, signature, key = (tmp_path / name for name in ("digest", "signature", "key.pem"))
    digest.write_bytes(CHALLENGE)
    module = next(Path("/usr/lib").rglob(OPENSC_MODULE))
    sign = ("--id", "01", "-s", "-m", "ECDSA", "--signature-format", "openssl")
    files = ("--input-file", str(digest), "--output-file", str(signature))
    run("pkcs11-tool", "--module", str(module), "--slot", "0", "--login", "--pin", PIN, *sign, *files)
    (tmp_path / "badge.der").write_bytes(badge.certificate)
    key.write_bytes(run("openssl", "x509", "-inform", "DER", "-in", str(tmp_path / "badge.der"), "-pubkey", "-noout"))
    verify = ("pkeyutl", "-verify", "-pubin", "-inkey", str(key), "-in", str(digest), "-sigfile", str(signature))
    assert b"Verified Successfully" in run("openssl", *verify)


# --- whom to trust ------------------------------------------------------------------------------------------------


def test_only_the_towns_own_badges_in_their_dates_and_not_revoked_are_trusted(authority: Authority) -> None:
    ours = new_badge(authority, NOW, "Sofia Exemple")
    serial = x509.load_der_x509_certificate(ours.certificate).serial_number
    town = [authority.der]
    assert distrust(ours.certificate, town, (), NOW) is None
    assert distrust(ours.certificate, town, (serial,), NOW) is Distrust.REVOKED
    assert distrust(ours.certificate, town, (), NOW + dt.timedelta(days=400)) is Distrust.EXPIRED
    assert distrust(ours.certificate, town, (), NOW - dt.timedelta(days=2)) is Distrust.NOT_YET
    expired = new_badge(authority, NOW, "Sofia Exemple", days=-30)
    assert distrust(expired.certificate, town, (), NOW) is Distrust.EXPIRED
    elsewhere = new_badge(new_authority(NOW), NOW, "Sofia Exemple")  # of the same name, with another key
    assert distrust(elsewhere.certificate, town, (), NOW) is Distrust.UNKNOWN_AUTHORITY
    assert distrust(ours.certificate, (), (), NOW) is Distrust.UNKNOWN_AUTHORITY


# --- the simulator ------------------------------------------------------------------------------------------------

ANSWERED = [fault for fault in FAULTS if fault.device is Device.CARD and fault.effect in (Effect.REFUSES, Effect.FAILS)]


@pytest.mark.parametrize("fault", ANSWERED, ids=lambda fault: fault.name)
def test_a_simulated_fault_has_its_name_then_goes(fault: Fault, badge: Badge, tmp_path: Path) -> None:
    desk = simulated_desk(tmp_path, badge)
    desk.insert()
    set_fault(tmp_path / "state", Device.CARD, fault.name, times=None)
    unavailable = desk.reader.status() == CardUnavailable(CardFault(fault.name))
    assert unavailable == (fault.effect is Effect.REFUSES)
    assert desk.reader.sign_in(CHALLENGE, PIN) == CardFailed(CardFault(fault.name))
    clear_faults(tmp_path / "state")
    assert isinstance(desk.reader.sign_in(CHALLENGE, PIN), SignedIn)
