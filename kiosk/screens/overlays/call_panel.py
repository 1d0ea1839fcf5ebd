"""The call for a human: how far it has come."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.journey.views import HelpState
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.calls import call_title, stay_sentence, when_sentence
from kiosk.words import mark

_DRAWINGS = {HelpState.COMING: "coming", HelpState.HERE: "person"}


class CallPanelView(View):
    choices: ClassVar = (
        Choice(Action.CANCEL_CALL),
        Choice(Action.STOP_SHARING),
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
        return when_sentence(self.language, self.frame.help)

    @property
    def stay(self) -> str:
        return stay_sentence(self.language, self.frame.help)
