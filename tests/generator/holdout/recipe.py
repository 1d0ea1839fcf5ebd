"""The held-out recipe. Its seed is fixed; only `make bench` and one small test use it."""

from tests.generator.fonts import HELD_OUT
from tests.generator.holdout import captures
from tests.generator.holdout import payslips as slips
from tests.generator.holdout.papers import PAPERS, plain, window
from tests.generator.sets import Recipe

SEED = 20261124

HOLDOUT = Recipe(
    {
        "chain": slips.chain,
        "grid": slips.grid,
        "leaders": slips.leaders,
        "split_month": slips.split_month,
        "state": slips.state,
        "town_hall": slips.town_hall,
        "two_sided": slips.two_sided,
    },
    PAPERS,
    (window, plain),
    HELD_OUT,
    (captures.feeder, captures.feeder, captures.copier, captures.pale, captures.stamped),
    (captures.camera,),
    {
        "blurred": (captures.defocused, captures.shaken),
        "dark": (captures.dim,),
        "glare": (captures.lamp,),
        "cut_off": (captures.beyond,),
        "folded": (captures.dog_ear,),
        "blank": (captures.back,),
        "low_resolution": (captures.tiny,),
        "not_a_document": (captures.elsewhere,),
    },
)
