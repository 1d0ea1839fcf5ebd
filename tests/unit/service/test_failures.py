"""Failure records through the core's own service: in the ledger or nowhere, on paper, and nothing kept."""

import asyncio
import base64
import datetime as dt

import pytest

from hardware.printer.api import PrinterFault
from kiosk.clock import FakeClock
from kiosk.proof.failure import FailureKind
from kiosk.proof.model import Verdict
from kiosk.proof.verify import verify_receipt, verify_text
from kiosk.proof.verify_picture import verify_picture
from kiosk.service import failures
from kiosk.service.failures import CannotRecord, FailureRequests
from tests.support.desk import MORNING, Press, quiet_desk


@pytest.fixture
def desk(tmp_path):
    opened = quiet_desk(tmp_path, FakeClock(MORNING))
    yield opened
    opened.close()


def kinds(desk):
    return [row.kind for row in desk.ledger.rows()]


def test_a_record_is_a_row_and_two_papers_that_verify(desk):
    tried = MORNING - dt.timedelta(hours=2)
    record = desk.failures.record(
        FailureKind.PORTAL_DOWN, "ft.bulletins", tried_at=tried, attempts=3, words="Page blanche, dossier 123456789."
    )
    trusted = [desk.submissions.certificate]
    assert verify_receipt(record.sheet, [], trusted).verdict is Verdict.GENUINE
    assert verify_picture(record.ticket, trusted).verdict is Verdict.GENUINE
    report = verify_text(record.code, trusted)
    assert record.number in report.sentence and "3 fois" in report.sentence
    assert kinds(desk) == ["impossible"]
    assert desk.ledger.verify(desk.submissions.certificate.holds).intact
    for path in desk.settings.data_dir.rglob("*"):
        assert not path.is_file() or b"Page blanche" not in path.read_bytes(), path.name


def test_two_failures_are_two_records(desk):
    first = desk.failures.record(FailureKind.NO_ANSWER, "caf.dtr")
    second = desk.failures.record(FailureKind.NO_ANSWER, "caf.dtr")
    assert first.number != second.number and kinds(desk) == ["impossible", "impossible"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"guide_id": "no.such"},
        {"attempts": 0},
        {"attempts": 10**6},
        {"tried_at": MORNING + dt.timedelta(days=1)},
        {"tried_at": MORNING - dt.timedelta(days=400)},
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_row(desk, wrong):
    with pytest.raises(CannotRecord) as refused:
        desk.failures.record(FailureKind.OTHER, **{"guide_id": "ft.bulletins", **wrong})
    assert str(refused.value).endswith(".") and kinds(desk) == []


def test_a_paper_that_does_not_read_back_leaves_no_row(desk, monkeypatch):
    monkeypatch.setattr(failures, "ticket_reads_back", lambda *_: False)
    with pytest.raises(CannotRecord):
        desk.failures.record(FailureKind.LOGIN, "ft.bulletins")
    assert kinds(desk) == []


def ask(desk, press, **request):
    return asyncio.run(FailureRequests(desk.failures, press).handle(request))


def test_asked_through_the_socket_it_is_printed(desk):
    press = Press()
    answer = ask(desk, press, kind="desk_refused", guide="ft.avertissement", attempts=2, language="en", print=True)
    assert answer["ok"] and answer["printed"]
    assert {f"{answer['number']}-constat", f"{answer['number']}-constat-ticket"} == set(press.papers)
    assert base64.b64decode(answer["sheet"]) == press.papers[f"{answer['number']}-constat"]
    assert ask(desk, Press(PrinterFault.PAPER_OUT), kind="other", guide="ft.bulletins", print=True)["printed"] is False


@pytest.mark.parametrize(
    "wrong", [{"kind": "x"}, {"kind": None}, {"attempts": "2"}, {"attempts": True}, {"tried_at": "hier"}, {"guide": 7}]
)
def test_bad_requests_are_refused(desk, wrong):
    answer = ask(desk, Press(), **{"kind": "other", "guide": "ft.bulletins", **wrong})
    assert not answer["ok"] and answer["sentence"].endswith(".") and kinds(desk) == []
