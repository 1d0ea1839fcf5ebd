"""The ninth held-out set: ten layouts of pay and twelve other papers, captures of its own."""

from tests.generator.fonts import BOOK, CARLITO, DEJAVU, HELVETICA, LIBERATION_MONO, OPEN, ROBOTO, ROBOTO_NARROW
from tests.generator.ninth import cabinet, clarified, coded, hospital, household, mission, online, sites, state
from tests.generator.ninth.arranged import printed, windowed
from tests.generator.ninth.captures import PHOTOS, SCANS, SPOILT
from tests.generator.ninth.notices import NOTICES
from tests.generator.ninth.printed_forms import PRINTED_FORMS
from tests.generator.sets import Recipe

NINTH = Recipe(
    families={
        "clarified": clarified.clarified,
        "cabinet": cabinet.cabinet,
        "online": online.online,
        "outsourced": coded.coded,
        "hospital": hospital.hospital,
        "state": state.state,
        "home help": household.home_help,
        "childminder": household.childminder,
        "mission": mission.mission,
        "sites": sites.sites,
    },
    papers=(*NOTICES, *PRINTED_FORMS),
    styles=(windowed, printed),
    faces=(HELVETICA, HELVETICA, CARLITO, OPEN, ROBOTO, ROBOTO_NARROW, DEJAVU, LIBERATION_MONO, BOOK),
    scans=SCANS,
    photos=PHOTOS,
    spoilt=SPOILT,
)
