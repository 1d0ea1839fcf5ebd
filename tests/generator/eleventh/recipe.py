"""The eleventh held-out set: the tenth's papers, captured in ways of its own."""

from dataclasses import replace

from tests.generator.eleventh.captures import PHOTOS, SCANS, SPOILT
from tests.generator.tenth.recipe import TENTH

ELEVENTH = replace(TENTH, scans=SCANS, photos=PHOTOS, spoilt=SPOILT)
