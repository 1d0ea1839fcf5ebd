"""Printed words misread as the engine does: as seldom, and with the confidence that it gives."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from kiosk.pages.text import Seen

FIGURES, WORDS = 1 / 50, 1 / 140
"""Shares of figures misread or lost, and of other words lost or joined, as on 35 captured pages (40 of 2 015 and 27 of
3 843 printed words that the engine did not give, both looks together)."""
SURE = (0.76, 0.82, 0.86, 0.89, *(0.92,) * 4, *(0.95,) * 8, *(0.96,) * 8)
"""The engine's confidence in figures that it read right on the captured pages."""
UNSURE = (0.54, 0.59, 0.81, 0.85, 0.85, 0.86)
"""Its confidence in those whose figures stood nowhere on the page: six of 3 756."""
_LIKE = str.maketrans({"5": "6", "6": "5", "8": "3", "3": "8", "1": "7", "7": "1"})


def _first_dropped(text: str, _random: Random) -> str:
    return text[1:]


def _swapped(text: str, random: Random) -> str:
    places = [place for place, letter in enumerate(text) if letter in "568317"]
    if not places:
        return text
    place = random.choice(places)
    return text[:place] + text[place].translate(_LIKE) + text[place + 1 :]


def _comma_lost(text: str, _random: Random) -> str:
    return text.replace(",", "")


def _lost(_text: str, _random: Random) -> str:
    return ""


ERRORS: tuple[Callable[[str, Random], str], ...] = (_first_dropped, _swapped, _swapped, _comma_lost, _lost)


def misread(words: Sequence[Seen], random: Random) -> list[Seen]:
    """`words` with errors, in the order given; words that are lost are left out."""
    seen: list[Seen] = []
    for word in words:
        figures = sum(letter.isdigit() for letter in word.text)
        last = seen[-1] if seen else None
        if figures and random.random() < FIGURES:
            text = random.choice(ERRORS)(word.text, random)
            if text:
                seen.append(replace(word, text=text, confidence=random.choice(UNSURE)))
        elif not figures and random.random() < WORDS:
            if last is not None and random.random() < 0.5 and abs(last.y - word.y) < word.height:
                seen[-1] = _joined(last, word, random)
        else:
            seen.append(replace(word, confidence=random.choice(SURE)))
    return seen


def _joined(left: Seen, right: Seen, random: Random) -> Seen:
    end = max(left.x + left.width, right.x + right.width)
    start = min(left.x, right.x)
    return replace(left, text=left.text + right.text, x=start, width=end - start, confidence=random.choice(UNSURE))
