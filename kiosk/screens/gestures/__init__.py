"""Looping drawings of the gesture to make: they say it to those who do not read."""
