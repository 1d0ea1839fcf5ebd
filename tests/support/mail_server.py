"""A real SMTP server on the loop-back address: STARTTLS, AUTH, SIZE and DSN; it can lose its answers."""

# ruff: noqa: ARG002, N802 — names and arguments are those that aiosmtpd looks for
import contextlib
import email.parser
import email.policy
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.support.tls import Certificates

USER, PASSWORD = "borne@espace.example", "mot-de-passe-de-test"
_REPORT_OPTIONS = re.compile(r"\s+(RET|ENVID|NOTIFY|ORCPT)=\S+", re.IGNORECASE)


@dataclass
class Received:
    """A message that the server took."""

    raw: bytes
    envelope_id: str
    recipients: tuple[str, ...]

    @property
    def message(self) -> EmailMessage:
        return email.parser.BytesParser(policy=email.policy.default).parsebytes(self.raw)

    def report(self, action: str, *, with_id: bool = True) -> bytes:
        """What a mail server would send back about it."""
        identifier = f"Original-Envelope-Id: {self.envelope_id}\r\n" if with_id else ""
        status = {"failed": "5.1.1", "delayed": "4.4.1"}.get(action, "2.0.0")
        return (
            f"From: MAILER-DAEMON@caf.example\r\nTo: {USER}\r\nSubject: Delivery Status Notification\r\n"
            "MIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="=_r"\r\n\r\n'
            "--=_r\r\nContent-Type: text/plain\r\n\r\nThis is a report.\r\n"
            "--=_r\r\nContent-Type: message/delivery-status\r\n\r\n"
            f"Reporting-MTA: dns; mx.caf.example\r\n{identifier}\r\n"
            f"Final-Recipient: rfc822; {self.recipients[0]}\r\nAction: {action}\r\nStatus: {status}\r\n\r\n"
            "--=_r\r\nContent-Type: text/rfc822-headers\r\n\r\n"
            f"Message-ID: {self.message['Message-ID']}\r\nSubject: x\r\n\r\n--=_r--\r\n"
        ).encode()


@dataclass
class MailServer:
    """What the server received, and how it behaves from now on."""

    port: int = 0
    received: list[Received] = field(default_factory=list)
    answer: str = "250 2.0.0 OK"
    """To the final dot; empty: the message is taken, and the line is cut before the answer."""
    to_rcpt: str = ""
    """An answer to RCPT instead of yes."""
    on_message: Callable[[], None] = lambda: None
    attempts: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def ids(self) -> list[str]:
        return [str(one.message["Message-ID"]) for one in self.received]


class _Smtp(SMTP):
    """aiosmtpd knows no DSN: its options are taken off and kept."""

    async def smtp_MAIL(self, arg: str | None) -> None:
        text = arg or ""
        found = re.search(r"ENVID=(\S+)", text)
        self.envelope_id = found.group(1) if found else ""
        await super().smtp_MAIL(_REPORT_OPTIONS.sub("", text))

    async def smtp_RCPT(self, arg: str | None) -> None:
        await super().smtp_RCPT(_REPORT_OPTIONS.sub("", arg or ""))


class _Handler:
    def __init__(self, state: MailServer) -> None:
        self._state = state

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [*responses[:-1], "250-DSN", responses[-1]]

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self._state.attempts += 1
        if self._state.to_rcpt:
            return self._state.to_rcpt
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: Any, session: Session, envelope: Envelope) -> str:
        state = self._state
        if not state.answer or state.answer.startswith("2"):
            received = Received(bytes(envelope.original_content or b""), server.envelope_id, tuple(envelope.rcpt_tos))
            with state.lock:
                state.received.append(received)
        state.on_message()
        if not state.answer:
            server.transport.abort()
        return state.answer or "250 lost"


def _authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=good)  # a refusal is answered by the library


@contextlib.contextmanager
def mail_server(certificates: Certificates, *, size: int = 33_554_432) -> Iterator[MailServer]:
    """The server, gone at the end."""
    state = MailServer()
    context = certificates.server()

    class _Controller(Controller):
        def factory(self) -> SMTP:
            return _Smtp(
                self.handler,
                tls_context=context,
                require_starttls=True,
                auth_required=True,
                authenticator=_authenticate,
                data_size_limit=size,
                hostname="mx.test",
            )

        def _trigger_server(self) -> None:
            # It asks itself for a first answer, on the port that the system has given.
            self.port = self.server.sockets[0].getsockname()[1]
            super()._trigger_server()

    controller = _Controller(_Handler(state), hostname="127.0.0.1", port=0)
    controller.start()
    try:
        state.port = controller.port
        yield state
    finally:
        controller.stop()
