"""What happens to a call that nobody sees: louder after a minute, honest words after three. Pure."""

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum

from kiosk.journey.views import HelpState
from kiosk.mediation.help import HelpRequest


class Escalation(IntEnum):
    """How far it has gone; each includes the one before."""

    NONE = 0
    SECOND_TONE = 1
    HONEST_WORDS = 2
    """Say that nobody answers, print a ticket with the place in the queue, the hours and the telephone."""


@dataclass(frozen=True, slots=True)
class Patience:
    """The named delays of an unseen call, counted from when it was sent."""

    second_tone: dt.timedelta = dt.timedelta(seconds=60)
    honest_words: dt.timedelta = dt.timedelta(seconds=180)

    def scaled(self, pace: float) -> "Patience":
        """The same delays, `pace` times as long."""
        return Patience(self.second_tone * pace, self.honest_words * pace)


DEFAULT_PATIENCE = Patience()


def escalation(request: HelpRequest, now: dt.datetime, patience: Patience = DEFAULT_PATIENCE) -> Escalation:
    """How far the call has escalated at `now`; a call that was seen no longer does."""
    if request.state is not HelpState.SENT:
        return Escalation.NONE
    waited = now - request.sent_at
    if waited >= patience.honest_words:
        return Escalation.HONEST_WORDS
    return Escalation.SECOND_TONE if waited >= patience.second_tone else Escalation.NONE


def next_escalation(
    request: HelpRequest, now: dt.datetime, patience: Patience = DEFAULT_PATIENCE
) -> dt.datetime | None:
    """When to look again; None once nothing more will come."""
    if request.state is not HelpState.SENT:
        return None
    moments = (request.sent_at + patience.second_tone, request.sent_at + patience.honest_words)
    return next((moment for moment in moments if moment > now), None)
