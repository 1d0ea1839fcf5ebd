"""The payslips that the reader is tuned on, by family of pay software; others are held out."""

from collections.abc import Callable, Mapping
from random import Random

from tests.generator.families import (
    agency,
    cards,
    composed,
    hospital,
    manager,
    pajemploi,
    quadra,
    renovated,
    tese,
    twopages,
)
from tests.generator.fonts import Face
from tests.generator.parts import Drawn

FAMILIES: Mapping[str, Callable[[Random, Face], Drawn]] = {
    "agency": agency.draw,
    "cards": cards.draw,
    "composed": composed.draw,
    "composed again": composed.draw,
    "hospital": hospital.draw,
    "manager": manager.draw,
    "pajemploi": pajemploi.draw,
    "quadra": quadra.draw,
    "renovated": renovated.draw,
    "tese": tese.draw,
    "twopages": twopages.draw,
}
