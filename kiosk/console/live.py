"""The pictures of all kiosks as they were last told, and who wants to hear of changes. Always told whole."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from kiosk.console.kiosks import Kiosk
from kiosk.mediation.client import CoreUnavailable

log = structlog.get_logger()

WATCH_SECONDS = 20.0
AGAIN_SECONDS = 1.0
LONGEST_AGAIN = 15.0
ALL_SECONDS = 20.0
TELL_AGAIN_SECONDS = 15.0
"""Minutes go by without any event: the picture is told again."""


@dataclass(slots=True)
class Followed:
    """A kiosk, its last picture, and when that came (monotonic seconds)."""

    kiosk: Kiosk
    picture: dict[str, Any] = field(default_factory=dict)
    at: float = 0.0
    reachable: bool = False
    away: bool = False
    """It did not answer last time; not the same as not heard yet."""

    @property
    def name(self) -> str:
        return str(self.picture.get("kiosk") or self.kiosk.address)


class Live:
    """Follows every kiosk; pages wait for `changes`."""

    def __init__(self, kiosks: Sequence[Kiosk]) -> None:
        self.followed = [Followed(kiosk) for kiosk in kiosks]
        self._ears: set[asyncio.Event] = set()
        self._over = False

    def kiosk(self, name: str) -> Kiosk | None:
        """The kiosk of that name; names are what kiosks say of themselves, the first one wins."""
        return next((one.kiosk for one in self.followed if one.name == name), None)

    async def work(self) -> None:
        """Follow all until cancelled. One that is away darkens only itself."""
        await asyncio.gather(*(self._follow(one) for one in self.followed))

    async def changes(self) -> AsyncIterator[None]:
        """Once now, then at each change, and again when none comes for a while; ends with the console."""
        ear = asyncio.Event()
        ear.set()
        self._ears.add(ear)
        try:
            while True:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(TELL_AGAIN_SECONDS):
                        await ear.wait()
                ear.clear()
                if self._over:
                    return
                yield
        finally:
            self._ears.discard(ear)

    def end(self) -> None:
        """Let every live page end cleanly: the console stops."""
        self._over = True
        self._tell()

    async def ask(self, name: str, message: Mapping[str, object]) -> dict[str, Any]:
        """Ask a kiosk by its name. Raises `CoreUnavailable`."""
        kiosk = self.kiosk(name)
        if kiosk is None:
            raise CoreUnavailable("Cette borne n’est pas connue ici.")
        return await kiosk.ask(message)

    async def ask_all(
        self, message: Mapping[str, object], seconds: float = ALL_SECONDS
    ) -> list[tuple[str, dict[str, Any]]]:
        """The answer of each kiosk by its name. All are asked at once, and one that is known to be away is not."""
        answers = await asyncio.gather(*(self._answer(one, message, seconds) for one in self.followed))
        return [(one.name, answer) for one, answer in zip(self.followed, answers, strict=True)]

    async def _answer(self, one: Followed, message: Mapping[str, object], seconds: float) -> dict[str, Any]:
        try:
            if one.away:
                raise TimeoutError
            return await asyncio.wait_for(one.kiosk.ask(message, seconds), seconds)
        except TimeoutError:
            return {"ok": False, "sentence": f"La borne {one.name} ne répond pas."}
        except CoreUnavailable as error:
            return {"ok": False, "sentence": str(error)}

    async def _follow(self, followed: Followed) -> None:
        again = AGAIN_SECONDS
        while True:
            known = followed.picture.get("version") if followed.reachable else None
            message = {"control": "watch", "known": known, "seconds": WATCH_SECONDS}
            try:
                picture = await followed.kiosk.ask(message, WATCH_SECONDS + AGAIN_SECONDS * 5)
                if not picture.get("ok"):
                    raise CoreUnavailable("La borne a refusé.")
            except CoreUnavailable:
                followed.away = True
                if followed.reachable:
                    log.warning("kiosk_away")
                    followed.reachable = False
                    self._tell()
                await asyncio.sleep(again)
                again = min(again * 2, LONGEST_AGAIN)
                continue
            again = AGAIN_SECONDS
            followed.picture, followed.at, followed.reachable = picture, time.monotonic(), True
            followed.away = False
            self._tell()

    def _tell(self) -> None:
        """No lock: a page that leaves in the middle must never hold up the others."""
        for ear in self._ears:
            ear.set()
