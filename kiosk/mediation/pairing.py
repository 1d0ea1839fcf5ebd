"""Codes that let a desk browser in: drawn after a badge, short-lived, used once; wrong ones cost more and more time.

Pure: time and randomness are given. A code is eight signs of an alphabet without look-alikes: 40 bits.
"""

import datetime as dt
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
"""Crockford's thirty-two, without I, L, O and U."""
CODE_LENGTH = 8
CODE_SECONDS = 300.0
MOST_CODES = 8
TRIES_PER_CODE = 20
"""Wrong codes, from anywhere, after which every open one is thrown away."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who may come in: `role` is mediator or site_manager, `badge` four signs that name a badge and no person."""

    role: str
    badge: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    who: Admitted
    until: float


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not a code, or not any more; try again after `wait` seconds."""

    wait: float


def new_code(random: Callable[[int], bytes]) -> str:
    """A code as it is kept: eight signs."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in random(CODE_LENGTH))


def shown(code: str) -> str:
    """A code as people read it: « ABCD-2345 »."""
    return f"{code[:4]}-{code[4:]}"


def tidy(text: str) -> str:
    """What was typed, as a code is kept: look-alikes are forgiven."""
    bare = re.sub(r"[^A-Z0-9]", "", text.upper()[:64])
    return bare.translate(str.maketrans("ILOU", "110V"))


class Pairing:
    """The codes that are open, and who must wait."""

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._random = random
        self._codes: list[Code] = []
        self._wrong = 0

    def issue(self, who: Admitted, now: float) -> str:
        """A new code for whoever showed a badge."""
        code = Code(new_code(self._random), who, now + CODE_SECONDS)
        self._codes = [*self._open(now), code][-MOST_CODES:]
        self._wrong = 0
        return code.text

    def redeem(self, text: str, now: float) -> Admitted | None:
        """Whom the code lets in, once. None for a wrong one, one that is over or one that was used."""
        typed = tidy(text)
        found = [code for code in self._open(now) if hmac.compare_digest(code.text.encode(), typed.encode())]
        if found:
            self._codes = [code for code in self._codes if code not in found]
            return found[0].who
        self._wrong += 1
        if self._wrong >= TRIES_PER_CODE:
            self._codes = []
        return None

    def _open(self, now: float) -> list[Code]:
        return [code for code in self._codes if now < code.until]


FREE_TRIES = 3
FIRST_WAIT = 15.0
LONGEST_WAIT = 3600.0
FORGOTTEN_AFTER = 24 * 3600.0
MOST_PLACES = 2048


@dataclass(frozen=True, slots=True)
class _Misses:
    count: int
    last: float

    @property
    def until(self) -> float:
        if self.count < FREE_TRIES:
            return self.last
        return self.last + min(FIRST_WAIT * 2.0 ** min(self.count - FREE_TRIES, 32), LONGEST_WAIT)


class LockOut:
    """Who tried wrong things from where: after three, the wait doubles each time. It does not lock others out."""

    def __init__(self) -> None:
        self._misses: dict[str, _Misses] = {}

    def wait(self, place: str, now: float) -> float:
        """Seconds until `place` may try again; 0 when it may."""
        missed = self._misses.get(place)
        return 0.0 if missed is None else max(0.0, missed.until - now)

    def missed(self, place: str, now: float) -> float:
        """A wrong try; the wait that it costs."""
        before = self._misses.get(place, _Misses(0, now))
        self._misses[place] = replace(before, count=before.count + 1, last=now)
        if len(self._misses) > MOST_PLACES:
            self._misses.pop(min(self._misses, key=lambda one: self._misses[one].last))
        return self.wait(place, now)

    def came_in(self, place: str) -> None:
        self._misses.pop(place, None)

    def forget(self, now: float) -> None:
        """What is a day old."""
        self._misses = {place: one for place, one in self._misses.items() if now - one.last < FORGOTTEN_AFTER}


def wait_sentence(seconds: float) -> str:
    """« Réessayez dans 2 minutes. »"""
    minutes = dt.timedelta(seconds=round(seconds)) // dt.timedelta(minutes=1)
    if minutes < 1:
        return f"Réessayez dans {max(1, round(seconds))} secondes."
    return f"Réessayez dans {minutes} minute{'s' if minutes > 1 else ''}."
