"""The board, its live events, and answering calls."""

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from kiosk.console import board
from kiosk.console.context import Context, back
from kiosk.console.guard import FORM_TOKEN, session_of
from kiosk.console.routes import Access, Address
from kiosk.console.sessions import Session

EVENTS_AT_MOST = 400
"""After which the browser connects again: a page that nobody closes does not last for ever."""
SAID = {"seen": "Le visiteur sait que vous avez vu son appel.", "closed": "L’appel est fini."}


class Calls:
    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def addresses(self) -> tuple[Address, ...]:
        return (
            Address("GET", "/", self.board, Access.MEDIATOR),
            Address("GET", "/events", self.events, Access.MEDIATOR),
            Address("POST", "/calls/{kiosk}/{id}/{state}", self.move, Access.MEDIATOR),
        )

    async def board(self, request: Request) -> Response:
        return self._context.page(request, "board.html", **self._values(session_of(request)))

    async def events(self, request: Request) -> Response:
        """Each event is the whole board: whoever was away misses nothing."""
        return StreamingResponse(self._stream(session_of(request)), media_type="text/event-stream")

    async def move(self, request: Request) -> Response:
        parts, session = request.path_params, session_of(request)
        message = {"control": "help", "id": parts["id"], "state": parts["state"], "mediator": session.shown_as}
        answer = await self._context.ask(parts["kiosk"], message)
        sentence = SAID.get(parts["state"], "") if answer.get("ok") else str(answer.get("sentence", ""))
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"ok": bool(answer.get("ok")), "sentence": sentence})
        return back("/", sentence)

    async def _stream(self, session: Session) -> AsyncIterator[bytes]:
        told = 0
        async for _ in self._context.live.changes():
            told += 1
            if told > EVENTS_AT_MOST:
                return
            if not self._context.sessions.still_there(session):
                yield b'event: over\ndata: ""\n\n'
                return
            values = self._values(session)
            event = {
                "html": self._context.fragment("live.html", **values),
                "ring": [card.ring for card in values["calls"] if card.ring],
                "waiting": sum(card.state == "sent" for card in values["calls"]),
            }
            yield f"retry: 1500\ndata: {json.dumps(event)}\n\n".encode()

    def _values(self, session: Session) -> dict[str, Any]:
        followed = self._context.live.followed
        return {
            "calls": board.calls(followed),
            "kiosks": board.kiosks(followed),
            "session": session,
            "token_name": FORM_TOKEN,
        }
