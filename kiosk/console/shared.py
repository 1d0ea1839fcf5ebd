"""The shared view: asked of the visitor, shown while they agree, pointing instead of pressing."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from kiosk.console.context import Context, back, signed
from kiosk.console.guard import FORM_TOKEN, form_of, session_of
from kiosk.console.routes import SMALL, Access, Address
from kiosk.journey.actions import Action
from kiosk.mediation.steps import language_words
from kiosk.screens.words.defaults import LABELS

TITLES = {
    "choose_language": "Choix de la langue",
    "choose_guide": "Choix de la démarche",
    "consent": "Ce qui sera gardé",
    "place_sheet": "Poser la feuille",
    "scanning": "Numérisation en cours",
    "page_accepted": "La page est bonne",
    "page_refused": "La page est à refaire",
    "another_sheet": "Une autre feuille ?",
    "checking": "La borne relit les pages",
    "missing_months": "Il manque quelque chose",
    "review": "Vérifier avant d’envoyer",
    "change_pages": "Changer les pages",
    "sending": "Envoi et impression",
    "receipt": "Le reçu",
    "trouble": "La borne a un souci",
}


class Shared:
    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def addresses(self) -> tuple[Address, ...]:
        return (
            Address("POST", "/share/{kiosk}", self.ask, Access.WARM),
            Address("GET", "/share/{kiosk}", self.view, Access.WARM),
            Address("GET", "/share/{kiosk}/body", self.body, Access.WARM),
            Address("POST", "/share/{kiosk}/point", self.point, Access.WARM),
            Address("POST", "/share/{kiosk}/end", self.end, Access.WARM),
        )

    async def ask(self, request: Request) -> Response:
        kiosk = request.path_params["kiosk"]
        answer = await self._context.ask(kiosk, {"control": "share_ask", **signed(session_of(request))})
        if not answer.get("ok"):
            return back("/", str(answer.get("sentence", "")))
        return back(f"/share/{kiosk}")

    async def view(self, request: Request) -> Response:
        return self._context.page(request, "share.html", **await self._values(request))

    async def body(self, request: Request) -> Response:
        """The picture alone, for the page to put in its place."""
        html = self._context.fragment("share_body.html", **await self._values(request))
        return Response(html, media_type="text/html; charset=utf-8")

    async def point(self, request: Request) -> Response:
        kiosk, form = request.path_params["kiosk"], await form_of(request, SMALL)
        answer = await self._context.ask(kiosk, {"control": "share_point", "action": str(form.get("action", ""))})
        return back(f"/share/{kiosk}", "" if answer.get("ok") else str(answer.get("sentence", "")))

    async def end(self, request: Request) -> Response:
        await self._context.ask(request.path_params["kiosk"], {"control": "share_end"})
        return back("/", "Vous ne voyez plus l’écran du visiteur.")

    async def _values(self, request: Request) -> dict[str, Any]:
        kiosk, session = request.path_params["kiosk"], session_of(request)
        followed = next((one for one in self._context.live.followed if one.name == kiosk), None)
        waiting = bool(followed and followed.picture.get("asked"))
        answer = await self._context.ask(kiosk, {"control": "share_view", **signed(session)})
        shown = _shown(answer["frame"]) if answer.get("ok") else None
        return {
            "kiosk": kiosk,
            "waiting": waiting,
            "shown": shown,
            "sentence": answer.get("sentence", ""),
            "session": session,
            "token_name": FORM_TOKEN,
        }


def _shown(frame: dict[str, Any]) -> dict[str, Any]:
    """What of the frame is drawn: the title of the screen, its pictures, its buttons, in French."""
    screen = frame["screen"]
    pictures = [screen["image"]] if screen.get("image") else list(screen.get("thumbnails", ()))
    actions = [
        (name, LABELS[Action(name)][0])
        for name in frame["actions"]
        if name in set(Action) and Action(name) in LABELS and name not in ("stop_sharing",)
    ]
    return {
        "title": TITLES.get(screen["screen"], screen["screen"]),
        "language": language_words(frame["language"]),
        "pictures": pictures,
        "actions": actions,
        "highlight": frame.get("highlight"),
        "overlay": bool(frame.get("overlay")),
    }
