"""The kiosks a console sees: its own, asked over the control socket, and its peers, asked over TLS.

Each kiosk alone writes its calls: "I take this call" is a request to the one that has it.
"""

import asyncio
import http.client
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from kiosk.console.pinned import post_json
from kiosk.mediation.client import CoreUnavailable, request

Answer = dict[str, object]
ASK_SECONDS = 20.0
PEER_SECONDS = 8.0
FOR_PEERS = frozenset(
    {
        *("watch", "help", "share_ask", "share_view", "share_point", "share_end", "outbox_list", "outbox_bundle"),
        *("opening", "readiness", "activity", "sent", "received", "counted", "decided", "remind", "reprint"),
        *("returned", "send", "call_back", "try_again", "pack", "link"),
    }
)
"""What a peer may ask: nothing that lets people in, erases, or opens with a visitor's key."""


class Kiosk(Protocol):
    """A kiosk that answers."""

    @property
    def address(self) -> str:
        """How it is named here until it says its own name."""

    async def ask(self, message: Mapping[str, object], seconds: float = ASK_SECONDS) -> Answer:
        """The answer of its core; raises `CoreUnavailable`."""


class OwnKiosk:
    """The kiosk of this machine."""

    address = "cette borne"

    def __init__(self, control_socket: Path) -> None:
        self._socket = control_socket

    async def ask(self, message: Mapping[str, object], seconds: float = ASK_SECONDS) -> Answer:
        return await asyncio.to_thread(request, self._socket, message, seconds=seconds)


class BadPeer(ValueError):
    """The address of a peer cannot be used. The message is French."""


class PeerKiosk:
    """A kiosk of the same space. `url` is https://name:port/#fingerprint: no other certificate is spoken to."""

    def __init__(self, url: str, site_key: str) -> None:
        parts = urlsplit(url)
        pin = parts.fragment.replace(":", "").replace(" ", "").lower()
        if parts.scheme != "https" or not parts.hostname or len(pin) != 64:
            raise BadPeer(f"L’adresse {url} n’est pas de la forme https://nom:port/#empreinte.")
        self.address = parts.hostname
        self._host, self._port, self._pin, self._key = parts.hostname, parts.port or 8443, pin, site_key

    async def ask(self, message: Mapping[str, object], seconds: float = ASK_SECONDS) -> Answer:
        try:
            return await asyncio.to_thread(self._ask, message, seconds)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise CoreUnavailable(f"La borne {self.address} ne répond pas.") from error

    def _ask(self, message: Mapping[str, object], seconds: float) -> Answer:
        status, answer = post_json(
            self._host, self._port, self._pin, "/peer/ask", message, seconds=seconds + PEER_SECONDS, key=self._key
        )
        if status != 200 or not isinstance(answer.get("ok"), bool):
            raise ValueError("not an answer")
        return answer
