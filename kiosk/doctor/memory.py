"""Is there memory enough, and does none of it reach the disk?"""

from collections.abc import Iterator

from kiosk.doctor.model import Finding, Health, Machine, phrase
from kiosk.words import mark

KILOBYTES_PER_MEGABYTE = 1024
ENOUGH = 1500


def memory(machine: Machine) -> Iterator[Finding]:
    """The machine's memory in megabytes."""
    for line in machine.read("proc/meminfo").splitlines():
        name, _, rest = line.partition(":")
        if name == "MemTotal":
            total = int(rest.split()[0]) // KILOBYTES_PER_MEGABYTE
            found = phrase(mark("Mémoire : {total} Mo."), total=total)
            if total >= ENOUGH:
                yield Finding("memory", Health.GOOD, found)
            else:
                yield Finding("memory", Health.LIMITED, found, mark("Choisissez une machine de 2 Go ou plus."))


def swap(machine: Machine) -> Iterator[Finding]:
    """Memory that is written to a disk would keep pages of visitors; compressed memory (zram) does not."""
    areas = [line.split()[0] for line in machine.read("proc/swaps").splitlines()[1:] if line.strip()]
    on_disk = [area for area in areas if not area.startswith("/dev/zram")]
    if on_disk:
        yield Finding(
            "swap",
            Health.LIMITED,
            phrase(mark("De la mémoire peut aller sur le disque : {areas}."), areas=", ".join(on_disk)),
            mark("Sur une borne, désactivez-la : swapoff --all."),
        )
    else:
        yield Finding("swap", Health.GOOD, mark("Aucune mémoire ne va sur le disque."))
