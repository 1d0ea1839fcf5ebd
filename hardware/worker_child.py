"""The child's side: build one object, then answer one call after another until the parent hangs up."""

import contextlib
import importlib
import pickle
import resource
import socket
import sys
from collections.abc import Callable

from hardware.lifeline import die_with_parent
from hardware.worker_channel import pack, receive, send
from hardware.worker_messages import Build, Raised, Ready, Reply, Request, Returned


def main(connection_number: int, lifeline: int) -> None:
    """Serve until the parent hangs up. Both numbers are descriptors inherited from it."""
    die_with_parent(lifeline)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the visitor's page
    connection = socket.socket(fileno=connection_number)
    connection.set_inheritable(False)
    with connection, contextlib.suppress(EOFError, ConnectionError):
        _serve(connection)


def _serve(connection: socket.socket) -> None:
    build = pickle.loads(receive(connection))  # noqa: S301 - only the parent holds the other end
    served = _built(build)
    send(connection, pack(Ready()))
    while True:
        request = pickle.loads(receive(connection))  # noqa: S301
        send(connection, _packed_reply(served, request))


def _built(build: Build) -> object:
    if build.memory_limit is not None:
        resource.setrlimit(resource.RLIMIT_AS, (build.memory_limit, build.memory_limit))
    module, _, name = build.factory.partition(":")
    factory: Callable[..., object] = getattr(importlib.import_module(module), name)
    return factory(**build.arguments)


def _packed_reply(served: object, request: Request) -> bytes:
    reply: Reply
    try:
        reply = Returned(getattr(served, request.method)(*request.arguments))
        return pack(reply)
    except Exception as error:
        # The text of an exception may quote a page: only its kind leaves the child.
        return pack(Raised(type(error).__name__))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
