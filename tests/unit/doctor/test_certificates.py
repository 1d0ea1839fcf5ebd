"""The end of the certificate is told 60, 30 and 7 days before, each time louder."""

import datetime as dt

import pytest

from kiosk.doctor.certificates import finding
from kiosk.doctor.model import Health

END = dt.datetime(2027, 11, 22, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("days", "health", "said"),
    [
        (61, Health.GOOD, "61 jours"),
        (60, Health.LIMITED, "finit dans 60"),
        (30, Health.LIMITED, "bientôt : 30"),
        (7, Health.LIMITED, "cette semaine : 7"),
        (0, Health.LIMITED, "cette semaine : 0"),
        (-1, Health.MISSING, "expiré"),
    ],
)
def test_what_is_said(days, health, said):
    found = finding(END, END - dt.timedelta(days=days))
    assert found.health is health and said in found.found_in("fr")
    assert bool(found.remedy) is (health is not Health.GOOD)
