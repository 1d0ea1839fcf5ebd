"""A whole visit on the real stacks, each device breaking where it hurts: nothing is lost, and one receipt comes."""

import io
import threading
import time
from collections.abc import Iterator

import pypdfium2
import pytest
from PIL import Image

from hardware.dock.escl_model import EsclFault, Knobs
from kiosk.journey.actions import Action
from kiosk.journey.visit_views import ReceiptReady, Trouble
from kiosk.proof import qr
from tests.faults.walk import SECONDS, at
from tests.support.real_kiosk import RealKiosk, real_kiosk

ROWS_OF_HALF_A_TICKET = 500


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealKiosk]:
    with real_kiosk(tmp_path_factory.mktemp("real")) as real:
        yield real


def codes_of_ticket(paper: bytes) -> list[str]:
    with Image.open(io.BytesIO(paper)) as image:
        return qr.read(image.convert("L"))


def test_one_visit_with_a_scanner_unplugged_mid_page_and_paper_that_ends_mid_receipt(
    kiosk: RealKiosk,
) -> None:
    kiosk.to_first_sheet()
    key_tickets = len(kiosk.ticket.printer.printed)
    assert key_tickets == 1

    the_plug_is_pulled_in_the_middle_of_a_page(kiosk)
    waited = kiosk.walk.screen.until(lambda frame: isinstance(frame.screen, Trouble) and frame.screen.since is not None)
    assert isinstance(waited.screen, Trouble) and waited.screen.since is not None
    assert 0 <= time.monotonic() - waited.screen.since < SECONDS  # what the screen counts from
    kiosk.scanner.scanner.knobs = Knobs()
    kiosk.scanner.start()
    plugged = time.monotonic()
    kiosk.walk.screen.until(lambda frame: isinstance(frame.screen, Trouble) and frame.screen.back)
    assert time.monotonic() - plugged < SECONDS
    assert kiosk.walk.press(Action.TRY_AGAIN, at("page_accepted", "trouble")).screen.screen == "page_accepted"
    visits = sorted((kiosk.core.settings.vault_dir).iterdir())
    assert len([visit for visit in visits if visit.is_dir()]) == 1  # the same visit, the page once
    assert len(list(visits[0].glob("*.scan.age"))) == 1

    kiosk.to_review()
    kiosk.printer.knobs.reasons = ("media-empty-error",)
    kiosk.ticket.knobs.rows_left = ROWS_OF_HALF_A_TICKET
    refill = threading.Timer(2.5, lambda: new_paper(kiosk))
    refill.start()
    out = kiosk.walk.press(Action.SEND, at("receipt", "trouble")).screen
    refill.join()
    assert isinstance(out, ReceiptReady)
    assert (out.printed_a4, out.printed_ticket, out.a4_fault, out.ticket_fault) == (True, True, "", "")
    assert len(kiosk.printer.printer.printed) == 1
    assert pypdfium2.PdfDocument(kiosk.printer.printer.printed[0])[0].get_size()[0] == pytest.approx(595, abs=1)
    papers = kiosk.ticket.printer.printed[key_tickets:]
    assert [out.proof in codes_of_ticket(paper) for paper in papers] == [False, True]  # a fragment, then the whole one
    kiosk.walk.press(Action.RECEIPT_TAKEN, at("goodbye"))


def the_plug_is_pulled_in_the_middle_of_a_page(kiosk: RealKiosk) -> None:
    kiosk.scanner.scanner.knobs = Knobs(EsclFault.STALLED)
    pull = threading.Timer(1.0, kiosk.scanner.stop)
    pull.start()
    shown = kiosk.scan()
    pull.join()
    assert isinstance(shown.screen, Trouble)
    assert (shown.screen.device, shown.screen.pages_safe) == ("scanner", 0)
    assert shown.screen.fault in ("unplugged", "io_error")
    assert {Action.TRY_AGAIN, Action.BACK, Action.CALL} <= set(shown.actions)


def new_paper(kiosk: RealKiosk) -> None:
    kiosk.printer.knobs.reasons = ()
    kiosk.ticket.knobs.paper = "ok"
