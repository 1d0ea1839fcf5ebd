"""Something of the machine failed: what, what is safe, and what to do. Never a code."""

from typing import Any, ClassVar

from kivy.app import App
from kivy.clock import Clock
from kivy.properties import StringProperty

from kiosk.journey.actions import Action
from kiosk.journey.views import Frame
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.devices import trouble_words, waited_words
from kiosk.words import mark, say, say_many

COUNT_SECONDS = 1.0


class TroubleView(View):
    """While the device is waited for, the seconds are counted here: no frame of the core comes for them."""

    choices: ClassVar = (Choice(Action.TRY_AGAIN, "filled"),)
    waited = StringProperty()

    def __init__(self, frame: Frame, **kwargs: Any) -> None:
        super().__init__(frame, **kwargs)
        self._ticking = None
        if self.facts.since is not None:
            self._count()
            if not App.get_running_app().still:
                self._ticking = Clock.schedule_interval(self._count, COUNT_SECONDS)

    def stop(self) -> None:
        """Count no more: the screen is gone."""
        if self._ticking is not None:
            self._ticking.cancel()

    def _count(self, *_: object) -> None:
        self.waited = waited_words(self.language, App.get_running_app().watch.monotonic() - self.facts.since)
        if self.column is not None:
            self.column.lay_out()

    @property
    def drawing(self) -> str:
        return "place" if self.facts.back else f"broken_{trouble_words(self.facts.device, self.facts.fault).part}"

    @property
    def title(self) -> str:
        if self.facts.back:
            return say(self.language, mark("Le scanner marche à nouveau."))
        return say(self.language, trouble_words(self.facts.device, self.facts.fault).happened)

    @property
    def safe(self) -> str:
        if not self.facts.pages_safe:
            return say(self.language, mark("Ce n’est pas votre faute."))
        return say_many(
            self.language, "Votre page est bien gardée.", "Vos {count} pages sont bien gardées.", self.facts.pages_safe
        )

    @property
    def remedy(self) -> str:
        if self.facts.back:
            return say(self.language, mark("Posez encore la feuille."))
        return say(self.language, trouble_words(self.facts.device, self.facts.fault).remedy)

    def spoken(self) -> tuple[str, ...]:
        """The seconds are for the eye: a voice that counts would hurry."""
        wait = (say(self.language, mark("J’attends le scanner.")),) if self.facts.since is not None else ()
        return self.title, self.safe, self.remedy, *wait
