"""What is on each tape, and what the real driver must make of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardware.card.api import CardFault
from hardware.delays import ScannerDelays
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
