"""The guides that ship: what is printed from them is verified, plain, and fits what the pages room can tell."""

import re

import pytest

from kiosk.guides.library import load_guides
from kiosk.guides.model import Text
from kiosk.guides.schema import Guide
from kiosk.guides.wording import body_lines, deadline_lines, remedy_lines, unverified_facts
from kiosk.pages.model import Kind

GUIDES = load_guides().all()
MAX_WORDS = 12
LANGUAGES = ("fr", "en")

each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)


def texts(part: object) -> list[Text]:
    if isinstance(part, Text):
        return [part]
    if isinstance(part, tuple):
        return [text for item in part for text in texts(item)]
    fields = getattr(type(part), "model_fields", {})
    return [text for name in fields for text in texts(getattr(part, name))]


@each_guide
def test_every_kind_asked_for_is_one_that_can_be_read(guide: Guide) -> None:
    kinds = {kind for piece in guide.pieces for kind in piece.kinds}
    assert kinds <= {kind.value for kind in Kind}


@each_guide
def test_what_is_printed_is_verified_and_not_empty(guide: Guide) -> None:
    for language in LANGUAGES:
        lines = remedy_lines(guide, language)
        assert lines
        assert len(lines) == sum(remedy.verified for remedy in guide.remedies)
        assert body_lines(guide, language)[0] == guide.body.name
        assert len(deadline_lines(guide, language)) == sum(deadline.verified for deadline in guide.deadlines)


def test_a_telephone_number_nobody_verified_is_not_printed() -> None:
    caf = load_guides().get("caf.dtr")
    assert caf.body.phone is not None
    assert caf.body.phone.value not in body_lines(caf, "fr")
    assert "body.phone" in unverified_facts(caf)


@each_guide
def test_sentences_are_short_and_well_set(guide: Guide) -> None:
    for text in texts(guide):
        for sentence in re.split(r"[.:;] ", text.fr.replace("\u00a0", " ")):
            assert len(sentence.split()) <= MAX_WORDS, sentence
        assert not re.search(r"[^\u00a0][:;?!»]|«[^\u00a0]", text.fr), text.fr
        assert "'" not in text.fr, text.fr


@each_guide
def test_both_languages_say_something_of_their_own(guide: Guide) -> None:
    assert guide.title.fr != guide.title.en
    assert guide.everyday_words.fr
    assert guide.everyday_words.en
    assert guide.title.within("en") == guide.title.en
    assert guide.title.within("ar") not in (guide.title.fr, guide.title.en)
    assert guide.title.within("??") == guide.title.fr


def test_the_answer_to_a_warning_can_be_posted_until_the_last_day() -> None:
    deadline = load_guides().get("ft.avertissement").deadlines[0]
    assert (deadline.count, deadline.unit, deadline.postmark_counts) == (10, "calendar", True)
