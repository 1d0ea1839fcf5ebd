"""The sixth held-out set: payslips, papers and captures of its own."""

from tests.generator.fonts import HELD_OUT
from tests.generator.sets import Recipe
from tests.generator.sixth import (
    accepted,
    camera,
    companies,
    homes,
    older,
    online,
    payroll,
    public,
    short_jobs,
    spoilt,
    useless,
)
from tests.generator.sixth.papers import PAPERS
from tests.generator.sixth.styles import forms, letters

SIXTH = Recipe(
    {
        "elements": companies.elements,
        "hospital": public.hospital,
        "agency": short_jobs.agency,
        "payroll_service": payroll.payroll_service,
        "household": homes.household,
        "ledger": older.ledger,
        "cards": online.cards,
        "stage": short_jobs.stage,
        "builder": older.builder,
        "home_care": homes.home_care,
        "army": public.army,
        "apprentice": online.apprentice,
    },
    PAPERS,
    (letters, forms),
    HELD_OUT,
    (accepted.glass, accepted.copied, accepted.fed),
    (camera.on_wood, camera.under_hand, camera.at_desk),
    {
        "blurred": (spoilt.misfocused, spoilt.trembled, spoilt.lifted),
        "dark": (spoilt.evening, spoilt.lamp_failing),
        "glare": (spoilt.ceiling_light, spoilt.flashed),
        "cut_off": (spoilt.over_the_glass, spoilt.out_of_frame, spoilt.stopped_early),
        "folded": (spoilt.corner_over, spoilt.corner_over_table),
        "blank": (useless.back_through, useless.back_on_table, useless.empty_glass),
        "low_resolution": (useless.sent_by_message, useless.preview),
        "not_a_document": (useless.room, useless.cup),
    },
)
