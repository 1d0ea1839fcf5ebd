"""Every word that people see is in every language, with the same placeholders and plurals."""

import gettext
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kiosk.words import LANGUAGES, SOURCE_LANGUAGE

ROOT = Path(__file__).parents[2]
STRINGS = ROOT / "assets" / "strings"
KEYWORDS = ("mark", "say:2", "say_many:2,3")
TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
PLACEHOLDER = re.compile(r"{(\w+)")


def _read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What is marked in the program as it is now."""
    pot = tmp_path_factory.mktemp("strings") / "kiosk.pot"
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", str(STRINGS / "babel.cfg")]
    subprocess.run([*command, *keywords, "-o", str(pot), "."], cwd=ROOT, check=True, capture_output=True)
    return _read(pot)


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple) else (message.string,)


def _sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple) else (message.id,)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def test_the_template_is_that_of_the_program(extracted: Catalog) -> None:
    template = _read(STRINGS / "kiosk.pot")
    new = {message.id for message in _messages(extracted)} - {message.id for message in _messages(template)}
    assert not new, f"extract again: {new}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_in_french(extracted: Catalog, language: str) -> None:
    catalogue = _read(STRINGS / language / "LC_MESSAGES" / "kiosk.po", language)
    for message in _messages(extracted):
        found = catalogue.get(message.id)
        assert found is not None, f"missing: {message.id!r}"
        assert not found.fuzzy, f"doubtful: {message.id!r}"
        assert all(_forms(found)), f"empty: {message.id!r}"
        assert len(_forms(found)) == (catalogue.num_plurals if isinstance(message.id, tuple) else 1), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_the_same(language: str) -> None:
    for message in _messages(_read(STRINGS / language / "LC_MESSAGES" / "kiosk.po", language)):
        allowed = {name for source in _sources(message) for name in PLACEHOLDER.findall(source)}
        for form in _forms(message):
            names = set(PLACEHOLDER.findall(form))
            assert names <= allowed, f"unknown in {form!r}"
            assert names | {"count"} == allowed | {"count"}, f"lost in {form!r}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_compiles(language: str) -> None:
    stream = io.BytesIO()
    write_mo(stream, _read(STRINGS / language / "LC_MESSAGES" / "kiosk.po", language))
    stream.seek(0)
    assert gettext.GNUTranslations(stream).gettext("Continuer") == "Go on"
