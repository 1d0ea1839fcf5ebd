"""What waits for a person: pure, in working days, the most urgent first."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cases.states import SubmissionState as State
from kiosk.delivery.due import DUE_WORDS, DueDays, DueKind, due_list, limits, working_days
from kiosk.guides.calendar import Territory
from kiosk.guides.library import load_guides
from kiosk.guides.schema import Status
from kiosk.storage.registry_rows import DispatchRow, DispatchStep, SubmissionRow

PARIS = dt.timezone(dt.timedelta(hours=1))
MONDAY = dt.datetime(2026, 11, 23, 9, 0, tzinfo=PARIS)
DAYS = DueDays()
ROW = SubmissionRow(
    "s1", "v1", "caf.dtr", "CAF", "desk", 3, "N1", State.PREPARED, MONDAY, "B-1", 1, MONDAY, MONDAY, None, None
)
WAY = DispatchRow("s1-post-1", "s1", "post", DispatchStep.OUTSIDE, 0, 0, None, MONDAY, MONDAY)


def kinds(row: SubmissionRow, after: int, way: DispatchRow | None = None, **more: object) -> list[DueKind]:
    ways = () if way is None else (way,)
    lines = due_list([row], ways, (), MONDAY + dt.timedelta(days=after), DAYS, **more)  # type: ignore[arg-type]
    return [line.kind for line in lines]


@pytest.mark.parametrize(
    ("until", "days"), [("2026-11-27", 4), ("2026-11-30", 5), ("2026-12-28", 24), ("2026-11-20", 0)]
)
def test_working_days_leave_out_sundays_saturdays_and_holidays(until: str, days: int) -> None:
    assert working_days(MONDAY.date(), dt.date.fromisoformat(until)) == days


def test_a_holiday_of_the_place_is_no_working_day() -> None:
    alsace = working_days(MONDAY.date(), dt.date(2026, 12, 28), Territory.ALSACE_MOSELLE)
    assert alsace == working_days(MONDAY.date(), dt.date(2026, 12, 28)), "26 December 2026 is a Saturday"
    reunion = working_days(MONDAY.date(), dt.date(2027, 12, 21), Territory.REUNION)
    assert reunion == working_days(MONDAY.date(), dt.date(2027, 12, 21)) - 1


@pytest.mark.parametrize(
    ("state", "early", "late", "kind"),
    [
        (State.UNSURE, None, 0, DueKind.UNSURE),
        (State.FAILED, None, 0, DueKind.RETURNED),
        (State.SENT, 11, 14, DueKind.NOT_ACKNOWLEDGED),
        (State.PREPARED, 0, 1, DueKind.NOT_SENT),
    ],
)
def test_each_state_waits_its_time(state: State, early: int | None, late: int, kind: DueKind) -> None:
    row = replace(ROW, state=state)
    assert early is None or kinds(row, early) == []
    assert kinds(row, late) == [kind]


@pytest.mark.parametrize("state", [State.RECEIVED, State.COUNTED, State.DECIDED])
def test_what_was_answered_waits_for_nobody(state: State) -> None:
    assert kinds(replace(ROW, state=state), 400) == []


@pytest.mark.parametrize(
    ("channel", "step", "early", "late", "kind"),
    [
        ("post", DispatchStep.OUTSIDE, 1, 2, DueKind.NOT_POSTED),
        ("demarche", DispatchStep.OUTSIDE, 4, 7, DueKind.NOT_SUBMITTED),
        ("mail", DispatchStep.GIVEN_UP, None, 0, DueKind.GIVEN_UP),
        ("desk", DispatchStep.OUTSIDE, 0, 1, DueKind.NOT_SENT),
        ("mail", DispatchStep.CALLED_BACK, 0, 1, DueKind.NOT_SENT),
    ],
)
def test_each_way_waits_its_time(channel: str, step: DispatchStep, early: int | None, late: int, kind: DueKind) -> None:
    way = replace(WAY, channel=channel, step=step)
    assert early is None or kinds(ROW, early, way) == []
    assert kinds(ROW, late, way) == [kind]


def test_erased_copies_cannot_be_sent_but_what_left_may_be_answered() -> None:
    assert kinds(ROW, 30, erased=frozenset({"v1"})) == []
    assert kinds(replace(ROW, state=State.SENT), 30, erased=frozenset({"v1"})) == [DueKind.NOT_ACKNOWLEDGED]


def test_guides_are_told_before_and_after_their_date() -> None:
    guide = load_guides().get("caf.dtr")
    day = dt.datetime.combine(guide.valid_until, dt.time(9), PARIS)

    def told(offset: int, one=guide) -> list[DueKind]:
        return [line.kind for line in due_list((), (), [one], day + dt.timedelta(days=offset), DAYS)]

    assert (told(-31), told(-5), told(1)) == ([], [DueKind.GUIDE_EXPIRES], [DueKind.GUIDE_EXPIRED])
    assert told(1, guide.model_copy(update={"status": Status.WITHDRAWN})) == []


@given(st.lists(st.tuples(st.sampled_from(list(State)), st.integers(0, 60)), max_size=12))
def test_the_most_urgent_comes_first_and_each_submission_once(made: list[tuple[State, int]]) -> None:
    rows = [
        replace(ROW, id=f"s{n}", number=f"B-{n}", state=state, moved_at=MONDAY - dt.timedelta(days=days))
        for n, (state, days) in enumerate(made)
    ]
    lines = due_list(rows, (), (), MONDAY, DAYS)
    order = [(list(DueKind).index(line.kind), line.since) for line in lines]
    assert order == sorted(order)
    assert len({line.number for line in lines}) == len(lines)
    assert all(line.kind in DUE_WORDS for line in lines)


def test_the_delay_of_a_letter_ends_at_the_latest_as_if_it_came_on_the_day_of_the_visit() -> None:
    guide = next(guide for guide in load_guides().offered() if guide.id == "ft.avertissement")
    assert [(limit.label, limit.day) for limit in limits(guide, dt.date(2026, 11, 23))] == [
        ("Réponse à l’avertissement", dt.date(2026, 12, 3))
    ]


def test_a_delay_that_counts_from_a_month_gives_no_day() -> None:
    guide = next(guide for guide in load_guides().offered() if guide.id == "ft.bulletins")
    assert [limit.day for limit in limits(guide, dt.date(2026, 11, 23))] == [None]
