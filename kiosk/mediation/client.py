"""Asking the core to do something: one line of JSON there, one back. The core alone writes (one writer per kiosk)."""

import json
import socket
from collections.abc import Mapping
from pathlib import Path

ANSWER_SECONDS = 10.0
MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""Room for papers."""


class CoreUnavailable(Exception):
    """The core did not answer. The message is one French sentence, for the mediator."""


class CoreNotRunning(CoreUnavailable):
    """Nobody listens: whoever needs no running kiosk may do the work here."""


def request(socket_path: Path, message: Mapping[str, object], *, seconds: float = ANSWER_SECONDS) -> dict[str, object]:
    """Send `message` to the control socket and return the answer; raises `CoreUnavailable`.

    The answer is {"ok": true, …} or {"ok": false, "sentence": "…"}; `seconds` bounds each wait.
    """
    line = json.dumps(dict(message), ensure_ascii=False).encode() + b"\n"
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(seconds)
            link.connect(str(socket_path))
            link.sendall(line)
            raw = _first_line(link)
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise CoreNotRunning("La borne n’est pas en marche. Lancez-la avec «\u00a0kiosk run\u00a0».") from error
    except PermissionError as error:
        raise CoreUnavailable("Ce compte n’a pas le droit de parler à la borne.") from error
    except TimeoutError as error:
        raise CoreUnavailable("La borne ne répond pas. Réessayez dans un instant.") from error
    except OSError as error:
        raise CoreUnavailable("La borne a coupé la conversation. Réessayez dans un instant.") from error
    return _answer(raw)


def _first_line(link: socket.socket) -> bytes:
    received = bytearray()
    while b"\n" not in received and len(received) <= MAX_ANSWER_BYTES:
        chunk = link.recv(1 << 16)
        if not chunk:
            break
        received += chunk
    return bytes(received.partition(b"\n")[0])


def _answer(raw: bytes) -> dict[str, object]:
    try:
        answer = json.loads(raw)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        raise CoreUnavailable("La borne a répondu quelque chose d’illisible. Réessayez dans un instant.")
    return answer
