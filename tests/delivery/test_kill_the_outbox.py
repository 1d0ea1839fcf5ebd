"""kill -9 of the outbox before each of its steps, in front of real servers: what leaves, leaves once, or "perhaps"."""

import multiprocessing
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.application.desk import Desk, open_desk
from kiosk.application.outgoing import open_outgoing, open_sending
from kiosk.clock import FakeClock
from kiosk.delivery.choice import Way
from kiosk.storage.registry import SubmissionRow
from tests.delivery import crash_child
from tests.delivery.conftest import Prepared
from tests.delivery.passes import deliver_all
from tests.support.demarche_server import DemarcheServer
from tests.support.desk import MORNING, Press, desk_settings
from tests.support.every_way import DETAILS, FIELDS, put_mail, site
from tests.support.mail_server import MailServer
from tests.support.tls import Certificates

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["tests.delivery.crash_child"])
MOST_STEPS = 80


class Machine:
    """A site’s disk, put back as it was before each kill."""

    def __init__(self, folder: Path, prepared: Prepared, settings: dict[str, object]) -> None:
        self.folder = folder
        self.prepared = prepared
        self.settings = settings
        self.template = folder / "template"

    def plan(self, way: Way, details: dict[str, str]) -> None:
        shutil.copytree(self.prepared.data, self.folder / "data")
        desk = self.desk()
        # The desk’s own obligation is met beforehand: what is killed here is the way out.
        deliver_all(*open_outgoing(desk))
        row = self.row(desk)
        open_sending(desk, Press())._sending.choose(row, way, details)
        desk.close()
        self.keep()

    def keep(self) -> None:
        shutil.rmtree(self.template, ignore_errors=True)
        (self.folder / "data").rename(self.template)

    def killed_before(self, step: int, hours: float = 0.0) -> bool:
        """Whether there was such a step."""
        shutil.rmtree(self.folder / "data", ignore_errors=True)
        shutil.copytree(self.template, self.folder / "data")
        child = FORK.Process(target=crash_child.run, args=(self.folder, self.settings, step, hours))
        child.start()
        child.join(60)
        assert child.exitcode in (0, -signal.SIGKILL)
        return child.exitcode != 0

    def desk(self, hours: float = 0.0) -> Desk:
        clock = FakeClock(MORNING)
        clock.advance(hours * 3600)
        return open_desk(desk_settings(self.folder, **self.settings), clock)

    def row(self, desk: Desk) -> SubmissionRow:
        row = desk.registry.submission_by_number(self.prepared.number)
        assert row is not None
        return row

    def goes_on(self, hours: float) -> tuple[str, str, list[str]]:
        """Started again, some passes later: the state, the step, and what the ledger holds."""
        desk = self.desk(hours)
        try:
            for _ in range(3):
                deliver_all(*open_outgoing(desk))
                desk.clock.advance(3600)  # type: ignore[attr-defined]  # a FakeClock
            row = self.row(desk)
            assert desk.ledger.verify(desk.submissions.certificate.holds).intact
            kinds = [one.kind for one in desk.ledger.rows()]
            owed = [one for one in desk.registry.due_obligations(desk.clock.now()) if one.kind == "deliver"]
            assert owed == [], "something is still to be delivered"
            return row.state.value, desk.registry.dispatches_of(row.id)[-1].step.value, kinds
        finally:
            desk.close()


@pytest.fixture
def machine(
    tmp_path: Path, prepared: Prepared, tls: Certificates, mail: MailServer, portal: DemarcheServer
) -> Iterator[Machine]:
    yield Machine(tmp_path, prepared, site(tmp_path, tls, mail, portal))


@pytest.mark.timeout(600)
def test_a_message_leaves_once_wherever_it_is_killed(machine: Machine, mail: MailServer) -> None:
    machine.plan(Way.MAIL, DETAILS)
    ends = set()
    for step in range(1, MOST_STEPS):
        mail.received.clear()
        if not machine.killed_before(step):
            break
        state, dispatch, kinds = machine.goes_on(1)
        ends.add((state, len(mail.received)))
        match state:
            case "sent":
                assert len(mail.received) == 1 and dispatch == "sent" and kinds == ["submission", "sent"], step
            case "unsure":
                assert len(mail.received) <= 1 and dispatch == "unsure" and kinds == ["submission", "unsure"], step
            case _:
                raise AssertionError(f"killed before step {step}: {state}")
    else:
        raise AssertionError("the outbox never came to its end")
    assert {("sent", 1), ("unsure", 0), ("unsure", 1)} == ends, "both sides of the last byte must have been met"


@pytest.mark.timeout(600)
def test_a_report_is_noted_once_wherever_it_is_killed(machine: Machine, mail: MailServer) -> None:
    machine.plan(Way.MAIL, DETAILS)
    assert not machine.killed_before(MOST_STEPS)
    put_mail(machine.folder, mail.received[0].report("failed"))
    machine.keep()
    maildir = machine.folder / "Maildir"
    shutil.copytree(maildir, machine.folder / "Maildir.before")
    for step in range(1, MOST_STEPS):
        shutil.rmtree(maildir)
        shutil.copytree(machine.folder / "Maildir.before", maildir)
        if not machine.killed_before(step):
            break
        assert machine.goes_on(1) == ("failed", "returned", ["submission", "sent", "returned"]), step
        assert list((maildir / "new").iterdir()) == []
    else:
        raise AssertionError("the outbox never came to its end")
    assert step > 4


@pytest.mark.timeout(600)
def test_a_form_is_submitted_once_wherever_it_is_killed(machine: Machine, portal: DemarcheServer) -> None:
    machine.plan(Way.DEMARCHE, FIELDS)
    for step in range(1, MOST_STEPS):
        portal.drafts.clear()
        if not machine.killed_before(step):
            break
        assert machine.goes_on(1)[:2] == ("prepared", "outside"), step
        assert len(portal.drafts) in (1, 2), "a lost answer leaves one orphan at most"
        portal.submit("2026-11-23T11:42:00+01:00", len(portal.drafts) - 1)
        assert machine.goes_on(24) == ("sent", "sent", ["submission", "sent"]), step
    else:
        raise AssertionError("the outbox never came to its end")
    assert step > 6
