"""Taking up a visit again that a power cut broke off: its owner's key comes back, and the screen offers to go on."""

import asyncio
from collections.abc import Mapping

import structlog

from kiosk.journey.events import BroughtBack
from kiosk.journey.model import Interrupted, Step
from kiosk.proof.key_words import NotTheWords, read_key
from kiosk.service.control_server import Answer, refusal
from kiosk.service.core import Core
from kiosk.service.effects import Effects
from kiosk.service.visits import CannotBringBack, Visits
from kiosk.storage.registry import Registry

log = structlog.get_logger()

NO_KEY = "Aucune clé n’est lisible ici. Donnez les douze mots, ou le texte qui commence par AGE-SECRET-KEY-1."
BUSY = "Quelqu’un se sert de la borne. Attendez qu’elle soit libre."


class Resuming:
    """Answers `{"control": "resume", "key": text}`."""

    def __init__(self, core: Core, visits: Visits, effects: Effects, registry: Registry) -> None:
        self._core = core
        self._visits = visits
        self._effects = effects
        self._registry = registry

    async def handle(self, request: Mapping[str, object]) -> Answer:
        """{"ok": true, "pages": n, "sent": bool} once the screen offers to go on."""
        try:
            identity = read_key(str(request.get("key", "")))
        except NotTheWords as error:
            return refusal(str(error))
        if identity is None:
            return refusal(NO_KEY)
        if not self._is_free():
            return refusal(BUSY)
        try:
            visit = await asyncio.to_thread(self._visits.bring_back, identity)
        except CannotBringBack as error:
            return refusal(str(error))
        pages = len(await asyncio.to_thread(self._registry.pages_of, visit.id))
        sent = visit.submission_id is not None
        if not self._is_free():
            await asyncio.to_thread(self._visits.interrupt, visit.id)
            return refusal(BUSY)
        log.info("brought_back", pages=pages)
        self._effects.hold(visit)
        self._core.post(BroughtBack(Interrupted(visit.id, pages, sent=sent)))
        return {"ok": True, "pages": pages, "sent": sent}

    def _is_free(self) -> bool:
        return self._core.visit.step is Step.STANDBY
