"""The deadline card: the day of the guide's delay, and a calendar entry that names nobody."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.delivery.deadline_card import DeadlineCard, calendar_entry, card_of, render_deadline_card
from kiosk.guides.deadlines import last_day
from kiosk.guides.library import load_guides
from kiosk.proof import qr
from kiosk.proof.readback import ticket_reads_back

NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
START = dt.date(2026, 11, 20)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("guide", "deadline"), [(guide, one) for guide in load_guides().all() for one in guide.deadlines]
)
def test_each_card_reads_back(guide, deadline, language: str) -> None:
    card = card_of(guide, deadline, START, NOW)
    entry = calendar_entry(card)
    assert ticket_reads_back(render_deadline_card(card, language), entry)
    lines = entry.split("\r\n")
    assert f"DTSTART;VALUE=DATE:{last_day(deadline, START):%Y%m%d}" in lines and lines[-1] == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert entry == calendar_entry(card_of(guide, deadline, START, NOW))


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_card_of_a_letter_without_a_guide_reads_back(language: str) -> None:
    card = DeadlineCard(dt.date(2026, 12, 4), "Courrier à répondre", NOW, sender="CPAM du Rhône, service, 3e étage")
    assert ticket_reads_back(render_deadline_card(card, language), calendar_entry(card))


def test_the_command_says_the_day_and_writes_the_ticket(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "carte.png"
    assert main(["deadline", "ft.avertissement", "--from", "2026-11-20", "--out", str(out)]) == 0
    assert "30/11/2026" in capsys.readouterr().out
    (entry,) = qr.read(qr.open_picture(out.read_bytes()))
    assert "20261130" in entry


@pytest.mark.parametrize(
    "arguments",
    [
        ["x.y", "--from", "2026-11-20"],
        ["ft.avertissement", "--from", "hier"],
        ["ft.avertissement", "--from", "2026-11-20", "--delay", "x"],
    ],
)
def test_what_cannot_be_is_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
