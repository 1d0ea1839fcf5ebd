"""The trial of the devices asked from the command line: that of the staff screen, when nobody is there."""

from collections.abc import Callable, Mapping

from kiosk.service.control_server import Answer, Handler, refusal
from kiosk.service.tried import Tried
from kiosk.service.trying import NO_SHEET_YET, SHEET_READ, Trying

_NOT_BACK = "La feuille d’essai n’est pas revenue. Posez-la sur la vitre, le côté écrit vers le bas."
_NO_SHEET = "Aucune feuille d’essai n’est imprimée. Faites d’abord l’essai."
_NOT_FREE = "Quelqu’un utilise la borne. Recommencez quand elle est libre."


class TrialRequests:
    """`is_free`: nobody uses the kiosk, so nobody waits behind a trial."""

    def __init__(self, trying: Trying, tried: Tried, is_free: Callable[[], bool]) -> None:
        self._trying = trying
        self._tried = tried
        self._is_free = is_free

    @property
    def handlers(self) -> Mapping[str, Handler]:
        return {"try_devices": self._try_devices, "try_sheet": self._try_sheet}

    async def _try_devices(self, _request: Mapping[str, object]) -> Answer:
        """{} → how each device is, and when it last worked."""
        if not self._is_free():
            return refusal(_NOT_FREE)
        await self._trying.everything()
        return {
            "ok": True,
            "devices": [
                {
                    "device": facts.device,
                    "fault": facts.fault,
                    "good_at": facts.good_at.isoformat() if facts.good_at else None,
                    "reason": facts.reason,
                }
                for facts in self._tried.devices()
            ],
        }

    async def _try_sheet(self, _request: Mapping[str, object]) -> Answer:
        """{} → whether the test sheet that was printed last is on the glass."""
        if not self._is_free():
            return refusal(_NOT_FREE)
        said = await self._trying.sheet()
        if said == SHEET_READ:
            return {"ok": True}
        return refusal(_NO_SHEET if said == NO_SHEET_YET else _NOT_BACK)
