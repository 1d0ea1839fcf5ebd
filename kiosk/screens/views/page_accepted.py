"""The page can be read: what it is, and that nothing is sent yet."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.cases import plain_case
from kiosk.screens.words.defaults import LABELS
from kiosk.screens.words.kinds import page_name
from kiosk.screens.words.problems import problem_sentence
from kiosk.words import mark, say


class PageAcceptedView(View):
    choices: ClassVar = (Choice(Action.RESCAN), Choice(Action.CONTINUE, "filled"))
    on_cards: ClassVar = frozenset({Action.ZOOM})

    @property
    def title(self) -> str:
        if self.facts.page.doubts:
            return say(self.language, mark("La feuille est gardée."))
        return say(self.language, mark("On voit bien votre feuille."))

    @property
    def enlarge(self) -> str:
        return say(self.language, LABELS[Action.ZOOM][0]) if Action.ZOOM in self.frame.actions else ""

    @property
    def what(self) -> str:
        return "" if self.facts.page.kind is None else page_name(self.language, self.facts.page)

    @property
    def reading(self) -> str:
        if not self.facts.reading:
            return ""
        return say(self.language, mark("Je lis le texte. Vous pouvez continuer."))

    @property
    def employer(self) -> str:
        if self.facts.page.employer is None:
            return ""
        return say(self.language, mark("Employeur : {employer}"), employer=plain_case(self.facts.page.employer))

    @property
    def doubt(self) -> str:
        doubts = self.facts.page.doubts
        return problem_sentence(self.language, doubts[0]) if doubts else ""

    @property
    def not_sent(self) -> str:
        return say(self.language, mark("Page {number}. Rien n’est encore envoyé."), number=self.facts.page.number)

    def spoken(self) -> tuple[str, ...]:
        return tuple(text for text in (self.title, self.what, self.reading, self.doubt, self.not_sent) if text)

    def private(self) -> tuple[str, ...]:
        return (self.employer,) if self.employer else ()
