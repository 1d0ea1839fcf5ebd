"""`make bench`: every figure, with its target; exit 1 where one is missed. ARGS=devices: those of the devices alone."""

import statistics
import sys
from collections.abc import Callable

from tests.benchmarks import application, case, console, copies, devices, pages, proof, quality, screen
from tests.benchmarks.machine import describe
from tools.html_verifier import verifier_path

Line = Callable[[str, float, float | None, str], None]
"""Prints a figure: what, value, target, unit."""


def main() -> int:
    """Print a table of figures and targets."""
    missed = 0

    def line(what: str, value: float, target: float | None, unit: str) -> None:
        nonlocal missed
        kept = target is None or value <= target
        missed += not kept
        goal = "" if target is None else f"  (target {target:g} {unit}: {'kept' if kept else 'MISSED'})"
        sys.stdout.write(f"{what:58s} {value:8.3f} {unit}{goal}\n")
        sys.stdout.flush()

    sys.stdout.write(f"{describe()}\n\n")
    if sys.argv[1:] == ["devices"]:
        _device_figures(line)
        return 1 if missed else 0
    line("verdict of an A4 page at 300 dpi, without reading (median)", pages.verdict_seconds(), 0.300, "s")
    for way, ratios in pages.reading_ratios().items():
        wanted = 0.6 if way == pages.AS_IT_COMES else None
        line(f"text and fields of a payslip over tesseract, {way} (median)", statistics.median(ratios), wanted, "×")
        line("the same, worst of the run", max(ratios), None, "×")
    for name, copy in copies.compared().items():
        ours = name == "kiosk"
        line(f"copy of a page, {name}: its size (median)", copy["kilobytes"], 160 if ours else None, "kB")
        line(f"copy of a page, {name}: amounts lost", 1 - copy["amounts"], 0.03 if ours else None, "")
        line(f"copy of a page, {name}: time, reading included", copy["seconds"], None, "s")
    scanned = case.scanned()
    line(f"slowest verdict of {case.PAGES} sheets while others are read", scanned["verdict_s"], 1.0, "s")
    line("longest block of the core meanwhile", scanned["block_ms"], 100, "ms")
    line("reading after the last sheet", scanned["after_s"], None, "s")
    line("pages left unread", case.PAGES - scanned["read"], 0, "")
    visit = application.played_visit()
    line("start of the screen to its first frame", float(str(visit["start_to_first_frame_s"])), 2.5, "s")
    line("longest block of the screen while pages are read", application.longest_block_ms(visit), 100, "ms")
    _screen_figures(line)
    receipt = proof.receipt()
    line(f"{proof.PAGES} pages sealed, fsynced, registered", receipt["sealed_s"], None, "s")
    line(f"receipt of {proof.PAGES} pages issued (bundle, papers, ledger)", receipt["issued_s"], None, "s")
    line("both", receipt["sealed_s"] + receipt["issued_s"], 0.8, "s")
    line("its size with checkpoint and late stamp", proof.stamped_kilobytes(), 60.0, "kB")
    length, side = proof.code_sizes()
    line("the longest PROOF", length, 240, "bytes")
    line("its code on the ticket", side, 38, "mm")
    line("the HTML verifier", verifier_path().stat().st_size / 1000, 100, "kB")
    line("verifying the receipt", receipt["verified_s"], None, "s")
    calls = console.heard()
    line(f"tap on “call” → event at {console.CONSOLES} consoles, {console.KIOSKS} kiosks (p99)", calls["p99_s"], 2, "s")
    line("the same, median", calls["median_s"], None, "s")
    line("first load of the console's page", calls["kilobytes"], 100, "kB")
    line("until it can be used, in Chromium", calls["interactive_s"], 1, "s")
    line("memory of the console process (highest)", calls["megabytes"], 120, "MB")
    line("verifying the code of a receipt, without the PDF", proof.code_seconds(), 0.100, "s")
    rows = proof.ledger()
    line("a durable ledger row with its signed checkpoint (1000/s)", rows["microseconds_a_row"] / 1000, 1.0, "ms")
    line("a consistency proof over the whole ledger, made and checked", rows["consistency_s"], None, "s")
    _device_figures(line)
    said, kept = quality.report()
    sys.stdout.write("\n" + "\n".join(said) + "\n")
    return 1 if missed or not kept else 0


def _device_figures(line: Line) -> None:
    device = devices.figures()
    line("ticket whole after the row of the ledger", device["ticket"], 2.0, "s")
    line("scanner plugged in again, to a page at 75 dpi", device["scanner"], 2.0, "s")
    line("printer switched on again, to a printed page", device["printer"], 2.0, "s")
    line("print service started again, to ready", device["service"], 2.0, "s")
    line("ticket printer switched on again, to a ticket", device["small"], 2.0, "s")
    line("card service started again, to the badge in it seen", device["badge"], 2.0, "s")


def _screen_figures(line: Line) -> None:
    """What a visitor feels of the screen: `tests/benchmarks/screen.py` says what each figure holds."""
    played = screen.busy()
    line(f"tap → visible, {len(played.taps)} taps while pages are read (p95)", _p95(played.taps), 120, "ms")
    line("the same, median", statistics.median(played.taps), None, "ms")
    line("pages still unread after the last of these taps", played.unread, None, "")
    line("frame that brings another screen (p95)", _p95(played.transitions), None, "ms")
    line("the same, median", statistics.median(played.transitions), None, "ms")
    rest = screen.idle()
    line("screen at rest: share of one core", rest["screen"], 3, "%")
    line("core at rest: share of one core", rest["core"], 3, "%")
    line("memory of the screen at rest", rest["megabytes"], None, "MB")
    line(f"memory grown over {screen.VISITS} visits drawn", screen.grown_mb(), 5, "MB")
    words = screen.first_words()
    line("screen → first sentence with the player, made anew (p95)", _p95(words["new"]), 300, "ms")
    line("the same, kept from before (p95)", _p95(words["kept"]), 300, "ms")


def _p95(values: list[float]) -> float:
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


if __name__ == "__main__":
    sys.exit(main())
