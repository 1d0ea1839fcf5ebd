"""A failure record (constat d’impossibilité): an attempt that a machine, a telephone or a desk let fail (K-068).

It says what was tried, where and when: one sheet for many attempts instead of 200 screenshots. It never says who tried.
"""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.proof import canonical
from kiosk.words import mark

LONGEST_WORDS = 400
"""Characters of the account in the person’s own words."""
MOST_ATTEMPTS = 999
_HIDDEN = "…"
_ADDRESS = re.compile(r"\S+@\S+")
_NUMBER = re.compile(r"[12378](?:[ .\-\u00a0\u202f]?[0-9AB]){10,}|\+?\d(?:[ .\-/\u00a0\u202f]?\d){5,}")
"""Social security, telephone, account and file numbers. A date of eight figures goes too: the paper has its own."""


class FailureKind(StrEnum):
    """What did not work."""

    PORTAL_DOWN = "portal_down"
    PORTAL_ERROR = "portal_error"
    LOGIN = "login"
    NO_APPOINTMENT = "no_appointment"
    NO_ANSWER = "no_answer"
    DESK_CLOSED = "desk_closed"
    DESK_REFUSED = "desk_refused"
    OTHER = "other"


KIND_WORDS = {
    FailureKind.PORTAL_DOWN: mark("Le site ne s’ouvre pas"),
    FailureKind.PORTAL_ERROR: mark("Le site refuse l’envoi ou s’arrête"),
    FailureKind.LOGIN: mark("La connexion au compte est impossible"),
    FailureKind.NO_APPOINTMENT: mark("Aucun rendez-vous n’est proposé"),
    FailureKind.NO_ANSWER: mark("Personne ne répond au téléphone"),
    FailureKind.DESK_CLOSED: mark("Le guichet est fermé"),
    FailureKind.DESK_REFUSED: mark("Le guichet a refusé les papiers"),
    FailureKind.OTHER: mark("La démarche n’a pas pu se faire"),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What failed. `tried_at` is the (last) attempt, `attempts` how many there were; `words` name nobody.

    `guide_id` and `guide_title` are empty where the démarche was not said.
    """

    kind: FailureKind
    guide_id: str
    guide_title: str
    body: str
    tried_at: dt.datetime
    attempts: int = 1
    words: str = ""
    hour_said: bool = True
    """Whether the hour of `tried_at` is known, and not only its day."""


def without_identity(text: str) -> str:
    """`text` in one paragraph, at most `LONGEST_WORDS` long, its e-mail addresses and long numbers hidden.

    A name cannot be told from a word: the screen asks for none, and the paper is read before it is signed.
    """
    plain = " ".join(text.split())
    return _NUMBER.sub(_HIDDEN, _ADDRESS.sub(_HIDDEN, plain))[:LONGEST_WORDS].strip()


def failure_digest(failure: Failure) -> bytes:
    """The SHA-256 of all that the paper says of the failure."""
    said = [
        1,
        failure.kind.value,
        failure.guide_id,
        failure.guide_title,
        failure.body,
        failure.tried_at.isoformat(),
        failure.attempts,
        failure.words,
        *(() if failure.hour_said else ("day only",)),
    ]
    return hashlib.sha256(canonical.encode(said)).digest()
