"""A request to a console whose key is known: no other certificate is spoken to, whatever its name or its authority."""

import http.client
import json
import ssl
from collections.abc import Mapping

from kiosk.console.tls import fingerprint

CONNECT_SECONDS = 5.0
LARGEST_ANSWER = 64 * 1024 * 1024


class AnotherConsole(OSError):
    """Whoever answers has another key."""


def post_json(
    host: str, port: int, pin: str, path: str, message: Mapping[str, object], *, seconds: float, key: str = ""
) -> tuple[int, dict[str, object]]:
    """The status and the JSON object that `path` answers; `pin` is the fingerprint of the console's key, hexadecimal.

    Raises `AnotherConsole` before anything was sent, OSError, http.client.HTTPException, ValueError.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False  # the key itself is known: stronger than any name
    context.verify_mode = ssl.CERT_NONE
    line = http.client.HTTPSConnection(host, port, timeout=min(seconds, CONNECT_SECONDS), context=context)
    try:
        line.connect()
        line.sock.settimeout(seconds)
        shown = line.sock.getpeercert(binary_form=True) if isinstance(line.sock, ssl.SSLSocket) else None
        if shown is None or fingerprint(shown) != pin:
            raise AnotherConsole(0, "another certificate")
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
        line.request("POST", path, json.dumps(dict(message)).encode(), headers)
        answered = line.getresponse()
        answer = json.loads(answered.read(LARGEST_ANSWER))
    finally:
        line.close()
    if not isinstance(answer, dict):
        raise ValueError("not an object")
    return answered.status, answer
