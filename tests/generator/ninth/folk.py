# ruff: noqa: E501 - tables of words, in lines as they come
"""Invented people, places and firms of the ninth set, put together from parts."""

from random import Random

from tests.generator.people import Person, draw_nir

_MEN = ("Abdoulaye", "Alexis", "Antonin", "Boubacar", "Christophe", "Denis", "Enzo", "Franck", "Grégory", "Hamid", "Jérôme",
        "Julien", "Luís", "Mamadou", "Marc-Antoine", "Nassim", "Pascal", "Philippe", "Samir", "Steeve", "Xavier")  # fmt: skip
_WOMEN = ("Agnès", "Anne-Sophie", "Binta", "Camille", "Catherine", "Delphine", "Elsa", "Fatoumata", "Hanane", "Justine", "Karine",
          "Laetitia", "Magali", "Maria", "Myriam", "Nathalie", "Océane", "Sandrine", "Stéphanie", "Virginie", "Zohra")  # fmt: skip
_LAST = ("Alonso", "Baudry", "Benali", "Boucher", "Camara", "Carlier", "Chauvin", "Diallo", "Dos Santos", "Ferrand", "Germain",
         "Guillou", "Hamon", "Jolly", "Khelifi", "Lambert-Roy", "Lebrun", "Le Bihan", "Mansouri", "Masson", "Moulin", "Nguyen",
         "Pereira", "Poirier", "Renard", "Roche", "Sow", "Teixeira", "Toussaint", "Traoré", "Vidal", "Wagner")  # fmt: skip
_WAYS = ("rue de la République", "avenue du Général Leclerc", "rue Pasteur", "chemin des Vignes", "impasse des Acacias",
         "rue du 8 Mai 1945", "place de la Mairie", "lotissement Les Genêts", "route de Limoges", "boulevard Gambetta")  # fmt: skip
_TOWNS = ("87300 BELLAC", "36000 CHATEAUROUX", "52100 SAINT-DIZIER", "08200 SEDAN", "47300 VILLENEUVE SUR LOT", "71200 LE CREUSOT",
          "09100 PAMIERS", "28400 NOGENT-LE-ROTROU", "59400 CAMBRAI", "22600 LOUDÉAC")  # fmt: skip


def draw_individual(random: Random, chance_of_birth: float = 0.3) -> tuple[Person, str]:
    """A person, and the name at birth where it is another."""
    title = random.choice(("M.", "Mme"))
    first = random.choice(_MEN if title == "M." else _WOMEN)
    last, birth = random.sample(_LAST, 2)
    street, town = draw_place(random)
    married = title == "Mme" and random.random() < chance_of_birth
    return Person(title, first, last, draw_nir(random, title), street, town), birth if married else ""


def draw_place(random: Random) -> tuple[str, str]:
    return f"{random.randint(1, 140)}{random.choice(('', '', ' B'))} {random.choice(_WAYS)}", random.choice(_TOWNS)


def one_of(random: Random, *parts: tuple[str, ...]) -> str:
    """A name of one word or group of words from each of `parts`."""
    return " ".join(random.choice(words) for words in parts)
