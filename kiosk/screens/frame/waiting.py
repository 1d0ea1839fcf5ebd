"""Shown while the core cannot be reached: nothing of any visitor, and nothing that could not be kept."""

from kiosk.journey.views import Comfort, Frame
from kiosk.journey.visit_views import Standby
from kiosk.screens.widgets.view import View
from kiosk.words import mark, say


class WaitingView(View):
    @property
    def title(self) -> str:
        return say(self.language, mark("Un instant, s’il vous plaît."))

    @property
    def back_soon(self) -> str:
        return say(self.language, mark("La machine se prépare."))

    @property
    def kept(self) -> str:
        return say(self.language, mark("Les pages déjà gardées ne sont pas perdues."))


def waiting_frame(language: str, comfort: Comfort) -> Frame:
    """A frame that offers nothing, for what surrounds the view."""
    return Frame(serial=-1, screen=Standby(), language=language, comfort=comfort, actions=())
