"""Sent, received, counted, decided, erased: each noted once, with its receipt, and its letter where one is due."""

import asyncio
import base64
import io

import pikepdf
import pypdfium2
import pytest

from hardware.printer.api import PrinterFault
from kiosk.clock import FakeClock
from kiosk.delivery.due import DueDays, DueKind, due_list
from kiosk.proof.model import Verdict
from kiosk.proof.seal import unseal
from kiosk.proof.verify import verify_receipt
from kiosk.proof.verify_picture import verify_picture
from kiosk.service.desk_requests import DeskRequests
from tests.support.desk import CANARY, MORNING, Press, open_visit, quiet_desk, submitted

DAY = 24 * 3600


@pytest.fixture
def clock():
    return FakeClock(MORNING)


@pytest.fixture
def desk(tmp_path, clock):
    opened = quiet_desk(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def press():
    return Press()


@pytest.fixture
def ask(desk, press):
    requests = DeskRequests(desk.registry, desk.submissions, desk.following, desk.retention, press)

    def asked(control, **request):
        return asyncio.run(requests.handlers[control](request))

    return asked


def paper(answer, name):
    return base64.b64decode(answer[name])


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def waiting(desk, clock):
    lines = due_list(desk.registry.submissions(), (), (), clock.now(), DueDays())
    return [line.number for line in lines if line.kind is DueKind.NOT_ACKNOWLEDGED]


def kinds(desk):
    return [row.kind for row in desk.ledger.rows()]


def test_the_whole_life_of_a_submission(desk, ask, clock):
    _, issued = submitted(desk)
    for control, more in (
        ("sent", {"reference": "FT-889"}),
        ("received", {"reference": "AR-12", "document": base64.b64encode(b"%PDF-AR " + CANARY).decode()}),
        ("counted", {"pages": 2}),
        ("decided", {}),
    ):
        clock.advance(DAY)
        answer = ask(control, number=issued.number, **more)
        assert answer["ok"], answer
        for name, verdict in (("ticket", verify_picture), ("sheet", None)):
            data = paper(answer, name)
            trusted = [desk.submissions.certificate]
            report = verdict(data, trusted) if verdict else verify_receipt(data, [], trusted)
            assert report.verdict is Verdict.GENUINE, (control, name, report)
        assert "letter" not in answer
    assert kinds(desk) == ["submission", "sent", "received", "counted", "decided"]
    row = desk.registry.submission_by_number(issued.number)
    assert (row.state, row.pages_counted, row.reference) == ("decided", 2, "AR-12")
    assert desk.ledger.verify(desk.submissions.certificate.holds).intact


def test_the_captured_acknowledgement_is_sealed_to_visitor_and_desk(desk, ask):
    visit, issued = submitted(desk)
    ask("sent", number=issued.number)
    document = b"%PDF-AR " + CANARY
    ask("received", number=issued.number, document=base64.b64encode(document).decode())
    row = desk.registry.submission_by_number(issued.number)
    assert desk.submissions.paper_for_desk(row, "event-received.document.age") == document
    inner = desk.submissions._vault.get(visit.id, "event-received.document.age")
    assert unseal(inner, visit.identity) == document
    for path in desk.settings.data_dir.rglob("*"):
        assert not path.is_file() or CANARY not in path.read_bytes(), path.name


def test_seven_pages_of_66_make_a_letter_with_the_slip(desk, ask):
    visit, issued = submitted(desk, 66)
    answer = ask("sent", number=issued.number, reference="FT-889", pages=7)
    assert answer["ok"]
    row = desk.registry.submission_by_number(issued.number)
    assert (row.state, row.pages_counted) == ("counted", 7)
    letter = words(paper(answer, "letter"))
    for said in ("Votre service affiche 7 pages", "Il en manque 59", "66 pages", issued.number, "FT-889", "L114-5-1"):
        assert said in letter, said
    for page in visit.pages:
        digest = page.digest.hex()
        assert " ".join(digest[at : at + 4] for at in range(0, 64, 4)) in letter
    assert "Il manque 59 pages sur 66" in words(paper(answer, "sheet_counted"))
    with pikepdf.open(io.BytesIO(paper(answer, "letter"))) as document:
        assert 3 <= len(document.pages) <= 5


def test_nothing_is_noted_twice_or_out_of_order(desk, ask):
    _, issued = submitted(desk)
    assert not ask("received", number=issued.number)["ok"]
    assert ask("sent", number=issued.number)["ok"]
    again = ask("sent", number=issued.number)
    assert not again["ok"] and "déjà" in again["sentence"]
    assert kinds(desk) == ["submission", "sent"]


def test_a_crash_after_the_ledger_row_leaves_the_registry_to_catch_up(desk, ask, monkeypatch):
    _, issued = submitted(desk)

    class PowerCut(Exception):
        pass

    def cut(*_arguments, **_more):
        raise PowerCut

    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(type(desk.registry), "move_submission", cut)
        ask("sent", number=issued.number)
    assert desk.registry.submission_by_number(issued.number).state == "prepared"
    assert "duplicata" in ask("sent", number=issued.number)["sentence"]
    assert desk.registry.submission_by_number(issued.number).state == "sent"
    assert kinds(desk) == ["submission", "sent"]
    assert ask("reprint", number=issued.number, event="sent")["ok"]


@pytest.mark.parametrize(
    "more",
    [
        {"pages": -1},
        {"pages": "7"},
        {"pages": True},
        {"pages": 10**9},
        {"reference": "x" * 61},
        {"document": "not base64!"},
        {"number": "x-1"},
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(desk, ask, more):
    _, issued = submitted(desk)
    answer = ask("sent", **{"number": issued.number, **more})
    assert not answer["ok"] and answer["sentence"].endswith((".", "?"))
    assert kinds(desk) == ["submission"]


def test_counted_needs_a_count(desk, ask):
    _, issued = submitted(desk)
    ask("sent", number=issued.number)
    assert not ask("counted", number=issued.number)["ok"]


def test_a_missing_acknowledgement_becomes_a_reminder(desk, ask, clock):
    _, issued = submitted(desk)
    ask("sent", number=issued.number)
    assert waiting(desk, clock) == []
    clock.advance(11 * DAY)
    assert waiting(desk, clock) == [], "nine working days"
    clock.advance(DAY)
    assert waiting(desk, clock) == [issued.number]
    letter = words(paper(ask("remind", number=issued.number), "letter"))
    for said in ("4 décembre 2026", "22 novembre 2026", "L112-11", "R112-11-1", issued.number):
        assert said in letter, said
    ask("received", number=issued.number, reference="AR-1")
    assert waiting(desk, clock) == []


def test_what_was_posted_is_reminded_by_the_law_of_requests(desk, ask):
    _, issued = submitted(desk)
    row = desk.registry.submission_by_number(issued.number)
    desk.registry.plan_dispatch(row.id, "post", desk.clock.now())
    ask("sent", number=issued.number, tracking="RR 4731 2482 9 FR")
    letter = words(paper(ask("remind", number=issued.number), "letter"))
    for said in ("L112-3", "R112-5", "L112-6", "RR473124829FR", "par courrier"):
        assert said in letter, said
    assert "L112-11" not in letter


def test_a_second_copy_says_so_and_verifies(desk, ask, press):
    _, issued = submitted(desk)
    first = ask("reprint", number=issued.number, print=True)
    assert first["printed"] and len(press.papers) == 2
    trusted = [desk.submissions.certificate]
    assert verify_picture(paper(first, "ticket"), trusted).verdict is Verdict.GENUINE
    assert verify_receipt(paper(first, "sheet"), [], trusted).verdict is Verdict.GENUINE
    press.fault = PrinterFault.PAPER_OUT
    assert ask("reprint", number=issued.number, print=True)["printed"] is False
    assert not ask("reprint", number=issued.number, event="decided")["ok"]
    assert not ask("reprint", number=issued.number, event="nonsense")["ok"]


def test_erasing_gives_a_receipt_and_leaves_the_others(desk, ask):
    visit, issued = submitted(desk)
    other, _ = submitted(desk)
    answer = ask("erase", key=" ".join(visit.words))
    assert answer["ok"] and answer["number"] == issued.number
    trusted = [desk.submissions.certificate]
    report = verify_picture(paper(answer, "ticket"), trusted)
    assert report.verdict is Verdict.GENUINE and "Copies effacées" in report.sentence
    assert verify_receipt(paper(answer, "sheet"), [], trusted).verdict is Verdict.GENUINE
    assert not (desk.settings.vault_dir / visit.id).exists()
    assert (desk.settings.vault_dir / other.id).exists()
    assert not ask("erase", key=visit.identity)["ok"]
    assert "effacées" in ask("reprint", number=issued.number)["sentence"]
    assert kinds(desk).count("erased") == 1
    assert ask("sent", number=issued.number)["ok"], "a step may still be noted"
    assert not (desk.settings.vault_dir / visit.id).exists(), "and brings nothing back to the disk"


def test_erasing_a_visit_that_was_broken_off(desk, ask):
    visit = open_visit(desk, 1)
    desk.visits.interrupt(visit.id)
    answer = ask("erase", key=visit.identity)
    assert answer["ok"] and answer["number"] is None and "ticket" not in answer
    assert not (desk.settings.vault_dir / visit.id).exists()


@pytest.mark.parametrize("key", ["", "un deux trois", "AGE-SECRET-KEY-1" + "Q" * 58])
def test_erasing_with_no_key_is_refused(desk, ask, key):
    submitted(desk)
    answer = ask("erase", key=key)
    assert not answer["ok"] and "deux" not in answer["sentence"]
