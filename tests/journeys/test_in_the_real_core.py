"""The three journeys beside the main one, through the real core: what is on the glass, on paper and in the ledger."""

import contextlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from kiosk.journey.actions import Action
from kiosk.journey.key_words import plain
from kiosk.journey.views import Frame
from kiosk.mediation.client import request
from kiosk.proof import qr
from kiosk.proof.event_code import Event, read_event
from kiosk.proof.failure import KIND_WORDS, FailureKind
from kiosk.proof.key_words import words_of
from kiosk.proof.keys import read_certificates
from kiosk.proof.model import Verdict
from kiosk.proof.verify_page import verify_page_proof
from kiosk.storage.ledger import Ledger
from tests.faults.walk import GOOD, Walk, at, to_review
from tests.support.running_core import running_core

A4_300_DPI = (2480, 3508)


@dataclass
class Visitor(Walk):
    """A visitor who may also lay a printed paper on the glass."""

    folder: Path

    def __init__(self, core, sheets: Path) -> None:
        super().__init__(core, sheets)
        self.folder = sheets

    @property
    def prints(self) -> Path:
        return self.core.settings.prints_dir

    def lay_print(self, path: Path) -> None:
        """A ticket on the glass, as a scanner at 300 dpi sees it."""
        glass = Image.new("L", A4_300_DPI, 255)
        with Image.open(path) as ticket:
            larger = ticket.convert("L").resize([round(side * 300 / 203) for side in ticket.size])
        glass.paste(larger.crop((0, 0, *A4_300_DPI)), (400, 300))
        stream = io.BytesIO()
        glass.save(stream, "JPEG", quality=80)
        (self.folder / "sheet.jpg").write_bytes(stream.getvalue())

    def home(self) -> Frame:
        self.screen.at("standby")
        self.press(Action.START, at("choose_language"))
        return self.press(Action.CHOOSE_LANGUAGE, at("home"), "fr")


@contextlib.contextmanager
def visiting(folder: Path) -> Iterator[Visitor]:
    sheets = folder / "sheets"
    sheets.mkdir()
    sticks = {"KIOSK_STICK_FOLDERS": json.dumps([str(folder / "sticks")]), "KIOSK_STICK_MOUNTED": "false"}
    with running_core(folder, KIOSK_SCANNER_FOLDER=str(sheets), KIOSK_SCANNER_SECONDS="0", **sticks) as core:
        yield Visitor(core, sheets)


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """One core for all; each test begins and ends on standby."""
    with visiting(tmp_path_factory.mktemp("kiosk")) as visitor:
        yield visitor


def ledger_kinds(kiosk: Visitor) -> list[str]:
    return [row.kind for row in Ledger(kiosk.core.settings.ledger_path).rows()]


def send_one_page(kiosk: Visitor) -> tuple[str, Path]:
    """The number of the receipt, and the key ticket."""
    kiosk.screen.at("standby")
    before = set(kiosk.prints.glob("key-*.png")) if kiosk.prints.is_dir() else set()
    to_review(kiosk)
    receipt = kiosk.press(Action.SEND, at("receipt"))
    number = receipt.screen.number
    kiosk.press(Action.RECEIPT_TAKEN, at("goodbye"))
    kiosk.press(Action.ALL_TAKEN, at("standby"))
    (ticket,) = set(kiosk.prints.glob("key-*.png")) - before
    return number, ticket


def show_key(kiosk: Visitor, ticket: Path) -> Frame:
    kiosk.home()
    kiosk.press(Action.CHOOSE_JOB, at("place_paper"), "return")
    kiosk.lay_print(ticket)
    return kiosk.press(Action.SCAN, at("submission", "key_unknown", "trouble"))


def leave(kiosk: Visitor) -> None:
    """Home, then standby."""
    kiosk.press(Action.BACK, at("home"))
    kiosk.press(Action.BACK, at("choose_language"))
    kiosk.press(Action.BACK, at("standby"))


def test_the_key_ticket_opens_what_was_sent_until_it_is_erased(kiosk: Visitor) -> None:
    number, ticket = send_one_page(kiosk)
    found = show_key(kiosk, ticket)
    assert found.screen.screen == "submission"
    assert (found.screen.dossier.number, found.screen.dossier.state) == (number, "prepared")
    assert "answer" not in found.screen.dossier.offers

    kiosk.press(Action.CHOOSE, at("paper_out"), "duplicate")
    assert list(kiosk.prints.glob(f"{number}-duplicata-*.png"))
    kiosk.press(Action.DONE, at("submission"))
    kiosk.press(Action.CHOOSE, at("choose"), "take")
    kiosk.press(Action.CHOOSE, at("paper_out"), "pages")
    assert list(kiosk.prints.glob(f"{number}-pages-*.pdf"))
    kiosk.press(Action.DONE, at("submission"))
    leave(kiosk)

    assert request(kiosk.core.settings.control_socket, {"control": "sent", "number": number})["ok"]
    assert show_key(kiosk, ticket).screen.dossier.state == "sent"
    kiosk.press(Action.CHOOSE, at("choose"), "answer")
    kiosk.press(Action.CHOOSE, at("count_pages"), "counted")
    kiosk.press(Action.DIGIT, lambda frame: frame.screen.digits == "0", "0")
    out = kiosk.press(Action.CONFIRM, at("paper_out"))
    assert out.screen.result.paper == "complaint", "one page was handed over and none counted: there is a letter"
    assert len(list(kiosk.prints.glob(f"{number}-counted-*.pdf"))) == 2
    kiosk.press(Action.DONE, at("submission"))

    kiosk.press(Action.CHOOSE, at("choose"), "answer")
    kiosk.press(Action.CHOOSE, at("place_paper"), "decided")
    kiosk.lay(GOOD)
    kiosk.press(Action.SCAN, at("paper_out"))
    kiosk.press(Action.DONE, at("submission"))

    kiosk.press(Action.CHOOSE, at("erase_kept"), "erase")
    out = kiosk.press(Action.CONFIRM, at("paper_out"))
    assert out.screen.last and not out.screen.result.fault
    kiosk.press(Action.DONE, at("goodbye"))
    kiosk.press(Action.ALL_TAKEN, at("standby"))
    assert {"sent", "counted", "decided", "erased"} <= set(ledger_kinds(kiosk))

    assert show_key(kiosk, ticket).screen.reason == "nothing_kept"
    leave(kiosk)


def test_pages_and_one_page_with_its_proof_on_a_stick(kiosk: Visitor) -> None:
    number, ticket = send_one_page(kiosk)
    show_key(kiosk, ticket)
    out = take(kiosk, "stick")
    assert out.screen.result.fault == "none_there", "no stick is there yet"
    kiosk.press(Action.DONE, at("submission"))

    stick = kiosk.core.folder / "sticks" / "CLE"
    stick.mkdir(parents=True)
    folder = stick / "Temoin" / number
    kiosk.press(Action.CHOOSE, at("choose"), "take")
    kiosk.press(Action.CHOOSE, at("count_pages"), "one_page")
    kiosk.press(Action.DIGIT, lambda frame: frame.screen.digits == "1", "1")
    kiosk.press(Action.CONFIRM, at("place_paper"))
    out = kiosk.press(Action.DONE, at("paper_out"))
    assert not out.screen.result.fault
    assert sorted(one.name for one in folder.iterdir()) == ["page-1.jpeg", "page-1.preuve"]
    trusted = read_certificates((kiosk.core.settings.keys_dir / "kiosk.cert.pem").read_bytes())
    proved = verify_page_proof(
        (folder / "page-1.preuve").read_bytes(), [(folder / "page-1.jpeg").read_bytes()], trusted
    )
    assert proved.verdict is Verdict.GENUINE
    kiosk.press(Action.DONE, at("submission"))

    assert not take(kiosk, "stick").screen.result.fault
    assert {"recu.pdf", "pages.pdf", "page-1.preuve"} <= {one.name for one in folder.iterdir()}
    kiosk.press(Action.DONE, at("submission"))
    leave(kiosk)


def take(kiosk: Visitor, what: str) -> Frame:
    """What came of it, from the screen of the submission on."""
    kiosk.press(Action.CHOOSE, at("choose"), "take")
    kiosk.press(Action.CHOOSE, at("place_paper"), what)
    return kiosk.press(Action.DONE, at("paper_out"))


def test_a_shorter_keeping_is_kept(kiosk: Visitor) -> None:
    kiosk.screen.at("standby")
    before = set(kiosk.prints.glob("key-*.png"))
    to_review(kiosk)
    kiosk.press(Action.CHANGE, at("change_pages"))
    kiosk.press(Action.OPEN_KEEPING, at("choose"))
    kiosk.press(Action.CHOOSE, at("change_pages"), "day")
    kiosk.press(Action.BACK, at("review"))
    kiosk.press(Action.SEND, at("receipt"))
    kiosk.press(Action.RECEIPT_TAKEN, at("goodbye"))
    kiosk.press(Action.ALL_TAKEN, at("standby"))
    (ticket,) = set(kiosk.prints.glob("key-*.png")) - before
    dossier = show_key(kiosk, ticket).screen.dossier
    assert (dossier.keep_until - dossier.issued_at.date()).days == 1
    leave(kiosk)


def test_twelve_words_reach_the_core(kiosk: Visitor) -> None:
    kiosk.home()
    kiosk.press(Action.CHOOSE_JOB, at("place_paper"), "return")
    kiosk.press(Action.OPEN_WORDS, at("key_word"))
    for word in words_of(bytes(range(16))):
        while not kiosk.frame.screen.whole_words:
            letter = plain(word)[len(kiosk.frame.screen.letters)]
            kiosk.press(Action.CHOOSE_LETTER, at("key_word"), letter)
        kiosk.press(Action.CHOOSE_WORD, at("key_word", "working", "key_unknown"), word)
    assert kiosk.screen.at("key_unknown").screen.reason == "nothing_kept"
    leave(kiosk)


def test_a_failed_attempt_is_in_the_ledger_and_its_ticket_can_be_believed(kiosk: Visitor) -> None:
    kiosk.home()
    kiosk.press(Action.CHOOSE_JOB, at("choose"), "failure")
    for value in ("portal", "CAF", "now"):
        question = kiosk.frame.screen.question
        kiosk.press(
            Action.CHOOSE, lambda frame, asked=question: getattr(frame.screen, "question", None) != asked, value
        )
    kiosk.press(Action.CHOOSE, at("check_attempt"), "often")
    rows = ledger_kinds(kiosk)
    noted = kiosk.press(Action.CONFIRM, at("attempt_noted"))
    assert ledger_kinds(kiosk) == [*rows, Event.IMPOSSIBLE.value]
    (ticket,) = kiosk.prints.glob(f"{noted.screen.noted.number}-constat-*.png")
    with Image.open(ticket) as image:
        (text,) = qr.read(image.convert("L"))
    certificate = read_certificates((kiosk.core.settings.keys_dir / "kiosk.cert.pem").read_bytes())[0]
    claims, _ = read_event(text, [certificate])
    assert claims.event is Event.IMPOSSIBLE
    assert claims.reference == f"{KIND_WORDS[FailureKind.PORTAL_DOWN]}, 3 fois"
    kiosk.press(Action.RECEIPT_TAKEN, at("goodbye"))
    kiosk.press(Action.ALL_TAKEN, at("standby"))


def test_a_letter_is_read_explained_and_leaves_no_trace(kiosk: Visitor) -> None:
    rows = ledger_kinds(kiosk)
    kiosk.home()
    kiosk.press(Action.CHOOSE_JOB, at("place_paper"), "letter")
    kiosk.lay("lettre-avertissement.jpg")
    letter = kiosk.press(Action.SCAN, at("check_letter", "letter_unsure", "trouble"))
    assert letter.screen.screen == "check_letter" and "france travail" in letter.screen.sender.lower()
    kiosk.press(Action.CONFIRM, at("choose"))
    plan = kiosk.press(Action.CHOOSE, at("letter_answer"), "before").screen.plan
    assert plan.last_day is not None and plan.guide_id == "ft.avertissement" and plan.severity == "loss"
    kiosk.press(Action.PRINT, at("paper_out"))
    assert list(kiosk.prints.glob("echeance-*.png"))
    kiosk.press(Action.DONE, at("letter_answer"))
    leave(kiosk)
    assert ledger_kinds(kiosk) == rows
