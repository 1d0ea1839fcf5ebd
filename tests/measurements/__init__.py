"""Figures that are measured, not timed: `python -m tests.measurements` writes them into docs/measurements.md."""
