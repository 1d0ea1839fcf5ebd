"""What a change of the visit adds to the counters. Pure; every name comes from the closed sets below.

A counter has a day and a name, and the name says a step, a guide, a span of minutes, a fault: never a visit, a person,
a mediator, a page or a moment. That is the whole of what reports can ever be made of.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.journey.effects import CallHelp, Effect, EndVisit
from kiosk.journey.events import DeviceFailed, Event, HelpChanged, SheetRefused
from kiosk.journey.model import Step, Visit
from kiosk.journey.views import HelpState

BEGUN = "begun"
NO_GUIDE = "none"
MINUTES = ((5, "0-5"), (10, "5-10"), (20, "10-20"), (40, "20-40"))
"""Up to how many minutes a visit lasted, and what that span is called; longer ones are `LONGEST`."""
LONGEST = "40+"
WAITS = ((2, "0-2"), (5, "2-5"), (10, "5-10"))
LONGEST_WAIT = "10+"
HANDED, WALKED, CHOSE = "handed", "walked", "chose"
"""How a visit ended: papers handed over; nobody answered any more; the person chose to stop."""
ENDS = (HANDED, WALKED, CHOSE)
_CODE = re.compile(r"[a-z][a-z_]{0,23}")
_GUIDE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Seconds since the visit began, and since the open call was made; they are forgotten with the visit."""

    visit: float
    call: float


def counted(before: Visit, event: Event, after: Visit, effects: Iterable[Effect], elapsed: Elapsed) -> tuple[str, ...]:
    """The counters that go up by one when `event` brought `before` to `after`."""
    names: list[str] = []
    if before.step is Step.STANDBY and after.step not in (Step.STANDBY, Step.RESUME, Step.TROUBLE):
        names.append(BEGUN)
    match event:
        case SheetRefused(problems=problems) if after.refused is not None and after.refused is not before.refused:
            names += [f"refused.{_code(problem)}" for problem in problems]
        case DeviceFailed(device, fault):
            names.append(f"incident.{_code(device)}.{_code(fault)}")
        case HelpChanged(state=HelpState.HERE) if before.help is None or before.help.state is not HelpState.HERE:
            names.append(f"help.wait.{_span(elapsed.call / 60, WAITS, LONGEST_WAIT)}")
        case HelpChanged(state=HelpState.CLOSED | HelpState.CANCELLED) if _waits(before):
            names.append("help.nobody")
    for effect in effects:
        match effect:
            case EndVisit(outcome) if before.step not in (Step.STANDBY, Step.GOODBYE):
                end = HANDED if before.receipt is not None else WALKED if outcome == "abandoned" else CHOSE
                span = _span(elapsed.visit / 60, MINUTES, LONGEST)
                names.append(f"ended.{_guide(before.guide_id)}.{end}.{span}")
                if end is not HANDED:
                    names.append(f"stopped.{before.step.value}.{end}")
            case CallHelp(step=step):
                names.append(f"help.called.{_code(step)}")
    return tuple(names)


def is_known(name: str, guides: Iterable[str]) -> bool:
    """Whether `name` is of the vocabulary, with the guides at hand."""
    steps = "|".join(step.value for step in Step)
    listed = "|".join(re.escape(guide) for guide in (*guides, NO_GUIDE))
    spans = "|".join(re.escape(span) for span in (*(name for _, name in MINUTES), LONGEST))
    waits = "|".join(re.escape(span) for span in (*(name for _, name in WAITS), LONGEST_WAIT))
    forms = (
        BEGUN,
        rf"refused\.{_CODE.pattern}",
        rf"incident\.{_CODE.pattern}\.{_CODE.pattern}",
        rf"help\.wait\.({waits})",
        r"help\.nobody",
        rf"help\.called\.{_CODE.pattern}",
        rf"ended\.({listed})\.({'|'.join(ENDS)})\.({spans})",
        rf"stopped\.({steps})\.({WALKED}|{CHOSE})",
    )
    return any(re.fullmatch(form, name) for form in forms)


def _waits(visit: Visit) -> bool:
    return visit.help is not None and visit.help.state in (HelpState.SENT, HelpState.SEEN, HelpState.COMING)


def _span(minutes: float, spans: Iterable[tuple[int, str]], longest: str) -> str:
    return next((name for limit, name in spans if minutes < limit), longest)


def _code(text: str) -> str:
    """A word of the program, e.g. a fault; anything else is not counted by its name."""
    return text if _CODE.fullmatch(text) else OTHER


def _guide(guide_id: str | None) -> str:
    return guide_id if guide_id is not None and _GUIDE.fullmatch(guide_id) and len(guide_id) <= 30 else NO_GUIDE
