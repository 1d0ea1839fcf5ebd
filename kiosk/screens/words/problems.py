"""Why a page would be sent back, and the gesture that mends it, in the visitor's language."""

from kiosk.words import mark, say

_UNKNOWN = (mark("On lit mal cette feuille."), mark("Refaites la photo."))


def _words(code: str) -> tuple[str, str]:
    # Imported where it is used: the rooms of the pages load numpy, and the first frame must not wait for it.
    from kiosk.pages.model import Problem
    from kiosk.pages.sentences import gesture, sentence

    try:
        problem = Problem(code)
    except ValueError:
        return _UNKNOWN
    return sentence(problem), gesture(problem)


def problem_sentence(language: str, code: str) -> str:
    """What is wrong, in one sentence."""
    return say(language, _words(code)[0])


def mending_gesture(language: str, code: str) -> str:
    """What to do about it, in one sentence."""
    return say(language, _words(code)[1])
