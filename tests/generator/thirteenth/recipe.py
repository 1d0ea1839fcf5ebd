"""The thirteenth held-out set: eight layouts and eleven other papers of its own, captured in ways of its own."""

from tests.generator.fonts import CARLITO, DEJAVU, HELVETICA, NARROW, OPEN, ROBOTO, SERIF
from tests.generator.sets import Recipe
from tests.generator.thirteenth import (
    accountant,
    building,
    childcare,
    enterprise,
    farm,
    hospital,
    ministry,
    temporary,
)
from tests.generator.thirteenth.arranged import framed, windowed
from tests.generator.thirteenth.captures import PHOTOS, SCANS, SPOILT
from tests.generator.thirteenth.filled import FILLED
from tests.generator.thirteenth.told import TOLD

THIRTEENTH = Recipe(
    families={
        "accountant": accountant.accountant,
        "enterprise": enterprise.enterprise,
        "building": building.building,
        "ministry": ministry.ministry,
        "hospital": hospital.hospital,
        "childcare": childcare.childcare,
        "temporary": temporary.temporary,
        "farm": farm.farm,
    },
    papers=(*TOLD, *FILLED),
    styles=(windowed, framed),
    faces=(HELVETICA, CARLITO, OPEN, ROBOTO, DEJAVU, SERIF, NARROW),
    scans=SCANS,
    photos=PHOTOS,
    spoilt=SPOILT,
)
