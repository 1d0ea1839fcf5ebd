"""Invented people, places and firms of these layouts, and the month that they are paid for."""

import calendar
import datetime as dt
from decimal import Decimal
from random import Random

from tests.generator.eighth.month import Frame
from tests.generator.people import Employer, Person, draw_nir, draw_siret

_MEN = ("Abdoulaye", "Alexis", "Bruno", "Cyril", "Dimitri", "Étienne", "Franck", "Gilles", "Hamza", "Jérémy",
        "Lassana", "Marc-Antoine", "Nabil", "Pascal", "Raphaël", "Sofiane", "Tristan", "Xavier")  # fmt: skip
_WOMEN = ("Adèle", "Blandine", "Caroline", "Djamila", "Estelle", "Fatoumata", "Geneviève", "Hawa", "Isabelle",
          "Justine", "Karima", "Laëtitia", "Maryse", "Nathalie", "Ramata", "Sandrine", "Véronique")  # fmt: skip
_LAST = ("Allard", "Benhamou", "Courtois", "Diallo", "Espinasse", "Ferreira", "Garnier", "Hamidi", "Jourdain",
         "Kaczmarek", "Lefort", "Moulin", "Navarro", "Oger", "Poulain", "Quesnel", "Riffault", "Saidi", "Tessier",
         "Vidal", "Le Bihan", "De Almeida", "Roche-Perrin", "Ait Ahmed")  # fmt: skip
_WAYS = ("rue Jules-Ferry", "avenue de Verdun", "rue des Acacias", "chemin du Moulin", "place Carnot",
         "boulevard Gambetta", "impasse des Peupliers", "route de Limoges", "rue du Faubourg")  # fmt: skip
_TOWNS = ("02200 SOISSONS", "09000 FOIX", "18000 BOURGES", "22300 LANNION", "32000 AUCH", "48000 MENDE",
          "52000 CHAUMONT", "65000 TARBES", "72000 LE MANS", "87000 LIMOGES")  # fmt: skip


def draw_place(random: Random) -> tuple[str, str]:
    return f"{random.randint(1, 140)} {random.choice(_WAYS)}", random.choice(_TOWNS)


def draw_person(random: Random) -> tuple[Person, str]:
    """A person, and the name at birth where it is another."""
    title = random.choice(("M.", "Mme"))
    last, birth = random.sample(_LAST, 2)
    first = random.choice(_MEN if title == "M." else _WOMEN)
    person = Person(title, first, last, draw_nir(random, title), *draw_place(random))
    return person, birth if title == "Mme" and random.random() < 0.3 else ""


def draw_client(random: Random) -> str:
    return f"{random.choice(('Mme', 'M.'))} {random.choice(_LAST).upper()} {random.choice('ABCDEFGJLMPRS')}."


def frame_of(random: Random, firm: str, activity: str, agreement: str, late: tuple[int, ...] = (-2, 0, 4, 8)) -> Frame:
    """A whole month at `firm`, paid so many days after its end."""
    first = dt.date(random.randint(2022, 2026), random.randint(1, 12), 1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    person, birth = draw_person(random)
    return Frame(
        Employer(firm, draw_siret(random), activity, agreement, *draw_place(random)),
        person,
        birth,
        random.randint(12, 9899),
        first,
        last,
        last + dt.timedelta(days=random.choice(late)),
        Decimal(random.choice(("0", "1.10", "2.30", "3.90", "5.70", "8.20"))),
    )
