"""What stands before every address: size, origin, who is there, the form's own token; and what every answer carries."""

import hmac
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kiosk.console.routes import Access, Address, Endpoint
from kiosk.console.sessions import Session, Sessions

COOKIE = "__Host-temoin"
FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
NOT_KEPT = {"Cache-Control": "no-store"}


def guarded(address: Address, sessions: Sessions, site_key: str) -> Endpoint:
    """`address.endpoint` behind its checks."""

    async def handle(request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > address.room:
            return _plain("Ce fichier est trop gros.", 413)
        if address.access is Access.PEER:
            given = request.headers.get("authorization", "")
            if not site_key or not hmac.compare_digest(given.encode(), f"Bearer {site_key}".encode()):
                return JSONResponse({"ok": False, "sentence": "Inconnu."}, 401)
        if address.method == "POST" and not _from_here(request):
            return _plain("Cette demande vient d’une autre page.", 403)
        refused = None
        if address.access in (Access.MEDIATOR, Access.WARM, Access.MANAGER):
            refused = await _of_session(request, address, sessions)
        return refused or await address.endpoint(request)

    return handle


async def _of_session(request: Request, address: Address, sessions: Sessions) -> Response | None:
    """A refusal, or None with the session in `request.state`."""
    session = sessions.find(request.cookies.get(COOKIE, ""))
    if session is None:
        return _to_the_door(request)
    if address.access is Access.MANAGER and session.role != "site_manager":
        return _plain("Cette page est celle du responsable de l’espace.", 403)
    if address.access in (Access.WARM, Access.MANAGER) and not sessions.is_warm(session):
        return _to_the_door(request, "?cold=1")
    if address.method == "POST":
        given = (await form_of(request, address.room)).get(FORM_TOKEN, "")
        if not isinstance(given, str) or not hmac.compare_digest(given.encode(), session.form_token.encode()):
            return _plain("Cette page est trop vieille. Rechargez-la.", 403)
    if address.method == "POST" or "text/html" in request.headers.get("accept", ""):
        sessions.touch(session)
    request.state.session = session
    return None


async def form_of(request: Request, room: int) -> dict[str, str | UploadFile]:
    """The fields of the form, read once, within `room` bytes. Raises HTTPException."""
    kept = getattr(request.state, "form", None)
    if kept is not None:
        return dict(kept)
    if int(request.headers.get("content-length") or -1) < 0:
        raise HTTPException(411)
    try:
        form = await request.form(max_files=1, max_fields=20, max_part_size=room)
    except (ClientDisconnect, TimeoutError) as error:
        raise HTTPException(408) from error
    request.state.form = dict(form)
    return dict(form)


def session_of(request: Request) -> Session:
    """The session that the guard found."""
    session = request.state.session
    if not isinstance(session, Session):
        raise TypeError("no session here")
    return session


def place_of(request: Request) -> str:
    """Where a request comes from: only the wire says, never a header."""
    return request.client.host if request.client else "?"


def with_headers(app: Any) -> Any:
    """Every answer, errors too, with the headers that browsers obey."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_with(message: Any) -> None:
            if message["type"] == "http.response.start":
                there = {name.lower() for name, _ in message["headers"]}
                extra = {**HEADERS, **NOT_KEPT}
                message["headers"] = [
                    *message["headers"],
                    *(
                        (name.lower().encode(), value.encode())
                        for name, value in extra.items()
                        if name.lower().encode() not in there
                    ),
                ]
            await send(message)

        await app(scope, receive, send_with)

    return wrapped


def _from_here(request: Request) -> bool:
    """Whether a browser sent this from one of our own pages; programs without a browser say nothing."""
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host", "")
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def _to_the_door(request: Request, why: str = "") -> Response:
    if "text/html" in request.headers.get("accept", "text/html"):
        return RedirectResponse(f"/enter{why}", 303)
    return JSONResponse({"ok": False, "sentence": "Entrez un nouveau code."}, 401)


def _plain(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, media_type="text/plain; charset=utf-8")
