"""All that will be handed over, on one screen. Nothing is sent yet."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.dates import month, months
from kiosk.screens.words.kinds import kind_name
from kiosk.words import mark, say, say_many

MOST_MONTHS = 3


class ReviewView(View):
    choices: ClassVar = (Choice(Action.CHANGE), Choice(Action.SEND, "filled"))

    @property
    def title(self) -> str:
        return say(self.language, mark("Vérifiez avant d’envoyer."))

    @property
    def what(self) -> str:
        return say_many(
            self.language,
            "{count} page pour : {body}",
            "{count} pages pour : {body}",
            len(self.facts.pages),
            body=self.facts.body,
        )

    @property
    def periods(self) -> str:
        """The months of the pages, from the first to the last when they are many."""
        found = sorted({page.period for page in self.facts.pages if page.period})
        if len(found) > MOST_MONTHS:
            first, last = month(self.language, found[0]), month(self.language, found[-1])
            return say(self.language, mark("{first} à {last}"), first=first[:1].upper() + first[1:], last=last)
        line = months(self.language, found) if found else ""
        return line[:1].upper() + line[1:]

    @property
    def missing(self) -> str:
        names = [month(self.language, period) for period in self.facts.missing_months]
        names += [kind_name(self.language, kind) for kind in self.facts.missing_papers]
        if not names:
            return ""
        if len(names) > MOST_MONTHS - 1:
            return say_many(self.language, "Il manque un papier.", "Il manque {count} papiers.", len(names))
        return say(self.language, mark("Il manque : {papers}"), papers=", ".join(names))

    @property
    def not_sent(self) -> str:
        return say(self.language, mark("Rien n’est encore envoyé."))
