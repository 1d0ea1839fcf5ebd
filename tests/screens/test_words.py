"""Words have a form for everything that can happen."""

import datetime as dt

import pytest

from hardware.printer.api import PrinterFault
from hardware.scanner.api import ScannerFault
from kiosk.cases.labels import KIND_LABELS
from kiosk.journey.actions import Action
from kiosk.journey.views import HelpState, HelpView
from kiosk.journey.visit_views import PageFacts
from kiosk.pages.model import Kind, Problem
from kiosk.screens.gestures.drawings import DRAWINGS
from kiosk.screens.words.calls import bar_words, call_title, is_under_way
from kiosk.screens.words.cases import plain_case
from kiosk.screens.words.dates import day, hour, month, months
from kiosk.screens.words.defaults import LABELS
from kiosk.screens.words.devices import trouble_words
from kiosk.screens.words.kinds import page_name
from kiosk.screens.words.problems import mending_gesture, problem_sentence
from kiosk.words import LANGUAGES

CARDS = {
    Action.CHOOSE_LANGUAGE,
    Action.CHOOSE_JOB,
    Action.CHOOSE_GUIDE,
    Action.CHOOSE_LETTER,
    Action.CHOOSE_WORD,
    Action.CHOOSE,
    Action.DIGIT,
    Action.TYPE_DIGIT,
    Action.SET_TEXT_SIZE,
    Action.SET_THEME,
    Action.SET_SLOW,
    Action.SET_VOLUME,
}


def test_every_kind_of_paper_has_a_name() -> None:
    assert set(KIND_LABELS) == {kind.value for kind in Kind}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_its_sentence_and_gesture(problem: Problem, language: str) -> None:
    unknown = problem_sentence(language, "?"), mending_gesture(language, "?")
    assert problem_sentence(language, problem.value) != unknown[0]
    assert mending_gesture(language, problem.value) != ""
    assert problem.value in DRAWINGS


@pytest.mark.parametrize("fault", [*ScannerFault, *PrinterFault])
def test_no_code_is_ever_shown(fault: ScannerFault | PrinterFault) -> None:
    device = "scanner" if isinstance(fault, ScannerFault) else "printer"
    words = trouble_words(device, fault.value)
    assert "_" not in words.happened + words.remedy
    assert f"broken_{words.part}" in DRAWINGS


def test_every_action_has_a_label_or_a_card() -> None:
    assert set(LABELS) | CARDS == set(Action) - {Action.STIR}


@pytest.mark.parametrize("state", HelpState)
def test_every_state_of_a_call_has_words(state: HelpState) -> None:
    view = HelpView(state, "Sofia")
    assert call_title("fr", view)
    assert (bar_words("fr", view) != "Appeler quelqu’un") is is_under_way(view)


def test_dates_are_those_of_the_language() -> None:
    moment = dt.datetime(2026, 9, 4, 14, 5, tzinfo=dt.UTC)
    assert month("fr", "2026-02") == "février\u00a02026"
    assert month("en", "2026-02") == "February\u00a02026"
    assert day("fr", moment.date()) == "4\u00a0septembre\u00a02026"
    assert hour("fr", moment) == "14\u00a0h\u00a005"
    assert months("fr", ("2026-01", "2026-03")) == "janvier\u00a02026 et mars\u00a02026"
    assert month("fr", "pas un mois") == "pas un mois"


def test_a_page_is_named_by_what_is_known_of_it() -> None:
    assert page_name("fr", PageFacts(1, "payslip", "2026-06")) == "Bulletin de salaire\u00a0: juin\u00a02026"
    assert page_name("fr", PageFacts(1)) == "Papier"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("BOULANGERIE DU PONT VIEUX", "Boulangerie du Pont Vieux"),
        ("SARL L’ÉTOILE-D’OR", "SARL l’Étoile-d’Or"),
        ("Garage Belmontet et Fils", "Garage Belmontet et Fils"),
        ("LE PRÉ", "Le Pré"),
    ],
)
def test_capitals_become_plain(printed: str, shown: str) -> None:
    assert plain_case(printed) == shown
