"""The seventh held-out set: ten layouts, twelve other papers, captures of its own."""

from tests.generator.fonts import CARLITO, HELVETICA, NARROW, OPEN, ROBOTO, ROBOTO_NARROW, SERIF
from tests.generator.sets import Recipe
from tests.generator.seventh import bodies, firms, groups, homes, misplaced, photos, scans, spoilt
from tests.generator.seventh.papers import PAPERS
from tests.generator.seventh.styles import formed, windowed

SEVENTH = Recipe(
    families={
        "ledger": firms.ledger,
        "accountant": firms.accountant,
        "renewed": firms.renewed,
        "group": groups.group,
        "builder": groups.builder,
        "sites": groups.sites,
        "treasury": bodies.treasury,
        "hospital": bodies.hospital,
        "childminder": homes.childminder,
        "harvest": homes.harvest,
    },
    papers=PAPERS,
    styles=(windowed, formed),
    faces=(HELVETICA, CARLITO, OPEN, ROBOTO, ROBOTO_NARROW, SERIF, NARROW),
    scans=(scans.feeder, scans.copier_glass, scans.second_copy, scans.worn_ribbon),
    photos=(photos.window_light, photos.arm_shadow, photos.bent_sheet),
    spoilt={
        "blurred": (spoilt.hand_trembled, spoilt.sheet_slipped, spoilt.too_near),
        "dark": (spoilt.lamp_off, spoilt.scanner_lamp_dead),
        "glare": (spoilt.ceiling_lamp, spoilt.neon_tube),
        "cut_off": (misplaced.beside_the_frame, misplaced.beside_the_glass),
        "folded": (misplaced.corner_over, misplaced.end_over),
        "blank": (misplaced.seen_through, misplaced.back_on_table),
        "low_resolution": (spoilt.thumbnail, spoilt.webcam),
        "not_a_document": (misplaced.cup, misplaced.street),
    },
)
