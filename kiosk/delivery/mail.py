"""The e-mail channel: SMTP with STARTTLS or TLS, and reports of delivery asked for (RFC 3461).

The one moment that matters is the final dot. Before it the server must not deliver (RFC 5321, 4.1.1.4), so that any
break is a plain failure; after it only the server's answer tells. "In hand" is on the disk before the dot is given:
a break between the two is "perhaps sent", said so, and never sent again blindly.
"""

import contextlib
import re
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.delivery.api import (
    Delivered,
    DeliveryFault,
    DeliveryItem,
    DeliveryOutcome,
    Failed,
    Hand,
    Unsure,
)
from kiosk.delivery.choice import ADDRESS, MAIL_ADDRESS, NAME, Way
from kiosk.delivery.mail_message import Envelope, Letter, TooBig, messages
from kiosk.guides.library import GuideLibrary

PARTS_SECONDS = 60.0
_DOT = b".\r\n"
_LEADING_DOT = re.compile(rb"(?m)^\.")
_GO_ON = 354
_PERMANENT = 500
_TOO_BIG = 552
"""Details that a mediator types: who seizes the body (CRPA R112-9-1). Sealed until the message left."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How the site sends its mail. `addresses` gives each public body's address by its code."""

    host: str
    port: int
    security: str
    sender: str
    site: str
    user: str = ""
    secret: Path | None = None
    trust: Path | None = None
    largest: int = 10_000_000
    addresses: Mapping[str, str] = field(default_factory=dict)
    seconds: float = PARTS_SECONDS


class _Refused(Exception):
    def __init__(self, fault: DeliveryFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class MailChannel:
    """Sends each message of a bundle once."""

    name = Way.MAIL.value
    repeatable = False

    def __init__(self, settings: MailSettings, guides: GuideLibrary) -> None:
        self._settings = settings
        self._guides = guides

    def deliver(self, item: DeliveryItem, hand: Hand) -> DeliveryOutcome:
        """Send what did not leave yet, message by message."""
        if not self._settings.host or not self._settings.sender:
            return Failed(DeliveryFault.NOT_SET_UP)
        letter = self._letter(item)
        if isinstance(letter, Failed):
            return letter
        if item.opened is None:
            return Failed(DeliveryFault.BUNDLE_MISSING)
        # Beyond this try only the answer to the final dot may be lost; `_pass` says so itself.
        try:
            with self._session() as server:
                largest = min(self._settings.largest, _size_limit(server))
                envelopes = messages(letter, item.opened(), largest)
                if item.passed and len(envelopes) != item.parts:
                    return Failed(DeliveryFault.TOO_BIG)
                for part, envelope in enumerate(envelopes, 1):
                    if part > item.passed:
                        outcome = self._pass(server, envelope, letter, part, len(envelopes), hand)
                        if outcome is not None:
                            return outcome
        except TooBig:
            return Failed(DeliveryFault.TOO_BIG)
        except _Refused as refused:
            return Failed(refused.fault)
        except ssl.SSLError:
            return Failed(DeliveryFault.NOT_TRUSTED)
        except TimeoutError:
            return Failed(DeliveryFault.TIMED_OUT)
        except (OSError, smtplib.SMTPException):
            return Failed(DeliveryFault.UNREACHABLE)
        return Delivered(envelopes[0].id)

    def _letter(self, item: DeliveryItem) -> Letter | Failed:
        guide = self._guides.get(item.guide_id)
        to = self._settings.addresses.get(guide.body.code)
        if to is None:
            return Failed(DeliveryFault.NOT_SET_UP)
        name, address, own = (" ".join(item.details.get(one, "").split()) for one in (NAME, ADDRESS, MAIL_ADDRESS))
        if not name or not address:
            return Failed(DeliveryFault.DETAILS_MISSING)
        return Letter(
            key=item.key,
            number=item.number,
            attempt=item.attempt,
            sender=self._settings.sender,
            site=self._settings.site,
            to=to,
            body=guide.body.name,
            guide_title=guide.title.fr,
            identity=(
                f"Nom et prénom : {name}",
                f"Adresse postale : {address}",
                f"Adresse électronique : {own or self._settings.sender}",
            ),
            planned_at=item.planned_at,
        )

    @contextlib.contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        settings = self._settings
        context = ssl.create_default_context(cafile=str(settings.trust) if settings.trust else None)
        server = (
            smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.seconds, context=context)
            if settings.security == "tls"
            else smtplib.SMTP(settings.host, settings.port, timeout=settings.seconds)
        )
        try:
            if settings.security == "starttls":
                try:
                    server.starttls(context=context)
                except smtplib.SMTPNotSupportedError as error:
                    raise _Refused(DeliveryFault.NOT_TRUSTED) from error
            if settings.user and settings.secret is not None:
                self._log_in(server, settings.secret)
            server.ehlo_or_helo_if_needed()
            yield server
        finally:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _log_in(self, server: smtplib.SMTP, secret: Path) -> None:
        """Once, inside TLS: trying every mechanism with a wrong password would lock the account."""
        server.ehlo_or_helo_if_needed()
        offered = server.esmtp_features.get("auth", "").upper().split()
        server.user, server.password = self._settings.user, secret.read_text("utf-8").strip()
        try:
            if "PLAIN" in offered:
                server.auth("PLAIN", server.auth_plain)
            elif "LOGIN" in offered:
                server.auth("LOGIN", server.auth_login)
            else:
                raise _Refused(DeliveryFault.NOT_SET_UP)
        except smtplib.SMTPAuthenticationError as error:
            raise _Refused(_fault(error.smtp_code)) from error

    def _pass(
        self, server: smtplib.SMTP, envelope: Envelope, letter: Letter, part: int, parts: int, hand: Hand
    ) -> DeliveryOutcome | None:
        """One message; None once it left. Before the final dot an error is raised, after it none ever is."""
        reports = server.has_extn("dsn")
        size = [f"SIZE={len(envelope.message)}"] if server.has_extn("size") else []
        _yes(server.mail(letter.sender, [*size, *(["RET=HDRS", f"ENVID={envelope.id}"] if reports else [])]))
        _yes(server.rcpt(letter.to, ["NOTIFY=SUCCESS,FAILURE,DELAY"] if reports else []))
        code, _ = server.docmd("DATA")
        if code != _GO_ON:
            raise _Refused(_fault(code))
        try:
            server.send(_LEADING_DOT.sub(b"..", envelope.message))
            hand.in_hand(part, parts)
        except BaseException:
            server.close()  # amid a message there is no goodbye to wait for; a message without its end is dropped
            raise
        try:
            server.send(_DOT)
            code, _ = server.getreply()
        except (OSError, smtplib.SMTPException):
            return Unsure()
        if code // 100 == 2:
            hand.passed(part)
            return None
        hand.kept()
        return Failed(_fault(code))


def _size_limit(server: smtplib.SMTP) -> int:
    """Bytes the server takes (RFC 1870); 0 and silence mean that it does not say."""
    said = server.esmtp_features.get("size", "").strip()
    return int(said) if said.isdigit() and int(said) else 1 << 62


def _yes(answer: tuple[int, bytes]) -> None:
    if answer[0] // 100 != 2:
        raise _Refused(_fault(answer[0]))


def _fault(code: int) -> DeliveryFault:
    if code == _TOO_BIG:
        return DeliveryFault.TOO_BIG
    return DeliveryFault.REFUSED if code >= _PERMANENT else DeliveryFault.LATER
