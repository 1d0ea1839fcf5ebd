"""The fifteenth held-out set: eight layouts and ten other papers of its own, captured in ways of its own."""

from tests.generator.fifteenth import (
    agency,
    clinic,
    council,
    craftsman,
    household,
    industry,
    startup,
    supermarket,
)
from tests.generator.fifteenth.arranged import banded, ruled
from tests.generator.fifteenth.captures import PHOTOS, SCANS, SPOILT
from tests.generator.fifteenth.filled import FILLED
from tests.generator.fifteenth.told import TOLD
from tests.generator.fonts import CARLITO, DEJAVU, HELVETICA, NARROW, OPEN, ROBOTO, SERIF
from tests.generator.sets import Recipe

FIFTEENTH = Recipe(
    families={
        "startup": startup.startup,
        "council": council.council,
        "supermarket": supermarket.supermarket,
        "agency": agency.agency,
        "clinic": clinic.clinic,
        "household": household.household,
        "craftsman": craftsman.craftsman,
        "industry": industry.industry,
    },
    papers=(*TOLD, *FILLED),
    styles=(banded, ruled),
    faces=(HELVETICA, CARLITO, OPEN, ROBOTO, DEJAVU, SERIF, NARROW),
    scans=SCANS,
    photos=PHOTOS,
    spoilt=SPOILT,
)
