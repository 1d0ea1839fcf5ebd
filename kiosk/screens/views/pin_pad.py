"""The PIN of a badge. The screen knows how many digits were typed, never which."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.pad import PadView
from kiosk.screens.widgets.view import Choice
from kiosk.screens.words.staff import role_line, tries_line
from kiosk.words import mark, say

TYPED, OPEN = "• ", "– "
LEAST_PLACES = 6


class PinPadView(PadView):
    for_staff = True
    secret: ClassVar = True

    choices: ClassVar = (Choice(Action.LEAVE_STAFF, "outlined", mark("Annuler"), "cross"),)

    @property
    def title(self) -> str:
        if self.facts.tries_left == 0:
            return say(self.language, mark("Ce badge est bloqué."))
        if self.facts.checking:
            return say(self.language, mark("Je vérifie le code."))
        return say(self.language, mark("Tapez votre code."))

    @property
    def whose(self) -> str:
        return role_line(self.language, self.facts.holder, self.facts.role)

    @property
    def dots(self) -> str:
        if self.facts.tries_left == 0:
            return ""
        return (TYPED * self.facts.digits + OPEN * (LEAST_PLACES - self.facts.digits)).strip()

    @property
    def tries(self) -> str:
        return tries_line(self.language, self.facts)
