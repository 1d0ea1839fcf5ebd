"""Who is signed in. A browser holds a random token; here lies its digest, the role, the badge, and when it was used.

Two limits: a session ends with the working day, whatever happens; and what shows papers wants a person who touched the
console lately (`warm`). A tablet that is taken away shows steps for some hours, and no paper after half an hour.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kiosk.mediation.pairing import Admitted

DAY_SECONDS = 12 * 3600.0
WARM_SECONDS = 30 * 60.0
AHEAD_SECONDS = 120.0
"""A session that begins later than now by more than this is of a clock that went back: not believed."""
MOST_SESSIONS = 50
FILE = "sessions.json"
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Session:
    """`name` is the first name shown to visitors, as the mediator typed it; it is in no log and no ledger."""

    id: str
    token: str
    form_token: str
    role: str
    badge: str
    name: str
    place: str
    begun: float
    touched: float

    @property
    def who(self) -> Admitted:
        return Admitted(self.role, self.badge)

    @property
    def shown_as(self) -> str:
        """What visitors and the other mediators read: two who typed no name are never called the same."""
        return self.name or f"Conseiller {self.badge}-{self.id[:2]}"


class Sessions:
    """Kept in one small file of the console, so that a restart signs nobody out. `now`: civil time, in seconds."""

    def __init__(self, folder: Path, now: Callable[[], float]) -> None:
        self._path = folder / FILE
        self._now = now
        self._sessions = {one.token: one for one in self._read()}

    def begin(self, who: Admitted, name: str, place: str) -> tuple[str, Session]:
        """A new session and the token for its cookie."""
        token, now = secrets.token_urlsafe(32), self._now()
        shown = " ".join(name.split())[:LONGEST_NAME]
        kept = sorted(self.all(), key=lambda one: one.begun)[-(MOST_SESSIONS - 1) :]
        session = Session(
            _new_id(kept), _digest(token), secrets.token_urlsafe(16), who.role, who.badge, shown, place, now, now
        )
        self._sessions = {one.token: one for one in (*kept, session)}
        self._write()
        return token, session

    def find(self, token: str) -> Session | None:
        """The session of a cookie, if it is not over."""
        session = self._sessions.get(_digest(token))
        return session if session is not None and self._holds(session) else None

    def still_there(self, session: Session) -> bool:
        """Whether a session seen before goes on: a live page asks at each event."""
        there = self._sessions.get(session.token)
        return there is not None and self._holds(there)

    def is_warm(self, session: Session) -> bool:
        """Whether a person used it lately enough to see papers."""
        return 0 <= self._now() - session.touched + AHEAD_SECONDS < WARM_SECONDS + AHEAD_SECONDS

    def touch(self, session: Session) -> None:
        """A person did something. Written at most once a minute: it is no proof of anything."""
        now = self._now()
        if now - session.touched >= 60:
            self._sessions[session.token] = replace(session, touched=now)
            self._write()

    def end(self, session_id: str) -> bool:
        """Sign out, or sign somebody out."""
        found = [one for one in self._sessions.values() if hmac.compare_digest(one.id, session_id)]
        for one in found:
            del self._sessions[one.token]
        if found:
            self._write()
        return bool(found)

    def all(self) -> tuple[Session, ...]:
        return tuple(one for one in self._sessions.values() if self._holds(one))

    def _holds(self, session: Session) -> bool:
        return -AHEAD_SECONDS <= self._now() - session.begun < DAY_SECONDS

    def _read(self) -> tuple[Session, ...]:
        try:
            return tuple(Session(**one) for one in json.loads(self._path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return ()  # nobody is signed in: that is safe, and a new code is one tap away

    def _write(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump([asdict(one) for one in self._sessions.values() if self._holds(one)], file)
        draft.replace(self._path)


def _new_id(kept: Iterable[Session]) -> str:
    """Eight hexadecimal digits at random; the first two, which name a person, are no other session's."""
    taken = {one.id[:2] for one in kept}
    free = [f"{first:02x}" for first in range(256) if f"{first:02x}" not in taken]
    return secrets.choice(free) + secrets.token_hex(3)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
