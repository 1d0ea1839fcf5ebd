"""The hours paid in the month."""

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal

from kiosk.pages.layout import Layout, fold
from kiosk.pages.model import Field
from kiosk.pages.numbers import money
from kiosk.pages.payslip.labels import Found, Place, amounts_for, is_head, places

_LABELS = (
    (
        re.compile(
            (
                r"\b(?:heures?|hrs?|hres?|nb heures?|nb h) (?:payees?|mois|du mois|mensuel\w*|travaillees?|effectuees?|"
                r"remunerees?|retenues|declarees)\b|\btemps de (?:service|travail)\b(?! partiel)|"
                r"\btotal (?:des )?heures\b"
            )
        ),
        0.8,
    ),
    (
        re.compile(
            r"\b(?:nombre|nbre?|nb|total) (?:total )?(?:d'|des |de |d )?heures"
            r"(?: (?:payees?|mensuel\w*|normales|du mois|de travail))?\b|"
            r"\bhoraire (?:mensuel|du mois)?\b|\bduree (?:mensuelle )?du travail\b|"
            r"\bh(?:eures)? ?trav\w*\b"
        ),
        0.6,
    ),
    (re.compile(r"(?<!taux )(?<!sup )(?<!des )\bheures\b(?! supp| compl| normales| norm| maj| sup| de | d')"), 0.6),
)
_SALARY = re.compile(
    r"\b(?:salaire (?:de base|mensuel|horaire|brut de base|heures)|heures normales|"
    r"traitement de base|appointements|salaire)\b"
)
_OTHER_HOURS = re.compile(r"supp|compl|conge|absence|exoner|cumul|annuel|taux|repos|recup")
_ALONE = re.compile(r"\bheures (?:normales|norm\b)")
LEAST, MOST = Decimal("1"), Decimal("260")
RATES = Decimal(3), Decimal(200)
"""Euros an hour: a childminder has less than the minimum wage, for each child."""


def read_hours(layout: Layout) -> dict[str, Field]:
    """Hours under a head or beside a label of the month, or the base of a salary line whose product is right."""
    scores: dict[Decimal, float] = {}
    for value, trust in [*_labelled(layout), *_from_salary(layout)]:
        scores[value] = max(scores.get(value, 0.0), trust) + (0.15 if value in scores else 0.0)
    if not scores:
        return {}
    value, trust = max(scores.items(), key=lambda item: item[1])
    return {"hours": Field(str(value), round(min(trust, 0.98), 2))}


def _labelled(layout: Layout) -> list[tuple[Decimal, float]]:
    found: list[tuple[Decimal, float]] = []
    for pattern, trust in _LABELS:
        for place in places(layout, pattern):
            before = [token for token in place.row.tokens if token.x1 <= place.x0 + 2]
            if re.search(r"travail|horaire|mensuel", place.before) and before and before[-1].amount:
                found.append((Decimal(before[-1].amount), 0.66))
            if _OTHER_HOURS.search(f"{_before(place)[-20:]} {_after_in_cell(place)[:14]}"):
                continue
            items = amounts_for(layout, place)
            totals = _totals(items)
            found.extend((total, trust + 0.1) for total in totals)
            whole = _whole_hours(place)
            if whole is not None and pattern is _LABELS[0][0]:
                found.append((whole, trust))
            for item in () if totals else items:
                value = money(item.token.amount or "0.000")
                if value is None or item.yearly or item.rank > 1 or not (LEAST <= value <= MOST):
                    continue
                # under a head, without a row named after the month, the first row may be the year's
                own = (
                    trust
                    + (0.12 if item.monthly else 0)
                    - 0.3 * item.rank
                    - (0.1 if item.way == "below" and not item.monthly and not item.alone else 0)
                )
                found.append((value, own))
    return found


def _whole_hours(place: Place) -> Decimal | None:
    """Hours without a comma, alone in the cell after their label."""
    after = next((cell for cell in place.row.cells if cell.x0 > place.x1), None)
    if after is None or not after.text.isdigit() or not LEAST <= Decimal(after.text) <= MOST:
        return None
    return Decimal(after.text)


def _totals(items: Sequence[Found]) -> list[Decimal]:
    """The hours that are the sum of at least two others above them in their column."""
    values = [Decimal(item.token.amount or "0") for item in items if item.way == "below"]
    sums = list(itertools.accumulate(values))
    return [
        value for place, value in enumerate(values) if place > 1 and value == sums[place - 1] and LEAST <= value <= MOST
    ]


def _before(place: Place) -> str:
    """What stands before the label on its row; the head before a head says nothing of it."""
    heads = is_head(place.row) and place.cell is not None and place.cell.x0 == place.x0
    return "" if heads else place.before


def _after_in_cell(place: Place) -> str:
    """What follows the label in its own cell: the next head says nothing of it."""
    cell = place.cell
    return " ".join(fold(token.text) for token in cell.tokens if token.x0 >= place.x1) if cell else place.after


def _from_salary(layout: Layout) -> list[tuple[Decimal, float]]:
    found: list[tuple[Decimal, float]] = []
    # the only figure of its row: hours, not a line of pay; several such rows are weeks or assignments
    alone = {place.row.amounts[0].amount for place in places(layout, _ALONE) if len(place.row.amounts) == 1}
    if len(alone) == 1:
        found.extend((hours, 0.6) for hours in map(Decimal, filter(None, alone)) if LEAST <= hours <= MOST)
    lines: dict[int, Decimal] = {}
    misread = False
    for place in places(layout, _SALARY):
        values = [Decimal(token.amount) for token in place.row.amounts if token.amount]
        threes = [(values[first], values[first + 1], values[first + 2]) for first in range(len(values) - 2)]
        plausible = [three for three in threes if LEAST <= three[0] <= MOST and RATES[0] < three[1] < RATES[1]]
        right = [hours for hours, rate, amount in plausible if abs(hours * rate - amount) < Decimal("1.0")]
        lines.update((place.row.number, hours) for hours in right)
        # a line of salary whose product is wrong was misread: the hours of another line are a part only
        misread = misread or (len(values) == 3 and bool(plausible) and not right)
    # several lines of salary are parts of the month's hours
    found.extend((hours, 0.62 if len(lines) == 1 and not misread else 0.3) for hours in lines.values())
    return found
