"""Several kiosks asked at once: one that is dead, silent or slow delays nobody."""

import asyncio
import socket
import threading
from collections.abc import Mapping

from kiosk.console.kiosks import Answer, Kiosk, PeerKiosk
from kiosk.console.live import Live
from kiosk.journey.actions import Action
from tests.console.conftest import Space
from tests.support.console import trusting


class Together:
    """Answers only once all of its kind are asked: never, if they are asked one after the other."""

    def __init__(self, address: str, all_here: asyncio.Barrier) -> None:
        self.address = address
        self._all_here = all_here

    async def ask(self, message: Mapping[str, object], seconds: float = 20.0) -> Answer:  # noqa: ARG002
        await self._all_here.wait()
        return {"ok": True}


def test_all_are_asked_at_once_and_a_silent_one_is_told_by_its_name() -> None:
    async def ask() -> list[tuple[str, Answer]]:
        everyone = asyncio.Barrier(3)
        with socket.create_server(("127.0.0.1", 0)) as silent:
            dead = PeerKiosk(f"https://127.0.0.1:{silent.getsockname()[1]}/#{'0' * 64}", "key")
            kiosks: list[Kiosk] = [dead, *(Together(f"borne-{number}", everyone) for number in range(3))]
            return await Live(kiosks).ask_all({"control": "outbox_list"}, 3)

    answers = asyncio.run(ask())
    assert [(name, answer["ok"]) for name, answer in answers] == [
        ("127.0.0.1", False), ("borne-0", True), ("borne-1", True), ("borne-2", True),
    ]  # fmt: skip
    assert "ne répond pas" in str(answers[0][1]["sentence"])


class Asked:
    """A kiosk that must not be asked."""

    address = "borne-2"

    async def ask(self, message: Mapping[str, object], seconds: float = 20.0) -> Answer:  # noqa: ARG002
        raise AssertionError("it was asked")


def test_one_that_is_known_to_be_away_is_not_waited_for() -> None:
    live = Live([Asked()])
    live.followed[0].away = True
    assert asyncio.run(live.ask_all({"control": "outbox_list"}))[0][1]["ok"] is False


def test_pages_that_leave_in_the_middle_make_nobody_deaf() -> None:
    """Cancelled again and again, as the server does: a listener that goes takes no other with it."""

    async def leave_and_stay() -> int:
        live, heard = Live([Asked()]), 0
        for _ in range(50):
            stays, goes = live.changes(), live.changes()
            await anext(stays)
            await anext(goes)
            waits, leaves = asyncio.ensure_future(anext(stays)), asyncio.ensure_future(anext(goes))
            await asyncio.sleep(0)
            live._tell()
            for _ in range(3):
                leaves.cancel()
                await asyncio.sleep(0)
            await asyncio.wait_for(waits, 5)
            heard += 1
            await stays.aclose()
        assert not live._ears
        return heard

    assert asyncio.run(leave_and_stay()) == 50


def test_live_pages_end_cleanly_with_the_console(space: Space) -> None:
    """The last chunk comes before the connection closes: a browser comes back, and has nothing to complain of."""
    mediator = space.console.enter()
    lines = []
    for _ in range(3):
        line = trusting().wrap_socket(socket.create_connection(("127.0.0.1", space.console.port), 30))
        line.sendall(f"GET /events HTTP/1.1\r\nHost: x\r\nCookie: __Host-temoin={mediator.cookie}\r\n\r\n".encode())
        heard = b""
        while b"data: {" not in heard:
            heard += line.recv(1 << 16)
        lines.append(line)
    assert space.console.process is not None
    space.console.process.terminate()
    for line in lines:
        heard = b"\n"
        while part := line.recv(1 << 16):
            heard = (heard + part)[-100:]
        assert heard.endswith(b"\n0\r\n\r\n")
        line.close()
    space.console.process.wait(20)
    space.console.start()
    assert mediator.get("/").status == 200


def test_calls_are_heard_while_other_pages_come_and_go(space: Space) -> None:
    """Six browsers open and drop their live page without end; the one that stays hears every call."""
    mediator, over = space.console.enter(), threading.Event()

    def come_and_go(seconds: float) -> None:
        request = f"GET /events HTTP/1.1\r\nHost: x\r\nCookie: __Host-temoin={mediator.cookie}\r\n\r\n".encode()
        while not over.wait(seconds):
            with trusting().wrap_socket(socket.create_connection(("127.0.0.1", space.console.port), 30)) as line:
                line.sendall(request)
                line.recv(1)

    leaving = [threading.Thread(target=come_and_go, args=(0.01 * number,)) for number in range(6)]
    for one in leaving:
        one.start()
    try:
        space.screen.at("standby")
        for _ in range(15):
            space.screen.tap(Action.CALL)
            rings = mediator.until(lambda event: bool(event["ring"]))["ring"]
            assert isinstance(rings, list)
            mediator.post(f"/calls/borne-1/{str(rings[0]).partition('.')[0]}/closed")
            space.screen.until(lambda frame: frame.help is None)
            mediator.until(lambda event: not event["ring"])
    finally:
        over.set()
        for one in leaving:
            one.join()
