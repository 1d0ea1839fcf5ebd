"""`make soak-hardware`: 1 000 scans, prints and badges through the real stacks; exit 1 where something grew."""

import sys

from tests.soak.cycles import grown, run_cycles, slope

CYCLES = 1000
SHOW_EVERY = 50


def main() -> int:
    """Print what was measured, as it goes."""
    cycles = int(sys.argv[1]) if len(sys.argv) > 1 else CYCLES
    samples = []
    for sample in run_cycles(cycles):
        samples.append(sample)
        if sample.cycle % SHOW_EVERY == 0:
            sys.stdout.write(
                f"{sample.cycle:5d} cycles  {sample.descriptors:4d} descriptors  {sample.megabytes:.1f} MB\n"
            )
            sys.stdout.flush()
    found = grown(samples)
    sys.stdout.write(f"{slope(samples):.1f} kB a cycle after the warm-up: {found or 'nothing grew'}\n")
    return 1 if found else 0


sys.exit(main())
