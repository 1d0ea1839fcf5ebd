"""The amounts that each label may mean, weighed by how they stand to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kiosk.pages.layout import Layout, Row, fold
from kiosk.pages.numbers import money
from kiosk.pages.payslip.labels import Found, Place, amounts_for, is_head, places
from kiosk.pages.payslip.wordings import LABELS, Label

ANY_COLUMN = ("net_paid", "net_taxable", "net_social", "before_tax")
"""Totals that stand in a box of their own, often under the employer's column."""
MOST_LINES = 12
"""Lines of pay above a gross, at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    value: Decimal
    trust: float
    seen: float
    """The engine's own confidence in the figures."""
    right: int = 0
    """Where it ends."""


def find_candidates(layout: Layout, name: str) -> list[Candidate]:
    gathered: list[Candidate] = []
    for label in LABELS[name]:
        for place in places(layout, label.pattern):
            if _is_foreign(name, place):
                continue
            weighed = _weighed(label, amounts_for(layout, place), _is_yearly(place), name in ANY_COLUMN)
            if name == "gross":
                weighed = [_summed(one, place.row, layout) for one in weighed]
            gathered.extend(weighed)
    return gathered


def _summed(total: Candidate, row: Row, layout: Layout) -> Candidate:
    return replace(total, trust=total.trust + 0.2) if adds_up(row, total, layout) else total


def adds_up(row: Row, total: Candidate, layout: Layout) -> bool:
    """Whether the figures above `total` in its column, less those set apart to their right, add up to it."""
    gains, less, lines = Decimal(0), Decimal(0), 0
    for above in reversed(layout.rows[: row.number]):
        if is_head(above) or lines > MOST_LINES:
            break
        if not above.amounts:
            continue
        lines += 1
        last = above.amounts[-1]
        value = Decimal(last.amount or "0")
        if abs(last.x1 - total.right) < 1.5 * layout.letter:
            gains += value
        elif last.x0 > total.right:
            less += value
        else:
            return False
        if lines > 1 and total.value in (gains, gains - less):
            return True
    return False


def _is_foreign(name: str, place: Place) -> bool:
    """Wordings that contain a label's words but mean another amount."""
    begins = any(abs(cell.x0 - place.x0) <= 2 for cell in place.row.cells)
    before = "" if begins else place.before[-26:]
    around = f"{before} {place.text} {place.after[:26]}"
    if re.search(r"\bdont\b|exoner|evolution|plafond de|taux horaire", place.before[-24:]):
        return True
    if name == "net_paid" and re.search(r"avant (?:impot|prelevement|pas)|net a payer avant", around):
        return True
    if name == "gross" and re.search(
        r"\bconges?\b|indemnite|\bcsg\b|\bcrds\b|\bnet\b \w+ brut", around.split("brut")[0]
    ):
        return True
    return name == "net_taxable" and bool(re.search(r"\bnon imposable|heures? (?:supp|exo)|cumul\s*$|plafond", around))


def _is_yearly(place: Place) -> bool:
    """Whether the words beside a label say that its amount is the year's."""
    if re.search(r"\bmois\b|mensuel", place.text):
        return False
    return bool(re.search(r"\b(?:cumul\w*|annuel\w*|annee)\b", _own_words(place)))


def _own_words(place: Place) -> str:
    """The words around a label in its cell, as far as the figures that part it from other labels."""
    words = ""
    for token in place.cell.tokens if place.cell is not None else ():
        if token.amount is None:
            words += f" {fold(token.text)}"
        elif token.x0 >= place.x1 - 2:
            break
        else:
            words = ""
    return words


def _weighed(label: Label, found: Iterable[Found], yearly_label: bool, any_column: bool) -> list[Candidate]:
    usable = [
        item
        for item in found
        if item.token.amount and money(item.token.amount) is not None and (any_column or not item.employer)
    ]
    weighed = []
    right = [item for item in usable if item.way == "right" and not item.yearly]
    for item in usable:
        value = money(item.token.amount or "0") or Decimal(0)
        # a net in a box beside the year's sums shares their row, not their meaning
        boxed = any_column and item.way == "below" and item.alone
        trust = (
            label.trust
            - ((0.05 if boxed else 0.45) if item.yearly else 0)
            - (0.4 if yearly_label else 0)
            + (0.08 if item.monthly else 0)
        )
        if item.way == "right" and len(right) > 1:
            wanted = right[-1] if label.last else right[0]
            trust -= 0 if item is wanted else 0.3
        if item.way == "below":
            trust -= 0.05 + 0.25 * item.rank
        if value > 0:
            weighed.append(Candidate(value, trust, item.token.confidence, item.token.x1))
    return weighed
