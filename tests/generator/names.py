# ruff: noqa: E501 - tables of words, in lines as they come
"""Names put together from parts, so that no list of them can be learnt. All are invented."""

from random import Random

_MEN = ("Adama", "Baptiste", "Cédric", "Éric", "Fabien", "Goran", "Hugo", "Ibrahim", "Jean-Marc", "Karim", "Loïc",
        "Mehdi", "Nicolas", "Olivier", "Paulo", "Quentin", "Rachid", "Sébastien", "Théo", "Van Minh", "Yves")  # fmt: skip
_WOMEN = ("Aïcha", "Béatrice", "Chloé", "Dounia", "Eva", "Françoise", "Graziella", "Houda", "Irène", "Jeanne",
          "Khadija", "Lucie", "Marie-Claude", "Nadège", "Odile", "Priscilla", "Rose", "Solène", "Thi Lan", "Zoé")  # fmt: skip
_LAST = ("Abgrall", "Barthélémy", "Chevalier", "Da Silva", "Ekambi", "Faure", "Gauthier", "Hernandez", "Ibanez",
         "Jacquemin", "Kone", "Le Goff", "Mercier", "N'Diaye", "Ollivier", "Petitjean", "Quéré", "Rousselot",
         "Saint-Martin", "Tremblay", "Urbain", "Vasseur", "Weber", "Yildiz", "Zanetti", "Ben Amar", "De Oliveira")  # fmt: skip
_TRADES = ("Boulangerie", "Menuiserie", "Transports", "Garage", "Pharmacie", "Imprimerie", "Maçonnerie", "Clinique",
           "Brasserie", "Hôtel", "Supermarché", "Atelier", "Cabinet", "Laverie", "Jardinerie", "Fromagerie")  # fmt: skip
_PLACES = ("des Trois Rivières", "du Vieux Moulin", "Saint-Lazare", "de l'Étang", "Bellevue", "des Quatre Vents",
           "du Parc", "Montfleuri", "des Alizés", "du Grand Large", "Val de Brenne", "de la Gare", "Beauséjour")  # fmt: skip
_FORMS = ("SARL", "SAS", "SASU", "EURL", "SA", "SCOP")
_COINED = ("Altéo", "Brivaldis", "Cermex", "Dorvex", "Euclidia", "Fenwood", "Gercop", "Hexalogis", "Isodis", "Kaloris",
           "Lumitech", "Mobivia Sud", "Netis", "Ophalys", "Propex", "Sodival", "Trioval", "Veritech")  # fmt: skip
_ACTS = ("Services", "Propreté", "Logistique", "Distribution", "Industrie", "Conseil", "Sécurité", "Restauration")
_CITIES = ("Aurillac", "Guéret", "Mende", "Nevers", "Vesoul", "Tulle", "Privas", "Digne", "Épinal", "Saint-Lô")


def draw_company(random: Random) -> str:
    way = random.randrange(6)
    last = random.choice(_LAST)
    if way == 0:
        name = f"{random.choice(_TRADES)} {random.choice(_PLACES)}"
    elif way == 1:
        name = f"{random.choice(_FORMS)} {random.choice(_TRADES)} {last}"
    elif way == 2:
        name = f"{random.choice(_COINED)} {random.choice(_ACTS)}"
    elif way == 3:
        name = f"{random.choice(_COINED)} {random.choice(_FORMS)}"
    elif way == 4:
        name = f"{random.choice(_TRADES)} {last} & {random.choice(('Fils', 'Associés', 'Cie'))}"
    else:
        name = f"Association {random.choice(('Les Amis', 'Familles', 'Le Pont', 'Accueil'))} {random.choice(_PLACES)}"
    return name.upper() if random.random() < 0.6 else name


def draw_public_body(random: Random) -> str:
    city = random.choice(_CITIES)
    return random.choice(
        (
            f"COMMUNE DE {city.upper()}",
            f"Mairie de {city}",
            f"CENTRE HOSPITALIER DE {city.upper()}",
            f"Centre Hospitalier {random.choice(_PLACES)}",
            f"CCAS de {city}",
            f"EHPAD {random.choice(_PLACES)}".upper(),
            f"DEPARTEMENT DU VAL DE {city.upper()}",
        )
    )


def draw_household(random: Random) -> str:
    title = random.choice(("M.", "Mme"))
    first, last = draw_individual(random, title)
    return f"{title} {first} {last.upper()}"


def draw_individual(random: Random, title: str) -> tuple[str, str]:
    """First and last name."""
    return random.choice(_MEN if title == "M." else _WOMEN), random.choice(_LAST)
