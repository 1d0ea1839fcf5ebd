"""What somebody on the space's network may try."""

import json
import re
import socket
import threading
import time
from pathlib import Path

from kiosk.console import board
from kiosk.console.app import make_context
from kiosk.console.kiosks import OwnKiosk
from kiosk.console.live import Followed
from kiosk.console.sessions import Sessions
from kiosk.guides.library import load_guides
from kiosk.journey.actions import Action
from kiosk.mediation.client import request
from tests.console.conftest import Space
from tests.support.console import Visitor, trusting

NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_guessing_codes_takes_longer_and_longer(space: Space) -> None:
    """Asked of the core as from another address, so that the other tests go on."""
    answers = [
        request(space.console.settings.control_socket, {"control": "pair_redeem", "code": "WRONG", "place": "10.6.6.6"})
        for _ in range(6)
    ]
    assert "Réessayez dans 15 secondes" in str(answers[2]["sentence"])
    assert all("Trop d’essais" in str(answer["sentence"]) for answer in answers[3:])
    code = space.console.code()
    there = {"control": "pair_redeem", "code": code, "place": "10.6.6.6"}
    assert not request(space.console.settings.control_socket, there)["ok"], "not even with a good one"
    assert request(space.console.settings.control_socket, {**there, "place": "10.6.6.7"})["ok"]


def test_a_code_is_good_for_one_browser(space: Space) -> None:
    code = space.console.code()
    assert Visitor(space.console).post("/enter", code=code).status == 303
    again = Visitor(space.console).post("/enter", code=code)
    assert again.status == 403 and not again.headers.get("set-cookie")


def test_names_and_numbers_are_never_markup(space: Space, tmp_path: Path) -> None:
    """Through a kiosk's name, a step, a mediator, a body, a guide, a refusal: whatever a peer or a guide says."""
    context = make_context(OwnKiosk(tmp_path), (), Sessions(tmp_path, time.time), load_guides(), tmp_path, NASTY, "00")
    call = {"id": NASTY, "state": "sent", "step": NASTY, "language": NASTY, "mediator": NASTY, "waiting": 5, "level": 2}
    picture = {"kiosk": NASTY, "step": NASTY, "language": NASTY, "hint": NASTY, "calls": [call], "screen": True}
    one = Followed(OwnKiosk(tmp_path), picture, time.monotonic(), True)
    session = Sessions(tmp_path, time.time).begin(_who(), NASTY, NASTY)[1]
    html = context.fragment(
        "live.html",
        calls=board.calls([one]),
        kiosks=board.kiosks([one]),
        session=session,
        token_name="t",  # noqa: S106
    )
    assert "<script" not in html and "<img" not in html and "&lt;script&gt;" in html
    mediator = space.console.enter(NASTY)
    page = mediator.get("/?told=" + "%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert" not in page and "onerror=alert(2)>" not in page
    assert page.count("<script") == 1, "our own, from our own address"


def _who() -> "object":
    from kiosk.mediation.pairing import Admitted

    return Admitted("mediator", "0000")


def test_a_number_is_never_a_path(space: Space) -> None:
    mediator = space.console.enter()
    for number in ("..%2f..%2fkeys", "%2e%2e", "a%00b", "x" * 200, "borne-1-000001-1%2f..%2f..", "%3Cb%3E"):
        for tail in ("", "/bundle", "/letter"):
            path = f"/outbox/borne-1/{number}{tail}"
            said = mediator.get(path) if not tail else mediator.post(path)
            assert said.status in (303, 404, 405), (path, said.status)
            assert not said.headers.get("content-disposition")


def test_the_name_of_a_bundle_is_a_plain_file_name(space: Space) -> None:
    from kiosk.console.outbox import _FILE_NAME

    for name in ("../x.pdf", 'a".pdf', "a\r\nX: y.pdf", "é.pdf", ".pdf", "a.exe"):
        assert not _FILE_NAME.fullmatch(name)
    assert _FILE_NAME.fullmatch("2026-11-24_ft_borne-1-000001-1.pdf")


def test_slow_clients_are_cut_off_and_others_go_on(space: Space) -> None:
    """Twenty connections that say one byte, and one that sends a form without an end."""
    slow = []
    for _ in range(18):
        line = trusting().wrap_socket(socket.create_connection(("127.0.0.1", space.console.port), 30))
        line.sendall(b"G")
        slow.append(line)
    half = trusting().wrap_socket(socket.create_connection(("127.0.0.1", space.console.port), 30))
    half.sendall(b"POST /enter HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n")
    half.sendall(b"Content-Type: application/x-www-form-urlencoded\r\n\r\ncode=")
    assert space.console.ask("GET", "/enter").status == 200
    for line in (*slow, half):
        line.settimeout(40)
        assert _ends(line), "it was cut off"
    assert space.console.ask("GET", "/enter").status == 200


def _ends(line: socket.socket) -> bool:
    with line:
        try:
            while line.recv(1000):
                pass
        except ConnectionError:
            return True
        except TimeoutError:
            return False
    return True


def test_one_address_cannot_take_all_the_places(space: Space) -> None:
    """More connections than a browser needs are closed at once; what is there stays."""
    mediator = space.console.enter()
    held, refused = [], 0
    try:
        for _ in range(40):
            line = socket.create_connection(("127.0.0.1", space.console.port), 30)
            try:
                line = trusting().wrap_socket(line)
                line.settimeout(0.3)
                held.append(line)
                if line.recv(1) == b"":
                    refused += 1
            except TimeoutError:
                continue
            except OSError:
                refused += 1
        assert refused >= 10
    finally:
        for line in held:
            line.close()
    deadline = time.monotonic() + 20
    while True:
        try:
            assert mediator.get("/").status == 200
            return
        except (OSError, AssertionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_two_mediators_take_the_same_call_and_one_is_told_who(space: Space) -> None:
    first, second = space.console.enter("Sofia"), space.console.enter("Karim")
    space.screen.at("standby")
    space.screen.tap(Action.CALL)
    call = _only_call(first)
    answers: list[str] = []
    people = [
        threading.Thread(target=lambda who=who: answers.append(who.post(f"/calls/borne-1/{call}/coming").place))
        for who in (first, second)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    told = [place for place in answers if "told=" in place]
    assert len(told) == 1 and ("Sofia" in told[0] or "Karim" in told[0]), answers
    shown = space.screen.until(lambda frame: frame.help is not None and frame.help.mediator is not None)
    assert shown.help is not None and shown.help.mediator is not None and shown.help.mediator in told[0]
    assert first.post(f"/calls/borne-1/{call}/closed").status == 303
    space.screen.until(lambda frame: frame.help is None)


def test_a_console_that_was_away_finds_everything_as_it_is(space: Space) -> None:
    """No event is kept for it: the first one it hears is the whole picture, old calls in it."""
    mediator = space.console.enter()
    mediator.until(lambda event: not event["ring"])
    space.screen.tap(Action.CALL)
    call = _only_call(mediator)
    for _ in range(3):
        event = next(mediator.events())
        assert [one.partition(".")[0] for one in event["ring"]] == [call]  # type: ignore[attr-defined]
    space.console.kill()
    space.console.start()
    assert mediator.get("/").status == 200, "still signed in"
    assert _only_call(mediator) == call
    mediator.post(f"/calls/borne-1/{call}/closed")
    space.screen.until(lambda frame: frame.help is None)


def test_nothing_personal_is_in_the_logs(space: Space) -> None:
    for name in ("core.log", "console.log"):
        text = (space.folder / name).read_text(encoding="utf-8")
        assert not re.search("Sofia|Karim|127\\.0\\.0\\.1|10\\.6\\.6", text)
        for line in text.splitlines():
            json.loads(line)


def _only_call(mediator: Visitor) -> str:
    event = mediator.until(lambda event: bool(event["ring"]))
    rings = event["ring"]
    assert isinstance(rings, list) and len(rings) == 1
    return str(rings[0]).partition(".")[0]
