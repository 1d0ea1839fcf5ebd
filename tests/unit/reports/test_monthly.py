"""The month's tables: blurred, without a person, readable by a spreadsheet."""

import csv
import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli import main
from kiosk.guides.library import load_guides
from kiosk.journey.model import Step
from kiosk.reports.blur import K, blurred, share
from kiosk.reports.files import as_csv, as_spreadsheet
from kiosk.reports.monthly import STEP_WORDS, Table, month_of, monthly_report
from kiosk.settings import load_settings
from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import Registry

GUIDES = load_guides().all()
COUNTS = {
    "begun": 103,
    "ended.ft.bulletins.handed.10-20": 61,
    "ended.ft.bulletins.walked.0-5": 3,
    "ended.none.chose.0-5": 12,
    "stopped.consent.walked": 3,
    "stopped.language.chose": 12,
    "incident.printer.paper_out": 7,
    "refused.blurred": 44,
    "help.called.place": 9,
    "help.wait.0-2": 6,
    "help.nobody": 1,
}


@given(st.integers(0, 10**6))
def test_no_small_count_and_no_exact_one_is_told(count: int) -> None:
    told = blurred(count)
    if isinstance(told, int):
        assert told % K == 0 and abs(told - count) <= K // 2
        assert (told == 0) == (count == 0)
        assert told == 0 or count >= K
    else:
        assert 0 < count < K and told == "moins de 5"


def test_figures_that_are_not_told() -> None:
    assert share(3, 19) == "moins de 20 visites"
    assert share(21, 100) == "environ 20 %"
    with pytest.raises(ValueError, match="negative"):
        blurred(-1)


@given(st.dictionaries(st.sampled_from(sorted(COUNTS)), st.integers(1, 400)))
def test_every_figure_of_every_table_is_blurred(counts: dict[str, int]) -> None:
    for table in monthly_report(counts, GUIDES, "2026-11", "France services").tables:
        for row in table.rows:
            assert len(row) == len(table.head)
            assert all(cell % K == 0 for cell in row if isinstance(cell, int))


def test_the_headline_is_the_share_that_stopped() -> None:
    report = monthly_report(COUNTS, GUIDES, "2026-11", "France services")
    assert report.headline == "Visites commencées et arrêtées avant la remise : environ 15 %."
    activity, abandons, incidents, calls = report.tables
    assert activity.rows[0][:4] == ("2026-11", "france_travail", "travail", "Envoyer mes bulletins de salaire")
    assert activity.rows[0][4:] == ("accompagnement", "borne", "10-20 min", "dossier remis", 60)
    assert activity.rows[1][-2:] == ("abandonné", "moins de 5")
    assert ("choix de la langue", 0, 10, 10) in abandons.rows
    assert ("panne", "printer", "paper_out", 5) in incidents.rows
    assert ("page refusée", "-", "blurred", 45) in incidents.rows
    assert ("personne n’est venu", "", "moins de 5") in calls.rows


@pytest.mark.parametrize(("month", "last"), [("2026-02", 28), ("2028-02", 29), ("2026-12", 31), ("2026-11", 30)])
def test_a_month_has_its_days(month: str, last: int) -> None:
    assert month_of(month) == (dt.date.fromisoformat(f"{month}-01"), dt.date.fromisoformat(f"{month}-{last}"))


@pytest.mark.parametrize("month", ["", "2026", "2026-13", "2026-1", "novembre", "2026-11-01"])
def test_what_is_no_month(month: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["report", "--month", month, "--out", str(tmp_path / "out")]) == 2
    assert "2026-11" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_files_that_a_spreadsheet_opens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = open_engine(load_settings().registry_url)
    migrate(engine)
    registry = Registry(engine)
    for name, value in COUNTS.items():
        registry.count(name, dt.date(2026, 11, 30), value)
        registry.count(name, dt.date(2026, 12, 1), 1000)
    registry.close()
    assert main(["report", "--month", "2026-11", "--out", str(tmp_path)]) == 0
    assert "environ 15 %" in capsys.readouterr().out
    tables = [f"{name}_2026-11.csv" for name in ("abandons", "activite", "appels", "incidents")]
    assert sorted(path.name for path in tmp_path.iterdir()) == [*tables, "rapport_2026-11.xlsx"]
    rows = list(csv.reader((tmp_path / "activite_2026-11.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0][0] == "mois" and rows[1][-1] == "60"
    with zipfile.ZipFile(tmp_path / "rapport_2026-11.xlsx") as book:
        text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert "moins de 5" in text and "paper_out" in text and "<f>" not in text


def test_an_empty_month_is_a_report_too(tmp_path: Path) -> None:
    assert main(["report", "--month", "2026-10", "--out", str(tmp_path)]) == 0


def test_no_cell_is_a_formula() -> None:
    table = Table("x", "x", ("a",), (("=1+1",), ("-",), ("@x",), (5,)))
    cells = [row[0] for row in csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig")), delimiter=";")]
    assert cells == ["a", "'=1+1", "-", "'@x", "5"]
    with zipfile.ZipFile(io.BytesIO(as_spreadsheet(monthly_report({}, GUIDES, "2026-11", "=cmd()")))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_every_step_has_words():
    assert set(STEP_WORDS) == set(Step)
