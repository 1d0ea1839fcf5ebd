"""What a guide gives to the receipt and to the mediator, line by line, in the visitor’s language."""

from collections.abc import Iterator

from pydantic import BaseModel

from kiosk.guides.model import Fact
from kiosk.guides.schema import Guide


def remedy_lines(guide: Guide, language: str) -> tuple[str, ...]:
    """What can be done if it goes wrong; only what was verified is printed."""
    return tuple(remedy.text.within(language) for remedy in guide.remedies if remedy.verified)


def deadline_lines(guide: Guide, language: str) -> tuple[str, ...]:
    """The delays that bind the visitor; only what was verified is printed."""
    return tuple(deadline.note.within(language) for deadline in guide.deadlines if deadline.verified)


def body_lines(guide: Guide, language: str) -> tuple[str, ...]:
    """The body, its telephone and address where verified, else where the visitor finds them."""
    contacts = (guide.body.phone, guide.body.address)
    known = tuple(contact.value for contact in contacts if contact is not None and contact.verified)
    advice = (guide.body.advice.within(language),) if guide.body.address is None or len(known) < 2 else ()
    return (guide.body.name, *known, *advice)


def unverified_facts(guide: Guide) -> tuple[str, ...]:
    """Where in the guide stands something that nobody has verified, e.g. "channels[1]"."""
    return tuple(place for place, fact in _facts(guide, "") if not fact.verified)


def _facts(part: object, place: str) -> Iterator[tuple[str, Fact]]:
    if isinstance(part, Fact):
        yield place, part
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _facts(getattr(part, name), f"{place}.{name}" if place else name)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _facts(item, f"{place}[{index}]")
