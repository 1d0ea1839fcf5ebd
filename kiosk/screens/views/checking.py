"""The last pages are being read, before the checklist can be made."""

from kiosk.screens.widgets.view import View
from kiosk.words import mark, say


class CheckingView(View):
    @property
    def title(self) -> str:
        return say(self.language, mark("Je lis vos feuilles."))

    @property
    def wait(self) -> str:
        return say(self.language, mark("Attendez un instant. Rien n’est encore envoyé."))

    @property
    def done(self) -> str:
        return say(self.language, mark("Pages lues : {read} sur {pages}"), read=self.facts.read, pages=self.facts.pages)
