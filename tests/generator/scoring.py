"""How well samples were judged and read: refusals by code, kinds, turns, fields, and the misses by name."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from kiosk.pages.layout import fold
from tests.generator.sets import Sample

PAYSLIP = (
    "period", "period_start", "period_end", "pay_date", "employer_name", "employer_siret", "employee_name",
    "gross", "net_paid", "net_social", "net_taxable", "hours", "pages",
)  # fmt: skip
OTHER = ("date", "sender", "reference", "deadline_days")
IMPLIED = ("period_start", "period_end", "pages")
"""Fields that are right when a layout does not print them but the month or the sheet implies them: not counted."""
_NOT_A_NAME = re.compile(r"\b(?:m|mr|mme|mlle|monsieur|madame|sarl|sas|sasu|eurl|sa|scop)\b\.?")


@dataclass(frozen=True, slots=True)
class Result:
    """What the kiosk said of a sample."""

    accepted: bool
    problems: tuple[str, ...] = ()
    kind: str = ""
    rotation: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Score:
    """Counts; a field's are right, wrong, missed."""

    codes: dict[str, Counter[str]] = field(default_factory=dict)
    fields: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    turns: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, sample: Sample, result: Result) -> None:
        name = f"{sample.family} / {sample.way}"
        if sample.problem is not None:
            count = self.codes.setdefault(sample.problem, Counter())
            count["all"] += 1
            count["refused"] += not result.accepted
            count["named"] += sample.problem in result.problems
            if result.accepted or sample.problem not in result.problems:
                self.misses.append(f"{sample.problem}: {name} → {result.problems or 'accepted'}")
            return
        self.codes.setdefault("readable", Counter())["all"] += 1
        if not result.accepted:
            self.codes["readable"]["refused"] += 1
            self.misses.append(f"readable: {name} → {result.problems}")
            return
        self._turn(sample, result, name)
        group = "payslip" if sample.kind == "payslip" else "other"
        self.kinds[f"{group} all"] += 1
        self.kinds[f"{group} right"] += result.kind == sample.kind
        if result.kind != sample.kind:
            self.misses.append(f"kind: {name} {sample.kind} → {result.kind}")
        for one in PAYSLIP if group == "payslip" else OTHER:
            self._field(sample, one, result.fields.get(one), f"{group} {sample.capture}", name)

    def _turn(self, sample: Sample, result: Result, name: str) -> None:
        self.turns["all"] += 1
        self.turns["right"] += result.rotation == sample.rotation
        if result.rotation != sample.rotation:
            self.misses.append(f"turned: {name} {sample.rotation} → {result.rotation}")

    def _field(self, sample: Sample, one: str, read: str | None, group: str, name: str) -> None:
        true = sample.truth.get(one)
        if true is None and (read is None or one in IMPLIED):
            return
        if one == "pages" and read is None:
            return
        outcomes = ["right"] if read is not None and true is not None and _same(sample, one, read, true) else []
        if not outcomes:
            outcomes = (["wrong"] if read is not None else []) + (["missed"] if true is not None else [])
            self.misses.append(f"{one}: {name} {true} → {read}")
        for key in (group, f"{group.split()[0]} {one}", f"{group.split()[0]} all"):
            self.fields.setdefault(key, Counter()).update(outcomes)


def _same(sample: Sample, one: str, read: str, true: str) -> bool:
    return any(normal(one, read) == normal(one, value) for value in (true, *sample.also.get(one, ())))


def normal(one: str, value: str) -> object:
    """`value` in the form in which two are compared: names as sets of words, amounts as numbers."""
    if one.endswith("_name") or one == "sender":
        plain = _NOT_A_NAME.sub(" ", fold(value))
        return frozenset(re.findall(r"[a-z0-9]+", plain))
    try:
        return Decimal(value)
    except InvalidOperation:
        return re.sub(r"\W", "", value).upper()


def precision_recall(count: Mapping[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right, wrong, missed = (count.get(name, 0) for name in ("right", "wrong", "missed"))
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, and the least that is asked of it on pages never seen."""

    what: str
    figure: float
    least: float

    @property
    def kept(self) -> bool:
        return self.figure >= self.least

    def __str__(self) -> str:
        return f"{self.what}: {self.figure:.3f} (target {self.least:g}: {'kept' if self.kept else 'MISSED'})"


def goals(score: Score) -> list[Goal]:
    """The figures that have a target; one of which nothing was measured is left out."""
    return refusal_goals(score) + reading_goals(score)


def refusal_goals(score: Score) -> list[Goal]:
    """Those of the verdict alone."""
    spoilt = [count for code, count in score.codes.items() if code != "readable"]
    if not spoilt:
        return []
    found = sum(count["refused"] for count in spoilt)
    total = found + score.codes.get("readable", Counter())["refused"]
    recall, precision = found / sum(count["all"] for count in spoilt), found / total if total else 0.0
    return [Goal("refusals, recall", recall, 0.98), Goal("refusals, precision", precision, 0.98)]


def reading_goals(score: Score) -> list[Goal]:
    """Those of turning and reading."""
    found = []
    if score.turns["all"]:
        found.append(Goal("turned pages put right", score.turns["right"] / score.turns["all"], 0.99))
    if kinds := score.kinds["payslip all"] + score.kinds["other all"]:
        right = score.kinds["payslip right"] + score.kinds["other right"]
        found.append(Goal("kind", right / kinds, 0.97))
    for capture, least in (("scan", 0.97), ("photo", 0.92)):
        if count := score.fields.get(f"payslip {capture}"):
            found.append(Goal(f"payslip fields, F1 on {capture}s", precision_recall(count)[2], least))
    if count := score.fields.get("payslip all"):
        found.append(Goal("payslip fields, precision", precision_recall(count)[0], 0.985))
    return found


def lines(score: Score) -> list[str]:
    """The figures as lines of a report, with the targets."""
    said = [str(goal) for goal in refusal_goals(score)]
    readable = score.codes.get("readable", Counter())
    said.append(f"false refusals: {readable['refused']} of {readable['all']}")
    for code, count in sorted(score.codes.items()):
        if code != "readable":
            said.append(f"  {code}: refused {count['refused']}/{count['all']}, by its name {count['named']}")
    said += map(str, reading_goals(score))
    for group in ("payslip", "other"):
        if score.kinds[f"{group} all"]:
            said.append(f"kind, {group}: {score.kinds[f'{group} right']}/{score.kinds[f'{group} all']}")
    said.append(f"turned right: {score.turns['right']}/{score.turns['all']}")
    for key, count in sorted(score.fields.items()):
        precision, recall, f1 = precision_recall(count)
        said.append(
            f"{key}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} "
            f"(right {count['right']}, wrong {count['wrong']}, missed {count['missed']})"
        )
    return said
