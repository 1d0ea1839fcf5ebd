"""The call for a human: how far it has come."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.journey.views import HelpState
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.calls import call_title, queue_sentence
from kiosk.words import mark, say

_DRAWINGS = {HelpState.COMING: "coming", HelpState.HERE: "person"}


class CallPanelView(View):
    choices: ClassVar = (
        Choice(Action.CANCEL_CALL),
        Choice(Action.CLOSE, "filled", mark("Continuer en attendant")),
    )

    @property
    def drawing(self) -> str:
        state = self.frame.help.state if self.frame.help else HelpState.SENT
        return _DRAWINGS.get(state, "calling")

    @property
    def title(self) -> str:
        return call_title(self.language, self.frame.help)

    @property
    def queue(self) -> str:
        return queue_sentence(self.language, self.frame.help)

    @property
    def stay(self) -> str:
        if self.frame.help is not None and self.frame.help.state is HelpState.HERE:
            return say(self.language, mark("Dites-lui ce qui est difficile."))
        return say(self.language, mark("Restez ici. Vos papiers sont en sécurité."))
