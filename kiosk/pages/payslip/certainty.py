"""From a field's score to the probability that it is right; what would be wrong too often is left empty."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.pages.model import Field

WRONG_AT_MOST = 1 / 50
"""A field that would be wrong more often than this is left empty: a wrong amount is worse than none."""
STEPS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Scores from which on another probability holds."""
RIGHT: Mapping[str, tuple[float, ...]] = {
    "period": (0.500, 0.500, 0.500, 0.997, 0.997, 0.997, 0.997, 0.998),
    "period_start": (0.500, 0.500, 0.500, 0.998, 0.998, 0.998, 0.998, 0.998),
    "period_end": (0.500, 0.500, 0.500, 0.995, 0.995, 0.995, 0.995, 0.998),
    "pay_date": (0.250, 0.250, 0.250, 0.984, 0.992, 0.994, 0.994, 0.994),
    "employer_name": (0.500, 0.500, 0.500, 0.857, 0.969, 0.969, 0.982, 0.982),
    "employer_siret": (0.667, 0.667, 0.973, 0.973, 0.973, 0.973, 0.993, 0.999),
    "employee_name": (0.500, 0.500, 0.500, 0.500, 0.500, 0.954, 0.993, 0.996),
    "gross": (0.077, 0.600, 0.745, 0.745, 0.745, 0.940, 0.940, 0.998),
    "net_paid": (0.538, 0.538, 0.788, 0.788, 0.955, 0.997, 0.997, 0.999),
    "net_social": (0.333, 0.417, 0.417, 0.417, 0.667, 0.914, 0.994, 0.994),
    "net_taxable": (0.364, 0.615, 0.818, 0.818, 0.994, 0.994, 0.994, 0.996),
    "hours": (0.500, 0.500, 0.667, 0.977, 0.981, 0.981, 0.988, 0.996),
    "pages": (0.500, 0.500, 0.500, 0.500, 0.500, 0.982, 0.982, 0.991),
}  # fmt: skip
"""Share right on each step, by `python -m tests.generator.calibrate` (docs/measurements.md, "Confidence")."""


def certain(scored: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that are seldom enough wrong, their scores made probabilities."""
    fields = {name: replace(field, confidence=probability(name, field.confidence)) for name, field in scored.items()}
    return {name: field for name, field in fields.items() if 1 - field.confidence <= WRONG_AT_MOST}


def probability(name: str, score: float) -> float:
    """How probably a value of field `name` with that score is right."""
    return RIGHT[name][step_of(score)]


def step_of(score: float) -> int:
    """The number of the step that `score` stands on."""
    return max((number for number, least in enumerate(STEPS) if score >= least), default=0)
