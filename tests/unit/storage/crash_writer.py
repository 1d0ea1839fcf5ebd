"""Writes pages and submissions until it is killed; says on its output what it was told is kept."""

import datetime as dt
import sys

from kiosk.storage.engine import migrate, open_engine
from kiosk.storage.registry import NewObligation, Registry


def main(url: str, turn: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    registry = Registry(engine)
    now = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)

    def say(kind: str, name: str) -> None:
        sys.stdout.write(f"{kind} {name}\n")
        sys.stdout.flush()

    for number in range(100_000):
        visit = f"{turn}-{number}"
        registry.open_visit(visit, now, "fr", "caf.dtr", "age1xyz")
        say("visit", visit)
        for page in range(3):
            registry.accept_page(f"{visit}-{page}", visit, now, "image/jpeg", 10, bytes(32))
            say("page", f"{visit}-{page}")
        registry.begin_submission(visit, visit, "caf.dtr", "CAF", "desk", 3, "N1", now)
        owed = [NewObligation("print_receipt", f"{visit}-receipt"), NewObligation("deliver", f"{visit}-deliver")]
        registry.complete_submission(visit, f"N-{visit}", int(turn) * 1_000_000 + number, now, owed)
        say("submission", visit)


main(sys.argv[1], sys.argv[2])
