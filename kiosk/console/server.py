"""The console's process: TLS on the space's network, and nothing else open."""

import socket
import time
from collections.abc import Sequence
from pathlib import Path

import structlog
import uvicorn

from kiosk.clock import SystemClock
from kiosk.console.app import make_app, make_context
from kiosk.console.kiosks import OwnKiosk, PeerKiosk
from kiosk.console.live import Live
from kiosk.console.patience import PatientProtocol
from kiosk.console.sessions import Sessions
from kiosk.console.tls import fingerprint_of, grouped, names_of_this_machine, server_certificate
from kiosk.guides.library import GuideLibrary

log = structlog.get_logger()
MOST_AT_ONCE = 120


class _Server(uvicorn.Server):
    """Live pages are told the end before the connections close: a browser then comes back instead of complaining."""

    def __init__(self, config: uvicorn.Config, live: Live) -> None:
        super().__init__(config)
        self._live = live

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._live.end()
        await super().shutdown(sockets)


def serve(
    *,
    host: str,
    port: int,
    folder: Path,
    control_socket: Path,
    kiosk: str,
    site: str,
    peers: Sequence[str],
    site_key: str,
    guides: GuideLibrary,
) -> None:
    """Serve until a signal comes. Raises OSError where the port is taken, `BadPeer` for an address of a peer."""
    certificate, key = server_certificate(folder, names_of_this_machine(kiosk), SystemClock().now())
    fingerprint = fingerprint_of(certificate)
    others = [PeerKiosk(url, site_key) for url in peers]
    context = make_context(
        OwnKiosk(control_socket), others, Sessions(folder, time.time), guides, folder, site, fingerprint
    )
    log.info("console", state="ready", what=grouped(fingerprint[:16]))
    config = uvicorn.Config(
        make_app(context, site_key),
        host=host,
        port=port,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=16 * 1024,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    _Server(config, context.live).run()
