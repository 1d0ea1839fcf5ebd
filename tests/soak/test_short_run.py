"""A short run of the soak, and that its judge sees growth."""

from tests.soak.cycles import Sample, grown, run_cycles

CYCLES = 24
NOISE = 40.0
"""kB a cycle: while the first memory is still being filled."""


def test_cycles_through_the_real_stacks_leave_nothing_behind() -> None:
    samples = list(run_cycles(CYCLES))
    assert [sample.cycle for sample in samples] == list(range(1, CYCLES + 1))
    assert grown(samples, NOISE) == ""


def test_the_judge_sees_what_grows_and_forgives_a_peak() -> None:
    flat = [Sample(cycle, 40, 100.0 + (8.0 if cycle == 55 else 0.0)) for cycle in range(1, 101)]
    assert grown(flat) == ""
    assert "kB" in grown([Sample(one.cycle, 40, one.megabytes + one.cycle * 0.012) for one in flat])
    assert "descriptors" in grown([Sample(one.cycle, 40 + one.cycle // 10, one.megabytes) for one in flat])
    assert "kB" in grown([Sample(one.cycle, 40, one.megabytes + one.cycle * 0.1) for one in flat])
