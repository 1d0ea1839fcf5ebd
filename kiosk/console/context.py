"""What every page of the console has at hand."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.templating import Jinja2Templates

from kiosk.console.guard import FORM_TOKEN
from kiosk.console.kiosks import Kiosk
from kiosk.console.live import Live
from kiosk.console.sessions import Session, Sessions
from kiosk.guides.library import GuideLibrary
from kiosk.mediation.client import CoreUnavailable

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Context:
    """`own` is the kiosk of this machine, `live` all of them; `fingerprint` that of the TLS key, hexadecimal."""

    own: Kiosk
    live: Live
    sessions: Sessions
    guides: GuideLibrary
    folder: Path
    site: str
    fingerprint: str
    templates: Jinja2Templates

    def page(self, request: Request, name: str, *, status: int = 200, **values: Any) -> Response:
        """A whole page, with what the frame around it needs."""
        session = getattr(request.state, "session", None)
        around = {
            "site": self.site,
            "session": session,
            "token_name": FORM_TOKEN,
            "told": request.query_params.get("told", "")[:300],
            "here": request.url.path,
        }
        return self.templates.TemplateResponse(request, name, {**around, **values}, status_code=status)

    async def ask(self, name: str, message: dict[str, object]) -> dict[str, Any]:
        """The answer of a kiosk; one that is away answers with a sentence."""
        try:
            return await self.live.ask(name, message)
        except CoreUnavailable as error:
            return {"ok": False, "sentence": str(error)}

    def fragment(self, name: str, **values: Any) -> str:
        """A part of a page."""
        return str(self.templates.get_template(name).render(**values))


def signed(session: Session) -> dict[str, object]:
    """Who asks, as the core wants to know it."""
    return {"role": session.role, "badge": session.badge, "mediator": session.shown_as}


def back(path: str, sentence: str = "") -> Response:
    """To a page, with something said at its top."""
    from urllib.parse import quote

    return RedirectResponse(f"{path}?told={quote(sentence)}" if sentence else path, 303)
