"""The console as a web application: one table of addresses, each behind its guard."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from kiosk.console.calls import Calls
from kiosk.console.context import HERE, Context
from kiosk.console.entering import Entering
from kiosk.console.guard import guarded, with_headers
from kiosk.console.kiosks import Kiosk
from kiosk.console.live import Live
from kiosk.console.outbox import Outbox
from kiosk.console.peers import Peers
from kiosk.console.routes import Access, Address
from kiosk.console.sessions import Sessions
from kiosk.console.shared import Shared
from kiosk.console.space import Space
from kiosk.guides.library import GuideLibrary

MOST_QUESTIONS = 64
"""At once. The default of Python, four more than there are cores, stood still with three peers (measured)."""

STATIC = {
    "console.css": "text/css; charset=utf-8",
    "console.js": "text/javascript; charset=utf-8",
    "letters.woff": "font/woff",
    "letters-bold.woff": "font/woff",
    "mark.svg": "image/svg+xml",
}


def make_context(
    own: Kiosk,
    peers: Sequence[Kiosk],
    sessions: Sessions,
    guides: GuideLibrary,
    folder: Path,
    site: str,
    fingerprint: str,
) -> Context:
    """Everything the pages need."""
    environment = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
    templates = Jinja2Templates(env=environment)
    return Context(own, Live([own, *peers]), sessions, guides, folder, site, fingerprint, templates)


def addresses(context: Context) -> tuple[Address, ...]:
    """The whole table."""
    static = Address("GET", "/static/{name}", _static, Access.OPEN)
    parts = (Entering(context), Calls(context), Outbox(context), Shared(context), Space(context), Peers(context))
    return (static, *(address for part in parts for address in part.addresses))


def make_app(context: Context, site_key: str) -> Any:
    """The ASGI application; it follows the kiosks while it runs."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Each question that waits for a change holds a thread: ours, and those of the peers who ask us.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(MOST_QUESTIONS, "ask"))
        following = asyncio.ensure_future(context.live.work())
        try:
            yield
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)

    routes = [
        Route(one.path, guarded(one, context.sessions, site_key), methods=[one.method]) for one in addresses(context)
    ]
    errors: dict[Any, Any] = {HTTPException: _http_error, Exception: _defect}
    return with_headers(Starlette(routes=routes, lifespan=lifespan, exception_handlers=errors))


async def _static(request: Request) -> Response:
    name = str(request.path_params["name"])
    if name not in STATIC:
        raise HTTPException(404)
    headers = {"Cache-Control": "public, max-age=86400", "ETag": f'"{(HERE / "static" / name).stat().st_mtime_ns:x}"'}
    return FileResponse(HERE / "static" / name, media_type=STATIC[name], headers=headers)


async def _http_error(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    sentence = {404: "Cette page n’existe pas.", 405: "Cela ne se fait pas ici."}.get(status, "La demande est refusée.")
    return Response(f"{sentence}\n", status, media_type="text/plain; charset=utf-8")


async def _defect(_request: Request, _error: Exception) -> Response:
    return Response("La console a eu un souci. Rechargez la page.\n", 500, media_type="text/plain; charset=utf-8")
