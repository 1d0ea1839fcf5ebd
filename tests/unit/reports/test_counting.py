"""No metric of a person exists, and none can: counters come from a closed vocabulary that says nothing of anybody."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guides.library import load_guides
from kiosk.journey.effects import CallHelp, EndVisit
from kiosk.journey.events import DeviceFailed, HelpChanged, SheetRefused, Started, TimerFired
from kiosk.journey.model import IssuedReceipt, Page, RefusedSheet, Step, Visit
from kiosk.journey.views import HelpState, HelpView
from kiosk.reports.counting import Elapsed, counted, is_known
from kiosk.storage.tables import counters, metadata
from tests.support.desk import MORNING

GUIDES = tuple(guide.id for guide in load_guides().all())
NOW = Elapsed(700.0, 200.0)
ANYTHING = TimerFired("idle")
CANARY = "canari_1840366123456"
PERSONAL = Visit(
    step=Step.REVIEW,
    guide_id="caf.dtr",
    visit_id=CANARY,
    pages=(Page(CANARY, CANARY, CANARY, True, "payslip", "2026-01", CANARY),),
    refused=RefusedSheet(CANARY, ("blurred",), CANARY),
)


def test_a_visit_begins_once() -> None:
    assert counted(Visit(), Started(), Visit(step=Step.LANGUAGE), (), NOW) == ("begun",)
    assert counted(Visit(), ANYTHING, Visit(), (), NOW) == ()
    assert counted(Visit(), ANYTHING, Visit(step=Step.RESUME), (), NOW) == ()


@pytest.mark.parametrize(
    ("outcome", "receipt", "names"),
    [
        ("abandoned", False, ("ended.caf.dtr.walked.10-20", "stopped.review.walked")),
        ("erased", False, ("ended.caf.dtr.chose.10-20", "stopped.review.chose")),
        ("finished", True, ("ended.caf.dtr.handed.10-20",)),
        ("abandoned", True, ("ended.caf.dtr.handed.10-20",)),
    ],
)
def test_where_and_how_a_visit_ended(outcome, receipt, names) -> None:
    issued = IssuedReceipt("B-1", MORNING, 3, "P") if receipt else None
    assert counted(replace(PERSONAL, receipt=issued), ANYTHING, Visit(), (EndVisit(outcome),), NOW) == names


def test_leaving_the_last_screen_is_no_second_end() -> None:
    assert counted(Visit(step=Step.GOODBYE), ANYTHING, Visit(), (EndVisit("finished"),), NOW) == ()


def test_a_call_and_how_long_it_waited() -> None:
    waiting = replace(PERSONAL, help=HelpView(HelpState.SENT))
    assert counted(PERSONAL, ANYTHING, waiting, (CallHelp("review", "fr"),), NOW) == ("help.called.review",)
    here = HelpChanged(HelpState.HERE)
    assert counted(waiting, here, waiting, (), NOW) == ("help.wait.2-5",)
    assert counted(replace(waiting, help=HelpView(HelpState.HERE)), here, waiting, (), NOW) == ()
    assert counted(waiting, HelpChanged(HelpState.CANCELLED), PERSONAL, (), NOW) == ("help.nobody",)


def test_a_refused_sheet_and_a_fault() -> None:
    refused = SheetRefused(1, CANARY, ("blurred", "cut_off"), "")
    after = replace(PERSONAL, refused=RefusedSheet(CANARY, ("blurred", "cut_off"), ""))
    assert counted(PERSONAL, refused, after, (), NOW) == ("refused.blurred", "refused.cut_off")
    assert counted(PERSONAL, refused, PERSONAL, (), NOW) == (), "a late one of another attempt"
    assert counted(PERSONAL, DeviceFailed("printer", "paper_out"), PERSONAL, (), NOW) == ("incident.printer.paper_out",)


@given(
    st.sampled_from(list(Step)),
    st.one_of(st.none(), st.sampled_from(GUIDES)),
    st.text(max_size=80),
    st.text(max_size=80),
    st.sampled_from(["finished", "erased", "abandoned"]),
    st.floats(0, 10**7),
)
def test_whatever_happens_the_name_is_of_the_vocabulary(step, guide, device, fault, outcome, seconds) -> None:
    before = replace(PERSONAL, step=step, guide_id=guide)
    elapsed = Elapsed(seconds, seconds)
    sheet, shown = SheetRefused(1, CANARY, (device, fault), ""), replace(before, refused=RefusedSheet("", (), ""))
    ends = (EndVisit(outcome), CallHelp(device, fault))
    happened = (
        *counted(before, DeviceFailed(device, fault), Visit(), ends, elapsed),
        *counted(before, sheet, shown, (), elapsed),
        *counted(before, HelpChanged(HelpState.HERE), before, (), elapsed),
    )
    assert happened
    for name in happened:
        assert is_known(name, GUIDES), name
        assert len(name) <= 60 and CANARY not in name


@pytest.mark.parametrize("odd", ["CANARI Aubertin", "1840366123456", "a" * 31, ""])
def test_a_guide_is_counted_by_its_name_only_if_it_has_a_guides_name(odd: str) -> None:
    before = replace(PERSONAL, guide_id=odd)
    assert counted(before, ANYTHING, Visit(), (EndVisit("erased"),), NOW)[0] == "ended.none.chose.10-20"


def test_a_counter_is_a_day_a_name_and_a_number() -> None:
    assert [column.name for column in counters.columns] == ["day", "name", "value"]
    assert not list(counters.foreign_keys)


def test_no_table_scores_ranks_or_profiles_anybody() -> None:
    words = re.compile(r"score|rank|rating|profile|risk|grade|performance|productiv|birth|gender|nationality")
    for table in metadata.tables.values():
        for column in table.columns:
            assert not words.search(column.name), f"{table.name}.{column.name}"


def test_counters_are_written_in_one_place_and_reports_read_nothing_else() -> None:
    sources = {path: path.read_text("utf-8") for path in Path("kiosk").rglob("*.py")}
    writers = [path for path, text in sources.items() if re.search(r"registry\.count\b", text)]
    assert writers == [Path("kiosk/service/counting.py")]
    command = sources[Path("kiosk/commands/report.py")]
    assert set(re.findall(r"registry\.(\w+)\(", command)) == {"counts", "close"}
    # The reports room itself reads no store at all: import-linter, "the pure rooms".
    assert not any("kiosk.storage" in sources[path] for path in Path("kiosk/reports").glob("*.py"))
