"""An automated scan of the console, made from its own table of addresses: nothing is left to be forgotten."""

import re
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.console.app import STATIC, addresses, make_context
from kiosk.console.guard import COOKIE, HEADERS
from kiosk.console.kiosks import FOR_PEERS, OwnKiosk
from kiosk.console.routes import Access, Address
from kiosk.console.sessions import Sessions
from kiosk.guides.library import load_guides
from tests.console.conftest import Space
from tests.support.console import Visitor, trusting

_HERE = Path(__file__).parent
TABLE = addresses(
    make_context(OwnKiosk(_HERE), (), Sessions(_HERE / "none", lambda: 0.0), load_guides(), _HERE, "Essai", "00")
)
VALUES = {
    "kiosk": "borne-1",
    "id": "00000000",
    "state": "seen",
    "number": "borne-1-000001-1",
    "step": "sent",
    "month": "2026-11",
    "order": "send",
    "name": "console.css",
}


def path_of(address: Address) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: VALUES[found.group(1)], address.path)


def named(address: Address) -> str:
    return f"{address.method} {address.path}"


@pytest.fixture(scope="module")
def mediator(space: Space) -> Visitor:
    return space.console.enter("Sofia")


def findings_of_headers(headers: dict[str, str]) -> Iterator[str]:
    for name, value in HEADERS.items():
        if headers.get(name.lower()) != value:
            yield f"{name} is {headers.get(name.lower())!r}"
    if "server" in headers:
        yield "it tells what serves it"
    private = headers.get("content-type", "").startswith(("text/html", "application/", "text/event-stream"))
    if private and "no-store" not in headers.get("cache-control", ""):
        yield "a browser may keep it"
    if "unsafe" in headers.get("content-security-policy", ""):
        yield "unsafe scripts or styles"


@pytest.mark.parametrize("address", TABLE, ids=named)
def test_without_a_session_only_what_is_open_answers(space: Space, address: Address) -> None:
    """Authorisation on every address, and the headers on every answer, refusals too."""
    said = space.console.ask(address.method, path_of(address), b"" if address.method == "POST" else None)
    assert list(findings_of_headers(said.headers)) == []
    if address.access is Access.OPEN:
        assert said.status in (200, 403, 400)
    elif address.access is Access.PEER:
        assert said.status == 401
    else:
        assert (said.status, said.place) in ((303, "/enter"), (401, ""))


@pytest.mark.parametrize("address", [one for one in TABLE if one.access is Access.MANAGER], ids=named)
def test_a_mediator_is_not_the_manager(mediator: Visitor, address: Address) -> None:
    said = mediator.get(path_of(address)) if address.method == "GET" else mediator.post(path_of(address))
    assert said.status == 403


@pytest.mark.parametrize(
    "address",
    [one for one in TABLE if one.method == "POST" and one.access not in (Access.OPEN, Access.PEER, Access.MANAGER)],
    ids=named,
)
def test_every_form_wants_its_token(mediator: Visitor, address: Address) -> None:
    said = mediator.post(path_of(address), form_token="wrong")  # noqa: S106
    assert said.status == 403 and "trop vieille" in said.text


@pytest.mark.parametrize("address", [one for one in TABLE if one.method == "POST"], ids=named)
def test_nothing_is_taken_from_another_page(space: Space, mediator: Visitor, address: Address) -> None:
    cookie = {"Cookie": f"{COOKIE}={mediator.cookie}", "Content-Type": "application/x-www-form-urlencoded"}
    for header in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        said = space.console.ask("POST", path_of(address), b"a=b", {**cookie, **header})
        assert said.status in (401, 403), header


@pytest.mark.parametrize("address", TABLE, ids=named)
def test_other_methods_are_refused(space: Space, address: Address) -> None:
    taken = {one.method for one in TABLE if path_of(one) == path_of(address)}
    for method in {"PUT", "DELETE", "PATCH", "TRACE", "POST", "GET"} - taken:
        assert space.console.ask(method, path_of(address)).status == 405


@pytest.mark.parametrize("address", [one for one in TABLE if one.method == "POST"], ids=named)
def test_a_body_that_is_too_large_is_refused_unread(space: Space, mediator: Visitor, address: Address) -> None:
    headers = {"Content-Length": str(address.room + 1), "Cookie": f"{COOKIE}={mediator.cookie}"}
    with trusting().wrap_socket(socket.create_connection(("127.0.0.1", space.console.port), 10)) as line:
        lines = [f"POST {path_of(address)} HTTP/1.1", "Host: x", *(f"{k}: {v}" for k, v in headers.items()), "", ""]
        line.sendall("\r\n".join(lines).encode())
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_the_cookie_is_for_this_console_alone(space: Space) -> None:
    visitor = Visitor(space.console)
    said = visitor.post("/enter", code=space.console.code(), name="Léa")
    cookie = said.headers["set-cookie"]
    assert cookie.startswith("__Host-temoin=") and "Domain" not in cookie
    assert {"secure", "httponly", "samesite=strict", "path=/"} <= {one.strip().lower() for one in cookie.split(";")}


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_is_of_today(space: Space, version: ssl.TLSVersion) -> None:
    context = trusting()
    context.minimum_version = context.maximum_version = version
    with context.wrap_socket(socket.create_connection(("127.0.0.1", space.console.port), 10)) as line:
        name, _, bits = line.cipher() or ("", "", 0)
        assert bits >= 128 and ("GCM" in name or "CHACHA20" in name)


def test_no_word_is_said_in_the_clear(space: Space) -> None:
    """Old TLS and plain HTTP get nothing."""
    with socket.create_connection(("127.0.0.1", space.console.port), 10) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"HTTP" not in line.recv(200)


def test_the_core_and_the_console_listen_nowhere_else(space: Space) -> None:
    """What a port scan of the kiosk finds: one port, of the console; the core has none."""
    assert space.core.process is not None and space.console.process is not None
    assert listening(space.core.process.pid) == set()
    assert listening(space.console.process.pid) == {space.console.port}


def listening(pid: int) -> set[int]:
    sockets = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        try:
            sockets.add(entry.readlink().name)
        except OSError:
            continue
    ports = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            words = line.split()
            if f"socket:[{words[9]}]" in sockets and (words[3] == "0A" or table.startswith("udp")):
                ports.add(int(words[1].rpartition(":")[2], 16))
    return ports


def test_only_our_own_files_are_served(space: Space) -> None:
    for name in ("../guard.py", "..%2fguard.py", "%2e%2e/tls.key.pem", "andika.woff", "console.css/..", "x" * 3000):
        assert space.console.ask("GET", f"/static/{name}").status == 404
    for name in STATIC:
        assert space.console.ask("GET", f"/static/{name}").status == 200


def test_peers_ask_nothing_that_lets_people_in_or_erases() -> None:
    dangerous = {"pair_issue", "pair_redeem", "badge_answer", "badge_challenge", "erase", "purge", "resume"}
    assert not FOR_PEERS & (dangerous | {"print_recovery"})
