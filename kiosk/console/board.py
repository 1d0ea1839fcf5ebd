"""The board: calls of all kiosks in one queue, and each kiosk with its step. Plain values for the templates."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.console.live import Followed
from kiosk.mediation.sentences import STATE_WORDS
from kiosk.mediation.steps import language_words, step_words

DEVICE_WORDS = {"scanner": "Scanner", "printer": "Imprimante A4", "ticket": "Imprimante à tickets", "card": "Badge"}
NEXT_STATES = {
    "sent": (("seen", "J’ai vu"), ("coming", "J’arrive")),
    "seen": (("coming", "J’arrive"), ("here", "Je suis là")),
    "coming": (("here", "Je suis là"), ("closed", "C’est fini")),
    "here": (("closed", "C’est fini"),),
}


@dataclass(frozen=True, slots=True)
class CallCard:
    """A call as it is shown. `ring` changes when it must be heard again."""

    kiosk: str
    id: str
    state: str
    state_words: str
    step: str
    language: str
    mediator: str
    waiting: int
    level: int
    left: bool
    moves: tuple[tuple[str, str], ...]

    @property
    def ring(self) -> str:
        """Empty once somebody has seen it."""
        return f"{self.id}.{self.level}" if self.state == "sent" else ""

    @property
    def minutes(self) -> str:
        return spell(self.waiting)


@dataclass(frozen=True, slots=True)
class KioskCard:
    """A kiosk as it is shown: a step and never a paper."""

    name: str
    reachable: bool
    away: str
    step: str
    idle: bool
    language: str
    since: str
    hint: str
    devices: tuple[tuple[str, bool], ...]
    screen: bool
    sharing: bool
    asked: bool
    open_now: bool


def calls(followed: Sequence[Followed]) -> list[CallCard]:
    """The union of all queues, who waits longest first. Ages come from the kiosks: no clock is compared."""
    cards = [_call(one, call) for one in followed for call in one.picture.get("calls", ())]
    return sorted(cards, key=lambda card: (card.state != "sent", -card.waiting, card.id))


def kiosks(followed: Sequence[Followed]) -> list[KioskCard]:
    return [_kiosk(one) for one in followed]


def spell(seconds: float) -> str:
    """« moins d’une minute », « 4 min », « 1 h 05 »."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return "moins d’une minute"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d}"


def _age(followed: Followed) -> float:
    return time.monotonic() - followed.at if followed.at else 0.0


def _call(followed: Followed, call: dict[str, Any]) -> CallCard:
    state = str(call.get("state"))
    return CallCard(
        kiosk=followed.name,
        id=str(call.get("id")),
        state=state,
        state_words=STATE_WORDS.get(state, state),  # type: ignore[call-overload]  # keys are text too
        step=step_words(str(call.get("step"))),
        language=language_words(str(call.get("language"))),
        mediator=str(call.get("mediator") or ""),
        waiting=int(call.get("waiting", 0)) + int(_age(followed)),
        level=int(call.get("level", 0)),
        left=bool(call.get("left", False)),
        moves=NEXT_STATES.get(state, ()),
    )


def _kiosk(followed: Followed) -> KioskCard:
    picture = followed.picture
    step = str(picture.get("step", ""))
    broken = {fault.partition(".")[0]: fault for fault in picture.get("out_of_order", ())}
    return KioskCard(
        name=followed.name,
        reachable=followed.reachable,
        away=spell(_age(followed)) if followed.at else "",
        step=step_words(step),
        idle=step in ("standby", "goodbye", ""),
        language=language_words(str(picture.get("language", ""))),
        since=spell(int(picture.get("step_seconds", 0)) + _age(followed)),
        hint=str(picture.get("hint", "")),
        devices=tuple(
            (words, device not in broken)
            for device, words in DEVICE_WORDS.items()
            if device != "card" or device in broken
        ),
        screen=bool(picture.get("screen", False)),
        sharing=bool(picture.get("sharing", False)),
        asked=bool(picture.get("asked", False)),
        open_now=bool(picture.get("open_now", True)),
    )
