"""A desk beside a real mail server and a portal, all on the loop-back address."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.application.desk import Desk, open_desk
from kiosk.application.outgoing import open_outgoing
from kiosk.clock import FakeClock
from kiosk.service.live import LiveVisit
from kiosk.storage.registry import DispatchRow, SubmissionRow
from tests.delivery.passes import deliver_all
from tests.support.demarche_server import DemarcheServer, demarche_server
from tests.support.desk import MORNING, desk_settings, open_visit
from tests.support.every_way import GUIDE, guides, site
from tests.support.mail_server import MailServer, mail_server
from tests.support.tls import Certificates, certificates


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certificates(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def mail(tls: Certificates) -> Iterator[MailServer]:
    with mail_server(tls) as server:
        yield server


@pytest.fixture
def portal(tls: Certificates) -> Iterator[DemarcheServer]:
    with demarche_server(tls) as server:
        yield server


@dataclass(frozen=True)
class Prepared:
    """A site’s data with one submission of two pages that waits: made once, copied for each test."""

    data: Path
    visit: LiveVisit
    number: str


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("prepared")
    desk = open_desk(desk_settings(folder, guides_dir=guides(folder / "guides")), FakeClock(MORNING))
    visit = open_visit(desk, 2, guide=GUIDE)
    number = desk.submissions.submit(visit, (), ()).number
    desk.visits.end(visit, "finished")
    desk.close()
    return Prepared(desk.settings.data_dir, visit, number)


class Site:
    """The desk, its outbox, and one submission that waits there."""

    def __init__(self, desk: Desk, clock: FakeClock, visit: LiveVisit, number: str) -> None:
        self.desk = desk
        self.clock = clock
        self.visit = visit
        self.number = number
        self.delivering, self.watching = open_outgoing(desk)

    @property
    def row(self) -> SubmissionRow:
        row = self.desk.registry.submission_by_number(self.number)
        assert row is not None
        return row

    @property
    def last(self) -> DispatchRow:
        return self.desk.registry.dispatches_of(self.row.id)[-1]

    def work(self) -> None:
        """One pass of the outbox."""
        deliver_all(self.delivering, self.watching)

    def kinds(self) -> list[str]:
        return [row.kind for row in self.desk.ledger.rows()]


@pytest.fixture
def open_site(
    tmp_path: Path, prepared: Prepared, tls: Certificates, mail: MailServer, portal: DemarcheServer
) -> Iterator[Callable[..., Site]]:
    opened: list[Desk] = []

    def make(**changes: object) -> Site:
        clock = FakeClock(MORNING)
        shutil.copytree(prepared.data, tmp_path / "data")
        settings = desk_settings(tmp_path, **{**site(tmp_path, tls, mail, portal), **changes})
        opened.append(open_desk(settings, clock))
        return Site(opened[-1], clock, prepared.visit, prepared.number)

    yield make
    for desk in opened:
        desk.close()
