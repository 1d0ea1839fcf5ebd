"""Invented people, places and firms of these layouts, put together from parts."""

from random import Random

from tests.generator.people import Person, draw_nir

_MEN = ("Bakary", "Corentin", "Damien", "Emre", "Florian", "Gérard", "Idriss", "Jean-Luc", "Kamel",
        "Ludovic", "Mickaël", "Noé", "Patrice", "Régis", "Slimane", "Thibault", "Vincent", "Wassim")  # fmt: skip
_WOMEN = ("Assia", "Brigitte", "Coralie", "Diane", "Émilie", "Fanta", "Gwenaëlle", "Hélène", "Ilona", "Joëlle", "Leïla",
          "Marie-Ange", "Noémie", "Océane", "Patricia", "Rokia", "Sylvie", "Thérèse", "Valérie", "Yamina")  # fmt: skip
_LAST = ("Arnoux", "Belkacem", "Castagnet", "Delorme", "Escoffier", "Fofana", "Grandjean", "Huet", "Istria", "Jaouen",
         "Keller", "Lacombe", "Marchetti", "Nogueira", "Oualid", "Pruvost", "Ravel", "Sissoko", "Thibodeau", "Vandamme",
         "Le Gall", "Da Costa", "Brun-Picard", "D'Hondt", "El Amrani")  # fmt: skip
_WAYS = ("rue du Four à Chaux", "allée des Noyers", "quai des Mariniers", "chemin de la Tuilerie", "cours Voltaire",
         "boulevard de la Résistance", "rue Louise-Michel", "place de la Halle", "sente aux Loups")  # fmt: skip
_TOWNS = ("03200 VICHY", "12000 RODEZ", "19100 BRIVE", "24000 PÉRIGUEUX", "35300 FOUGÈRES", "55000 BAR-LE-DUC",
          "61000 ALENÇON", "70000 VESOUL", "81000 ALBI", "89000 AUXERRE")  # fmt: skip


def draw_folk(random: Random) -> tuple[Person, str]:
    """A person, and the name at birth where it is another."""
    title = random.choice(("M.", "Mme"))
    first = random.choice(_MEN if title == "M." else _WOMEN)
    last, birth = random.sample(_LAST, 2)
    street, town = draw_place(random)
    married = title == "Mme" and random.random() < 0.35
    return Person(title, first, last, draw_nir(random, title), street, town), birth if married else ""


def draw_place(random: Random) -> tuple[str, str]:
    street = f"{random.randint(1, 180)}{random.choice(('', '', ' bis'))} {random.choice(_WAYS)}"
    return street, random.choice(_TOWNS)


def invented(random: Random, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    return f"{random.choice(before)} {random.choice(after)}"
