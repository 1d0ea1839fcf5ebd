"""A writer killed at any moment loses nothing that it was told is kept, and leaves nothing half-written."""

import random
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import Registry

TURNS = 10
WRITER = Path(__file__).with_name("crash_writer.py")


def killed_writer(url: str, turn: int, after_lines: int) -> list[str]:
    """What a writer acknowledged before SIGKILL, whole lines only."""
    process = subprocess.Popen([sys.executable, str(WRITER), url, str(turn)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process, process.stdout:
        lines = [process.stdout.readline() for _ in range(after_lines)]
        process.kill()
        lines += process.stdout.readlines()
    assert process.returncode == -9
    return [line.decode().strip() for line in lines if line.endswith(b"\n")]


def test_kill_9_at_ten_moments(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'registry.db'}"
    chance = random.Random(20261122)
    told: list[str] = []
    for turn in range(TURNS):
        told += killed_writer(url, turn, chance.randrange(1, 60))

    engine = open_engine(url)
    migrate(engine)
    registry = Registry(engine)
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        pages = {row[0] for row in connection.execute(text("SELECT id FROM pages"))}
        visits = {row[0] for row in connection.execute(text("SELECT id FROM visits"))}
    done = {row.id for row in registry.submissions("prepared")}
    kept = {"page": pages, "visit": visits, "submission": done}
    lost = [line for line in told if line.split()[1] not in kept[line.split()[0]]]
    assert len(told) > TURNS
    assert lost == []
    for submission in done:
        assert len(registry.obligations_of(submission)) == 2
    for row in registry.preparing_submissions():
        assert registry.obligations_of(row.id) == ()
    registry.close()
