"""The twelfth held-out set: the ninth's papers, captured in ways of its own."""

from dataclasses import replace

from tests.generator.ninth.recipe import NINTH
from tests.generator.twelfth.captures import PHOTOS, SCANS, SPOILT

TWELFTH = replace(NINTH, scans=SCANS, photos=PHOTOS, spoilt=SPOILT)
"""A twelfth held-out set: captures that nothing is tuned on, of the ninth's papers."""
