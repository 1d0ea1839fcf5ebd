"""From a field's score to the probability that it is right; what would be wrong too often is left empty."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.pages.model import Field

WRONG_AT_MOST = 1 / 50
"""Of the values of a field that are given, no more are wrong: a wrong amount is worse than none."""
LEAST_RIGHT = 0.9
"""A value that is less probably right is left empty, however sure the others are."""
STEPS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Scores from which on another probability holds."""
RIGHT: Mapping[str, tuple[float, ...]] = {
    "period": (0.500, 0.500, 0.500, 0.996, 0.996, 0.996, 0.996, 0.998),
    "period_start": (0.500, 0.500, 0.500, 0.992, 0.992, 0.992, 0.992, 0.998),
    "period_end": (0.500, 0.500, 0.500, 0.992, 0.995, 0.995, 0.995, 0.997),
    "pay_date": (0.200, 0.200, 0.200, 0.986, 0.993, 0.993, 0.993, 0.993),
    "employer_name": (0.333, 0.333, 0.333, 0.969, 0.969, 0.969, 0.980, 0.980),
    "employer_siret": (0.667, 0.667, 0.824, 0.824, 0.824, 0.824, 0.994, 0.999),
    "employee_name": (0.500, 0.500, 0.500, 0.500, 0.500, 0.974, 0.993, 0.996),
    "gross": (0.057, 0.667, 0.667, 0.667, 0.667, 0.951, 0.951, 0.997),
    "net_paid": (0.649, 0.735, 0.735, 0.735, 0.922, 0.998, 0.998, 0.999),
    "net_social": (0.250, 0.433, 0.667, 0.667, 0.667, 0.935, 0.993, 0.993),
    "net_taxable": (0.267, 0.429, 0.900, 0.900, 0.981, 0.989, 0.989, 0.997),
    "hours": (0.500, 0.500, 0.900, 0.985, 0.985, 0.987, 0.992, 0.997),
    "pages": (0.500, 0.500, 0.500, 0.500, 0.500, 0.982, 0.982, 0.995),
}  # fmt: skip
"""Share right on each step, by `python -m tests.generator.calibrate` (docs/measurements.md, "Confidence")."""
GIVEN_FROM: Mapping[str, float] = {
    "period": 0.6,
    "period_start": 0.6,
    "period_end": 0.6,
    "pay_date": 0.6,
    "employer_name": 0.6,
    "employer_siret": 0.9,
    "employee_name": 0.8,
    "gross": 0.8,
    "net_paid": 0.7,
    "net_social": 0.8,
    "net_taxable": 0.5,
    "hours": 0.5,
    "pages": 0.8,
}
"""Scores from which on a field is given, by the same command: not shown to be wrong more than one time in fifty."""


def certain(scored: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that are sure enough, their scores made probabilities."""
    return {
        name: replace(field, confidence=probability(name, field.confidence))
        for name, field in scored.items()
        if field.confidence >= GIVEN_FROM[name]
    }


def probability(name: str, score: float) -> float:
    """How probably a value of field `name` with that score is right."""
    return RIGHT[name][step_of(score)]


def step_of(score: float) -> int:
    """The number of the step that `score` stands on."""
    return max((number for number, least in enumerate(STEPS) if score >= least), default=0)
