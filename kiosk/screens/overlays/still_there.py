"""Nobody touched anything for long. It covers the whole screen below, and so what is private on it."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say, say_many


class StillThereView(View):
    choices: ClassVar = (Choice(Action.STILL_HERE, "filled"),)

    @property
    def title(self) -> str:
        return say(self.language, mark("Êtes-vous toujours là ?"))

    @property
    def otherwise(self) -> str:
        return say_many(
            self.language,
            "Sinon, j’efface tout dans {count} seconde.",
            "Sinon, j’efface tout dans {count} secondes.",
            self.overlay.seconds,
        )

    @property
    def time(self) -> str:
        return say(self.language, mark("Prenez votre temps."))
