"""Every word that people see is in every language it must be in, with the same placeholders and its own plurals."""

import functools
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
from fontTools.ttLib import TTFont

from kiosk.languages import language_of
from kiosk.shaping import Script, script_of
from kiosk.words import DOMAINS, LANGUAGES, SOURCE_LANGUAGE, STAFF_LANGUAGES

ROOT = Path(__file__).parents[2]
STRINGS = ROOT / "assets" / "strings"
KEYWORDS = ("mark", "say:2", "say_many:2,3")
WANTED = {"visitor": LANGUAGES, "kiosk": STAFF_LANGUAGES}
TRANSLATED = [(domain, language) for domain in DOMAINS for language in WANTED[domain] if language != SOURCE_LANGUAGE]
PLACEHOLDER = re.compile(r"{(\w+)")
ALONE = {"en": "Go on", "ar": "متابعة", "ru": "Дальше"}


def _read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def _catalogue(domain: str, language: str) -> Catalog:
    return _read(STRINGS / language / "LC_MESSAGES" / f"{domain}.po", language)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Catalog]:
    """What is marked in the program as it is now, by domain."""
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *keywords]
    found = {}
    for domain in DOMAINS:
        pot = tmp_path_factory.mktemp("strings") / f"{domain}.pot"
        rules = ["-F", str(STRINGS / f"{domain}.cfg"), "-o", str(pot), "."]
        subprocess.run([*command, *rules], cwd=ROOT, check=True, capture_output=True)
        found[domain] = _read(pot)
    return found


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple) else (message.string,)


def _sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple) else (message.id,)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_template_is_that_of_the_program(extracted: dict[str, Catalog], domain: str) -> None:
    template = _read(STRINGS / f"{domain}.pot")
    new = {message.id for message in _messages(extracted[domain])} - {message.id for message in _messages(template)}
    assert not new, f"extract again: {new}"


def test_what_is_left_out_for_the_staff_is_what_visitors_have() -> None:
    visitor = set(_rules("visitor"))
    staff = set(_rules("kiosk")) - {("python", "kiosk/**.py")}
    assert visitor == {({"python": "ignore", "ignore": "python"}[method], pattern) for method, pattern in staff}
    assert all(list(ROOT.glob(pattern.replace("**", "**/*"))) for _, pattern in visitor)


def _rules(domain: str) -> list[tuple[str, str]]:
    return re.findall(r"^\[(python|ignore): (.+)\]$", (STRINGS / f"{domain}.cfg").read_text(), re.MULTILINE)


def test_no_sentence_is_marked_where_babel_does_not_look() -> None:
    inside = re.compile(r"""f(["'])(?:(?!\1).)*{[^}]*mark\(""")
    found = [path.name for path in (ROOT / "kiosk").rglob("*.py") if inside.search(path.read_text("utf-8"))]
    assert not found, "mark() inside an f-string is not extracted"


@pytest.mark.parametrize(("domain", "language"), TRANSLATED)
def test_nothing_is_left_in_french(extracted: dict[str, Catalog], domain: str, language: str) -> None:
    catalogue = _catalogue(domain, language)
    for message in _messages(extracted[domain]):
        found = catalogue.get(message.id)
        assert found is not None, f"missing: {message.id!r}"
        assert not found.fuzzy, f"doubtful: {message.id!r}"
        assert all(_forms(found)), f"empty: {message.id!r}"
        assert len(_forms(found)) == (catalogue.num_plurals if isinstance(message.id, tuple) else 1), message.id


@pytest.mark.parametrize(("domain", "language"), TRANSLATED)
def test_placeholders_are_the_same(domain: str, language: str) -> None:
    for message in _messages(_catalogue(domain, language)):
        allowed = {name for source in _sources(message) for name in PLACEHOLDER.findall(source)}
        for form in _forms(message):
            names = set(PLACEHOLDER.findall(form))
            assert names <= allowed, f"unknown in {form!r}"
            assert names | {"count"} == allowed | {"count"}, f"lost in {form!r}"


@pytest.mark.parametrize(("domain", "language"), TRANSLATED)
def test_the_catalogue_compiles(domain: str, language: str) -> None:
    stream = io.BytesIO()
    write_mo(stream, _catalogue(domain, language))
    stream.seek(0)
    words = gettext.GNUTranslations(stream)
    if domain == "visitor" and language in ALONE:
        assert words.gettext("Continuer") == ALONE[language]
    assert words.info()["language"] == language


@pytest.mark.parametrize(("domain", "language"), TRANSLATED)
def test_what_no_person_has_read_says_so(domain: str, language: str) -> None:
    """A reviewer takes the mark « machine draft » away from each sentence, and the status last."""
    catalogue = _catalogue(domain, language)
    drafts = [message for message in _messages(catalogue) if "machine draft" in message.user_comments]
    assert ("Status: machine draft" in catalogue.header_comment) is bool(drafts)
    assert not any("machine" in form and "draft" in form for message in drafts for form in _forms(message))


@functools.cache
def _letters(script: Script) -> frozenset[str]:
    """The characters that both weights of a font can draw."""
    found = []
    for bold in (False, True):
        with TTFont(script.font_file(bold)) as font:
            found.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_one_that_its_fonts_lack(language: str) -> None:
    texts = [language_of(language).name]
    if language != SOURCE_LANGUAGE:
        texts += [form for message in _messages(_catalogue("visitor", language)) for form in _forms(message)]
    for text in texts:
        lacking = {letter for letter in text if letter not in _letters(script_of(text)) and letter not in "\n\u202f"}
        assert not lacking, f"{lacking} in {text!r}"
