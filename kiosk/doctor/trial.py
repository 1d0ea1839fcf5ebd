"""The parts of the machine that are tried with the devices: sound, disk, clock, power, certificate."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.doctor.certificates import certificate
from kiosk.doctor.model import Finding, Health, Machine
from kiosk.doctor.power import power
from kiosk.doctor.sound import sound_device, speech
from kiosk.doctor.times import clock, drift

PROBE_BYTES = 1024 * 1024
PROBE = ".probe"
NO_ROOM = "disk_full"
UNSAFE = "unsafe"
"""What was written did not come back as it was."""


def try_machine(machine: Machine, least_free: int) -> Mapping[str, str]:
    """The fault of each part, empty for one that works. `least_free` in bytes."""
    return {
        "sound": _worst([*speech(machine), *sound_device(machine)]),
        "disk": try_disk(machine.data_dir, least_free),
        "clock": _worst([*clock(machine), *drift(machine)]),
        "power": _worst(power(machine)),
        "certificate": _worst(certificate(machine)),
    }


def try_disk(folder: Path, least_free: int) -> str:
    """Write a megabyte through to the disk, read it again, take it away."""
    if shutil.disk_usage(folder).free < least_free:
        return NO_ROOM
    written, probe = os.urandom(PROBE_BYTES), folder / PROBE
    try:
        with probe.open("wb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        return "" if probe.read_bytes() == written else UNSAFE
    except OSError:
        return NO_ROOM
    finally:
        probe.unlink(missing_ok=True)


def _worst(findings: Iterable[Finding]) -> str:
    found = {finding.health for finding in findings}
    for health in (Health.MISSING, Health.LIMITED):
        if health in found:
            return health.value
    return ""
