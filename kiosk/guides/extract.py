"""The words of a guide that visitors see, for the catalogues: its French title and summary."""

from collections.abc import Collection, Iterator, Mapping
from typing import IO

import yaml


def extract_guide(
    file: IO[bytes],
    _keywords: Collection[str],
    _comment_tags: Collection[str],
    options: Mapping[str, str],  # noqa: ARG001 - named by Babel
) -> Iterator[tuple[int, None, str, list[str]]]:
    """A Babel extractor: (line, function, message, comments) of each."""
    guide = yaml.safe_load(file)
    for name in ("title", "summary"):
        yield 0, None, guide[name]["fr"], []
