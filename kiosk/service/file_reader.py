"""The process that reads files given on the command line, page by page, for `kiosk read`.

Like the readers of the core it has limits of memory and time: a file that kills it costs its own pages only.
"""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kiosk.pages.check import read_file
from kiosk.pages.model import UnusableInput
from kiosk.pages.text import require
from kiosk.pages.twoddoc.trust import trust_in
from kiosk.service.reader import NotReadable, bounded


class FileReader:
    """One file at a time: `open`, then `page` until it gives None or a sentence."""

    def __init__(self, languages: Sequence[str], seconds: float, scratch: str, seals: str) -> None:
        with contextlib.suppress(OSError):
            bounded(scratch)
        self._languages = tuple(languages)
        self._seconds = seconds
        self._trust = trust_in(Path(seals))
        self._pages: Iterator[dict[str, Any]] = iter(())

    def missing(self) -> NotReadable | None:
        """What is not installed here."""
        try:
            require(self._languages)
        except UnusableInput as error:
            return NotReadable(str(error))
        return None

    def open(self, data: bytes, name: str) -> None:
        """Begin with another file."""
        self._pages = read_file(data, name, self._languages, self._seconds, self._trust)

    def page(self) -> dict[str, Any] | NotReadable | None:
        """The next page; None after the last."""
        try:
            return next(self._pages, None)
        except UnusableInput as error:
            return NotReadable(str(error))
