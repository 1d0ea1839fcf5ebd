"""The eighth held-out set: nine layouts and twelve other papers of its own, in captures of the seventh."""

from tests.generator.eighth import agency, association, band, bistro, coded, region, road, ruled, suite
from tests.generator.eighth.forms import FORMS
from tests.generator.eighth.letters import LETTERS
from tests.generator.eighth.styles import barred, margined
from tests.generator.fonts import BOOK, CARLITO, HELVETICA, NARROW, OPEN, ROBOTO, ROBOTO_NARROW, SERIF
from tests.generator.sets import Recipe
from tests.generator.seventh.recipe import SEVENTH

EIGHTH = Recipe(
    families={
        "bistro": bistro.bistro,
        "driver": road.driver,
        "weekly": agency.weekly,
        "region": region.region,
        "coded": coded.coded,
        "suite": suite.suite,
        "association": association.association,
        "band": band.band,
        "ruled": ruled.ruled,
    },
    papers=(*LETTERS, *FORMS),
    styles=(margined, barred),
    faces=(HELVETICA, CARLITO, OPEN, ROBOTO, ROBOTO_NARROW, SERIF, NARROW, BOOK),
    scans=SEVENTH.scans,
    photos=SEVENTH.photos,
    spoilt=SEVENTH.spoilt,
)
