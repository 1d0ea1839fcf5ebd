"""Mending what can be mended without a person: only commands that lose nothing, whatever was wrong."""

import sys
from collections.abc import Sequence

from kiosk.doctor.model import Finding, Health, Machine

BOOTED = "run/systemd/system"
"""There where systemd runs the machine."""

PURGE = (sys.executable, "-m", "kiosk", "purge")
"""Erases only what is due anyway."""


def restart(machine: Machine, unit: str) -> tuple[str, ...]:
    """The command that starts a service again; empty where systemd does not run the machine."""
    program = machine.which("systemctl")
    return (program, "restart", unit) if program and (machine.root / BOOTED).is_dir() else ()


def mend(machine: Machine, findings: Sequence[Finding]) -> None:
    """Run the fix of each finding that has one. Whether it helped is for a second look to say."""
    for fix in dict.fromkeys(finding.fix for finding in findings if finding.fix):
        machine.run(fix)


def mended(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Of those that had a fix: the ones that are well now, and the ones that are not."""
    ill = {finding.name for finding in after if finding.health is not Health.GOOD}
    fixable = [finding for finding in before if finding.fix]
    return [one for one in fixable if one.name not in ill], [one for one in fixable if one.name in ill]
