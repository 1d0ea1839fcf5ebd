"""What visitors are told is short and complete."""

import re

import pytest

from kiosk.pages.model import Problem
from kiosk.pages.sentences import gesture, sentence


@pytest.mark.parametrize("problem", Problem)
def test_each_problem_has_a_short_sentence_and_a_gesture(problem: Problem) -> None:
    assert len(re.findall(r"[\w’]+", sentence(problem))) <= 8
    assert len(re.findall(r"[\w’]+", gesture(problem))) <= 12
    for said in (sentence(problem), gesture(problem)):
        assert said[0].isupper()
        assert said.endswith(".")
        assert "'" not in said
