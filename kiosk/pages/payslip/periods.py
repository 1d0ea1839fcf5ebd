"""The month a payslip is for, its first and last day, and the day of payment."""

import datetime as dt
import re
from dataclasses import dataclass

from kiosk.pages.blocks import below, stack_above, under_head
from kiosk.pages.dates import find_dates, find_months, last_day
from kiosk.pages.layout import Cell, Layout, fold
from kiosk.pages.model import Field

_DATE = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:20\d{2}|\d{2})|\d{1,2}(?:er)? [a-z]{3,9}\.? 20\d{2}"
_SPAN = re.compile(rf"(?:\bdu\b|\bde\b|:|^|\bperiode\b)\W*({_DATE})\W*(?:\bau\b|\ba\b|-|–|/|jusqu'au)\W*({_DATE})")
_NAMED_SPAN = re.compile(rf"\bperiode\b[^\d]{{0,12}}({_DATE})\W+({_DATE})")
"""Without the dash between them, which the engine passes over."""
_TITLE = re.compile(r"bulletin|periode|paie|paye|salaire du mois|mois de|fiche")
_PAID = re.compile(
    r"(?:date (?:de |du )?(?:paiement|versement|virement|reglement|paye|paie)|(?:paiement|"
    r"versement|virement|reglement)s?(?: \w+){0,3} (?:le|du|au)|"
    r"pay[ee]e?s?(?: par \w+)? le|regle(?:e)?(?: par \w+)? le|verse(?:e)?(?: par \w+)? le|"
    r"virement|paiement|versement|mis en paiement|reglement|"
    r"(?:salaire |paie )?(?:remise? )le|(?:\ble )?paye le|a (?:payer|verser|virer|regler) le|mandatee? le|date "
    r"paiement|paiement le|vire le)"
)
_BY_TRANSFER = re.compile(rf"\ble ({_DATE}) par (?:virement|cheque)|\b(?:virement|cheque)\W+({_DATE})")
LONGEST, SHORTEST = 45, 0


@dataclass(frozen=True, slots=True)
class Span:
    start: dt.date
    end: dt.date
    trust: float


def read_periods(layout: Layout) -> dict[str, Field]:
    span = _best_span(layout)
    month = _named_month(layout)
    fields: dict[str, Field] = {}
    if span is not None:
        whole = f"{span.end:%Y-%m}"
        confidence = span.trust
        if month is not None:
            if month in (f"{span.start:%Y-%m}", whole):
                whole, confidence = month, 0.99
            elif span.trust < 0.8:
                whole, confidence = month, 0.7
        fields["period"] = Field(whole, round(confidence, 2))
        fields["period_start"] = Field(span.start.isoformat(), round(span.trust, 2))
        fields["period_end"] = Field(span.end.isoformat(), round(span.trust, 2))
    elif month is not None:
        fields["period"] = Field(month, 0.9)
    paid = _pay_date(layout, span)
    if paid is not None:
        fields["pay_date"] = paid
    return fields


def _best_span(layout: Layout) -> Span | None:
    found: list[Span] = []
    for row in layout.rows:
        folded = " ".join(fold(token.text) for token in row.tokens)
        # the label may stand on the row above, as the head of a column
        above = layout.rows[row.number - 1].folded if row.number else ""
        spans = (*_SPAN.finditer(folded), *_NAMED_SPAN.finditer(folded))
        for match in (*spans, *(bare for cell in row.cells if (bare := _SPAN.match(cell.folded)))):
            start, end = find_dates(match[1]), find_dates(match[2])
            if not start or not end or not (SHORTEST <= (end[0][1] - start[0][1]).days <= LONGEST):
                continue
            before = match.string[: match.start() + 12]
            trust = 0.75
            if re.search(r"conge|absence|maladie|arret|contrat|mission|acquis", before):
                trust -= 0.35
            if re.search(r"period|paie|paye|bulletin|emploi", before):
                trust += 0.2
            elif _TITLE.search(above):
                trust += 0.1
            if row.middle < 0.35 * layout.height:
                trust += 0.04
            found.append(Span(start[0][1], end[0][1], min(trust, 0.99)))
    found.extend(_under_head(layout))
    found.extend(_split_span(layout))
    found.extend(_days_of_one_month(layout))
    found.extend(_apart(layout))
    return max(found, key=lambda span: (span.trust, (span.end - span.start).days), default=None)


_TWO_DATES = re.compile(rf"({_DATE})\s+({_DATE})")


def _under_head(layout: Layout) -> list[Span]:
    """Two dates in one cell under the word "période"."""
    spans = []
    for cell in layout.cells:
        if "period" not in cell.folded:
            continue
        for match in filter(None, (_TWO_DATES.fullmatch(one.folded) for one in _under(cell, layout))):
            start, end = find_dates(match[1]), find_dates(match[2])
            if start and end and SHORTEST <= (end[0][1] - start[0][1]).days <= LONGEST:
                spans.append(Span(start[0][1], end[0][1], 0.9))
    return spans


def _under(cell: Cell, layout: Layout) -> list[Cell]:
    """The cell right under another, and the one of the same number where boxes side by side each hold one."""
    own, following = layout.rows[cell.row].cells, layout.rows[cell.row + 1 : cell.row + 2]
    paired = [one.cells[own.index(cell)] for one in following if len(one.cells) == len(own)]
    aligned = below(cell, layout)
    return [*([aligned] if aligned else []), *paired]


def _split_span(layout: Layout) -> list[Span]:
    """First and last day on two rows: "Période du 01/03/2024" above "au 31/03/2024", or both under "Période"."""
    spans = []
    for cell in layout.cells:
        under = below(cell, layout)
        heads = [other.folded for other in stack_above(cell, layout, longest=1)]
        both = under and re.fullmatch(rf"du ({_DATE}) au ({_DATE})", f"{cell.folded} {under.folded}")
        if both and heads and heads[0].startswith("periode"):
            start, end = find_dates(both[1]), find_dates(both[2])
            if start and end and SHORTEST < (end[0][1] - start[0][1]).days <= LONGEST:
                spans.append(Span(start[0][1], end[0][1], 0.9))
    for row, following in zip(layout.rows, layout.rows[1:], strict=False):
        first = re.search(rf"(?:period\w*|paie|paye|\bdu\b)\W*(?:\w+ ){{0,2}}(?:du )?\W*({_DATE})", row.folded)
        second = re.search(rf"\bau\b\W*({_DATE})", following.folded)
        if first and second and "period" in row.folded:
            start, end = find_dates(first[1]), find_dates(second[1])
            if start and end and SHORTEST < (end[0][1] - start[0][1]).days <= LONGEST:
                spans.append(Span(start[0][1], end[0][1], 0.8))
    return spans


_DAYS = re.compile(r"\bdu (\d{1,2})(?:er)?(?: ([a-z]{3,9}\.?))? (?:au|a) (\d{1,2}) (([a-z]{3,9}\.?) 20\d{2})")
_SHORT_DAYS = re.compile(r"\bdu (\d{1,2})[/.](\d{1,2}) (?:au|a) (\d{1,2})[/.](\d{1,2})[/.](20\d{2}|\d{2})(?!\d)")
_NOT_THE_PAY = re.compile(r"conge|absence|maladie|arret|contrat|mission|acquis")
_LEADERS = re.compile(r"(?:[.…_·]\s?){3,}")
"""Dots that lead the eye from a label to its value."""
_START = re.compile(r"(?:debut|1er jour|premier jour) (?:de |de la )?periode|periode (?:de paie )?du\b")
_END = re.compile(r"(?:fin|dernier jour) (?:de |de la )?periode|^au\b")


def _days_of_one_month(layout: Layout) -> list[Span]:
    """ "du 1 au 31 mars 2024", "du 26/02 au 25/03/2024": the year, or the month too, is said once."""
    spans = []
    for row in layout.rows:
        above = layout.rows[row.number - 1].folded if row.number else ""
        for match in (*_DAYS.finditer(row.folded), *_SHORT_DAYS.finditer(row.folded)):
            if match.re is _DAYS:
                first = f"{match[1]} {match[4].replace(match[5], match[2] or match[5])}"
                last = f"{match[3]} {match[4]}"
            else:
                first, last = f"{match[1]}/{match[2]}/{match[5]}", f"{match[3]}/{match[4]}/{match[5]}"
            start, end = find_dates(first), find_dates(last)
            if not start or not end or _NOT_THE_PAY.search(row.folded[: match.start()]):
                continue
            day = start[0][1]
            if day > end[0][1]:
                # the last day says the year: the first may be in the year before
                day = day - dt.timedelta(days=366 if last_day(day.replace(month=2, day=1)).day == 29 else 365)
            if SHORTEST <= (end[0][1] - day).days <= LONGEST:
                sure = re.search(r"period|paie|paye|bulletin", row.folded) or find_months(above)
                spans.append(Span(day, end[0][1], 0.9 if sure else 0.65))
    return spans


def _apart(layout: Layout) -> list[Span]:
    """First and last day each under or beside a label of its own: "Début de période", "Fin de période"."""
    start, end = _labelled_day(layout, _START), _labelled_day(layout, _END)
    if start is None or end is None or not (SHORTEST <= (end - start).days <= LONGEST):
        return []
    return [Span(start, end, 0.88)]


def _labelled_day(layout: Layout, label: re.Pattern[str]) -> dt.date | None:
    for cell in layout.cells:
        match = label.search(cell.folded)
        if not match or cell.middle > 0.5 * layout.height:
            continue
        beside = [other.folded for other in layout.rows[cell.row].cells if other.x0 > cell.x1][:1]
        under = [other.folded for other in (below(cell, layout), under_head(cell, layout)) if other is not None]
        for text in (cell.folded[match.end() :], *beside, *under):
            dates = find_dates(text)
            if len(dates) == 1 and dates[0][0] < 4:
                return dates[0][1]
    return None


def _named_month(layout: Layout) -> str | None:
    """ "Mars 2024" near the title."""
    best: tuple[float, str] | None = None
    for row in layout.rows:
        if row.middle > 0.4 * layout.height:
            break
        previous = layout.rows[row.number - 1].folded if row.number else ""
        for place, year, month in find_months(row.folded):
            trust = 0.5 - 0.3 * row.middle / layout.height
            trust += 0.4 if _TITLE.search(row.folded[: place + 2]) else 0.25 if _TITLE.search(previous) else 0
            trust += 0.1 if len(row.folded) < 40 else 0
            if re.search(
                r"entree|anciennete|embauche|contrat|naissance|depuis|conge|sortie",
                row.folded[max(0, place - 30) : place],
            ):
                trust -= 0.6
            if best is None or trust > best[0]:
                best = (trust, f"{year:04d}-{month:02d}")
    return best[1] if best is not None and best[0] > 0.45 else None


def _pay_date(layout: Layout, span: Span | None) -> Field | None:
    """The date that follows or stands under words of payment; not the date of entry, nor one of the period's own."""
    best: tuple[float, dt.date] | None = None
    for row in layout.rows:
        folded = _LEADERS.sub(" ", row.folded)
        for match in _BY_TRANSFER.finditer(folded):
            dates = find_dates(match[1] or match[2])
            if dates and (best is None or best[0] < 0.8):
                best = (0.8, dates[0][1])
        for match in _PAID.finditer(folded):
            if re.search(r"(?:impot|prelevement|net|mode de|moyen de)\W*$", folded[: match.start()]) and not re.search(
                r"\ble\b|date", match[0]
            ):
                continue
            if re.search(r"\b(?:acompte|avance)s?\W*$", folded[: match.start()]):
                continue
            after = folded[match.end() : match.end() + 45]
            dates = find_dates(after)
            trust = 0.9 if re.search(r"\ble$|date|\bdu$", match[0]) else 0.7
            if dates and not re.search(r"\bperiode|\bdu\b.*\bau\b|entree|echeance", after[: dates[0][0]]):
                trust -= 0.01 * dates[0][0]
                date = dates[0][1]
            else:
                below = _date_below(layout, row.number, match)
                if below is None:
                    continue
                date, trust = below, 0.7
            if span is not None and not (-40 <= (date - span.end).days <= 75):
                trust -= 0.4
            if best is None or trust > best[0]:
                best = (trust, date)
    return Field(best[1].isoformat(), round(best[0], 2)) if best is not None else None


def _date_below(layout: Layout, number: int, match: re.Match[str]) -> dt.date | None:
    """The date under a column's head."""
    heads = [cell for cell in layout.rows[number].cells if match[0] in cell.folded]
    if not heads or not ("date" in heads[0].folded or heads[0].folded.rstrip(" :").endswith(match[0])):
        return None
    boxed = under_head(heads[0], layout)
    for row in layout.rows[number + 1 : number + 3]:
        for cell in row.cells:
            dates = find_dates(cell.folded)
            if (
                dates
                and (cell == boxed or cell.overlap(heads[0]) > -2 * layout.letter)
                and row.middle - heads[0].middle < 5 * layout.letter
            ):
                return dates[0][1]
    return None
