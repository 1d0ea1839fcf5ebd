"""What mail servers say of a message later: reports of delivery (RFC 3464) in the site's mailbox.

The mailbox is a Maildir on the disk, filled by the site's own mail program: the kiosk keeps no key of a mailbox, and
one file is one message, read whole or not at all. Everything in it was written by strangers.
"""

import email.parser
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from enum import StrEnum
from pathlib import Path

LARGEST = 2_000_000
"""Bytes of a report that is looked at; a report quotes heads only."""
_ENVELOPE = re.compile(r"[A-Za-z0-9_-]{1,80}\.\d{1,4}\.\d{1,4}\.[0-9a-f]{12}")
_MOST_PARTS = 50


class Action(StrEnum):
    """What became of the message, in the words of the standard."""

    DELIVERED = "delivered"
    RELAYED = "relayed"
    EXPANDED = "expanded"
    DELAYED = "delayed"
    FAILED = "failed"


ARRIVED = frozenset({Action.DELIVERED, Action.RELAYED, Action.EXPANDED})
"""The message left, and another server has it. It is no acknowledgement of the public body."""


@dataclass(frozen=True, slots=True)
class MailReport:
    """A report about the message `envelope` (as `envelope_id` makes it). Nothing else of it is kept."""

    envelope: str
    action: Action


def read_report(raw: bytes) -> MailReport | None:
    """The report in a message; None for any other mail, however it is made."""
    if len(raw) > LARGEST:
        return None
    try:
        message = email.parser.BytesParser(policy=email.policy.default).parsebytes(raw)
        if message.get_content_type() != "multipart/report":
            return None
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
        groups = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
        payload = groups.get_payload() if groups is not None else None
        blocks = [block for block in payload if isinstance(block, Message)] if isinstance(payload, list) else []
        envelope = _envelope(blocks) or _quoted(parts)
        actions = {action for block in blocks if (action := _action(block)) is not None}
    except Exception:  # the parser of the standard library is not proof against every malformed message
        return None
    if envelope is None or not actions:
        return None
    # Of several recipients the worst counts; there is one.
    worst = next(one for one in (Action.FAILED, Action.DELAYED, *Action) if one in actions)
    return MailReport(envelope, worst)


def new_mail(maildir: Path) -> Iterator[tuple[Path, bytes]]:
    """The messages nobody looked at yet, oldest name first. A folder that is not there holds none."""
    folder = maildir / "new"
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        try:
            with path.open("rb") as file:
                yield path, file.read(LARGEST + 1)
        except OSError:
            continue


def looked_at(path: Path) -> None:
    """Put a message where mail programs put what was seen. Once it is there it is not looked at again."""
    seen = path.parent.parent / "cur"
    seen.mkdir(exist_ok=True)
    path.replace(seen / f"{path.name.partition(':')[0]}:2,S")


def _envelope(blocks: list[Message]) -> str | None:
    for block in blocks:
        found = _ENVELOPE.search(str(block.get("Original-Envelope-Id", "")))
        if found:
            return found.group()
    return None


def _quoted(parts: list[EmailMessage]) -> str | None:
    """From the head of the message that is quoted: some servers forget the identifier of the envelope."""
    for part in parts:
        if part.get_content_type() not in ("message/rfc822", "text/rfc822-headers"):
            continue
        payload = part.get_payload()
        quoted = payload[0] if isinstance(payload, list) and payload else payload
        found = _ENVELOPE.search(str(quoted.get("Message-ID", "")) if isinstance(quoted, Message) else str(quoted))
        if found:
            return found.group()
    return None


def _action(block: Message) -> Action | None:
    said = str(block.get("Action", "")).split()
    return Action(said[0].lower()) if said and said[0].lower() in set(Action) else None
