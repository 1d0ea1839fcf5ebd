"""The fourteenth held-out set: eight layouts and nine other papers of its own, captured in ways of its own."""

from tests.generator.fonts import CARLITO, DEJAVU, HELVETICA, NARROW, OPEN, ROBOTO, SERIF
from tests.generator.fourteenth import chain, cleaning, county, homehelp, road, season, security, shop
from tests.generator.fourteenth.arranged import columned, headed
from tests.generator.fourteenth.captures import PHOTOS, SCANS, SPOILT
from tests.generator.fourteenth.forms import FORMS
from tests.generator.fourteenth.mail import MAIL
from tests.generator.sets import Recipe

FOURTEENTH = Recipe(
    families={
        "shop": shop.shop,
        "chain": chain.chain,
        "cleaning": cleaning.cleaning,
        "security": security.security,
        "homehelp": homehelp.homehelp,
        "road": road.road,
        "county": county.county,
        "season": season.season,
    },
    papers=(*MAIL, *FORMS),
    styles=(headed, columned),
    faces=(HELVETICA, CARLITO, OPEN, ROBOTO, DEJAVU, SERIF, NARROW),
    scans=SCANS,
    photos=PHOTOS,
    spoilt=SPOILT,
)
