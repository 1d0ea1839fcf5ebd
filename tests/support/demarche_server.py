"""A local Démarche numérique: the public prefill API as its source documents it, over TLS; it can lose its answers."""

import contextlib
import json
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.tls import Certificates

DEMARCHE = 4242


@dataclass
class Draft:
    """A dossier on the portal. While nobody claimed it, it is an orphan."""

    number: int
    token: str
    fields: dict[str, str]
    state: str = "prefilled"
    submitted_at: str | None = None
    processed_at: str | None = None


@dataclass
class DemarcheServer:
    """What the portal holds, and how it behaves from now on."""

    url: str = ""
    drafts: list[Draft] = field(default_factory=list)
    lose_the_answer: bool = False
    answer_instead: tuple[int, bytes] | None = None
    on_create: Callable[[], None] = lambda: None

    def claim(self, number: int = 0) -> Draft:
        """The visitor opens the address and logs in."""
        draft = self.drafts[number]
        draft.state = "brouillon"
        return draft

    def submit(self, at: str, number: int = 0) -> None:
        """The visitor presses the button."""
        draft = self.claim(number)
        draft.state, draft.submitted_at = "en_construction", at


def _serialised(server: DemarcheServer, draft: Draft) -> dict[str, Any]:
    """As `serialize_dossier` of the portal does: an orphan has an address, a claimed one its times."""
    common = {
        "dossier_id": f"RG9zc2llci0{draft.number}",
        "dossier_number": draft.number,
        "dossier_prefill_token": draft.token,
    }
    if draft.state == "prefilled":
        url = f"{server.url}/commencer/depot-de-pieces?prefill_token={draft.token}"
        return {"dossier_url": url, "state": "prefilled", **common}
    times = {"submitted_at": draft.submitted_at, "processed_at": draft.processed_at}
    return {"state": draft.state, **{name: at for name, at in times.items() if at is not None}, **common}


@contextlib.contextmanager
def demarche_server(certificates: Certificates) -> Iterator[DemarcheServer]:
    """The portal, gone at the end."""
    state = DemarcheServer()
    path = f"/api/public/v1/demarches/{DEMARCHE}/dossiers"

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self._instead():
                return
            if self.path != path or self.headers.get("Content-Type") != "application/json":
                self._say(404, {"error": "not found"})
                return
            # Unknown fields are left out without a word, as the portal does.
            fields = {k: v for k, v in json.loads(body).items() if k.startswith(("champ_", "identite_"))}
            draft = Draft(1000 + len(state.drafts), secrets.token_urlsafe(18), fields)
            state.drafts.append(draft)
            state.on_create()
            if state.lose_the_answer:
                self.close_connection = True
                self.connection.close()
                return
            self._say(201, _serialised(state, draft))

        def do_GET(self) -> None:
            if self._instead():
                return
            asked = urlsplit(self.path)
            tokens = parse_qs(asked.query).get("prefill_token", [])
            if asked.path != path:
                self._say(404, {"error": "not found"})
                return
            self._say(200, [_serialised(state, one) for one in state.drafts if one.token in tokens])

        def _instead(self) -> bool:
            if state.answer_instead is None:
                return False
            status, raw = state.answer_instead
            self.send_response(status)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)
            return True

        def _say(self, status: int, answer: object) -> None:
            raw = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 — as the library names it
            """Nothing on the terminal."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that was killed in the middle is what is tested here."""

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = certificates.server().wrap_socket(server.socket, server_side=True)
    state.url = f"https://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
