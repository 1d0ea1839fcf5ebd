"""The space itself: is everything ready, when is it closed, what was done."""

import base64
import datetime as dt

from starlette.requests import Request
from starlette.responses import Response

from kiosk.console.context import Context, back
from kiosk.console.guard import form_of
from kiosk.console.routes import SMALL, Access, Address

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Space:
    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def addresses(self) -> tuple[Address, ...]:
        return (
            Address("GET", "/readiness", self.readiness, Access.MEDIATOR),
            Address("GET", "/opening", self.opening, Access.MEDIATOR),
            Address("POST", "/opening", self.change, Access.WARM),
            Address("GET", "/activity", self.activity, Access.MEDIATOR),
            Address("GET", "/activity/{kiosk}/{month}", self.spreadsheet, Access.MEDIATOR),
        )

    async def readiness(self, request: Request) -> Response:
        reports = await self._context.live.ask_all({"control": "readiness"})
        return self._context.page(request, "readiness.html", reports=reports)

    async def opening(self, request: Request) -> Response:
        hours = await self._context.live.ask_all({"control": "opening"})
        today = dt.datetime.now().astimezone().date()
        return self._context.page(request, "opening.html", hours=hours, names=DAYS, today=today.isoformat())

    async def change(self, request: Request) -> Response:
        """A day closed or opened again, on every kiosk of the space."""
        form = await form_of(request, SMALL)
        message = {"control": "opening", "day": str(form.get("day", "")), "closed": form.get("closed") == "yes"}
        answers = await self._context.live.ask_all(message)
        refused = [f"{name} : {answer.get('sentence', '')}" for name, answer in answers if not answer.get("ok")]
        return back("/opening", " ".join(refused) or "C’est noté.")

    async def activity(self, request: Request) -> Response:
        month = request.query_params.get("month", "") or dt.datetime.now().astimezone().strftime("%Y-%m")
        answers = await self._context.live.ask_all({"control": "activity", "month": month})
        return self._context.page(request, "activity.html", answers=answers, month=month)

    async def spreadsheet(self, request: Request) -> Response:
        parts = request.path_params
        answer = await self._context.ask(parts["kiosk"], {"control": "activity", "month": parts["month"], "file": True})
        if not answer.get("ok"):
            return back("/activity", str(answer.get("sentence", "")))
        headers = {"Content-Disposition": f'attachment; filename="rapport-{parts["month"]}.xlsx"'}
        return Response(base64.b64decode(str(answer["xlsx"])), media_type=_SPREADSHEET, headers=headers)
