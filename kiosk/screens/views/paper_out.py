"""A paper came out of the printer, or a copy is on the stick, or not."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.journey.jobs import ON_STICK
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.devices import trouble_words
from kiosk.screens.words.jobs import PAPER_NOTES, PAPERS
from kiosk.stick_sentences import STICK_SENTENCES
from kiosk.words import mark, say


class PaperOutView(View):
    choices: ClassVar = (Choice(Action.DONE, "filled"),)

    @property
    def drawing(self) -> str:
        if self.on_stick:
            return "broken_stick" if self.facts.result.fault else "unplug_stick"
        return "broken_printer" if self.facts.result.fault else "receipt"

    @property
    def on_stick(self) -> bool:
        return self.facts.result.paper in ON_STICK

    @property
    def title(self) -> str:
        if self.facts.result.fault and not self.facts.last:
            not_done = mark("La copie n’est pas faite.") if self.on_stick else mark("Le papier n’est pas sorti.")
            return say(self.language, not_done)
        return say(self.language, PAPERS[self.facts.result.paper])

    @property
    def note(self) -> str:
        if self.facts.result.fault and self.on_stick:
            return say(self.language, STICK_SENTENCES[self.facts.result.fault])
        if self.facts.result.fault:
            return say(self.language, trouble_words("printer", self.facts.result.fault).happened)
        return say(self.language, PAPER_NOTES[self.facts.result.paper])

    @property
    def lost(self) -> str:
        return say(self.language, mark("Rien n’est perdu. Vous pouvez redemander.")) if self.again else ""

    @property
    def again(self) -> bool:
        return bool(self.facts.result.fault) and not self.facts.last
