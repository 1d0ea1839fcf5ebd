"""Calls of the core: never behind a device, found again after a restart, louder when nobody sees them."""

import asyncio
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from hardware.printer.api import PrinterFault
from kiosk.clock import FakeClock
from kiosk.journey.effects import CallHelp, CancelHelp, LetHelpStand
from kiosk.journey.events import Event, HelpChanged
from kiosk.journey.views import HelpState
from kiosk.mediation.escalation import Patience
from kiosk.service.helping import Helping
from kiosk.service.opening import Opening
from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import Registry
from kiosk.storage.vault import Vault
from tests.support.desk import MORNING, Press

FAST = Patience(dt.timedelta(milliseconds=80), dt.timedelta(milliseconds=160))
WEEK = ("9:00-17:00",) * 7


class Space:
    """The calls of one kiosk, with a press and a clock that real time moves."""

    def __init__(self, folder: Path, week: tuple[str, ...] = WEEK, now: dt.datetime = MORNING) -> None:
        engine = open_engine(f"sqlite:///{folder / 'registry.db'}")
        migrate(engine)
        self.registry = Registry(engine)
        self.clock = FakeClock(now)
        self.events: list[Event] = []
        self.press = Press()
        self.opening = Opening(Vault(folder / "data"), self.clock, week, "France services", "04 00 00 00 00")
        self.helping = self.again()

    def again(self) -> Helping:
        return Helping(self.registry, self.clock, self.events.append, self.press, self.opening, patience=FAST)

    @property
    def last(self) -> HelpChanged:
        event = self.events[-1]
        assert isinstance(event, HelpChanged)
        return event

    async def until(self, ready: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not ready():
                await asyncio.sleep(0.01)

    async def play(self, *steps: Callable[[], object]) -> None:
        work = asyncio.ensure_future(self.helping.work())
        try:
            for step in steps:
                outcome = step()
                if asyncio.iscoroutine(outcome):
                    await outcome
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)


def test_a_call_nobody_sees_ends_in_honest_words_and_one_ticket(tmp_path: Path) -> None:
    space = Space(tmp_path)
    asyncio.run(
        space.play(
            lambda: space.helping.run(CallHelp("scanning", "en"), None),
            lambda: space.until(lambda: bool(space.events)),
            lambda: space.clock.advance(1),
            lambda: space.until(lambda: space.last.slip),
        )
    )
    assert space.last.late and space.last.phone == "04 00 00 00 00"
    assert len(space.press.papers) == 1, "one ticket, however often it is looked at"


def test_without_a_printer_the_screen_says_so_honestly(tmp_path: Path) -> None:
    space = Space(tmp_path)
    space.press.fault = PrinterFault.OTHER
    asyncio.run(
        space.play(
            lambda: space.helping.run(CallHelp("place", "fr"), None),
            lambda: space.until(lambda: bool(space.events)),
            lambda: space.clock.advance(1),
            lambda: space.until(lambda: space.last.late),
        )
    )
    assert not space.last.slip


def test_out_of_hours_a_slip_comes_at_once_with_the_next_opening(tmp_path: Path) -> None:
    space = Space(tmp_path, now=MORNING.replace(hour=20))
    asyncio.run(
        space.play(
            lambda: space.helping.run(CallHelp("standby", "fr"), None),
            lambda: space.until(lambda: bool(space.events) and space.last.slip),
        )
    )
    assert space.last.closed and space.last.opens_at == MORNING.replace(day=23, hour=9, minute=0)


def test_a_restart_shows_the_call_again_and_not_that_of_someone_long_gone(tmp_path: Path) -> None:
    space = Space(tmp_path)
    asyncio.run(
        space.play(
            lambda: space.helping.run(CallHelp("place", "fr"), None),
            lambda: space.until(lambda: bool(space.events)),
        )
    )
    space.events.clear()
    asyncio.run(space.again().take_up(None))
    assert space.last.state is HelpState.SENT
    space.events.clear()
    space.clock.advance(3600)
    asyncio.run(space.again().take_up(None))
    assert not space.events


def test_cancelled_by_one_tap_and_left_standing_by_who_walks_away(tmp_path: Path) -> None:
    space = Space(tmp_path)
    asyncio.run(
        space.play(
            lambda: space.helping.run(CallHelp("place", "fr"), None),
            lambda: space.until(lambda: bool(space.events)),
            lambda: space.helping.run(CancelHelp(), None),
            lambda: space.until(lambda: not space.registry.open_help_requests()),
            lambda: space.helping.run(CallHelp("place", "fr"), None),
            lambda: space.until(lambda: bool(space.registry.open_help_requests())),
            lambda: space.until(lambda: space.last.state is HelpState.SENT),
            lambda: space.helping.run(LetHelpStand(), None),
            lambda: space.until(lambda: space.helping.is_left(space.registry.open_help_requests()[0].id)),
        )
    )
    (call,) = space.registry.open_help_requests()
    assert call.state is HelpState.SENT
    asyncio.run(space.helping.handle({"id": call.id, "state": "closed"}))
    assert not space.helping.is_left(call.id)


def test_the_first_of_two_mediators_wins_and_the_other_is_told_who(tmp_path: Path) -> None:
    space = Space(tmp_path)
    space.registry.open_help("c1", None, "place", "fr", MORNING)

    async def both() -> tuple[dict[str, object], dict[str, object]]:
        ask = {"id": "c1", "state": "coming"}
        first = await space.helping.handle({**ask, "mediator": "Sofia"})
        return first, await space.helping.handle({**ask, "mediator": "Karim"})

    first, second = asyncio.run(both())
    assert first == {"ok": True}
    assert second == {"ok": False, "sentence": "Sofia répond déjà à cet appel."}


def test_a_call_that_cannot_be_kept_is_told_to_the_visitor(tmp_path: Path) -> None:
    space = Space(tmp_path)

    def broken(*_: object) -> None:
        raise OSError("no disk")

    space.registry.open_help = broken  # type: ignore[method-assign, assignment]
    asyncio.run(
        space.play(
            lambda: space.helping.run(CallHelp("place", "fr"), None),
            lambda: space.until(lambda: bool(space.events)),
        )
    )
    assert space.last.late


def test_closing_days_are_kept(tmp_path: Path) -> None:
    space = Space(tmp_path)
    day = MORNING.date().isoformat()
    answer = asyncio.run(space.opening.handle({"day": day, "closed": True}))
    assert answer["days"] == [day] and not space.opening.is_open()
    again = Opening(Vault(tmp_path / "data"), space.clock, WEEK, "", "")
    assert not again.is_open()
    assert asyncio.run(again.handle({"day": day, "closed": False}))["days"] == []
    assert asyncio.run(again.handle({"day": "demain", "closed": True}))["ok"] is False
