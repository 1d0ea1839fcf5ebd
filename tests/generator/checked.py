"""Whether a drawing prints what its truth says, with nothing over it. Nothing of the reader runs here."""

import re
from collections.abc import Mapping

from tests.generator.parts import Drawn
from tests.generator.printed import printed_words
from tests.generator.scoring import normal

AMOUNTS = ("gross", "net_paid", "net_social", "net_taxable", "hours")
NAMES = ("employer_name", "employee_name", "sender")


def unsaid(drawn: Drawn, page: int) -> list[str]:
    """The fields of the truth whose value is not printed on `page` (from 0)."""
    words, _, _ = printed_words(drawn.sheet, page)
    text = " ".join(word.text for word in words)
    close = re.sub(r"\W", "", text).upper()
    truth: Mapping[str, str] = drawn.truth[page]
    missing = [name for name in AMOUNTS if name in truth and re.sub(r"\D", "", truth[name]) not in close]
    siret = truth.get("employer_siret", "")
    if siret[:9] not in close or siret[9:] not in close:
        missing.append("employer_siret")
    if truth.get("reference", "") not in close:
        missing.append("reference")
    printed = normal("sender", text)
    assert isinstance(printed, frozenset)
    for name in NAMES:
        wanted = normal(name, truth.get(name, ""))
        assert isinstance(wanted, frozenset)
        if not wanted <= printed:
            missing.append(name)
    return missing


def overlapping(drawn: Drawn, page: int) -> list[tuple[str, str]]:
    """Words that are printed over each other or off the sheet."""
    words, width, height = printed_words(drawn.sheet, page)
    found = [
        (one.text, "edge")
        for one in words
        if min(one.x, one.y) < 5 or one.x + one.width > width - 5 or one.y + one.height > height - 5
    ]
    for place, one in enumerate(words):
        for other in words[place + 1 :]:
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            if across > 2 and down > 2:
                found.append((one.text, other.text))
    return found
