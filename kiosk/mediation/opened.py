"""Something of a visitor's that a mediator opened. Who is a role and the short name of a badge, never a person's."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

What = Literal["screen", "bundle", "papers"]
LEDGER_KIND = "opened"


@dataclass(frozen=True, slots=True)
class Opened:
    """`subject` is the submission, or the visit where there is none yet; `badge` four signs, as on the badge's list."""

    subject: str
    what: What
    role: str
    badge: str
    at: dt.datetime
