"""The number of a receipt to print again: its digits, as they stand on the paper."""

from kiosk.screens.widgets.pad import PadView
from kiosk.words import mark, say


class NumberPadView(PadView):
    for_staff = True

    @property
    def title(self) -> str:
        return say(self.language, mark("Quel numéro de reçu ?"))

    @property
    def typed(self) -> str:
        return str(self.facts.typed) or "–"

    @property
    def how(self) -> str:
        return say(self.language, mark("Tapez les chiffres de la fin."))
