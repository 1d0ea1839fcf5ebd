"""The heart of the core, and its sockets, without any device."""

import asyncio
import stat

import pytest

from hardware.camera.api import Preview
from kiosk.journey.actions import Action
from kiosk.journey.events import Tapped
from kiosk.journey.frames import Glimpse, Tap, decode_frame, decode_line, encode_tap
from kiosk.journey.model import Step, Visit
from kiosk.journey.seat import Seat, Stage
from kiosk.journey.views import StillThere
from kiosk.service.control_server import ControlServer
from kiosk.service.core import Core
from kiosk.service.screen_server import ScreenServer
from tests.journeys.conftest import RULES


async def _nothing(_effect):
    pass


def _with_core(scenario):
    async def run():
        core = Core(RULES)
        task = asyncio.create_task(core.run(_nothing))
        try:
            await scenario(core)
        finally:
            task.cancel()

    asyncio.run(run())


def test_a_tap_on_a_frame_that_is_gone_is_not_meant_for_the_next():
    async def scenario(core):
        core.post_tap(Tap(core.frame.serial, Action.START))
        core.post_tap(Tap(core.frame.serial, Action.CALL))
        await asyncio.sleep(0.05)
        assert core.frame.screen.screen == "choose_language"
        stale = core.frame.serial - 1
        core.post_tap(Tap(stale, Action.BACK))
        await asyncio.sleep(0.05)
        assert core.frame.screen.screen == "choose_language"

    _with_core(scenario)


def test_a_screen_that_comes_back_gets_the_frame_of_now(tmp_path):
    async def scenario(core):
        server = await ScreenServer(core).serve(tmp_path / "run" / "screen.sock")
        async with server:
            first = await _connect(tmp_path)
            assert (await _frame(first)).screen.screen == "standby"
            first[1].write(encode_tap(Tap(0, Action.START)))
            assert (await _frame(first)).screen.screen == "choose_language"
            first[1].close()
            second = await _connect(tmp_path)
            assert (await _frame(second)).screen.screen == "choose_language"
            second[1].close()

    _with_core(scenario)


@pytest.mark.parametrize(
    ("visit", "drawn"),
    [
        (Visit(step=Step.SCANNING, by_photo=True), True),
        (Visit(step=Step.SCANNING), False),
        (Visit(step=Step.SCANNING, by_photo=True, overlay=StillThere(30)), False),
        (Visit(step=Step.SCANNING, by_photo=True, staff=Seat(Stage.READING)), False),
        (Visit(step=Step.PLACE, by_photo=True), False),
    ],
)
def test_what_the_camera_sees_reaches_only_the_screen_of_the_photo(tmp_path, visit, drawn):
    async def scenario(core):
        core.visit = visit
        screens = ScreenServer(core)
        server = await screens.serve(tmp_path / "run" / "screen.sock")
        async with server:
            screen = await _connect(tmp_path)
            await _frame(screen)
            screens.glimpse(Preview(b"JPEG", None, steady=False))
            core.post(Tapped(Action.CALL))
            sent = decode_line(await asyncio.wait_for(screen[0].readline(), 5))
            assert isinstance(sent, Glimpse) is drawn
            screen[1].close()

    _with_core(scenario)


def test_nonsense_on_the_socket_harms_nobody(tmp_path):
    async def scenario(core):
        server = await ScreenServer(core).serve(tmp_path / "screen.sock")
        async with server:
            reader, writer = await asyncio.open_unix_connection(str(tmp_path / "screen.sock"), limit=1 << 23)
            writer.write(b"\xff\x00garbage\n{}\n[1,2]\n" + encode_tap(Tap(0, Action.START)))
            assert decode_frame(await reader.readline()).screen.screen == "standby"
            assert decode_frame(await reader.readline()).screen.screen == "choose_language"
            writer.close()

    _with_core(scenario)


def test_only_the_owner_may_open_the_sockets(tmp_path):
    async def scenario(core):
        path = tmp_path / "run" / "screen.sock"
        server = await ScreenServer(core).serve(path)
        async with server:
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    _with_core(scenario)


def test_control_requests_are_answered_in_words(tmp_path):
    async def hello(request):
        return {"ok": True, "said": request["word"]}

    async def ask(line):
        reader, writer = await asyncio.open_unix_connection(str(tmp_path / "control.sock"))
        writer.write(line + b"\n")
        answer = await reader.readline()
        writer.close()
        return answer.decode()

    async def run():
        server = await ControlServer({"hello": hello}).serve(tmp_path / "control.sock")
        async with server:
            assert await ask(b'{"control": "hello", "word": "a"}') == '{"ok": true, "said": "a"}\n'
            assert '"ok": false' in await ask(b'{"control": "unknown"}')
            assert '"ok": false' in await ask(b"not json")
            assert '"ok": false' in await ask(b"[]")

    asyncio.run(run())


async def _connect(folder):
    return await asyncio.open_unix_connection(str(folder / "run" / "screen.sock"), limit=1 << 23)


async def _frame(link):
    return decode_frame(await asyncio.wait_for(link[0].readline(), 5))
