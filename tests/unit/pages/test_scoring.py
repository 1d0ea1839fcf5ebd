"""What is asked of pages never seen is held against what was measured."""

import numpy as np

from tests.generator.scoring import Result, Score, goals
from tests.generator.sets import Sample


def sample(problem: str | None = None, **truth: str) -> Sample:
    return Sample(np.zeros((1, 1, 3), np.uint8), 200, "payslip", "grid", "scan", "feeder", 0, problem, truth)


def missed(score: Score) -> list[str]:
    return [goal.what for goal in goals(score) if not goal.kept]


def test_of_what_was_not_measured_nothing_is_said() -> None:
    assert goals(Score()) == []


def test_a_readable_page_refused_costs_precision() -> None:
    score = Score()
    score.add(sample("glare"), Result(False, ("glare",)))
    assert missed(score) == []
    score.add(sample(), Result(False, ("cut_off",)))
    assert missed(score) == ["refusals, precision"]
    assert "refusals, precision: 0.500 (target 0.98: MISSED)" in map(str, goals(score))


def test_a_spoilt_one_let_through_costs_recall() -> None:
    score = Score()
    score.add(sample("glare"), Result(False, ("glare",)))
    score.add(sample("folded"), Result(True))
    assert missed(score) == ["refusals, recall"]


def test_kind_turn_and_fields_have_their_targets() -> None:
    score = Score()
    score.add(sample(gross="1200.00", net_paid="950.00"), Result(True, (), "payslip", 0, {"gross": "1200.00"}))
    assert missed(score) == ["payslip fields, F1 on scans"]
    score.add(sample(gross="1200.00"), Result(True, (), "other", 180, {"gross": "120.00"}))
    assert missed(score) == [
        "turned pages put right",
        "kind",
        "payslip fields, F1 on scans",
        "payslip fields, precision",
    ]
