"""What the démarche asks for and nobody scanned yet."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.missing import MOST_SHOWN, missing_line
from kiosk.words import mark, say, say_many


class MissingMonthsView(View):
    choices: ClassVar = (
        Choice(Action.DO_NOT_HAVE_IT),
        Choice(Action.ADD_SHEET, "filled", mark("Je l’ajoute")),
    )

    def _all(self) -> list[str]:
        months = [("calendar", period) for period in self.facts.months]
        papers = [("sheet", kind) for kind in self.facts.papers]
        return [missing_line(self.language, what, value) for what, value in (*months, *papers)]

    @property
    def title(self) -> str:
        count = len(self._all())
        if not self.facts.certain:
            return say_many(
                self.language, "Il manque peut-être un papier.", "Il manque peut-être {count} papiers.", count
            )
        return say_many(self.language, "Il manque un papier.", "Il manque {count} papiers.", count)

    @property
    def lines(self) -> tuple[str, ...]:
        """Three lines at most: the last one counts what could not be shown."""
        found = self._all()
        shown = found[:MOST_SHOWN]
        if len(found) > MOST_SHOWN:
            rest = len(found) - MOST_SHOWN + 1
            shown[-1] = say_many(self.language, "et {count} autre papier", "et {count} autres papiers", rest)
        return (*shown, *("",) * (MOST_SHOWN - len(shown)))

    @property
    def advice(self) -> str:
        return say(self.language, mark("Sans cela, la réponse peut tarder."))
