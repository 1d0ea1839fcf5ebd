"""Nothing is handed out that was not read back."""

import asyncio

import pytest

from hardware.printer.api import PrinterFault
from kiosk.proof import qr
from kiosk.proof.key_words import read_key
from kiosk.service import printing as module
from kiosk.service.printing import Printing
from kiosk.storage.registry import ObligationState
from kiosk.storage.registry_base import RegistryBroken
from tests.support.desk import Press, open_visit, quiet_desk


@pytest.fixture
def desk(tmp_path):
    opened = quiet_desk(tmp_path)
    yield opened
    opened.close()


def printing(desk, press):
    return Printing(press, desk.registry, desk.submissions, desk.clock)


def key_ticket(desk, press, visit):
    return asyncio.run(printing(desk, press).key_ticket(visit))


def papers(desk, press, visit, issued, again=False):
    return asyncio.run(printing(desk, press).papers(visit, issued, again=again))


def test_the_key_ticket_holds_the_key_and_its_words(desk):
    visit, press = open_visit(desk, 0), Press()
    assert key_ticket(desk, press, visit)
    (png,) = press.papers.values()
    assert qr.read(qr.open_picture(png)) == [visit.identity]
    assert read_key(" ".join(visit.words)) == visit.identity


def test_a_stub_that_is_not_readable_is_made_again_once_and_never_printed(desk, monkeypatch):
    visit, press, made = open_visit(desk, 0), Press(), []
    draw = module.render_key_stub

    def first_time_wrong(*arguments):
        made.append(arguments)
        return b"not a picture" if len(made) == 1 else draw(*arguments)

    monkeypatch.setattr(module, "render_key_stub", first_time_wrong)
    assert key_ticket(desk, press, visit) and len(made) == 2
    monkeypatch.setattr(module, "render_key_stub", lambda *_: b"not a picture")
    other, empty = open_visit(desk, 0), Press()
    assert not key_ticket(desk, empty, other)
    assert empty.papers == {}


def test_no_printer_no_key_ticket(desk):
    assert not key_ticket(desk, Press(PrinterFault.PAPER_OUT), open_visit(desk, 0))


def test_a_printer_that_hangs_does_not_keep_the_visitor(desk, monkeypatch):
    class Slow(Press):
        async def print_image(self, png, key):
            await asyncio.sleep(0.5)
            return await super().print_image(png, key)

    monkeypatch.setattr(module, "KEY_TICKET_SECONDS", 0.1)
    assert not key_ticket(desk, Slow(), open_visit(desk, 0))


def test_both_papers_are_read_back_before_they_are_printed(desk):
    visit, press = open_visit(desk), Press()
    issued = desk.submissions.submit(visit, (), ())
    out = papers(desk, press, visit, issued)
    assert out.a4 and out.ticket
    assert sorted(press.papers) == [f"{issued.number}-receipt", f"{issued.number}-ticket"]


@pytest.mark.parametrize("what", ["receipt", "ticket"])
def test_a_paper_that_says_something_else_is_not_printed(desk, monkeypatch, what):
    visit, other = open_visit(desk), open_visit(desk, 3)
    issued, stranger = desk.submissions.submit(visit, (), ()), desk.submissions.submit(other, (), ())
    real = getattr(desk.submissions, what)
    monkeypatch.setattr(type(desk.submissions), what, lambda _self, _visit: real(other))
    press = Press()
    out = papers(desk, press, visit, issued)
    assert (out.a4, out.ticket) == (what != "receipt", what != "ticket")
    assert not any(key.endswith(what) for key in press.papers)
    owed = {one.key: one for one in desk.registry.obligations_of(issued.submission_id)}
    assert owed[f"{issued.submission_id}-{what}"].last_fault == "not_readable"
    assert stranger.number != issued.number


def test_a_disk_that_fills_up_while_papers_come_out_loses_nothing(desk, monkeypatch):
    """The paper is out and cannot be noted: it is still owed, and comes once more when there is room."""
    visit = open_visit(desk)
    issued = desk.submissions.submit(visit, (), ())

    def full(*_):
        raise RegistryBroken("database or disk is full")

    with monkeypatch.context() as while_full:
        while_full.setattr(type(desk.registry), "obligation_done", full)
        with pytest.raises(RegistryBroken):
            papers(desk, Press(), visit, issued)
    owed = [
        one for one in desk.registry.obligations_of(issued.submission_id) if one.key.endswith(("receipt", "ticket"))
    ]
    assert [one.state for one in owed] == [ObligationState.WAITING] * 2
    press = Press()
    out = papers(desk, press, visit, issued)
    assert (out.a4_fault, out.ticket_fault) == ("", "")
    assert set(press.papers) == {f"{issued.number}-receipt", f"{issued.number}-ticket"}
