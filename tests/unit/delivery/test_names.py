"""Names of bundles: never a path, never a person."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.delivery.names import MAX_NAME_LENGTH, bundle_name
from kiosk.guides.library import load_guides
from kiosk.guides.schema import BUNDLE_NAME_FIELDS

DAY = dt.date(2026, 11, 22)


def named(template: str, number: str = "BORNE1-000042", guide: str = "ft.bulletins", body: str = "caf") -> str:
    return bundle_name(template, number=number, guide_id=guide, body=body, date=DAY)


def test_the_rule_of_the_guide_is_followed() -> None:
    assert named("{date}_{guide}_{body}_{number}.pdf") == "2026-11-22_ft-bulletins_caf_BORNE1-000042.pdf"


def test_accents_and_spaces_go() -> None:
    assert named("Été à la plage {number}.pdf", number="n° 1") == "Ete-a-la-plage-n-1.pdf"


@pytest.mark.parametrize("template", ["{employer}_{number}.pdf", "{0}.pdf", "{number.__class__}{x}.pdf", "{}.pdf"])
def test_a_field_nobody_declared_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="field"):
        named(template)


@pytest.mark.parametrize("number", ["CON", "nul", "com1", "LPT9"])
def test_a_name_windows_keeps_for_itself_is_changed(number: str) -> None:
    assert named("{number}.pdf", number=number) == f"{number}_.pdf"


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_whatever_comes_in_the_name_is_a_plain_file_name(number: str, guide: str, body: str) -> None:
    name = named("{date}_{number}_{guide}_{body}.pdf", number=number, guide=guide, body=body)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.pdf", name)
    assert len(name) <= MAX_NAME_LENGTH


@pytest.mark.parametrize("number", ["../../etc/passwd", "/etc/passwd", "..\\..\\x", ".", "", "\x00", "a/b"])
def test_no_way_out_of_the_folder(number: str) -> None:
    name = named("{number}.pdf", number=number)
    assert "/" not in name
    assert "\\" not in name
    assert not name.startswith(".")


def test_the_shipped_guides_name_their_bundles_with_the_number() -> None:
    for guide in load_guides().all():
        assert "BORNE1-000042" in named(guide.output.name)
    assert frozenset({"number", "guide", "body", "date"}) == BUNDLE_NAME_FIELDS
