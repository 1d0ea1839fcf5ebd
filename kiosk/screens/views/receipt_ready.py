"""The receipt: its date in the largest letters, its number small."""

from typing import ClassVar

from kiosk.journey.actions import Action
from kiosk.screens.widgets.view import Choice, View
from kiosk.screens.words.dates import day, hour
from kiosk.screens.words.devices import trouble_words
from kiosk.words import mark, say, say_many


class ReceiptReadyView(View):
    choices: ClassVar = (Choice(Action.RECEIPT_MISSING), Choice(Action.RECEIPT_TAKEN, "filled"))

    def _fill(self) -> None:
        super()._fill()
        if not self.printed:
            self.ids.coming_out.stop()
            self.remove_widget(self.ids.coming_out)
        else:
            self.remove_widget(self.ids.code)

    @property
    def printed(self) -> bool:
        return bool(self.facts.printed_a4 or self.facts.printed_ticket)

    @property
    def title(self) -> str:
        if not self.printed:
            return say(self.language, mark("Voici votre reçu."))
        if self.facts.printed_a4 and self.facts.printed_ticket:
            return say(self.language, mark("Prenez vos deux reçus."))
        return say(self.language, mark("Prenez votre reçu."))

    @property
    def date(self) -> str:
        return day(self.language, self.facts.issued_at.date())

    @property
    def hour_and_pages(self) -> str:
        pages = say_many(self.language, "{count} page", "{count} pages", self.facts.pages)
        return f"{hour(self.language, self.facts.issued_at)} · {pages}"

    @property
    def remark(self) -> str:
        if self.facts.duplicate:
            return say(self.language, mark("C’était déjà envoyé. C’est le même reçu."))
        if not self.printed:
            happened = trouble_words("printer", self.facts.a4_fault or self.facts.ticket_fault).happened
            write_down = say(self.language, mark("Notez ce numéro."))  # Babel reads no f-strings
            return f"{say(self.language, happened)} {write_down}"
        return say(self.language, mark("Gardez-le bien. C’est votre preuve."))

    @property
    def number(self) -> str:
        return say(self.language, mark("Numéro : {number}"), number=self.facts.number)
