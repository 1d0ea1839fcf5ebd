"""The layouts a payslip can be drawn in, by name."""

from collections.abc import Callable, Mapping

from tests.generator.drawing import Sheet
from tests.generator.layouts import cesu, classic, light, public, split
from tests.generator.payslip import Payslip

LAYOUTS: Mapping[str, Callable[[Payslip], Sheet]] = {
    "classic": classic.draw,
    "cesu": cesu.draw,
    "light": light.draw,
    "public": public.draw,
    "split": split.draw,
}
NOT_PRINTED: Mapping[str, tuple[str, ...]] = {
    "cesu": ("employer_siret", "pages"),
    "public": ("pages",),
    "split": ("pages",),
}
"""Fields that a layout does not show."""


def truth(layout: str, payslip: Payslip) -> dict[str, str]:
    """The fields that a drawing in `layout` shows."""
    return {name: value for name, value in payslip.truth().items() if name not in NOT_PRINTED.get(layout, ())}
