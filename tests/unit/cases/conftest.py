"""A slow machine is no failure: Hypothesis does not time its examples."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
