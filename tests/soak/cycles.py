"""Scan, print on both printers, sign in with a badge, again and again, each driver in its worker on its real stack."""

import contextlib
import datetime as dt
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from hardware.card.api import CardFault, CardPresent, CardUnavailable, SignedIn
from hardware.dock.badge_maker import new_authority, new_badge
from hardware.dock.escl_scanner import EsclScanner
from hardware.dock.escpos_printer import EscposPrinter
from hardware.dock.ipp_printer import IppPrinter
from hardware.dock.pcsc_box import PcscBox, pcsc_box
from hardware.dock.piv_model import PivCard
from hardware.printer.api import Printed
from hardware.scanner.api import Scanned, ScanRequest
from hardware.worker import Worker
from hardware.worker_messages import Answer, Running
from kiosk.assets import asset
from tests.contract.cups_box import QUEUE, cups_box
from tests.contract.papers import pdf, same_rows, ticket_png
from tests.contract.sane_box import VIRTUAL_DEVICE, airscan_environment

SECONDS = 60.0
WARM_UP = 0.3
"""Share of the cycles in which caches and arenas fill; growth is what comes after."""

KILOBYTES_A_CYCLE = 5.0
"""Five megabytes in a thousand cycles. A short run cannot tell so little from noise."""

DESCRIPTORS = 2
REQUEST = ScanRequest(dpi=150, colour=False)


@dataclass(frozen=True, slots=True)
class Sample:
    """After one cycle: open descriptors and resident memory of the workers together."""

    cycle: int
    descriptors: int
    megabytes: float


@dataclass(frozen=True, slots=True)
class Station:
    """Four workers and what is plugged into them."""

    scanner: Worker
    printer: Worker
    ticket: Worker
    card: Worker
    ipp: IppPrinter
    escpos: EscposPrinter
    cards: PcscBox

    @property
    def workers(self) -> tuple[Worker, ...]:
        return (self.scanner, self.printer, self.ticket, self.card)

    def cycle(self, number: int, pool: ThreadPoolExecutor, badge: PivCard) -> None:
        """Raises AssertionError when a device does not do its part."""
        jobs = [
            pool.submit(self.scanner.call, "scan", REQUEST, seconds=SECONDS),
            pool.submit(self.printer.call, "print_pdf", pdf(), f"C-{number}", seconds=SECONDS),
            pool.submit(self.ticket.call, "print_image", ticket_png(), f"C-{number}", seconds=SECONDS),
            pool.submit(self._badge, badge),
        ]
        answers = [job.result().value for job in jobs]  # type: ignore[union-attr]
        kinds = [type(answer) for answer in answers]
        assert kinds == [Scanned, Printed, Printed, SignedIn], (number, kinds)
        whole = [paper for paper in self.escpos.printer.printed if same_rows(paper, ticket_png())]
        papers = (len(self.ipp.printer.printed), len(whole))
        assert papers == (1, 1), (number, papers)
        self.ipp.printer.printed.clear()
        self.escpos.printer.printed.clear()

    def _badge(self, badge: PivCard) -> object:
        self.cards.insert(badge)
        self._wait_for_card(present=True)
        try:
            return self.card.call("sign_in", os.urandom(32), badge.pin, seconds=SECONDS)
        finally:
            self.cards.remove_all()
            self._wait_for_card(present=False)

    def _wait_for_card(self, *, present: bool) -> None:
        status: object = CardUnavailable(CardFault.NO_READER)
        deadline = time.monotonic() + SECONDS
        while isinstance(status, CardPresent) is not present:
            answer = self.card.call("watch", status, 1.0, seconds=SECONDS)
            assert isinstance(answer, Answer) and time.monotonic() < deadline
            status = answer.value

    def sample(self, cycle: int) -> Sample:
        pids = [status.pid for worker in self.workers if isinstance(status := worker.status(), Running)]
        assert len(pids) == len(self.workers), "a worker died"
        descriptors = sum(len(os.listdir(f"/proc/{pid}/fd")) for pid in (*pids, os.getpid()))  # noqa: PTH208
        return Sample(cycle, descriptors, sum(_resident(pid) for pid in pids))


def run_cycles(cycles: int) -> Iterator[Sample]:
    """What was measured after each cycle."""
    now = dt.datetime.now(dt.UTC)
    badge = PivCard(new_badge(new_authority(now), now, "Sofia Exemple"))
    with _station() as station, ThreadPoolExecutor(4) as pool:
        for number in range(1, cycles + 1):
            station.cycle(number, pool, badge)
            yield station.sample(number)


def grown(samples: Sequence[Sample], most: float = KILOBYTES_A_CYCLE) -> str:
    """What grew after the warm-up, in words; empty when nothing did. By least squares: one peak is no growth.

    `most` is the slope that is still noise, in kB a cycle.
    """
    settled = samples[int(len(samples) * WARM_UP) :]
    descriptors = max(one.descriptors for one in settled[-5:]) - min(one.descriptors for one in settled[:5])
    if descriptors > DESCRIPTORS:
        return f"{descriptors} descriptors more"
    kilobytes = slope(samples)
    return f"{kilobytes:.1f} kB more a cycle" if kilobytes > most else ""


def slope(samples: Sequence[Sample]) -> float:
    """How much memory grew after the warm-up, in kB a cycle."""
    points = [(one.cycle, one.megabytes * 1024) for one in samples[int(len(samples) * WARM_UP) :]]
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread


def _resident(pid: int) -> float:
    """Megabytes that are the process's own."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Private_Dirty:"):
            return int(line.split()[1]) / 1024
    raise ValueError(pid)


@contextlib.contextmanager
def _station() -> Iterator[Station]:
    with contextlib.ExitStack() as stack:
        escl, ipp, escpos = EsclScanner(), IppPrinter(), EscposPrinter()
        for device in (escl, ipp, escpos):
            device.start()
            stack.callback(device.stop)
        escl.scanner.glass = [asset("samples", "01-bulletin-2026-01.jpg").read_bytes()]
        cups = stack.enter_context(cups_box())
        cups.add_queue(ipp.uri)
        cards = stack.enter_context(pcsc_box())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sane-")))
        sane = airscan_environment(folder, escl.uri)
        workers = (
            Worker("scanner", "hardware.scanner.sane:SaneScanner", {"device": VIRTUAL_DEVICE, "environment": sane}),
            Worker("printer", "hardware.printer.cups:CupsPrinter", {"queue": QUEUE, "server": cups.server}),
            Worker("ticket", "hardware.ticket.escpos:EscposTicketPrinter", {"address": escpos.address}),
            Worker("card", "hardware.card.piv:PivCardReader", {"socket": str(cards.socket)}),
        )
        for worker in workers:
            worker.start()
            stack.callback(worker.stop)
        yield Station(*workers, ipp, escpos, cards)
