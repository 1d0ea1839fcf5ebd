"""The letter is not understood well enough to say anything about it: a person must read it."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.words import mark, say


class LetterUnsureView(View):
    choices: ClassVar = (
        Choice(Action.ANSWER_NOW, label=mark("Envoyer une réponse"), icon="send"),
        Choice(Action.TRY_AGAIN, "filled", mark("Refaire la photo")),
    )

    @property
    def title(self) -> str:
        return say(self.language, mark("Je ne comprends pas cette lettre."))

    @property
    def fault(self) -> str:
        return say(self.language, mark("Ce n’est pas votre faute."))

    @property
    def someone(self) -> str:
        return say(self.language, mark("Appelez quelqu’un pour la lire avec vous."))
