"""The camera as the core uses it: is it there, and a photo once the sheet lies still. Its light is out in between."""

import asyncio
from collections.abc import Callable

from hardware.camera.api import CameraFailed, CameraFault, CameraReady, Photo, PhotoOutcome, Preview
from hardware.worker import Worker
from hardware.worker_messages import Answer, WorkerAnswer, WorkerFailed, WorkerFault

LOOK_SECONDS = 0.15
LOOKS = 120
"""Then the picture is taken as it is: the verdict says what is wrong with it."""


class Photographing:
    """Each call has `seconds` before the camera's process is killed."""

    def __init__(self, worker: Worker, seconds: float) -> None:
        self._worker = worker
        self._seconds = seconds

    async def is_there(self) -> bool:
        """Whether a photo could be taken now."""
        answer = await self._ask("status")
        await self._ask("rest")
        return isinstance(answer, Answer) and isinstance(answer.value, CameraReady)

    async def take(self, is_unwanted: Callable[[], bool], show: Callable[[Preview], None]) -> PhotoOutcome | None:
        """Wait until the sheet lies still, then the sharpest picture; None once nobody wants it any more.

        `show` is given what the camera sees meanwhile, a few times a second.
        """
        try:
            for _ in range(LOOKS):
                if is_unwanted():
                    return None
                match await self._ask("preview"):
                    case Answer(value=Preview() as seen):
                        show(seen)
                        if seen.steady:
                            break
                        await asyncio.sleep(LOOK_SECONDS)
                    case answer:
                        return CameraFailed(_fault(answer))
            answer = await self._ask("photo")
            if isinstance(answer, Answer) and isinstance(answer.value, Photo):
                return answer.value
            return CameraFailed(_fault(answer))
        finally:
            await self._ask("rest")

    async def _ask(self, method: str) -> WorkerAnswer:
        return await asyncio.to_thread(self._worker.call, method, seconds=self._seconds)


def _fault(answer: WorkerAnswer) -> CameraFault:
    match answer:
        case Answer(value=CameraFailed(fault)):
            return fault
        case WorkerFailed(fault=WorkerFault.TIMED_OUT | WorkerFault.BUSY):
            return CameraFault.TIMED_OUT
        case _:
            return CameraFault.CRASHED
