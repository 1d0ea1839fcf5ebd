"""The visit under way as the core holds it in memory. Gone at the end of the visit, with all it knows."""

import datetime as dt
from dataclasses import dataclass, field

from kiosk.service.reader import ReadSheet


@dataclass(slots=True)
class LivePage:
    """An accepted page. `fingerprint` finds the same sheet scanned twice; `reading` comes when it is read."""

    id: str
    digest: bytes
    salt: bytes
    media_type: str
    length: int
    doubts: tuple[str, ...]
    accepted_at: dt.datetime
    source_page: int = 1
    source_pages: int = 1
    fingerprint: bytes = b""
    thumbnail: bytes = b""
    reading: ReadSheet | None = None
    unreadable: bool = False

    @property
    def is_read(self) -> bool:
        return self.reading is not None or self.unreadable


@dataclass(frozen=True, slots=True)
class Trusted:
    """Somebody whom the visitor lets open the scans too. `recipient` is their age public key."""

    name: str
    recipient: str


@dataclass(slots=True)
class LiveVisit:
    """The visit. `identity` opens its seals: it is on the key ticket and in memory, never on the disk."""

    id: str
    language: str
    guide_id: str
    recipient: str
    identity: str | None
    opened_at: dt.datetime
    words: tuple[str, ...] = ()
    """The same key as `identity`, for the key ticket; not kept where a visit is taken up again."""
    pages: list[LivePage] = field(default_factory=list)
    submission_id: str | None = None
    trusted: Trusted | None = None
    """Nobody, unless the visitor asked for it in this very visit."""

    def page(self, page_id: str) -> LivePage | None:
        """The page of that id, None when it was withdrawn."""
        return next((page for page in self.pages if page.id == page_id), None)
