"""The further held-out sets. The typefaces and captures are those of the first."""

from dataclasses import replace

from tests.generator.holdout.recipe import HOLDOUT
from tests.generator.sets import Recipe
from tests.generator.unseen import bodies, fifth, firms, fourth_bodies, fourth_firms, third
from tests.generator.unseen import fifth_captures as held
from tests.generator.unseen.papers import PAPERS, banded, margin

SECOND: Recipe = replace(
    HOLDOUT,
    families={
        "numbered": firms.numbered,
        "bureau": firms.bureau,
        "airy": firms.airy,
        "official": firms.official,
        "missions": firms.missions,
        "home_help": bodies.home_help,
        "childminder": bodies.childminder,
        "small_firm": bodies.small_firm,
        "ward": bodies.ward,
        "soldier": bodies.soldier,
    },
    papers=PAPERS,
    styles=(margin, banded),
)
THIRD: Recipe = replace(
    SECOND,
    families={"tiles": third.tiles, "typed": third.typed, "school": third.school, "seasonal": third.seasonal},
)
FOURTH: Recipe = replace(
    SECOND,
    families={
        "employer_first": fourth_firms.employer_first,
        "stated_above": fourth_firms.stated_above,
        "accountant": fourth_firms.accountant,
        "two_assignments": fourth_firms.two_assignments,
        "carried_over": fourth_firms.carried_over,
        "six_digits": fourth_bodies.six_digits,
        "town": fourth_bodies.town,
        "household": fourth_bodies.household,
        "sports_club": fourth_bodies.sports_club,
    },
)
FIFTH: Recipe = replace(
    SECOND,
    families={
        "builder": fifth.builder,
        "cards_web": fifth.cards_web,
        "regional": fifth.regional,
        "nanny": fifth.nanny,
        "shipping": fifth.shipping,
        "ministry": fifth.ministry,
    },
    scans=(held.office, held.office, held.faded),
    photos=(held.desk,),
    spoilt={
        "blurred": (held.out_of_focus, held.jerked),
        "dark": (held.at_night,),
        "glare": (held.flash,),
        "cut_off": (held.half_out, held.side_out, held.short_scan),
        "folded": (held.turned_corner,),
        "blank": (held.reverse, held.reverse_on_desk),
        "low_resolution": (held.thumbnail,),
        "not_a_document": (held.no_paper,),
    },
)
"""With captures of its own."""
