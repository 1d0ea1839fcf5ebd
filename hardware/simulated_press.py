"""What the simulated A4 printer and the simulated ticket printer have in common: paper is a file in a folder."""

import time
from pathlib import Path

from hardware import simulation
from hardware.faults import Device
from hardware.printer.api import (
    Printed,
    PrinterFault,
    PrinterReady,
    PrinterStatus,
    PrinterUnavailable,
    PrintFailed,
    PrintOutcome,
)


class SimulatedPress:
    """Writes each job to `folder`, durably, under the name of its key; a second time under `<key>-2`."""

    def __init__(
        self,
        device: Device,
        name: str,
        suffix: str,
        folder: str | Path,
        state_dir: str | Path,
        seconds_per_page: float,
    ) -> None:
        self._device = device
        self._name = name
        self._suffix = suffix
        self._folder = Path(folder)
        self._state_dir = Path(state_dir)
        self._seconds_per_page = seconds_per_page

    def status(self) -> PrinterStatus:
        name = simulation.sensed(self._state_dir, self._device)
        return PrinterReady(self._name) if name is None else PrinterUnavailable(PrinterFault(name))

    def put_out(self, content: bytes, key: str) -> PrintOutcome:
        """One job. Raises ValueError for a key that is no plain file name."""
        path = simulation.free_name(self._folder, key, self._suffix)
        name = simulation.suffered(self._state_dir, self._device)
        if name is not None:
            return PrintFailed(PrinterFault(name))
        time.sleep(self._seconds_per_page)
        self._folder.mkdir(parents=True, exist_ok=True)
        simulation.write_whole(path, content)
        return Printed(path.stem)
