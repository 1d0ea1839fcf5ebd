"""Fictitious persons and employers, with identifiers whose check digits are right."""

from dataclasses import dataclass
from random import Random

EMPLOYERS = (
    ("BOULANGERIE DU PONT VIEUX", "1071C", "Boulangerie-pâtisserie artisanale (IDCC 843)"),
    ("GARAGE DE LA CROIX BLANCHE", "4520A", "Services de l’automobile (IDCC 1090)"),
    ("RESIDENCE LES TILLEULS", "8710A", "Hospitalisation privée (IDCC 2264)"),
    ("NETTOYAGE HEXAPOLE", "8121Z", "Entreprises de propreté (IDCC 3043)"),
    ("TRANSPORTS MARCELLIN", "4941A", "Transports routiers (IDCC 16)"),
    ("LIBRAIRIE L'ENCRIER BLEU", "4761Z", "Commerce de la librairie (IDCC 3013)"),
)
FIRST_NAMES = ("Amina", "Bernard", "Célia", "Drissa", "Élodie", "Farid", "Gisèle", "Hoang", "Inès", "Joao", "Salomé")
LAST_NAMES = ("Aubertin", "Bellamy", "Coulibaly", "Desforges", "Estèves", "Fontanel", "Guérin", "Haddad", "Lemoine")
STREETS = ("rue des Lilas", "avenue Jean-Moulin", "place du Marché", "impasse du Lavoir", "route de la Gare")
TOWNS = ("23000 GUERET", "46000 CAHORS", "58000 NEVERS", "88000 EPINAL", "15000 AURILLAC")


@dataclass(frozen=True, slots=True)
class Employer:
    name: str
    siret: str
    activity: str
    agreement: str
    street: str
    town: str


@dataclass(frozen=True, slots=True)
class Person:
    title: str
    first_name: str
    last_name: str
    nir: str
    street: str
    town: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


def luhn_digit(digits: str) -> str:
    """The digit that completes `digits` to a number valid under Luhn's rule."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        value = int(character) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def draw_siret(random: Random) -> str:
    siren = "6" + "".join(random.choice("0123456789") for _ in range(7))
    siren += luhn_digit(siren)
    body = siren + f"{random.randint(1, 99):04d}"
    return body + luhn_digit(body)


def draw_nir(random: Random, title: str) -> str:
    body = (
        f"{1 if title == 'M.' else 2}{random.randint(60, 99)}{random.randint(1, 12):02d}"
        f"{random.randint(1, 19):02d}{random.randint(1, 989):03d}{random.randint(1, 999):03d}"
    )
    return body + f"{97 - int(body) % 97:02d}"


def draw_employer(random: Random) -> Employer:
    name, activity, agreement = random.choice(EMPLOYERS)
    return Employer(
        name,
        draw_siret(random),
        activity,
        agreement,
        f"{random.randint(1, 150)} {random.choice(STREETS)}",
        random.choice(TOWNS),
    )


def draw_person(random: Random) -> Person:
    title = random.choice(("M.", "Mme"))
    return Person(
        title,
        random.choice(FIRST_NAMES),
        random.choice(LAST_NAMES),
        draw_nir(random, title),
        f"{random.randint(1, 150)} {random.choice(STREETS)}",
        random.choice(TOWNS),
    )
