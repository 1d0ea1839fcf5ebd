"""What is on each tape, and what the real driver must make of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardware.card.api import CardFault
from hardware.delays import ScannerDelays, TicketDelays
from hardware.dock import escpos_model, ipp_model
from hardware.printer.api import PrinterFault
from hardware.printer.device_jobs import fault_on_device, jobs_on_device
from hardware.printer.device_state import state_of_device
from hardware.scanner.api import ScannedBatch, ScannerFault, ScanOutcome, ScanRequest
from hardware.scanner.sane import SaneScanner

TAPES = Path(__file__).parent
PILE = 2
REQUEST = ScanRequest(dpi=75, colour=False)
DELAYS = ScannerDelays(sense=5.0, page=3.0, look=0.05, close=1.0, interrupt=0.3)
CHALLENGE = bytes(range(32))

Use = Callable[[SaneScanner, ScanRequest], ScanOutcome | ScannedBatch]


def _page(driver: SaneScanner, request: ScanRequest) -> ScanOutcome:
    return driver.scan(request)


def _pile(driver: SaneScanner, request: ScanRequest) -> ScannedBatch:
    return driver.scan_batch(request, PILE + 1)


@dataclass(frozen=True, slots=True)
class Scene:
    """`fault` is what the virtual scanner had; `named` what the driver calls it, None for a good scan."""

    use: Use
    source: str
    fault: str
    named: ScannerFault | None
    pages: int = 0


SCANS = {
    "scan_page": Scene(_page, "Flatbed", "", None, 1),
    "scan_pile": Scene(_pile, "ADF", "", None, PILE),
    "scan_no_paper": Scene(_page, "ADF", "no_paper", ScannerFault.NO_PAPER),
    "scan_jammed": Scene(_page, "ADF", "jammed", ScannerFault.JAMMED),
    "scan_cover_open": Scene(_page, "ADF", "cover_open", ScannerFault.COVER_OPEN),
    "scan_cut": Scene(_page, "Flatbed", "cut", ScannerFault.IO_ERROR),
    "scan_stalled": Scene(_page, "Flatbed", "stalled", ScannerFault.TIMED_OUT),
    "scan_unplugged": Scene(_page, "Flatbed", "unplugged", ScannerFault.UNPLUGGED),
}
CARDS = {"card_signs": None, "card_wrong_pin": CardFault.WRONG_PIN, "card_foreign": CardFault.WRONG_CARD}


TICKET_DELAYS = TicketDelays(connect=5.0, answer=0.5, late=0.5, poll=0.1, finish=5.0, fault=0.5, job=20.0)
TICKETS: dict[str, tuple[escpos_model.Knobs, PrinterFault | None]] = {
    "ticket_prints": (escpos_model.Knobs(), None),
    "ticket_paper_ends": (escpos_model.Knobs(rows_left=150), PrinterFault.PAPER_OUT),
    "ticket_cover_open": (escpos_model.Knobs(cover_open=True), PrinterFault.COVER_OPEN),
    "ticket_mute": (escpos_model.Knobs(stalled=True), PrinterFault.TIMED_OUT),
}
TITLE = "R-1"
IPP_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class PrinterScene:
    """What the printer had, what the driver asks it by its address, and what it makes of the answers."""

    knobs: ipp_model.Knobs
    ask: Callable[[str], object]
    made_of_it: object
    jobs: tuple[ipp_model.Job, ...] = ()


def _state(uri: str) -> object:
    return state_of_device(uri, IPP_SECONDS)


def _fault_of_job(uri: str) -> object:
    return fault_on_device(uri, TITLE, IPP_SECONDS)


def _numbers(uri: str) -> object:
    return [job.number for job in jobs_on_device(uri, TITLE, IPP_SECONDS)]


_ENDED = ipp_model.Job(1, TITLE, ipp_model.JobState.COMPLETED)
_ABORTED = ipp_model.Job(2, TITLE, ipp_model.JobState.ABORTED)
_OTHER = ipp_model.Job(3, "R-2", ipp_model.JobState.COMPLETED)
PRINTERS = {
    "printer_ready": PrinterScene(ipp_model.Knobs(), _state, (None, "")),
    "printer_jammed": PrinterScene(ipp_model.Knobs(("media-jam-error",)), _state, (PrinterFault.JAMMED, "media-jam")),
    "printer_low": PrinterScene(ipp_model.Knobs(("media-low-warning",)), _state, (None, "media-low")),
    "printer_refuses": PrinterScene(ipp_model.Knobs(accepts=False), _state, (PrinterFault.REFUSED, "")),
    "printer_away": PrinterScene(ipp_model.Knobs(unavailable=True), _state, None),
    "printer_aborted": PrinterScene(ipp_model.Knobs(), _fault_of_job, PrinterFault.OTHER, (_ABORTED, _OTHER)),
    "printer_jobs": PrinterScene(ipp_model.Knobs(), _numbers, [1], (_ENDED, _OTHER)),
}
