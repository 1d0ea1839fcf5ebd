"""What will be done with the papers, before anything is done."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say, say_many


class ConsentView(View):
    choices: ClassVar = (Choice(Action.DECLINE), Choice(Action.AGREE, "filled"))

    @property
    def title(self) -> str:
        return say(self.language, mark("Êtes-vous d’accord ?"))

    @property
    def photo(self) -> str:
        return say(self.language, mark("Je prends une photo de chaque feuille."))

    @property
    def keeping(self) -> str:
        if not self.facts.keep_months:
            return say(self.language, mark("Après l’envoi, j’efface les photos."))
        return say_many(
            self.language,
            "Je les garde sous clé {count} mois, puis j’efface.",
            "Je les garde sous clé {count} mois, puis j’efface.",
            self.facts.keep_months,
        )

    @property
    def sending(self) -> str:
        return say(self.language, mark("Rien ne part sans votre accord."))
