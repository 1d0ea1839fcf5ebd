"""All the virtual devices of the network on one bench, obeying the same fault files as the simulated ones.

So a trainer breaks a simulated scanner and a virtual one with the same words, and the real drivers can be practised on.
"""

from collections.abc import Mapping
from pathlib import Path

from hardware.dock import escl_model, escpos_model, ipp_model
from hardware.dock.escl_model import EsclFault, pictures_of
from hardware.dock.escl_scanner import EsclScanner
from hardware.dock.escpos_printer import EscposPrinter
from hardware.dock.ipp_printer import IppPrinter
from hardware.faults import Device, pending_fault
from hardware.simulation import free_name, write_whole

SCANNER: Mapping[str, EsclFault] = {
    "jammed": EsclFault.JAMMED,
    "cover_open": EsclFault.COVER_OPEN,
    "busy": EsclFault.BUSY,
    "unplugged": EsclFault.UNPLUGGED,
    "timed_out": EsclFault.STALLED,
    "corrupt_image": EsclFault.CORRUPT_IMAGE,
    "io_error": EsclFault.CUT,
    "slow": EsclFault.SLOW,
}
TICKET: Mapping[str, escpos_model.Knobs] = {
    "paper_out": escpos_model.Knobs(paper="out"),
    "cover_open": escpos_model.Knobs(cover_open=True),
    "cutter_stuck": escpos_model.Knobs(cutter_stuck=True),
    "overheated": escpos_model.Knobs(overheated=True),
    "timed_out": escpos_model.Knobs(stalled=True),
    "other": escpos_model.Knobs(broken=True),
}
PRINTER: Mapping[str, ipp_model.Knobs] = {
    "paper_out": ipp_model.Knobs(reasons=("media-empty-error",)),
    "jammed": ipp_model.Knobs(reasons=("media-jam-error",)),
    "cover_open": ipp_model.Knobs(reasons=("door-open-error",)),
    "ink_out": ipp_model.Knobs(reasons=("toner-empty-error",)),
    "overheated": ipp_model.Knobs(reasons=("fuser-over-temp-error",)),
    "refused": ipp_model.Knobs(accepts=False),
    "timed_out": ipp_model.Knobs(unavailable=True),
    "other": ipp_model.Knobs(aborts=True),
}


class Bench:
    """A scanner that shows the pictures of `sheets`, and two printers whose paper goes to `paper`."""

    def __init__(self, state_dir: Path, sheets: Path, paper: Path) -> None:
        self.scanner = EsclScanner()
        self.ticket = EscposPrinter()
        self.printer = IppPrinter()
        self._state_dir = state_dir
        self._paper = paper
        self._faults: dict[Device, str] = {}
        self.scanner.scanner.glass = pictures_of(sheets)

    def start(self) -> None:
        for device in (self.scanner, self.ticket, self.printer):
            device.start()

    def stop(self) -> None:
        for device in (self.scanner, self.ticket, self.printer):
            device.stop()

    def follow(self) -> None:
        """Do what the fault files say now, and put away what was printed. A fault that no device can have is none."""
        for device in (Device.SCANNER, Device.TICKET, Device.PRINTER):
            fault = pending_fault(self._state_dir, device)
            name = fault.name if fault is not None else ""
            if self._faults.get(device, "") != name:
                self._faults[device] = name
                self._break(device, name)
        self._put_away()

    def _break(self, device: Device, name: str) -> None:
        match device:
            case Device.SCANNER:
                self.scanner.scanner.knobs = escl_model.Knobs(SCANNER.get(name))
            case Device.TICKET:
                with self.ticket.printer.lock:
                    self.ticket.printer.knobs = _copy(TICKET.get(name, escpos_model.Knobs()))
            case Device.PRINTER:
                with self.printer.printer.lock:
                    self.printer.printer.knobs = PRINTER.get(name, ipp_model.Knobs())

    def _put_away(self) -> None:
        with self.ticket.printer.lock:
            tickets, self.ticket.printer.printed = self.ticket.printer.printed, []
        with self.printer.printer.lock:
            sheets, self.printer.printer.printed = self.printer.printer.printed, []
        self._paper.mkdir(parents=True, exist_ok=True)
        for content, suffix in [*((ticket, ".png") for ticket in tickets), *((sheet, ".pdf") for sheet in sheets)]:
            write_whole(free_name(self._paper, "dock", suffix), content)


def _copy(knobs: escpos_model.Knobs) -> escpos_model.Knobs:
    """The printer turns knobs of its own accord when its paper ends."""
    return escpos_model.Knobs(
        paper=knobs.paper,
        cover_open=knobs.cover_open,
        cutter_stuck=knobs.cutter_stuck,
        overheated=knobs.overheated,
        broken=knobs.broken,
        stalled=knobs.stalled,
    )
