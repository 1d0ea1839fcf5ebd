"""Submissions to send, with the words of their guide and portal; what came of them; what is late."""

import base64
import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from kiosk.console.context import Context, back, signed
from kiosk.console.guard import form_of, session_of
from kiosk.console.routes import LARGE, SMALL, Access, Address
from kiosk.delivery.due import Limit, limits
from kiosk.guides.library import UnknownGuide

STATE_WORDS = {
    "prepared": "à envoyer",
    "unsure": "peut-être envoyé",
    "sent": "envoyé",
    "received": "reçu par l’organisme",
    "counted": "compté par l’organisme",
    "decided": "décidé",
    "failed": "non remis, à reprendre",
}
STEPS = {
    "sent": "C’est noté comme envoyé.",
    "returned": "C’est noté comme non remis. Choisissez un autre envoi.",
    "received": "L’accusé de réception est noté.",
    "counted": "Le nombre de pages est noté.",
    "decided": "La décision est notée.",
}
ORDERS = {
    "send": "Le chemin d’envoi est choisi.",
    "call_back": "L’envoi est repris. Choisissez un autre chemin.",
    "try_again": "La borne essaie encore.",
    "link": "L’adresse du formulaire est imprimée pour le visiteur.",
}
STEP_WORDS = {
    "waiting": "en attente",
    "in_hand": "en train de partir",
    "outside": "à finir par une personne",
    "sent": "parti",
    "unsure": "peut-être parti",
    "returned": "revenu",
    "given_up": "pas parti",
    "called_back": "repris",
}
LIST_SECONDS = 8.0
LARGEST_DOCUMENT = 5_000_000
_NUMBER = re.compile(r"[A-Za-z0-9-]{1,40}")
_FILE_NAME = re.compile(r"[A-Za-z0-9_-]{1,76}\.pdf")


class Outbox:
    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def addresses(self) -> tuple[Address, ...]:
        one = "/outbox/{kiosk}/{number}"
        return (
            Address("GET", "/outbox", self.all, Access.MEDIATOR),
            Address("GET", "/due", self.due, Access.MEDIATOR),
            Address("GET", one, self.one, Access.WARM),
            Address("POST", f"{one}/bundle", self.bundle, Access.WARM),
            Address("POST", f"{one}/letter", self.letter, Access.WARM),
            Address("POST", f"{one}/pack", self.pack, Access.WARM),
            Address("POST", f"{one}/order/{{order}}", self.order, Access.WARM),
            Address("POST", f"{one}/note/{{step}}", self.note, Access.WARM, LARGE),
        )

    async def all(self, request: Request) -> Response:
        rows, away = await self._rows()
        to_send = [row for row in rows if row["state"] in ("prepared", "failed") and not row["erased"]]
        others = [row for row in rows if row not in to_send]
        return self._context.page(request, "outbox.html", to_send=to_send, others=others[::-1][:60], away=away)

    async def due(self, request: Request) -> Response:
        rows, away = await self._rows()
        today = dt.datetime.now().astimezone().date()
        expired = [guide for guide in self._context.guides.offered() if guide.expired(today)]
        waiting = sorted(
            (
                {**row, "limits": self._limits(row)}
                for row in rows
                if row["state"] in ("prepared", "failed", "unsure") and not row["erased"]
            ),
            key=_nearest,
        )
        late = [row for row in rows if row["due"] and row["state"] not in ("prepared", "failed", "unsure")]
        short = [row for row in rows if row["pages_counted"] is not None and row["pages_counted"] < row["pages"]]
        return self._context.page(
            request, "due.html", waiting=waiting, late=late, short=short, expired=expired, away=away, today=today
        )

    async def one(self, request: Request) -> Response:
        row = await self._row(request)
        if row is None:
            return self._context.page(request, "nothing.html", status=404)
        try:
            guide = self._context.guides.get(str(row["guide"]))
        except UnknownGuide:
            guide = None
        return self._context.page(request, "submission.html", row=row, guide=guide, steps=STEP_WORDS)

    async def bundle(self, request: Request) -> Response:
        """The clear pages, once the ledger says who opened them. Never kept by a browser's cache.

        What the body takes only as several files is shown as such a list, before anything is opened.
        """
        part = str((await form_of(request, SMALL)).get("part", ""))
        more = {"part": int(part)} if part.isascii() and part.isdigit() and len(part) < 4 else {}
        return await self._file(request, "outbox_bundle", "pdf", more)

    async def letter(self, request: Request) -> Response:
        return await self._file(request, "remind", "letter")

    async def pack(self, request: Request) -> Response:
        """What goes into the envelope; it shows pages, so it is noted like the bundle."""
        return await self._file(request, "pack", "pack")

    async def order(self, request: Request) -> Response:
        """Choose a way out, take a submission back, or try again."""
        parts, order = request.path_params, str(request.path_params["order"])
        if order not in ORDERS:
            return self._context.page(request, "nothing.html", status=404)
        form = await form_of(request, SMALL)
        details = {
            name.removeprefix("detail-"): str(typed)
            for name, typed in form.items()
            if name.startswith("detail-") and str(typed).strip()
        }
        message: dict[str, object] = {
            "control": order,
            "number": _number(request),
            **({"by": str(form.get("by", ""))[:20], "details": details} if order == "send" else {}),
            **({"print": True} if order == "link" else {}),
        }
        answer = await self._context.ask(parts["kiosk"], message)
        sentence = ORDERS[order] if answer.get("ok") else str(answer.get("sentence", "La borne a refusé."))
        if answer.get("printed") is False:
            sentence = "L’imprimante à tickets n’a rien imprimé."
        return back(f"/outbox/{parts['kiosk']}/{parts['number']}", sentence)

    async def note(self, request: Request) -> Response:
        step, form = str(request.path_params["step"]), await form_of(request, LARGE)
        if step not in STEPS:
            return self._context.page(request, "nothing.html", status=404)
        page = f"/outbox/{request.path_params['kiosk']}/{request.path_params['number']}"
        message: dict[str, object] = {
            "control": step,
            "number": _number(request),
            "reference": str(form.get("reference", ""))[:200],
            **({"tracking": str(form["tracking"])[:40]} if form.get("tracking") else {}),
            "print": form.get("print") == "yes",
        }
        pages = str(form.get("pages", "")).strip()
        if pages:
            if not pages.isascii() or not pages.isdigit() or len(pages) > 6:
                return back(page, "Le nombre de pages est un nombre.")
            message["pages"] = int(pages)
        document = form.get("document")
        if isinstance(document, UploadFile) and document.size:
            data = await document.read(LARGEST_DOCUMENT + 1)
            if len(data) > LARGEST_DOCUMENT:
                return back(page, "Le document joint est trop gros.")
            message["document"] = base64.b64encode(data).decode()
        answer = await self._context.ask(request.path_params["kiosk"], message)
        if not answer.get("ok"):
            return back(page, str(answer.get("sentence", "La borne a refusé.")))
        printed = " Le reçu de suivi est imprimé." if answer.get("printed") else ""
        return back(page, STEPS[step] + printed)

    async def _file(
        self, request: Request, control: str, field: str, more: Mapping[str, object] = MappingProxyType({})
    ) -> Response:
        parts = request.path_params
        message = {"control": control, "number": _number(request), **signed(session_of(request)), **more}
        answer = await self._context.ask(parts["kiosk"], message)
        if not answer.get("ok"):
            return back(f"/outbox/{parts['kiosk']}/{parts['number']}", str(answer.get("sentence", "")))
        if "parts" in answer:
            files = [(name, f"{max(size / 1e6, 0.1):.1f}".replace(".", ",")) for name, size in answer["parts"]]
            return self._context.page(request, "parts.html", files=files, **parts)
        name = str(answer.get("name", f"{parts['number']}-{control}.pdf"))
        safe = name if _FILE_NAME.fullmatch(name) else "dossier.pdf"
        headers = {"Content-Disposition": f'attachment; filename="{safe}"'}
        return Response(base64.b64decode(str(answer[field])), media_type="application/pdf", headers=headers)

    async def _rows(self) -> tuple[list[dict[str, Any]], list[str]]:
        """The submissions of all kiosks, and the kiosks that did not answer."""
        rows, away = [], []
        for name, answer in await self._context.live.ask_all({"control": "outbox_list"}, LIST_SECONDS):
            if not answer.get("ok"):
                away.append(name)
            rows += [self._told(name, row) for row in answer.get("rows", ())]
        return rows, away

    async def _row(self, request: Request) -> dict[str, Any] | None:
        kiosk, number = request.path_params["kiosk"], _number(request)
        answer = await self._context.ask(kiosk, {"control": "outbox_list"})
        found = next((row for row in answer.get("rows", ()) if row["number"] == number), None)
        return None if found is None else self._told(kiosk, found)

    def _told(self, kiosk: str, row: dict[str, Any]) -> dict[str, Any]:
        try:
            title = self._context.guides.get(str(row["guide"])).title.within("fr")
        except UnknownGuide:
            title = str(row["guide"])
        moved = dt.datetime.fromisoformat(str(row["moved_at"]))
        state = STATE_WORDS.get(str(row["state"]), str(row["state"]))
        return {**row, "kiosk": kiosk, "title": title, "state_words": state, "moved": f"{moved:%d/%m %H:%M}"}

    def _limits(self, row: Mapping[str, Any]) -> tuple[Limit, ...]:
        """The delays that run for it; nothing where its guide is gone or the visit has not ended."""
        try:
            guide = self._context.guides.get(str(row["guide"]))
        except UnknownGuide:
            return ()
        return limits(guide, dt.datetime.fromisoformat(row["issued_at"]).date()) if row["issued_at"] else ()


def _nearest(row: Mapping[str, Any]) -> dt.date:
    """The first day on which something of it may be lost."""
    return min((limit.day for limit in row["limits"] if limit.day is not None), default=dt.date.max)


def _number(request: Request) -> str:
    number = str(request.path_params["number"])
    return number if _NUMBER.fullmatch(number) else ""
