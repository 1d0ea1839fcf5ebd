"""The tenth held-out set: eight layouts of pay, nine other papers, captures of its own."""

from tests.generator.fonts import BOOK, CARLITO, DEJAVU, HELVETICA, LIBERATION_MONO, OPEN, ROBOTO, ROBOTO_NARROW, SERIF
from tests.generator.sets import Recipe
from tests.generator.tenth import accountant, banded, commune, home_care, hotel, insertion, retailer, small_firm
from tests.generator.tenth.arranged import filled_in, posted
from tests.generator.tenth.captures import PHOTOS, SCANS, SPOILT
from tests.generator.tenth.forms import FORMS
from tests.generator.tenth.notices import NOTICES

TENTH = Recipe(
    families={
        "small firm": small_firm.small_firm,
        "accountant": accountant.accountant,
        "retailer": retailer.retailer,
        "banded": banded.banded,
        "commune": commune.commune,
        "insertion": insertion.insertion,
        "hotel": hotel.hotel,
        "home care": home_care.home_care,
    },
    papers=(*NOTICES, *FORMS),
    styles=(posted, filled_in),
    faces=(HELVETICA, HELVETICA, CARLITO, OPEN, ROBOTO, ROBOTO_NARROW, DEJAVU, LIBERATION_MONO, SERIF, BOOK),
    scans=SCANS,
    photos=PHOTOS,
    spoilt=SPOILT,
)
