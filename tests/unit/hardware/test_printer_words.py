"""What printers say, and how long they are waited for."""

import datetime as dt

import pytest

from hardware.delays import PrinterDelays
from hardware.printer.api import PrinterFault
from hardware.printer.patience import Patience
from hardware.printer.reasons import KEYWORDS, NOTHING, WARNINGS, fault_of, reason_to_tell
from kiosk.journey.staff_views import DeviceFacts, Readiness
from kiosk.screens.words.printer_reasons import reason_words
from kiosk.screens.words.staff import device_line, remedy_line

MOST_WORDS = 12
MORNING = dt.datetime(2026, 5, 4, 7, 30, tzinfo=dt.UTC)
RFC_8011 = (
    "other none media-needed media-jam moving-to-paused paused shutdown connecting-to-device timed-out "
    "stopping stopped-partly toner-low toner-empty spool-area-full cover-open interlock-open door-open "
    "input-tray-missing media-low media-empty output-tray-missing output-area-almost-full output-area-full "
    "marker-supply-low marker-supply-empty marker-waste-almost-full marker-waste-full fuser-over-temp "
    "fuser-under-temp opc-near-eol opc-life-over developer-low developer-empty "
    "interpreter-resource-unavailable "
)
"""Section 5.4.12."""


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


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_each_reason_stops_or_warns_or_is_nothing_and_has_words(keyword: str) -> None:
    stops = fault_of([keyword]) is not None
    assert stops + (keyword in WARNINGS) + (keyword in NOTHING) == 1
    assert reason_to_tell([keyword]) == ("" if keyword in NOTHING else keyword)
    words = reason_words(keyword)
    if keyword == "none":
        assert words is None
        return
    assert words is not None
    assert all(0 < len(sentence.split()) <= MOST_WORDS and sentence.endswith(".") for sentence in words)


def test_the_list_is_that_of_the_standard() -> None:
    assert set(KEYWORDS) == {*RFC_8011.split(), "offline"}


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        ([], ""),
        (["toner-low-report"], "toner-low"),
        (["media-empty-report"], ""),
        (["toner-low-warning", "door-open-error", "media-empty-error"], "door-open"),
        (["opc-near-eol", "media-low-warning"], "media-low"),
        (["vendor-thing-error"], ""),
        (["vendor-thing-error", "other-warning"], "other"),
    ],
)
def test_the_reason_to_tell(reasons: list[str], told: str) -> None:
    assert reason_to_tell(reasons) == told


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


def test_the_staff_read_what_the_printer_says_and_what_to_do() -> None:
    stuck = DeviceFacts("printer", Readiness.FAULTY, "jammed", None, "media-jam")
    assert device_line("fr", stuck) == "Imprimante : Une feuille est coincée dans l’imprimante."
    assert remedy_line("fr", [stuck]) == "Imprimante : Ouvrez, tirez la feuille doucement, refermez."
    low = DeviceFacts("printer", Readiness.READY, "", MORNING, "toner-low")
    assert device_line("en", low, MORNING.date()) == "Printer: ready, 07:30. Little toner is left."
    assert remedy_line("en", [DeviceFacts("scanner"), low]) == "Printer: Have a new cartridge ready."
    assert remedy_line("fr", [DeviceFacts("printer", Readiness.READY)]) == ""
