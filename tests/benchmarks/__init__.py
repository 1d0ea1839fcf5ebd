"""The figures of docs/measurements.md: `make bench`."""
