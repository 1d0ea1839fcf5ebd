"""The way in: a code shown by the kiosk, the recovery code, or a badge at a desk reader; and the way out."""

import asyncio
import base64
import json
import time
from functools import partial

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kiosk.console.context import Context, back
from kiosk.console.guard import COOKIE, form_of, place_of, session_of
from kiosk.console.recovery import looks_like_recovery, use_recovery
from kiosk.console.routes import SMALL, Access, Address
from kiosk.console.tls import grouped
from kiosk.mediation.client import CoreUnavailable
from kiosk.mediation.pairing import Admitted, LockOut, wait_sentence

log = structlog.get_logger()
RECOVERED = Admitted("site_manager", "SECOURS")


class Entering:
    """Nothing here decides on trust but the recovery code: codes and badges are the core's to judge."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._lock_out = LockOut()

    @property
    def addresses(self) -> tuple[Address, ...]:
        return (
            Address("GET", "/enter", self.door, Access.OPEN),
            Address("POST", "/enter", self.enter, Access.OPEN, 4096),
            Address("POST", "/enter/badge/challenge", self.challenge, Access.OPEN, 4096),
            Address("POST", "/enter/badge/answer", self.answer, Access.OPEN, 32_768),
            Address("POST", "/leave", self.leave, Access.MEDIATOR),
            Address("GET", "/sessions", self.sessions, Access.MANAGER),
            Address("POST", "/sessions/{id}/end", self.end, Access.MANAGER),
        )

    async def door(self, request: Request) -> Response:
        return self._door(request, "cold" if request.query_params.get("cold") else "")

    async def enter(self, request: Request) -> Response:
        form = await form_of(request, SMALL)
        text, name = str(form.get("code", ""))[:80], str(form.get("name", ""))[:80]
        who, sentence = await self._judge(text, place_of(request))
        if who is None:
            return self._door(request, "", sentence, 403)
        return self._let_in(request, who, name)

    async def challenge(self, _request: Request) -> Response:
        return JSONResponse(await self._own({"control": "badge_challenge"}))

    async def answer(self, request: Request) -> Response:
        """A badge's answer, from `kiosk console badge`; gives a code, so that the browser comes in like any other."""
        try:
            body = json.loads(await request.body())
            fields = {name: str(body[name]) for name in ("nonce", "certificate", "signature")}
        except (ValueError, KeyError, TypeError):
            return JSONResponse({"ok": False, "sentence": "La réponse du badge est illisible."}, 400)
        site = {"site": self._context.fingerprint, "place": place_of(request)}
        answer = await self._own({"control": "badge_answer", **fields, **site})
        return JSONResponse(answer, 200 if answer.get("ok") else 403)

    async def leave(self, request: Request) -> Response:
        self._context.sessions.end(session_of(request).id)
        response = back("/enter")
        response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
        return response

    async def sessions(self, request: Request) -> Response:
        now = time.time()
        rows = [
            {"id": one.id, "name": one.shown_as, "role": one.role, "place": one.place, "age": now - one.begun}
            for one in self._context.sessions.all()
        ]
        return self._context.page(request, "sessions.html", rows=rows)

    async def end(self, request: Request) -> Response:
        done = self._context.sessions.end(str(request.path_params["id"]))
        return back("/sessions", "C’est déconnecté." if done else "Cette connexion est déjà finie.")

    async def _judge(self, text: str, place: str) -> tuple[Admitted | None, str]:
        if looks_like_recovery(text):
            return await self._recover(text, place)
        answer = await self._own({"control": "pair_redeem", "code": text, "place": place})
        if not answer.get("ok"):
            return None, str(answer.get("sentence", "Ce code n’est pas le bon."))
        return Admitted(str(answer["role"]), str(answer["badge"])), ""

    async def _recover(self, text: str, place: str) -> tuple[Admitted | None, str]:
        now = time.monotonic()
        wait = max(self._lock_out.wait(place, now), self._lock_out.wait("anywhere", now))
        if wait > 0:
            return None, f"Trop d’essais. {wait_sentence(wait)}"
        if await asyncio.to_thread(partial(use_recovery, self._context.folder, text)):
            log.warning("recovery_used")
            return RECOVERED, ""
        self._lock_out.missed(place, now)
        return None, "Ce code de secours n’est pas le bon, ou a déjà servi."

    def _door(self, request: Request, why: str, sentence: str = "", status: int = 200) -> Response:
        shown = grouped(self._context.fingerprint)
        return self._context.page(request, "enter.html", status=status, why=why, sentence=sentence, fingerprint=shown)

    def _let_in(self, request: Request, who: Admitted, name: str) -> Response:
        before = self._context.sessions.find(request.cookies.get(COOKIE, ""))
        if before is not None:
            self._context.sessions.end(before.id)
        token, session = self._context.sessions.begin(who, name or (before.name if before else ""), place_of(request))
        log.info("signed_in", what=session.role)
        response = back("/")
        response.set_cookie(COOKIE, token, path="/", secure=True, httponly=True, samesite="strict")
        return response

    async def _own(self, message: dict[str, object]) -> dict[str, object]:
        try:
            return await self._context.own.ask(message)
        except CoreUnavailable as error:
            return {"ok": False, "sentence": str(error)}


def encoded(data: bytes) -> str:
    """Bytes as they travel."""
    return base64.b64encode(data).decode()
