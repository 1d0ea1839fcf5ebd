"""Faults are set from outside, strike the times they are told to, and go."""

from pathlib import Path

import pytest

from hardware.camera.api import CameraFault
from hardware.card.api import CardFault
from hardware.faults import (
    FAULTS,
    Device,
    Effect,
    UnknownFaultError,
    clear_faults,
    pending_fault,
    set_fault,
    strike,
)
from hardware.printer.api import PrinterFault
from hardware.scanner.api import ScannerFault


def test_every_fault_of_the_interfaces_can_be_simulated() -> None:
    of_device = {device: {fault.name for fault in FAULTS if fault.device is device} for device in Device}
    assert of_device[Device.SCANNER] >= {fault.value for fault in ScannerFault}
    assert of_device[Device.PRINTER] >= {fault.value for fault in PrinterFault}
    assert of_device[Device.TICKET] >= {fault.value for fault in PrinterFault}
    assert of_device[Device.CAMERA] >= {fault.value for fault in CameraFault}
    assert of_device[Device.CARD] >= {fault.value for fault in CardFault}


OTHERS = {Device.SCANNER: ScannerFault, Device.CARD: CardFault, Device.CAMERA: CameraFault}


def test_every_answered_fault_has_a_word_in_its_interface() -> None:
    for fault in FAULTS:
        if fault.effect in (Effect.REFUSES, Effect.FAILS):
            words = OTHERS.get(fault.device, PrinterFault)
            assert words(fault.name)


def test_a_fault_strikes_as_often_as_it_was_told(tmp_path: Path) -> None:
    set_fault(tmp_path, Device.SCANNER, "jammed", times=2)
    assert pending_fault(tmp_path, Device.SCANNER) is not None
    struck = [strike(tmp_path, Device.SCANNER) for _ in range(3)]
    assert [fault.name if fault else None for fault in struck] == ["jammed", "jammed", None]
    assert pending_fault(tmp_path, Device.SCANNER) is None


def test_a_fault_without_number_stays_until_it_is_cleared(tmp_path: Path) -> None:
    set_fault(tmp_path, Device.PRINTER, "paper_out", times=None)
    set_fault(tmp_path, Device.SCANNER, "busy", times=None)
    for _ in range(3):
        assert strike(tmp_path, Device.PRINTER) is not None
    clear_faults(tmp_path, Device.PRINTER)
    assert strike(tmp_path, Device.PRINTER) is None
    assert strike(tmp_path, Device.SCANNER) is not None
    clear_faults(tmp_path)
    assert strike(tmp_path, Device.SCANNER) is None


def test_a_fault_of_another_device_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFaultError):
        set_fault(tmp_path, Device.SCANNER, "paper_out")
    with pytest.raises(ValueError, match="times"):
        set_fault(tmp_path, Device.SCANNER, "busy", times=0)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"fault": "unheard-of", "times": 1}', "null"])
def test_a_spoiled_state_file_is_no_fault(content: str, tmp_path: Path) -> None:
    (tmp_path / "scanner-fault.json").write_text(content, encoding="utf-8")
    assert strike(tmp_path, Device.SCANNER) is None
