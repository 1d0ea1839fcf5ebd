"""What printers say, and how long they are waited for."""

import pytest

from hardware.delays import PrinterDelays
from hardware.printer.api import PrinterFault
from hardware.printer.patience import Patience
from hardware.printer.reasons import fault_of


@pytest.mark.parametrize(
    ("reasons", "fault"),
    [
        ([], None),
        (["none"], None),
        (["media-empty-error"], PrinterFault.PAPER_OUT),
        (["media-empty-warning"], PrinterFault.PAPER_OUT),
        (["media-empty-report"], None),
        (["media-empty"], PrinterFault.PAPER_OUT),
        (["media-low-warning", "toner-low-report"], None),
        (["media-empty-error", "cover-open-error"], PrinterFault.COVER_OPEN),
        (["media-jam-error", "media-empty-error"], PrinterFault.JAMMED),
        (["marker-supply-empty-error"], PrinterFault.INK_OUT),
        (["offline-report"], None),
        (["connecting-to-device"], PrinterFault.UNREACHABLE),
        (["vendor-thing-error"], PrinterFault.OTHER),
        (["vendor-thing-warning", "paused"], None),
    ],
)
def test_the_fault_to_mend_first(reasons: list[str], fault: PrinterFault | None) -> None:
    assert fault_of(reasons) == fault


def test_a_fault_that_lasts_loses_the_job_and_one_that_goes_does_not() -> None:
    patience = Patience(PrinterDelays(fault=20, job=90), start=0.0)
    assert patience.lost(PrinterFault.PAPER_OUT, 1.0) is None
    assert patience.lost(PrinterFault.PAPER_OUT, 20.0) is None
    assert patience.lost(None, 20.5) is None
    assert patience.lost(PrinterFault.COVER_OPEN, 30.0) is None
    assert patience.lost(PrinterFault.COVER_OPEN, 50.0) is PrinterFault.COVER_OPEN


def test_a_job_that_never_ends_times_out() -> None:
    patience = Patience(PrinterDelays(fault=20, job=90), start=0.0)
    assert patience.lost(None, 89.0) is None
    assert patience.lost(None, 90.0) is PrinterFault.TIMED_OUT
