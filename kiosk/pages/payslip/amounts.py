"""Gross, net paid, net social, net taxable: candidates by label, then the set that adds up."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kiosk.pages.layout import Layout, Row
from kiosk.pages.model import Field
from kiosk.pages.numbers import money
from kiosk.pages.payslip.labels import Found, Place, amounts_for, is_head, places

CENT = Decimal("0.02")
ANY_COLUMN = ("net_paid", "net_taxable", "net_social", "before_tax")
"""Totals that stand in a box of their own, often under the employer's column."""
MOST_LINES = 12
"""Lines of pay above a gross, at most."""
LEAST_CONFIDENCE = 0.5
"""Under this a field is left empty: it would be wrong too often."""


@dataclass(frozen=True, slots=True)
class Label:
    """A wording of a field; `trust` from 0 to 1 before any check; `last` takes the rightmost amount of the row."""

    pattern: re.Pattern[str]
    trust: float
    last: bool = True


def _label(pattern: str, trust: float, last: bool = True) -> Label:
    return Label(re.compile(pattern), trust, last)


NOT_YEARLY = r"(?!\s*(?:de l'|de |a l')?(?:annuel|annee|an\b|cumul))"
LABELS: Mapping[str, tuple[Label, ...]] = {
    "gross": (
        _label(rf"\b(?:total (?:de la |du )?(?:salaire |remuneration )?brute?|brut total)\b{NOT_YEARLY}", 0.88),
        _label((rf"\b(?:salaire|remuneration) (?:du )?brute?\b(?! de base| mensuel de base|"
            rf" horaire| imposable| fiscal| abattu|e? soumis)(?: total| mensuel| du mois)?{NOT_YEARLY}"), 0.8),
        _label(rf"\bbrut (?:total|du mois|mensuel|mois|soumis|social)\b{NOT_YEARLY}", 0.7),
        _label(r"\bmontant (?:total )?(?:du |de la )?(?:salaire )?(?:brute?|remuneration brute)\b", 0.74),
        _label(rf"\btraitement (?:mensuel )?brut\b{NOT_YEARLY}", 0.62),
        _label((rf"\bbrut\b(?! de base| horaire| abattu| fiscal| imposable| "
            rf"total| annuel| mensuel){NOT_YEARLY}"), 0.5, last=False),
    ),
    "net_social": (_label(r"\b(?:montant )?net social\b", 0.85),),
    "net_taxable": (
        _label(rf"\b(?:remuneration nette (?:fiscale|imposable)|net (?:imp|fisc)\b\.?){NOT_YEARLY}", 0.65, last=False),
        _label((rf"\b(?:montant )?net (?:fiscal|imposable|a declarer)\b(?: (?:mensuel|mois|"
            rf"du mois))?{NOT_YEARLY}"), 0.75, last=False),
        _label((rf"\b(?:montant|salaire|remuneration|revenu|base) (?:net )?imposable\b(?: (?:mensuel|mois|"
            rf"du mois))?{NOT_YEARLY}"), 0.7, last=False),
        _label(rf"\bimposable\b(?: (?:mensuel|mois|du mois))?{NOT_YEARLY}", 0.5, last=False),
    ),
    "net_paid": (
        _label(r"\bnet paye\b(?! avant)(?: en euros?| au salarie| a l'employe| du mois)?", 0.85),
        _label((r"\b(?:montant )?net (?:a payer|a verser|verse|a regler|percu|a percevoir)\b(?!.{0,12}avant|"
            r".{0,4}\(?hors)(?: apres (?:impot|pas|prelevement)[a-z ']*| au salarie| en euros?|"
            r" (?:sur|par) [a-z ]{3,30}compte(?: bancaire)?)?"), 0.75),
        _label(r"\bnetpaye\b|\bnetapayer\b(?!.{0,12}avant)", 0.7),
        _label(r"\bnet a payer apres\b|\b(?:somme|salaire) nette? (?:pay|vers)ee?\b(?: au salarie)?", 0.85),
        _label(r"\b(?:montant )?(?:du )?virement\b|\bsalaire net paye\b|\bmontant verse\b|\bsomme versee\b", 0.45),
    ),
    "before_tax": (_label((r"\bnet (?:a payer |paye |)avant (?:impot|prelevement|pas)\b[a-z' ]*|"
        r"\bavant impot sur le revenu\b"), 0.85),),
}  # fmt: skip
_TAX = re.compile(
    r"\b(?:impot sur le revenu(?! preleve a la source avant)|prelevement a la source|preleve a la source|pas)\b"
)
_RATE = re.compile(r"(\d{1,2}[.,]\d{1,2})\s?%")


@dataclass(frozen=True, slots=True)
class Candidate:
    value: Decimal
    trust: float
    seen: float
    """The engine's own confidence in the figures."""
    right: int = 0
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class Tax:
    """The line of the tax deducted at source."""

    base: Decimal | None
    amount: Decimal | None
    proven: bool
    rate: Decimal | None = None

    def fits(self, taxable: Decimal) -> bool | None:
        """Whether `taxable` at the printed rate gives the tax; None where that cannot be told."""
        if self.rate is None or self.amount is None or self.rate == 0 or self.amount == 0:
            return None
        return abs(taxable * self.rate / 100 - self.amount) <= CENT


def read_amounts(layout: Layout) -> dict[str, Field]:
    """The four amounts, each only where it is sure enough."""
    tax = find_tax(layout)
    found = {name: _candidates(layout, name) for name in LABELS}
    if tax.base is not None and tax.proven:
        found["net_taxable"].append(Candidate(tax.base, 0.75, 0.95))
    moneys = (money(token.amount) for token in layout.amounts if token.amount)
    counts = Counter(value for value in moneys if value is not None)
    chosen: dict[str, tuple[Decimal, float]] = {}
    before = _best("before_tax", found["before_tax"], tax, chosen, counts)
    found["net_paid"].extend(_by_subtraction(before, tax, counts))
    nets = {one.value for name in ("before_tax", "net_social") for one in found[name]}
    for name in ("before_tax", "net_paid", "gross", "net_taxable", "net_social"):
        best = _best(name, found[name], tax, chosen, counts, nets)
        if best is not None:
            chosen[name] = best
    chosen = _reconciled(chosen, tax)
    return {
        name: Field(str(value), round(min(confidence, 0.99), 2))
        for name, (value, confidence) in chosen.items()
        if name != "before_tax" and confidence >= LEAST_CONFIDENCE
    }


def _by_subtraction(before: tuple[Decimal, float] | None, tax: Tax, counts: Counter[Decimal]) -> list[Candidate]:
    """What is left after the tax, where that is printed: the net paid, whatever its label says."""
    if before is None or tax.amount is None:
        return []
    value = before[0] - tax.amount
    # without a tax both nets are the same sum: it must be printed for each
    return [Candidate(value, 0.5, 0.95)] if counts[value] > (tax.amount == 0) else []


def find_tax(layout: Layout) -> Tax:
    """Base, rate and amount where they multiply; otherwise what stands at the end of the line."""
    weak = Tax(None, None, proven=False)
    for place in places(layout, _TAX):
        if re.search(r"\bavant\b|\bcsg\b|\bapres\b|deductible", f"{place.before} {place.text}"):
            continue
        values = [Decimal(token.amount).copy_abs() for token in place.row.amounts if token.amount]
        for first in range(len(values) - 2):
            base, percent, amount = values[first : first + 3]
            if base > 20 and percent < 60 and abs(base * percent / 100 - amount) <= CENT:
                return Tax(base, amount, proven=True)
        printed = _RATE.search(place.row.text)
        rate = Decimal(printed[1].replace(",", ".")) if printed else None
        moneys = [value for value in values if value.as_tuple().exponent == -2 and value != rate]
        if len(moneys) == 1 and weak.amount is None:
            weak = Tax(None, moneys[0], proven=False, rate=rate)
        elif len(moneys) >= 2 and weak.amount is None:
            weak = Tax(moneys[0] if moneys[0] > 60 else None, moneys[-1], proven=False, rate=rate)
    return weak


def _candidates(layout: Layout, name: str) -> list[Candidate]:
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
    around = f"{place.before[-26:]} {place.text} {place.after[:26]}"
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
    """Whether the label's own cell says that its amount is the year's; heads may stand so close that they share one."""
    if re.search(r"\bmois\b|mensuel", place.text):
        return False
    cell = next((cell for cell in place.row.cells if cell.x0 <= place.x0 <= cell.x1), None)
    return cell is not None and bool(re.search(r"\b(?:cumul\w*|annuel\w*|annee)\b", cell.folded))


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


def _best(
    name: str,
    candidates: list[Candidate],
    tax: Tax,
    chosen: Mapping[str, tuple[Decimal, float]],
    counts: Counter[Decimal],
    nets: Collection[Decimal] = (),
) -> tuple[Decimal, float] | None:
    """The value with the best support: label, figures clearly seen, repeated on the page, sums that close."""
    scores: dict[Decimal, float] = {}
    for candidate in candidates:
        score = candidate.trust - 0.25 * max(0.0, 0.75 - candidate.seen)
        # a second, independent label says the same
        scores[candidate.value] = max(scores.get(candidate.value, 0), score) + (
            0.08 if candidate.value in scores else 0
        )
    for value in scores:
        scores[value] += _support(name, value, tax, chosen, counts, nets)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    winner, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < 0.06:
        score -= 0.12
    return winner, score


def _support(
    name: str,
    value: Decimal,
    tax: Tax,
    chosen: Mapping[str, tuple[Decimal, float]],
    counts: Counter[Decimal],
    nets: Collection[Decimal],
) -> float:
    before = chosen.get("before_tax", (None, 0.0))[0]
    gross = chosen.get("gross", (None, 0.0))[0]
    paid = chosen.get("net_paid", (None, 0.0))[0]
    support = 0.0
    if name == "net_paid" and before is not None:
        if tax.amount is not None and abs(before - tax.amount - value) <= CENT:
            support += 0.3
        elif value == before:
            support += 0.05 if tax.amount is None or tax.amount == 0 else -0.25
        elif value > before * 2:
            support -= 0.4
    if name == "gross":
        support += min(counts[value] - 1, 5) * 0.06
        # the contributions between it and a net are printed: to the cent, that is no accident
        support += 0.25 if any(counts[value - net] for net in nets if net < value) else 0
        if before is not None:
            support -= 0.4 if value < before * Decimal("0.8") else 0
            support -= 0.3 if value > before * 3 else 0
    if name == "net_taxable":
        support += 0.25 if tax.base is not None and value == tax.base else 0
        support += 0.05 if counts[value] > 1 else 0
        support += {True: 0.25, False: -0.25, None: 0.0}[tax.fits(value)]
        if gross is not None and value > gross * Decimal("1.02"):
            support -= 0.4
        if paid is not None and value < paid * Decimal("0.6"):
            support -= 0.4
    if name == "net_social" and gross is not None:
        support += 0.05 if gross * Decimal("0.6") <= value <= gross * Decimal("1.05") else -0.4
    return support


def _reconciled(chosen: Mapping[str, tuple[Decimal, float]], tax: Tax) -> dict[str, tuple[Decimal, float]]:
    """Values that contradict one another lose confidence."""
    result = dict(chosen)
    gross, paid, before = (result.get(name, (None, 0.0))[0] for name in ("gross", "net_paid", "before_tax"))
    if gross is not None and paid is not None and paid > gross * Decimal("1.6"):
        for name in ("gross", "net_paid"):
            value, confidence = result[name]
            result[name] = (value, confidence - 0.25)
    if (
        paid is not None
        and before is not None
        and tax.amount is not None
        and tax.proven
        and abs(before - tax.amount - paid) > CENT
    ):
        value, confidence = result["net_paid"]
        result["net_paid"] = (value, confidence - 0.3)
    return result
