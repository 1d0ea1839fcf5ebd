"""Invented people, streets and firms of this set, put together from parts, and the frame of a month for them."""

from dataclasses import replace
from random import Random

from tests.generator.eighth.month import Frame, draw_frame
from tests.generator.people import Person, draw_nir

_MEN = ("Alassane", "Antonin", "Bilal", "Christophe", "Denis", "Eduardo", "Franck", "Gaëtan", "Hakim", "Jean-Noël",
        "Kévin", "Laurent", "Maxence", "Norbert", "Ousmane", "Pascal", "Rémi", "Samir", "Tanguy", "Xavier")  # fmt: skip
_WOMEN = ("Agathe", "Bintou", "Carole", "Delphine", "Estelle", "Fatiha", "Geneviève", "Honorine", "Isabelle",
          "Karima", "Laëtitia", "Maryline", "Nathalie", "Oriane", "Pauline", "Rachel", "Sabrina")  # fmt: skip
_LAST = ("Allard", "Bouchareb", "Cazenave", "Diarra", "Evrard", "Ferrand", "Goncalves", "Hamelin", "Imbert", "Josse",
         "Kowalski", "Lebreton", "Maillard", "Nguyen", "Ouvrard", "Poirier", "Queffelec", "Rahmani", "Salvador",
         "Touré", "Vidal", "Wagner", "De Sousa", "Le Bihan", "Blanc-Perrin", "Aït Saïd")  # fmt: skip
_WAYS = ("rue de la Fontaine", "avenue du Général-Leclerc", "chemin des Vignes", "rue Pasteur", "rue des Tilleuls",
         "rue du Stade", "lotissement Bel-Air", "route de Lyon", "rue Jules-Ferry", "impasse du Lac")  # fmt: skip
_TOWNS = ("01000 BOURG-EN-BRESSE", "08000 CHARLEVILLE", "18000 BOURGES", "26000 VALENCE", "36000 CHATEAUROUX",
          "43000 LE PUY-EN-VELAY", "53000 LAVAL", "65000 TARBES", "79000 NIORT", "85000 LA ROCHE-SUR-YON")  # fmt: skip


def draw_place(random: Random) -> tuple[str, str]:
    return f"{random.randint(1, 140)}{random.choice(('', '', '', ' ter'))} {random.choice(_WAYS)}", random.choice(
        _TOWNS
    )


def draw_someone(random: Random) -> tuple[Person, str]:
    """A person, and the name at birth where it is another."""
    title = random.choice(("M.", "Mme"))
    first = random.choice(_MEN if title == "M." else _WOMEN)
    last, birth = random.sample(_LAST, 2)
    street, town = draw_place(random)
    married = title == "Mme" and random.random() < 0.25
    return Person(title, first, last, draw_nir(random, title), street, town), birth if married else ""


def firm_name(random: Random, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    return f"{random.choice(before)} {random.choice(after)}"


def frame_at(random: Random, firm: str, activity: str = "", agreement: str = "") -> Frame:
    """A month at `firm` for someone of this set; half of the firms are in the town of who works there."""
    frame = draw_frame(random, firm, activity, agreement)
    person, birth = draw_someone(random)
    street, town = draw_place(random)
    where = person.town if random.random() < 0.5 else town
    return replace(frame, employer=replace(frame.employer, street=street, town=where), person=person, birth=birth)
