"""Visits and their pages."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import StatementError

from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import (
    Conflict,
    NotThere,
    PageRow,
    Registry,
    RegistryBroken,
    VisitOutcome,
    VisitRow,
)

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
LEAF = bytes(range(32))


def visit(registry: Registry, name: str = "v1", minutes: int = 0) -> VisitRow:
    return registry.open_visit(name, NOON + dt.timedelta(minutes=minutes), "fr", "caf.dtr", "age1xyz")


def page(registry: Registry, name: str, of: str = "v1", leaf: bytes = LEAF) -> PageRow:
    return registry.accept_page(name, of, NOON, "image/jpeg", 1234, leaf, ("blurred", "dark"), 1, 2)


def test_a_visit_comes_back_as_it_was_opened(registry: Registry) -> None:
    opened = visit(registry)
    assert registry.get_visit("v1") == opened
    assert registry.get_visit("v1").opened_at == NOON
    assert visit(registry) == opened


def test_another_visit_of_the_same_name_is_refused(registry: Registry) -> None:
    visit(registry)
    with pytest.raises(Conflict):
        registry.open_visit("v1", NOON, "fr", "caf.dtr", "age1other")
    with pytest.raises(NotThere):
        registry.get_visit("v2")


def test_unfinished_visits_oldest_first(registry: Registry) -> None:
    for minutes, name in ((30, "late"), (0, "early"), (10, "done")):
        visit(registry, name, minutes)
    registry.finish_visit("done", "finished", NOON)
    assert [row.id for row in registry.unfinished_visits()] == ["early", "late"]


def test_a_visit_ends_once(registry: Registry) -> None:
    visit(registry)
    registry.finish_visit("v1", VisitOutcome.ERASED, NOON)
    again = registry.finish_visit("v1", VisitOutcome.ABANDONED, NOON + dt.timedelta(hours=1))
    assert (again.outcome, again.finished_at) == (VisitOutcome.ERASED, NOON)
    with pytest.raises(NotThere):
        registry.finish_visit("nobody", VisitOutcome.ERASED, NOON)
    with pytest.raises(ValueError, match="lost"):
        registry.finish_visit("v1", "lost", NOON)


def test_pages_keep_their_order_and_a_withdrawn_one_leaves_its_place_empty(registry: Registry) -> None:
    visit(registry)
    first, second, third = (page(registry, name) for name in ("p1", "p2", "p3"))
    registry.withdraw_page("p2", NOON)
    registry.withdraw_page("p2", NOON)
    fourth = page(registry, "p4")
    assert [row.position for row in (first, second, third, fourth)] == [1, 2, 3, 4]
    assert registry.pages_of("v1") == (first, third, fourth)
    assert first.doubts == ("blurred", "dark")
    assert registry.pages_of("nobody") == ()


def test_accepting_a_page_again_is_accepting_it_once(registry: Registry) -> None:
    visit(registry)
    assert page(registry, "p1") == page(registry, "p1")
    assert len(registry.pages_of("v1")) == 1
    with pytest.raises(Conflict):
        page(registry, "p1", leaf=bytes(32))


def test_no_page_without_a_visit_nor_after_it(registry: Registry) -> None:
    with pytest.raises(NotThere):
        page(registry, "p1")
    with pytest.raises(NotThere):
        registry.withdraw_page("p1", NOON)
    visit(registry)
    registry.finish_visit("v1", VisitOutcome.ABANDONED, NOON)
    with pytest.raises(Conflict):
        page(registry, "p1")


def test_a_moment_without_a_zone_is_refused(registry: Registry) -> None:
    with pytest.raises(StatementError, match="zone"):
        registry.open_visit("v1", NOON.replace(tzinfo=None), "fr", "caf.dtr", "age1xyz")


def test_two_threads_never_give_two_pages_one_place(registry: Registry) -> None:
    visit(registry)
    barrier = threading.Barrier(4)

    def accept(prefix: str) -> None:
        barrier.wait()
        for number in range(10):
            page(registry, f"{prefix}{number}")

    threads = [threading.Thread(target=accept, args=(prefix,)) for prefix in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [row.position for row in registry.pages_of("v1")] == list(range(1, 41))


def test_a_full_disk_is_told_and_what_was_accepted_stays(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'registry.db'}")
    migrate(engine)
    engine.dispose()
    # SQLite's own limit answers as a full disk does.
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=40").close())
    registry = Registry(engine)
    visit(registry)
    kept: list[str] = []
    with pytest.raises(RegistryBroken, match="full"):
        for number in range(10_000):
            kept.append(page(registry, f"p{number}").id)
    assert [row.id for row in registry.pages_of("v1")] == kept
    registry.close()
