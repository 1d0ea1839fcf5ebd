"""A lost receipt: what its holder remembers finds one submission or none, and only the proof comes out."""

import asyncio
import base64

import pytest

from kiosk.clock import FakeClock
from kiosk.proof import qr
from kiosk.proof.model import Verdict
from kiosk.proof.verify_code import verify_text
from kiosk.service.desk_requests import DeskRequests
from tests.support.desk import MORNING, Press, quiet_desk, submitted

HERE = MORNING.astimezone()
TOLD = {"date": f"{HERE:%Y-%m-%d}", "hour": f"{HERE:%H:%M}", "pages": 2, "body": "france  travail"}


@pytest.fixture
def clock():
    return FakeClock(MORNING)


@pytest.fixture
def desk(tmp_path, clock):
    opened = quiet_desk(tmp_path, clock)
    yield opened
    opened.close()


def ask(desk, **told):
    requests = DeskRequests(desk.registry, desk.submissions, desk.following, desk.retention, Press())
    return asyncio.run(requests.handlers["lost"](TOLD | told))


def test_the_proof_is_printed_again_without_any_key(desk):
    _, issued = submitted(desk)
    answer = ask(desk)
    assert (answer["ok"], answer["number"]) == (True, issued.number)
    assert set(answer) == {"ok", "ticket", "number"}, "no page, no A4 sheet"
    (text,) = qr.read(qr.open_picture(base64.b64decode(answer["ticket"])))
    report = verify_text(text, [desk.submissions.certificate])
    assert report.verdict is Verdict.GENUINE and issued.number in report.sentence


@pytest.mark.parametrize(
    "wrong", [{"date": "2026-11-20"}, {"hour": "03:00"}, {"pages": 3}, {"body": "CAF"}, {"body": "France"}]
)
def test_one_thing_wrong_finds_nothing_and_tells_nothing(desk, wrong):
    submitted(desk)
    assert ask(desk, **wrong) == {"ok": False, "sentence": "Aucun reçu ne correspond."}


@pytest.mark.parametrize("bad", [{"date": "hier"}, {"hour": "25:00"}, {"pages": "2"}, {"pages": 0}, {"body": " "}])
def test_half_a_memory_is_refused(desk, bad):
    submitted(desk)
    assert not ask(desk, **bad)["ok"]


def test_two_alike_are_told_apart_by_the_hour_or_not_at_all(desk, clock):
    submitted(desk)
    clock.advance(1800)
    submitted(desk)
    assert ask(desk)["sentence"] == "Plusieurs reçus correspondent."
    clock.advance(2 * 3600)
    _, third = submitted(desk)
    assert ask(desk, hour=f"{clock.now().astimezone():%H:%M}")["number"] == third.number


def test_once_erased_nothing_can_be_printed(desk, clock):
    submitted(desk)
    clock.advance(500 * 24 * 3600)
    desk.retention.purge()
    assert not ask(desk)["ok"]
