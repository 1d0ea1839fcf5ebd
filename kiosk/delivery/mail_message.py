"""The e-mail that carries a bundle: one message, or several numbered ones where the bundle is too big for one.

The same attempt always gives the same bytes: same Message-ID, same date, same boundaries. Whoever receives it twice can
tell, and a part that left is never cut another way.
"""

import datetime as dt
import email.policy
import email.utils
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage

import pikepdf

from kiosk.delivery.names import plain

_POLICY = email.policy.SMTP.clone(max_line_length=900)
_IN_BASE64 = 78 / 57
"""Bytes on the wire for one of an attachment: four for three, and a line end for each 57."""
_ROOM = 8_000
"""Bytes kept for the head and the text of a message."""
_TAG_LENGTH = 12


class TooBig(Exception):
    """One page alone is larger than a message may be."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the messages say. `identity` are the lines that name the person (CRPA R112-9-1), in order."""

    key: str
    number: str
    attempt: int
    sender: str
    site: str
    to: str
    body: str
    guide_title: str
    identity: tuple[str, ...]
    planned_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message as it goes over the wire, and the identifier that a report about it carries back."""

    id: str
    message: bytes


def envelope_id(key: str, number: str, attempt: int, part: int) -> str:
    """The identifier of a message: what is printed, and a tag that nobody outside can guess.

    A report that names it answers a message of ours; a forged one would have to guess the tag.
    """
    tag = hashlib.sha256(f"temoin/mail/v1 {key} {part}".encode()).hexdigest()[:_TAG_LENGTH]
    return f"{plain(number)}.{attempt}.{part}.{tag}"


def messages(letter: Letter, bundle: bytes, largest: int) -> tuple[Envelope, ...]:
    """The messages that carry `bundle`, none larger than `largest` bytes. Raises `TooBig`."""
    files = split(bundle, int((largest - _ROOM) / _IN_BASE64))
    return tuple(_message(letter, part, len(files), file) for part, file in enumerate(files, 1))


def split(bundle: bytes, largest: int) -> tuple[bytes, ...]:
    """`bundle` whole, or as PDFs of consecutive pages, each at most `largest` bytes. Raises `TooBig`."""
    if len(bundle) <= largest:
        return (bundle,)
    with pikepdf.open(io.BytesIO(bundle)) as document:
        files: list[bytes] = []
        begun: tuple[int, bytes] | None = None
        for last in range(len(document.pages)):
            first = begun[0] if begun else last
            file = _pages(document, first, last)
            if len(file) > largest and begun is not None:
                files.append(begun[1])
                first, file = last, _pages(document, last, last)
            if len(file) > largest:
                raise TooBig
            begun = (first, file)
        return (*files, *([begun[1]] if begun else []))


def _pages(document: pikepdf.Pdf, first: int, last: int) -> bytes:
    some = pikepdf.new()
    some.pages.extend(document.pages[first : last + 1])
    out = io.BytesIO()
    some.save(out, deterministic_id=True)
    return out.getvalue()


def _message(letter: Letter, part: int, parts: int, file: bytes) -> Envelope:
    identifier = envelope_id(letter.key, letter.number, letter.attempt, part)
    which = f" ({part}/{parts})" if parts > 1 else ""
    message = EmailMessage(policy=_POLICY)
    message["From"] = email.utils.formataddr((letter.site, letter.sender))
    message["To"] = letter.to
    message["Subject"] = f"Dossier {letter.number} : {letter.guide_title}{which}"
    message["Message-ID"] = f"<{identifier}@{letter.sender.rpartition('@')[2]}>"
    message["Date"] = email.utils.format_datetime(letter.planned_at)
    message["Content-Language"] = "fr"
    message.set_content("\n".join(_text(letter, part, parts)) + "\n", cte="quoted-printable")
    message.add_attachment(
        file,
        maintype="application",
        subtype="pdf",
        filename=f"dossier_{plain(letter.number)}{f'_{part}-sur-{parts}' if parts > 1 else ''}.pdf",
    )
    message.set_boundary(f"=_temoin_{hashlib.sha256(identifier.encode()).hexdigest()[:32]}")
    return Envelope(identifier, message.as_bytes())


def _text(letter: Letter, part: int, parts: int) -> Sequence[str]:
    several = f"Ce message est le n° {part} sur {parts}. Le dossier n’est complet qu’avec tous." if parts > 1 else ""
    return [
        "Madame, Monsieur,",
        "",
        f"Vous trouverez ci-joint les papiers de la démarche « {letter.guide_title} », pour {letter.body}.",
        *([several] if several else []),
        "",
        *letter.identity,
        "",
        f"Ces pages ont été numérisées à {letter.site}. Leur reçu porte le n° {letter.number}.",
        "Merci d’adresser l’accusé de réception prévu par la loi, avec le nombre de pages reçues",
        "(Code des relations entre le public et l’administration, articles L112-11 et R112-11-1).",
        "",
        letter.site,
    ]
