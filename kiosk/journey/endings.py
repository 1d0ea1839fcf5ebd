"""Every way out of a visit. Each one leaves nothing behind, comfort settings included."""

from dataclasses import replace
from typing import Literal

from kiosk.journey.effects import CancelHelp, Effect, EndVisit, LetHelpStand
from kiosk.journey.model import Step, Visit

Outcome = tuple[Visit, tuple[Effect, ...]]


def fresh(visit: Visit) -> Visit:
    """The state for whoever comes next. The counts go on, so that what comes late for another is known as such."""
    return Visit(
        serial=visit.serial,
        turn=visit.turn + 1,
        attempt=visit.attempt,
        out_of_order=visit.out_of_order,
        staff=visit.staff,
        devices=visit.devices,
    )


def leave(visit: Visit, outcome: Literal["finished", "erased", "abandoned"], *, walked_away: bool = False) -> Outcome:
    """End the visit and go back to standby. A call that someone who walked away made still stands."""
    effects: list[Effect] = [EndVisit(outcome)]
    if visit.help is not None:
        effects.append(LetHelpStand() if walked_away else CancelHelp())
    return fresh(visit), tuple(effects)


def say_goodbye(visit: Visit, outcome: Literal["finished", "erased"]) -> Outcome:
    """End the visit and show the last screen in the visitor's own language and comfort."""
    last = replace(
        fresh(visit),
        step=Step.GOODBYE,
        language=visit.language,
        comfort=visit.comfort,
        help=visit.help,
        receipt=visit.receipt if outcome == "finished" else None,
    )
    return last, (EndVisit(outcome),)
