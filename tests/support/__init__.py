"""Things several tests use."""
