"""A verification under way: what was checked so far, and the report it ends in."""

from kiosk.proof.evidence import Bounds
from kiosk.proof.model import Check, Verdict, VerificationReport
from kiosk.words import say

_NO_BOUNDS = Bounds()


class Examination:
    """Checks in the order they are made, told in `language`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._checks: list[Check] = []

    @property
    def failed(self) -> bool:
        return any(check.passed is False for check in self._checks)

    def holds(self, name: str, message: str, **values: object) -> None:
        self._checks.append(Check(name, True, say(self.language, message, **values)))

    def fails(self, name: str, message: str, **values: object) -> None:
        self._checks.append(Check(name, False, say(self.language, message, **values)))

    def leaves_open(self, name: str, message: str, **values: object) -> None:
        self.leaves_open_as_said(name, say(self.language, message, **values))

    def leaves_open_as_said(self, name: str, sentence: str) -> None:
        self._checks.append(Check(name, None, sentence))

    def holds_as_said(self, name: str, sentence: str) -> None:
        self._checks.append(Check(name, True, sentence))

    def genuine(self, sentence: str, known: Bounds = _NO_BOUNDS) -> VerificationReport:
        """The good end. Refused if any check failed: no path may reach it by mistake."""
        if self.failed or not self._checks:
            raise AssertionError("a failed examination cannot end well")
        return VerificationReport(
            Verdict.GENUINE,
            tuple(self._checks),
            sentence,
            None if known.since is None else known.since.time,
            None if known.until is None else known.until.time,
        )

    def altered(self) -> VerificationReport:
        """The verdict that the first failed check carries."""
        sentence = next(check.sentence for check in self._checks if check.passed is False)
        return VerificationReport(Verdict.ALTERED, tuple(self._checks), sentence)

    def undecided(self) -> VerificationReport:
        """What was given cannot be judged; the last check says why."""
        return VerificationReport(Verdict.UNUSABLE, tuple(self._checks), self._checks[-1].sentence)

    def unusable(self, message: str) -> VerificationReport:
        """Nothing could be examined."""
        sentence = say(self.language, message)
        return VerificationReport(Verdict.UNUSABLE, (Check("input", False, sentence),), sentence)
