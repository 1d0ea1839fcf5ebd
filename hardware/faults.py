"""Every fault that a simulated device can be told to have, by name.

A fault is set in a small file, so that a test, a demonstration or a shell can break a device that lives in another
process. It strikes `times` operations and then goes away, or stays until it is cleared.
"""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Device(StrEnum):
    SCANNER = "scanner"
    PRINTER = "printer"
    TICKET = "ticket"
    CARD = "card"
    CAMERA = "camera"


class Effect(StrEnum):
    """What a simulated device does while it has the fault."""

    REFUSES = "refuses"
    """Its status and its operations answer with the fault of the same name."""

    FAILS = "fails"
    """Its status is good; the operation answers with the fault of the same name."""

    HANGS = "hangs"
    """The operation never ends."""

    DIES = "dies"
    """The process of the driver ends in the middle of the operation."""

    DAWDLES = "dawdles"
    """The operation succeeds, far later than usual."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one device. `meaning` is for people who maintain the kiosk."""

    device: Device
    name: str
    effect: Effect
    meaning: str


_PRINTING = (
    ("paper_out", Effect.REFUSES, "The paper tray or the roll is empty."),
    ("jammed", Effect.REFUSES, "Paper is caught in the path."),
    ("cover_open", Effect.REFUSES, "A cover is open."),
    ("ink_out", Effect.REFUSES, "No ink or toner is left."),
    ("unreachable", Effect.REFUSES, "Switched off, or its cable or network is gone."),
    ("refused", Effect.FAILS, "The printer or its filter rejects the document."),
    ("cancelled", Effect.FAILS, "Someone cancelled the job on the printer."),
    ("timed_out", Effect.HANGS, "The driver never answers."),
    ("crashed", Effect.DIES, "The driver's process dies."),
    ("service_down", Effect.REFUSES, "The print service of the machine is not running."),
    ("disk_full", Effect.FAILS, "No space is left for the job."),
    ("disabled", Effect.REFUSES, "The settings switch the device off."),
    ("overheated", Effect.REFUSES, "Too hot to print; it cools down by itself."),
    ("cutter_stuck", Effect.REFUSES, "The blade that cuts the paper is stuck."),
    ("other", Effect.FAILS, "The device reports something that has no name here."),
    ("slow", Effect.DAWDLES, "Printing takes several seconds more."),
)
_SCANNING = (
    ("no_paper", Effect.FAILS, "No sheet was there."),
    ("jammed", Effect.REFUSES, "The sheet is caught in the feeder, or the arm is blocked."),
    ("cover_open", Effect.REFUSES, "The lid or the feeder's cover is open."),
    ("busy", Effect.REFUSES, "Another program or computer is using the scanner."),
    ("unplugged", Effect.REFUSES, "Switched off, or its cable or network is gone."),
    ("timed_out", Effect.HANGS, "The driver never answers."),
    ("crashed", Effect.DIES, "The driver's process dies."),
    ("corrupt_image", Effect.FAILS, "What came is not a whole image."),
    ("io_error", Effect.FAILS, "The link broke in the middle of the sheet."),
    ("disk_full", Effect.FAILS, "No space is left for the image."),
    ("disabled", Effect.REFUSES, "The settings switch the device off."),
    ("slow", Effect.DAWDLES, "The sheet takes several seconds more."),
)
_IDENTIFYING = (
    ("no_reader", Effect.REFUSES, "No badge reader is plugged in."),
    ("service_down", Effect.REFUSES, "The card service of the machine is not running."),
    ("no_card", Effect.FAILS, "The badge is not in the reader."),
    ("two_cards", Effect.REFUSES, "Two readers hold a card each: it is not known whose turn it is."),
    ("wrong_card", Effect.FAILS, "Some other card: it has no PIV application."),
    ("unreadable", Effect.FAILS, "The chip does not speak: upside down, dirty or broken."),
    ("removed", Effect.FAILS, "The badge was pulled out in the middle."),
    ("interrupted", Effect.FAILS, "Another program used or reset the card."),
    ("wrong_pin", Effect.FAILS, "The PIN is wrong; the card counts the tries."),
    ("last_try", Effect.FAILS, "The PIN is wrong, and one try is left."),
    ("pin_blocked", Effect.FAILS, "The PIN was wrong too often: only whoever gave the badge out can help."),
    ("forged", Effect.FAILS, "The signature is not that of the certificate's key."),
    ("timed_out", Effect.HANGS, "The card never answers."),
    ("crashed", Effect.DIES, "The driver's process dies."),
    ("disabled", Effect.REFUSES, "The settings switch the reader off."),
    ("slow", Effect.DAWDLES, "The card takes several seconds more."),
)

_FILMING = (
    ("absent", Effect.REFUSES, "No camera is plugged in, or nothing answers at its address."),
    ("unplugged", Effect.FAILS, "The camera was there, and is gone."),
    ("frozen", Effect.FAILS, "The same picture again and again, or none for a while."),
    ("black", Effect.REFUSES, "Something covers the lens, or there is no light."),
    ("timed_out", Effect.HANGS, "The driver never answers."),
    ("crashed", Effect.DIES, "The driver's process dies."),
    ("disabled", Effect.REFUSES, "The settings switch the camera off."),
    ("slow", Effect.DAWDLES, "The picture takes several seconds more."),
)

FAULTS: tuple[Fault, ...] = (
    *(Fault(Device.SCANNER, *row) for row in _SCANNING),
    *(Fault(Device.CARD, *row) for row in _IDENTIFYING),
    *(Fault(Device.CAMERA, *row) for row in _FILMING),
    *(Fault(device, *row) for device in (Device.PRINTER, Device.TICKET) for row in _PRINTING),
)
_BY_NAME = {(fault.device, fault.name): fault for fault in FAULTS}


class UnknownFaultError(ValueError):
    """No such fault of this device."""


def set_fault(state_dir: Path, device: Device, fault: str, times: int | None = 1) -> None:
    """Let `fault` strike the next `times` operations of a simulated device; None: until cleared.

    Replaces the fault it had. Raises UnknownFaultError, or ValueError for `times` below 1.
    """
    if (device, fault) not in _BY_NAME:
        raise UnknownFaultError(f"{device}: {fault}")
    if times is not None and times < 1:
        raise ValueError("times")
    with _locked(state_dir, device):
        _write(_file(state_dir, device), {"fault": fault, "times": times})


def clear_faults(state_dir: Path, device: Device | None = None) -> None:
    """Heal one simulated device, or all of them."""
    for each in Device if device is None else (device,):
        with _locked(state_dir, each):
            _file(state_dir, each).unlink(missing_ok=True)


def pending_fault(state_dir: Path, device: Device) -> Fault | None:
    """The fault that the next operation will meet, if any."""
    with _locked(state_dir, device):
        return _read(state_dir, device)[0]


def strike(state_dir: Path, device: Device) -> Fault | None:
    """As `pending_fault`, and count one operation."""
    with _locked(state_dir, device):
        fault, times = _read(state_dir, device)
        if fault is None or times is None:
            return fault
        if times > 1:
            _write(_file(state_dir, device), {"fault": fault.name, "times": times - 1})
        else:
            _file(state_dir, device).unlink(missing_ok=True)
        return fault


def _file(state_dir: Path, device: Device) -> Path:
    return state_dir / f"{device}-fault.json"


def _read(state_dir: Path, device: Device) -> tuple[Fault | None, int | None]:
    try:
        state = json.loads(_file(state_dir, device).read_text(encoding="utf-8"))
        return _BY_NAME.get((device, state["fault"])), state["times"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None, None


def _write(path: Path, state: object) -> None:
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps(state), encoding="utf-8")
    draft.replace(path)


@contextlib.contextmanager
def _locked(state_dir: Path, device: Device) -> Iterator[None]:
    state_dir.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(state_dir / f"{device}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
