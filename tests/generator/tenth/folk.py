# ruff: noqa: E501 - tables of words, in lines as they come
"""Invented people and places of the tenth set, and the frame of a month that they work in."""

from dataclasses import replace
from random import Random
from typing import Any

from tests.generator.ninth.wage import drawn_frame
from tests.generator.people import Person, draw_nir

_MEN = ("Aurélien", "Bakary", "Cyril", "Damien", "Emmanuel", "Florian", "Gaël", "Ismaël", "Jean-Luc", "Kévin", "Lionel",
        "Moussa", "Mohamed", "Patrice", "Romain", "Sofiane", "Thierry", "Valentin", "Yannick")  # fmt: skip
_WOMEN = ("Angélique", "Awa", "Brigitte", "Corinne", "Émilie", "Fatima", "Gwenaëlle", "Isabelle", "Jennifer", "Kadiatou",
          "Lydie", "Marie-Line", "Mélanie", "Nadia", "Patricia", "Rosa", "Séverine", "Valérie", "Yasmina")  # fmt: skip
_LAST = ("Aubry", "Bah", "Bertrand", "Blanchard", "Bouvier", "Cissé", "Cordier", "Da Costa", "Delorme", "El Amrani", "Fernandes",
         "Gaillard", "Hubert", "Keita", "Lacroix", "Le Gall", "Leclerc", "Marchal", "Meunier", "Noël", "Perrot", "Picard",
         "Rey", "Saidi", "Schmitt", "Simon", "Tessier", "Tran", "Vernet", "Zerbib")  # fmt: skip
_WAYS = ("rue Victor Hugo", "avenue de la Libération", "allée des Tilleuls", "rue du Moulin", "rue Jean Jaurès", "cité des Mimosas",
         "chemin de la Fontaine", "rue de l'Église", "boulevard Voltaire", "résidence Les Peupliers")  # fmt: skip
_TOWNS = ("03200 VICHY", "12300 DECAZEVILLE", "16100 COGNAC", "24200 SARLAT LA CANEDA", "43000 LE PUY EN VELAY", "55100 VERDUN",
          "61200 ARGENTAN", "70200 LURE", "81300 GRAULHET", "89300 JOIGNY")  # fmt: skip


def draw_address(random: Random) -> tuple[str, str]:
    """Street and town."""
    return f"{random.randint(1, 160)}{random.choice((',', '', '', ' bis'))} {random.choice(_WAYS)}", random.choice(
        _TOWNS
    )


def draw_worker(random: Random, men: float = 0.5) -> Person:
    """A person; `men` is the share of men in the trade."""
    title = "M." if random.random() < men else "Mme"
    first = random.choice(_MEN if title == "M." else _WOMEN)
    return Person(title, first, random.choice(_LAST), draw_nir(random, title), *draw_address(random))


def framed(random: Random, employer: str, activity: str, agreement: str, men: float = 0.5) -> dict[str, Any]:
    """A month at `employer` as `drawn_frame` gives it, with people and places of this set; no name at birth."""
    frame = drawn_frame(random, employer, activity, agreement, draw_worker(random, men))
    street, town = draw_address(random)
    frame["employer"] = replace(frame["employer"], street=street, town=town)
    return frame
