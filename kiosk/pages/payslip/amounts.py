"""Gross, net paid, net social, net taxable: the best candidate of each, then the set that adds up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from kiosk.pages.layout import Layout
from kiosk.pages.model import Field
from kiosk.pages.numbers import money
from kiosk.pages.payslip.candidates import Candidate, find_candidates
from kiosk.pages.payslip.checks import Known, support
from kiosk.pages.payslip.tax import CENT, find_tax
from kiosk.pages.payslip.wordings import LABELS

SAID_AGAIN = 0.08
"""What a second, independent label that says the same adds."""
LEAST_KNOWN = 0.4
"""Confidence from which on other values are held against one."""
CLOSE, RIVALLED = 0.06, 0.12
"""What a value loses to another that is this close behind it."""

Choice = tuple[Decimal, float]
"""A value and the confidence in it."""


def read_amounts(layout: Layout) -> dict[str, Field]:
    """The four amounts with their scores."""
    tax = find_tax(layout)
    found = {name: find_candidates(layout, name) for name in LABELS}
    if tax.base is not None and tax.proven:
        found["net_taxable"].append(Candidate(tax.base, 0.75, 0.95))
    moneys = (money(token.amount) for token in layout.amounts if token.amount)
    known = Known(tax, Counter(value for value in moneys if value is not None))
    chosen: dict[str, Choice] = {}
    before = _best("before_tax", found["before_tax"], known)
    found["net_paid"].extend(_by_subtraction(before, known))
    known = replace(known, nets={one.value for name in ("before_tax", "net_social") for one in found[name]})
    for name in ("before_tax", "net_paid", "gross", "net_taxable", "net_social"):
        best = _best(name, found[name], known)
        if best is not None:
            chosen[name] = best
        if best is not None and best[1] >= LEAST_KNOWN:
            known = replace(known, chosen={**known.chosen, name: best[0]})
    chosen = _reconciled(chosen, known)
    return {
        name: Field(str(value), round(min(max(confidence, 0.0), 0.99), 2))
        for name, (value, confidence) in chosen.items()
        if name != "before_tax"
    }


def _by_subtraction(before: Choice | None, known: Known) -> list[Candidate]:
    """What is left after the tax, where that is printed: the net paid, whatever its label says."""
    if before is None or known.tax.amount is None:
        return []
    value = before[0] - known.tax.amount
    # without a tax both nets are the same sum: it must be printed for each
    return [Candidate(value, 0.5, 0.95)] if known.printed[value] > (known.tax.amount == 0) else []


def _best(name: str, candidates: list[Candidate], known: Known) -> Choice | None:
    """The value with the best support: label, figures clearly seen, repeated on the page, sums that close."""
    scores: dict[Decimal, float] = {}
    for candidate in candidates:
        score = candidate.trust - 0.25 * max(0.0, 0.75 - candidate.seen)
        again = SAID_AGAIN if candidate.value in scores else 0
        scores[candidate.value] = max(scores.get(candidate.value, 0), score) + again
    for value in scores:
        scores[value] += support(name, value, known)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    winner, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < CLOSE:
        score -= RIVALLED
    return winner, score


def _reconciled(chosen: Mapping[str, Choice], known: Known) -> dict[str, Choice]:
    """Values that contradict one another lose confidence."""
    values = {name: value for name, (value, _) in chosen.items()}
    gross, paid, before = (values.get(name) for name in ("gross", "net_paid", "before_tax"))
    less: dict[str, float] = dict.fromkeys(chosen, 0.0)
    if gross is not None and paid is not None and paid > gross * Decimal("1.6"):
        less["gross"] += 0.25
        less["net_paid"] += 0.25
    tax = known.tax
    after_tax = before - tax.amount if before is not None and tax.amount is not None and tax.proven else None
    if paid is not None and after_tax is not None and abs(after_tax - paid) > CENT:
        less["net_paid"] += 0 if known.lines_from_after_tax(paid) else 0.3
    return {name: (value, confidence - less[name]) for name, (value, confidence) in chosen.items()}
