"""What another kiosk of the space may ask of this one, with the site's key."""

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kiosk.console.context import Context
from kiosk.console.kiosks import ASK_SECONDS, FOR_PEERS
from kiosk.console.routes import LARGE, Access, Address
from kiosk.mediation.client import CoreUnavailable

LONGEST_WATCH = 30.0


class Peers:
    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def addresses(self) -> tuple[Address, ...]:
        return (Address("POST", "/peer/ask", self.ask, Access.PEER, 2 * LARGE),)

    async def ask(self, request: Request) -> Response:
        try:
            message = json.loads(await request.body())
        except ValueError:
            message = None
        if not isinstance(message, dict) or message.get("control") not in FOR_PEERS:
            return JSONResponse({"ok": False, "sentence": "Demande inconnue."}, 400)
        try:
            return JSONResponse(await self._context.own.ask(message, ASK_SECONDS + LONGEST_WATCH))
        except CoreUnavailable as error:
            return JSONResponse({"ok": False, "sentence": str(error)})
