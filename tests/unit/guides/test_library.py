"""Guide files: good ones are read, a wrong one is named with its field in one French sentence."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.guides.library import MAX_FILE_BYTES, GuideError, UnknownGuide, load_guide, load_guides
from kiosk.guides.schema import Guide

Write = Callable[..., Path]


def refused(path: Path) -> str:
    with pytest.raises(GuideError) as caught:
        load_guide(path)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.startswith(path.name)
    return sentence


def test_the_shipped_guides_come_in_the_order_they_are_shown() -> None:
    assert [guide.id for guide in load_guides().all()] == ["ft.bulletins", "caf.dtr", "ft.avertissement"]


def test_an_unknown_guide_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownGuide, match=r"ft\.rien.*caf\.dtr"):
        load_guides().get("ft.rien")


def test_k096_a_guide_that_leaves_no_way_without_a_computer_is_refused(content: dict[str, Any], write: Write) -> None:
    content["channels"] = [channel for channel in content["channels"] if channel["kind"] == "portal"]
    assert "K-096" in refused(write(content))


def test_k096_a_legal_remedy_stands_for_the_missing_way(content: dict[str, Any], write: Write) -> None:
    content["channels"] = [channel for channel in content["channels"] if channel["kind"] == "portal"]
    content["digital_only"] = True
    content["legal_remedy"] = {"fr": "Écrivez au Défenseur des droits.", "en": "Write to the Defender of Rights."}
    assert load_guide(write(content)).legal_remedy is not None


def test_a_guide_that_calls_itself_digital_only_wrongly_is_refused(content: dict[str, Any], write: Write) -> None:
    content["digital_only"] = True
    assert "digital_only" in refused(write(content))


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda guide: guide.pop("title"), "title"),
        (lambda guide: guide["title"].pop("en"), "title.en"),
        (lambda guide: guide.update(titel={}), "titel"),
        (lambda guide: guide["deadlines"][0].update(unit="days"), "deadlines[0].unit"),
        (lambda guide: guide["deadlines"][0].pop("verified"), "deadlines[0].verified"),
        (lambda guide: guide["deadlines"][0].pop("checked_on"), "deadlines[0].checked_on"),
        (lambda guide: guide["pieces"][0]["count"].update(months="M-4"), "pieces[0].count.months"),
        (lambda guide: guide["body"]["phone"].update(value=3949), "body.phone.value"),
        (lambda guide: guide["channels"][0].update(url="http://example.org"), "channels[0].url"),
        (lambda guide: guide["output"].update(name="{employer}_{number}.pdf"), "output.name"),
        (lambda guide: guide["output"].update(name="bulletins.pdf"), "output.name"),
        (lambda guide: guide.update(valid_until="2020-01-01"), "valid_until"),
        (lambda guide: guide.update(version="1.0"), "version"),
        (lambda guide: guide.update(pieces=[]), "pieces"),
        (lambda guide: guide["pieces"].append(guide["pieces"][0]), "pieces"),
        (lambda guide: guide["pieces"][1].pop("when"), "pieces[1]"),
        (lambda guide: guide["pieces"][0].update(kinds=[]), "pieces[0]"),
        (lambda guide: guide.update(remedies=[]), "remedies"),
    ],
)
def test_the_field_that_is_wrong_is_named(
    content: dict[str, Any], write: Write, spoil: Callable[[Any], object], field: str
) -> None:
    spoil(content)
    assert f"«\u00a0{field}" in refused(write(content))


def test_a_key_written_twice_is_not_lost_in_silence(write: Write) -> None:
    sentence = refused(write("id: ft.bulletins\nid: caf.dtr\n"))
    assert "ligne 2" in sentence
    assert "deux fois" in sentence


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words", "a: [1", "\x00\x01", "? [a]\n: b\n"])
def test_what_is_no_guide_is_refused_in_one_sentence(write: Write, text: str) -> None:
    refused(write(text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ft.bulletins.yaml"
    path.write_bytes(b"\xff\xfe\xff\xd8\xff")
    refused(path)


def test_a_huge_file_is_refused_unread(write: Write) -> None:
    assert "gros" in refused(write("#" * (MAX_FILE_BYTES + 1)))


def test_the_file_bears_the_name_of_its_guide(content: dict[str, Any], write: Write) -> None:
    assert "id" in refused(write(content, "autre.yaml"))


def test_an_empty_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="aucun guide"):
        load_guides(tmp_path)
    refused(tmp_path / "rien.yaml")


def test_a_guide_expires_the_day_after_its_last_valid_day(content: dict[str, Any]) -> None:
    guide = Guide.model_validate(content)
    assert not guide.expired(guide.valid_until)
    assert guide.expired(guide.valid_until + dt.timedelta(days=1))


def test_a_withdrawn_guide_is_not_offered(content: dict[str, Any], write: Write, tmp_path: Path) -> None:
    content["status"] = "withdrawn"
    write(content)
    library = load_guides(tmp_path)
    assert library.offered() == ()
    assert len(library.all()) == 1


def a_channel(content: dict[str, Any], kind: str, **more: object) -> dict[str, Any]:
    fact = {"verified": False, "checked_on": content["checked_on"]}
    return {"kind": kind, "label": {"fr": "Un", "en": "One"}, "receipt": {"kind": "none"}, **fact, **more}


def test_an_email_beside_a_reserved_portal_is_refused(content: dict[str, Any], write: Write) -> None:
    content["channels"].append(a_channel(content, "email"))
    assert "L112-9" in refused(write(content))
    for channel in content["channels"]:
        channel.pop("reserved", None)
    assert load_guide(write(content)).channels[-1].kind == "email"


def test_only_a_portal_is_reserved_or_begun_for_somebody(content: dict[str, Any], write: Write) -> None:
    content["channels"].append(a_channel(content, "post", reserved=True))
    assert "reserved" in refused(write(content))
    content["channels"][-1] = a_channel(content, "portal", prefill={"demarche": 12, "fields": {"champ_a": "Un"}})
    assert load_guide(write(content)).channels[-1].prefill is not None
    content["channels"][-1]["prefill"]["fields"] = {"../x": "Un"}
    assert "prefill" in refused(write(content))


def test_the_shipped_bodies_that_reserve_their_portal_are_marked() -> None:
    for guide in load_guides().all():
        assert any(channel.reserved for channel in guide.channels), guide.id
