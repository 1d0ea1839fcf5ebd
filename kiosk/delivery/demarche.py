"""The channel of Démarche numérique: a form begun for the visitor, who validates it; then the portal is asked for news.

The public API takes a draft (`POST …/demarches/{id}/dossiers`) and gives back an address for the visitor and a token;
with the token it tells, without any account, when the visitor submitted (`submitted_at`: a genuine proof of deposit).
A draft counts for nothing until then: begun twice after a lost answer, one of the two stays unclaimed and is deleted by
the portal. What is never done twice is the submission, and that one is the visitor's own act.
"""

import datetime as dt
import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, urlsplit

from kiosk.delivery.api import (
    DeliveryFault,
    DeliveryItem,
    DeliveryOutcome,
    Failed,
    Hand,
    WaitingForVisitor,
)
from kiosk.delivery.choice import Way, channel_for
from kiosk.guides.channels import Prefill
from kiosk.guides.library import GuideLibrary

URL, TOKEN, NUMBER, DEMARCHE = "url", "token", "number", "demarche"
"""What is kept, sealed, of a draft: whoever holds the address or the token opens it."""
LARGEST_ANSWER = 200_000
_LONGEST_VALUE = 2_000


@dataclass(frozen=True, slots=True)
class DemarcheSettings:
    """`base` is the address of the portal; `trust` a certificate authority of one's own, for tests."""

    base: str
    trust: Path | None = None
    seconds: float = 30.0


class DraftState(StrEnum):
    """Where the portal says the form is."""

    PREFILLED = "prefilled"
    """Nobody opened the address yet."""
    DRAFT = "brouillon"
    SUBMITTED = "en_construction"
    TAKEN_UP = "en_instruction"
    ACCEPTED = "accepte"
    REFUSED = "refuse"
    CLOSED = "sans_suite"


@dataclass(frozen=True, slots=True)
class News:
    """What the portal said. Times are the portal's own."""

    state: DraftState
    number: str
    submitted_at: dt.datetime | None = None
    processed_at: dt.datetime | None = None


class DemarcheChannel:
    """Begins a form, and asks what became of it."""

    name = Way.DEMARCHE.value
    repeatable = True

    def __init__(self, settings: DemarcheSettings, guides: GuideLibrary) -> None:
        self._settings = settings
        self._guides = guides

    def deliver(self, item: DeliveryItem, hand: Hand) -> DeliveryOutcome:  # noqa: ARG002 — a draft twice is no harm
        """Begin the form with the fields that the guide names; others are not sent."""
        prefill = self._prefill(item)
        if prefill is None or not self._settings.base:
            return Failed(DeliveryFault.NOT_SET_UP)
        fields = {name: item.details[name][:_LONGEST_VALUE] for name in prefill.fields if item.details.get(name)}
        answer = self._ask("POST", f"/api/public/v1/demarches/{prefill.demarche}/dossiers", fields)
        if isinstance(answer, Failed):
            return answer
        try:
            (draft,) = answer
            kept = {
                URL: _address(draft["dossier_url"]),
                TOKEN: _text(draft["dossier_prefill_token"]),
                NUMBER: str(int(str(draft["dossier_number"]))),
                DEMARCHE: str(prefill.demarche),
            }
        except (KeyError, TypeError, ValueError):
            return Failed(DeliveryFault.OTHER)
        return WaitingForVisitor(kept[NUMBER], kept)

    def news(self, kept: Mapping[str, str]) -> News | Failed | None:
        """What became of a draft; None once the portal knows it no more."""
        path = f"/api/public/v1/demarches/{int(kept[DEMARCHE])}/dossiers?prefill_token={quote(kept[TOKEN], safe='')}"
        answer = self._ask("GET", path)
        if isinstance(answer, Failed):
            return answer
        mine = [one for one in answer if str(one.get("dossier_number")) == kept[NUMBER]]
        if not mine:
            return None
        try:
            return News(
                DraftState(str(mine[0]["state"])),
                kept[NUMBER],
                _moment(mine[0].get("submitted_at")),
                _moment(mine[0].get("processed_at")),
            )
        except (KeyError, TypeError, ValueError):
            return Failed(DeliveryFault.OTHER)

    def _prefill(self, item: DeliveryItem) -> Prefill | None:
        channel = channel_for(self._guides.get(item.guide_id), Way.DEMARCHE)
        return channel.prefill if channel is not None else None

    def _ask(
        self, method: str, path: str, fields: Mapping[str, str] | None = None
    ) -> "list[dict[str, object]] | Failed":
        """The objects of an answer. Every way it can fail is a fault; nothing of the other side is passed on."""
        base = urlsplit(self._settings.base)
        try:
            if base.scheme == "https":
                trust = str(self._settings.trust) if self._settings.trust else None
                context = ssl.create_default_context(cafile=trust)
                link: http.client.HTTPConnection = http.client.HTTPSConnection(
                    base.netloc, timeout=self._settings.seconds, context=context
                )
            else:
                return Failed(DeliveryFault.NOT_TRUSTED)
            try:
                body = json.dumps(dict(fields)).encode() if fields is not None else None
                headers = {"Accept": "application/json", "Content-Type": "application/json"}
                link.request(method, base.path.rstrip("/") + path, body, headers)
                answer = link.getresponse()
                raw = answer.read(LARGEST_ANSWER + 1)
            finally:
                link.close()
        except ssl.SSLError:
            return Failed(DeliveryFault.NOT_TRUSTED)
        except TimeoutError:
            return Failed(DeliveryFault.TIMED_OUT)
        except (OSError, http.client.HTTPException):
            return Failed(DeliveryFault.UNREACHABLE)
        return _read(answer.status, raw)


def _read(status: int, raw: bytes) -> "list[dict[str, object]] | Failed":
    if status == http.client.TOO_MANY_REQUESTS or status >= http.client.INTERNAL_SERVER_ERROR:
        return Failed(DeliveryFault.LATER)
    if status >= http.client.MULTIPLE_CHOICES:
        return Failed(DeliveryFault.REFUSED)
    if len(raw) > LARGEST_ANSWER:
        return Failed(DeliveryFault.OTHER)
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        return Failed(DeliveryFault.OTHER)
    found = answer if isinstance(answer, list) else [answer]
    return found if all(isinstance(one, dict) for one in found) else Failed(DeliveryFault.OTHER)


def _address(value: object) -> str:
    """An address that may be printed as a code: https, and short enough to be read. Raises ValueError."""
    text = str(value)
    if urlsplit(text).scheme != "https" or len(text) > 500 or not text.isascii() or not text.isprintable():
        raise ValueError("not an address")
    return text


def _text(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 200:
        raise ValueError("not a token")
    return value


def _moment(value: object) -> dt.datetime | None:
    if value is None:
        return None
    at = dt.datetime.fromisoformat(str(value))
    if at.tzinfo is None:
        raise ValueError("a time without its zone")
    return at
