"""`make bench`: every figure, with its target; exit 1 where one is missed."""

import statistics
import sys

from tests.benchmarks import application, pages, proof, quality
from tests.benchmarks.machine import describe


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
    line("verdict of an A4 page at 300 dpi, without reading (median)", pages.verdict_seconds(), 0.400, "s")
    ratios = pages.reading_ratios()
    line("text and fields of a payslip over bare tesseract (median)", statistics.median(ratios), 1.3, "×")
    line("the same, worst of the run", max(ratios), None, "×")
    visit = application.played_visit()
    line("start of the screen to its first frame", float(str(visit["start_to_first_frame_s"])), 2.5, "s")
    line("longest block of the screen while pages are read", application.longest_block_ms(visit), 100, "ms")
    receipt = proof.receipt()
    line(f"{proof.PAGES} pages sealed, fsynced, registered", receipt["sealed_s"], None, "s")
    line(f"receipt of {proof.PAGES} pages issued (bundle, papers, ledger)", receipt["issued_s"], None, "s")
    line("its size", receipt["kilobytes"], None, "kB")
    line("verifying it", receipt["verified_s"], None, "s")
    line("verifying the code of a receipt, without the PDF", proof.code_seconds(), 0.100, "s")
    rows = proof.ledger()
    line("a durable ledger row with its signed checkpoint (1000/s)", rows["microseconds_a_row"] / 1000, 1.0, "ms")
    line("a consistency proof over the whole ledger, made and checked", rows["consistency_s"], None, "s")
    sys.stdout.write("\n" + "\n".join(quality.report()) + "\n")
    return 1 if missed else 0


sys.exit(main())
